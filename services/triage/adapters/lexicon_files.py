"""The lexicon's files, read once at start; a mistake in one is told with the file and the line it is on."""

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable

import yaml
from pydantic import TypeAdapter, ValidationError

from services.triage.domain.text.second_reader import SecondReader
from services.triage.domain.text.source import KINDS, LexiconError, LexiconSource, Line

SECOND_READER = "second_reader.json"
_TRAINED = TypeAdapter(SecondReader)
_SECTIONS = frozenset({"about", "version", "groups", "spellings", "alike", "words", "entries"})
_WORD_LISTS = ("common", "misspelt", "lookalikes", "foreign")
_DETAILS = frozenset({"confidence", "sign", "facts", "reach", "when"})


def lexicon_source(folder: Traversable | None = None) -> LexiconSource:
    """Return the lexicon of a folder, by default the one this version reads with; a mistake is a LexiconError."""
    place = folder or files("services.triage.domain").joinpath("lexicon")
    found = sorted((entry for entry in place.iterdir() if entry.name.endswith(".yaml")), key=lambda entry: entry.name)
    gathered = _Gathered()
    for file in found:
        gathered.add(file.name, file.read_text(encoding="utf-8"))
    return gathered.source(_second_reader(place.joinpath(SECOND_READER)))


def _second_reader(file: Traversable) -> SecondReader | None:
    if not file.is_file():
        return None
    try:
        return _TRAINED.validate_json(file.read_bytes())
    except ValidationError as error:
        raise LexiconError(f"{file.name}: {error}") from error


class _Gathered:
    """What was read so far."""

    def __init__(self) -> None:
        self._version = ""
        self._groups: dict[str, str] = {}
        self._spellings: dict[str, str] = {}
        self._alike: dict[str, str] = {}
        self._words: dict[str, str] = {}
        self._lines: list[Line] = []

    def add(self, name: str, text: str) -> None:
        for section, value in _pairs(_document(name, text), name):
            if section.value not in _SECTIONS:
                raise _mistake(name, section, f"a file has no section {section.value!r}")
            if section.value == "version":
                self._version = _text(value, name)
            elif section.value == "groups":
                self._groups |= _texts(value, name)
            elif section.value in {"spellings", "alike"}:
                meant = self._spellings if section.value == "spellings" else self._alike
                for word, variants in _texts(value, name).items():
                    meant.update(dict.fromkeys(variants.split(), word))
            elif section.value == "words":
                self._words |= _texts(value, name)
            elif section.value == "entries":
                self._lines += _entries(value, name)

    def source(self, second_reader: SecondReader | None) -> LexiconSource:
        missing = [name for name in _WORD_LISTS if name not in self._words]
        if missing or not self._version:
            raise LexiconError(f"the lexicon lacks {', '.join([*missing, *([] if self._version else ['a version'])])}")
        lists = {name: frozenset(self._words[name].split()) for name in _WORD_LISTS}
        return LexiconSource(
            version=self._version,
            groups=self._groups,
            lines=tuple(self._lines),
            spellings=self._spellings,
            alike=self._alike,
            second_reader=second_reader,
            **lists,
        )


def _document(name: str, text: str) -> yaml.Node:
    try:
        document = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        raise LexiconError(f"{name}: {error}") from error
    if document is None:
        raise LexiconError(f"{name}: an empty file")
    return document


def _entries(node: yaml.Node, name: str) -> Iterator[Line]:
    for entry in _items(node, name):
        details = {key.value: value for key, value in _pairs(entry, name)}
        kinds = [kind for kind in KINDS if kind in details]
        unknown = details.keys() - _DETAILS - set(KINDS)
        if len(kinds) != 1 or unknown or "when" not in details:
            told = (
                f"an entry has one of {', '.join(KINDS)}, and 'when'; unknown: {', '.join(sorted(unknown)) or 'none'}"
            )
            raise _mistake(name, entry, told)
        said = {key: _text(details[key], name) for key in ("confidence", "sign", "reach") if key in details}
        facts = tuple(_text(fact, name) for fact in _items(details["facts"], name)) if "facts" in details else ()
        for pattern in _items(details["when"], name):
            where = f"{name} line {pattern.start_mark.line + 1}"
            yield Line(where, kinds[0], _text(details[kinds[0]], name), _text(pattern, name), facts=facts, **said)


def _texts(node: yaml.Node, name: str) -> dict[str, str]:
    return {_text(key, name): _text(value, name) for key, value in _pairs(node, name)}


def _pairs(node: yaml.Node, name: str) -> Iterator[tuple[yaml.Node, yaml.Node]]:
    if not isinstance(node, yaml.MappingNode):
        raise _mistake(name, node, "names with values are expected here")
    seen: set[str] = set()
    for key, value in node.value:
        if key.value in seen:
            raise _mistake(name, key, f"{key.value!r} stands here twice")
        seen.add(key.value)
        yield key, value


def _items(node: yaml.Node, name: str) -> Iterator[yaml.Node]:
    if not isinstance(node, yaml.SequenceNode):
        raise _mistake(name, node, "a list is expected here")
    yield from node.value


def _text(node: yaml.Node, name: str) -> str:
    if not isinstance(node, yaml.ScalarNode):
        raise _mistake(name, node, "a text is expected here")
    return str(node.value)


def _mistake(name: str, node: yaml.Node, what: str) -> LexiconError:
    return LexiconError(f"{name} line {node.start_mark.line + 1}: {what}")
