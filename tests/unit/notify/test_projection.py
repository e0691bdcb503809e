"""Nothing leaves but what an agreement names."""

import json
from typing import Any, get_args

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.notify.adapters.agreements import read_agreements
from services.notify.application.facts import fact_of
from services.notify.application.projection import body_of, cloudevent_of
from services.notify.domain.agreement import Agreement, agreement_for
from services.notify.domain.disclosure import PUBLIC_FIELDS, REDUCED, TELLING_ROLES
from services.notify.domain.errors import NotSharedError
from services.notify.domain.webhook import Payload
from shared.contracts.catalogue import EVENTS
from shared.contracts.event import Event
from shared.contracts.networks import EngagementEvent, EngagementFoundUnsafe, EngagementRecalled, MatchingEnded
from shared.contracts.reporting import ReportWithdrawn
from shared.contracts.triage import CaseAssigned, CaseDeescalated, CaseEvent, FlagRaised, Reason
from shared.contracts.vocabulary import CATEGORIES, SafeContact
from tests.support.notify import a_case, an_engagement, opened, submitted

AGREEMENTS = {agreement.id: agreement for agreement in read_agreements()}
POLICE, HOUSING = AGREEMENTS["agency-police"], AGREEMENTS["agency-housing"]
NEVER = {
    "flags", "reasons", "intake", "cell", "community", "contact_allowed", "guidance_ids", "asset_id", "reason",
    "reason_code", "danger_signals", "has_text", "has_contact", "decision_id", "received_at", "human_required",
    "refusals", "vulnerability", "policy_hash", "basis", "to_role", "decline_code", "actor_role",
}  # fmt: skip

levels = st.sampled_from([1, 2, 3, 4])
categories = st.sampled_from(CATEGORIES)
telling = st.sampled_from(["police / idva / marac", "crisis service", "prevent team"])


@st.composite
def events(draw: st.DrawFn) -> Event:
    """Any event that a stream carries, with everything filled in that could be given away."""
    kind = EVENTS[draw(st.sampled_from(sorted(PUBLIC_FIELDS)))]
    if issubclass(kind, CaseEvent):
        return a_case(
            kind,
            level=draw(levels),
            previous_level=draw(levels),
            category=draw(categories),
            flags=[FlagRaised(flag="planted_flag", confidence="possible", blocking=True)],
            reasons=[Reason(rule="H01", effect="floor:4", because="planted reason")],
            reason_code="planted_code",
            lead_role=draw(telling),
            owner_role=draw(telling),
            agency=draw(st.none() | st.sampled_from(["police", "housing", "fire"])),
        )
    if issubclass(kind, EngagementEvent):
        return an_engagement(kind, level=draw(st.sampled_from([1, 2])), category=draw(categories))
    if issubclass(kind, MatchingEnded):
        reason = draw(st.sampled_from(["no_asset_fits", "offers_exhausted", "not_allowed", "recalled"]))
        return kind.model_validate(an_engagement(EngagementRecalled).model_dump() | {"reason": reason})
    if issubclass(kind, ReportWithdrawn):
        return kind.model_validate(submitted().model_dump())
    intake: dict[str, Any] = {
        "category": draw(st.none() | categories),
        "vulnerability": draw(st.sampled_from([(), ("dementia",)])),
        "hate_perceived": draw(st.sampled_from(["yes", "no"])),
        "safe_contact": draw(st.none() | st.sampled_from(get_args(SafeContact))),
        "reporter_age_band": draw(st.none() | st.sampled_from(["under_18", "25_64"])),
    }
    return submitted(intake=intake, danger_signals=draw(st.sampled_from([(), ("planted_signal",)])))


agreements = st.builds(
    Agreement,
    id=st.just("any"),
    purpose=st.just("any"),
    role=st.just("partner"),
    agency=st.sampled_from(["any", "police", "housing"]),
    streams=st.just(frozenset({"reports"})),
    levels=st.frozensets(levels),
    kinds=st.frozensets(st.sampled_from(["com", "env", "nui", "per", "crime", "saf"])),
)


@given(events(), agreements | st.sampled_from(sorted(AGREEMENTS.values(), key=lambda agreement: agreement.id)))
def test_no_agreement_shows_a_field_outside_the_allow_list(event: Event, agreement: Agreement) -> None:
    fact = fact_of(event)
    assert fact is not None

    shown = cloudevent_of(fact, agreement)

    if shown is None:
        return
    data = shown["data"]
    assert isinstance(data, dict)
    assert data.keys() <= PUBLIC_FIELDS[event.type]
    assert not data.keys() & NEVER
    text = json.dumps(shown)
    assert not [word for word in ("planted", "dementia", "under_18", "89195da49afffff") if word in text]


@given(events(), agreements)
def test_what_is_not_among_the_levels_is_not_seen(event: Event, agreement: Agreement) -> None:
    fact = fact_of(event)
    assert fact is not None

    shown = cloudevent_of(fact, agreement)

    assert (shown is None) or fact.guarded_at in agreement.levels
    if isinstance(event, CaseEvent) and event.level not in agreement.levels:
        assert shown is None


@given(events())
def test_housing_hears_nothing_of_level_four(event: Event) -> None:
    fact = fact_of(event)
    assert fact is not None

    shown = cloudevent_of(fact, HOUSING)

    assert not (shown is not None and isinstance(event, CaseEvent) and event.level == 4)
    assert '"previous_level": 4' not in json.dumps(shown)


@given(events())
def test_level_four_is_reduced_even_for_the_police(event: Event) -> None:
    fact = fact_of(event)
    assert fact is not None
    shown = cloudevent_of(fact, POLICE)

    if fact.guarded_at == 4:
        assert shown is not None
        assert set(shown["data"]) <= REDUCED  # type: ignore[call-overload]  # data is a dictionary


@given(events(), agreements | st.sampled_from([POLICE, HOUSING]))
def test_no_partner_can_tell_a_flag_by_who_leads_or_owns_a_case(event: Event, agreement: Agreement) -> None:
    fact = fact_of(event)
    assert fact is not None

    shown = (cloudevent_of(fact, agreement) or {"data": {}})["data"]

    assert isinstance(shown, dict)
    its_own = isinstance(event, CaseAssigned) and event.agency == agreement.agency
    assert not shown.keys() & (TELLING_ROLES - ({"owner_role"} if its_own else set()))
    if not its_own:
        assert not [word for word in ("marac", "crisis", "prevent") if word in json.dumps(shown)]


def test_a_partner_reads_who_owns_a_case_of_its_own_and_staff_read_who_leads() -> None:
    assigned = fact_of(a_case(CaseAssigned, agency="police", owner_role="partner"))
    begun = fact_of(opened())
    assert assigned is not None
    assert begun is not None
    officer = AGREEMENTS["role-officer"]

    shown = [cloudevent_of(assigned, to) for to in (POLICE, HOUSING)] + [cloudevent_of(begun, officer)]

    roles = [one["data"].keys() & TELLING_ROLES for one in shown if one is not None]  # type: ignore[attr-defined]
    assert roles == [{"owner_role"}, set(), {"lead_role"}]


@given(events(), st.sampled_from(Payload))
def test_a_webhook_says_no_more_than_a_stream(event: Event, payload: Payload) -> None:
    fact = fact_of(event)
    assert fact is not None

    body, shown = body_of(fact, HOUSING, payload), cloudevent_of(fact, HOUSING)

    assert (body is None) == (shown is None)
    if body is not None and shown is not None:
        assert orjson.loads(body)["data"] == shown["data"]


def test_an_event_is_shown_as_a_structured_cloudevent() -> None:
    event = opened()
    fact = fact_of(event)
    assert fact is not None

    shown = cloudevent_of(fact, HOUSING)

    assert shown is not None
    assert shown["specversion"] == "1.0"
    assert shown["id"] == str(event.event_id)
    assert shown["type"] == "kith.case.opened.v1"
    assert shown["time"] == "2026-11-20T12:00:00.000Z"
    assert shown["data"] == {
        "concern_id": str(event.concern_id),
        "report_id": str(event.report_id),
        "case_id": str(event.case_id),
        "level": 2,
        "category": "nui.rowdy_gathering",
        "areas": ["E08000034"],
        "grade": "STANDARD",
        "due_at": "2026-11-20T12:00:00Z",
    }


@pytest.mark.parametrize(
    "event",
    [
        submitted(danger_signals=("knife",)),
        submitted(intake={"category": "env.litter", "safe_contact": "none"}),
        submitted(intake={"category": "env.litter", "reporter_age_band": "under_18"}),
        submitted(intake={"category": "per.hate"}),
        submitted(intake={"category": None}),
        an_engagement(EngagementRecalled),
        an_engagement(EngagementFoundUnsafe),
        opened(level=4),
    ],
    ids=lambda event: f"{event.type}",
)
def test_what_could_give_a_grave_case_away_is_not_for_housing(event: Event) -> None:
    fact = fact_of(event)
    assert fact is not None

    assert cloudevent_of(fact, HOUSING) is None


def test_a_case_that_came_down_is_shown_without_its_past() -> None:
    fact = fact_of(a_case(CaseDeescalated, level=3, previous_level=4))
    assert fact is not None

    shown = cloudevent_of(fact, HOUSING)

    assert shown is not None
    assert "previous_level" not in shown["data"]  # type: ignore[operator]  # data is a dictionary


def test_a_kind_that_is_not_shared_is_left_out() -> None:
    fact = fact_of(opened(category="crime.bicycle-theft"))
    assert fact is not None

    for_housing, for_police = cloudevent_of(fact, HOUSING), cloudevent_of(fact, POLICE)

    assert for_housing is not None
    assert for_police is not None
    assert "category" not in for_housing["data"]  # type: ignore[operator]  # data is a dictionary
    assert for_police["data"]["category"] == "crime.bicycle-theft"  # type: ignore[index]  # as above


def test_only_who_has_an_agreement_sees_anything() -> None:
    with pytest.raises(NotSharedError):
        agreement_for(["partner"], "fire", list(AGREEMENTS.values()))
    with pytest.raises(NotSharedError):
        agreement_for(["partner"], None, list(AGREEMENTS.values()))
    with pytest.raises(NotSharedError):
        agreement_for(["service.triage"], "police", list(AGREEMENTS.values()))


def test_level_four_is_for_the_police_and_supervisors_alone() -> None:
    assert {agreement.id for agreement in AGREEMENTS.values() if agreement.level_four} == {
        "agency-police",
        "role-supervisor",
    }


def test_every_field_that_may_be_shown_is_a_field_of_its_event() -> None:
    for name, fields in PUBLIC_FIELDS.items():
        assert fields - {"category"} <= EVENTS[name].model_fields.keys()
