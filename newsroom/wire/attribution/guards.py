"""What a rule must not be taken in by: passives, orders, company news, programmes, people."""

from collections.abc import Callable

from newsroom.wire.attribution import nouns, verbs
from newsroom.wire.attribution.assertions import asserts
from newsroom.wire.attribution.clauses import clause_verb, subject_of
from newsroom.wire.attribution.sentence import Found, Sentence, lemma, passive
from newsroom.wire.attribution.speakers import head_of, subject_before
from newsroom.wire.attribution.tables import word_set
from newsroom.wire.outlets import OutletType

Guard = Callable[[Sentence, Found], bool]
"""True where the rule holds."""

REPORTERS_IN_GENERAL = frozenset({"the media", "the press", "media", "press", "the news media"})
WAYS_TO_PUBLISH = word_set("""
    report publish reveal disclose obtain see review air broadcast carry release post print
    break uncover expose compile calculate confirm cite detail describe document leak write
    share verify analyse analyze record translate relay run show provide conduct commission
    produce estimate note claim allege find identify name announce forecast predict tally hear
    screen stream televise circulate examine investigate corroborate state mention reprint
""")
IN_PUBLIC = word_set("""
    say write confirm reveal disclose admit deny describe explain recount acknowledge claim
    insist hint suggest argue declare announce add note recall stress state report assert allege
    warn predict estimate repeat contend vow pledge elaborate clarify comment tweet testify joke
    lament accuse reiterate observe concede maintain speculate
""")
_ASKING = word_set("ask interview question press approach reach contact")


def _not_an_order(s: Sentence, f: Found) -> bool:
    after = f.outlet + 1
    if s.tag_at(after) == "journalist":
        after += 1
    return not (
        s.tag_at(after) == "to" and s.tag_at(after + 1) in {"word", "verb", "show", "aux", "told"}
    )


def _not_passive(s: Sentence, f: Found) -> bool:
    return f.verb is None or not passive(s, f.verb)


def _nothing_between(s: Sentence, f: Found) -> bool:
    between = set(s.tags_between((f.verb or 0) + 1, f.outlet)) - {"adverb"}
    return not between or s.tag_at(f.outlet + 1) not in {"verb", "show", "aux"}


def _speaks(s: Sentence, f: Found) -> bool:
    if f.source is not None:
        return clause_verb(s, f.outlet, f.source) is not None
    subject = subject_before(s.words, f.verb or 0)
    if subject is None or lemma(s.words[f.verb or 0]) not in IN_PUBLIC:
        return False
    phrase = s.words[subject.start : subject.end]
    return phrase[head_of(phrase)].tag not in {"outlet", "report"}


def _interview_leads(s: Sentence, f: Found) -> bool:
    """In an interview, after talks: not "her interview with CNN was put off"."""
    source = f.source or 0
    leading = {"in", "prep", "from", "of", "conj", "with", "for", "as", "by", "via", "on", "at"}
    return bool(leading & set(s.tags_between(source - 4, source)))


def _person_quoted(s: Sentence, f: Found) -> bool:
    subject = subject_of(s, f.verb or 0)
    if subject is None:
        return False
    phrase = s.words[subject.start : subject.end]
    head = phrase[head_of(phrase)]
    return head.lower not in nouns.DOCUMENT_NOUNS and head.tag != "outlet"


def _something_that_asserts(s: Sentence, f: Found) -> bool:
    """A match is broadcast too, and a novel published."""
    verb = f.verb or 0
    before = s.lowers_between(verb - 8, verb)
    if lemma(s.words[verb]) in verbs.OF_A_PROGRAMME:
        return bool(before & nouns.ASSERTING_NOUNS) and "will" not in before
    return not before & nouns.PRESENTING_NOUNS


def _way_to_publish(s: Sentence, f: Found) -> bool:
    return f.verb is not None and lemma(s.words[f.verb]) in WAYS_TO_PUBLISH


def _not_its_own_subject(s: Sentence, f: Found) -> bool:
    subject = subject_before(s.words, f.verb or 0)
    return subject is None or "outlet" not in s.tags_between(subject.start, subject.end)


def _not_an_officer(s: Sentence, f: Found) -> bool:
    around = s.lowers_between(f.start, max(f.end, f.outlet + 3))
    return not around & nouns.OFFICERS


def _not_an_officer_before(s: Sentence, f: Found) -> bool:
    return not s.lowers_between(f.outlet - 8, f.outlet) & nouns.OFFICERS


def _something_reported(s: Sentence, f: Found) -> bool:
    """As in "according to a report in X", not "according to the mayor of X"."""
    between = set(s.tags_between(f.start + 1, f.outlet))
    of_somebody = between & {"of", "for", "at", "with", "who", "prep"}
    reported = between & {"report", "interview", "statement", "show", "verb", "journalist", "by"}
    return not of_somebody or bool(reported)


def _heads_its_clause(s: Sentence, f: Found) -> bool:
    """Not the object of a preposition: "the editor of Haaretz said"."""
    return s.tag_at(f.outlet - 1) not in {
        "of", "for", "at", "from", "with", "in", "on", "by", "to", "prep", "via", "cite", "quoted",
    }  # fmt: skip


def _in_its_place(s: Sentence, f: Found) -> bool:
    apart = s.tag_at(f.outlet - 1) == "comma" or "," in s.words[f.outlet].text
    return apart or s.tag_at(f.outlet + 1) != "comma"


def _own_report(s: Sentence, f: Found) -> bool:
    outlet, report = s.words[f.outlet], f.report or 0
    between = s.words[f.outlet + 1 : report]
    if outlet.anaphor or outlet.doubtful or {w.lower for w in between} & nouns.OF_A_COMPANY:
        return False
    possessive = any(word.tag == "poss" for word in between)
    has_article = s.tag_at(f.outlet - 1) == "det" or outlet.lower.split()[0] in {"the", "a", "an"}
    if not possessive and not has_article and any(word.tag == "word" for word in between):
        return False
    speaks = s.tag_at(report + 1) in {"verb", "show"}
    return speaks or s.lower_at(report) in nouns.OWN_REPORTS


def _report_there(s: Sentence, f: Found) -> bool:
    """A report on the channel is broadcast there; a report on The Guardian is about it."""
    outlet, report = s.words[f.outlet], f.report or 0
    if outlet.doubtful or (outlet.anaphor and s.tag_at(f.outlet + 1) != "verb"):
        return False
    links = [tag for tag in s.tags_between(report, f.outlet) if tag in {"by", "in", "on", "from"}]
    on_air = any(o.type is OutletType.BROADCASTER for o in outlet.outlets) or outlet.unnamed
    if links[-1] == "on" and not on_air:
        return False
    speaks = s.tag_at(f.outlet + 1) in {"verb", "show", "aux"}
    speaks |= "quote" in s.tags_between(report - 5, report)
    return speaks or s.lower_at(report) in nouns.OWN_REPORTS


def _has_been_told(s: Sentence, f: Found) -> bool:
    between = s.lowers_between(f.outlet, f.verb or 0)
    return bool(between & {"been", "was"}) and not between & verbs.NEGATIONS


GUARDS: dict[str, Guard] = {
    "not an order": _not_an_order,
    "not passive": _not_passive,
    "not reporters in general": lambda s, f: s.lower_at(f.outlet) not in REPORTERS_IN_GENERAL,
    "certain": lambda s, f: not s.words[f.outlet].doubtful,
    "nothing between starts a clause": _nothing_between,
    "somebody says something": _speaks,
    "interview leads": _interview_leads,
    "somebody speaks": _speaks,
    "asked by": lambda s, f: lemma(s.words[f.source or 0]) in _ASKING,
    "a person is quoted": _person_quoted,
    "of something that asserts": _something_that_asserts,
    "a way to publish": _way_to_publish,
    "not its own subject": _not_its_own_subject,
    "not an officer": _not_an_officer,
    "not an officer before": _not_an_officer_before,
    "according to something reported": _something_reported,
    "has been told": _has_been_told,
    "a poll for it": lambda s, f: s.lower_at(f.report or 0) in nouns.COMMISSIONED,
    "asserts": lambda s, f: asserts(s, f.outlet, f.verb or 0),
    "heads its clause": _heads_its_clause,
    "in its place": _in_its_place,
    "first to": lambda s, f: "first" in s.lowers_between(f.outlet, f.end),
    "its own report": _own_report,
    "a report there": _report_there,
}
