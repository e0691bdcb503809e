"""Deadlines in working time and in real time, across bank holidays and clock changes."""

from datetime import UTC, date, datetime, timedelta

from services.triage.adapters.policy_in_force import bank_holidays
from services.triage.domain.clock_rules import LONDON, deadlines
from services.triage.domain.grades import Grade

MAY_DAY = date(2026, 5, 4)


def _at(*when: int) -> datetime:
    return datetime(*when, tzinfo=LONDON)  # type: ignore[arg-type, misc]  # a shorthand for this file


def test_a_standard_report_before_a_bank_holiday_weekend_is_due_tuesday_and_wednesday() -> None:
    due = deadlines(_at(2026, 5, 1, 16, 59), Grade.STANDARD, 2, frozenset({MAY_DAY}))

    assert due.review == _at(2026, 5, 5, 17, 0)
    assert due.contact == _at(2026, 5, 6, 17, 0)
    assert due.review.tzinfo is UTC


def test_without_the_holiday_it_is_due_a_day_earlier() -> None:
    due = deadlines(_at(2026, 5, 1, 16, 59), Grade.STANDARD, 2, frozenset())

    assert due.review == _at(2026, 5, 4, 17, 0)


def test_clock_changes_do_not_move_an_urgent_deadline() -> None:
    for change in (datetime(2026, 3, 29, 0, 30, tzinfo=UTC), datetime(2026, 10, 25, 0, 30, tzinfo=UTC)):
        due = deadlines(change, Grade.PRIORITY, 4, frozenset())

        assert due.review - change == timedelta(minutes=60)
        assert due.contact - change == timedelta(hours=24)


def test_an_emergency_is_paged_at_any_hour() -> None:
    sunday = _at(2026, 5, 3, 3, 0)

    assert deadlines(sunday, Grade.EMERGENCY, 4, frozenset()).review - sunday == timedelta(minutes=15)


def test_an_idea_has_ten_working_days_and_other_planned_work_five() -> None:
    monday = _at(2026, 6, 1, 9, 0)

    assert deadlines(monday, Grade.PLANNED, 1, frozenset()).contact == _at(2026, 6, 15, 17, 0)
    assert deadlines(monday, Grade.PLANNED, 2, frozenset()).contact == _at(2026, 6, 8, 17, 0)
    assert deadlines(monday, Grade.PLANNED, 2, frozenset()).review == _at(2026, 6, 4, 17, 0)


def test_bank_holidays_are_those_of_england() -> None:
    days = bank_holidays([2026])

    assert MAY_DAY in days
    assert date(2026, 12, 28) in days
    assert date(2026, 3, 17) not in days
