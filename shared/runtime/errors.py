"""What can go wrong outside our own rules, in two families: try again, or give up on this one."""


class TransientError(Exception):
    """The outside world did not answer, or its answer is unknown: the same call may be made again later."""


class RefusedToStartError(Exception):
    """The service would not be safe to run as it is configured; the message names what to change."""
