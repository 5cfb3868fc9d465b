"""A document takes the browser's steps, and nothing that a story cannot hold."""

from gc import collect
from weakref import ref

import pytest
from prosemirror.transform import Step

from newsroom.errors import Invalid
from newsroom.stories import document
from tests.stories.samples import block, erased, figure, place, story, typed


def no_photos(ids):
    return set()


def every_photo(ids):
    return set(ids)


def made(before, *changes):
    return document.apply(before, document.read_steps(list(changes)), every_photo).document


def replace(start, end, words=None, **more):
    step = {"stepType": "replace", "from": start, "to": end, **more}
    if words is not None:
        step["slice"] = {"content": [{"type": "text", "text": words}]}
    return step


def test_typing_changes_the_words_and_nothing_else():
    before = story()
    after = made(before, *typed(before, "at noon", " sharp"))
    assert "left at noon sharp." in document.write(after)
    assert after.child(0) is before.child(0)


def test_a_document_written_and_read_is_the_same_bytes():
    before = story(block("paragraph", "Jürgen said “no” 🚢."), figure("The pier.", photo=3))
    assert document.write(document.read(document.write(before))) == document.write(before)


@pytest.mark.parametrize(
    "broken",
    [
        "not json",
        "[]",
        {"type": "doc"},
        {"type": "doc", "content": [{"type": "script"}]},
        {"type": "doc", "content": [block("paragraph", "No headline stands before it.")]},
        {"type": "doc", "content": None},
        {"type": "doc", "content": [{"type": "text", "text": ""}]},
    ],
)
def test_what_is_not_a_story_is_refused_with_a_sentence(broken):
    with pytest.raises(Invalid, match="not a story"):
        document.read(broken)


@pytest.mark.parametrize(
    "hostile",
    [
        "nothing",
        [{"stepType": "explode"}],
        [{"stepType": "replace", "from": 0}],
        [{"stepType": "replace", "from": -4, "to": 90_000}],
        [{"stepType": "replace", "from": 1, "to": 1, "slice": {"content": [{"type": "video"}]}}],
        [{"stepType": "markSet", "steps": [{"stepType": "replace", "from": 1, "to": 2}]}],
        [{"stepType": "replaceAround", "from": 1, "to": 2, "gapFrom": 9, "gapTo": 1, "insert": 0}],
        [None],
        [{}],
    ],
)
def test_steps_that_cannot_be_read_or_made_are_refused(hostile):
    with pytest.raises(Invalid):
        made(story(), *hostile) if isinstance(hostile, list) else document.read_steps(hostile)


def test_a_step_that_would_put_a_paragraph_before_the_headline_is_refused():
    step = {
        "stepType": "replace",
        "from": 0,
        "to": 0,
        "slice": {"content": [block("paragraph", "First!")]},
    }
    with pytest.raises(Invalid, match=r"form of a story|does not fit"):
        made(story(), step)


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:x",
        "java\nscript:x",
        "data:text/html,x",
        "//evil",
        "http:",
        "",
    ],
)
def test_a_link_must_be_http_or_mail(href):
    before = story()
    at = place(before, "last")
    step = {"stepType": "addMark", "from": at, "to": at + 4}
    with pytest.raises(Invalid, match="A link starts with"):
        made(before, {**step, "mark": {"type": "link", "attrs": {"href": href}}})
    good = {"type": "link", "attrs": {"href": "https://example.org/ferry"}}
    assert "example.org/ferry" in document.write(made(before, {**step, "mark": good}))


@pytest.mark.parametrize("bad", ["\x00", "\x1b", "\ud83d", "\ufffe"])
def test_characters_that_cannot_be_printed_are_refused(bad):
    before = story()
    with pytest.raises(Invalid, match="cannot be printed"):
        made(before, replace(place(before, "last"), place(before, "last"), f"a{bad}b"))


def test_half_of_an_emoji_may_be_replaced_as_browsers_do():
    before = story(block("paragraph", "Boat 🚢 here"))
    at = place(before, "🚢") + 1  # the browser replaces only the unit that differs
    low = "🚣".encode("utf-16-le")[2:].decode("utf-16-le", "surrogatepass")
    after = made(before, replace(at, at + 1, low))
    assert "Boat 🚣 here" in document.write(after)


def test_undoing_a_change_of_marks_is_taken_as_browsers_send_it():
    before = story(block("paragraph", "The last boat left."))
    at = place(before, "last")
    strong = {"stepType": "addMark", "mark": {"type": "strong"}, "from": at, "to": at + 4}
    weak = {**strong, "stepType": "removeMark"}
    assert "strong" in document.write(made(before, {"stepType": "markSet", "steps": [strong]}))
    both = made(before, strong, {"stepType": "markSet", "steps": [weak]})
    assert document.write(both) == document.write(before)
    step = Step.from_json(document.SCHEMA, {"stepType": "markSet", "steps": [strong]})
    assert step.invert(before).to_json()["steps"][0]["stepType"] == "removeMark"


def test_a_figure_names_a_photo_of_the_library():
    before = story(figure("The pier at dawn."))
    position = before.content.size - before.child(5).node_size - before.child(4).node_size
    step = {"stepType": "attr", "pos": position, "attr": "photo", "value": 7}
    assert '"photo":7' in document.write(made(before, step))
    with pytest.raises(Invalid, match="no photo 7"):
        document.apply(before, document.read_steps([step]), no_photos)


@pytest.mark.parametrize("value", ["7", -1, True, 2**40, [7], {"id": 7}])
def test_a_photo_is_a_number_of_the_library(value):
    before = story(figure("The pier at dawn."))
    position = place(before, "The pier at dawn.") - 1
    with pytest.raises(Invalid, match="number of a photo"):
        made(before, {"stepType": "attr", "pos": position, "attr": "photo", "value": value})


@pytest.mark.parametrize("level", [1, 5, "2", None])
def test_a_heading_has_level_two_to_four(level):
    before = story(block("heading", "On the pier", level=2))
    at = place(before, "On the pier") - 1
    with pytest.raises(Invalid, match="level is 2, 3 or 4"):
        made(before, {"stepType": "attr", "pos": at, "attr": "level", "value": level})


def test_blocks_nested_too_deep_are_refused_before_they_hurt():
    deep = {"type": "paragraph"}
    for _ in range(5_000):
        deep = {"type": "bullet_list", "content": [{"type": "list_item", "content": [deep]}]}
    step = {"stepType": "replace", "from": 1, "to": 1, "slice": {"content": [deep]}}
    with pytest.raises(Invalid, match="too deep"):
        document.read_steps([step])


def test_too_many_steps_or_too_long_a_story_are_refused():
    with pytest.raises(Invalid, match="at most"):
        document.read_steps([{}] * 501)
    before = story()
    at = place(before, "last")
    with pytest.raises(Invalid, match="longer than"):
        made(before, replace(at, at, "x" * 1_000_001))


def test_one_bad_step_among_good_ones_changes_nothing():
    before = story()
    good = typed(before, "at noon", " sharp")
    with pytest.raises(Invalid):
        made(before, *good, replace(1, 90_000))


def test_what_is_erased_and_typed_counts_as_it_was_put_in():
    before = story()
    taken = document.apply(before, document.read_steps(typed(before, "noon", "ish")), no_photos)
    gone = document.apply(before, document.read_steps(erased(before, "noon")), no_photos)
    assert (taken.inserted, gone.inserted) == ((3,), (0,))


def test_documents_of_before_are_let_go():
    now = story()
    first = ref(now)
    for _ in range(3):
        now = made(now, *typed(now, "at noon", "!"))
    collect()
    assert first() is None
