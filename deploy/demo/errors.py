"""What can keep the demo from playing, said in one line."""

from deploy.local.errors import LocalError


class DemoError(LocalError):
    """The demo cannot go on; the text is the line a person reads."""
