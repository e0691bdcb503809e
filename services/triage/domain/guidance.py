"""Guidance by id with its default wording. Phone numbers in braces are configuration that the council verifies."""

from collections.abc import Mapping

from services.triage.domain.findings import Findings
from services.triage.domain.grades import Grade

TEXTS: Mapping[str, str] = {
    "danger-now": (
        "If someone is in danger or a crime is happening, call 999. If you cannot speak on a mobile, call 999 and "
        "press 55 when asked. Deaf or speech-impaired: 999 BSL, Relay UK 18000, or text 999 if registered. "
        "This form is not watched all the time."
    ),
    "not-emergency": "Not an emergency: call 101 or report online. Anonymous: Crimestoppers 0800 555 111.",
    "form-not-watched": "This form is not watched all the time.",
    "crisis-support": "You can talk to somebody at any hour: Samaritans {samaritans}, NHS 111 option 2.",
    "domestic-abuse": "Confidential help at any hour: national domestic abuse helpline {domestic_abuse_helpline}.",
    "child-safety": "Worried about a child: {childrens_services}, or NSPCC {nspcc}. Children: Childline {childline}.",
    "adult-safety": "Worried about an adult who needs care: adult social care {adult_social_care}.",
    "stalking": "Advice on stalking: National Stalking Helpline {stalking_helpline}. Keep a record of each incident.",
    "honour-based": "Specialist help: Forced Marriage Unit {forced_marriage_unit}. Your family will not be contacted.",
    "modern-slavery": "Modern Slavery Helpline {modern_slavery_helpline}. Do not alert the people in control.",
    "radicalisation": "Act Early support line {act_early}; anti-terrorist hotline {anti_terrorist_hotline}.",
    "case-review": "You may ask for an ASB case review: agencies must look together at what has been done.",
    "what-can-be-reported": "Tell us what somebody did, not who they are: we can act on behaviour, not on presence.",
    "interpreter": "We will arrange a professional interpreter or another way to talk that suits you.",
    "safe-contact": "We will only contact you in the way you said is safe.",
}

_FOR_FLAG = (
    ("suicide_self_harm", "crisis-support"),
    ("domestic_abuse", "domestic-abuse"),
    ("child_safeguarding", "child-safety"),
    ("adult_safeguarding", "adult-safety"),
    ("stalking", "stalking"),
    ("honour_based_abuse", "honour-based"),
    ("modern_slavery", "modern-slavery"),
    ("radicalisation", "radicalisation"),
    ("case_review_eligible", "case-review"),
    ("no_behaviour_described", "what-can-be-reported"),
    ("accessible_contact_needed", "interpreter"),
    ("unsafe_to_contact", "safe-contact"),
)


def guidance_for(findings: Findings, grade: Grade) -> tuple[str, ...]:
    """Return what the reporter is told: 999 first wherever danger or priority is possible."""
    urgent = grade <= Grade.PRIORITY
    first = ("danger-now",) if urgent else ("form-not-watched",)
    specific = tuple(text for flag, text in _FOR_FLAG if findings.has(flag))
    return (*first, *specific, "not-emergency")
