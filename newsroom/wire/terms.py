"""What the prose of usage terms allows and forbids, by rules; the raw words stay beside it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum


class TermKind(StrEnum):
    """What an editor must heed."""

    NO_ARCHIVE = "no archive"
    NO_RESALE = "no resale"
    EDITORIAL_USE_ONLY = "editorial use only"
    MANDATORY_CREDIT = "mandatory credit"
    # Only so many days on the web.
    DAYS_ONLINE = "days online"
    # Not for use in the places named.
    NOT_IN = "not in"
    # For use in the places named and nowhere else.
    ONLY_IN = "only in"
    NO_ONLINE = "no online"
    NO_BROADCAST = "no broadcast"
    NO_ADVERTISING = "no advertising"
    NO_CHANGES = "no changes"
    ONE_USE = "one use"


@dataclass(frozen=True, slots=True)
class Term:
    """`words` is the sentence that says so, as it came; `days` only of days online."""

    kind: TermKind
    words: str
    countries: tuple[str, ...] = ()
    days: int | None = None


_NAME = r"[A-ZÀ-Þ][\w.'’-]{0,30}"
_OF = r"(?:\s(?:of|and\sthe|the|&)\s|\s)"
_COUNTRY = rf"(?:the\s)?{_NAME}(?:{_OF}{_NAME}){{0,4}}"
_COUNTRIES = rf"(?P<countries>{_COUNTRY}(?:(?:,\s?(?:and\s|or\s|nor\s)?|\sand\s|\sor\s|\s?/\s?){_COUNTRY}){{0,12}})"

_RULES: list[tuple[TermKind, str]] = [
    (TermKind.NO_ARCHIVE, r"(?i)\b(?:no|not\sfor|without)\s(?:\w{1,12}\s(?:or|and|,)?\s?){0,3}archiv(?:e|es|al|ing)\b"),
    (TermKind.NO_ARCHIVE, r"(?i)\b(?:not\sto\sbe|(?:must|may)\snot\sbe|do\snot|never)\s(?:\w{1,12}\s){0,3}archived?\b|\bkeine?\sarchivierung"),
    (TermKind.NO_RESALE, r"(?i)\b(?:no|not\sfor|without)\s(?:\w{1,12}(?:,|\sor|\sand)?\s){0,3}(?:re-?sale|re-?sell|sales?)\b"),
    (TermKind.NO_RESALE, r"(?i)\b(?:not\sto\sbe|(?:must|may)\snot\sbe|do\snot)\s(?:\w{1,12}\s){0,3}re-?s(?:old|ell)\b|\bno\s(?:third[\s-]party|syndication)\b"),
    (TermKind.EDITORIAL_USE_ONLY, r"(?i)\beditorial\s(?:use|purposes?|usage)\sonly\b|\b(?:only|exclusively)\sfor\seditorial\b|\bfor\seditorial\suse\sonly\b"),
    (TermKind.EDITORIAL_USE_ONLY, r"(?i)\bnur\s(?:zur|für)\s(?:redaktionelle\w?)\b|\busage\s[ée]ditorial\s(?:uniquement|exclusif)"),
    (TermKind.MANDATORY_CREDIT, r"(?i)\bmandatory\s(?:by-?line|credit)\b|\b(?:must|please)\s(?:be\s)?credit(?:ed)?\b|\bcredit\s(?:is\s)?(?:mandatory|required|obligatory)\b"),
    (TermKind.MANDATORY_CREDIT, r"(?i)\bnamensnennung\b|\bpflichtvermerk\b|\bcr[ée]dit\sobligatoire\b"),
    (TermKind.DAYS_ONLINE, r"(?i)\b(?:online|web|websites?|internet|digital|use|used|usage|available)\b[^.;\d]{0,40}?(?P<days>\d{1,4})\s?(?P<unit>day|week|month|tag|monat|woche)"),
    (TermKind.DAYS_ONLINE, r"(?i)\b(?P<days>\d{1,4})[\s-]?(?P<unit>day|week|month|tage|monate|wochen)s?\b[^.;\d]{0,30}?\b(?:online|web|websites?|internet)\b"),
    (TermKind.DAYS_ONLINE, r"(?i)\b(?:remove|delete|take\sdown)\w{0,3}\b[^.;\d]{0,40}?\b(?:after|within)\s(?P<days>\d{1,4})\s?(?P<unit>day|week|month)"),
    (TermKind.ONLY_IN, rf"(?i:\b(?:not\s(?:for\s(?:use|publication|release|sale|distribution)|to\sbe\sused|available)|no\suse)\soutside(?:\sof)?\s){_COUNTRIES}"),
    (TermKind.ONLY_IN, rf"(?i:\bfor\s(?:use|publication|release)\s(?:only\s)?in\s){_COUNTRIES}\s(?i:only)\b|(?i:\bfor\s(?:use|publication)\sonly\sin\s){_COUNTRIES.replace('countries', 'other')}"),
    (TermKind.NOT_IN, rf"(?i:\b(?:not\s(?:for\s(?:use|publication|release|sale|distribution|broadcast)|to\sbe\s(?:used|published|sold))|no\s(?:use|sales?))\s(?:in|by(?:\smedia\sin)?)\s){_COUNTRIES}"),
    (TermKind.NOT_IN, rf"(?i:\b(?:world(?:wide)?\srights|all\scountries|worldwide|available)\s(?:except|excluding|without)(?:\sfor|\sin)?\s){_COUNTRIES}"),
    (TermKind.NOT_IN, r"(?:^|[.;,*(\n]\s{0,3})(?P<countries>(?:[A-ZÀ-Þ][A-ZÀ-Þ.'-]{1,20}\s?(?:,\s|AND\s|&\s)?){1,6})\sOUT\b"),
    (TermKind.NO_ONLINE, r"(?i)\b(?:no|not\sfor)\s(?:\w{1,12}(?:,|\sor|\sand)?\s){0,3}(?:internet|online|web|website|wireless|mobile)(?:\suse|\susage)?\b|\bprint\s(?:use\s)?only\b"),
    (TermKind.NO_BROADCAST, r"(?i)\b(?:no|not\sfor)\s(?:\w{1,12}(?:,|\sor|\sand)?\s){0,2}(?:tv|television|broadcast)\b|\bTV\sOUT\b"),
    (TermKind.NO_ADVERTISING, r"(?i)\b(?:no|not\sfor)\s(?:\w{1,12}(?:,|\sor|\sand)?\s){0,3}(?:advertis\w{1,8}|commercial|marketing|promotional)\b"),
    (TermKind.NO_CHANGES, r"(?i)\b(?:no|without)\s(?:cropping|changes|alterations?|manipulation|modification)\b|\b(?:must|may)\snot\sbe\s(?:cropped|altered|changed|modified)\b"),
    (TermKind.ONE_USE, r"(?i)\b(?:one|single)[\s-]?(?:time)?[\s-]use\b|\bone[\s-]time\b"),
]  # fmt: skip
"""In the order in which an editor is told of them; blanks are folded before they are tried."""

_PATTERNS = [(kind, re.compile(pattern)) for kind, pattern in _RULES]
_SENTENCE_END = re.compile(r"(?<!\b[A-Z])(?<!\b[Nn]o)[.;](?=\s|$)|\*{2,9}|\n")
_BETWEEN = re.compile(
    r"(?i),\s?(?:and\s|or\s|nor\s)?|\s?[/&]\s?|\sor\s"
    r"|\sand\s(?!tobago|herzegovina|nevis|barbuda|the\sgrenadines|príncipe)"
)
_OTHER_OUTS = frozenset(
    {"TV", "INTERNET", "ONLINE", "WEB", "ARCHIVE", "MAGS", "MAGAZINES", "SALES", "TABLOIDS"}
)
_DAYS_OF = {"d": 1, "t": 1, "w": 7, "m": 30}
"""By a unit's first letter; a month is thirty days."""

LOOKED_AT = 8_000
"""Characters of one text; usage terms of agencies have some hundred."""


def terms_of(texts: Iterable[str]) -> tuple[Term, ...]:
    """Every rule that a sentence meets, each term once. Prose that meets none gives nothing."""
    found: dict[tuple[TermKind, tuple[str, ...], int | None], Term] = {}
    for text in texts:
        for sentence in _sentences(text[:LOOKED_AT]):
            for term in _of(sentence):
                found.setdefault((term.kind, term.countries, term.days), term)
    return tuple(found.values())


def _sentences(text: str) -> Iterator[str]:
    start = 0
    for stop in _SENTENCE_END.finditer(text):
        yield " ".join(text[start : stop.end()].strip(" *\n").split())
        start = stop.end()
    yield " ".join(text[start:].split())


def _of(sentence: str) -> Iterator[Term]:
    for kind, pattern in _PATTERNS:
        found = pattern.search(sentence)
        if found is None:
            continue
        parts = found.groupdict()
        countries = _countries(parts.get("countries") or parts.get("other") or "")
        if kind in {TermKind.NOT_IN, TermKind.ONLY_IN} and not countries:
            continue
        # "TURKEY OUT" stands among other shouted words without a stop.
        words = found[0].strip(" .,;*(") if found[0].endswith(" OUT") else sentence
        yield Term(kind, words, countries, _days(parts))


def _days(parts: dict[str, str | None]) -> int | None:
    days, unit = parts.get("days"), parts.get("unit")
    return int(days) * _DAYS_OF[unit[0].casefold()] if days and unit else None


def _countries(words: str) -> tuple[str, ...]:
    names = (_name(part) for part in _BETWEEN.split(words))
    return tuple(
        name for name in names if name and name not in _OTHER_OUTS and not name.startswith("NO ")
    )


def _name(written: str) -> str:
    """Without its article and the sentence's full stop, which "U.K." keeps."""
    name = written.strip().removeprefix("the ").removeprefix("THE ")
    return name if name.count(".") > 1 else name.rstrip(".")
