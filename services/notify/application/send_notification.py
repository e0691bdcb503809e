"""When a message is due: fetch the contact, check once more that it may be sent, send it, remember that it was."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from services.notify.application.dispatcher import Job
from services.notify.application.messages import page_id
from services.notify.application.ports import (
    Assets,
    Contacts,
    Letters,
    Mailer,
    MailRefusedError,
    Notifications,
    Standings,
    Tally,
)
from services.notify.domain.notification import (
    STANDING_PATIENCE,
    Notification,
    OfferStanding,
    Role,
    Standing,
    State,
    Template,
    Withheld,
    withheld_from_asset,
    withheld_from_reporter,
)
from services.notify.domain.retry import MAIL_LADDER, delay_after
from shared.runtime.clock import Clock
from shared.runtime.errors import TransientError


class StandingUnknownError(TransientError):
    """The event that says whether the message may be sent has not been seen yet: the message waits for it."""


class ContactUnavailableError(TransientError):
    """Who knows the contact did not answer."""


@dataclass(frozen=True, slots=True)
class Duty:
    """Who is written to at once when a case is an emergency, and where the case can be opened."""

    addresses: tuple[str, ...]
    case_url: str


@dataclass(frozen=True, slots=True)
class People:
    """Who can be asked how somebody is reached."""

    contacts: Contacts
    assets: Assets
    duty: Duty


@dataclass(frozen=True, slots=True)
class Post:
    """What it takes to write a message and hand it over."""

    letters: Letters
    mailer: Mailer
    tally: Tally


@dataclass(frozen=True, slots=True)
class _Addressed:
    """Whom to write to and what the text may speak of; or why not."""

    address: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    language: str = "en"
    withheld: Withheld | None = None


@dataclass(frozen=True, slots=True)
class SendNotification:
    """Send one message. A contact is held in memory while it is sent and nowhere else.

    A message that was handed over is sent again only if this process died before it could write that down; the
    message's id is the same then.
    """

    notifications: Notifications
    standings: Standings
    people: People
    post: Post
    clock: Clock

    async def __call__(self, job: Job[Notification]) -> Job[Notification] | None:
        """Make one try; return the next."""
        message = job.held or await self.notifications.claim(job.id)
        if message is None:
            return None
        outcome = await self._tried(message)
        await self.notifications.settle(outcome)
        self.post.tally.mail(message.template, "retried" if outcome.state is State.PENDING else outcome.state)
        return Job(outcome.due_at, outcome.id, outcome.role) if outcome.state is State.PENDING else None

    async def _tried(self, message: Notification) -> Notification:
        try:
            addressed = await self._addressed(message)
            if addressed.withheld is not None:
                return replace(message, state=State.SUPPRESSED, reason=addressed.withheld)
            letter = self.post.letters.write(message.template, dict(addressed.facts), addressed.language)
            await self.post.mailer.send(message.id, addressed.address, letter)
        except MailRefusedError:
            return replace(message, state=State.FAILED, reason="refused", tries=message.tries + 1)
        except TransientError:
            return self._later(message)
        return replace(message, state=State.SENT, tries=message.tries + 1)

    def _later(self, message: Notification) -> Notification:
        tries = message.tries + 1
        wait = delay_after(tries, MAIL_LADDER, chance=0.5)
        if wait is None:
            return replace(message, state=State.FAILED, reason="gave_up", tries=tries)
        return replace(message, tries=tries, due_at=self.clock.now() + wait)

    async def _addressed(self, message: Notification) -> _Addressed:
        addressing: dict[Role, Callable[[Notification], Awaitable[_Addressed]]] = {
            Role.REPORTER: self._reporter,
            Role.ASSET: self._asset,
            Role.DUTY_OFFICER: self._duty_officer,
        }
        return await addressing[message.role](message)

    async def _reporter(self, message: Notification) -> _Addressed:
        standing = await self._standing(message)
        if standing.contact_is_unsafe:
            return _Addressed(withheld=Withheld.UNSAFE_TO_CONTACT)
        contact = await self.people.contacts.of(message.subject.report_id)
        withheld = withheld_from_reporter(standing, contact)
        if withheld is not None or contact is None or contact.email is None:
            return _Addressed(withheld=withheld or Withheld.NO_CONTACT)
        facts = dict(message.facts) | {
            "name": contact.name or "",
            "reference": contact.reference,
            "status_url": contact.status_url,
        }
        return _Addressed(contact.email, tuple(facts.items()), contact.language)

    async def _asset(self, message: Notification) -> _Addressed:
        engagement_id, asset_id = message.subject.engagement_id, message.subject.asset_id
        if engagement_id is None or asset_id is None:
            return _Addressed(withheld=Withheld.NO_CONTACT)
        offer = await self.standings.offer(engagement_id)
        link = ""
        if message.template is Template.OFFER:
            if reason := await self._withheld(message, offer):
                return _Addressed(withheld=reason)
            link = await self.people.assets.link(engagement_id) or ""
            if not link:
                return _Addressed(withheld=Withheld.NO_LONGER_OFFERED)
        elif not offer.told:
            return _Addressed(withheld=Withheld.NEVER_ASKED)
        asset = await self.people.assets.of(asset_id)
        if asset is None or not asset.email:
            return _Addressed(withheld=Withheld.NO_ADDRESS if asset else Withheld.NO_CONTACT)
        if message.template is Template.OFFER:
            await self.standings.tell_of(engagement_id)
        facts = dict(message.facts) | {"name": asset.name, "link": link}
        return _Addressed(asset.email, tuple(facts.items()), asset.language)

    async def _withheld(self, message: Notification, offer: OfferStanding) -> Withheld | None:
        """Check an offer at the last moment; one whose case is not known yet waits, though not for ever."""
        now = self.clock.now()
        late = message.expires_at is not None and message.expires_at <= now
        reason = withheld_from_asset(await self.standings.of(message.subject.concern_id), offer, late=late)
        if reason is Withheld.STANDING_UNKNOWN and now < message.created_at + STANDING_PATIENCE:
            raise StandingUnknownError(message.template)
        return reason

    async def _duty_officer(self, message: Notification) -> _Addressed:
        """Find the one address that a page is for; where it is no longer on duty, another hears of it."""
        duty = self.people.duty
        if not duty.addresses:
            return _Addressed(withheld=Withheld.NOBODY_ON_DUTY)
        facts = dict(message.facts) | {"case_url": duty.case_url.replace("{case_id}", str(message.subject.case_id))}
        meant = (address for address in duty.addresses if page_id(message.about, address) == message.id)
        return _Addressed(next(meant, duty.addresses[0]), tuple(facts.items()))

    async def _standing(self, message: Notification) -> Standing:
        standing = await self.standings.of(message.subject.concern_id)
        if standing is None:
            raise StandingUnknownError(message.template)
        return standing
