"""From an e-mail (RFC 5322) to what its writer says now: without what they quote, and without their signature."""

from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import parseaddr

from email_reply_parser import EmailReplyParser
from lxml import etree, html

_BREAKS = ("br", "p", "div", "li", "tr")
_PLAIN, _HTML = "text/plain", "text/html"


@dataclass(frozen=True, slots=True)
class Mail:
    """One e-mail; it prints nothing personal."""

    message_id: str | None
    name: str | None = field(repr=False)
    address: str | None = field(repr=False)
    subject: str = field(repr=False)
    words: str = field(repr=False)
    attachments: int = 0
    automatic: bool = False
    """Whether a machine wrote it: an answer to it could go round for ever."""


def mail_from(raw: bytes) -> Mail:
    """Return what an e-mail says. A damaged one is read as far as it can be; ValueError for what is none at all."""
    message = message_from_bytes(raw, policy=policy.default)
    if not isinstance(message, EmailMessage) or not message.keys():
        raise ValueError("not an e-mail")
    try:
        name, address = parseaddr(str(message.get("From", "")))
        words = _words_of(message)
        return Mail(
            message_id=_line(message.get("Message-ID")) or None,
            name=_line(name) or None,
            address=address or None,
            subject=_line(message.get("Subject")),
            words=EmailReplyParser.parse_reply(words).strip() or words.strip(),
            attachments=sum(1 for _ in message.iter_attachments()) if message.is_multipart() else 0,
            automatic=_is_automatic(message),
        )
    except (LookupError, AttributeError, TypeError, MessageError) as error:
        raise ValueError("an e-mail that cannot be read") from error


def _words_of(message: EmailMessage) -> str:
    part = message.get_body(preferencelist=("plain", "html"))
    if part is None:
        return ""
    payload = part.get_payload(decode=True)
    raw = payload if isinstance(payload, bytes) else b""
    try:
        text = raw.decode(part.get_content_charset("utf-8"), "replace")
    except LookupError:
        text = raw.decode("utf-8", "replace")
    text = _text_of(text) if part.get_content_type() == _HTML else text
    return text.replace("\r\n", "\n").replace("\x00", "")


def _text_of(markup: str) -> str:
    """Return the text of a page, a line for each of its blocks; what somebody quotes is left out."""
    try:
        page = html.document_fromstring(markup.encode(), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, ValueError):
        return ""
    for quoted in page.xpath("//blockquote | //script | //style | //*[contains(@class, 'gmail_quote')]"):
        if quoted.getparent() is not None:
            quoted.drop_tree()
    for element in page.iter(*_BREAKS):
        element.tail = "\n" + (element.tail or "")
    return str(page.text_content())


def _is_automatic(message: EmailMessage) -> bool:
    submitted = str(message.get("Auto-Submitted", "no")).partition(";")[0].strip().lower()
    bulk = str(message.get("Precedence", "")).strip().lower()
    return submitted != "no" or bulk in {"bulk", "junk", "auto_reply"} or str(message.get("Return-Path", "")) == "<>"


def _line(header: object) -> str:
    return " ".join(str(header).split()) if header is not None else ""
