"""The newsroom's own index of agency copy: a file beside the database, or a schema of its own in it."""

from pathlib import Path

from flask import current_app

from newsroom.settings import Settings, current_settings
from newsroom.wire.reuse.index import ReuseIndex

FILE = "wire-reuse.sqlite3"
KEY = "wire_reuse_index"


def reuse_index() -> ReuseIndex:
    """This process's; opened when it is first asked for."""
    kept: ReuseIndex | None = current_app.extensions.get(KEY)
    if kept is None:
        kept = current_app.extensions[KEY] = ReuseIndex.open(_address(current_settings()))
    return kept


def _address(settings: Settings) -> str | Path:
    if not settings.embedded_database:
        return settings.database_url
    settings.data_path.mkdir(parents=True, exist_ok=True)
    return settings.data_path / FILE
