"""What can go wrong when reaching people and partners, drawn once; the edge gives each its HTTP status."""


class NotifyError(Exception):
    """Anything notify refuses to do, in words its caller may read."""


class StreamUnknownError(NotifyError):
    """No stream has this name."""


class NotSharedError(NotifyError):
    """No agreement lets this caller see what it asks for."""


class CursorError(NotifyError):
    """A cursor or a moment that cannot be read."""


class TooManyStreamsError(NotifyError):
    """The caller, or the process, has as many open streams as it may."""


class DrainingError(NotifyError):
    """The process is stopping and takes no new stream."""


class WebhookUnknownError(NotifyError):
    """No webhook has this id, or it is somebody else's."""


class WebhookDisabledError(NotifyError):
    """The webhook is switched off, so nothing can be sent to it."""


class WebhookRefusedError(NotifyError):
    """The webhook cannot be registered as asked; `field` says what is wrong with it."""

    def __init__(self, field: str, detail: str) -> None:
        super().__init__(detail)
        self.field = field


class TooManyWebhooksError(NotifyError):
    """The caller has as many webhooks as it may."""
