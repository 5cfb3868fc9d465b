"""Where the sentences of a caption begin and end; a stop after "St." or an initial ends none."""

import re
from collections.abc import Iterator

from newsroom.photos.captions.word_lists import listed

_STOP = re.compile(r"(?:[.!?…]+|\.\.\.)[\"'”’»)\]]*(?=\s+|$)")
_NEVER = listed("""
    st mt ft mr mrs ms mx dr gen lt col maj sgt cpl pvt capt cmdr adm sen rep gov pres prof rev hon
    messrs mmes supt det insp jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu
    thur thurs fri sat sun no nos vs v ave blvd rd dept univ fig approx est ca cf al pp vol
""")
"""Abbreviations that something always follows."""
_PERHAPS = listed("""
    u.s u.n u.k e.u u.s.a u.a.e d.c l.a n.y n.j a.m p.m b.c a.d jr sr inc co corp ltd bros assn etc
    ph.d m.d i.e e.g
""")
"""Those that may stand at a sentence's end: what follows decides."""
_BEGINNERS = listed("""
    the a an he she it they we i this that these those his her its their there in on at after before
    as when while for from no not two three several some many more most police israeli palestinian
    officials witnesses
""")
_WORD_BEFORE = re.compile(r"([^\s(\[\"“‘']+)$")
_NEXT_WORD = re.compile(r"\s*[\"'“‘«(\[]*([^\W\d_]+|\d)")


def sentences(text: str) -> list[tuple[int, int]]:
    """(start, end) of each in code points; a credit in brackets at the end is no sentence."""
    spans = list(_spans(text))
    if len(spans) > 1 and _is_bracketed(text[slice(*spans[-1])]):
        spans[-2:] = [(spans[-2][0], spans[-1][1])]
    return spans


def first(text: str) -> str:
    found = sentences(text)
    return text[slice(*found[0])] if found else ""


def _spans(text: str) -> Iterator[tuple[int, int]]:
    start = len(text) - len(text.lstrip())
    for stop in _STOP.finditer(text):
        if not _ends(text, start, stop):
            continue
        yield start, stop.end()
        rest = text[stop.end() :]
        start = len(text) - len(rest.lstrip())
    if text[start:].strip():
        yield start, len(text.rstrip())


def _ends(text: str, start: int, stop: re.Match[str]) -> bool:
    after = _NEXT_WORD.match(text, stop.end())
    if after is None:
        return True
    word = after[1]
    if word[0].islower():
        return False
    if not stop[0].startswith(".") or stop[0].startswith(".."):
        return True
    found = _WORD_BEFORE.search(text[start : stop.start()])
    before = found[1].casefold() if found else ""
    if before in _NEVER or (len(before) == 1 and before.isalpha()):
        return False
    if before in _PERHAPS or re.fullmatch(r"(?:[^\W\d_]\.)+[^\W\d_]", before):
        return word.casefold() in _BEGINNERS
    return True


def _is_bracketed(text: str) -> bool:
    bare = text.strip().rstrip(".")
    return bare[:1] in "([" and bare[-1:] in ")]"
