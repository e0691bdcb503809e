"""The table at the end: what the day came to."""

from collections.abc import Mapping, Sequence

from rich.table import Table

from deploy.demo.ledger import LOCAL_LEVELS, Ledger

Row = tuple[str, str]


def rows(ledger: Ledger, per_topic: Mapping[str, int]) -> Sequence[Row]:
    """Return the figures with their names, in the order in which a report goes through the platform."""
    return (
        *_reports(ledger),
        *_levels(ledger),
        *_communities(ledger),
        *((f"events on {topic}", str(count)) for topic, count in per_topic.items()),
        ("time from report to decision", f"p50 {ledger.delay(0.5):.0f} ms, p99 {ledger.delay(0.99):.0f} ms"),
        ("e-mails sent", str(ledger.mails)),
        *((f"events received by {name}, stream", str(len(ids))) for name, ids in ledger.streamed.items()),
        ("events received by police, webhook", f"{len(ledger.hooked)}, every signature checked"),
        *_promises(ledger),
    )


def table_of(title: str, figures: Sequence[Row]) -> Table:
    """Return the figures as a table."""
    table = Table(title=title, title_justify="left", show_header=False)
    table.add_column()
    table.add_column(justify="right")
    for name, value in figures:
        table.add_row(name, value)
    return table


def _reports(ledger: Ledger) -> Sequence[Row]:
    again = f" (sent again {ledger.sent_again} times)" if ledger.sent_again else ""
    refused = (("reports refused", str(ledger.refused)),) if ledger.refused else ()
    return ("reports posted", f"{ledger.posted}{again}"), ("reports accepted", str(ledger.acknowledged)), *refused


def _levels(ledger: Ledger) -> Sequence[Row]:
    total = sum(ledger.opened_at.values())
    local = sum(ledger.opened_at[level] for level in LOCAL_LEVELS)
    names = {1: "prevention", 2: "early resolution", 3: "partnership", 4: "high risk"}
    return (
        *((f"level {level}, {name}", str(ledger.opened_at[level])) for level, name in names.items()),
        ("routed to levels 1-2, to be settled locally", _of(local, total)),
        ("settled at levels 1-2 by the end of the day", _of(ledger.settled, local)),
    )


def _of(part: int, whole: int) -> str:
    return f"{part} of {whole}, {part / whole:.0%}" if whole else "none"


def _communities(ledger: Ledger) -> Sequence[Row]:
    kinds = ("offered", "accepted", "declined", "completed", "recalled", "found_unsafe")
    counts = {kind: ledger.types[f"kith.engagement.{kind}.v1"] for kind in kinds}
    return (
        ("cases a community may be asked about", str(ledger.allowed)),
        ("offers made", str(counts["offered"])),
        ("offers accepted / declined", f"{counts['accepted']} / {counts['declined']}"),
        ("offers done / recalled / found not safe", " / ".join(str(counts[kind]) for kind in kinds[3:])),
    )


def _promises(ledger: Ledger) -> Sequence[Row]:
    gaps = (("gaps told to partners", str(ledger.gaps)),) if ledger.gaps else ()
    repeated = (("events published again under their own id", str(ledger.repeated)),) if ledger.repeated else ()
    return (
        *gaps,
        *repeated,
        ("accepted reports without a case (lost)", str(ledger.lost)),
        ("distinct duplicates (reports, cases, openings)", str(ledger.duplicates)),
    )
