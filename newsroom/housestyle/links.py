"""What links the parts of a Semitic name, written in as many ways as the article."""

ARTICLE = "al"
# Each is read as the one it stands for; a link is never evidence which name it is.
LINKS = {
    "al": "al",
    "el": "al",
    "ul": "al",
    "bin": "bin",
    "ibn": "bin",
    "ben": "bin",
    "abu": "abu",
    "abou": "abu",
}
# Words of their own that are written in more than one way wherever they stand.
_SAME = {"bet": "beit", "beth": "beit", "bayt": "beit", "bait": "beit"}
# English words too: an article only where a hyphen joins them to the name.
ASSIMILATED = frozenset(
    ["ad", "an", "ar", "as", "ash", "at", "az", "ed", "en", "er", "es", "esh", "et", "ez"]
)


def is_link(word: str) -> bool:
    return word in LINKS or word in ASSIMILATED


def linked(word: str) -> str:
    return LINKS.get(word) or _SAME.get(word, word)
