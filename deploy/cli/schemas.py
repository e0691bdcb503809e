"""`python -m deploy.cli.schemas`: write the JSON schema of every event's data, after a deliberate change."""

import sys
from pathlib import Path
from typing import Any

import orjson

from shared.contracts.catalogue import EVENTS
from shared.contracts.event import ENVELOPE_FIELDS, Event
from shared.messaging.codec import SCHEMA_VERSION, schema_url

FOLDER = Path(__file__).parents[2] / "tests" / "contract" / "schemas"


def schema_of(event: type[Event]) -> dict[str, Any]:
    """Return the schema of an event's data: without what travels as CloudEvents attributes."""
    schema = event.model_json_schema(mode="validation")
    schema["properties"] = {n: s for n, s in schema["properties"].items() if n not in ENVELOPE_FIELDS}
    schema["required"] = [name for name in schema.get("required", ()) if name not in ENVELOPE_FIELDS]
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": schema_url(event.type)}
    return head | schema


def written(event: type[Event]) -> bytes:
    """Return the schema as it is committed: sorted, indented, ending in a newline."""
    return orjson.dumps(schema_of(event), option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS | orjson.OPT_APPEND_NEWLINE)


def schema_file(folder: Path, type_: str, version: str = SCHEMA_VERSION) -> Path:
    """Return where a version of an event's schema lies."""
    return folder / type_ / f"{version}.json"


def write_all(folder: Path) -> list[Path]:
    """Write the current version of every schema and return those that changed."""
    changed = []
    for type_, event in EVENTS.items():
        path = schema_file(folder, type_)
        text = written(event)
        if not path.exists() or path.read_bytes() != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text)
            changed.append(path)
    return changed


def main() -> None:
    """Write them below the given folder, or where they are committed."""
    for path in write_all(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER):
        print(path)


if __name__ == "__main__":
    main()
