"""`python -m tests.bench.renditions`: a 24-megapixel photo to all its renditions, credit in each.

Measured in the process apart that workers use, its start counted, beside Pillow opening the
original again for each size, which is what is written first everywhere.
"""

import os
import random
import subprocess
import sys
from dataclasses import dataclass
from functools import reduce
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

from tests.bench.figures import Figure, line

SIDES = (6000, 4000)
MOST_CPU_SECONDS = 0.6
MOST_MIB = 250
ROUNDS = 5

OURS = """
import sys
from pathlib import Path
from newsroom.photos import renditions
from newsroom.photos.apart import make_apart
from newsroom.photos.credit_block import credit_block
from newsroom.photos.facts import PhotoFacts, Words
from newsroom.photos.formats import judge
data = Path(sys.argv[1]).read_bytes()
facts = PhotoFacts(Words(creator="Mara Ellis", credit="Mara Ellis/HP", caption="Ferries wait."))
made = list(renditions.make(data, judge(data), 1, credit_block(facts), decode=make_apart))
assert len(made) == len(renditions.NAMES)
assert all(b"Mara Ellis" in one.data for one in made)
"""

OPEN_AGAIN = """
import sys
from io import BytesIO
from PIL import Image, ImageOps
from newsroom.photos.renditions import SIZES, SOCIAL_SIDES
for one in SIZES:
    image = Image.open(sys.argv[1])
    image.thumbnail((one.width, one.height), Image.Resampling.LANCZOS)
    image.save(BytesIO(), one.format.value.upper(), quality=82)
ImageOps.fit(Image.open(sys.argv[1]), SOCIAL_SIDES).save(BytesIO(), "JPEG", quality=82)
"""


@dataclass(frozen=True)
class Cost:
    """Of the processor and of memory, of a command with all that it started."""

    cpu_seconds: float
    mib: float


def main() -> None:
    with TemporaryDirectory(prefix="newsroom-bench-") as folder:
        path = Path(folder) / "quay.jpg"
        _draw(path)
        nothing = cost("import newsroom.photos.renditions, newsroom.photos.apart", path)
        ours, theirs = cost(OURS, path), cost(OPEN_AGAIN, path)
        size = path.stat().st_size / 1e6
    spent = ours.cpu_seconds - nothing.cpu_seconds
    print(f"A photo of 24 megapixels, {size:.1f} MB, to all renditions (the best of {ROUNDS})")
    for figure in (
        Figure("processor", spent, "s", MOST_CPU_SECONDS),
        Figure("memory at its highest", ours.mib, "MiB", MOST_MIB),
        Figure("Pillow, the original opened again for each size", theirs.cpu_seconds, "s"),
        Figure("that as a multiple", theirs.cpu_seconds / spent, "x"),
    ):
        print(line(figure))


def _draw(path: Path) -> None:
    """In another process: what this one holds at its highest counts for all that it starts."""
    drawn = f"from tests.bench.renditions import photo; open({str(path)!r}, 'wb').write(photo())"
    subprocess.run([sys.executable, "-c", drawn], check=True)


def photo() -> bytes:
    """A picture whose detail is spread over all sizes, as in what cameras take."""
    planes = [_plane(random.Random(number)) for number in range(3)]
    image = Image.merge("YCbCr", (planes[0], _pale(planes[1]), _pale(planes[2]))).convert("RGB")
    buffer = BytesIO()
    image.save(buffer, "JPEG", quality=92)
    return buffer.getvalue()


def _plane(chance: random.Random) -> Image.Image:
    """Noise of ten sizes, each of them weaker than the one before."""
    layers = (_noise(chance, 6 * 2**step) for step in range(10))
    shares = (0.6 * 0.74**step for step in range(10))
    ground = Image.new("L", SIDES, 128)
    return reduce(
        lambda under, one: Image.blend(under, *one), zip(layers, shares, strict=True), ground
    )


def _noise(chance: random.Random, wide: int) -> Image.Image:
    sides = wide, wide * 2 // 3
    drawn = Image.frombytes("L", sides, chance.randbytes(sides[0] * sides[1]))
    return drawn.resize(SIDES, Image.Resampling.BICUBIC)


def _pale(plane: Image.Image) -> Image.Image:
    return Image.blend(Image.new("L", SIDES, 128), plane, 0.4)


def cost(script: str, path: Path) -> Cost:
    """The least of some rounds; other work on the machine only ever adds."""
    rounds = [_once(script, path) for _ in range(ROUNDS)]
    return Cost(min(one.cpu_seconds for one in rounds), min(one.mib for one in rounds))


def _once(script: str, path: Path) -> Cost:
    process = subprocess.Popen([sys.executable, "-c", _measured(script), str(path)], stdout=-1)
    with process:
        told, _ = process.communicate()
    if process.returncode:
        raise RuntimeError("a measurement failed")
    cpu, kib = told.split()[-2:]
    return Cost(float(cpu), int(kib) / 1024)


def _measured(script: str) -> str:
    """The processor of the process and its children; the memory of whichever had the most."""
    return script + (
        "\nimport resource\n"
        "who = [resource.getrusage(one) for one in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]\n"
        "print(sum(one.ru_utime + one.ru_stime for one in who), max(one.ru_maxrss for one in who))\n"
    )


if __name__ == "__main__":
    os.chdir(Path(__file__).parents[2])
    main()
