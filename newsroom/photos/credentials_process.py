"""Reads one picture's content credentials in a process of its own, for the library is native code.

The picture comes in on standard input, its media type is the argument, and the report goes out on
standard output as JSON. A crash, a hang or an endless appetite ends this process and nothing else.
"""

import json
import resource
import sys
from io import BytesIO
from pathlib import Path

from newsroom.photos.content_credentials import Report, Standing, elsewhere, interpret

MOST_MEMORY = 2 * 1024 * 1024 * 1024
MOST_SECONDS = 20
"""Of computing; a file takes some hundredths."""

ABSENT = "ManifestNotFound"
REMOTE = "Remote"

# Whoever made the picture could else have the newsroom's server call any address they like.
SETTINGS: dict[str, object] = {"verify": {"remote_manifest_fetch": False, "ocsp_fetch": False}}


def main() -> None:
    media_type, anchors = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else ""  # noqa: PLR2004
    _be_frugal()
    report = read(sys.stdin.buffer.read(), media_type, anchors)
    sys.stdout.write(report.as_json())


def _be_frugal() -> None:
    for limit, most in (
        (resource.RLIMIT_AS, MOST_MEMORY),
        (resource.RLIMIT_CPU, MOST_SECONDS),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(limit, (most, most))


def read(data: bytes, media_type: str, anchors: str = "") -> Report:
    """`anchors`: the path of the PEM file of those whose signatures are trusted, if any."""
    from c2pa import C2paError, Context, Reader, Settings

    settings = dict(SETTINGS)
    if anchors:
        settings["trust"] = {"trust_anchors": Path(anchors).read_text("utf-8")}
    context = Context(Settings.from_json(json.dumps(settings)))
    try:
        reader = Reader(media_type, stream=BytesIO(data), context=context)
        return interpret(json.loads(reader.json()), str(reader.get_validation_state()))
    except C2paError as error:
        kind, _, said = str(error).partition(": ")
        if kind == ABSENT:
            return Report(Standing.ABSENT)
        if kind == REMOTE:
            return elsewhere(said.rpartition(" ")[2])
        raise


if __name__ == "__main__":
    main()
