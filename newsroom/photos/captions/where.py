"""Whether a caption says where: a name or a noun of a place behind "in", "at", "near" and the like."""

import re

from newsroom.photos.captions.word_lists import listed
from newsroom.photos.captions.words_of_place import (
    KNOWN,
    NO_PLACES,
    PLACE_NOUNS,
    PREPOSITIONS,
    SEEN_FROM,
)

_WORD = re.compile(r"[^\W_]+(?:[’'.\-][^\W_]+)*\.?")
_SMALL = listed("""
    the a an this that his her their its some many one two
""")
MOST_WORDS_TO_THE_NOUN = 6
_PART_OF = re.compile(
    r"\b(?:(?:[Gg]eneral |[Aa]erial )?[Vv]iews?|[Ii]nterior|[Pp]anorama|skyline|streets?|cit(?:y|ies)|towns?|villages?|coast|shores?|port|outskirts|cent(?:er|re)|suburbs?|"
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
    words = [match[0] for match in _WORD.finditer(caption)]
    return any(_is_place(words, n) or _is_named_place(words, n) for n in range(len(words)))


def _is_named_place(words: list[str], n: int) -> bool:
    """ "Temple Mount", "Western Wall": a place's noun with a capital, behind a name."""
    word, before = words[n], words[n - 1] if n else ""
    return word[0].isupper() and _bare(word) in PLACE_NOUNS and before[:1].isupper() and n > 1


def _bare(word: str) -> str:
    return word.rstrip(".").removesuffix("’s").removesuffix("'s").casefold()


def _is_place(words: list[str], n: int) -> bool:
    word = _bare(words[n])
    seen = word == "from" and n > 0 and words[n - 1].casefold() in SEEN_FROM
    return (seen or word in PREPOSITIONS) and _names_place(words[n + 1 :])


def _names_place(following: list[str]) -> bool:
    for place, word in enumerate(following[:MOST_WORDS_TO_THE_NOUN]):
        folded = _bare(word)
        if folded in PLACE_NOUNS and folded != "police":
            return True
        if folded in PREPOSITIONS or folded in {"of", "to", "by", "with", "for", "and", "as"}:
            return False
        if word[:1].isupper() and folded not in _SMALL:
            after = following[place + 1] if place + 1 < len(following) else ""
            if folded == "new":
                return after[:1].isupper() and _bare(after) != "year"
            return folded not in NO_PLACES
    return False
