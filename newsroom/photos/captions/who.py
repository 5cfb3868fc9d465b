"""Whether a caption says who or what is seen: a noun or a name leads its first sentence."""

import re

from newsroom.photos.captions.said_dates import days
from newsroom.photos.captions.sentences import first
from newsroom.photos.captions.tense import without_speech
from newsroom.photos.captions.word_lists import listed
from newsroom.photos.captions.words_of_place import KNOWN, PREPOSITIONS

_DATELINE = re.compile(r"^(?:FILE\b[^\w]*)?(?:[A-Z][A-Z.’'\- ]{2,}(?:,[^—–\-]{2,40}|\s\([^)]*\))?\s+[—–-]{1,2}\s)?")  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+(?:[’'\-][^\W\d_]+)*")
_FILE = re.compile(r"^\W*(?:(?:in\s+)?(?:this|a|an|the)?\s*(?:undated|\d{4})?\s*(?:file|archive|illustrative|handout|stock)\s+(?:photo|picture|image)\w*)\b[\s:;,.—–-]*", re.IGNORECASE)  # fmt: skip
_SEEN = listed("""
    seen pictured shown photographed taken captured depicted viewed
""")
_PRONOUNS = listed("""
    he she it they him her them i we you his its their this there
""")
_PARTICIPLE = re.compile(r"[a-z]{3,}ing$")
_AFTER_PARTICIPLE = PREPOSITIONS | listed("""
    a an the to for from with his her their up down out
""")
_THIS_IS = ("this", "is", "the")
_LITTLE = listed("""
    a an the and or as of to from by with for is are was were be being been has have had not no very
    early late morning afternoon evening night noon midnight dawn dusk today yesterday tonight photo
    picture image photograph left right center centre above below file credit
""")


def says_who_or_what(caption: str) -> bool:
    sentence = _FILE.sub("", _DATELINE.sub("", without_speech(first(caption)), count=1), count=1)
    for part in _parts(_without_days(sentence)):
        words = _WORD.findall(part)
        if words and not KNOWN.fullmatch(part.strip(" .")) and not _only_sets_the_scene(words):
            return _leads_with_somebody(words)
    return False


def _without_days(text: str) -> str:
    for one in reversed(days(text)):
        text = f"{text[: one.start]} {text[one.end :]}"
    return text


def _parts(sentence: str) -> list[str]:
    return re.split(r"[,;:]\s", sentence)


def _only_sets_the_scene(words: list[str]) -> bool:
    """ "On Sunday", "In Yerushalayim", "At the site of the fire": somebody must follow."""
    head = words[0].casefold()
    if head in _SEEN:
        return True
    if head in PREPOSITIONS or head in {"during", "after", "before", "from", "amid", "while", "as"}:
        return True
    if _PARTICIPLE.match(head):
        # "Speaking at the rally" is nobody; "Fishing boats" are something.
        return len(words) == 1 or words[1].casefold() in _AFTER_PARTICIPLE
    return all(word.casefold() in _LITTLE for word in words)


def _leads_with_somebody(words: list[str]) -> bool:
    head = words[0].casefold()
    if head in _PRONOUNS:
        # "This picture shows", "His wife holds": a noun follows; "He holds" names nobody.
        return (
            head in {"this", "his", "her", "its", "their"}
            and len(words) > len(("this", "is"))
            and (words[1].casefold() not in {"is", "was"} or len(words) > len(_THIS_IS))
        )
    return True
