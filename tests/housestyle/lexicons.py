"""A small house lexicon of real places and terms, and short ways to ask the check."""

from newsroom.housestyle.lexicon import Lexicon, Term, compile_lexicon
from newsroom.housestyle.matcher import check_passages, read_passages
from newsroom.housestyle.matches import LeftAlone, Match
from newsroom.housestyle.passages import Passage, passages_of

TERMS = [
    Term(1, "Lviv", ("Lvov", "Lwow"), ("Lvov Gallery of Clocks", "Wednesday in Lvov")),
    Term(2, "Tiveria", ("Tiberias",), ("Sea of Tiberias",)),
    Term(3, "Bassam Rafiq", ("Basam Rafeeq", "Bassam Rafik")),
    Term(4, "Rafiq", ("Rafeeq",)),
    Term(5, "al-Nahda", ("al-Nahdha", "Ennahda")),
    Term(6, "latke", ("latka",), ("latka press",)),
    Term(7, "Gül", ("Gul",)),
    Term(8, "Ozal", ("Özal",)),
    Term(9, "Kfar Shmaryahu", ("Kefar Shemaryahu",)),
    Term(10, "Ba'ath", ("Baath", "Ba'th")),
    Term(11, "Sderos", ("Sderot",)),
    Term(12, "Republic of Nauru", ("Nauru",)),
    Term(13, "at-Tur", ("et-Tur",)),
]
LEXICON = compile_lexicon(TERMS)


def check(text: str, lexicon: Lexicon = LEXICON) -> list[Match]:
    return check_passages(passages_of(text), lexicon)


def changes(text: str, lexicon: Lexicon = LEXICON) -> list[tuple[str, str]]:
    """What the check would change at once: (words, suggestion)."""
    return [(m.words, m.suggestion) for m in check(text, lexicon) if m.kind == "known"]


def as_said(text: str, lexicon: Lexicon = LEXICON) -> list[str]:
    return [m.words for m in check(text, lexicon) if m.kind == "quote"]


def left_alone(text: str) -> list[LeftAlone]:
    return list(read_passages([Passage(text)], LEXICON).left_alone)


def applied(text: str, lexicon: Lexicon = LEXICON) -> str:
    """The text with every listed variant changed, as "accept all" does it."""
    passages = passages_of(text)
    for match in reversed(check_passages(passages, lexicon)):
        if match.kind == "known":
            start = passages[match.passage].start
            text = text[: start + match.start] + match.suggestion + text[start + match.end :]
    return text
