"""Where the packages that the sources come from are, or a sentence that one is missing."""

from importlib.util import find_spec
from pathlib import Path


class Missing(Exception):
    """Says which package to install, and in which environment."""


def folder_of(module: str, package: str) -> Path:
    spec = find_spec(module)
    if spec is None or spec.origin is None:
        raise Missing(
            f"Install {package} in this environment first: its data is one of the sources."
        )
    return Path(spec.origin).parent


def given(path: Path, package: str) -> Path:
    if not path.exists():
        raise Missing(f"{path} is not there; name the unpacked {package} on the command line.")
    return path
