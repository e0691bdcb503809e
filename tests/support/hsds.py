"""The published schemas of Open Referral UK, and a reader of feeds that holds every answer to them."""

import json
from pathlib import Path
from typing import Any

import httpx
import pytest
from jsonschema import Draft202012Validator, FormatChecker

PROFILE = Path(__file__).parents[3] / "shared/data/conformance/oruk"
SCHEMAS = PROFILE / "uk-profile/schema-compiled"

needs_profile = pytest.mark.skipif(
    not SCHEMAS.is_dir(), reason="the published schemas (../shared/data/conformance/oruk) are not beside the project"
)


def faults(name: str, item: object) -> list[str]:
    """Return what a schema has against an object; the `*_list` schemas describe one item of a page."""
    schema = json.loads((SCHEMAS / f"{name}.json").read_text())
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(item)]


async def pages(client: httpx.AsyncClient, path: str, per_page: int) -> list[dict[str, Any]]:
    """Read a list to its end; at most 100 pages."""
    read: list[dict[str, Any]] = []
    for number in range(1, 101):
        answer = await client.get(path, params={"page": number, "per_page": per_page})
        assert answer.status_code == 200
        assert answer.headers["access-control-allow-origin"] == "*"
        read.append(answer.json())
        if read[-1]["last_page"]:
            return read
    raise AssertionError("the last page never comes")
