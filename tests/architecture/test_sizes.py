"""What fits on a screen gets read: files, functions and parameter lists have limits."""

import ast

from tests.architecture.sources import Function, sources

LONGEST_FILE = 250
LONGEST_TEST_FILE = 400
LONGEST_FUNCTION = 40
MOST_PARAMETERS = 5


def test_no_file_is_too_long() -> None:
    too_long = {
        source.path: source.lines
        for source in sources()
        if source.lines > (LONGEST_TEST_FILE if source.is_test else LONGEST_FILE)
    }

    assert too_long == {}


def test_no_function_is_too_long() -> None:
    too_long = {
        f"{source.path}:{function.lineno} {function.name}": _lines(function)
        for source in sources()
        for function in source.functions()
        if _lines(function) > LONGEST_FUNCTION and not _is_catalogue(source.path, function)
    }

    assert too_long == {}


def test_no_function_takes_too_much() -> None:
    too_many = {
        f"{source.path}:{function.lineno} {function.name}": _parameters(function)
        for source in sources()
        if not source.is_test
        for function in source.functions()
        if _parameters(function) > MOST_PARAMETERS
    }

    assert too_many == {}


def _is_catalogue(path: str, function: Function) -> bool:
    """Tell a table of metrics, which is read as data, from a function."""
    return path.endswith("metrics.py") and function.name == "__init__"


def _lines(function: Function) -> int:
    """Count a function's lines without those of the functions inside it, which are counted for themselves."""
    inside = [node for node in ast.walk(function) if isinstance(node, Function) and node is not function]
    return len(_span(function) - set().union(*(_span(inner) for inner in inside)))


def _span(function: Function) -> set[int]:
    first = min([function.lineno, *(decorator.lineno for decorator in function.decorator_list)])
    return set(range(first, (function.end_lineno or function.lineno) + 1))


def _parameters(function: Function) -> int:
    given = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
    return len([parameter for parameter in given if parameter.arg not in {"self", "cls"}])
