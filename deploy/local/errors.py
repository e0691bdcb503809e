"""What can keep the local platform from running, each said in one line."""


class LocalError(Exception):
    """The root of the family: its text is the line a person reads."""


class PreflightError(LocalError):
    """Something about this machine has to change before a start can succeed."""


class FetchError(LocalError):
    """The jars could not be fetched or were not complete."""


class StartError(LocalError):
    """A process ended, or stayed silent, before it was ready."""


class AlreadyRunningError(LocalError):
    """Another supervisor holds this folder."""
