"""What differs between two versions, as an editor would say it."""

from collections import Counter
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from newsroom.same_items import Effort, gaps, same_items
from newsroom.stories.comparing import compare
from newsroom.stories.comparing_lines import lines
from tests.stories.any_document import DOCUMENT
from tests.stories.samples import block, figure, story, text

STORM = "The last boat left at noon before the storm closed the harbour."
CREW = "Its crew of nine waited in the terminal for news of the crossing."
FARES = "Fares will be paid back within ten working days, the company said."


def paragraphs(*words):
    return story(*(block("paragraph", one) for one in words))


def changed(before, after):
    return [row for row in compare(before, after).rows if row.kind != "same"]


def said(row):
    return [(piece.kind, piece.text) for piece in row.pieces]


def test_one_word_for_another_is_one_deleted_and_one_inserted():
    [row] = changed(paragraphs(STORM), paragraphs(STORM.replace("noon", "one")))
    assert (row.kind, row.label) == ("changed", "Paragraph")
    assert said(row)[1:3] == [("deleted", "noon"), ("inserted", "one")]


def test_two_words_in_the_place_of_two_others_are_one_change():
    [row] = changed(paragraphs(STORM), paragraphs(STORM.replace("last boat", "first ferry")))
    assert said(row)[1:3] == [("deleted", "last boat"), ("inserted", "first ferry")]


def test_counts_are_of_words_and_of_blocks():
    found = compare(paragraphs(STORM, CREW), paragraphs(STORM.replace("noon", "half past one")))
    assert (found.words["inserted"], found.words["deleted"]) == (3, 1 + len(CREW.split()))
    assert (found.blocks["changed"], found.blocks["removed"]) == (1, 1)


def test_a_paragraph_put_in_or_taken_out_is_a_block():
    [row] = changed(paragraphs(STORM), paragraphs(STORM, FARES))
    assert (row.kind, said(row)) == ("added", [("inserted", FARES)])
    [row] = changed(paragraphs(STORM, FARES), paragraphs(FARES))
    assert (row.kind, said(row)) == ("removed", [("deleted", STORM)])


def test_a_paragraph_that_stands_elsewhere_has_moved():
    found = changed(paragraphs(STORM, CREW, FARES), paragraphs(CREW, FARES, STORM))
    assert [(row.kind, row.pieces[0].text) for row in found] == [("left", STORM), ("moved", STORM)]
    assert compare(paragraphs(STORM, CREW), paragraphs(CREW, STORM)).words["inserted"] == 0


def test_a_paragraph_that_was_moved_and_changed_is_one_block():
    now = STORM.replace("noon", "one")
    found = changed(paragraphs(STORM, CREW, FARES), paragraphs(CREW, FARES, now))
    assert [row.kind for row in found] == ["left", "moved"]
    assert said(found[1])[1:3] == [("deleted", "noon"), ("inserted", "one")]


def test_a_sentence_written_anew_is_not_shown_word_by_word():
    [row] = changed(story(headline="Ferry halted by storm"), story(headline="Harbour fire is out"))
    assert said(row) == [("deleted", "Ferry halted by storm"), ("inserted", "Harbour fire is out")]


def test_a_figures_words_and_attributes_are_said():
    before = story(figure("A ferry at the quay", photo=3, credit="A. Roe", alt="A boat"))
    after = story(figure("A ferry at the pier", photo=4, credit="A. Roe/Flash90", alt="A boat"))
    [row] = changed(before, after)
    assert row.label == "Figure"
    assert row.sentences == (
        "Credit line: “A. Roe” became “A. Roe/Flash90”.",
        "Photo: number 3 became number 4.",
    )
    assert ("deleted", "quay") in said(row)


def test_another_caption_of_the_same_photo_is_the_same_figure():
    before = story(figure("A ferry at the quay", photo=3))
    [row] = changed(before, story(figure("Nine people wait", photo=3)))
    assert row.kind == "changed"


def test_formatting_is_said_in_words():
    def with_marks(*marks):
        part = text("boat", *marks)
        return story({"type": "paragraph", "content": [text("The last "), part, text(" left.")]})

    [row] = changed(with_marks(), with_marks({"type": "strong"}))
    assert [(p.kind, p.text, p.note) for p in row.pieces][1] == ("formatted", "boat", "now bold")
    link = {"type": "link", "attrs": {"href": "https://example.org/boat"}}
    [row] = changed(with_marks({"type": "em"}), with_marks(link))
    assert row.pieces[1].note == "now a link to https://example.org/boat, no longer italic"


def test_another_heading_level_and_another_kind_of_block_are_said():
    [row] = changed(
        story(block("heading", "At sea", level=2)), story(block("heading", "At sea", level=3))
    )
    assert row.sentences == ("Heading 3, was: Heading 2.",)
    [row] = changed(
        paragraphs(STORM), story({"type": "blockquote", "content": [block("paragraph", STORM)]})
    )
    assert (row.label, row.sentences) == ("Quotation", ("Quotation, was: Paragraph.",))


def bullets(*items):
    inside = [{"type": "list_item", "content": [block("paragraph", one)]} for one in items]
    return {"type": "bullet_list", "content": inside}


def test_one_list_and_two_lists_are_not_the_same():
    found = compare(story(bullets("Bread", "Salt")), story(bullets("Bread"), bullets("Salt")))
    assert not found.same
    assert (found.words["inserted"], found.words["deleted"]) == (0, 0)


def test_a_hostile_text_ends_in_a_coarser_answer():
    first = paragraphs(" ".join(f"a{n}" for n in range(400)))
    second = paragraphs(" ".join(f"{'a' if n % 2 else 'b'}{n}" for n in range(400)))
    [row] = [row for row in compare(first, second, effort=5_000).rows if row.kind != "same"]
    assert {piece.kind for piece in row.pieces} <= {"same", "deleted", "inserted"}
    assert len(row.pieces) < 10
    whole = [row for row in compare(first, second).rows if row.kind != "same"]
    assert len(whole[0].pieces) > len(row.pieces)


def test_five_thousand_turned_blocks_are_compared_within_the_effort():
    words = [f"Paragraph {n} of the long report" for n in range(4_000)]
    found = compare(paragraphs(*words), paragraphs(*words[::-1]))
    assert not found.same
    assert sum(found.blocks.values()) >= 4_000


def test_a_word_changed_in_each_of_many_blocks_is_found_in_each():
    words = [f"Paragraph {n} of the long report" for n in range(2_000)]
    found = compare(paragraphs(*words), paragraphs(*(one + " today" for one in words)))
    assert found.blocks == {"same": 5, "changed": 2_000}
    assert (found.words["inserted"], found.words["deleted"]) == (2_000, 0)


SHORT = st.lists(st.sampled_from([STORM, CREW, FARES, "", "At sea", "The boat left."]), max_size=6)


@given(SHORT, SHORT)
def test_both_texts_can_be_read_out_of_their_comparison(old, new):
    before, after = paragraphs(*old, "End."), paragraphs(*new, "End.")
    found = compare(before, after)
    assert found.same == before.eq(after)
    gone, come = Counter(), Counter()
    for row in found.rows:
        was = "".join(p.text for p in row.pieces if p.kind != "inserted")
        now = "".join(p.text for p in row.pieces if p.kind != "deleted")
        if row.kind not in {"added", "moved"}:
            gone[was] += 1
        if row.kind not in {"removed", "left"}:
            come[now] += 1
    assert gone == Counter(line.text for line in lines(before))
    assert come == Counter(line.text for line in lines(after))


@given(DOCUMENT, DOCUMENT)
def test_only_equal_documents_show_no_difference(before, after):
    assert compare(before, after).same == before.eq(after)
    assert compare(before, before).same


@given(SHORT)
def test_nothing_changed_is_no_difference(words):
    found = compare(paragraphs(*words, "End."), paragraphs(*words, "End."))
    assert found.same
    assert {row.kind for row in found.rows} == {"same"}


@given(st.lists(st.integers(0, 4), max_size=12), st.lists(st.integers(0, 4), max_size=12))
def test_what_is_paired_is_equal_and_rises_and_the_gaps_are_the_rest(before, after):
    pairs = same_items(before, after, Effort(10_000))
    assert all(before[i] == after[j] for i, j in pairs)
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(pairs))
    between = gaps(pairs, len(before), len(after))
    assert sum(end - start for start, end, *_ in between) == len(before) - len(pairs)
    assert sum(end - start for *_, start, end in between) == len(after) - len(pairs)
    # As many as there can be: the length of their longest common subsequence.
    longest = [[0] * (len(after) + 1) for _ in range(len(before) + 1)]
    for i, one in enumerate(before):
        for j, other in enumerate(after):
            longest[i + 1][j + 1] = (
                longest[i][j] + 1 if one == other else max(longest[i][j + 1], longest[i + 1][j])
            )
    assert len(pairs) == longest[-1][-1]
