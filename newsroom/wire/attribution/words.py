"""A passage as sentences of words, with each outlet's name and each quotation as one word."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsroom.wire.attribution.quotations import Span
from newsroom.wire.attribution.tables import word_set
from newsroom.wire.outlets import Outlet
from newsroom.wire.registry import Mention, Registry, fold

LONGEST_SENTENCE = 300
"""In words. What runs on for longer is no sentence, and is read in pieces of this length."""

_WORD = re.compile(
    r"""
      (?:[A-Za-z]\.){2,}                                    # U.S., p.m.
    | (?:Mrs?|Ms|Dr|Gen|Col|Lt|Maj|Sgt|Capt|Sen|Rep|Gov|St|Jr|Sr|Prof|Rev|Co|Corp|Inc|Ltd|No|vs
        |Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Adm|Cmdr|Brig|Supt|Insp|Det|Hon)\.
    | '(?:s|ve|re|ll|d)\b | (?<=s)'(?=\s)                   # of the word before
    | \d+(?:[.,:]\d+)*(?:st|nd|rd|th)?\b
    | [^\W_]+(?:(?:-|'(?!(?:s|ve|re|ll|d)\b)|[&.](?=[A-Z]))[^\W_]+)*
    | --+ | \S
    """,
    re.VERBOSE,
)
_CAPITAL_AFTER_ABBREVIATION = word_set("""
    The A An He She It They We In On At But And This That These Those His Her Its Their
""")
_STRAY_MARKS = frozenset('"“”„«»')
_ENDS = frozenset(".?!…")


@dataclass(slots=True)
class Word:
    """One word at [start, end) of its passage; `tag` is filled in by the tagger.

    The rest is of outlets only: `unnamed` for "a Turkish news agency", `anaphor` the noun of "the
    network" until it is known whose, `doubtful` for a name that others bear too.
    """

    start: int
    end: int
    text: str
    lower: str
    tag: str = ""
    outlets: tuple[Outlet, ...] = ()
    unnamed: bool = False
    anaphor: str = ""
    doubtful: bool = False
    letter: str = ""

    @property
    def capitalised(self) -> bool:
        return self.text[:1].isupper()


def sentences(
    passage: str, mentions: Sequence[Mention], quotes: Sequence[Span], registry: Registry
) -> Iterator[list[Word]]:
    """The passage's sentences; a programme's name in quotation marks is no quotation."""
    speech = [s for s in quotes if not registry.knows(passage[s[0] + 1 : s[1] - 1].rstrip(",."))]
    sentence: list[Word] = []
    for word in _words(passage, mentions, speech):
        if sentence and _begins_a_sentence(word, sentence):
            yield sentence
            sentence = []
        sentence.append(word)
    if sentence:
        yield sentence


def _begins_a_sentence(word: Word, sentence: list[Word]) -> bool:
    if len(sentence) >= LONGEST_SENTENCE:
        return True
    last = sentence[-1]
    if last.tag == "quote":
        # A question's mark may stand before its speaker: "Why?" the mayor asked.
        return last.text[-2:-1] in {".", "…"} and (word.capitalised or word.tag == "quote")
    if last.text in _ENDS:
        return word.capitalised or word.tag == "quote" or word.text[:1].isdigit()
    return last.text[-1:] == "." and word.text in _CAPITAL_AFTER_ABBREVIATION


def _words(passage: str, mentions: Sequence[Mention], quotes: Sequence[Span]) -> Iterator[Word]:
    """Quotations and names first, the words between them as they come."""
    starts = [start for start, _ in quotes]
    outside = [m for m in mentions if not _within(m.start, quotes, starts)]
    blocks: list[tuple[int, int, Mention | None]] = [(s, e, None) for s, e in quotes]
    blocks += [(m.start, m.end, m) for m in outside]
    folded = fold(passage)
    position = 0
    for start, end, mention in sorted(blocks, key=lambda block: block[0]):
        yield from _plain_words(passage, folded, position, start)
        text = passage[start:end]
        if mention:
            yield Word(start, end, text, text.lower(), "outlet", (mention.outlet,))
        else:
            yield Word(start, end, text, "", "quote")
        position = end
    yield from _plain_words(passage, folded, position, len(passage))


def _within(position: int, spans: Sequence[Span], starts: list[int]) -> bool:
    before = bisect_left(starts, position + 1) - 1
    return before >= 0 and position < spans[before][1]


def _plain_words(passage: str, folded: str, start: int, end: int) -> Iterator[Word]:
    for match in _WORD.finditer(folded, start, end):
        at, to = match.span()
        if match.group() in _STRAY_MARKS:
            continue
        yield Word(at, to, passage[at:to], match.group().lower())
