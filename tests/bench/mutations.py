"""`python -m tests.bench.mutations [how many]`: spoilt pictures, each taken or refused in words.

They are decoded in processes with a worker's limits; one that ends is counted, and none may.
"""

import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from datetime import UTC

from newsroom.errors import Invalid
from newsroom.photos import metadata
from newsroom.photos.credit_block import credit_block
from newsroom.photos.formats import judge
from newsroom.photos.pixels import make_bare
from newsroom.photos.renditions import Decode, make
from tests.photos import pictures

SEED = 20_261_129
BATCH = 500
SIDES = (64, 48)
ALLOWED_SECONDS = 300
"""For one batch: a hundred times what it takes."""


def originals() -> list[bytes]:
    return [
        pictures.jpeg(SIDES, exif=pictures.exif(Artist="Mara Ellis", Orientation=6)),
        pictures.jpeg(SIDES, progressive=True),
        pictures.saved(pictures.scene(SIDES, "CMYK"), "JPEG"),
        pictures.png(SIDES),
        pictures.png(SIDES, "P"),
        pictures.saved(pictures.see_through(SIDES), "PNG"),
        pictures.webp(SIDES),
        pictures.webp(SIDES, lossless=True),
        pictures.saved(pictures.see_through(SIDES), "WEBP"),
    ]


def mutated(number: int, sources: list[bytes]) -> bytes:
    """The same bytes for the same number."""
    chance = random.Random(SEED + number)
    data = bytearray(chance.choice(sources))
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(data) or 1)
        match chance.randrange(5):
            case 0:
                data[at : at + 1] = chance.randbytes(1)
            case 1:
                data[at : at + 4] = chance.choice((b"\x00" * 4, b"\xff" * 4, b"\x7f\xff\xff\xff"))
            case 2:
                del data[at : at + chance.randint(1, 40)]
            case 3:
                data[at:at] = data[at : at + chance.randint(1, 200)]
            case _:
                data[at:] = data[at:] if chance.random() < 0.8 else b"<svg onload='x'/>"
    return bytes(data)


def outcome(data: bytes, decode: Decode = make_bare) -> str:
    """`shown`, or the sentence; raises for anything that must not be."""
    try:
        picture = judge(data)
        facts = metadata.read(picture.blocks, UTC)
        made = list(make(data, picture, facts.orientation, credit_block(facts), decode=decode))
    except Invalid as refused:
        return refused.sentence
    for one in made:
        assert one.data != data
        judge(one.data)
    return "shown"


def batch(first: int, last: int) -> Iterator[str]:
    sources = originals()
    for number in range(first, last):
        yield outcome(mutated(number, sources))


def main() -> None:
    if len(sys.argv) == len(("program", "first", "last")):
        from newsroom.photos import apart_child

        apart_child.limit()
        print("\n".join(batch(int(sys.argv[1]), int(sys.argv[2]))))
        return
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    began, found, ended = time.monotonic(), Counter[str](), 0
    for first in range(0, count, BATCH):
        numbers = str(first), str(min(first + BATCH, count))
        done = subprocess.run(
            [sys.executable, "-m", "tests.bench.mutations", *numbers],
            capture_output=True,
            text=True,
            check=False,
            timeout=ALLOWED_SECONDS,
        )
        ended += done.returncode != 0
        found.update(done.stdout.splitlines())
        if done.returncode:
            print(f"batch from {first} ended with {done.returncode}: {done.stderr[-1500:]}")
    for sentence, times in found.most_common():
        print(f"{times:7} {sentence}")
    print(
        f"{found.total():,} of {count:,} in {time.monotonic() - began:.0f} s; {ended} batches ended"
    )
    sys.exit(bool(ended))


if __name__ == "__main__":
    main()
