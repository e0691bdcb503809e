"""`kith policy`: export, check, and try a policy on past reports before it is put in force."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from services.triage.adapters.policy_in_force import policy_in_force
from services.triage.entrypoints.commands import commands

REPORTS = (
    {"id": "a", "category": "env.litter", "text": "litter on the path"},
    {"id": "b", "category": "nui.parking", "repeat_count": 2},
    {"id": "c", "text": "my husband hits me"},
)


def _run(*arguments: str) -> tuple[int, str, str]:
    app = commands(lambda artefact: policy_in_force(artefact=artefact))
    result = CliRunner().invoke(app, list(arguments))
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    file = tmp_path / "reports.jsonl"
    file.write_text("\n".join(map(json.dumps, REPORTS)))
    return file


def _artefact(path: Path, **changes: dict[str, Any]) -> Path:
    file = path / "new.json"
    assert _run("policy", "export", "--out", str(file))[0] == 0
    data = json.loads(file.read_text())
    data["version"] = "tried"
    for part, values in changes.items():
        held = {row["id"]: row for row in data[part]} if isinstance(data[part], list) else data[part]
        for name, value in values.items():
            held[name] = held[name] | value if isinstance(value, dict) else value
        data[part] = list(held.values()) if isinstance(data[part], list) else held
    file.write_text(json.dumps(data))
    return file


def test_the_same_policy_changes_nothing(tmp_path: Path, reports: Path) -> None:
    code, out, _ = _run("policy", "diff", "release", str(_artefact(tmp_path)), "--on", str(reports))

    assert code == 0
    assert json.loads(out)["totals"]["changed"] == 0


def test_a_stricter_policy_names_each_report_it_changes_and_counts_them(tmp_path: Path, reports: Path) -> None:
    new = _artefact(tmp_path, thresholds={"nuisance_repeats": 2}, categories={"env.litter": {"level": 2}})

    code, out, _ = _run("policy", "diff", "release", str(new), "--on", str(reports))

    *changes, last = map(json.loads, out.splitlines())
    assert code == 1
    assert changes == [
        {"id": "a", "level": [1, 2], "less_careful": False},
        {
            "id": "b",
            "level": [2, 3],
            "grade": ["PLANNED", "STANDARD"],
            "community": [True, False],
            "less_careful": False,
        },
    ]
    assert last["totals"]["reports"] == 3
    assert last["totals"]["level_raised"] == 2
    assert last["totals"]["new"]["version"] == "tried"


def test_a_looser_one_ends_with_a_code_of_its_own(tmp_path: Path, reports: Path) -> None:
    old = _artefact(tmp_path, categories={"env.litter": {"level": 2}})

    code, out, _ = _run("policy", "diff", str(old), "release", "--on", str(reports))

    assert code == 3
    assert json.loads(out.splitlines()[-1])["totals"]["less_careful"] == 1


def test_a_policy_that_may_not_be_in_force_is_refused_by_name(tmp_path: Path, reports: Path) -> None:
    bad = _artefact(tmp_path, flags={"domestic_abuse": {"floor": 1}})

    for arguments in (("check", str(bad)), ("diff", "release", str(bad), "--on", str(reports))):
        code, _, told = _run("policy", *arguments)
        assert code == 2
        assert "H05: floor of domestic_abuse cannot be set" in told


def test_a_bad_line_is_told_and_the_comparison_is_not_taken_for_complete(tmp_path: Path, reports: Path) -> None:
    reports.write_text(f"{reports.read_text()}\n{{}}")

    code, out, told = _run("policy", "diff", "release", "release", "--on", str(reports))

    assert code == 2
    assert "line 4: text" in told
    assert json.loads(out)["totals"]["reports"] == 3


def test_a_policy_that_is_fit_is_named_with_its_hash(tmp_path: Path) -> None:
    code, out, _ = _run("policy", "check", str(_artefact(tmp_path)))

    assert code == 0
    assert out.startswith("tried sha256:")


def test_assess_decides_by_an_artefact(tmp_path: Path, reports: Path) -> None:
    new = _artefact(tmp_path, categories={"env.litter": {"level": 2}})

    code, out, _ = _run("assess", str(reports), "--policy", str(new))

    first = json.loads(out.splitlines()[0])
    assert code == 0
    assert (first["level"], first["policy_version"]) == (2, "tried")
