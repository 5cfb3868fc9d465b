"""One story, one spelling: which names are told together, with their counts."""

import json
from datetime import date

import pytest
from click.testing import CliRunner

from newsroom.housestyle.commands import report, style
from newsroom.housestyle.consistency import inconsistencies
from newsroom.housestyle.in_force import HouseStyle
from newsroom.housestyle.lexicon import compile_lexicon
from newsroom.housestyle.passages import Passage, passages_of
from newsroom.housestyle.scope import Reader, Scope
from newsroom.housestyle.verdicts import rule_of
from tests.housestyle.lexicons import LEXICON

NOTHING_LISTED = compile_lexicon([])


def told(text, lexicon=LEXICON):
    return [tuple(map(tuple, one)) for one in inconsistencies(passages_of(text), lexicon)]


SEVERAL = {
    "Lvov at noon, Lwow at night, Lvov again.": (("Lvov", 2), ("Lwow", 1)),
    "From Lvov’s station to LVIV.": (("Lvov", 1), ("LVIV", 1)),
    "LATKES! A latka, two latkas.": (("LATKE", 1), ("latka", 2)),
    "The al-Nahda list and the El-Nahda list.": (("al-Nahda", 1), ("El-Nahda", 1)),
    "Gül spoke, Gul left.": (("Gül", 1), ("Gul", 1)),
    "Mardukhai spoke. Later Mordukhai’s aide left.": (("Mardukhai", 1), ("Mordukhai", 1)),
    "MARDUKHAI WINS\n\nOne Mardukhai, one Mardukhay.": (("Mardukhai", 2), ("Mardukhay", 1)),
    "Both Yeruhams, a Yerukham and a Yeruham.": (("Yeruham", 2), ("Yerukham", 1)),
    "The Erdoğans and the Erdogans.": (("Erdoğans", 1), ("Erdogans", 1)),
}

ONE = [
    "Lviv, LVIV and Lviv’s.",
    "Lviv. “Lvov,” he said.",
    "Lviv. The Lvov Post, the Lvov Gallery of Clocks.",
    "Lviv. See www.lvov.example, @Lvov and #Lvov.",
    "Mordukhai spoke. “Mardukhai lies,” she said.",
    "Mordukhai spoke. See mardukhai.com for more.",
    "The Minister left the Ministry. Germans in Germany met a German.",
    "Ukraine and Ukrainians; Iraqis, Iraq and an Iraqi; Palestine and a Palestinian.",
    "Posters hung. Pasters glue posters and pasters.",
    "Matter ends. Mutter ends.",
    "The Mayors met the Mayor.",
    "",
]


@pytest.mark.parametrize(("text", "spellings"), SEVERAL.items())
def test_a_name_in_several_spellings_is_told_with_their_counts(text, spellings):
    assert told(text) == [spellings]


@pytest.mark.parametrize("text", ONE)
def test_one_spelling_is_not_told(text):
    assert told(text) == []


def test_an_unlisted_name_needs_no_lexicon():
    text = "Mordukhai met Mardukhai."
    assert told(text, NOTHING_LISTED) == [(("Mordukhai", 1), ("Mardukhai", 1))]


def test_who_wrote_it_is_not_read():
    byline = Passage("By Mardukhai Lvov", kind="byline")
    assert inconsistencies([byline, Passage("Mordukhai is in Lviv.")], LEXICON) == []


def test_other_programs_ask_with_their_own_lexicon():
    lexicon = [{"preferred": "Lviv", "variants": ["Lvov"]}]
    question = json.dumps({"text": "Lvov, Lviv, Lvov", "lexicon": lexicon})
    result = CliRunner().invoke(style, ["consistency", "--jsonl"], input=question)
    assert json.loads(result.output) == {"inconsistent": [["Lvov", "Lviv"]], "counts": [[2, 1]]}


def test_the_check_of_a_file_tells_them_first():
    told_first, *_ = report("Lvov and Lwow.", LEXICON)
    assert told_first == "One name in 2 spellings: Lvov (1), Lwow (1)"


def test_every_story_beside_the_checkout_is_answered_as_expected(shared):
    folder = shared / "develop" / "house-style"
    if not (folder / "cases.json").exists():
        pytest.skip("no house-style cases beside this checkout")
    cases = json.loads((folder / "cases.json").read_text(encoding="utf-8"))["consistency"]
    lexicon = json.loads((folder / "lexicon.json").read_text(encoding="utf-8"))["lexicon"]
    questions = [json.dumps({"text": case["text"], "lexicon": lexicon}) for case in cases]
    result = CliRunner().invoke(style, ["consistency", "--jsonl"], input="\n".join(questions))
    answers = [json.loads(line)["inconsistent"] for line in result.output.splitlines()]
    assert answers == [case["inconsistent"] for case in cases]


def test_an_entry_of_another_desk_puts_no_spellings_together():
    passages = passages_of("Lvov at noon, Lwow at night.")
    [term] = {one.claim.term.id for one in LEXICON.patterns if one.claim.text == "Lvov"}
    scopes = {rule_of(term): Scope(desks=frozenset({3}))}
    day = date(2026, 5, 4)
    _, foreign = HouseStyle(LEXICON, scopes, Reader(3, day)).read_whole(passages)
    _, sport = HouseStyle(LEXICON, scopes, Reader(4, day)).read_whole(passages)
    assert [len(foreign), len(sport)] == [1, 0]
