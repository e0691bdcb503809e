"""Files that name community groups: 360Giving grants and extracts of the charity register, as rows of one kind."""

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from services.networks.application.import_groups import GroupFile
from services.networks.domain.errors import SourceNotReadableError
from services.networks.domain.groups import GroupRecord

Row = Mapping[str, str]

_NOT_ACTIVE = frozenset({"removed", "inactive", "deregistered", "ceased", "dissolved", "closed"})
_STATUS_COLUMNS = ("charity_registration_status", "registration_status", "status", "charity_status")
_REMOVED_COLUMNS = ("date_of_removal", "removal_date", "date_removed")


def read_groups(path: Path) -> GroupFile:
    """Read a file of either kind, told apart by its columns; SourceNotReadableError names what is missing.

    Columns about contacts and addresses, where a file has them, are not read.
    """
    try:
        with path.open(encoding="utf-8-sig", errors="strict", newline="") as lines:
            reader = csv.DictReader(lines)
            columns = frozenset(reader.fieldnames or ())
            source, read = _reader_for(columns, path)
            rows = [{key: (value or "").strip() for key, value in row.items() if key} for row in reader]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise SourceNotReadableError(f"{path.name} cannot be read: {error}") from error
    return GroupFile(source, path.name, len(rows), tuple(read(rows)))


def _reader_for(columns: frozenset[str], path: Path) -> tuple[str, Callable[[Iterable[Row]], Iterator[GroupRecord]]]:
    for source, (needed, read) in _KINDS.items():
        if needed <= columns:
            return source, read
    wanted = " or ".join(f"{source} ({', '.join(sorted(needed))})" for source, (needed, _) in _KINDS.items())
    raise SourceNotReadableError(f"{path.name} has neither the columns of {wanted}")


def _grants(rows: Iterable[Row]) -> Iterator[GroupRecord]:
    for row in rows:
        charity = row.get("Recipient Org:Charity Number", "")
        ids = {row["Recipient Org:Identifier"], f"GB-CHC-{charity}" if charity else ""} - {""}
        code, place = row.get("Beneficiary Location:Geographic Code", ""), row.get("Beneficiary Location:Name", "")
        purpose = " ".join((row.get("Title", ""), row.get("Description", "")))
        yield GroupRecord(
            row["Recipient Org:Name"], frozenset(ids), purpose, areas=((code, place),) if code and place else ()
        )


def _charities(rows: Iterable[Row]) -> Iterator[GroupRecord]:
    for row in rows:
        purpose = row.get("charity_activities", "") or row.get("activities", "")
        number = row["registered_charity_number"]
        ids = frozenset({f"GB-CHC-{number}"} if number else ())
        yield GroupRecord(row["charity_name"], ids, purpose, removed=_is_removed(row))


def _is_removed(row: Row) -> bool:
    said = {row.get(column, "").casefold() for column in _STATUS_COLUMNS}
    return bool(said & _NOT_ACTIVE) or any(row.get(column) for column in _REMOVED_COLUMNS)


_KINDS = MappingProxyType(
    {
        "360giving": (frozenset({"Recipient Org:Identifier", "Recipient Org:Name"}), _grants),
        "charity-register": (frozenset({"registered_charity_number", "charity_name"}), _charities),
    }
)
