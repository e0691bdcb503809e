"""Run it: `python -m services.notify`."""

from services.notify.bootstrap import build
from services.notify.settings import NotifySettings
from shared.runtime.run import main

if __name__ == "__main__":
    main("notify", NotifySettings, build)
