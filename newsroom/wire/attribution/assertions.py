"""Whether an outlet's verb gives us a statement: not denied, not passive, not about itself."""

from newsroom.wire.attribution import nouns, verbs
from newsroom.wire.attribution.company_news import OF_ITSELF, is_a_person, is_about_itself
from newsroom.wire.attribution.sentence import Sentence, lemma, passive
from newsroom.wire.attribution.tables import word_set

OF_A_PAPER = word_set("report write reveal publish cite")
"""What a name that others bear too must do to be taken for a paper's."""
NAMING = word_set("name identify call project")
WITNESSING = word_set("see hear count witness")
_BEGINS_A_STATEMENT = frozenset({"that", "quote", "colon", "stop", "outlet"})
_REACH = 8
"""Words behind a verb in which its object stands."""


def asserts(sentence: Sentence, outlet: int, verb: int) -> bool:
    """Whether what the outlet at that word does at that verb is a statement of its own."""
    word, said = sentence.words[outlet], lemma(sentence.words[verb])
    if word.anaphor or (word.doubtful and said not in OF_A_PAPER):
        return False
    if _is_undone(sentence, outlet, verb) or is_a_person(sentence, outlet, verb):
        return False
    if said in OF_ITSELF or is_about_itself(sentence, verb):
        return False
    return _has_what_it_needs(sentence, verb, said)


def _is_undone(sentence: Sentence, outlet: int, verb: int) -> bool:
    """Not said at all, or said to the outlet and not by it."""
    between = sentence.lowers_between(outlet + 1, verb)
    negated = between & verbs.NEGATIONS or any(low.endswith("n't") for low in between)
    return bool(negated) or (passive(sentence, verb) and sentence.tag_at(verb) != "told")


def _has_what_it_needs(sentence: Sentence, verb: int, said: str) -> bool:
    if said in NAMING:
        return not sentence.lowers_between(verb + 1, verb + _REACH) & nouns.OFFICERS
    if said in WITNESSING and sentence.tag_at(verb - 1) != "outlet":
        return True  # its reporter was there
    return said not in verbs.NEED_AN_OBJECT or _has_an_object(sentence, verb)


def _has_an_object(sentence: Sentence, verb: int) -> bool:
    """Whether a report, a figure or a clause follows: "aired the tape", not "aired the final"."""
    if "will" in sentence.lowers_between(verb - 3, verb):
        return False
    objects = sentence.lowers_between(verb + 1, verb + _REACH) & nouns.ASSERTING_NOUNS
    return bool(objects) or sentence.tag_at(verb + 1) in _BEGINS_A_STATEMENT
