"""Which of a reporter's words anybody may read: those about a thing, without the place, with nothing personal."""

import re
from collections.abc import Iterable

from services.reporting.domain.categories import KIND_OF
from services.reporting.domain.identifiers import marks_in

_APART = "\n\n"
_PLACE = f"{_APART}Where: "
_PICTURE = f"{_APART}Picture: "
_ANSWER = f"{_APART}Also asked: "
_LONGEST_PLACE = 500
#: A link, or figures as long as an account number, beside what identifies somebody: then nothing is shown at all.
_LEADS_SOMEWHERE = re.compile(r"@|https?:|www\.|\d(?:[\s().+-]{0,3}\d){5}", re.IGNORECASE)


def joined_words(words: str, place: str | None, picture: str | None, answers: Iterable[str] = ()) -> str:
    """Return one text of what a form asked for in parts, for those who work on the report."""
    parts = [words]
    if place:
        parts.append(_PLACE + place[:_LONGEST_PLACE])
    if picture:
        parts.append(_PICTURE + picture)
    parts += [_ANSWER + answer for answer in answers]
    return "".join(parts).removeprefix(_APART)


def public_words(kind: str, text: str | None) -> str | None:
    """Return what of a text anybody may read, or None."""
    if text is None or not KIND_OF[kind].words_are_about_things:
        return None
    whole = _APART + text
    ends = [at for mark in (_PLACE, _PICTURE, _ANSWER) if (at := whole.find(mark)) >= 0]
    words = whole[len(_APART) : min(ends, default=len(whole))].strip()
    return words if words and not _LEADS_SOMEWHERE.search(words) and not marks_in(words) else None
