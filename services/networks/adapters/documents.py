"""Networks' objects and their documents, as pure functions both ways."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, date, datetime
from typing import Any

from services.networks.adapters.assessment_documents import assessment_document, assessment_from
from services.networks.adapters.listing_documents import listing_document, listing_from
from services.networks.domain.asset import (
    Asset,
    AssetKind,
    Consent,
    Contact,
    DbsRole,
    Provenance,
    Reservation,
    Safeguarding,
    Suspension,
    TrustState,
)
from services.networks.domain.checks import Check, Said
from services.networks.domain.concern import Concern, Flag
from services.networks.domain.engagement import Ending, Engagement
from services.networks.domain.listing import NOTHING_SAID
from services.networks.domain.offers import Offer, OfferState
from services.networks.domain.people import Group, GroupForm, Person

Document = dict[str, Any]


def engagement_document(engagement: Engagement) -> Document:
    """Return the fields of a case's engagement, without its version or outbox."""
    concern = engagement.concern
    return {
        "concern": {
            "report_id": concern.report_id,
            "concern_id": concern.concern_id,
            "correlation_id": concern.correlation_id,
            "level": concern.level,
            "category": concern.category,
            "areas": list(concern.areas),
            "flags": [{"name": flag.name, "blocking": flag.blocking} for flag in concern.flags],
            "allowed": concern.allowed,
            "conditions": list(concern.conditions),
            "human_required": concern.human_required,
            "language": concern.language,
        },
        "offers": [_offer_document(offer) for offer in engagement.offers],
        "ending": engagement.ending,
        "refusals": list(engagement.refusals),
        "next_check_at": engagement.next_check_at,
        "due_at": next((offer.expires_at for offer in engagement.offers if offer.state is OfferState.OFFERED), None),
    }


def engagement_from(document: Mapping[str, Any]) -> Engagement:
    """Return the engagement that a document holds."""
    concern = document["concern"]
    ending = document["ending"]
    return Engagement(
        concern=Concern(
            **{key: concern[key] for key in ("report_id", "concern_id", "correlation_id", "level", "category")},
            case_id=document["_id"],
            areas=tuple(concern["areas"]),
            flags=tuple(Flag(flag["name"], flag["blocking"]) for flag in concern["flags"]),
            allowed=concern["allowed"],
            conditions=tuple(concern["conditions"]),
            human_required=concern["human_required"],
            language=concern["language"],
        ),
        offers=tuple(map(_offer_from, document["offers"])),
        ending=Ending(ending) if ending else None,
        refusals=tuple(document["refusals"]),
    )


def _offer_from(document: Document) -> Offer:
    checks = tuple(
        Check(**held | {"reporter": Said(held["reporter"]), "asset": Said(held["asset"])})
        for held in document.get("checks", ())
    )
    return Offer(**document | {"state": OfferState(document["state"]), "checks": checks})


def _offer_document(offer: Offer) -> Document:
    return {
        "id": offer.id,
        "number": offer.number,
        "asset_id": offer.asset_id,
        "area": offer.area,
        "at": offer.at,
        "expires_at": offer.expires_at,
        "state": offer.state,
        "changed_at": offer.changed_at,
        "accepted_at": offer.accepted_at,
        "checks": [asdict(check) for check in offer.checks],
    }


def asset_document(asset: Asset) -> Document:
    """Return the fields of an asset's entry; its load (reservations and when it was asked) is kept apart."""
    safeguarding, consent = asset.safeguarding, asset.consent
    return {
        "kind": asset.kind,
        "name": asset.name,
        "areas": list(asset.areas),
        "offers": list(asset.offers),
        "last_confirmed": _stored_day(asset.last_confirmed),
        "languages": list(asset.languages),
        "contact": asdict(asset.contact) if asset.contact else None,
        "council_contact": asset.council_contact,
        "safeguarding": {
            "trained_until": _stored_day(safeguarding.trained_until),
            "policy_date": _stored_day(safeguarding.policy_date),
            "dbs_roles": [
                {"role": role.role, "level": role.level, "checked_on": _stored_day(role.checked_on)}
                for role in safeguarding.dbs_roles
            ],
        },
        "mediation_trained": asset.mediation_trained,
        "max_open": asset.max_open,
        "cool_off_until": asset.cool_off_until,
        "consent": {
            "receives_offers": consent.receives_offers,
            "listed_publicly": consent.listed_publicly,
            "until": _stored_day(consent.until),
        },
        "trust_state": asset.trust_state,
        "conflicts": list(asset.conflicts),
        "person_id": asset.person_id,
        "network_id": asset.network_id,
        "listing": listing_document(asset.listing),
        "provenance": asdict(asset.provenance),
        "suspensions": [asdict(suspension) for suspension in asset.suspensions],
        "version": asset.version,
    }


def asset_from(document: Mapping[str, Any]) -> Asset:
    """Return the asset that a document holds, with its load."""
    contact, guarding, consent = document["contact"], document["safeguarding"], document["consent"]
    return Asset(
        **{
            key: document[key]
            for key in (
                "name",
                "council_contact",
                "mediation_trained",
                "max_open",
                "cool_off_until",
                "person_id",
                "version",
            )
        },
        id=document["_id"],
        kind=AssetKind(document["kind"]),
        areas=tuple(document["areas"]),
        offers=tuple(document["offers"]),
        last_confirmed=document["last_confirmed"].date(),
        languages=tuple(document["languages"]),
        contact=Contact(**contact) if contact else None,
        safeguarding=Safeguarding(
            _day(guarding["trained_until"]),
            _day(guarding["policy_date"]),
            tuple(DbsRole(r["role"], r["level"], r["checked_on"].date()) for r in guarding["dbs_roles"]),
        ),
        consent=Consent(consent["receives_offers"], consent["listed_publicly"], _day(consent["until"])),
        trust_state=TrustState(document["trust_state"]),
        conflicts=tuple(document["conflicts"]),
        network_id=document.get("network_id"),
        listing=listing_from(document["listing"]) if "listing" in document else NOTHING_SAID,
        provenance=Provenance(**document["provenance"]),
        suspensions=tuple(Suspension(**held) for held in document.get("suspensions", ())),
        reservations=tuple(Reservation(r["engagement_id"], r["case_id"], r["at"]) for r in document["reservations"]),
        asked=tuple(document["asked"]),
    )


def person_document(person: Person) -> Document:
    """Return the fields of a person's entry."""
    return {
        "name": person.name,
        "email": person.email,
        "skills": list(person.skills),
        "areas": list(person.areas),
        "languages": list(person.languages),
        "consented_at": person.consented_at,
        "consent_until": _stored_day(person.consent_until),
        "withdrawn_at": person.withdrawn_at,
        "version": person.version,
    }


def person_from(document: Mapping[str, Any]) -> Person:
    """Return the person whom a document describes."""
    lists: Document = {key: tuple(document[key]) for key in ("skills", "areas", "languages")}
    plain = {key: document[key] for key in ("name", "email", "consented_at", "withdrawn_at", "version")}
    return Person(id=document["_id"], consent_until=_day(document["consent_until"]), **lists, **plain)


def group_document(group: Group) -> Document:
    """Return the fields of a group's entry."""
    return {
        "name": group.name,
        "form": group.form,
        "purpose": group.purpose,
        "areas": list(group.areas),
        "contact_role": group.contact_role,
        "assessments": [assessment_document(assessment) for assessment in group.assessments],
        "version": group.version,
    }


def group_from(document: Mapping[str, Any]) -> Group:
    """Return the group that a document describes."""
    plain = {key: document[key] for key in ("name", "purpose", "contact_role", "version")}
    assessments = tuple(assessment_from(held) for held in document.get("assessments", ()))
    return Group(
        id=document["_id"],
        form=GroupForm(document["form"]),
        areas=tuple(document["areas"]),
        assessments=assessments,
        **plain,
    )


def _stored_day(day: date | None) -> datetime | None:
    return datetime(day.year, day.month, day.day, tzinfo=UTC) if day else None


def _day(moment: datetime | None) -> date | None:
    return moment.date() if moment else None
