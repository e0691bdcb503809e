"""`python -m services.triage`: read the settings, build, run."""

from services.triage.bootstrap import build
from services.triage.settings import Settings
from shared.runtime.run import main

if __name__ == "__main__":
    main("triage", Settings, build)
