"""A domain only calculates, and each driver has one home."""

import ast

import pytest

from tests.architecture.sources import SERVICES, Source, sources

ALLOWED_IN_A_DOMAIN = {
    "abc",
    "collections",
    "dataclasses",
    "datetime",
    "decimal",
    "enum",
    "functools",
    "itertools",
    "math",
    "re",
    "types",
    "typing",
    "uuid",
    "zoneinfo",
}
HOMES = {
    "aiokafka": "shared/messaging/kafka",
    "motor": "shared/persistence/mongo",
    "pymongo": "shared/persistence/mongo",
    "bson": "shared/persistence/mongo",
    "uvicorn": "shared/runtime/",
    "structlog": "shared/observability/",
}


@pytest.mark.parametrize("service", SERVICES)
def test_a_domain_imports_only_itself_and_what_calculates(service: str) -> None:
    domain = f"services.{service}.domain"
    strangers = {
        f"{source.path} imports {module}"
        for source in _below(f"services/{service}/domain/")
        for module in source.imports()
        if module.partition(".")[0] not in ALLOWED_IN_A_DOMAIN and not f"{module}.".startswith(f"{domain}.")
    }

    assert strangers == set()


@pytest.mark.parametrize("service", SERVICES)
def test_a_domain_neither_reads_the_time_nor_waits(service: str) -> None:
    impure = {
        f"{source.path}:{node.lineno}"
        for source in _below(f"services/{service}/domain/")
        for node in ast.walk(source.tree)
        if isinstance(node, ast.AsyncFunctionDef | ast.Await)
        or (isinstance(node, ast.Call) and _called(node) in {"now", "utcnow", "today", "uuid4", "uuid1"})
    }

    assert impure == set()


@pytest.mark.parametrize(("driver", "home"), HOMES.items())
def test_a_driver_is_named_only_in_its_home(driver: str, home: str) -> None:
    strays = {
        source.path
        for room in ("services/", "shared/")
        for source in _below(room)
        if driver in {module.partition(".")[0] for module in source.imports()} and not source.path.startswith(home)
    }

    assert strays == set()


def test_offsets_are_never_committed_without_saying_which() -> None:
    bare = {
        f"{source.path}:{node.lineno}"
        for source in _below("shared/messaging/")
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "commit"
        if not node.args and not node.keywords
    }

    assert bare == set()


def test_middleware_is_pure_asgi() -> None:
    assert {source.path for source in sources() if "starlette.middleware.base" in set(source.imports())} == set()


def _called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _below(folder: str) -> list[Source]:
    return [source for source in sources() if source.path.startswith(folder)]
