"""`python -m tests.bench.decodings [how many]`: spoilt AVIF, HEIC and TIFF, each decoded or refused.

A worker starts an interpreter for each picture, which costs half a second. Here one that has loaded
all that it needs divides itself for each: the same limits, the same code, and what dies is told.
"""

import json
import os
import random
import select
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from newsroom.photos import apart, apart_child
from newsroom.photos.apart import SlowError
from newsroom.photos.pixels import Bare, Order
from tests.bench import mutations
from tests.photos import heic, pictures

SIDES = (64, 48)
REAL = Path(__file__).parents[3] / "shared" / "develop" / "photos" / "c2pa-sample1.heic"
"""A phone's file, where it lies beside the checkout; its thumbnail is small enough for thousands."""


def originals() -> list[bytes]:
    """In as many ways as they can be written here, about as many of each kind."""
    scene, clear = pictures.scene(SIDES), pictures.see_through(SIDES)
    avif = [
        pictures.avif(SIDES, exif=pictures.exif(Artist="Mara Ellis", Orientation=6)),
        pictures.avif(SIDES, quality=100, subsampling="4:4:4"),
        pictures.saved(clear, "AVIF", speed=10),
    ]
    of_phones = [heic.written(), heic.written(32, 32)]
    if REAL.is_file():
        of_phones.append(heic.small_of(REAL.read_bytes()))
    tiff = [
        *(
            pictures.tiff(SIDES, compression=way)
            for way in ("raw", "packbits", "tiff_lzw", "tiff_adobe_deflate", "jpeg")
        ),
        pictures.saved(scene.convert("CMYK"), "TIFF", compression="tiff_lzw"),
        pictures.saved(scene.convert("1"), "TIFF", compression="group4"),
        pictures.saved(scene.convert("P"), "TIFF"),
        pictures.saved(clear, "TIFF", compression="tiff_lzw"),
    ]
    return [*avif, *of_phones, *avif, *of_phones, *tiff]


def spoilt(number: int, sources: list[bytes]) -> bytes:
    """Every other one keeps its length and its beginning, so that it gets as far as a decoder."""
    if number % 2:
        return mutations.mutated(number, sources)
    chance = random.Random(mutations.SEED + number)
    data = bytearray(chance.choice(sources))
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(16, len(data))
        written = chance.randbytes(chance.choice((1, 1, 1, 2, 4)))
        data[at : at + len(written)] = written
    return bytes(data)


def load() -> None:
    """All that a picture needs, before the first is decoded; nothing here may start a thread."""
    import pi_heif
    import pyvips
    from PIL import AvifImagePlugin, TiffImagePlugin

    from newsroom.photos import by_libvips, by_pillow

    assert all((pi_heif, pyvips, AvifImagePlugin, TiffImagePlugin, by_libvips, by_pillow))


class Divided:
    """Decodes as `apart.make_apart` does, in a process that is divided off and not started."""

    def __init__(self) -> None:
        self.asked = 0
        """How many pictures came as far as a decoder."""
        self.deaths: Counter[str] = Counter()
        """How often a process did not live to answer, by the signal or code that it ended with."""

    def __call__(self, data: bytes, order: Order) -> Iterator[Bare]:
        self.asked += 1
        answer, told = os.pipe()
        complaint, complained = os.pipe()
        child = os.fork()
        if child == 0:
            _decode(told, complained, data, order)
        os.close(told)
        os.close(complained)
        try:
            read = _read_both(answer, complaint)
        except SlowError:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            self.deaths["too slow"] += 1
            raise
        finally:
            os.close(answer)
            os.close(complaint)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        if code:
            self.deaths[signal.Signals(-code).name if code < 0 else f"code {code}"] += 1
            apart._refuse(code, read[complaint])
        return apart._read(read[answer], {one.name for one in order.wanted})


def _decode(told: int, complained: int, data: bytes, order: Order) -> None:
    """In the other process, which ends here whatever happens."""
    code = 1
    try:
        os.dup2(complained, 1)
        os.dup2(complained, 2)
        apart_child.limit()
        with os.fdopen(told, "wb") as target:
            apart_child.answer(json.loads(json.dumps(asdict(order))), data, target)
        code = 0
    except BaseException:  # noqa: BLE001 - told as an interpreter would, and never raised in here
        os.write(complained, traceback.format_exc().encode())
    finally:
        os._exit(code)


def _read_both(*pipes: int) -> dict[int, bytes]:
    """All of each, until whoever writes has closed it; raises SlowError where that lasts."""
    read = {pipe: bytearray() for pipe in pipes}
    open_still, until = set(pipes), time.monotonic() + apart.PATIENCE_SECONDS
    while open_still:
        ready, _, _ = select.select(open_still, [], [], max(0.0, until - time.monotonic()))
        if not ready:
            raise SlowError
        for pipe in ready:
            piece = os.read(pipe, 1 << 16)
            read[pipe] += piece
            if not piece:
                open_still.discard(pipe)
    return {pipe: bytes(found) for pipe, found in read.items()}


def outcomes(first: int, last: int, decode: Divided, sources: list[bytes]) -> Iterator[str]:
    for number in range(first, last):
        data = spoilt(number, sources)
        try:
            yield mutations.outcome(data, decode)
        except (SlowError, MemoryError) as passing:
            # The worker tries again later, and in the end says its sentence for these.
            yield f"put off: {type(passing).__name__}"
        except Exception as error:
            raise AssertionError(f"the picture number {number} raised") from error


def main() -> None:
    first, last = 0, 10_000
    if len(sys.argv) > 1:
        last = int(sys.argv[1])
    if len(sys.argv) > len(("program", "first")):
        first, last = int(sys.argv[1]), int(sys.argv[2])
    load()
    sources = originals()
    assert {mutations.outcome(one, Divided()) for one in sources} == {"shown"}, "not spoilt yet"
    began, decode = time.monotonic(), Divided()
    found = Counter(outcomes(first, last, decode, sources))
    for sentence, times in found.most_common():
        print(f"{times:7} {sentence}")
    for death, times in decode.deaths.most_common():
        print(f"{times:7} processes ended by {death}; each such picture got its sentence")
    print(f"{decode.asked:7,} came as far as a decoder")
    print(f"{found.total():7,} shown or refused in {time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main()
