"""People of the register: entered with their consent, and forgotten when they take it back."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from services.networks.application.change_asset import ChangeAsset
from services.networks.application.ports import Assets, Groups, People
from services.networks.domain.asset import Asset
from services.networks.domain.errors import ChangedMeanwhileError, PersonNotFoundError
from services.networks.domain.people import Group, Person
from shared.runtime.clock import Clock


@dataclass(frozen=True, slots=True)
class ChangePerson:
    """Change what is known of a person."""

    people: People

    async def __call__(self, person_id: UUID, version: int, change: Callable[[Person], Person]) -> Person:
        """Store the change if the entry still has this version; a person who withdrew is not found."""
        person = await self.people.get(person_id)
        if person.withdrawn_at is not None:
            raise PersonNotFoundError("no such person")
        if person.version != version:
            raise ChangedMeanwhileError("the person's entry was changed since it was read")
        return await self.people.save(change(person))


@dataclass(frozen=True, slots=True)
class WithdrawPerson:
    """Forget a person, and take their gifts out of the register, in that order; repeating it finishes what was cut."""

    people: People
    assets: Assets
    change_asset: ChangeAsset
    clock: Clock

    async def __call__(self, person_id: UUID) -> None:
        """Erase at once. Offers that one of their assets holds are declined without a reason."""
        person = await self.people.get(person_id)
        if person.withdrawn_at is None:
            await self.people.save(person.withdrawn(self.clock.now()))
        for asset in await self.assets.of_person(person_id):
            if asset.contact is not None or asset.name != Asset.without_person(asset).name:
                await self.change_asset(asset.id, asset.version, Asset.without_person)
            await self.change_asset.wind_down(asset)


@dataclass(frozen=True, slots=True)
class ChangeGroup:
    """Change what is known of a network."""

    groups: Groups

    async def __call__(self, group_id: UUID, version: int, change: Callable[[Group], Group]) -> Group:
        """Store the change if the entry still has this version."""
        group = await self.groups.get(group_id)
        if group.version != version:
            raise ChangedMeanwhileError("the group's entry was changed since it was read")
        return await self.groups.save(change(group))
