"""Topics as data: what deploy/kafka/topics.yaml holds."""

from collections.abc import Sequence
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field


class Topic(BaseModel):
    """One topic as it should be; `config` are the broker's own names and values."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str = Field(pattern=r"^[a-z0-9.]{1,200}$")
    partitions: int = Field(ge=1, le=1000)
    config: dict[str, str] = Field(default_factory=dict)


class _TopicFile(BaseModel):
    model_config = ConfigDict(extra="forbid")

    defaults: dict[str, str] = Field(default_factory=dict)
    topics: tuple[Topic, ...]


def load_topics(path: Path) -> tuple[Topic, ...]:
    """Read the topics of a file, each with the file's defaults under its own configuration."""
    file = _TopicFile.model_validate(yaml.safe_load(path.read_text()))
    return tuple(topic.model_copy(update={"config": file.defaults | topic.config}) for topic in file.topics)


def names_of(topics: Sequence[Topic]) -> frozenset[str]:
    """Return the topics' names."""
    return frozenset(topic.name for topic in topics)
