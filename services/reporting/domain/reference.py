"""The reference that a reporter can read out over the telephone: `KTH-XXXX-XXXX` in Crockford's base 32."""

import re

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
BITS = 40
_GROUP = 4
_LOOKALIKES = str.maketrans({"O": "0", "I": "1", "L": "1"})
_CANONICAL = re.compile(rf"KTH[{ALPHABET}]{{8}}")


def reference_of(number: int) -> str:
    """Return the reference for 40 random bits; different numbers have different references."""
    letters = "".join(ALPHABET[(number >> shift) & 31] for shift in range(BITS - 5, -1, -5))
    return f"KTH-{letters[:_GROUP]}-{letters[_GROUP:]}"


def reference_from(typed: str) -> str | None:
    """Return the reference that somebody typed, forgiving case, spaces, dashes and look-alike letters; else None."""
    bare = re.sub(r"[\s-]", "", typed[:40]).upper()
    bare = bare[:3] + bare[3:].translate(_LOOKALIKES)
    return f"{bare[:3]}-{bare[3:7]}-{bare[7:]}" if _CANONICAL.fullmatch(bare) else None
