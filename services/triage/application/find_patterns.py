"""When cases are opened: keep what they left in the history of places, and tell the patterns that it then shows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from services.triage.application.apply_once import ApplyOnce
from services.triage.application.pattern_events import new_pattern
from services.triage.application.pattern_ports import Cells, History, Patterns
from services.triage.application.precedence import Precedence
from services.triage.domain.actions import Action
from services.triage.domain.case import HeldFlag
from services.triage.domain.move import PLATFORM, Move
from services.triage.domain.patterns.pattern import Finding
from services.triage.domain.patterns.repeats import REPEAT_NEARBY, findings
from services.triage.domain.patterns.sighting import Incident, Sighting
from shared.contracts.triage import CaseOpened
from shared.runtime.clock import Clock
from shared.runtime.ids import derived_id

_PATIENCE_SECONDS = 2.0
"""How long a batch waits for its turn while reports are being decided."""


@dataclass(frozen=True, slots=True)
class FindPatterns:
    """Find repeats and near repeats, after the decision and apart from it: what fails here delays no decision.

    Whatever is delivered again finds its sighting kept, its patterns told and its cases noted. A report costs two
    writes and one short document read, or seven where its kind repeats nearby, however much is kept.
    """

    history: History
    patterns: Patterns
    cells: Cells
    apply: ApplyOnce
    clock: Clock
    precedence: Precedence

    async def __call__(self, opened: Sequence[CaseOpened]) -> None:
        """Handle a batch of new cases; TransientError passes, and all of them are tried again."""
        await self.precedence.turn(_PATIENCE_SECONDS)
        seen = await self.history.of_cases({one.case_id for one in opened})
        if not seen:
            return
        await self.history.add(seen.values())
        found = await self._found(seen)
        now = self.clock.now()
        await self.patterns.add([new_pattern(finding, now) for _, finding in found])
        for case_id, finding in found:
            await self.apply(case_id, _note_of(case_id, finding))

    async def _found(self, seen: Mapping[UUID, Sighting]) -> Sequence[tuple[UUID, Finding]]:
        """Read only now, after adding: of two reports that are handled at the same time one sees the other."""
        cells = {case_id: self._cells_of(one) for case_id, one in seen.items()}
        known = await self.history.last_incidents(
            {(one.category, cell) for case_id, one in seen.items() for cell in cells[case_id]}
        )

        def around(case_id: UUID, one: Sighting) -> Mapping[str, Sequence[Incident]]:
            return {cell: known.get((one.category, cell), ()) for cell in cells[case_id]}

        return [(case_id, finding) for case_id, one in seen.items() for finding in findings(one, around(case_id, one))]

    def _cells_of(self, one: Sighting) -> tuple[str, ...]:
        return (one.cell, *self.cells.beside(one.cell)) if one.category in REPEAT_NEARBY else (one.cell,)


def _note_of(case_id: UUID, finding: Finding) -> Move:
    kind = finding.kind.value
    return Move(
        Action.PATTERN_FOUND,
        PLATFORM,
        finding.because,
        finding.sighting.at,
        cause=derived_id(case_id, "pattern", kind),
        flag=HeldFlag(kind, finding.confidence, blocking=False),
    )
