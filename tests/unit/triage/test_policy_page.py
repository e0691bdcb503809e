"""`GET /v1/policy`: one policy for programs and for people."""

import re

from services.triage.domain.categories import CATEGORIES
from services.triage.domain.guidance import TEXT_IDS
from services.triage.domain.rule_catalogue import CATALOGUE
from services.triage.entrypoints.policy_views import PolicyView
from services.triage.settings import GuidanceSettings, SafeguardingSettings
from tests.support.reports import the_policy
from tests.support.triage import triage

BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
NUMBERS = {
    "safeguarding": SafeguardingSettings(children_phone="01632 960101", adults_phone="", out_of_hours_phone="01632 1"),
    "guidance": GuidanceSettings(crisis_line="0808 157 0104"),
}


async def test_a_program_gets_every_rule_flag_category_and_text_with_version_and_hash() -> None:
    async with triage() as service:
        answer = await service.client.get("/v1/policy")

    policy = answer.json()
    assert PolicyView.model_validate(policy).model_dump(mode="json") == policy
    assert policy["version"] == "triage-policy 1.0.0"
    assert policy["hash"] == the_policy().digest
    assert {rule["id"] for rule in policy["rules"]} == set(CATALOGUE)
    assert {text["id"] for text in policy["guidance"]} == set(TEXT_IDS)
    assert len(policy["categories"]) == len(CATEGORIES)
    assert policy["soft_signs"]["stalking"]["d"]


async def test_guidance_names_this_deployments_numbers_and_no_empty_ones() -> None:
    async with triage(**NUMBERS) as service:
        texts = {text["id"]: text["text"] for text in (await service.client.get("/v1/policy")).json()["guidance"]}

    assert "01632 960101" in texts["child-safety"]
    assert "0808 157 0104" in texts["crisis-support"]
    assert not any("{" in text for text in texts.values())
    assert "adult social care" not in texts["adult-safety"]
    assert {"999", "55", "18000"} <= set(re.findall(r"\d+", texts["danger-now"]))


async def test_a_person_gets_a_page_with_the_same_content_and_nothing_from_elsewhere() -> None:
    async with triage(**NUMBERS) as service:
        page = await service.client.get("/v1/policy", headers=BROWSER)

    assert page.headers["content-type"].startswith("text/html")
    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert not re.search(r"<script|src=|https?://|@import|url\(", page.text)
    for rule in CATALOGUE.values():
        assert f'id="rule-{rule.id}"' in page.text
    for said in (
        the_policy().digest,
        "domestic abuse",
        "env.noise_domestic",
        "01632 960101",
        "high from",
        "page minutes",
    ):
        assert said in page.text
    assert '<html lang="en">' in page.text
    assert page.text.count("<h1>") == 1


async def test_whoever_asks_for_json_first_or_for_anything_gets_json() -> None:
    async with triage() as service:
        for accept in ("*/*", "application/json", "application/json, text/html"):
            answer = await service.client.get("/v1/policy", headers={"Accept": accept})
            assert answer.headers["content-type"] == "application/json"
            assert answer.headers["vary"] == "Accept"
