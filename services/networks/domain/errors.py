"""What can go wrong in networks' own words.

NetworksError
├── UnknownError            AssetNotFoundError, PersonNotFoundError, GroupNotFoundError, EngagementNotFoundError,
│                           ListingNotFoundError
├── ConflictError           ChangedMeanwhileError, MoveNotAllowedError, OfferExpiredError, TrustMoveNotAllowedError
├── NotAcceptableError      InvalidAssetError, InvalidAssessmentError, PersonConsentError
├── LinkNotValidError
└── SourceNotReadableError
"""


class NetworksError(Exception):
    """Something that networks' rules do not allow, or that it does not know."""


class UnknownError(NetworksError):
    """There is no such thing here."""


class AssetNotFoundError(UnknownError):
    """No asset has this id."""


class PersonNotFoundError(UnknownError):
    """No person has this id, or they took their consent back."""


class GroupNotFoundError(UnknownError):
    """No group has this id."""


class EngagementNotFoundError(UnknownError):
    """No offer has this id."""


class ListingNotFoundError(UnknownError):
    """The public directory has no such entry, word or vocabulary."""


class ConflictError(NetworksError):
    """The request does not fit the present state."""


class ChangedMeanwhileError(ConflictError):
    """Somebody else changed it since it was read; read it again."""


class MoveNotAllowedError(ConflictError):
    """The offer is in a state from which this answer cannot be given."""


class OfferExpiredError(MoveNotAllowedError):
    """The time to answer has run out."""


class TrustMoveNotAllowedError(ConflictError):
    """An asset's trust cannot go from its present state to this one."""


class NotAcceptableError(NetworksError):
    """What was sent breaks a rule of the register."""


class InvalidAssetError(NotAcceptableError):
    """An asset as described could never be matched safely."""


class InvalidAssessmentError(NotAcceptableError):
    """An assessment of a network that nobody could check or review."""


class PersonConsentError(NotAcceptableError):
    """Nobody is kept in the register without having agreed to it."""


class LinkNotValidError(NetworksError):
    """The link is not one that networks made."""


class SourceNotReadableError(NetworksError):
    """A file to import has no shape that networks knows; the message names what is missing."""
