"""Where the files of installed packages lie; the packages themselves are never imported."""

from importlib.metadata import distribution
from pathlib import Path


def packaged(package: str, path: str) -> Path:
    """A file that the package brought along; raises FileNotFoundError with what to do."""
    found = Path(str(distribution(package).locate_file(path)))
    if not found.exists():
        raise FileNotFoundError(f"{package} has no {path}: install requirements-training.lock.")
    return found
