"""The acceptance scoring of triage: what may never happen, and the floors; exact, and nothing is averaged away."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from services.triage.domain.flags import BLOCKING
from services.triage.domain.grades import Grade
from tests.corpus.labelled import Labelled

HIGH, PARTNERSHIP = 4, 3


@dataclass(frozen=True, slots=True)
class Measure:
    """One line of the acceptance scoring: a share of the reports it applies to, and what it must reach."""

    name: str
    met: int
    of: int
    at_least: float = 0.0
    at_most: float = 1.0

    @property
    def share(self) -> float:
        """The share, 1 where nothing applies and the share has to be reached, else 0."""
        if self.of:
            return self.met / self.of
        return 1.0 if self.at_least else 0.0

    @property
    def holds(self) -> bool:
        """Tell whether the floor or the ceiling is kept."""
        return self.at_least <= self.share <= self.at_most

    @property
    def aim(self) -> str:
        """Say what it is held to."""
        return f"at least {self.at_least:.0%}" if self.at_least else f"at most {self.at_most:.0%}"


Check = Callable[[Labelled], bool]

HARD_FAILS: dict[str, Check] = {
    "level 4 given a lower level": lambda r: r.level == HIGH > r.decision.level,
    "blocked report offered to a community": lambda r: (
        r.decision.community.allowed
        and (r.community is False or not BLOCKING.isdisjoint({*r.must_flags, *r.decision.flag_names}))
    ),
    "danger now without the 999 text": lambda r: (
        "immediate_danger" in r.decision.flag_names and "danger-now" not in r.decision.guidance_ids
    ),
    "unsafe contact left open": lambda r: "unsafe_to_contact" in r.must_flags and r.decision.contact_allowed,
    "flag missing at level 4": lambda r: r.level == HIGH and bool(r.missing),
}
"""Each of these fails the build by a single report."""


def hard_fails(reports: Iterable[Labelled]) -> dict[str, list[Labelled]]:
    """Return the reports that break a rule that may never be broken."""
    reports = tuple(reports)
    return {name: [report for report in reports if broken(report)] for name, broken in HARD_FAILS.items()}


def floors(reports: Sequence[Labelled]) -> tuple[Measure, ...]:
    """Return every measure with what it must reach."""
    graded = [report for report in reports if report.grade]
    urgent = [report for report in graded if Grade[report.grade or ""] <= Grade.PRIORITY]
    offered = [report for report in reports if report.community is not None]
    return (
        _measure("level exact", reports, lambda r: r.decision.level == r.level, at_least=0.90),
        _measure("level 3 under", [r for r in reports if r.level == PARTNERSHIP], _under, at_most=0.0),
        _measure("level over", reports, lambda r: r.decision.level > r.level, at_most=0.10),
        _measure("level over by more than one", reports, lambda r: r.decision.level > r.level + 1, at_most=0.0),
        _flags("must-flags found", reports, at_least=0.95),
        _flags("must-flags found at level 4", [r for r in reports if r.level == HIGH], at_least=1.0),
        Measure("must-not-flags raised", *_counted(reports, "unwanted", "must_not_flags"), at_most=0.05),
        _measure("kept from communities", [r for r in offered if not r.community], _kept, at_least=1.0),
        _measure("open to communities", [r for r in offered if r.community], lambda r: not _kept(r), at_least=0.90),
        _measure("grade exact", graded, lambda r: r.decision.grade.name == r.grade, at_least=0.85),
        _measure("urgent graded slower", urgent, lambda r: r.decision.grade > Grade[r.grade or ""], at_most=0.0),
        _pairs(reports),
    )


def by_rule(reports: Iterable[Labelled]) -> dict[str, list[Labelled]]:
    """Return the reports that exercise each rule."""
    return _grouped((rule, report) for report in reports for rule in report.rules)


def by_voice(reports: Iterable[Labelled]) -> dict[str, list[Labelled]]:
    """Return the reports of each voice."""
    return _grouped((report.voice, report) for report in reports)


def confusion(reports: Iterable[Labelled]) -> dict[tuple[int, int], int]:
    """Count reports by the level they should have and the one they got."""
    counts: dict[tuple[int, int], int] = defaultdict(int)
    for report in reports:
        counts[report.level, report.decision.level] += 1
    return counts


def differing(reports: Iterable[Labelled]) -> dict[str, list[Labelled]]:
    """Return the identity pairs whose decisions are not identical (F2)."""
    pairs = _grouped((report.pair, report) for report in reports if report.pair)
    return {pair: members for pair, members in pairs.items() if len(set(map(_decided, members))) > 1}


def _decided(report: Labelled) -> tuple[object, ...]:
    decision = report.decision
    return decision.level, decision.grade, decision.flag_names, decision.community


def _under(report: Labelled) -> bool:
    return report.decision.level < report.level


def _kept(report: Labelled) -> bool:
    return not report.decision.community.allowed


def _measure(name: str, reports: Sequence[Labelled], check: Check, **aim: float) -> Measure:
    return Measure(name, sum(map(check, reports)), len(reports), **aim)


def _flags(name: str, reports: Sequence[Labelled], at_least: float) -> Measure:
    missing, of = _counted(reports, "missing", "must_flags")
    return Measure(name, of - missing, of, at_least)


def _counted(reports: Sequence[Labelled], found: str, of: str) -> tuple[int, int]:
    return sum(len(getattr(r, found)) for r in reports), sum(len(getattr(r, of)) for r in reports)


def _pairs(reports: Sequence[Labelled]) -> Measure:
    pairs = {report.pair for report in reports if report.pair}
    return Measure("identity pairs identical", len(pairs) - len(differing(reports)), len(pairs), 1.0)


def _grouped(pairs: Iterable[tuple[str, Labelled]]) -> dict[str, list[Labelled]]:
    groups: dict[str, list[Labelled]] = {}
    for key, report in pairs:
        groups.setdefault(key, []).append(report)
    return groups
