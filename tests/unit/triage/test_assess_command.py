"""`kith assess` on a file: one line in, one line out, bad lines told and passed over."""

import json
from pathlib import Path

from typer.testing import CliRunner

from services.triage.entrypoints.commands import commands
from tests.support.reports import the_policy


def _run(path: Path, *lines: str) -> tuple[int, list[dict[str, object]], str]:
    file = path / "reports.jsonl"
    file.write_text("\n".join(lines))
    result = CliRunner().invoke(commands(lambda _: the_policy()), ["assess", str(file)])
    return result.exit_code, [json.loads(line) for line in result.stdout.splitlines()], result.stderr


def test_each_line_is_answered_with_its_id(tmp_path: Path) -> None:
    code, answers, _ = _run(
        tmp_path, '{"id": "a1", "text": "my husband hits me"}', '{"id": 2, "category": "env.litter"}'
    )

    assert code == 0
    assert [(answer["id"], answer["level"]) for answer in answers] == [("a1", 4), (2, 1)]
    assert set(answers[0]) == {
        "id", "level", "grade", "flags", "community_response_allowed", "reasons", "policy_version",
    }  # fmt: skip
    assert answers[0]["policy_version"] == "triage-policy 1.0.0"


def test_a_bad_line_names_itself_and_its_field_and_the_rest_is_done(tmp_path: Path) -> None:
    code, answers, told = _run(
        tmp_path,
        '{"id": 1, "text": "x", "repeat_count": "many"}',
        "{",
        "[]",
        '{"id": 4}',
        '{"id": 5, "text": "litter"}',
    )

    assert code == 1
    assert [answer["id"] for answer in answers] == [5]
    assert "line 1: repeat_count" in told
    assert "line 2: not JSON" in told
    assert "line 4: text" in told


def test_keys_of_other_tools_are_not_looked_at(tmp_path: Path) -> None:
    code, answers, _ = _run(tmp_path, '{"id": 1, "text": "litter", "location": {"lat": 1}, "contact": {}, "label": 4}')

    assert code == 0
    assert answers[0]["level"] == 1


def test_a_missing_file_is_one_clear_line(tmp_path: Path) -> None:
    result = CliRunner().invoke(commands(lambda _: the_policy()), ["assess", str(tmp_path / "none.jsonl")])

    assert result.exit_code == 2
    assert "No such file" in result.stderr
