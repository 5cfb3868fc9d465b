"""One sentence made ready for the rules, and what each rule found in it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from newsroom.wire.attribution import verbs
from newsroom.wire.attribution.dates import merge_dates
from newsroom.wire.attribution.memory import Memory
from newsroom.wire.attribution.patterns import compiled
from newsroom.wire.attribution.phrases import chunk
from newsroom.wire.attribution.tables import word_set
from newsroom.wire.attribution.tags import CHARACTER, tag
from newsroom.wire.attribution.words import Word

BEING = word_set("is are was were be been being 's")
_LEMMAS = (verbs.SAYING, verbs.SHOWING, verbs.SPEAKING, verbs.TOLD, verbs.QUOTED, verbs.CITED)


@dataclass
class Sentence:
    """Its words, the same as a string of class characters, and what is taken already."""

    words: list[Word]
    classes: str
    taken_outlets: set[int] = field(default_factory=set)
    taken_verbs: set[int] = field(default_factory=set)

    def tag_at(self, at: int) -> str:
        """The class of a word; a stop beyond either end."""
        return self.words[at].tag if 0 <= at < len(self.words) else "stop"

    def lower_at(self, at: int) -> str:
        return self.words[at].lower if 0 <= at < len(self.words) else ""

    def tags_between(self, start: int, end: int) -> list[str]:
        return [word.tag for word in self.words[max(0, start) : end]]

    def lowers_between(self, start: int, end: int) -> set[str]:
        return {word.lower for word in self.words[max(0, start) : end]}


def read_sentence(words: list[Word], memory: Memory) -> Sentence:
    tag(words)
    words = chunk(merge_dates(words), memory)
    return Sentence(words, "".join(CHARACTER[word.tag] for word in words))


def lemma(word: Word) -> str:
    participle = verbs.SAYING_PARTICIPLES.get(word.lower)
    return participle or next((t[word.lower] for t in _LEMMAS if word.lower in t), word.lower)


@dataclass(frozen=True, slots=True)
class Found:
    """Where a rule matched: the outlet's word, and the word of its cue if it has one."""

    start: int
    end: int
    outlet: int
    verb: int | None = None
    report: int | None = None
    source: int | None = None


def matches(sentence: Sentence, pattern: str) -> Iterator[Found]:
    """Every place where the pattern fits, one for each word that it can begin with."""
    expression = compiled(pattern)
    position = 0
    while match := expression.search(sentence.classes, position):
        groups = match.groupdict()
        at = {name: match.start(name) for name, text in groups.items() if text is not None}
        yield Found(
            match.start(), match.end(), at["o"], at.get("v", at.get("c")), at.get("r"), at.get("s")
        )
        position = match.start() + 1


def passive(sentence: Sentence, verb: int) -> bool:
    """Whether a form of "be" carries the verb: was told, has been reported."""
    at = verb - 1
    while sentence.tag_at(at) in {"adverb", "date"}:
        at -= 1
    return sentence.lower_at(at) in BEING and not sentence.lower_at(verb).endswith("ing")
