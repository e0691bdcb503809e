"""What is asked for each kind beyond words and place: the fields of the intake as GeoReport's attributes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

from services.reporting.domain.categories import KINDS
from services.reporting.entrypoints.open311.errors import refusal
from shared.contracts.vocabulary import (
    Impact,
    PreviousAction,
    ReporterRole,
    SafeContact,
    Vulnerability,
    When,
    WhereKind,
    YesNoUnknown,
)

DataType = Literal["string", "number", "datetime", "text", "singlevaluelist", "multivaluelist"]

_YES_NO = ("yes", "no")
_LARGEST = 10_000


@dataclass(frozen=True, slots=True)
class Question:
    """One attribute: the intake's field `field`, asked as `text`."""

    field: str
    text: str
    datatype: DataType = "singlevaluelist"
    keys: tuple[str, ...] = ()
    hint: str = ""

    @property
    def code(self) -> str:
        """The attribute's code."""
        return self.field.upper()

    def answer(self, given: Sequence[str]) -> object:
        """Return the field's value, or raise the 400 that names the attribute."""
        if self.datatype == "multivaluelist":
            return [self._listed(value) for value in dict.fromkeys(given)]
        if len(given) > 1:
            raise refusal(f"attribute {self.code} takes one value")
        if self.datatype == "number":
            return self._number(given[0].strip())
        value = self._listed(given[0])
        return value == "yes" if self.keys == _YES_NO else value

    def _listed(self, value: str) -> str:
        if value not in self.keys:
            raise refusal(f"attribute {self.code} has to be one of {', '.join(self.keys)}")
        return value

    def _number(self, value: str) -> int:
        if not (value.isascii() and value.isdigit() and len(value) < len(str(_LARGEST)) + 1 and int(value) <= _LARGEST):
            raise refusal(f"attribute {self.code} has to be a whole number from 0 to {_LARGEST}")
        return int(value)


_Y = get_args(YesNoUnknown)
QUESTIONS: Mapping[str, Question] = {
    question.field: question
    for question in (
        Question("when", "When did it happen?", keys=get_args(When)),
        Question("ongoing", "Is it happening at this moment?", keys=_YES_NO),
        Question("where_kind", "What kind of place is it?", keys=get_args(WhereKind)),
        Question("injured", "Was anyone hurt?", keys=_Y),
        Question("weapon", "Was there a weapon?", keys=_Y),
        Question("targeted", "Is it aimed at a particular person or household?", keys=_Y),
        Question("hate_perceived", "Do you think it was because of who somebody is?", keys=_Y),
        Question("getting_worse", "Is it getting worse?", keys=_Y),
        Question("impact", "How does it affect you or others?", keys=get_args(Impact)),
        Question("children_present", "Are children living there or affected?", keys=_Y),
        Question("vulnerability", "Does this apply to anyone affected?", "multivaluelist", get_args(Vulnerability)),
        Question("repeat_count", "How often in the last six months, this time included?", "number", hint="A number."),
        Question("previous_reports", "How often was it reported to anybody before?", "number", hint="A number."),
        Question("previous_action", "Has anything been done about it?", keys=get_args(PreviousAction)),
        Question("people_involved", "How many people are involved?", "number", hint="A number."),
        Question("reporter_role", "How do you know of it?", keys=get_args(ReporterRole)),
        Question("safe_contact", "How is it safe to contact you?", keys=get_args(SafeContact)),
        Question("share_with_community", "May people locally hear of it, to help?", keys=_Y),
    )
}  # fmt: skip

_EVERYWHERE = ("when", "ongoing", "where_kind", "repeat_count", "reporter_role", "share_with_community")
_ABOUT_PEOPLE = (
    "injured", "weapon", "targeted", "hate_perceived", "getting_worse", "impact", "children_present", "vulnerability",
    "previous_reports", "previous_action", "people_involved", "safe_contact",
)  # fmt: skip
_BY_GROUP: Mapping[str, tuple[str, ...]] = {
    "com": ("impact", "vulnerability", "safe_contact"),
    "env": ("getting_worse", "previous_reports", "previous_action"),
    "nui": ("injured", "weapon", "targeted", "getting_worse", "impact", "people_involved", "previous_reports"),
    "per": _ABOUT_PEOPLE,
    "crime": _ABOUT_PEOPLE,
    "saf": _ABOUT_PEOPLE,
    "unk": _ABOUT_PEOPLE,
}
_ALSO: Mapping[str, tuple[str, ...]] = {"env.graffiti": ("hate_perceived",), "nui.animal": ("children_present",)}
#: Where a report cannot be weighed without it; "unknown" is an answer.
REQUIRED: Mapping[str, frozenset[str]] = {
    "nui.animal": frozenset({"injured"}),
    "nui.fireworks": frozenset({"injured"}),
}

ASKED: Mapping[str, tuple[Question, ...]] = {
    kind.id: tuple(
        QUESTIONS[field]
        for field in QUESTIONS
        if field in (*_EVERYWHERE, *_BY_GROUP[kind.id.partition(".")[0]], *_ALSO.get(kind.id, ()))
    )
    for kind in KINDS
}
"""The questions of each kind, in the order in which a form shows them."""


def definition_of(kind: str) -> dict[str, Any]:
    """Return the service definition of a kind."""
    required = REQUIRED.get(kind, frozenset())
    attributes = [
        {
            "variable": True,
            "code": question.code,
            "datatype": question.datatype,
            "required": question.field in required,
            "datatype_description": question.hint or None,
            "order": order,
            "description": question.text,
        }
        | ({"values": [{"key": key, "name": _name_of(key)} for key in question.keys]} if question.keys else {})
        for order, question in enumerate(ASKED[kind], start=1)
    ]
    return {"service_code": kind, "attributes": attributes}


def answers_in(kind: str, given: Mapping[str, Sequence[str]]) -> tuple[dict[str, object], list[str]]:
    """Return the intake's fields that a form answers, and in words what it says that nobody asked.

    GeoReportError (400) names a required attribute that is missing, or one whose answer cannot be read.
    """
    asked = {question.code: question for question in ASKED[kind]}
    missing = [
        code for code, question in asked.items() if question.field in REQUIRED.get(kind, ()) and code not in given
    ]
    if missing:
        raise refusal(*(f"attribute {code} was not provided" for code in missing))
    fields = {asked[code].field: asked[code].answer(values) for code, values in given.items() if code in asked}
    return fields, [f"{code}: {', '.join(values)}" for code, values in given.items() if code not in asked]


def _name_of(key: str) -> str:
    return key.replace("_", " ").capitalize()
