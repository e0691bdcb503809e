"""`python -m services.triage`: read the settings, build, run. With `patterns`: work off the runs that wait."""

import sys

from services.triage.bootstrap import build, work_off_runs
from services.triage.settings import Settings
from shared.runtime.run import main

if __name__ == "__main__":
    if sys.argv[1:] == ["patterns"]:
        work_off_runs()
    else:
        main("triage", Settings, build)
