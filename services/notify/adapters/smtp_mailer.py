"""Mailer over SMTP."""

from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import format_datetime
from typing import Literal
from uuid import UUID

import aiosmtplib

from services.notify.application.ports import Letter, MailRefusedError
from shared.runtime.clock import Clock
from shared.runtime.errors import TransientError

Encryption = Literal["none", "starttls", "tls"]
_PERMANENT = 500


class MailServerUnavailableError(TransientError):
    """The mail server did not take the message this time."""


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where messages are handed over, and in whose name."""

    host: str
    port: int
    sender: str
    domain: str
    username: str | None = None
    password: str | None = None
    encryption: Encryption = "starttls"
    seconds: float = 20.0


class SmtpMailer:
    """Hands over one message per connection; the message's id is the notification's, the same over tries."""

    def __init__(self, server: MailServer, clock: Clock) -> None:
        self._server = server
        self._clock = clock

    async def send(self, identifier: UUID, address: str, letter: Letter) -> None:
        """Hand a message over; nothing about its recipient is kept or logged."""
        try:
            message = self._message(identifier, address, letter)
        except ValueError as error:
            raise MailRefusedError("the address cannot be written to") from error
        server = self._server
        try:
            await aiosmtplib.send(
                message,
                hostname=server.host,
                port=server.port,
                username=server.username,
                password=server.password,
                use_tls=server.encryption == "tls",
                start_tls=server.encryption == "starttls",
                timeout=server.seconds,
            )
        except (aiosmtplib.SMTPException, OSError, TimeoutError) as error:
            if _is_final(error):
                raise MailRefusedError(type(error).__name__) from None
            raise MailServerUnavailableError(type(error).__name__) from None

    def _message(self, identifier: UUID, address: str, letter: Letter) -> EmailMessage:
        message = EmailMessage()
        message["From"] = self._server.sender
        message["To"] = address
        message["Subject"] = letter.subject
        message["Date"] = format_datetime(self._clock.now())
        message["Message-ID"] = f"<{identifier}@{self._server.domain}>"
        message["Auto-Submitted"] = "auto-generated"
        message["X-Auto-Response-Suppress"] = "All"
        message.set_content(letter.text)
        message.add_alternative(letter.html, subtype="html")
        return message


def _is_final(error: Exception) -> bool:
    """Whether the server will never take the message, as opposed to not now."""
    if isinstance(error, aiosmtplib.SMTPRecipientsRefused):
        return all(refusal.code >= _PERMANENT for refusal in error.recipients)
    if isinstance(error, aiosmtplib.SMTPAuthenticationError):
        return False
    if isinstance(error, aiosmtplib.SMTPNotSupported):
        return False
    return isinstance(error, aiosmtplib.SMTPResponseException) and error.code >= _PERMANENT
