"""The roles that lead cases: all that the policy names, and so all that is ever published as an owner."""

from services.triage.domain.categories import CATEGORIES
from services.triage.domain.flags import FLAGS

LEAD_ROLES = frozenset(
    {row.lead for row in CATEGORIES.values()} | {flag.lead for flag in FLAGS.values()} | {"partner", "landlord"}
)


def published_role(role: str) -> str:
    """Return a role where it is one of the policy's; what a person typed stays in the case."""
    return role if role in LEAD_ROLES else "named professional"
