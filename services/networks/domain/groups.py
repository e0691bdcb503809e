"""Groups as registers and grant lists name them: near-duplicates brought together, and what they could offer."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

_NOT_WORDS = re.compile(r"[^\w\s]|_")
_JOINED_BY_MARK = re.compile(r"['\u2019.]")
_LEGAL_FORMS = frozenset({"the", "ltd", "limited", "cic", "cio"})
_KEYWORDS = MappingProxyType(
    {
        "env.litter": ("litter", "clean up", "environment*", "friends of", "park", "wildlife", "in bloom"),
        "env.overgrown_untidy": ("garden*", "allotment", "in bloom", "park", "green space", "woodland", "conservation"),
        "com.isolation": (
            "befriend*", "isolat*", "lonel*", "older people", "elderly", "over 50", "over 60", "lunch club",
            "social club", "community centre", "coffee", "choir", "dementia", "carer",
        ),
        "nui.rowdy_gathering": ("youth", "young people", "scout", "guides", "boxing", "football", "sport", "dance"),
        "nui.ball_games": ("football", "sport", "cricket", "rugby", "play scheme", "youth club"),
        "com.idea_or_offer": ("community association", "community centre", "resident", "neighbourhood", "village"),
        "com.feels_unsafe": ("neighbourhood watch", "resident", "community association", "street pastor"),
        "nui.animal": ("animal", "dog", "cat"),
        "per.neighbour_dispute": ("mediation",),
    }
)  # fmt: skip
"""Words in a group's name or purpose that suggest what it could be asked; a coordinator confirms or corrects it."""
_HINTS = MappingProxyType(
    {
        category: re.compile("|".join(rf"\b{hint[:-1]}" if hint.endswith("*") else rf"\b{hint}s?\b" for hint in hints))
        for category, hints in _KEYWORDS.items()
    }
)


@dataclass(frozen=True, slots=True)
class GroupRecord:
    """One row about a group: who it is by name and by official ids, and its purpose."""

    name: str
    ids: frozenset[str]
    purpose: str
    areas: tuple[tuple[str, str], ...] = ()
    removed: bool = False

    @property
    def official_id(self) -> str | None:
        """The id in a public register, by which the same organisation is known in every file."""
        return min((identifier for identifier in self.ids if identifier.startswith("GB-")), default=None)


def plain_name(name: str) -> str:
    """Return a name without capitals, marks, spacing, "the" and legal forms: what near-duplicates have in common."""
    words = _NOT_WORDS.sub(" ", _JOINED_BY_MARK.sub("", name.casefold().replace("&", " and "))).split()
    return " ".join(word for word in words if word not in _LEGAL_FORMS) or name.casefold().strip()


def distinct(records: Iterable[GroupRecord]) -> tuple[GroupRecord, ...]:
    """Bring together rows about the same organisation: the same official id, or the same plain name.

    Equal names with different official ids stay apart: they may be a charity and its successor, or strangers. An id
    that a publisher made up from the name is not official. The first name seen is kept, purposes are joined.
    """
    found: list[GroupRecord] = []
    by_key: dict[str, int] = {}
    for record in records:
        keys = [*sorted(record.ids), plain_name(record.name)]
        places = [by_key[key] for key in keys if key in by_key]
        place = next((place for place in places if _same(found[place], record)), None)
        if place is None:
            place = len(found)
            found.append(record)
        else:
            found[place] = _joined(found[place], record)
        for key in keys:
            by_key.setdefault(key, place)
    return tuple(found)


def guessed_offers(record: GroupRecord) -> tuple[str, ...]:
    """Return what the group's own words suggest that it could be asked."""
    words = f"{record.name} {record.purpose}".casefold()
    return tuple(category for category, hints in _HINTS.items() if hints.search(words))


def summary(purposes: Sequence[str]) -> str:
    """Join distinct purposes, the first mention of each."""
    return " ".join(dict.fromkeys(purpose for purpose in purposes if purpose))


def _same(known: GroupRecord, record: GroupRecord) -> bool:
    if known.ids & record.ids:
        return True
    return plain_name(known.name) == plain_name(record.name) and not (known.official_id and record.official_id)


def _joined(known: GroupRecord, record: GroupRecord) -> GroupRecord:
    return replace(
        known,
        ids=known.ids | record.ids,
        purpose=summary([known.purpose, record.purpose]),
        areas=tuple(dict.fromkeys((*known.areas, *record.areas))),
    )
