"""`python -m services.reporting`: read settings, build, run."""

from services.reporting.bootstrap import build
from services.reporting.settings import ReportingSettings
from shared.runtime.run import main

if __name__ == "__main__":
    main("reporting", ReportingSettings, build)
