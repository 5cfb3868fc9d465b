"""What outlets are said to have reported, been told or quoted: the rules, run over one sentence."""

from dataclasses import dataclass, replace

from newsroom.wire.attribution.clauses import clause_verb, subject_of
from newsroom.wire.attribution.guards import GUARDS
from newsroom.wire.attribution.memory import Memory
from newsroom.wire.attribution.model import Attribution, Kind
from newsroom.wire.attribution.rules import CITED, RULES, Rule, Speaker
from newsroom.wire.attribution.sentence import Found, Sentence, lemma, matches
from newsroom.wire.attribution.speakers import (
    Phrase,
    is_unnamed,
    subject_after,
)
from newsroom.wire.attribution.tables import word_set
from newsroom.wire.attribution.voices import voice_of

LONGEST_SUBJECT = 9
"""In words, from a report to the verb that says what it found."""
_WHAT_IT_IS_ABOUT = word_set("of in on prep det word cap num poss report statement")
_OF_A_NOUN = {
    "investigation": "investigate",
    "investigations": "investigate",
    "analysis": "analyse",
    "poll": "poll",
    "survey": "survey",
}


@dataclass
class _Reader:
    sentence: Sentence
    passage: str
    number: int
    memory: Memory

    def __post_init__(self) -> None:
        self.found: dict[int, Attribution] = {}
        self.cites: list[Found] = []


def outlet_statements(
    sentence: Sentence, passage: str, number: int, memory: Memory
) -> list[Attribution]:
    """The attributions to outlets in one sentence, in the order of its words."""
    if not any(word.tag == "outlet" for word in sentence.words):
        return []
    reader = _Reader(sentence, passage, number, memory)
    _note_the_cited(reader)
    for rule in RULES:
        _apply(reader, rule)
    _link_the_cited(reader)
    return [reader.found[at] for at in sorted(reader.found)]


def _apply(reader: _Reader, rule: Rule) -> None:
    sentence = reader.sentence
    for match in matches(sentence, rule.pattern):
        if match.outlet in sentence.taken_outlets:
            continue
        if all(GUARDS[name](sentence, match) for name in rule.guards):
            sentence.taken_outlets.add(match.outlet)
            reader.found[match.outlet] = _attribution(reader, rule, match)


def _attribution(reader: _Reader, rule: Rule, match: Found) -> Attribution:
    outlet = reader.sentence.words[match.outlet]
    verb, phrase = _verb_and_speaker(reader.sentence, rule, match)
    voice = voice_of(reader.sentence, phrase, reader.passage, reader.memory) if phrase else None
    end = outlet.end
    if match.report is not None and match.report > match.outlet:
        end = reader.sentence.words[match.report].end
    return Attribution(
        passage=reader.number,
        start=outlet.start,
        end=end,
        text=reader.passage[outlet.start : end],
        kind=rule.kind,
        outlets=tuple(o.key for o in outlet.outlets),
        unnamed_outlet=outlet.unnamed,
        speaker=voice.text if voice else None,
        verb=verb,
        anonymous=bool(voice and voice.anonymous),
    )


def _verb_and_speaker(
    sentence: Sentence, rule: Rule, match: Found
) -> tuple[str | None, Phrase | None]:
    if rule.speaker is Speaker.CLAUSE:
        cue = match.source if match.source is not None else match.verb
        clause = clause_verb(sentence, match.outlet, cue or 0)
        if clause:
            sentence.taken_verbs.add(clause[0])
            return lemma(sentence.words[clause[0]]), clause[1]
        return (lemma(sentence.words[match.verb]) if match.verb is not None else None), None
    if match.verb is not None:
        sentence.taken_verbs.add(match.verb)
    if rule.speaker is Speaker.SUBJECT and match.verb is not None:
        subject = subject_of(sentence, match.verb)
        if rule.kind is Kind.QUOTED:
            _take_the_next_verb(sentence, match.outlet)
        return rule.verb or lemma(sentence.words[match.verb]), subject
    return _verb_of_outlet(sentence, rule, match), None


def _verb_of_outlet(sentence: Sentence, rule: Rule, match: Found) -> str | None:
    """In "a poll published by X showed" it is show; in "the claim, published by X," publish."""
    if rule.verb:
        return rule.verb
    behind = max(match.outlet, match.report or 0)
    main = (match.verb is None or match.verb < match.outlet) and _take_the_next_verb(
        sentence, behind
    )
    if main:
        return lemma(sentence.words[main])
    if match.verb is not None:
        return lemma(sentence.words[match.verb])
    if match.report is not None:
        return _OF_A_NOUN.get(sentence.words[match.report].lower, "report")
    return None


def _take_the_next_verb(sentence: Sentence, behind: int) -> int | None:
    at = behind + 1
    if sentence.tag_at(behind) == "report":
        # "a Reuters analysis of the fires showed"
        while at < behind + LONGEST_SUBJECT and sentence.tag_at(at) in _WHAT_IT_IS_ABOUT:
            at += 1
    while sentence.tag_at(at) in {"adverb", "aux", "date"}:
        at += 1
    if sentence.tag_at(at) not in {"verb", "show"}:
        return None
    sentence.taken_verbs.add(at)
    return at


def _note_the_cited(reader: _Reader) -> None:
    """Set aside what is cited: it is no source of ours, but of the outlet that cites it."""
    for match in matches(reader.sentence, CITED):
        cue = match.verb or 0
        follower = reader.sentence.tag_at(cue + 1)
        if follower in {"by", "as"} or (follower in {"in", "on"} and _past(reader.sentence, cue)):
            continue
        if match.outlet not in reader.sentence.taken_outlets:
            reader.cites.append(match)
            reader.sentence.taken_outlets.add(match.outlet)


def _past(sentence: Sentence, at: int) -> bool:
    return sentence.lower_at(at).endswith("ed")


def _link_the_cited(reader: _Reader) -> None:
    for match in reader.cites:
        main = _who_cites(reader, match)
        cited = reader.sentence.words[match.outlet]
        keys = tuple(o.key for o in cited.outlets)
        if main is None:
            rule = Rule(Kind.OUTLET, CITED, verb="cite")
            reader.found[match.outlet] = _attribution(reader, rule, match)
        else:
            old = reader.found[main]
            reader.found[main] = replace(old, via=old.via + keys)
    for at, attribution in reader.found.items():
        if _cites_unnamed(reader.sentence, at):
            reader.found[at] = replace(attribution, cites_unnamed=True)


def _who_cites(reader: _Reader, match: Found) -> int | None:
    before = [at for at in reader.found if at < (match.verb or 0)]
    after = [at for at in reader.found if at > match.outlet]
    return max(before) if before else min(after, default=None)


def _cites_unnamed(sentence: Sentence, outlet: int) -> bool:
    """Whether what the outlet cites first, before or behind it, is somebody without a name."""
    leading = [0] if sentence.tag_at(0) in {"cite", "quoted"} else []
    for at in [*leading, *range(outlet + 1, len(sentence.words))]:
        if sentence.tag_at(at) in {"cite", "quoted"} and sentence.tag_at(at + 1) != "by":
            cited = subject_after(sentence.words, at)
            return cited is not None and is_unnamed(sentence.words[cited.start : cited.end])
    return False
