"""What is personal in a report, part by part."""

from enum import StrEnum


class Part(StrEnum):
    """What can be removed by itself; the names are stored."""

    CONTACT = "contact"
    """The contact, by destroying its key: no copy of it anywhere can be opened afterwards."""
    WORDS = "words"
    MESSAGES = "messages"
    PHOTOGRAPHS = "photographs"
    """As the contact: by destroying their keys."""
    PLACE = "place"
    """The exact point; the areas and the H3 cell remain."""
