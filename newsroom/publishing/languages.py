"""Which language a text is in, as far as its letters tell."""

import re

SCRIPTS = {
    "he": re.compile("[\u0590-\u05ff]"),
    "ar": re.compile("[\u0600-\u06ff]"),
    "ru": re.compile("[\u0400-\u04ff]"),
}
RIGHT_TO_LEFT = frozenset({"he", "ar"})
LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
ELSE = "en"
"""What the paper's own words are in."""


def language_of(text: str) -> str:
    """The language tag of most of its letters; a name in another script does not change it."""
    counts = {tag: len(script.findall(text)) for tag, script in SCRIPTS.items()}
    most = max(counts, key=lambda tag: counts[tag])
    return most if counts[most] > len(LATIN.findall(text)) else ELSE
