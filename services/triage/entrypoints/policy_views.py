"""The policy as HTTP describes it."""

from typing import Literal

from pydantic import BaseModel, Field

from shared.contracts.vocabulary import Grade


class RuleRow(BaseModel):
    """A rule and its sentence; a hard one cannot be switched off."""

    id: str
    kind: str
    because: str
    hard: bool


class FlagRow(BaseModel):
    """A flag: what forbids a community response, and the level below which a case with it never is."""

    id: str
    blocking: bool
    floor: int
    possible_floor: int
    rule: str
    lead: str
    because: str


class CategoryRow(BaseModel):
    """A category; `weight` ranks places and periods, never a report."""

    id: str
    level: Literal[1, 2, 3, 4]
    community_eligible: bool
    weight: float
    grade: Grade
    lead: str


class GuidanceRow(BaseModel):
    """A text for reporters with this deployment's telephone numbers."""

    id: str
    language: str
    text: str


class LexiconRow(BaseModel):
    """Which lexicon texts are read with."""

    version: str
    patterns: int


class PolicyView(BaseModel):
    """The policy in force. `version` and `hash` stand in every decision made by it."""

    format: str
    version: str
    hash: str
    grades: list[Grade]
    rules: list[RuleRow]
    flags: list[FlagRow]
    categories: list[CategoryRow]
    soft_signs: dict[str, dict[str, str]]
    thresholds: dict[str, int]
    matrix: dict[str, int | dict[str, int] | list[int] | list[list[int]]] = Field(
        description="Points of the risk assessment matrix, and from how many on a report is medium or high."
    )
    clocks: dict[str, int]
    case_review: dict[str, int | bool | None] = Field(description="Stages of ASB case reviews, in working days.")
    marac: dict[str, int]
    guidance: list[GuidanceRow]
    guidance_version: str
    lexicon: LexiconRow
    category_of_flag: list[tuple[str, str]]
    flag_of_category: dict[str, str]
    not_urgent: list[str]
