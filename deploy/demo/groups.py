"""The demo's community groups, entered in the register as a coordinator would."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any, Literal

import aiohttp
import yaml
from pydantic import BaseModel, ConfigDict

from deploy.demo.errors import DemoError
from deploy.demo.reports import DATA

_LATELY = timedelta(days=200)
_COMING = timedelta(days=300)


class Group(BaseModel):
    """One made-up group; `never` says why it must not be asked."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    kind: str
    offers: tuple[str, ...]
    areas: tuple[str, ...]
    languages: tuple[str, ...] = ("en",)
    safeguarding: Literal["valid", "none"] = "none"
    mediation_trained: bool = False
    capacity: int = 1
    trust: Literal["active", "paused", "proposed"] = "active"
    receives_offers: bool = True
    never: str | None = None

    @property
    def email(self) -> str:
        """An address under a name reserved for examples."""
        letters = "".join(letter if letter.isalnum() else "-" for letter in self.name.lower())
        return f"{letters.strip('-')}@example.org"

    def body(self, council_contact: str, today: date) -> dict[str, Any]:
        """Return the entry as `POST /v1/assets` takes it."""
        valid = {
            "trained_until": str(today + _COMING),
            "policy_date": str(today - _LATELY),
            "dbs_roles": [{"role": "group lead", "level": "enhanced", "checked_on": str(today - _LATELY)}],
        }
        return {
            "kind": self.kind,
            "name": self.name,
            "offers": list(self.offers),
            "areas": list(self.areas),
            "languages": list(self.languages),
            "contact": {"name": "Demo contact", "email": self.email},
            "council_contact": council_contact,
            "safeguarding": valid if self.safeguarding == "valid" else {},
            "mediation_trained": self.mediation_trained,
            "capacity": {"max_open": self.capacity},
            "consent": {"receives_offers": self.receives_offers},
            "last_confirmed": str(today),
        }


class Groups(BaseModel):
    """All of them, with whom they reach at the council."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    council_contact: str
    groups: tuple[Group, ...]


def the_groups(path: Path = DATA / "groups.yaml") -> Groups:
    """Return the shipped groups."""
    return Groups.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))


class Register:
    """Networks' register through its public interface, with a coordinator's token."""

    def __init__(self, session: aiohttp.ClientSession, networks: str, token: str) -> None:
        self._session = session
        self._assets = f"{networks}/v1/assets"
        self._names = f"{networks}/v1/areas/names"
        self._headers = {"Authorization": f"Bearer {token}"}

    async def name_areas(self, names: dict[str, str]) -> None:
        """Tell networks what areas are called."""
        await self._asked("PUT", self._names, json={"names": names})

    async def enter(self, groups: Groups, today: date) -> int:
        """Enter the groups afresh and return how many may be asked; those of an earlier demo are taken out.

        A group that has been asked three times rests for four weeks, which would leave a second demo without any.
        """
        await self._remove_earlier({group.name for group in groups.groups})
        for group in groups.groups:
            entered = await self._asked("POST", self._assets, json=group.body(groups.council_contact, today))
            steps = {"active": ("verified", "active"), "paused": ("verified", "active", "paused"), "proposed": ()}
            for state in steps[group.trust]:
                entered = await self._changed(entered, state)
        return sum(group.never is None for group in groups.groups)

    async def _remove_earlier(self, names: set[str]) -> None:
        cursor = None
        while True:
            page = await self._asked("GET", self._assets, params={"cursor": cursor} if cursor else {})
            for asset in page["items"]:
                if asset["name"] in names and asset["trust_state"] != "removed":
                    await self._changed(asset, "removed")
            cursor = page["next"]
            if cursor is None:
                return

    async def _changed(self, asset: dict[str, Any], state: str) -> dict[str, Any]:
        etag = {"If-Match": f'"{asset["version"]}"', "Content-Type": "application/merge-patch+json"}
        return await self._asked("PATCH", f"{self._assets}/{asset['id']}", json={"trust_state": state}, headers=etag)

    async def _asked(self, method: str, url: str, **what: Any) -> dict[str, Any]:
        headers = self._headers | what.pop("headers", {})
        async with self._session.request(method, url, headers=headers, **what) as answer:
            if answer.status >= 400:  # noqa: PLR2004 - an error of any kind
                raise DemoError(f"{method} {url} was answered {answer.status}: {await answer.text()}")
            return dict(await answer.json()) if answer.status != 204 else {}  # noqa: PLR2004 - No Content
