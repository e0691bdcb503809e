"""Showing the demo as it happens: four panels on a terminal, one line per event anywhere else."""

from collections import Counter, deque
from types import TracebackType
from typing import Protocol, Self

from rich.console import Console
from rich.layout import Layout
from rich.live import Live
from rich.panel import Panel
from rich.text import Text

from deploy.demo import words
from deploy.demo.ledger import Ledger

_KEPT = 60
_TITLES = {
    words.IN: "what comes in",
    words.TRIAGE: "what triage decides, and why",
    words.COMMUNITY: "what communities take on",
    words.PARTNERS: "what partners receive",
}


class Screen(Protocol):
    """Where lines go. Used as a block, after which the terminal is as it was."""

    def say(self, lane: str, line: str) -> None:
        """Show a line in a lane, now."""
        ...

    def __enter__(self) -> Self:
        """Begin to show."""
        ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop showing."""
        ...


class Lines:
    """Every line as it comes, with its lane before it."""

    def __init__(self, console: Console) -> None:
        self._console = console

    def say(self, lane: str, line: str) -> None:
        """Print the line."""
        print(f"{lane:<9} {line}", file=self._console.file, flush=True)

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End."""


class Panels:
    """The latest lines of each lane side by side, under a line of counts that is always up to date."""

    def __init__(self, console: Console, ledger: Ledger) -> None:
        self._console = console
        self._ledger = ledger
        self._lines = {lane: deque[str](maxlen=_KEPT) for lane in _TITLES}
        self._platform = ""
        self._live = Live(get_renderable=self._drawn, console=console, refresh_per_second=4, screen=True)

    def say(self, lane: str, line: str) -> None:
        """Add the line to its panel; what the platform says of itself goes to the bottom line."""
        if lane in self._lines:
            self._lines[lane].append(line)
        else:
            self._platform = line

    def __enter__(self) -> Self:
        """Take the screen."""
        self._live.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Give the screen back."""
        self._live.stop()

    def _drawn(self) -> Layout:
        top, middle, bottom = Layout(name="top", size=1), Layout(name="middle"), Layout(name="bottom", size=1)
        left, right = Layout(name="left"), Layout(name="right", ratio=2)
        left.split_column(Layout(self._panel(words.IN)), Layout(self._panel(words.COMMUNITY)))
        right.split_column(Layout(self._panel(words.TRIAGE), ratio=2), Layout(self._panel(words.PARTNERS)))
        middle.split_row(left, right)
        top.update(Text(_counts(self._ledger), style="bold", no_wrap=True, overflow="ellipsis"))
        bottom.update(Text(self._platform, style="dim", no_wrap=True, overflow="ellipsis"))
        whole = Layout()
        whole.split_column(top, middle, bottom)
        return whole

    def _panel(self, lane: str) -> Panel:
        shown = list(self._lines[lane])[-self._console.height :]
        text = Text("\n".join(reversed(shown)), no_wrap=True, overflow="ellipsis")
        return Panel(text, title=_TITLES[lane], title_align="left")


class Sampled:
    """Passes on every line about the platform, and of each other lane one in so many: for days with thousands."""

    def __init__(self, screen: Screen, one_in: int) -> None:
        self._screen = screen
        self._one_in = one_in
        self._said = Counter[str]()

    def say(self, lane: str, line: str) -> None:
        """Show the line, or leave it out."""
        self._said[lane] += 1
        if lane == words.PLATFORM or self._said[lane] % self._one_in == 1:
            self._screen.say(lane, line)

    def __enter__(self) -> Self:
        """Begin to show."""
        self._screen.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop showing."""
        self._screen.__exit__(kind, error, trace)


def screen_for(console: Console, ledger: Ledger) -> Screen:
    """Return panels on a terminal, lines where the output goes anywhere else."""
    return Panels(console, ledger) if console.is_terminal else Lines(console)


def _counts(ledger: Ledger) -> str:
    levels = "  ".join(f"level {level}: {ledger.opened_at[level]}" for level in (1, 2, 3, 4))
    offers = ledger.types["kith.engagement.offered.v1"]
    return f" reports {ledger.acknowledged}   {levels}   offers {offers}   e-mails {ledger.mails}   lost {ledger.lost}"
