import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.reporting.domain.identifiers import WARNINGS, kinds_of, marks_in, redacted
from tests.support.reporting import REPORT, running_reporting

OFFICER = {"authorization": "Bearer officer:anna"}


WRITTEN = [
    ("07700 900123", "phone"),
    ("07700900123", "phone"),
    ("(01632) 960-001", "phone"),
    ("020 7946 0107", "phone"),
    ("0161 496 0999", "phone"),
    ("+44 7700 900 123", "phone"),
    ("+44 (0)7700 900123", "phone"),
    ("0044 7700 900123", "phone"),
    ("+48 601 234 567", "phone"),
    ("ada.planted+kith@mail.example.org", "email"),
    ("ADA@EXAMPLE.ORG", "email"),
    ("QQ123456C", None),
    ("AB 12 34 56 C", "ni_number"),
    ("ab123456c", "ni_number"),
    ("AB12 CDE", "plate"),
    ("ab12cde", "plate"),
    ("YD70XYZ", "plate"),
    ("P123 ABC", "plate"),
    ("ABC 123D", "plate"),
    ("at 10 the", None),
    ("by 50 men", None),
    ("bd13 the", None),
    ("HD1 2AB", None),
    ("999", None),
    ("101", None),
    ("2026-11-22", None),
    ("22/11/2026 at 23:15", None),
    ("flat 12, number 104", None),
    ("£1,250.00", None),
    ("case 1234567", None),
    ("53.6458, -1.7850", None),
    ("an @ alone", None),
]


@pytest.mark.parametrize(("written", "kind"), WRITTEN)
def test_what_identifies_somebody_is_found_and_what_only_looks_a_little_like_it_is_not(
    written: str, kind: str | None
) -> None:
    text = f"They were there, {written}, and then they left."
    marks = marks_in(text)

    assert [mark.kind for mark in marks] == ([kind] if kind else [])
    if kind:
        assert redacted(text, marks) == f"They were there, [{kind}], and then they left."


def test_every_kind_has_a_warning_that_quotes_nothing() -> None:
    text = "07700 900123 ada@example.org AB12 CDE AB123456C"

    assert set(kinds_of(marks_in(text))) == set(WARNINGS)


@given(st.text(max_size=300), st.sampled_from(["07700 900123", "ada@example.org", "AB12 CDE"]), st.text(max_size=300))
def test_marks_are_in_order_inside_the_text_and_never_overlap(before: str, written: str, after: str) -> None:
    text = f"{before} {written} {after}"
    marks = marks_in(text)

    assert all(0 <= mark.start < mark.end <= len(text) for mark in marks)
    assert all(first.end <= second.start for first, second in pairwise(marks))
    assert written not in redacted(text, marks)


@given(st.text(alphabet="abcdefghij @.+-0123456789()", max_size=10_000))
def test_no_text_takes_long(text: str) -> None:
    assert len(redacted(text, marks_in(text))) <= len(text) + 11 * len(marks_in(text))


async def test_a_writer_is_warned_in_the_answer_and_in_its_repeat_and_the_report_is_taken_all_the_same() -> None:
    body = REPORT | {"text": "Ring me on 07700 900123 or ada@example.org, it was AB12 CDE"}
    async with running_reporting() as reporting:
        first = await reporting.post(body, idempotency_key="k" * 20)
        repeat = await reporting.post(body, idempotency_key="k" * 20)
        quiet = await reporting.post()

        assert first.status_code == 202
        assert [warning["id"] for warning in first.json()["warnings"]] == ["email", "phone", "plate"]
        assert repeat.json() == first.json()
        assert quiet.json()["warnings"] == []
        assert not re.search(r"07700|example|AB12", first.text)


async def test_staff_see_the_words_and_what_of_them_partners_may_be_shown() -> None:
    async with running_reporting() as reporting:
        accepted = (await reporting.post(REPORT | {"text": "It was AB12 CDE again."})).json()
        record = (await reporting.http.get(f"/v1/records/{accepted['id']}", headers=OFFICER)).json()

        assert record["text"] == "It was AB12 CDE again."
        assert record["text_for_partners"] == "It was [plate] again."


async def test_marks_go_with_the_words() -> None:
    async with running_reporting() as reporting:
        accepted = (await reporting.post(REPORT | {"text": "It was AB12 CDE again."})).json()
        await reporting.http.post(
            f"/v1/reports/{accepted['id']}:erase",
            json={"reason": "subject_request", "parts": ["words"]},
            headers={"authorization": "Bearer supervisor:sam"},
        )

        assert "marks" not in await reporting.document(accepted["id"])


async def test_a_message_is_looked_through_too() -> None:
    async with running_reporting() as reporting:
        accepted = (await reporting.post()).json()
        written = await reporting.http.post(
            f"/v1/reports/{accepted['reference']}/messages",
            json={"text": "my number is 07700 900123"},
            headers={"x-follow-up-secret": accepted["follow_up_secret"]},
        )

        assert [warning["id"] for warning in written.json()["warnings"]] == ["phone"]
