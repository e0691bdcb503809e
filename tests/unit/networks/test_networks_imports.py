"""Importing community groups and police counts: the mess of real files, and no incident or group counted wrongly."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from services.networks.adapters.group_files import read_groups
from services.networks.adapters.police_files import read_police
from services.networks.application.import_groups import GroupsImported, ImportGroups, ImportTerms
from services.networks.application.import_police import ImportPolice
from services.networks.bootstrap import command_line
from services.networks.domain.area_counts import category_of, month_of
from services.networks.domain.asset import TrustState
from services.networks.domain.errors import SourceNotReadableError
from services.networks.domain.groups import GroupRecord, distinct, guessed_offers, plain_name
from tests.unit.networks.app import InMemoryAreaCounts, InMemoryAreaNames
from tests.unit.networks.builders import WARD, SetClock
from tests.unit.networks.memory import InMemoryAssets

GRANTS = "Identifier,Title,Description,Recipient Org:Identifier,Recipient Org:Name,Recipient Org:Charity Number\n"
CHARITIES = "registered_charity_number,charity_name,charity_activities,charity_registration_status\n"
STREET = "Crime ID,Month,LSOA code,LSOA name,Crime type\n"
TERMS = ImportTerms((WARD,))
DATA = Path(__file__).parents[4] / "shared" / "data"


def a_record(name: str, *ids: str, purpose: str = "") -> GroupRecord:
    return GroupRecord(name, frozenset(ids), purpose)


def written(folder: Path, name: str, text: str, encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_text(text, encoding=encoding)
    return path


async def imported(path: Path, assets: InMemoryAssets, terms: ImportTerms = TERMS) -> GroupsImported:
    return await ImportGroups(assets, InMemoryAreaNames(), SetClock())(read_groups(path), terms)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Friends of Moor Park", "Friends Of  Moor Park"),
        ("St. John's Centre", "St Johns Centre"),
        ("Skillz FC", "SKILLZ FC"),
        ("Theatre of the Senses CIC", "Theatre Of The Senses"),
        ("Arts & Crafts Ltd", "arts and crafts limited"),
        ("G- Force", "G Force"),
    ],
)
def test_near_duplicate_names_have_one_plain_name(one: str, other: str) -> None:
    assert plain_name(one) == plain_name(other)


def test_a_name_made_of_nothing_but_small_words_is_kept() -> None:
    assert plain_name("The Limited") == "the limited"


def test_rows_of_one_organisation_come_together_and_others_stay_apart() -> None:
    found = distinct(
        [
            a_record("The Hub", "GB-CHC-1", purpose="a cafe"),
            a_record("Baptist Church (The Hub)", "GB-CHC-1", purpose="a choir"),
            a_record("Park Friends"),
            a_record("the park friends", "360G-x-park_friends"),
            a_record("Musical Theatre", "GB-CHC-2"),
            a_record("Musical Theatre", "GB-CHC-3"),
            a_record("Musical Theatre Juniors"),
        ]
    )

    assert [record.name for record in found] == [
        "The Hub", "Park Friends", "Musical Theatre", "Musical Theatre", "Musical Theatre Juniors",
    ]  # fmt: skip
    assert found[0].purpose == "a cafe a choir"


@pytest.mark.parametrize(
    ("purpose", "offers"),
    [
        ("Litter picking in the park", {"env.litter", "env.overgrown_untidy"}),
        ("Support for people with Parkinson's and transport to hospital", set()),
        ("Befriending lonely people", {"com.isolation"}),
    ],
)
def test_offers_are_guessed_from_words_and_not_from_parts_of_words(purpose: str, offers: set[str]) -> None:
    assert set(guessed_offers(a_record("A group", purpose=purpose))) == offers


async def test_grants_become_proposed_groups_once(tmp_path: Path) -> None:
    rows = (
        "1,Grant,Litter picking,360G-a,Park Friends,\n"
        "2,Grant,More litter picking,360G-a,The Park Friends,\n"
        "3,Grant,Choir,GB-CHC-77,Choir,77\n"
    )
    path, assets = written(tmp_path, "grants.csv", GRANTS + rows, "utf-8-sig"), InMemoryAssets()

    first, second = [await imported(path, assets) for _ in range(2)]

    assert (first.rows, first.organisations, first.added, second.added) == (3, 2, 2, 0)
    assert {asset.trust_state for asset in assets.stored.values()} == {TrustState.PROPOSED}
    assert {asset.contact for asset in assets.stored.values()} == {None}
    assert not any(asset.consent.receives_offers for asset in assets.stored.values())
    assert {asset.provenance.reference for asset in assets.stored.values()} == {"360G-a", "GB-CHC-77"}


async def test_a_charity_is_one_group_whichever_file_names_it(tmp_path: Path) -> None:
    assets = InMemoryAssets()
    await imported(written(tmp_path, "g.csv", GRANTS + "1,Grant,Choir,GB-CHC-77,Choir,77\n"), assets)
    await imported(written(tmp_path, "c.csv", CHARITIES + "77,CHOIR,SINGING,Registered\n"), assets)

    assert len(assets.stored) == 1


async def test_charities_no_longer_active_are_left_out_and_said(tmp_path: Path) -> None:
    rows = "1,GONE,,Removed\n2,HERE,GARDENING,Registered\n3,SLEEPING,,inactive\n4,,,Registered\n"

    outcome = await imported(written(tmp_path, "c.csv", CHARITIES + rows), InMemoryAssets())

    assert (outcome.removed, outcome.nameless, outcome.organisations) == (2, 1, 1)


async def test_groups_for_a_trial_are_active_labelled_and_unreachable(tmp_path: Path) -> None:
    path, assets = written(tmp_path, "c.csv", CHARITIES + "2,The Gardeners!,GARDENING,\n"), InMemoryAssets()

    await imported(path, assets, ImportTerms((WARD,), ("env.litter",), for_trial=True))

    (asset,) = assets.stored.values()
    assert (asset.trust_state, asset.provenance.trial, asset.offers) == (TrustState.ACTIVE, True, ("env.litter",))
    assert asset.contact is not None
    assert asset.contact.email == "gardeners@groups.example"


@pytest.mark.parametrize("text", ["name,phone\nx,1\n", "", "\x00\x01"])
def test_a_file_of_another_kind_is_refused_by_name(tmp_path: Path, text: str) -> None:
    with pytest.raises(SourceNotReadableError, match=r"odd\.csv"):
        read_groups(written(tmp_path, "odd.csv", text))
    with pytest.raises(SourceNotReadableError, match=r"odd\.csv"):
        read_police(tmp_path / "odd.csv")


def test_files_that_are_not_there_or_not_text_are_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "latin.csv").write_bytes(b"registered_charity_number,charity_name\n1,Caf\xe9\n")
    for name in ("latin.csv", "absent.csv"):
        with pytest.raises(SourceNotReadableError, match=name):
            read_groups(tmp_path / name)
    with pytest.raises(SourceNotReadableError, match="boundary"):
        read_police(written(tmp_path, "boundary.json", '[{"latitude": "51"}]'))


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("2025-02", "2025-02"),
        ("Feb-25", "2025-02"),
        ("2025-02-01", "2025-02"),
        ("2025-13", None),
        ("", None),
        ("Foo-25", None),
    ],
)
def test_months_are_read_in_their_damaged_forms(text: str, month: str | None) -> None:
    assert month_of(text) == month


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Anti-social behaviour", "anti-social-behaviour"),
        ("anti-social-behaviour", "anti-social-behaviour"),
        ("Violence and sexual offences", "violent-crime"),
        ("violent-crime", "violent-crime"),
        ("vehicle-theft", "vehicle-crime"),
        ("Witchcraft", None),
    ],
)
def test_categories_are_read_by_name_and_by_id(text: str, category: str | None) -> None:
    assert category_of(text) == category


async def test_rows_that_are_alike_are_different_incidents(tmp_path: Path) -> None:
    rows = (
        ",2025-02,E01011130,Kirklees 017B,Anti-social behaviour\n" * 5
        + "ab,Feb-25,,,Drugs\n,,E01,,Drugs\n,2025-02,E01,,Magic\n"
    )
    path, counts, names = (
        written(tmp_path, "s.csv", STREET + rows, "utf-8-sig"),
        InMemoryAreaCounts(),
        InMemoryAreaNames(),
    )

    outcomes = [await ImportPolice(counts, names)(read_police(path)) for _ in range(2)]

    assert [outcome.was_known for outcome in outcomes] == [False, True]
    assert outcomes[0].by_category == {"anti-social-behaviour": 5, "drugs": 1, "other-crime": 1}
    assert (outcomes[0].without_area, outcomes[0].undated, outcomes[0].unknown_categories) == (1, 1, {"Magic": 1})
    assert [count.count for count in await counts.of_area("E01011130")] == [5]
    assert names.names == {"E01011130": "Kirklees 017B"}


def test_answers_of_the_interface_are_counted_without_areas(tmp_path: Path) -> None:
    crimes = [{"category": "drugs", "month": "2021-05", "location": None}] * 2

    found = read_police(written(tmp_path, "api.json", json.dumps(crimes)))

    assert len(found.incidents) == 2
    assert {incident.area for incident in found.incidents} == {""}


def test_the_command_says_what_is_missing(tmp_path: Path) -> None:
    path = written(tmp_path, "c.csv", CHARITIES + "1,A,,\n")

    outcome = CliRunner(env={"NETWORKS_MONGO__URL": ""}).invoke(command_line(), ["groups", str(path), "--serves", WARD])
    refused = CliRunner().invoke(command_line(), ["groups", str(path), "--serves", WARD, "--offers", "crime.robbery"])

    assert outcome.exit_code != 0
    assert refused.exit_code == 2


@pytest.mark.skipif(not DATA.exists(), reason="needs the public data that lie beside the project, ../shared/data")
class TestPublicFiles:
    @pytest.mark.parametrize(
        ("name", "incidents", "antisocial", "areas"),
        [
            ("leeds-2025-02-street.csv", 8009, 474, 480),
            ("kirklees-2025-02-street-sample.csv", 124, 18, 7),
            ("kirklees-2018-05-street-subset.csv", 367, 1, 29),
            ("cheltenham-aa3-street-crime-2020_2021.csv", 4177, 1683, 0),
            ("police-api-street-crimes-sample.json", 40, 40, 0),
        ],
    )
    async def test_police_files(self, name: str, incidents: int, antisocial: int, areas: int) -> None:
        found = read_police(DATA / "crime" / name)

        outcome = await ImportPolice(InMemoryAreaCounts(), InMemoryAreaNames())(found)

        assert (outcome.incidents, outcome.areas) == (incidents, areas)
        assert outcome.by_category["anti-social-behaviour"] == antisocial
        assert sum(outcome.by_category.values()) == sum(outcome.by_month.values()) == incidents
        assert (outcome.undated, outcome.unknown_categories) == (0, {})

    async def test_directories(self) -> None:
        assets = InMemoryAssets()
        grants = await imported(DATA / "directory/trafford-voluntary-sector-grants-360giving.csv", assets)
        charities = await imported(DATA / "directory/trafford-charities-2021.csv", assets)

        assert (grants.rows, grants.organisations) == (555, 323)
        assert (charities.rows, charities.organisations) == (736, 736)
        assert len(assets.stored) == grants.added + charities.added
