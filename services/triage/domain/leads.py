"""The roles that lead cases: all that the policy names, and so all that is ever published as an owner."""

from services.triage.domain.categories import CATEGORIES
from services.triage.domain.flags import FLAGS

LEAD_ROLES = frozenset(
    {row.lead for row in CATEGORIES.values()} | {flag.lead for flag in FLAGS.values()} | {"partner", "landlord"}
)
