"""Phrases of time ("late on Thursday", "three weeks ago"), which the rules step over as one word."""

import re

from newsroom.wire.attribution.words import Word

_CLASSES = {
    "D": "monday tuesday wednesday thursday friday saturday sunday yesterday today tonight tomorrow"
    " overnight mondays tuesdays wednesdays thursdays fridays saturdays sundays mon. tue. wed."
    " thu. fri. sat. sun.",
    "M": "january february march april may june july august september october november december"
    " jan. feb. mar. apr. aug. sep. sept. oct. nov. dec.",
    "U": "day days week weeks weekend month months year years night morning afternoon evening hour"
    " hours minute minutes moment moments noon midnight dawn dusk summer spring winter autumn fall"
    " decade decades fortnight a.m. p.m. am pm time evenings mornings",
    "P": "on in at by since from over during until before",
    "T": "the a an that",
    "m": "last this next late early earlier later same previous following past coming mid every each"
    " few several",
    "A": "ago earlier later before",
    "C": ",",
}
_CLASS = {word: name for name, words in _CLASSES.items() for word in words.split()}
_YEAR = re.compile(r"(?:19|20)\d\d$")
_CAPITAL_ONLY = frozenset({"march", "may", "fall"})

_DATE = re.compile(
    r"""
      m?P?T?m*D(?:m?[PT]*U)?(?:C?M[NY])?     # on Sunday evening, Tuesday March 3
    | m?P?T?m*M(?:N(?:C?Y)?|Y)?              # in early March, March 3, 2024
    | m?P?T?NP?MY?                           # on 3 March
    | P?Y                                    # in 2021
    | [NTm]*U+A                              # two weeks ago, hours later
    | m?(?:P|T)*m+U                          # last month, earlier this week, in the past year
    | m?P(?:T|N)*U+                          # in the morning, at 4 p.m., earlier in the day
    """,
    re.VERBOSE,
)


def merge_dates(words: list[Word]) -> list[Word]:
    """The same sentence with each phrase of time as a single word of the class date."""
    classes = "".join(_class_of(word, at) for at, word in enumerate(words))
    merged: list[Word] = []
    position = 0
    for match in _DATE.finditer(classes):
        merged += words[position : match.start()]
        first, last = words[match.start()], words[match.end() - 1]
        text = " ".join(word.text for word in words[match.start() : match.end()])
        merged.append(Word(first.start, last.end, text, text.lower(), "date"))
        position = match.end()
    return merged + words[position:]


def _class_of(word: Word, at: int) -> str:
    if word.tag in {"outlet", "quote"}:
        return "."
    if word.lower in _CAPITAL_ONLY and not (word.capitalised and at):
        return "."
    if word.tag == "num":
        return "Y" if _YEAR.match(word.lower) else "N"
    return _CLASS.get(word.lower, ".")
