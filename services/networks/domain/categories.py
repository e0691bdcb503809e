"""Networks' own table of the concerns that local people may be asked to help with (C4), and the need in plain words.

It is kept apart from triage's table on purpose: P9 is checked twice, by two tables that do not share a mistake.
"""

from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Eligible:
    """A category that a community may be asked about: its name, the need in our words, and who alone may be asked."""

    title: str
    need: str
    mediation_only: bool = False


ELIGIBLE = MappingProxyType(
    {
        "com.idea_or_offer": Eligible(
            "An idea or an offer for the area",
            "Somebody has an idea for this area and would like company in trying it.",
        ),
        "com.feels_unsafe": Eligible(
            "A place that feels unwelcoming", "A public place here would feel better with more life and care around it."
        ),
        "com.isolation": Eligible(
            "Somebody would like company", "Somebody in this area would welcome being invited to what you already run."
        ),
        "env.litter": Eligible("Litter", "A public place here needs a clear-up. The council can lend kit and collect."),
        "env.overgrown_untidy": Eligible(
            "Overgrown or untidy public space", "A public space here could do with being tidied and planted."
        ),
        "env.dog_fouling": Eligible(
            "Dog fouling", "Friendly reminders, bags and signs would help in a public place here."
        ),
        "env.graffiti": Eligible(
            "Graffiti", "A public surface here could be cleaned or painted, with the owner's leave."
        ),
        "env.noise_domestic": Eligible(
            "Everyday noise", "An invitation to talk about living side by side would help in this area."
        ),
        "nui.rowdy_gathering": Eligible(
            "Young people with nowhere to go", "Something better to do in the evenings would help in this area."
        ),
        "nui.ball_games": Eligible("Ball games", "A better place or time to play would help in this area."),
        "nui.parking": Eligible("Parking", "A walking bus or a friendly scheme at busy times would help in this area."),
        "nui.fireworks": Eligible("Fireworks", "A shared event or friendly information would help in this area."),
        "nui.animal": Eligible("Animals", "Friendly information for animal owners would help in this area."),
        "per.neighbour_dispute": Eligible(
            "Neighbours who would like help to talk",
            "Trained mediation is asked for. Both sides will be asked first by the named officer.",
            mediation_only=True,
        ),
    }
)
"""Every category that may be offered; what is not in this table is never offered."""
