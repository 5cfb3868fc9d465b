"""Where templates, migrations and static files lie, in a checkout or in an installed wheel."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def _folder(name: str) -> Path:
    packaged = PACKAGE / name
    return packaged if packaged.is_dir() else PACKAGE.parent / name


def templates() -> Path:
    return _folder("templates")


def migrations() -> Path:
    return _folder("migrations")


def static() -> Path:
    return PACKAGE / "static"
