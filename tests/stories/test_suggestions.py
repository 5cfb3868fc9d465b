"""Suggestions in a document: marks, the copy as it stands without them, and what they list."""

import pytest

from newsroom.errors import Invalid
from newsroom.publishing.blocks import block as printed
from newsroom.stories import document, passages, reading, suggestions
from newsroom.stories.summary import summarise
from tests.stories.samples import block, figure, place, story, text

MIRA, JONAS = 7, 8


def mark(kind, author=MIRA, name="a1"):
    return {
        "type": kind,
        "attrs": {"id": name, "author": author, "at": 1_790_000_000_000},
    }


def paragraph(*texts):
    return {"type": "paragraph", "content": list(texts)}


def suggested(kind, words, author=MIRA, name="a1"):
    return text(words, mark(kind, author, name))


RETYPED = paragraph(
    text("The "),
    suggested("deletion", "last"),
    suggested("insertion", "only"),
    text(" boat left at noon."),
)


def test_the_copy_as_it_stands_has_what_is_struck_and_not_what_is_put_in():
    document = story(RETYPED)
    assert suggestions.standing(document).eq(story(paragraph(text("The last boat left at noon."))))


def test_without_a_suggestion_it_is_the_very_document():
    document = story()
    assert suggestions.standing(document) is document


def test_a_suggested_paragraph_is_no_part_of_the_copy():
    new = {**block("paragraph", "It carried 40."), "marks": [mark("insertion")]}
    gone = {**block("paragraph", "Nobody was hurt."), "marks": [mark("deletion")]}
    made = suggestions.standing(story(block("paragraph", "One."), new, gone))
    assert made.eq(story(block("paragraph", "One."), block("paragraph", "Nobody was hurt.")))


def test_where_the_whole_body_is_suggested_an_empty_story_stands():
    new = {**block("paragraph", "It carried 40."), "marks": [mark("insertion")]}
    assert suggestions.standing(story(new)).eq(story(block("paragraph")))


def test_a_list_whose_only_item_is_suggested_does_not_stand():
    item = {"type": "list_item", "content": [block("paragraph", "One.")]}
    listing = {"type": "bullet_list", "content": [{**item, "marks": [mark("insertion")]}]}
    made = suggestions.standing(story(block("paragraph", "One."), listing))
    assert made.eq(story(block("paragraph", "One.")))


def test_each_suggestion_is_listed_once_with_its_words():
    [one, other] = suggestions.listed(
        story(RETYPED, figure("A pier."), paragraph(suggested("insertion", "Two.", JONAS, "b2")))
    )
    assert (one.id, one.author, one.deleted_words, one.inserted_words) == (
        "a1",
        MIRA,
        "last",
        "only",
    )
    assert (other.author, other.inserted_words, other.in_caption) == (JONAS, "Two.", False)


def test_a_suggestion_in_a_caption_says_so():
    caption = {**figure("A pier."), "content": [suggested("insertion", "A pier.")]}
    [one] = suggestions.listed(story(caption))
    assert one.in_caption


def test_the_checks_read_the_copy_as_it_stands_and_know_its_places():
    made = story(RETYPED)
    [found] = [one for one in passages.blocks(made) if one.kind == "paragraph"]
    assert found.text == "The last boat left at noon."
    begin, end = found.text.index("boat"), found.text.index(" left")
    assert found.begin(begin) == place(made, "boat")
    assert made.text_between(found.begin(begin), found.end(end)) == "boat"
    last = found.text.index("last")
    assert made.text_between(found.begin(last), found.end(last + 4)) == "last"


def test_words_only_suggested_are_not_counted():
    assert summarise(story(RETYPED)).words == 6
    assert summarise(story(RETYPED)).words == summarise(suggestions.standing(story(RETYPED))).words


def test_reading_shows_both_and_print_neither():
    made = story(RETYPED)
    assert '<del class="mark-deletion">last</del><ins class="mark-insertion">only</ins>' in str(
        reading.html(made)
    )
    assert "only" not in str(printed(suggestions.standing(made).child(4)))


@pytest.mark.parametrize(
    "facts",
    [
        {"id": "a b"},
        {"id": ""},
        {"id": "x" * 41},
        {"author": 0},
        {"author": 1.5},
        {"at": 0},
        {"at": 10**18},
    ],
)
def test_a_suggestion_that_does_not_name_its_author_and_time_is_refused(facts):
    bad = mark("insertion")
    bad["attrs"] |= facts
    with pytest.raises(Invalid, match="names its author"):
        document.refuse_bad_values(story(paragraph(text("One.", bad))), set)


@pytest.mark.parametrize("kind", ["headline", "figure"])
def test_a_line_or_a_figure_is_never_itself_a_suggestion(kind):
    made = story(block("paragraph", "One."), figure("A pier."))
    blocks = list(made.children)
    at = next(i for i, one in enumerate(blocks) if one.type.name == kind)
    marks = [document.SCHEMA.mark("insertion", mark("insertion")["attrs"])]
    blocks[at] = blocks[at].mark(marks)
    with pytest.raises(Invalid, match="is no suggestion"):
        document.refuse_bad_values(made.copy(type(made.content).from_array(blocks)), set)
