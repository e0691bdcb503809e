"""The guidance texts' files, a language each, read once at start."""

from importlib.resources import files
from importlib.resources.abc import Traversable

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from services.triage.domain.floors import PolicyRefusedError
from services.triage.domain.guidance import Guidance


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    language: str
    version: str
    texts: dict[str, tuple[str, ...]]


def guidance_texts(folder: Traversable | None = None) -> Guidance:
    """Return the guidance of a folder, by default this release's; PolicyRefusedError tells what is wrong."""
    place = folder or files("services.triage.domain").joinpath("guidance_texts")
    found = [_read(entry) for entry in place.iterdir() if entry.name.endswith(".yaml")]
    versions = sorted({file.version for file in found})
    if len(versions) != 1:
        raise PolicyRefusedError([f"guidance: the files are of different versions: {', '.join(versions) or 'none'}"])
    guidance = Guidance(versions[0], {file.language: file.texts for file in sorted(found, key=_language)})
    if faults := list(guidance.faults()):
        raise PolicyRefusedError(faults)
    return guidance


def _language(file: _File) -> str:
    return file.language


def _read(entry: Traversable) -> _File:
    try:
        return _File.model_validate(yaml.safe_load(entry.read_text(encoding="utf-8")))
    except (yaml.YAMLError, ValidationError) as error:
        raise PolicyRefusedError([f"{entry.name}: {error}"]) from error
