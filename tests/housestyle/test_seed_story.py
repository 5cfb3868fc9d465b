"""The real story the newsroom was made for, held against one entry of its house style."""

from newsroom.housestyle.lexicon import Term, compile_lexicon
from newsroom.housestyle.matches import Kind
from tests.housestyle.lexicons import check

HOUSE = compile_lexicon([Term(1, "Yerushalayim", ("Jerusalem",))])


def test_the_seed_story_has_one_place_to_change_and_it_is_in_running_text(shared):
    text = (shared / "seed-story.txt").read_text(encoding="utf-8")
    [match] = check(text, HOUSE)
    assert (match.words, match.suggestion, match.kind) == (
        "Jerusalem",
        "Yerushalayim",
        Kind.KNOWN,
    )
