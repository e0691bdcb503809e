"""Every service looks the same from outside, and every file says what it holds."""

import ast
import re

import pytest

from tests.architecture.sources import ROOT, SERVICES, sources

FOLDERS = {"domain", "application", "adapters", "entrypoints"}
FILES = {"README.md", "__init__.py", "__main__.py", "bootstrap.py", "settings.py"}
NAMES_OF_NOTHING = {"utils", "util", "helpers", "helper", "common", "models", "crud", "manager", "managers", "misc"}
_UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX)\b(?!.*#\d+)")
_BARE_IGNORE = re.compile(r"#\s*(noqa|type: ignore)(?![:\[])")


@pytest.mark.parametrize("service", SERVICES)
def test_a_service_has_the_four_folders_and_nothing_else_at_its_top(service: str) -> None:
    top = {entry.name for entry in (ROOT / "services" / service).iterdir()} - {"__pycache__"}

    assert top == FOLDERS | FILES


@pytest.mark.parametrize("service", SERVICES)
def test_a_services_readme_is_a_page_and_not_a_stub(service: str) -> None:
    readme = ROOT / "services" / service / "README.md"

    assert len(readme.read_text(encoding="utf-8").splitlines()) > 20


def test_the_services_are_the_ones_that_are_checked() -> None:
    found = {entry.name for entry in (ROOT / "services").iterdir() if (entry / "__init__.py").exists()}

    assert found == set(SERVICES)


def test_every_module_says_in_its_first_line_what_it_holds() -> None:
    silent = {source.path for source in sources() if not source.is_test and not ast.get_docstring(source.tree)}

    assert silent == set()


def test_no_file_is_named_for_nothing() -> None:
    nameless = {
        source.path for source in sources() if NAMES_OF_NOTHING & set(source.path.removesuffix(".py").split("/"))
    }

    assert nameless == set()


def test_unfinished_work_names_its_issue() -> None:
    unfinished = {
        f"{source.path}:{number}"
        for source in sources()
        for number, comment in source.comments()
        if _UNFINISHED.search(comment)
    }

    assert unfinished == set()


def test_an_ignore_names_its_rule() -> None:
    bare = {
        f"{source.path}:{number}"
        for source in sources()
        for number, comment in source.comments()
        if _BARE_IGNORE.search(comment)
    }

    assert bare == set()
