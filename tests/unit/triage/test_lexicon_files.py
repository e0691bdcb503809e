"""A lexicon that non-programmers maintain tells its mistakes with the file and the line."""

import itertools
from pathlib import Path

import pytest

from services.triage.adapters.lexicon_files import lexicon_source
from services.triage.domain.text.lexicon import compiled
from services.triage.domain.text.source import LexiconError

WORDS = "version: test 1\nwords: {common: a the, misspelt: '', lookalikes: '', foreign: ''}\n"
GROUPS = "groups:\n  WHO_AND_WHERE: i, there\n"


def read(folder: Path, entry: str, words: str = WORDS) -> None:
    (folder / "words.yaml").write_text(words + GROUPS)
    (folder / "signs.yaml").write_text(f"entries:\n{entry}")
    compiled(lexicon_source(folder))


def test_the_lexicon_in_force_compiles_and_says_its_version() -> None:
    source = lexicon_source()

    assert source.version.startswith("kith-lexicon ")
    assert compiled(source).version == source.version


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("  - flag: nonsense\n    confidence: confirmed\n    when: [knife]\n", "signs.yaml line 4: there is no flag"),
        ("  - flag: weapon\n    confidence: quite\n    when:\n      - gun\n", "line 5: confidence is one of"),
        ("  - flag: weapon\n    when:\n      - gun\n", "line 4: a flag has either a confidence or the letter"),
        ("  - flag: weapon\n    sign: a\n    when:\n      - BLADES\n", "line 5: the lexicon has no group BLADES"),
        ("  - flag: weapon\n    sign: a\n    when:\n      - (gun | knife\n", "line 5: a bracket is opened"),
        ("  - flag: weapon\n    sign: a\n    when:\n      - the\n", "line 5: an empty pattern"),
        ("  - flag: weapon\n    sign: a\n    wen:\n      - gun\n", "line 2: an entry has one of"),
        ("  - category: env.liter\n    when: [litter]\n", "line 3: there is no category 'env.liter'"),
        ("  - cover: joke\n    when: [joking]\n", "line 3: there is no cover 'joke'"),
        ("  - cover: past\n    reach: far\n    when: [ago]\n", "line 4: reach is one of onward, sentence"),
        ("  - [\n", "signs.yaml: "),
        ("  - flag: weapon\n    sign: a\n    sign: b\n    when: [gun]\n", "line 4: 'sign' stands here twice"),
        ("  gun\n", "line 2: a list is expected here"),
    ],
)
def test_a_mistake_is_told_with_its_file_and_line(tmp_path: Path, entry: str, told: str) -> None:
    with pytest.raises(LexiconError) as caught:
        read(tmp_path, entry)

    assert told in str(caught.value)


def test_a_lexicon_without_its_word_lists_or_version_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="lacks common, misspelt, lookalikes, foreign, a version"):
        read(tmp_path, "  - fact: now\n    when: [now]\n", words="")


def test_an_unknown_section_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"words.yaml line 3: a file has no section 'grups'"):
        read(tmp_path, "  - fact: now\n    when: [now]\n", words=WORDS + "grups: {}\n")


def test_every_fact_the_lexicon_tells_has_a_name_of_its_own() -> None:
    """A fact that no rule asks about would be a slip of the pen."""
    source = lexicon_source()
    told = {line.name for line in source.lines if line.kind == "fact"}
    told |= set(itertools.chain.from_iterable(line.facts for line in source.lines))
    domain = Path("services/triage/domain")
    asked = "".join(path.read_text() for path in domain.rglob("*.py"))

    assert {fact for fact in told if f'"{fact}"' not in asked} == set()
