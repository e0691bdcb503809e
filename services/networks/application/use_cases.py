"""UseCases: one of each, for the entrypoints."""

from dataclasses import dataclass

from services.networks.application.answer_offer import AnswerOffer, ExpireOffer
from services.networks.application.begin_matching import BeginMatching
from services.networks.application.change_asset import ChangeAsset, EnterAsset
from services.networks.application.keep_people import ChangeGroup, ChangePerson, WithdrawPerson
from services.networks.application.offer_next import OfferNext
from services.networks.application.ports import Assets, Engagements, Groups, People
from services.networks.application.recall_offers import RecallOffers
from services.networks.application.record_check import RecordCheck
from services.networks.application.register import Register
from services.networks.application.show_directory import ShowDirectory
from services.networks.application.suspend_assets import SuspendAssets
from services.networks.application.sweep_reservations import SweepReservations
from shared.runtime.clock import Clock


@dataclass(frozen=True, slots=True)
class UseCases:
    """What networks can be asked to do."""

    begin_matching: BeginMatching
    recall_offers: RecallOffers
    answer_offer: AnswerOffer
    expire_offer: ExpireOffer
    record_check: RecordCheck
    sweep_reservations: SweepReservations
    enter_asset: EnterAsset
    change_asset: ChangeAsset
    change_person: ChangePerson
    withdraw_person: WithdrawPerson
    change_group: ChangeGroup
    show_directory: ShowDirectory


@dataclass(frozen=True, slots=True)
class Stores:
    """Where networks keeps what it knows."""

    engagements: Engagements
    assets: Assets
    people: People
    groups: Groups


def use_cases(stores: Stores, clock: Clock) -> UseCases:
    """Join the use cases on these stores."""
    register = Register(stores.assets, clock)
    offer_next = OfferNext(stores.engagements, stores.assets, register)
    answer_offer = AnswerOffer(stores.engagements, stores.assets, offer_next, clock)
    change_asset = ChangeAsset(stores.assets, register, answer_offer, clock)
    suspend_assets = SuspendAssets(stores.engagements, stores.assets, change_asset, clock)
    return UseCases(
        begin_matching=BeginMatching(stores.engagements, offer_next, clock),
        recall_offers=RecallOffers(stores.engagements, stores.assets, suspend_assets, clock),
        answer_offer=answer_offer,
        expire_offer=ExpireOffer(stores.engagements, answer_offer, clock),
        record_check=RecordCheck(stores.engagements, answer_offer),
        sweep_reservations=SweepReservations(stores.engagements, stores.assets, clock),
        enter_asset=EnterAsset(stores.assets, register, clock),
        change_asset=change_asset,
        change_person=ChangePerson(stores.people),
        withdraw_person=WithdrawPerson(stores.people, stores.assets, change_asset, clock),
        change_group=ChangeGroup(stores.groups),
        show_directory=ShowDirectory(stores.assets, stores.groups, clock),
    )
