"""A benchmark's outcome: one row of the table."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """What was measured, what it came to, what it was held against, and what was aimed at."""

    what: str
    measured: str
    against: str
    aim: str
    reached: bool

    def markdown(self) -> str:
        """Return a row of a Markdown table."""
        return f"| {self.what} | {self.measured} | {self.against} | {self.aim} | {'yes' if self.reached else 'no'} |"


def quantile(values: list[float], share: float) -> float:
    """Return the value below which this share of the values lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
