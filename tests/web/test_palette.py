"""The palette of people: what is written on each colour can be read, by day and by night."""

import math
import re

import pytest

from newsroom import resources
from newsroom.notifications.presence import COLOURS

TOKENS = (resources.static() / "css/tokens.css").read_text(encoding="utf-8")
COLOUR = r"oklch\(([\d.]+)% ([\d.]+) ([\d.]+)\)"
LEAST = 4.5
"""WCAG 2.2, success criterion 1.4.3."""


def token(name: str) -> tuple[float, float]:
    """Its luminance by day and by night."""
    found = re.search(rf"--{name}: light-dark\({COLOUR}, {COLOUR}\);", TOKENS)
    assert found, name
    numbers = [float(part) for part in found.groups()]
    return luminance(*numbers[:3]), luminance(*numbers[3:])


def luminance(lightness: float, chroma: float, hue: float) -> float:
    """Of an OKLCH colour, as its author defined it (https://bottosson.github.io/posts/oklab/)."""
    light, angle = lightness / 100, math.radians(hue)
    a, b = chroma * math.cos(angle), chroma * math.sin(angle)
    long = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (light - 0.0894841775 * a - 1.2914855480 * b) ** 3
    red = 4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short
    green = -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short
    blue = -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short
    clipped = [min(1.0, max(0.0, part)) for part in (red, green, blue)]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), clipped, strict=True))


def contrast(one: float, other: float) -> float:
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


def test_the_measure_itself():
    assert contrast(luminance(100, 0, 0), luminance(0, 0, 0)) == pytest.approx(21, rel=1e-3)


@pytest.mark.parametrize("number", range(1, COLOURS + 1))
@pytest.mark.parametrize("beside", ["person-ink", "paper"])
def test_each_person_s_colour_can_be_read(number, beside):
    pairs = zip(token(f"person-{number}"), token(beside), strict=True)
    assert all(contrast(one, other) >= LEAST for one, other in pairs)
