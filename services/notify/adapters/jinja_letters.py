"""Letters from Jinja templates, which are data: a folder per version and language, text and HTML side by side."""

from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from services.notify.application.ports import Letter

VERSION = "1"
_FALLBACK = "en"


class JinjaLetters:
    """Writes messages. A fact that a template speaks of and that is missing is an error, never an empty line."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = (folder or Path(str(files("services.notify.adapters") / "templates"))) / f"v{VERSION}"
        self._environment = Environment(
            loader=FileSystemLoader(self._folder),
            autoescape=select_autoescape(["html"]),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self._subjects = {
            language.name: yaml.safe_load((language / "subjects.yaml").read_text("utf-8"))
            for language in self._folder.iterdir()
            if language.is_dir()
        }

    def write(self, template: str, facts: Mapping[str, str], language: str) -> Letter:
        """Write a message, in the reader's language where there is one, else in English."""
        spoken = language if template in self._subjects.get(language, {}) else _FALLBACK
        text, html = (
            self._environment.get_template(f"{spoken}/{template}.{form}").render(facts) for form in ("txt", "html")
        )
        return Letter(self._subjects[spoken][template], text, html)

    def version_of(self, template: str) -> str:
        """Return a template's name with its version."""
        return f"{template}@{VERSION}"
