"""What can go wrong between us and a store."""

from shared.runtime.errors import TransientError


class StoreUnavailableError(TransientError):
    """The store did not answer in time or could not promise durability: a write may or may not have happened.

    Only a repetition under the same id finds out, so nothing is acknowledged and no offset is committed.
    """


class DuplicateKeyError(Exception):
    """A unique index already holds this value; `fields` names the index's fields, `("_id",)` for the identifier."""

    def __init__(self, fields: tuple[str, ...]) -> None:
        super().__init__(f"a document with the same {', '.join(fields)} exists")
        self.fields = fields


class OverloadedError(Exception):
    """More is waiting to be stored than may wait; nothing was taken in, try again a little later."""
