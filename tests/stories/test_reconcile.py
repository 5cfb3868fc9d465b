"""A finding stays with its words while the story is edited around it."""

from newsroom.stories import document
from newsroom.stories.found import Found
from newsroom.stories.reconcile import Kept, match, moved
from tests.stories.samples import block, erased, place, story, typed


def mapping(before, changes):
    return document.mapping_of(document.read_steps(changes))


def found(start, words="Odessa", context=None):
    end = start + len(words)
    return Found(
        "style:1",
        start,
        end,
        words,
        "known",
        "blocking",
        "paragraph",
        "Odesa",
        {"context": context},
    )


def kept(start, words="Odessa", number=1, *, deleted=False, context=None):
    return Kept(number, "style:1", words, start, start + len(words), deleted, context)


def test_typing_before_the_words_moves_the_range():
    before = story(block("paragraph", "He left Odessa on Monday."))
    at = place(before, "Odessa")
    assert moved(mapping(before, typed(before, "He", " then")), at, at + 6) == (
        at + 5,
        at + 11,
        False,
    )


def test_typing_at_its_edges_stays_outside_the_range():
    before = story(block("paragraph", "He left Odessa on Monday."))
    at = place(before, "Odessa")
    assert moved(mapping(before, typed(before, "left ", "New ")), at, at + 6) == (
        at + 4,
        at + 10,
        False,
    )
    assert moved(mapping(before, typed(before, "Odessa", "n")), at, at + 6) == (at, at + 6, False)


def test_erasing_the_words_says_so():
    before = story(block("paragraph", "He left Odessa on Monday."))
    at = place(before, "Odessa")
    assert moved(mapping(before, erased(before, "Odessa ")), at, at + 6)[2]


def test_an_empty_range_is_never_deleted():
    before = story()
    at = before.content.size - 1
    assert moved(mapping(before, typed(before, "The", "n")), at, at) == (at + 1, at + 1, False)


def test_the_same_words_at_the_same_place_are_the_same_finding():
    matched = match([kept(40)], [found(40), found(90)])
    assert [(k.id, f.start) for k, f in matched.same] == [(1, 40)]
    assert [f.start for f in matched.new] == [90]
    assert matched.gone == ()


def test_each_of_several_is_paired_with_its_own():
    matched = match([kept(40, number=1), kept(90, number=2)], [found(90), found(40)])
    assert {(k.id, f.start) for k, f in matched.same} == {(1, 40), (2, 90)}


def test_words_that_are_gone_are_gone():
    assert [k.id for k in match([kept(40)], []).gone] == [1]


def test_the_same_words_typed_anew_elsewhere_are_a_new_finding():
    around = ["He left ", " on Monday"]
    matched = match([kept(40, deleted=True, context=around)], [found(90, context=["In ", " now"])])
    assert (len(matched.same), len(matched.new), len(matched.gone)) == (0, 1, 1)


def test_words_cut_and_pasted_with_their_sentence_keep_their_finding():
    around = ["He left ", " on Monday"]
    matched = match([kept(40, deleted=True, context=around)], [found(90, context=around)])
    assert [(k.id, f.start) for k, f in matched.same] == [(1, 90)]


def test_another_rule_or_other_words_at_the_place_are_new():
    matched = match([kept(40, words="Kiev..")], [found(40)])
    assert (len(matched.same), len(matched.new), len(matched.gone)) == (0, 1, 1)
