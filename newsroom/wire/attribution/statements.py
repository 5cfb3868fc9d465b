"""Statements that no outlet carries: people, documents, and what is merely said to be so."""

from newsroom.wire.attribution import nouns, verbs
from newsroom.wire.attribution.clauses import speaks_at
from newsroom.wire.attribution.company_news import OF_ITSELF, is_a_person, is_about_itself
from newsroom.wire.attribution.memory import Memory
from newsroom.wire.attribution.model import Attribution, Kind
from newsroom.wire.attribution.sentence import Sentence, lemma, passive
from newsroom.wire.attribution.speakers import Phrase, head_of, subject_after, subject_before
from newsroom.wire.attribution.tables import word_set
from newsroom.wire.attribution.voices import voice_of
from newsroom.wire.attribution.words import Word

SHORT = 4
"""In words. A longer phrase says whose reports they are."""
_NOT_A_SOURCE = frozenset({"i", "we", "you", "who"})
_DEFINITE = frozenset({"the", "its", "this", "that"})
_OF_AN_OUTLET = word_set("report story article broadcast account")


class _Listener:
    def __init__(self, sentence: Sentence, passage: str, number: int, memory: Memory) -> None:
        self.sentence = sentence
        self.passage = passage
        self.number = number
        self.memory = memory

    def statement(self, at: int) -> Attribution | None:
        word = self.sentence.words[at]
        if word.lower in nouns.HEARSAY_ADVERBS:
            return self._hearsay(at)
        if word.lower in nouns.HEARSAY_PASSIVES and self._merely_said(at):
            return self._hearsay(at)
        if word.tag == "according":
            return self._according(at)
        if at in self.sentence.taken_verbs or not self._is_speech(at):
            return None
        if passive(self.sentence, at):
            return self._passive(at)
        subject = speaks_at(self.sentence, at)
        return self._given_to(subject, at) if subject else None

    def _is_speech(self, at: int) -> bool:
        word, after = self.sentence.words[at], self.sentence.tag_at(at + 1)
        if self._asks_for_no_name(at):
            return False
        if word.lower in verbs.NO_VERBS_OF_SPEECH_ALONE:
            return word.tag == "verb" and after in {"that", "quote", "colon"}
        return (
            word.tag in {"verb", "told"}
            or (word.tag == "show" and lemma(word) in verbs.DOCUMENT_VERBS)
            or (word.tag == "quoted" and after == "as")
        )

    def _asks_for_no_name(self, at: int) -> bool:
        return self.sentence.tag_at(at - 1) == "who" and self.sentence.lower_at(at + 1) in {
            "not",
            "for",
            "anonymity",
        }

    def _hearsay(self, at: int) -> Attribution:
        word = self.sentence.words[at]
        return self._attribution(Kind.HEARSAY, word.start, word.end)

    def _according(self, at: int) -> Attribution | None:
        to = at + 1 if self.sentence.tag_at(at + 1) == "to" else at
        source = subject_after(self.sentence.words, to)
        taken = source and self.sentence.taken_outlets & set(range(source.start, source.end + 8))
        if source is None or taken:
            return None
        return self._given_to(source, at, verb="according to")

    def _passive(self, at: int) -> Attribution | None:
        after = self.sentence.tag_at(at + 1)
        word = self.sentence.words[at]
        if word.tag == "quoted":
            subject = subject_before(self.sentence.words, at)
            return self._given_to(subject, at, verb="say") if subject else None
        if after == "by":
            agent = subject_after(self.sentence.words, at + 1)
            return self._given_to(agent, at) if agent else None
        return None

    def _merely_said(self, at: int) -> bool:
        """By nobody: "it is said that", "is believed to"."""
        if not passive(self.sentence, at):
            return False
        subject = subject_before(self.sentence.words, at)
        nobody = subject is not None and self.sentence.lower_at(subject.start) == "it"
        return self.sentence.tag_at(at + 1) == "to" or (
            nobody and self.sentence.tag_at(at + 1) != "by"
        )

    def _given_to(self, subject: Phrase, at: int, verb: str = "") -> Attribution | None:
        words = self.sentence.words[subject.start : subject.end]
        head = words[head_of(words)]
        nobody = words[0].lower in _NOT_A_SOURCE and len(words) == 1
        if nobody or (head.tag == "outlet" and not self._speaks_for_itself(at)):
            return None
        said = verb or lemma(self.sentence.words[at])
        if head.lower in nouns.DOCUMENT_NOUNS | nouns.HEARSAY_NOUNS:
            return self._given_to_paper(words, head.lower, said)
        return None if self.sentence.tag_at(at) == "show" else self._speaker(subject, said)

    def _given_to_paper(self, words: list[Word], noun: str, said: str) -> Attribution:
        start, end = words[0].start, words[-1].end
        definite = words[0].lower in _DEFINITE
        if _is_hearsay(words, noun):
            return self._attribution(Kind.HEARSAY, start, end)
        last = self.memory.last_outlet()
        if definite and noun in _OF_AN_OUTLET and self.memory.source_is_outlet and last:
            return self._attribution(Kind.OUTLET, start, end, verb=said, outlets=(last.key,))
        self.memory.source_is_outlet &= noun not in _OF_AN_OUTLET
        return self._attribution(Kind.DOCUMENT, start, end, verb=said)

    def _speaks_for_itself(self, at: int) -> bool:
        return (
            lemma(self.sentence.words[at]) in OF_ITSELF
            or is_about_itself(self.sentence, at)
            or is_a_person(self.sentence, at - 1, at)
        )

    def _speaker(self, subject: Phrase, verb: str) -> Attribution:
        words = self.sentence.words[subject.start : subject.end]
        voice = voice_of(self.sentence, subject, self.passage, self.memory)
        return self._attribution(
            Kind.SPEAKER,
            words[0].start,
            words[-1].end,
            verb=verb,
            speaker=voice.text,
            anonymous=voice.anonymous,
        )

    def _attribution(
        self,
        kind: Kind,
        start: int,
        end: int,
        *,
        verb: str | None = None,
        outlets: tuple[str, ...] = (),
        speaker: str | None = None,
        anonymous: bool = False,
    ) -> Attribution:
        return Attribution(
            passage=self.number,
            start=start,
            end=end,
            text=self.passage[start:end],
            kind=kind,
            outlets=outlets,
            verb=verb,
            speaker=speaker,
            anonymous=anonymous,
        )


def _is_hearsay(phrase: list[Word], noun: str) -> bool:
    """Reports of nobody's; "court reports" and "the report" are papers that one can look up."""
    if noun not in nouns.HEARSAY_NOUNS or noun == "report":
        return False
    return len(phrase) <= SHORT and not {word.lower for word in phrase} & nouns.ON_RECORD


def other_statements(
    sentence: Sentence, passage: str, number: int, memory: Memory
) -> list[Attribution]:
    listener = _Listener(sentence, passage, number, memory)
    heard = (listener.statement(at) for at in range(len(sentence.words)))
    return [statement for statement in heard if statement]
