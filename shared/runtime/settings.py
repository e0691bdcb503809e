"""The settings that services have in common, read once and refused when they are missing or weak."""

import re
from collections.abc import Iterator
from typing import Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict, SettingsError

from shared.runtime.errors import RefusedToStartError

Profile = Literal["local", "production"]

_SHORTEST_SECRET = 16
_FEWEST_DIFFERENT_CHARACTERS = 6
_KNOWN_WORDS = re.compile(r"\W*(change.?me|secret|password|example|default|local|demo|test|admin|12345)", re.IGNORECASE)

S = TypeVar("S", bound="ServiceSettings")


class Group(BaseModel):
    """A group of settings, such as `<SERVICE>_KAFKA__…`; a name it does not know is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class KafkaSettings(Group):
    """Where the broker is."""

    servers: str
    """`host:port`, several separated by commas."""
    instance: str | None = None
    """This process's name in its consumer groups, for replicas that keep theirs: a crashed one then goes on at once.

    Without it the group waits for the dead member's session to end. No two processes may have the same name at once.
    """


class MongoSettings(Group):
    """Where the store is. The URL may hold a password and is therefore secret."""

    url: SecretStr
    database: str


class IdentitySettings(Group):
    """Whose tokens are believed, and with which account this service speaks to its siblings."""

    issuer: str
    jwks_url: str
    audience: str = "kith"
    token_url: str | None = None
    client_id: str | None = None
    client_secret: SecretStr | None = None


class HttpSettings(Group):
    """How the service listens and how it stops."""

    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=0, le=65535)
    backlog: int = Field(default=4096, ge=1)
    keep_alive_seconds: int = Field(default=15, ge=1)
    drain_seconds: float = Field(default=0.0, ge=0)
    """How long to go on accepting after readiness is withdrawn, until a load balancer has noticed."""
    graceful_seconds: int = Field(default=6, ge=1)
    """How long open requests may take to finish."""
    deadline_seconds: float = Field(default=14.0, gt=0)
    """How long the whole stop may take."""
    start_seconds: float = Field(default=60.0, gt=0)
    """How long the start waits for Kafka and the store."""
    trusted_proxies: str = ""
    """Addresses whose `X-Forwarded-For` is believed, separated by commas."""


class TelemetrySettings(Group):
    """Where traces go, if anywhere."""

    endpoint: str | None = None
    """An OTLP/HTTP traces address, such as `http://collector:4318/v1/traces`."""
    sample_ratio: float = Field(default=0.01, ge=0, le=1)


class ServiceSettings(BaseSettings):
    """What every service's settings hold; a subclass names its prefix, as in `env_prefix="TRIAGE_"`."""

    model_config = SettingsConfigDict(env_nested_delimiter="__", frozen=True, extra="ignore")

    profile: Profile = "production"
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    kafka: KafkaSettings
    mongo: MongoSettings
    identity: IdentitySettings
    http: HttpSettings = HttpSettings()
    telemetry: TelemetrySettings = TelemetrySettings()

    def weaknesses(self) -> Iterator[tuple[str, str]]:
        """Yield each setting, by its path, that is not fit for production, and why; a subclass adds its own."""
        for path, secret in _secrets_in(self):
            reason = weakness_of(secret.get_secret_value())
            if reason:
                yield path, reason
        identity = self.identity
        for name, url in (
            ("issuer", identity.issuer),
            ("jwks_url", identity.jwks_url),
            ("token_url", identity.token_url),
        ):
            if url is not None and not url.startswith("https://"):
                yield f"identity.{name}", "is not an https address"


def read_settings(settings_class: type[S]) -> S:
    """Read the settings from the environment; raise RefusedToStartError with one line per missing or weak one."""
    prefix = settings_class.model_config.get("env_prefix", "")
    try:
        settings = settings_class()
    except ValidationError as error:
        raise RefusedToStartError("\n".join(sorted(set(_lines_of(error, settings_class, prefix))))) from None
    except SettingsError as error:
        raise RefusedToStartError(f"{prefix}*: {error}") from None
    if settings.profile != "local":
        weak = [f"{_variable(prefix, path)} {reason}" for path, reason in settings.weaknesses()]
        if weak:
            raise RefusedToStartError("\n".join(weak))
    return settings


def weakness_of(secret: str) -> str | None:
    """Return why a secret could be guessed, or None. An address is judged by the password inside it, if any."""
    if "://" in secret:
        password = re.search(r"://[^/@:]*:([^/@]*)@", secret)
        return weakness_of(password.group(1)) if password else None
    if len(secret) < _SHORTEST_SECRET:
        return f"is shorter than {_SHORTEST_SECRET} characters"
    if len(set(secret)) < _FEWEST_DIFFERENT_CHARACTERS:
        return "repeats the same few characters"
    if _KNOWN_WORDS.match(secret):
        return "begins with a word that everybody tries first"
    return None


def _secrets_in(model: BaseModel, path: str = "") -> Iterator[tuple[str, SecretStr]]:
    for name in type(model).model_fields:
        value = getattr(model, name)
        here = f"{path}.{name}" if path else name
        if isinstance(value, SecretStr):
            yield here, value
        elif isinstance(value, BaseModel):
            yield from _secrets_in(value, here)


def _lines_of(error: ValidationError, settings_class: type[BaseModel], prefix: str) -> Iterator[str]:
    for found in error.errors(include_input=False, include_url=False, include_context=False):
        path = [str(part) for part in found["loc"]]
        if found["type"] != "missing":
            yield f"{_variable(prefix, '.'.join(path))} is not usable: {found['msg']}"
            continue
        for name in _required_below(settings_class, path):
            yield f"{_variable(prefix, '.'.join([*path, *name]))} is missing"


def _required_below(model: type[BaseModel], path: list[str]) -> Iterator[list[str]]:
    """Yield the required settings of a group that is missing whole, or the one missing setting itself."""
    annotation: Any = model
    for part in path:
        field = annotation.model_fields.get(part) if _is_model(annotation) else None
        annotation = field.annotation if field else None
    if not _is_model(annotation):
        yield []
        return
    for name, field in annotation.model_fields.items():
        if field.is_required():
            for below in _required_below(annotation, [name]):
                yield [name, *below]


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def _variable(prefix: str, path: str) -> str:
    return (prefix + path.replace(".", "__")).upper()
