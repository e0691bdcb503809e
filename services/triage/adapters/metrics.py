"""What triage counts, on the registry it is given."""

from prometheus_client import CollectorRegistry, Counter

from services.triage.domain.case import Case


class TriageMetrics:
    """New cases by level and grade, and how many of them wait for a person before anything else."""

    def __init__(self, registry: CollectorRegistry) -> None:
        self._opened = Counter("kith_cases_opened_total", "Cases opened.", ["level", "grade"], registry=registry)
        self._held = Counter(
            "kith_cases_held_for_a_person_total", "Cases opened that a person has to look at.", registry=registry
        )

        self._repeated = Counter(
            "kith_duplicates_suppressed_total", "Events delivered again and left without effect.", registry=registry
        )

    def repeated(self, reports: int) -> None:
        """Count reports that had their case already."""
        self._repeated.inc(reports)

    def opened(self, case: Case) -> None:
        """Count one new case."""
        self._opened.labels(str(case.standing.level), case.standing.grade).inc()
        if case.human_required:
            self._held.inc()
