"""Every setting: its name in the environment, its default, and what it is for."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, field, fields
from pathlib import Path
from typing import Any, cast
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from newsroom import data_folder

SOCKET_PATH_LIMIT = 100
"""A Unix socket's path is cut at about 107 bytes by the kernel; some room for the file name."""

KEYS_OF_STORE = frozenset({"photo_store_key_id", "photo_store_secret"})


class BadSettings(Exception):
    """Every mistake in the environment, one sentence each."""

    def __init__(self, sentences: list[str]) -> None:
        super().__init__("\n".join(sentences))
        self.sentences = sentences


def _text(value: str) -> str:
    return value


def _flag(value: str) -> bool:
    try:
        return {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}[
            value.lower()
        ]
    except KeyError:
        raise ValueError("must be 1 or 0") from None


def _count(low: int, high: int) -> Callable[[str], int]:
    def parse(value: str) -> int:
        if not value.isascii() or not value.isdecimal() or not low <= int(value) <= high:
            raise ValueError(f"must be a whole number from {low} to {high}")
        return int(value)

    return parse


def _address(*schemes: str) -> Callable[[str], str]:
    def parse(value: str) -> str:
        if urlsplit(value).scheme.split("+")[0] not in schemes:
            raise ValueError(f"must be an address that starts with {' or '.join(schemes)}")
        return value.rstrip("/")

    return parse


def _database(value: str) -> str:
    address = _address("sqlite", "postgresql", "postgres")(value)
    scheme, _, rest = address.partition("://")
    return f"postgresql+psycopg://{rest}" if scheme in {"postgres", "postgresql"} else address


def _zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (KeyError, ValueError, OSError):
        raise ValueError("must be a time zone such as Europe/London") from None
    return value


def _one_of(*choices: str) -> Callable[[str], str]:
    def parse(value: str) -> str:
        if value.lower() not in choices:
            raise ValueError(f"must be one of {', '.join(choices)}")
        return value.lower()

    return parse


def _folder(value: str) -> str:
    if not Path(value).is_absolute():
        raise ValueError("must be a whole path, from / on")
    return value


def _bucket(value: str) -> str:
    place = urlsplit(value)
    if place.scheme != "s3" or not place.netloc or place.query or place.fragment:
        raise ValueError("must be s3:// and a bucket, as in s3://photos or s3://photos/newsroom")
    return value.rstrip("/")


def _hosts(value: str) -> frozenset[str]:
    hosts = frozenset(part.strip().lower() for part in value.split(",") if part.strip())
    if any("/" in host or " " in host for host in hosts):
        raise ValueError("must be names of hosts, separated by commas")
    return hosts


def _names(value: str) -> frozenset[str]:
    return frozenset(part.strip().casefold() for part in value.split(",") if part.strip())


def _setting(
    name: str, parse: Callable[[str], Any], default: Any, purpose: str, *, secret: bool = False
) -> Any:
    return field(
        default=default,
        metadata={"name": name, "parse": parse, "purpose": purpose, "secret": secret},
    )


@dataclass(frozen=True)
class Settings:
    """What a newsroom is told by its environment, read once and never changed."""

    database_url: str = _setting(
        "DATABASE_URL",
        _database,
        "",
        "Database; empty: SQLite in the data folder. Any postgresql:// address for several machines.",
        secret=True,
    )
    redis_url: str = _setting(
        "REDIS_URL",
        _address("redis", "rediss", "unix"),
        "",
        "Queue and live messages; empty: an embedded Valkey on a socket.",
        secret=True,
    )
    secret_key: str = _setting(
        "NEWSROOM_SECRET_KEY",
        _text,
        "",
        "Signs sessions; empty: made once and kept in the data folder. Needed with PostgreSQL.",
        secret=True,
    )
    development: bool = _setting(
        "NEWSROOM_DEVELOPMENT", _flag, False, "Allows the demo newsroom and its known password."
    )
    data_dir: str = _setting(
        "NEWSROOM_DATA_DIR", _text, "var", "Database, photos and sockets of this machine."
    )
    public_url: str = _setting(
        "NEWSROOM_PUBLIC_URL",
        _address("http", "https"),
        "http://127.0.0.1:8080",
        "Where people reach the newsroom; https makes its cookies secure.",
    )
    live_url: str = _setting(
        "NEWSROOM_LIVE_URL",
        _address("http", "https"),
        "",
        "Where browsers reach the live process; empty: on the same address.",
    )
    host: str = _setting("NEWSROOM_HOST", _text, "127.0.0.1", "Address the web process listens on.")
    port: int = _setting("NEWSROOM_PORT", _count(1, 65535), 8080, "Port of the web process.")
    live_port: int = _setting(
        "NEWSROOM_LIVE_PORT", _count(1, 65535), 8081, "Port of the live process."
    )
    web_workers: int = _setting("NEWSROOM_WEB_WORKERS", _count(1, 64), 2, "Web worker processes.")
    web_threads: int = _setting("NEWSROOM_WEB_THREADS", _count(1, 256), 16, "Threads in each one.")
    trusted_proxies: int = _setting(
        "NEWSROOM_TRUSTED_PROXIES",
        _count(0, 9),
        0,
        "Proxies in front whose X-Forwarded-For is believed.",
    )
    paper_name: str = _setting(
        "NEWSROOM_PAPER_NAME", _text, "The Harbour Gazette", "The paper's name on its pages."
    )
    timezone: str = _setting("NEWSROOM_TIMEZONE", _zone, "UTC", "The newsroom's clock.")
    countries: frozenset[str] = _setting(
        "NEWSROOM_COUNTRIES",
        _names,
        frozenset(),
        "Where the paper appears, as agencies' terms name it, by commas; empty: every term asks.",
    )
    log_level: str = _setting(
        "NEWSROOM_LOG_LEVEL",
        _one_of("debug", "info", "warning", "error"),
        "info",
        "How much is logged.",
    )
    wire_folders: str = _setting(
        "NEWSROOM_WIRE_FOLDERS",
        _folder,
        "",
        "Folder below which wire feeds may watch folders; empty: none may.",
    )
    wire_allowed_hosts: frozenset[str] = _setting(
        "NEWSROOM_WIRE_ALLOWED_HOSTS",
        _hosts,
        frozenset(),
        "Hosts inside private networks that wire feeds may ask, separated by commas.",
    )
    wire_most_mb: int = _setting(
        "NEWSROOM_WIRE_MOST_MB",
        _count(1, 60),
        20,
        "Megabytes of one answer, file or push that the wire takes.",
    )
    wire_keep_days: int = _setting(
        "NEWSROOM_WIRE_KEEP_DAYS",
        _count(1, 3650),
        45,
        "Days that wire items are kept; those that stories used stay.",
    )
    photo_store: str = _setting(
        "NEWSROOM_PHOTO_STORE",
        _bucket,
        "",
        "Bucket and folder for photos, s3://bucket/folder of any S3-compatible store; empty: the data folder.",
    )
    photo_store_endpoint: str = _setting(
        "NEWSROOM_PHOTO_STORE_ENDPOINT",
        _address("http", "https"),
        "",
        "Address of that store; empty: Amazon’s, by its region.",
    )
    photo_store_region: str = _setting(
        "NEWSROOM_PHOTO_STORE_REGION", _text, "us-east-1", "Region of that store."
    )
    photo_store_key_id: str = _setting(
        "NEWSROOM_PHOTO_STORE_KEY_ID",
        _text,
        "",
        "Access key that may read, write, list and delete there.",
        secret=True,
    )
    photo_store_secret: str = _setting(
        "NEWSROOM_PHOTO_STORE_SECRET", _text, "", "Secret of that access key.", secret=True
    )
    bench: bool = _setting(
        "NEWSROOM_BENCH", _flag, False, "Adds X-SQL-Queries and X-SQL-Writes to each answer."
    )

    @property
    def embedded_database(self) -> bool:
        return self.database_url.startswith("sqlite")

    @property
    def secure_cookies(self) -> bool:
        return self.public_url.startswith("https")

    @property
    def data_path(self) -> Path:
        return Path(self.data_dir).resolve()

    @property
    def socket_path(self) -> Path:
        """The embedded broker's socket: in the data folder, or in a short one if that is too deep."""
        path = self.data_path / "run" / "broker.sock"
        if len(str(path).encode()) <= SOCKET_PATH_LIMIT:
            return path
        short = hashlib.sha256(str(self.data_path).encode()).hexdigest()[:12]
        return Path(tempfile.gettempdir()) / f"newsroom-{short}" / "broker.sock"

    @property
    def embedded_broker(self) -> bool:
        return self.redis_url == f"unix://{self.socket_path}"


def read_settings(environment: Mapping[str, str]) -> Settings:
    """Read them all; raises BadSettings with every mistake at once.

    Makes the data folder where one is needed, and a secret key in it where none is set.
    """
    mistakes: list[str] = []
    values: dict[str, Any] = {}
    for one in fields(Settings):
        raw = environment.get(one.metadata["name"], "").strip()
        if not raw:
            continue
        try:
            values[one.name] = one.metadata["parse"](raw)
        except ValueError as error:
            mistakes.append(f"{one.metadata['name']} {error}.")
    mistakes += _unknown_names(environment)
    if "postgresql" in values.get("database_url", "") and not values.get("secret_key"):
        mistakes.append("NEWSROOM_SECRET_KEY must be set where DATABASE_URL names PostgreSQL.")
    if "photo_store" in values and not values.keys() >= KEYS_OF_STORE:
        mistakes.append(
            "NEWSROOM_PHOTO_STORE_KEY_ID and NEWSROOM_PHOTO_STORE_SECRET must be set where "
            "NEWSROOM_PHOTO_STORE names a bucket."
        )
    if mistakes:
        raise BadSettings(mistakes)
    return _with_embedded_defaults(Settings(**values))


def _unknown_names(environment: Mapping[str, str]) -> list[str]:
    known = {one.metadata["name"] for one in fields(Settings)}
    return [
        f"{name} is not a setting of the newsroom."
        for name in sorted(environment)
        if name.startswith("NEWSROOM_") and name not in known
    ]


def _with_embedded_defaults(settings: Settings) -> Settings:
    data = settings.data_path
    if not (settings.database_url and settings.redis_url and settings.secret_key):
        _make(data)
    values = {one.name: getattr(settings, one.name) for one in fields(Settings)}
    values["database_url"] = settings.database_url or f"sqlite:///{data / 'newsroom.sqlite3'}"
    values["redis_url"] = settings.redis_url or f"unix://{settings.socket_path}"
    values["secret_key"] = settings.secret_key or _kept_secret(data)
    return Settings(**values)


def _make(data: Path) -> None:
    try:
        data_folder.make(data)
    except OSError as error:
        raise BadSettings([f"NEWSROOM_DATA_DIR cannot be made: {error}."]) from error


def _kept_secret(data: Path) -> str:
    try:
        kept = data_folder.secret_key(data)
    except OSError as error:
        raise BadSettings([f"NEWSROOM_DATA_DIR cannot be written: {error}."]) from error
    if not kept:
        raise BadSettings(
            [f"{data / 'secret-key'} is empty: remove it, and everybody signs in again."]
        )
    return kept


def table(settings: Settings) -> list[tuple[str, str, str]]:
    """(name, value with secrets masked, purpose) of each setting, in order."""
    rows = []
    for one in fields(Settings):
        value = _written(getattr(settings, one.name))
        shown = "(set)" if one.metadata["secret"] and value else value
        rows.append((one.metadata["name"], shown, one.metadata["purpose"]))
    return rows


def _written(value: object) -> str:
    """As the environment has it."""
    return ",".join(sorted(value)) if isinstance(value, frozenset) else str(value)


def defaults() -> list[tuple[str, str, str]]:
    """(name, default, purpose) of each setting, as the README lists them."""
    return [
        (
            one.metadata["name"],
            "" if one.default is MISSING else _written(one.default),
            one.metadata["purpose"],
        )
        for one in fields(Settings)
    ]


def current_settings() -> Settings:
    from flask import current_app  # what only reads settings, such as the supervisor, starts faster

    return cast(Settings, current_app.config["NEWSROOM"])
