"""The reports and the referral that a problem is made of: shown by id to those who may see every case, else counted."""

from collections.abc import Mapping
from typing import Any

from services.triage.domain.access import may_see_every_case
from services.triage.entrypoints.problem_requests import Part
from shared.web.identity import Principal

_LINKS = ("report_ids", "level_4_referral")


def shown(stage: str, held: Mapping[str, Any], reader: Principal) -> dict[str, Any]:
    """Return what a stage holds as the reader sees it: counts in place of ids, which may be those of sealed cases."""
    if stage != "scanning" or may_see_every_case(reader.roles):
        return dict(held)
    rest = {name: value for name, value in held.items() if name not in _LINKS}
    counts = {
        "reports": len(held.get("report_ids") or ()),
        "level_4_referrals": int(bool(held.get("level_4_referral"))),
    }
    return rest | counts


def kept(before: Mapping[str, Any], asked: Part, writer: Principal) -> dict[str, Any]:
    """Return what is recorded: links that the writer is not shown and did not send stay as they were."""
    data = asked.model_dump(mode="json")
    if may_see_every_case(writer.roles):
        return data
    unsent = {name: before[name] for name in _LINKS if name in before and name not in asked.model_fields_set}
    return data | unsent
