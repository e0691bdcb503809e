"""What a reporter is told at once: texts as data, versioned, chosen by pure rules."""

from collections.abc import Mapping
from dataclasses import dataclass

VERSION = "1.0.0"

DANGER_NOW = "danger-now"
NOT_AN_EMERGENCY = "not-an-emergency"

#: Texts without a telephone number that a council has to verify first.
TEXTS: Mapping[str, str] = {
    DANGER_NOW: (
        "If someone is in danger or a crime is happening, call 999. If you cannot speak on a mobile, call 999 and "
        "press 55 when asked. If you are deaf or cannot speak: 999 BSL (999bsl.co.uk), Relay UK 18000, or text 999 if "
        "you have registered. This form is not watched all the time."
    ),
    NOT_AN_EMERGENCY: (
        "If it is not an emergency you can call 101 or use the police website. To stay anonymous, call Crimestoppers "
        "on 0800 555 111."
    ),
}

#: Texts that name a number from the deployment's settings; without the number the text is not given.
NUMBERED_TEXTS: Mapping[str, str] = {
    "crisis-line": "If you are struggling, you can talk to somebody now, day or night: {number}.",
    "domestic-abuse-line": "You can talk to the domestic abuse helpline in confidence: {number}.",
    "children-services": "If you are worried about a child, speak to children's services: {number}.",
    "adult-services": "If you are worried about an adult who cannot protect themselves: {number}.",
    "out-of-hours": "In the evening, at night and at weekends: {number}.",
    "stalking-line": "You can talk to the stalking helpline: {number}.",
    "forced-marriage-unit": "You can talk to the Forced Marriage Unit in confidence: {number}.",
    "modern-slavery-line": "You can talk to the modern slavery helpline: {number}.",
    "prevent-line": "If you are worried about extremism, you can talk to somebody: {number}.",
}

#: What each danger signal adds; signals not named here add nothing to the danger text.
BY_SIGNAL: Mapping[str, tuple[str, ...]] = {
    "category.saf.child": ("children-services", "out-of-hours"),
    "category.saf.adult": ("adult-services", "out-of-hours"),
    "category.saf.domestic_abuse": ("domestic-abuse-line",),
    "category.saf.suicide": ("crisis-line",),
    "category.saf.stalking": ("stalking-line",),
    "category.saf.honour_based": ("forced-marriage-unit",),
    "category.saf.modern_slavery": ("modern-slavery-line",),
    "category.saf.radicalisation": ("prevent-line",),
    "text.suicide": ("crisis-line",),
    "text.domestic": ("domestic-abuse-line",),
    "text.child": ("children-services", "out-of-hours"),
    "text.stalking": ("stalking-line",),
    "text.honour": ("forced-marriage-unit",),
    "text.exploitation": ("modern-slavery-line",),
    "text.extremism": ("prevent-line",),
}


@dataclass(frozen=True, slots=True)
class Advice:
    """One piece of advice, as the answer carries it."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Guidance:
    """The texts together with this deployment's verified telephone numbers."""

    numbers: Mapping[str, str]

    def ids_for(self, danger_signals: tuple[str, ...]) -> tuple[str, ...]:
        """Return the advice to give: the danger text always and first, for the screen can miss what the reader sees."""
        if not danger_signals:
            return (DANGER_NOW, NOT_AN_EMERGENCY)
        wanted = (advice for signal in danger_signals for advice in BY_SIGNAL.get(signal, ()))
        return (DANGER_NOW, *dict.fromkeys(advice for advice in wanted if self.numbers.get(advice)))

    def texts_of(self, ids: tuple[str, ...]) -> tuple[Advice, ...]:
        """Return the advice in today's wording; an id whose text or number is gone is left out."""
        return tuple(Advice(id_, text) for id_ in ids if (text := self._text_of(id_)))

    def _text_of(self, id_: str) -> str | None:
        if number := self.numbers.get(id_):
            return NUMBERED_TEXTS[id_].format(number=number) if id_ in NUMBERED_TEXTS else None
        return TEXTS.get(id_)
