"""What can go wrong in triage.

TriageError
├── CaseNotFoundError          there is no such case, or the asker may not know of it
├── KeyReusedError             an idempotency key came before with another body
├── StaleCaseError             the case has moved on since it was read
├── MoveNotAllowedError        the case's state does not allow this move; names those that are allowed
│   └── ExitNotMetError        the case lacks what has to hold before it is closed; names every thing
├── NotAuthorisedError         this person may not make this move
├── CommunityOverrideError     nobody may make this move: opening a case to the community by hand
├── PatternNotFoundError       there is no such pattern or run, or the asker may not know of it
├── UnfitDataError             an analysis was asked for that this data cannot bear
└── UnreasonableMoveError      the move contradicts itself, such as raising to a lower level
"""


class TriageError(Exception):
    """The family."""


class CaseNotFoundError(TriageError):
    """There is no such case, or the asker may not know of it."""


class KeyReusedError(TriageError):
    """An idempotency key came before with another body."""


class StaleCaseError(TriageError):
    """The case has moved on since it was read."""


class MoveNotAllowedError(TriageError):
    """The case's state does not allow this move."""

    def __init__(self, move: str, state: str, allowed: tuple[str, ...]) -> None:
        super().__init__(f"A case that is {state} cannot be the subject of '{move}'.")
        self.allowed = allowed


class ExitNotMetError(MoveNotAllowedError):
    """The case lacks what has to hold before it is closed at its level (1.1); `missing` names every thing."""

    def __init__(self, level: int, missing: tuple[str, ...], allowed: tuple[str, ...]) -> None:
        super().__init__("close", f"at level {level}", allowed)
        self.args = (f"A case at level {level} is not closed without: {'; '.join(missing)}.",)
        self.missing = missing


class NotAuthorisedError(TriageError):
    """The move is not for this person to make."""


class CommunityOverrideError(TriageError):
    """A case is opened to the community by the conditions of 1.13 alone; no role overrides them (1.16)."""


class UnreasonableMoveError(TriageError):
    """The move contradicts itself or the case."""


class PatternNotFoundError(TriageError):
    """There is no such pattern or run, or the asker may not know of it."""


class UnfitDataError(TriageError):
    """The data is too coarse or too little for the analysis that was asked for; the message says why."""
