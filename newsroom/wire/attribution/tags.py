"""The class of each word, as the rules see it: a reporting verb, a date, a noun of reporting, ..."""

import re
from collections.abc import Iterable
from functools import cache

from newsroom.wire.attribution import nouns, verbs
from newsroom.wire.attribution.tables import word_set
from newsroom.wire.attribution.words import Word

NAMES = tuple(
    """
    outlet quote verb show told quoted cite speak saying according report interview statement
    journalist date adverb aux det pron that who conj num poss cap word prep of in on by to with
    from for at via as and comma colon dash open close stop
    """.split()  # noqa: SIM905 - read as words
)

CHARACTER = {name: chr(0xE000 + number) for number, name in enumerate(NAMES)}
"""One private character a class, so that a sentence is a string and a rule a regular expression."""

_PUNCTUATION = {
    ",": "comma", ";": "stop", ":": "colon", "(": "open", ")": "close", "[": "open", "]": "close",
    ".": "stop", "?": "stop", "!": "stop", "…": "stop", "—": "dash", "–": "dash", "--": "dash",
    "---": "dash", "-": "dash", "/": "and", "|": "stop", "•": "stop", "&": "and",
    "'s": "poss", "'": "poss",
}  # fmt: skip

_CLOSED = {
    "det": "the a an this these those his her its their our my your another some any each both"
    " several many few every no",
    "pron": "he she they it i we you nobody everyone everybody someone somebody himself herself",
    "that": "that",
    "who": "who which whose whom",
    "conj": "but while because although though if when after before since unless until whereas"
    " than nor yet so where whether how why what once amid despite",
    "prep": "about over under near between against inside outside through within without behind"
    " among across around along during into onto off toward towards like upon beyond above below"
    " alongside beside per against until",
    "and": "and or",
    "adverb": "also first then later earlier previously still even again already recently now too"
    " just meanwhile however therefore moreover separately instead nonetheless often twice never"
    " not further once soon thereafter elsewhere further yet perhaps live exclusive online",
    "num": "one two three four five six seven eight nine ten eleven twelve dozens dozen scores"
    " hundreds thousands",
}
_OWN_CLASS = word_set("of in on by to with from for at via as")

_LY_BUT_NO_ADVERB = word_set("""
    family daily weekly monthly july italy ally supply reply fly assembly early friendly holy
    elderly only orderly likely unlikely deadly lonely rally bully jelly belly emily kelly sally
    billy molly lily monopoly anomaly butterfly ugly costly hourly yearly scholarly quarterly
    sicily
""")


@cache
def _lexicon() -> dict[str, str]:
    """Later tables win: what is most telling of a word stands last."""
    table: dict[str, str] = {}
    groups: tuple[tuple[str, Iterable[str]], ...] = (
        ("journalist", nouns.JOURNALISTS),
        ("statement", nouns.STATEMENT_NOUNS),
        ("report", nouns.REPORT_NOUNS),
        ("interview", nouns.INTERVIEW_NOUNS),
        *((tag, words.split()) for tag, words in _CLOSED.items()),
        ("show", verbs.SHOWING),
        ("verb", verbs.SAYING),
        ("saying", verbs.SAYING_PARTICIPLES),
        ("speak", set(verbs.SPEAKING) - set(verbs.SAYING) - nouns.INTERVIEW_NOUNS),
        ("speak", {"writing"}),
        ("told", verbs.TOLD),
        ("quoted", verbs.QUOTED),
        ("cite", verbs.CITED),
        ("aux", verbs.AUXILIARIES),
        *((word, (word,)) for word in _OWN_CLASS),
    )
    for tag, words in groups:
        table |= dict.fromkeys(words, tag)
    return table


_NOUN_TAGS = (
    ("interview", nouns.INTERVIEW_NOUNS),
    ("report", nouns.REPORT_NOUNS),
    ("statement", nouns.STATEMENT_NOUNS),
    ("journalist", nouns.JOURNALISTS),
)
_BEFORE_A_NOUN = word_set("det num poss of in with from for cite by")
_AFTER_A_NOUN = word_set("verb show of by in aux saying told quoted")
_AFTER_A_VERB = word_set(
    "report interview statement that det pron cap quote colon comma outlet num stop adverb conj"
)
_ARTICLES = word_set("the a an its their our my your")
"""No verb follows these: the estimated cost, an alleged thief."""
_NUMBER = re.compile(r"[\d.,:]+(?:st|nd|rd|th)?$")


def tag(words: list[Word]) -> None:
    """Fill in the class of each word; names and quotations have theirs already."""
    table = _lexicon()
    for word in words:
        if not word.tag:
            word.tag = _PUNCTUATION.get(word.lower) or table.get(word.lower) or _by_shape(word)
    for at, word in enumerate(words):
        behind = verbs.ONLY_BEFORE.get(word.lower)
        if behind and (at + 1 == len(words) or words[at + 1].lower not in behind):
            word.tag = "word"
        elif word.tag in {"verb", "show"} and at and words[at - 1].lower in _ARTICLES:
            word.tag = _noun_tag(word)
        elif word.tag in {"verb", "show", "cite"}:
            _settle_noun_or_verb(words, at)
        elif (word.lower == "according" and _next(words, at) == "to") or (
            word.lower == "per" and _next(words, at) in {"outlet", "det", "cap"}
        ):
            word.tag = "according"
        elif word.lower in {"both", "all"} and _next(words, at) in {"verb", "show", "aux"}:
            word.tag = "adverb"
        elif word.tag == "saying":
            word.tag = _settle_participle(words, at)
    _settle_capitals(words)


def _by_shape(word: Word) -> str:
    if word.lower == "per" or _NUMBER.match(word.lower):
        return "num"
    if word.lower.endswith("ly") and word.lower not in _LY_BUT_NO_ADVERB:
        return "adverb"
    if not word.text[:1].isalnum():
        return "stop"
    return "cap" if word.capitalised else "word"


def _next(words: list[Word], at: int) -> str:
    return words[at + 1].tag if at + 1 < len(words) else "stop"


def _settle_noun_or_verb(words: list[Word], at: int) -> None:
    """A noun in "the Haaretz report said", a verb in "local media report that"."""
    word = words[at]
    if word.lower not in verbs.NOUN_OR_VERB:
        return
    before = words[at - 1] if at else None
    noun_before = before is not None and (
        before.tag in _BEFORE_A_NOUN or (before.tag == "outlet" and _is_an_outlets(words, at))
    )
    after = _next(words, at)
    singular = not word.lower.endswith("s")
    verb_behind = after in _AFTER_A_VERB or (singular and after in {"on", "by", "with", "in"})
    if noun_before or before is None or _in_a_phrase(words, at) or not verb_behind:
        word.tag = _noun_tag(word)


def _is_an_outlets(words: list[Word], at: int) -> bool:
    """A report of the outlet before it; "Sky broadcast footage" has a verb."""
    after = _next(words, at)
    if words[at].lower.endswith("s"):
        return after in _AFTER_A_NOUN
    return after not in {"report", "interview", "statement", "det"}


def _noun_tag(word: Word) -> str:
    return next((t for t, nouns in _NOUN_TAGS if word.lower in nouns), "word")


def _settle_participle(words: list[Word], at: int) -> str:
    """A verb in "was reporting that", a noun in "its own reporting" and "reporting by"."""
    before = words[at - 1].tag if at else "stop"
    if before == "aux":
        return "verb"
    noun = words[at].lower == "reporting" and (
        before in {"poss", "outlet", "det"} or _next(words, at) in {"by", "from"}
    )
    return "report" if noun else "saying"


def _in_a_phrase(words: list[Word], at: int) -> bool:
    """Whether a preposition reaches this far: according to court documents."""
    reach = [word.tag for word in words[max(0, at - 3) : at]]
    while reach and reach[-1] in {"word", "cap"}:
        reach.pop()
    return bool(reach) and reach[-1] in {"of", "in", "to", "with", "from", "for", "by", "on"}


def _settle_capitals(words: list[Word]) -> None:
    """A capital in mid-sentence makes a name of what would be another class."""
    for at, word in enumerate(words):
        if at and word.capitalised and word.tag in {"verb", "show", "report", "interview", "word"}:
            word.tag = "cap"
