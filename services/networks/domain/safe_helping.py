"""What everybody who is asked to help is told, whatever the matter: how to do it safely, and what is never asked."""

KEEP_SAFE = (
    "Go in twos the first time, and meet in a public place.",
    "Keep your contact at the council within reach, and tell them when you go.",
    "If anybody is in danger, leave and call 999.",
)
NEVER_ASKED = (
    "to confront anybody, or to patrol in order to",
    "to watch, follow or photograph a person, or to gather evidence",
    "to post about people on social media",
    "to enter a home alone",
    "to mediate where there are threats",
)
"""The prohibited tasks: no request of the platform means one of these, and whoever is asked for one may say no."""
