"""Agreements as data: read from a file once, at the start, and refused where it is not one."""

from importlib.resources import files
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from services.notify.domain.agreement import Agreement
from services.notify.domain.streams import STREAMS
from shared.runtime.errors import RefusedToStartError


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    purpose: str
    role: str
    agency: str | None = None
    streams: frozenset[str]
    levels: frozenset[int]
    kinds: frozenset[str]


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    agreements: tuple[_Entry, ...]


def read_agreements(path: Path | None = None) -> tuple[Agreement, ...]:
    """Return the agreements of a file, or those that come with notify; RefusedToStartError for anything unclear."""
    source = path or files("services.notify.adapters").joinpath("agreements.yaml")
    try:
        read = _File.model_validate(yaml.safe_load(source.read_text("utf-8")))
    except (OSError, yaml.YAMLError, ValidationError) as error:
        raise RefusedToStartError(f"the agreements cannot be read: {error}") from error
    agreements = tuple(Agreement(**entry.model_dump()) for entry in read.agreements)
    _check(agreements)
    return agreements


def _check(agreements: tuple[Agreement, ...]) -> None:
    ids = [agreement.id for agreement in agreements]
    if len(set(ids)) != len(ids):
        raise RefusedToStartError("the agreements name one id twice")
    for agreement in agreements:
        if unknown := agreement.streams - STREAMS.keys():
            raise RefusedToStartError(f"agreement {agreement.id} names no stream of ours: {', '.join(sorted(unknown))}")
        if not agreement.levels <= {1, 2, 3, 4}:
            raise RefusedToStartError(f"agreement {agreement.id} names a level that there is not")
        if agreement.role == "partner" and agreement.agency is None:
            raise RefusedToStartError(f"agreement {agreement.id} is with no agency")
