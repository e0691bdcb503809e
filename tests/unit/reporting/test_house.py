"""What holds reporting's parts together: errors, settings, guidance, seals and the commands."""

import json
from pathlib import Path
from uuid import UUID

import pytest
from pydantic import SecretStr
from typer.testing import CliRunner

from services.reporting.adapters.deployment_secrets import DeploymentSecrets
from services.reporting.application.importing import AreasImported, OrderUnclearError, ReplayOrder, ReportsImported
from services.reporting.application.records import Contact, Submission
from services.reporting.bootstrap import command_line
from services.reporting.domain import errors
from services.reporting.domain.categories import KINDS
from services.reporting.domain.guidance import BY_SIGNAL, NUMBERED_TEXTS, TEXTS, Guidance
from services.reporting.entrypoints.commands import commands
from services.reporting.entrypoints.problems import PROBLEMS
from services.reporting.settings import GuidanceSettings
from shared.contracts.vocabulary import CATEGORIES
from shared.runtime.ids import new_id
from tests.support.reporting import running_reporting, settings


@pytest.mark.parametrize("error", errors.ReportingError.__subclasses__())
def test_every_error_has_a_status(error: type[Exception]) -> None:
    assert error in PROBLEMS


def test_every_category_has_a_name() -> None:
    assert [kind.id for kind in KINDS] == list(CATEGORIES)


def test_every_number_that_guidance_names_can_be_set() -> None:
    assert {name.replace("_", "-") for name in GuidanceSettings.model_fields} == set(NUMBERED_TEXTS)
    assert {advice for advices in BY_SIGNAL.values() for advice in advices} <= set(NUMBERED_TEXTS)


def test_the_danger_text_says_all_that_it_has_to() -> None:
    for words in ("999", "55", "BSL", "18000", "not watched all the time"):
        assert words in TEXTS["danger-now"]


def test_advice_without_a_verified_number_is_not_given() -> None:
    signals = ("category.saf.child", "text.suicide")

    assert Guidance({"crisis-line": "116 123"}).ids_for(signals) == ("danger-now", "crisis-line")
    assert Guidance({}).ids_for(signals) == ("danger-now",)
    assert Guidance({}).ids_for(()) == ("danger-now", "not-an-emergency")
    assert "116 123" in Guidance({"crisis-line": "116 123"}).texts_of(("crisis-line",))[0].text


def test_production_needs_safeguarding_numbers_and_strong_secrets() -> None:
    weak = dict(settings(guidance=GuidanceSettings()).weaknesses())

    assert {"guidance.children_services", "guidance.adult_services", "guidance.out_of_hours"} <= set(weak)
    assert {"secrets.follow_up", "secrets.contact_key", "public_url"} <= set(weak)


def test_secrets_do_not_print() -> None:
    assert "f" * 32 not in repr(settings())
    assert isinstance(settings().secrets.follow_up, SecretStr)


def test_words_and_contacts_do_not_print() -> None:
    from shared.contracts.intake import IntakeFields  # noqa: PLC0415 - beside its only use

    submission = Submission(IntakeFields(), "public", text="planted", contact=Contact(name="planted"))

    assert "planted" not in repr(submission)


def test_a_follow_up_secret_belongs_to_one_report_and_deployment() -> None:
    report_id = new_id()
    secrets = DeploymentSecrets("k" * 32)
    secret = secrets.follow_up_secret_of(report_id)

    assert secrets.is_follow_up_secret(secret, report_id)
    assert not secrets.is_follow_up_secret(secret, None)
    assert not secrets.is_follow_up_secret(secrets.follow_up_secret_of(UUID(int=0)), None)
    assert not DeploymentSecrets("l" * 32).is_follow_up_secret(secret, report_id)


async def test_the_api_document_shows_the_whole_report() -> None:
    async with running_reporting() as reporting:
        document = (await reporting.http.get("/openapi.json")).json()
        operation = document["paths"]["/v1/reports"]["post"]
        schema = operation["requestBody"]["content"]["application/json"]["schema"]

        assert {"text", "location", "contact", "category", "vulnerability"} <= set(schema["properties"])
        assert schema["additionalProperties"] is False
        assert "$ref" not in json.dumps(schema)
        assert "AcceptedOut" in json.dumps(operation["responses"]["202"])


async def test_accepted_reports_are_counted_by_channel_and_urgency() -> None:
    async with running_reporting() as reporting:
        await reporting.post()
        await reporting.post({"text": "he's got in"}, idempotency_key="k" * 20)
        await reporting.post({"text": "he's got in"}, idempotency_key="k" * 20)

        def count(urgent: str) -> float | None:
            return reporting.registry.get_sample_value(
                "kith_reports_accepted_total", {"channel": "web", "urgent": urgent}
            )

        assert (count("no"), count("yes")) == (1, 1)
        assert reporting.registry.get_sample_value("kith_reports_replayed_total") == 1


class NotedImports:
    """Does nothing but remember."""

    def __init__(self) -> None:
        self.order: ReplayOrder | None = None

    def areas(self, paths: object, valid_from: object = None) -> AreasImported:
        from collections import Counter  # noqa: PLC0415 - beside its only use

        return AreasImported(Counter(ward25=2), {"a.geojson": 2}, [("b.csv", "is empty")])

    def postcodes(self, file: object, within: str | None) -> int:
        if within == "nowhere":
            raise OrderUnclearError("has no column of districts")
        return 7

    def reports(self, order: ReplayOrder) -> ReportsImported:
        self.order = order
        return ReportsImported(3, 1, 0, 2, ("1 row of no use",))


def test_the_commands_say_what_was_done(tmp_path: Path) -> None:
    file = tmp_path / "f.csv"
    file.write_text("x")
    imports = NotedImports()
    run = CliRunner().invoke

    areas = run(commands(imports), ["areas", str(file)])
    reports = run(
        commands(imports), ["reports", str(file), "--place-at", "53.6,-1.7", "--share", "yes", "--speed", "600"]
    )

    assert (areas.exit_code, reports.exit_code) == (0, 0), areas.output + reports.output
    assert "skipped  b.csv: is empty" in areas.output
    assert "3 reports accepted, 1 known before, 0 refused, 2 sent again" in reports.output
    assert imports.order is not None
    assert (imports.order.place_at, imports.order.share, imports.order.speed) == ("53.6,-1.7", "yes", 600)


@pytest.mark.parametrize("options", [["--day", "yesterday"], ["--place-at", "here"], []])
def test_an_order_that_cannot_be_carried_out_is_one_clear_line(tmp_path: Path, options: list[str]) -> None:
    file = tmp_path / "f.csv"
    file.write_text("a,b\n1,2\n")

    result = CliRunner().invoke(command_line(), ["reports", str(file), *options])

    assert result.exit_code == 2
    assert len(result.stderr.strip().splitlines()) == 1
