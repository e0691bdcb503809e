"""The driver's errors, told apart by what the caller can do about them."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from pymongo import errors as driver

from shared.persistence.errors import DuplicateKeyError, StoreUnavailableError

DUPLICATE_KEY = 11000

#: Server errors that speak of the server's condition or of our standing with it, not of the request.
_CONDITION_CODES = frozenset(
    {
        6,  # HostUnreachable
        7,  # HostNotFound
        8,  # UnknownError
        13,  # Unauthorized
        18,  # AuthenticationFailed
        50,  # MaxTimeMSExpired
        64,  # WriteConcernFailed
        89,  # NetworkTimeout
        91,  # ShutdownInProgress
        189,  # PrimarySteppedDown
        262,  # ExceededTimeLimit
        9001,  # SocketException
        10107,  # NotWritablePrimary
        11600,  # InterruptedAtShutdown
        11602,  # InterruptedDueToReplStateChange
        13388,  # StaleConfig
        13435,  # NotPrimaryNoSecondaryOk
        13436,  # NotPrimaryOrSecondary
        14031,  # OutOfDiskSpace
    }
)
_UNAVAILABLE = (
    driver.ConnectionFailure,  # with AutoReconnect, NetworkTimeout, NotPrimaryError, ServerSelectionTimeoutError
    driver.ExecutionTimeout,
    driver.WTimeoutError,
    driver.WriteConcernError,
    driver.CursorNotFound,
)
_INDEX = re.compile(r"index: (?:\S+\.\$)?(?P<name>\S+)")
_DIRECTION = re.compile(r"_-?1(?=_|$)")


@contextmanager
def translated() -> Iterator[None]:
    """Raise our errors in place of the driver's; what only a change of our code could cure passes unchanged."""
    try:
        yield
    except driver.BulkWriteError as error:
        _raise_for(error.details)
        raise
    except driver.DuplicateKeyError as error:
        raise duplicate_key(error.details or {}) from error
    except _UNAVAILABLE as error:
        raise StoreUnavailableError(_summary(error)) from error
    except driver.OperationFailure as error:
        if error.code in _CONDITION_CODES or error.has_error_label("RetryableWriteError"):
            raise StoreUnavailableError(_summary(error)) from error
        raise


def _raise_for(details: Mapping[str, Any]) -> None:
    """Raise what a bulk write's result amounts to, if it is something a caller can answer."""
    if details.get("writeConcernErrors"):
        raise StoreUnavailableError("the store could not promise that the writes are durable")
    failures = details.get("writeErrors", ())
    if any(failure.get("code") in _CONDITION_CODES for failure in failures):
        raise StoreUnavailableError("the store stopped in the middle of the writes")
    if failures and all(failure.get("code") == DUPLICATE_KEY for failure in failures):
        refusals = [duplicate_key(failure) for failure in failures]
        raise next((refusal for refusal in refusals if refusal.fields != ("_id",)), refusals[0])


def duplicate_key(failure: Mapping[str, Any]) -> DuplicateKeyError:
    """Name the fields of the index that refused a document."""
    pattern = failure.get("keyPattern")
    if pattern:
        return DuplicateKeyError(tuple(pattern))
    found = _INDEX.search(str(failure.get("errmsg", "")))
    name = found["name"] if found else "_id_"
    if name == "_id_":
        return DuplicateKeyError(("_id",))
    return DuplicateKeyError(tuple(part.strip("_") for part in _DIRECTION.split(name) if part.strip("_")))


def _summary(error: Exception) -> str:
    """Keep the kind and the first line: a driver's message may go on to describe the whole topology."""
    return f"{type(error).__name__}: {str(error).partition(',')[0][:200]}"
