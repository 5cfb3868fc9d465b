"""The Arabic article, which writers spell a dozen ways: al-, el-, as-, Al, or written solid."""

import re

from newsroom.housestyle.folding import fold

# The article takes on the sound of the consonant after it.
_ASSIMILATED = {
    "sh": ("ash", "esh"),
    "d": ("ad", "ed"),
    "n": ("an", "en"),
    "r": ("ar", "er"),
    "s": ("as", "es"),
    "t": ("at", "et"),
    "z": ("az", "ez"),
}
_ANYWHERE = ("al", "el", "ul")
_ARTICLE = re.compile(r"(?<!\w)(al|el|ul|ash|esh|a[dnrstz]|e[dnrstz]) (?=(\w{3,}))")
# Written solid, anything shorter is another word (Alma, Elam).
_SOLID_LENGTH = 6
# "at Tira" and "as Sisi" are English; only the hyphen makes an article of these.
_ASSIMILATED_HYPHEN = re.compile(r"(?<!\w)(?:ash|esh|a[dnrstz]|e[dnrstz])-(?=\w)", re.IGNORECASE)


def other_articles(text: str) -> list[str]:
    """Spell a form with each other article in the first place where it has one; hyphenated."""
    folded = fold(text)
    found = _ARTICLE.search(folded)
    if found is None:
        return []
    written, word = found.groups()
    head, tail = folded[: found.start()], folded[found.end() :]
    readings = [f"{head}{article}-{tail}" for article in _articles_before(word)]
    if written in ("al", "el") and not head and len(written + word) >= _SOLID_LENGTH:
        readings.append(f"{written}{tail}")
    return [reading for reading in readings if fold(reading) != folded]


def needs_hyphen(text: str) -> bool:
    """Whether a form is an article and a name only if the text has the hyphen too."""
    return _ASSIMILATED_HYPHEN.search(text) is not None


def _articles_before(word: str) -> tuple[str, ...]:
    for sound, articles in _ASSIMILATED.items():
        if word.startswith(sound):
            return _ANYWHERE + articles
    return _ANYWHERE
