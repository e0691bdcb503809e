"""`python -m services.networks`: read the settings, build the service, run it."""

from services.networks.bootstrap import build
from services.networks.settings import NetworksSettings
from shared.runtime.run import main

main("networks", NetworksSettings, build)
