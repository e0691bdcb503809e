"""Where the local platform keeps its state and which ports it uses."""

from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

REPOSITORY = Path(__file__).resolve().parents[2]


class LocalSettings(BaseSettings):
    """Read once, from variables such as KITH_LOCAL_OFFSET."""

    model_config = SettingsConfigDict(env_prefix="KITH_LOCAL_", frozen=True)

    home: Path = REPOSITORY / ".local"
    cache: Path = REPOSITORY / ".local" / "cache"
    offset: int = Field(default=0, ge=0, le=20_000)
    free_megabytes: int = Field(default=1024, ge=0, description="below this much free space nothing is started")
    driver: str = Field(default="motor", description="handed to the services as KITH_MONGO_DRIVER")
