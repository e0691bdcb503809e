"""What triage counts, on the registry it is given."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

from services.triage.domain.case import Case


class TriageMetrics:
    """New cases by level and grade, and how many of them wait for a person before anything else."""

    def __init__(self, registry: CollectorRegistry) -> None:
        self._opened = Counter("kith_cases_opened_total", "Cases opened.", ["level", "grade"], registry=registry)
        self._held = Counter(
            "kith_cases_held_for_a_person_total", "Cases opened that a person has to look at.", registry=registry
        )

        self._fired = Counter(
            "kith_case_timers_fired_total", "Clocks of cases that ran out.", ["action"], registry=registry
        )
        self._late = Histogram(
            "kith_case_timers_late_seconds",
            "How long after its moment a clock took effect.",
            buckets=(1, 5, 30, 60, 300, 3600),
            registry=registry,
        )
        self._soon = Gauge("kith_case_timers_soon", "Clocks that run out within two sweeps.", registry=registry)
        self._oldest = Gauge(
            "kith_handover_oldest_unanswered_seconds",
            "How long the oldest hand-over has waited for an answer.",
            registry=registry,
        )
        self._repeated = Counter(
            "kith_duplicates_suppressed_total", "Events delivered again and left without effect.", registry=registry
        )

    def repeated(self, reports: int) -> None:
        """Count reports that had their case already."""
        self._repeated.inc(reports)

    def fired(self, action: str, late_seconds: float) -> None:
        """Count one clock that ran out, by what it did."""
        self._fired.labels(action).inc()
        self._late.observe(max(0.0, late_seconds))

    def swept(self, waiting: int, oldest_offer_seconds: float) -> None:
        """Note how many clocks run out soon, and the age of the oldest hand-over that nobody answered."""
        self._soon.set(waiting)
        self._oldest.set(oldest_offer_seconds)

    def opened(self, case: Case) -> None:
        """Count one new case."""
        self._opened.labels(str(case.standing.level), case.standing.grade).inc()
        if case.human_required:
            self._held.inc()
