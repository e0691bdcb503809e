"""What identifies somebody, typed into free text: telephone numbers, e-mail addresses, number plates, NI numbers.

Patterns of this country, and telephone numbers in full international form, so that it needs no numbering plan of the
world. It errs towards marking: a mark warns the writer and is left out for partners, and changes nothing else.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

#: Nothing below matches without one of these, so that most texts cost one look.
_WORTH_A_LOOK = re.compile(r"[0-9@]")

_SEP = r"[ \t().\-/]{0,3}"
_LETTER = "[A-HJ-PR-Y]"
_PATTERNS: Mapping[str, re.Pattern[str]] = {
    "email": re.compile(
        r"[A-Za-z0-9][A-Za-z0-9._%+\-]{0,63}@[A-Za-z0-9](?:[A-Za-z0-9\-]{0,62}\.){1,8}[A-Za-z]{2,24}\b"
    ),
    "ni_number": re.compile(
        r"\b(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]( ?)\d\d\1\d\d\1\d\d\1[A-D]\b", re.IGNORECASE
    ),
    "phone": re.compile(
        rf"(?<![\w.])\(?(?:(?:\+|00){_SEP}44{_SEP}(?:\(0\){_SEP})?|0)(?:\d{_SEP}){{8,9}}\d(?!\w)"
        rf"|(?<![\w.])\+{_SEP}[1-9](?:{_SEP}\d){{7,13}}(?!\w)"
    ),
    # With a space between, capitals only: "at 10 the", "by 50 men" are words.
    "plate": re.compile(
        rf"\b(?:(?i:{_LETTER}{{2}}(?:0[1-9]|[1-9]\d){_LETTER[:-1]}Z]{{3}})"
        rf"|{_LETTER}{{2}}(?:0[1-9]|[1-9]\d) {_LETTER[:-1]}Z]{{3}}"
        r"|[A-HJ-NPR-TV-Y]\d{1,3} [A-HJ-PR-Y]{3}|[A-HJ-PR-Y]{3} \d{1,3}[A-HJ-NPR-TV-Y])\b"
    ),
}

#: What a writer is told; nobody is refused for it.
WARNINGS: Mapping[str, str] = {
    "email": "You wrote an e-mail address. If it is yours, put it under contact, where it is encrypted.",
    "phone": "You wrote a telephone number. If it is yours, put it under contact, where it is encrypted.",
    "plate": "You wrote what looks like a number plate. Staff see it; it is left out of what partners are shown.",
    "ni_number": "You wrote what looks like a National Insurance number. Please do not send those; we never need one.",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that identifies somebody: its kind, and where in the text it stands."""

    kind: str
    start: int
    end: int


def marks_in(text: str) -> tuple[Mark, ...]:
    """Return what identifies somebody in a text, in its order; marks do not overlap."""
    if not _WORTH_A_LOOK.search(text):
        return ()
    found = [Mark(kind, *match.span()) for kind, pattern in _PATTERNS.items() for match in pattern.finditer(text)]
    marks: list[Mark] = []
    for mark in sorted(found, key=lambda mark: (mark.start, -mark.end)):
        if not marks or mark.start >= marks[-1].end:
            marks.append(mark)
    return tuple(marks)


def kinds_of(marks: Sequence[Mark]) -> tuple[str, ...]:
    """Return which kinds there are, each once."""
    return tuple(kind for kind in _PATTERNS if any(mark.kind == kind for mark in marks))


def redacted(text: str, marks: Sequence[Mark]) -> str:
    """Return the text with each mark's place taken by its kind, such as `[phone]`."""
    kept, last = [], 0
    for mark in marks:
        kept += [text[last : mark.start], f"[{mark.kind}]"]
        last = mark.end
    return "".join([*kept, text[last:]])
