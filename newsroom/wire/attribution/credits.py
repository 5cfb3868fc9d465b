"""Lines that only give credit: with reporting by, contributed to this report, Name/Agency."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsroom.wire.attribution.tables import word_set
from newsroom.wire.outlets import Outlet
from newsroom.wire.registry import Mention


@dataclass(frozen=True, slots=True)
class Credit:
    """A credit at [start, end); `agencies` where it says no more than "agencies"."""

    start: int
    end: int
    outlets: tuple[Outlet, ...]
    agencies: bool = False


_BRACKET = r"[(\[*]?\s*"
_LEAD = re.compile(
    rf"""{_BRACKET}(?:
        (?:with\s)?(?:additional\s|further\s|extra\s)?reporting(?:\sand\s\w+)?\s(?:by|from)\b
      | with\s(?:additional\s|further\s)?
        (?:files?|inputs?|material|information|contributions?|wires?|dispatches|copy)\s(?:by|from)\b
      | with\s(?:reporting\s)?(?=[A-Z]|agenc|wire)
      | (?:compiled|adapted|edited|written|writing|editing)\s(?:by|from)\b
      | from\s(?:the\s)?(?:wire|news|agency|staff|combined)\b[\w\s]{{0,30}}(?:services?|reports?)\b
      | (?:ap|file|handout|pool|staff)?\s?
        (?:photo(?:graph)?|picture|image|video|graphic|map|illustration|screenshot|screen\scapture
          |credit)s?\s?(?:credit)?\s?(?:by\b|:|/|courtesy)
      | (?:sources?|agenc(?:y|ies)|credits?|via)\s?:
      | agencies\b
      | courtesy(?:\sof)?\b
      | (?:copyright|©|\(c\))
      | (?:this\s(?:article|story|report|piece)\s)?(?:was\s)?(?:originally|first)
        \s(?:published|appeared|produced|reported\sand\spublished)\s(?:by|in|on|at)\b
      | (?:re)?(?:printed|published)\swith\s(?:the\s)?permission\b
      | read\s(?:the\s)?(?:original|more|full)\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_SIGNED = re.compile(rf"{_BRACKET}(?:Reporting|Additional reporting|Writing|Editing) by [A-Z]")
_TAIL = re.compile(
    r"""\b(?:
        contributed\s(?:additional\s|background\s)?(?:reporting|material|research)?\s?
            (?:to|for|from)?\s?(?:this|the)\s(?:report|story|article|dispatch|piece|analysis)
      | contributed\s(?:additional\s)?reporting
      | (?:was|were)\sused\sin\s(?:this|the\spreparation\sof\sthis)\s?(?:report|story|article)?
      | provided\s(?:additional\s)?reporting
      | (?:helped|assisted)\s(?:to\s)?report\sthis
      | contributed\.?$
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_INCLUDES = re.compile(
    r"(?:this|the)\s(?:report|story|article)\s(?:includes|contains|incorporates|was\scompiled\sfrom"
    r"|draws\son|uses)\s",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"By\s[A-Z]")
_BRACKETED_END = re.compile(r"[(\[]([^()\[\]]{2,120})[)\]]\.?\s*$")
_DASHED_END = re.compile(r"(?:--?|[—–])\s*([^—–]{2,60}?)\.?\s*$")
_OF_CREDIT = re.compile(
    r"\b(?:photo|via|courtesy|handout|file|pool|screenshot|screen\scapture|reuters|credit)\b|/",
    re.IGNORECASE,
)
_AGENCIES = re.compile(
    r"\b(?:news\s|wire\s)?(?:agencies|wires|wire\sservices|news\sservices)\b", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z(\[“\"©])")
_LONGEST_LINE = 400
_WORDS_BESIDE = 4
_LONGEST_BYLINE = 12
_STAFF = word_set("and & / , staff agencies wires the with news service services by . - – —")


def credit_lines(passage: str, mentions: Sequence[Mention]) -> Iterator[Credit]:
    """The credits of a passage: sentences that are nothing else, and what ends a caption."""
    found_to = 0
    for start, end in _sentences(passage):
        if end - start <= _LONGEST_LINE and _is_credit(passage[start:end], start, mentions):
            found_to = end
            text = passage[start:end].rstrip()
            stripped = text.rstrip(".") if not text.endswith("Inc.") else text
            yield _credit(passage, start, start + len(stripped), mentions)
    if found_to < len(passage.rstrip()):
        yield from _ending(passage, mentions)


def _sentences(passage: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in _SENTENCE_END.finditer(passage):
        yield start, gap.start()
        start = gap.end()
    yield start, len(passage)


def _credit(passage: str, start: int, end: int, mentions: Sequence[Mention]) -> Credit:
    outlets = tuple(dict.fromkeys(m.outlet for m in _between(mentions, start, end)))
    agencies = not outlets and bool(_AGENCIES.search(passage, start, end))
    return Credit(start, end, outlets, agencies)


def _between(mentions: Sequence[Mention], start: int, end: int) -> list[Mention]:
    first = bisect_left(mentions, start, key=lambda m: m.start)
    last = bisect_left(mentions, end, key=lambda m: m.start)
    return list(mentions[first:last])


def _is_credit(line: str, start: int, mentions: Sequence[Mention]) -> bool:
    inside = _between(mentions, start, start + len(line))
    sure = bool(inside) or bool(_AGENCIES.search(line))
    if _TAIL.search(line) or _INCLUDES.match(line):
        return sure
    lead = _LEAD.match(line)
    if lead and _SIGNED.match(line):
        return _nothing_is_said(line)
    if lead and sure and _nothing_is_said(line):
        return True
    if inside and _BYLINE.match(line) and len(line.split()) <= _LONGEST_BYLINE:
        return inside[-1].end == start + len(line.rstrip(" ."))
    return bool(inside) and _only_names(line, start, inside)


_SAYS = re.compile(
    r"\b(?:said|says|told|reported|reports|showed|shows|wrote|suggests|suggested|found|finds"
    r"|reveals|revealed|indicates|indicated|according)\b"
)


def _nothing_is_said(line: str) -> bool:
    return not _SAYS.search(line)


def _only_names(line: str, start: int, inside: Sequence[Mention]) -> bool:
    """A line of nothing but names: AFP, Reuters; Haaretz and agencies; JTA staff."""
    rest = line
    for mention in reversed(inside):
        rest = rest[: mention.start - start] + " " + rest[mention.end - start :]
    return all(word.lower() in _STAFF for word in re.findall(r"\w+|[^\w\s]", rest))


def _ending(passage: str, mentions: Sequence[Mention]) -> Iterator[Credit]:
    tail_from = max(0, len(passage) - _LONGEST_LINE)
    for pattern in (_BRACKETED_END, _DASHED_END):
        ending = pattern.search(passage, tail_from)
        if ending is None:
            continue
        start, end = ending.span(1)
        inside = _between(mentions, start, end)
        if inside and _is_signature(ending.group(1), start, inside):
            yield _credit(passage, start, end, mentions)
            return


def _is_signature(text: str, start: int, inside: Sequence[Mention]) -> bool:
    if _only_names(text, start, inside):
        return True
    slash_or_word = bool(_OF_CREDIT.search(text))
    return slash_or_word and _nothing_is_said(text)
