"""Whether a text is English that we can read (N11); cheap, and doubtful texts go to a human with an interpreter."""

from services.triage.domain.text.lexicon import Lexicon

_FEWEST_WORDS = 3
_FEWEST_UNREADABLE = 2
_KNOWN_SHARE = 0.34
_KNOWN_SHARE_WITH_FOREIGN = 0.62


def is_understood(text: str, words: list[str], lexicon: Lexicon) -> bool:
    """Return False for another script, or too few English words beside words of other languages."""
    letters = sum(map(str.isalpha, text))
    if not text.isascii():
        foreign_letters = sum(1 for letter in text if letter > "ɏ" and letter.isalpha())
        if letters and foreign_letters / letters > 1 / 4:
            return False
    spoken = [word for word in words if word[0].isalpha()]
    if not spoken:
        return not letters
    known = sum(1 for word in spoken if lexicon.spelling.is_known(word))
    foreign = sum(1 for word in spoken if word in lexicon.foreign)
    if foreign >= _FEWEST_UNREADABLE and (known - foreign / 2) / len(spoken) < _KNOWN_SHARE_WITH_FOREIGN:
        return False
    return len(spoken) < _FEWEST_WORDS or known / len(spoken) >= _KNOWN_SHARE
