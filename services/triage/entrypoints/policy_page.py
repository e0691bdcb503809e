"""`GET /v1/policy`: the policy in force, as JSON for programs and as a page for people, by `Accept`."""

import base64
import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jinja2
from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, JSONResponse, Response

from services.triage.application.describe_policy import DescribePolicy
from services.triage.entrypoints.policy_views import PolicyView

_TEMPLATES = Path(__file__).parent / "templates"
_KINDS = (
    ("hard", "Rules that nobody can switch off"),
    ("soft", "Rules about repetition, exposure and doubt"),
    ("level", "How the level is put together"),
    ("grade", "How fast"),
    ("community", "When local people may be asked: all of these must hold"),
    ("words", "How words are read"),
    ("fairness", "Fairness"),
)


def policy_page(describe: DescribePolicy) -> APIRouter:
    """Return the route. Both forms are made once: a policy does not change while the service runs."""
    router = APIRouter(prefix="/v1", tags=["policy"])
    policy = describe()
    page, headers = _page(policy)

    @router.get(
        "/policy",
        summary="The policy in force",
        response_model=PolicyView,
        responses={200: {"content": {"text/html": {"schema": {"type": "string"}}}}},
    )
    async def read(request: Request) -> Response:
        """Return every rule, flag, category, threshold and text by which decisions are made, with version and hash."""
        if _wants_page(request.headers.get("accept", "")):
            return HTMLResponse(page, headers=headers)
        return JSONResponse(policy, headers={"Vary": "Accept"})

    return router


def _wants_page(accept: str) -> bool:
    """Tell a browser, which names text/html first, from a program."""
    kinds = [part.partition(";")[0].strip().lower() for part in accept.split(",")]
    html, json = (kinds.index(kind) if kind in kinds else len(kinds) for kind in ("text/html", "application/json"))
    return html < json


def _page(policy: Mapping[str, Any]) -> tuple[str, Mapping[str, str]]:
    templates = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_TEMPLATES), autoescape=True, undefined=jinja2.StrictUndefined
    )
    style = (_TEMPLATES / "policy.css").read_text(encoding="utf-8")
    rules = {kind: [rule for rule in policy["rules"] if rule["kind"] == kind] for kind, _ in _KINDS}
    page = templates.get_template("policy.html").render(policy=policy, kinds=_KINDS, rules=rules, style=style)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return page, {
        "Content-Security-Policy": f"default-src 'none'; style-src 'sha256-{digest}'; frame-ancestors 'none'",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "Vary": "Accept",
    }
