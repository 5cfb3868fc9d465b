"""Where words stand after steps that take them out and put them in elsewhere."""

import json
from pathlib import Path

import pytest
from prosemirror.model import Fragment, Node, Slice
from prosemirror.transform import ReplaceStep, Step, Transform

from newsroom.stories import document
from newsroom.stories.anchors import Anchor, Trail
from tests.stories.samples import block, figure, place, story

CASES = json.loads(
    (Path(__file__).parents[1] / "samples" / "moved_words.json").read_text(encoding="utf-8")
)
"""Edits made by chance, and where the words stand after them; the editor is held to the same."""

ONE = "The last boat left at noon, the harbour master said."
TWO = "Second thoughts came late."
FERRY = story(block("paragraph", ONE), block("paragraph", TWO), figure("The port at dawn."))


MOVED = {"id": "a move", "author": 7, "at": 0}


def marked(node: Node, kind: str) -> list[tuple[int, int]]:
    found = []

    def look(child: Node, position: int, *_: object) -> bool:
        if any(mark.type.name == kind for mark in child.marks):
            found.append((position, position + child.node_size))
        return True

    node.descendants(look)
    return found


class Desk:
    """Somebody at a story, and the words whose place is followed there."""

    def __init__(self, about: str, document: Node = FERRY) -> None:
        self.change, self.about = Transform(document), about
        start = place(document, about)
        self.anchor, self.led = Anchor(start, start + len(about.encode("utf-16-le")) // 2), 0

    def cut(self, words: str) -> Slice:
        start, end = self.at(words), self.behind(words)
        cut = self.change.doc.slice(start, end)
        self.change.delete(start, end)
        return cut

    def paste(self, piece: Slice, behind: str) -> None:
        at = self.behind(behind)
        self.change.replace(at, at, piece)

    def type(self, words: str, behind: str) -> None:
        for count, letter in enumerate(words):
            self.change.insert(self.behind(behind) + count, FERRY.type.schema.text(letter))

    def erase(self, words: str) -> None:
        """Letter by letter, from the last."""
        start = self.at(words)
        for at in range(start + len(words), start, -1):
            self.change.delete(at - 1, at)

    def undo(self, count: int) -> None:
        done = len(self.change.steps)
        for number in range(done - 1, done - 1 - count, -1):
            self.change.step(self.change.steps[number].invert(self.change.docs[number]))

    def suggest(self, words: str, behind: str) -> None:
        """To move them there: put in as a suggestion, and struck where they stand."""
        start, to, schema = self.at(words), self.behind(behind), FERRY.type.schema
        inserted, deleted = (schema.mark(kind, MOVED) for kind in ("insertion", "deletion"))
        self.change.insert(to, schema.text(words, [inserted]))
        start += len(words) if to <= start else 0
        self.change.add_mark(start, start + len(words), deleted)

    def decide(self, leaves: str) -> None:
        """As the editor does: first what leaves goes, then the marks of what stays."""
        change = self.change
        for start, end in reversed(marked(change.doc, leaves)):
            change.delete(start, end)
        for kind in ("insertion", "deletion"):
            for start, end in marked(change.doc, kind):
                change.remove_mark(start, end, FERRY.type.schema.marks[kind])

    def at(self, words: str) -> int:
        return place(self.change.doc, words)

    def behind(self, words: str) -> int:
        return self.at(words) + len(words)

    def look(self) -> str | None:
        """The words where they stand by now; None while they are out."""
        stages = [*self.change.docs, self.change.doc]
        steps = self.change.steps[self.led :]
        trail = Trail(self.led, steps, lambda version: stages[version])
        self.anchor = trail.lead(self.anchor, self.led, self.about)
        self.led = len(self.change.steps)
        if self.anchor.deleted:
            return None
        return self.change.doc.text_between(self.anchor.start, self.anchor.end, "|")


def test_words_that_are_dragged_are_followed():
    desk = Desk("boat")
    desk.paste(desk.cut("last boat left"), behind="Second")
    assert desk.look() == "boat"
    assert desk.anchor.start == desk.at("boat") > desk.at("Second")


@pytest.mark.parametrize("words", ["boat", "at", "The", ONE])
def test_words_that_are_dragged_by_themselves_are_followed_however_short(words):
    desk = Desk(words)
    desk.paste(desk.cut(words), behind="late")
    assert desk.look() == words
    assert desk.anchor.start == desk.behind("late")


def test_a_block_is_followed_that_is_put_in_before_it_is_taken_out():
    desk = Desk("port at dawn")
    at = desk.at("The port") - 1
    moved = desk.change.doc.node_at(at)
    to = desk.at("The last") - 1
    desk.change.insert(to, moved).delete(at + moved.node_size, at + 2 * moved.node_size)
    assert desk.look() == "port at dawn"
    assert desk.anchor.start < desk.at("The last")
    desk.undo(2)
    assert desk.look() == "port at dawn"
    assert desk.anchor.start > desk.at("Second")


def test_words_over_two_paragraphs_are_followed_into_another_place():
    desk = Desk("master said.")
    desk.anchor = Anchor(desk.anchor.start, desk.behind("Second"))
    cut = desk.change.doc.slice(desk.at("harbour"), desk.behind("thoughts"))
    desk.change.delete(desk.at("harbour"), desk.behind("thoughts"))
    desk.paste(cut, behind="port")
    assert desk.look() == "master said.|Second"


def test_words_cut_and_pasted_after_other_edits_get_their_place_again():
    desk = Desk("boat")
    cut = desk.cut("last boat left")
    assert desk.look() is None
    desk.type("!", behind="Second")
    assert desk.look() is None
    desk.type("?", behind="The ")
    desk.paste(cut, behind="late")
    assert desk.look() == "boat"


def test_words_that_were_taken_out_come_back_once_and_to_the_first_place():
    desk = Desk("last boat left")
    cut = desk.cut("last boat left")
    desk.paste(cut, behind="late")
    desk.paste(cut, behind="Second")
    assert desk.look() == "last boat left"
    assert desk.anchor.start == desk.behind("late")


def test_a_copy_pasted_elsewhere_takes_nothing_along():
    desk = Desk("last boat left")
    before = desk.anchor
    desk.paste(desk.change.doc.slice(desk.at("last"), desk.behind("left")), behind="late")
    desk.look()
    assert desk.anchor == before


def test_undoing_brings_words_back_as_it_took_them_out():
    desk = Desk("boat")
    desk.cut("The last boat left")
    assert desk.look() is None
    desk.undo(1)
    assert desk.look() == "boat"


@pytest.mark.parametrize("erased", ["boat", "last boat left", "The last boat"])
def test_undoing_letter_by_letter_brings_words_back(erased):
    desk = Desk("boat")
    desk.erase(erased)
    assert desk.look() is None
    desk.undo(len(erased))
    assert desk.look() == "boat"


def test_in_how_many_stages_steps_are_followed_makes_no_difference():
    one, many = Desk("boat"), Desk("boat")
    for desk, look in ((one, bool), (many, many.look)):
        cut = desk.cut("last boat left")
        look()
        desk.type("bo", behind="The ")
        look()
        desk.paste(cut, behind="late")
    assert one.look() == many.look() == "boat"
    assert one.anchor == many.anchor


def test_a_short_word_is_not_met_again_by_chance():
    desk = Desk("the")
    desk.cut("the")
    desk.type("!", behind="Second")
    desk.change.insert(desk.behind("late"), FERRY.type.schema.text("the"))
    assert desk.look() is None


def test_a_word_is_not_met_again_inside_other_words():
    desk = Desk("boat")
    desk.cut("boat")
    desk.type("!", behind="Second")
    desk.change.insert(desk.behind("late"), FERRY.type.schema.text(" for a steamboat"))
    assert desk.look() is None


def test_words_that_wore_away_are_known_by_what_they_were_at_first():
    desk = Desk("last boat left")
    desk.erase("last boat left")
    desk.type("l", behind="Second")
    assert desk.look() is None
    desk.change.insert(desk.behind("late"), FERRY.type.schema.text("last boat left"))
    assert desk.look() == "last boat left"


def test_words_put_over_by_a_text_that_has_them_too_are_followed():
    desk = Desk("harbour master said")
    at, end = desk.at("left"), desk.behind("said")
    words = FERRY.type.schema.text("sailed, the old harbour master said")
    desk.change.step(ReplaceStep(at, end, Slice(Fragment.from_(words), 0, 0)))
    assert desk.look() == "harbour master said"


@pytest.mark.parametrize(("words", "behind"), [("last boat left", "Second"), ("came late", "The")])
@pytest.mark.parametrize("about", ["{}", "at"])
def test_words_are_followed_where_a_suggestion_moves_them(words, behind, about):
    about = about.format(words)
    about = about if about in words else words[-2:]
    desk = Desk(words)
    start = desk.at(words) + words.index(about)
    desk.anchor, desk.about = Anchor(start, start + len(about)), about
    desk.suggest(words, behind)
    assert desk.look() == about
    struck = desk.anchor
    desk.decide(leaves="deletion")
    assert desk.look() == about
    assert desk.anchor.start == desk.behind(behind) + words.index(about)
    assert desk.anchor != struck


def test_words_of_a_move_that_is_rejected_are_followed_to_where_they_were():
    desk = Desk("boat")
    desk.suggest("last boat left", behind="Second")
    inserted = desk.at("Second") + len("Secondlast ")
    desk.anchor, desk.led = Anchor(inserted, inserted + 4), len(desk.change.steps)
    desk.decide(leaves="insertion")
    assert desk.look() == "boat"
    assert desk.anchor.start == desk.at("boat") < desk.at("Second")


def test_words_struck_by_one_are_not_met_in_what_another_suggests():
    desk = Desk("boat")
    schema = FERRY.type.schema
    struck, other = schema.mark("deletion", MOVED), schema.mark("insertion", {**MOVED, "id": "b"})
    desk.change.insert(desk.behind("Second"), schema.text(" boat", [other]))
    desk.change.add_mark(desk.at("boat"), desk.behind("boat"), struck)
    desk.change.delete(desk.at("boat"), desk.behind("boat"))
    assert desk.look() is None


def test_places_count_in_the_units_of_the_browser():
    ships = story(block("paragraph", "\U0001f6a2 The \U0001f6a2 boat."), block("paragraph", TWO))
    desk = Desk("\U0001f6a2 boat", ships)
    at = place(ships, "\U0001f6a2 The")
    desk.anchor = Anchor(at + 7, at + 14)
    cut = ships.slice(at, at + 14)
    desk.change.delete(at, at + 14)
    desk.paste(cut, behind="Second ")
    assert desk.look() == "\U0001f6a2 boat"


@pytest.mark.parametrize("case", CASES["cases"])
def test_words_stand_where_the_editor_marks_them(case):
    stages = [document.read(CASES["document"])]
    steps = [Step.from_json(document.SCHEMA, one) for one in case["steps"]]
    for step in steps:
        stages.append(step.apply(stages[-1]).doc)
    whole = Trail(0, steps, lambda version: stages[version])
    anchor = Anchor(case["from"], case["to"])
    led = whole.lead(anchor, 0, case["about"])
    assert (None if led.deleted else [led.start, led.end]) == case["stands"]
    for number, step in enumerate(steps):
        one = Trail(number, [step], lambda version: stages[version])
        anchor = one.lead(anchor, number, case["about"])
    assert anchor.deleted == led.deleted
