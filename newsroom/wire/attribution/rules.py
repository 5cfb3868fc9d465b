"""The rules that make an attribution of an outlet's name: one line each, the first that fits wins.

A name alone proves nothing; each rule is a cue before, behind or around it. `o` marks the outlet,
`v` the verb. The guards name what each rule must not be taken in by.
"""

from dataclasses import dataclass
from enum import Enum, auto

from newsroom.wire.attribution.model import Kind


class Speaker(Enum):
    """Where the speaker of the statement stands, if the outlet only passes it on."""

    NOBODY = auto()
    SUBJECT = auto()  # before the verb of the rule
    CLAUSE = auto()  # with the nearest reporting verb of the sentence
    OBJECT = auto()  # behind the verb of the rule


@dataclass(frozen=True, slots=True)
class Rule:
    kind: Kind
    pattern: str
    speaker: Speaker = Speaker.NOBODY
    verb: str = ""
    """The word that carries the attribution, where the rule has no `v`."""
    guards: tuple[str, ...] = ()


def _told(pattern: str, speaker: Speaker, *guards: str) -> Rule:
    return Rule(Kind.TOLD, pattern, speaker, guards=guards)


def _quoted(pattern: str, verb: str = "") -> Rule:
    return Rule(Kind.QUOTED, pattern, Speaker.SUBJECT, verb, ("a person is quoted",))


def _outlet(pattern: str, *guards: str, verb: str = "") -> Rule:
    return Rule(Kind.OUTLET, pattern, verb=verb, guards=guards)


RULES: tuple[Rule, ...] = (
    # speakers, and the outlet that they spoke to
    _told(
        "v:told adverb? ... o:outlet",
        Speaker.SUBJECT,
        "not an order",
        "not passive",
        "not reporters in general",
        "certain",
        "nothing between starts a clause",
    ),
    _told(
        "v:told ... journalist (from|of|for|at|with|in|by) ... o:outlet",
        Speaker.SUBJECT,
        "not passive",
        "certain",
    ),
    _told(
        "s:interview (date|adverb|word|show|verb|aux|who|that|to){0,5} (on date)?"
        " (with|to|on|in|by|for|from|at) ... o:outlet",
        Speaker.CLAUSE,
        "somebody says something",
        "interview leads",
    ),
    _told(
        "s:statement (date|adverb|word|show|verb){0,2} (to|for) ... o:outlet",
        Speaker.CLAUSE,
        "somebody says something",
        "interview leads",
    ),
    _told(
        "s:speak (date|adverb|word|by){0,3} (to|with|on|in|for|at) ... o:outlet",
        Speaker.CLAUSE,
        "somebody speaks",
    ),
    _told(
        "s:speak|verb adverb? by ... o:outlet",
        Speaker.CLAUSE,
        "asked by",
        "somebody says something",
    ),
    # the outlet, and whom it quotes
    _quoted(
        "v:quoted|cite (adverb|date)* as (saying|verb) (adverb|date)* (by|in|on) ... o:outlet",
        "say",
    ),
    _quoted("v:quoted (adverb|date)* (by|in|on) ... o:outlet ~ as saying", "say"),
    _quoted("v:quoted|cite (adverb|date)* (by|in|on) ... o:outlet"),
    _outlet("v:quoted|cite (adverb|date)* (by|in|on) ... o:outlet"),
    _outlet(
        "according to? (det|word|cap|num|adverb|date|poss|report|interview|statement|show|verb|and"
        "|of|in|on|by|from|with|for|at|who|aux|prep|journalist){0,9} o:outlet",
        "not an officer",
        "according to something reported",
        "certain",
        verb="according to",
    ),
    # published somewhere
    _outlet(
        "v:verb|show (adverb|date|word|det|cap|in|on|num){0,4} by ... o:outlet",
        "of something that asserts",
        "a way to publish",
    ),
    _outlet(
        "v:verb|show (adverb|date){0,2} by cap{1,4} (for|of|from|at|in|with) ... o:outlet",
        "a way to publish",
        "not an officer",
    ),
    _outlet(
        "v:show (adverb|date){0,2} (in|on|to|with|via|from) ... o:outlet",
        "of something that asserts",
        "not its own subject",
    ),
    # the outlet as subject
    _outlet("o:outlet aux+ adverb? v:told", "has been told"),
    _outlet("aux o:outlet (that|who) ~ v:verb|show", "asserts"),
    _outlet(
        "o:outlet comma? ~ v:verb|show|quoted|cite", "asserts", "heads its clause", "in its place"
    ),
    _outlet(
        "o:outlet aux? (aux|det|adverb|word|num|prep){0,4} to v:verb|show",
        "asserts",
        "heads its clause",
        "first to",
    ),
    _outlet(
        "o:outlet comma ANY{1,14} comma ~ v:verb|show|quoted|cite",
        "asserts",
        "heads its clause",
    ),
    _outlet(
        "o:outlet open ANY{1,12} close ~ v:verb|show|quoted|cite", "asserts", "heads its clause"
    ),
    _outlet(
        "o:outlet dash ANY{1,14} dash ~ v:verb|show|quoted|cite", "asserts", "heads its clause"
    ),
    _outlet(
        "o:outlet poss? (word|cap|quote|num|prep|and|date){0,4} journalist"
        " (cap|word|and|comma|date|in|at|on|det|prep|from){0,7} ~ v:verb|show|told|quoted|cite",
        "asserts",
        "not an officer",
    ),
    _outlet(
        "journalist (from|of|for|at|with) ... o:outlet ~ v:verb|show|quoted|cite",
        "asserts",
        "not an officer",
    ),
    _outlet(
        "o:outlet poss (cap|word|quote|num|det|and){1,4} ~ v:verb|show",
        "asserts",
        "not an officer",
    ),
    _outlet(
        "cap (of|from|with|at|for) o:outlet ~ v:verb|show",
        "asserts",
        "not an officer before",
    ),
    _outlet(
        "o:outlet (and cap)? poss? (word|cap|num|adverb|date|and){0,4} r:report",
        "its own report",
    ),
    _outlet(
        "r:report (word|date|adverb|show|verb|aux|who|that|cap){0,4} (by|in|on|from) ... o:outlet",
        "a report there",
    ),
    _outlet(
        "r:report (word|date|adverb|show|verb){0,3} for ... o:outlet",
        "a poll for it",
    ),
    # somebody who says it there
    _told(
        "v:verb (adverb|date|pron|word){0,2} (to|on|in|for|via) ... o:outlet",
        Speaker.SUBJECT,
        "somebody speaks",
        "not its own subject",
        "not passive",
    ),
    _told(
        "v:verb (det|word|report|statement|interview|adverb|date|pron|num){1,4} to ... o:outlet",
        Speaker.SUBJECT,
        "somebody speaks",
        "not its own subject",
        "not passive",
    ),
    _told(
        "^ s:in|on ... o:outlet date? (comma|pron)",
        Speaker.CLAUSE,
        "somebody says something",
    ),
    # behind its verb
    _outlet("(comma|quote|dash) v:verb adverb? o:outlet (date|stop|comma|close|$)"),
    _outlet("via o:outlet (date|stop|comma|close|$)", verb="via"),
    _outlet("^ o:outlet colon"),
    _outlet("v:cite to ... o:outlet", "of something that asserts"),
)

CITED = (
    "c:cite|quoted (det|word|cap|num|poss|adverb|date|report|interview|statement|show|in|on|from"
    "|of|by|journalist|prep){0,6} o:outlet"
)
"""An outlet that another outlet cites in turn: it becomes its `via`."""
