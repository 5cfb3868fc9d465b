"""The speaker of a statement as words, and whether the reader learns who it is."""

from dataclasses import dataclass

from newsroom.wire.attribution import people
from newsroom.wire.attribution.memory import Memory
from newsroom.wire.attribution.sentence import Sentence
from newsroom.wire.attribution.speakers import (
    Phrase,
    head_of,
    is_named,
    is_source_noun,
    is_unnamed,
    singular,
)

LONGEST_APPOSITION = 7
"""In words."""


@dataclass(frozen=True, slots=True)
class Voice:
    text: str
    anonymous: bool


def voice_of(sentence: Sentence, phrase: Phrase, passage: str, memory: Memory) -> Voice:
    """What the phrase says of its speaker; "he" and "the official" are who they were before."""
    words = sentence.words[phrase.start : phrase.end]
    text = passage[words[0].start : words[-1].end]
    if words[0].tag == "pron" and len(words) == 1:
        anonymous = _asks_for_no_name(sentence) or (
            words[0].lower in people.SINGULAR_PERSONS and memory.speaker_anonymous
        )
        return Voice(text, anonymous)
    noun = singular(words[head_of(words)].lower)
    named = is_named(words) or _named_behind(sentence, phrase)
    anonymous = not named and (is_unnamed(words) or _asks_for_no_name(sentence))
    if words[0].lower == "the" and not named:
        anonymous = memory.anonymous_by_noun.get(noun, anonymous)
    for described in (noun, *_described_as(sentence, phrase)):
        memory.anonymous_by_noun[described] = anonymous
    memory.speaker_anonymous = anonymous
    return Voice(text, anonymous)


def _described_as(sentence: Sentence, phrase: Phrase) -> list[str]:
    """What "the ..." may call them later: "official Lea Marom", "Lea Marom, a port official"."""
    end = phrase.end + 1 + LONGEST_APPOSITION if sentence.tag_at(phrase.end) == "comma" else 0
    words = sentence.words[phrase.start : max(phrase.end, end)]
    return [singular(word.lower) for word in words if is_source_noun(word.lower)]


def _asks_for_no_name(sentence: Sentence) -> bool:
    text = " ".join(word.lower for word in sentence.words)
    return any(marker in text for marker in people.MARKERS)


def _named_behind(sentence: Sentence, phrase: Phrase) -> bool:
    """As in "the official, Dana Roth, said"."""
    at = phrase.end
    if sentence.tag_at(at) != "comma":
        return False
    at += 1
    first = at
    while sentence.tag_at(at) == "cap":
        at += 1
    return at > first and sentence.tag_at(at) in {"comma", "stop"}
