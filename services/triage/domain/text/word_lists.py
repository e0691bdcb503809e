"""Word lists are written as running text, so that they can be read and changed like one."""


def words_in(text: str) -> frozenset[str]:
    """Return the words of a list."""
    return frozenset(text.split())
