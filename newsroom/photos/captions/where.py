"""Whether a caption says where: a name or a noun of a place behind "in", "at", "near" and the like."""

import re

from newsroom.photos.captions.words_of_place import (
    KNOWN,
    NO_PLACES,
    PLACE_NOUNS,
    PREPOSITIONS,
    SEEN_FROM,
)

_WORD = re.compile(r"[^\W_]+(?:[’'.\-][^\W_]+)*\.?")
_SMALL = frozenset(
    ["the", "a", "an", "this", "that", "his", "her", "their", "its", "some", "many", "one", "two"]
)
MOST_WORDS_TO_THE_NOUN = 6
_PART_OF = re.compile(
    r"\b(?:skyline|streets?|cit(?:y|ies)|towns?|villages?|coast|shores?|port|outskirts|cent(?:er|re)|suburbs?|"
    r"district|neighbou?rhood|north|south|east|west|edge|border|hills?|beach(?:es)?) of (?:the )?[A-Z]"
)
_DATELINE = re.compile(r"^[A-Z][A-Z.’'\- ]{2,}(?:,[^—–\-]{2,40}|\s\([^)]*\))?\s+[—–-]{1,2}\s")


def says_where(caption: str, places: tuple[str, ...] = ()) -> bool:
    """`places` are those that the photo or the story's dateline name."""
    if _DATELINE.match(caption) and not caption.startswith("FILE"):
        return True
    folded = caption.casefold()
    if any(re.search(rf"\b{re.escape(one.casefold())}\b", folded) for one in places if one.strip()):
        return True
    if KNOWN.search(caption) or _PART_OF.search(caption):
        return True
    words = [(match[0], match.start()) for match in _WORD.finditer(caption)]
    return any(_is_place(words, n) for n in range(len(words)))


def _is_place(words: list[tuple[str, int]], n: int) -> bool:
    word = words[n][0].casefold()
    before = words[n - 1][0].casefold() if n else ""
    if word == "from" and before in SEEN_FROM:
        return _names_place([one for one, _ in words[n + 1 :]])
    if word in PREPOSITIONS:
        return _names_place([one for one, _ in words[n + 1 :]])
    return False


def _names_place(following: list[str]) -> bool:
    for place, word in enumerate(following[:MOST_WORDS_TO_THE_NOUN]):
        bare = word.rstrip(".").removesuffix("’s").removesuffix("'s")
        folded = bare.casefold()
        if folded in PLACE_NOUNS and folded != "police":
            return True
        if folded in PREPOSITIONS or folded in {"of", "to", "by", "with", "for", "and", "as"}:
            return False
        if bare[:1].isupper() and folded not in _SMALL:
            after = following[place + 1] if place + 1 < len(following) else ""
            if folded == "new":
                return after[:1].isupper() and after.casefold() not in {"year", "year’s", "year's"}
            return folded not in NO_PLACES
    return False
