"""A public GeoReport client, which nobody here wrote, against the service on a socket."""

import asyncio

import pytest
from georeport import GeoReport

from tests.support.case_events import heard, opened
from tests.support.open311 import report_id, sent
from tests.support.reporting import running_reporting
from tests.support.served import served


@pytest.mark.parametrize("form", ["json", "xml"])
async def test_a_public_client_reads_services_definitions_and_requests(form: str) -> None:
    async with running_reporting() as reporting, served(reporting.app) as url:
        _, posted = await sent(reporting)
        number = posted[0]["service_request_id"]
        await heard(reporting, opened(await report_id(reporting, number), category="env.litter"))
        client = GeoReport(f"{url}/open311/v2", output_format=form)

        services = await asyncio.to_thread(client.get_service_list)
        definition = await asyncio.to_thread(client.get_service_definition, "env.litter")
        listed = await asyncio.to_thread(client.get_service_requests)
        request = await asyncio.to_thread(client.get_service_request, number)

        assert "env.litter" in str(services)
        assert "WHERE_KIND" in str(definition)
        assert number in str(listed)
        assert "Bags" in str(request)
