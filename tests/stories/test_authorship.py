"""Who wrote each passage, however it was edited since."""

from hypothesis import given
from prosemirror.transform import Transform

from newsroom.db import db
from newsroom.stories import document, history_authors
from newsroom.stories.authorship import EARLIER, Authorship, shares
from newsroom.stories.models import Story
from newsroom.stories.restoring import steps_to
from tests.stories.any_document import DOCUMENT
from tests.stories.samples import block, place, story

MIRA, TOMAS, LENA = 1, 2, 3


def followed(first, *changes):
    """Changes of (author, what makes a Transform of the document) on a document that Mira began."""
    authorship, node = Authorship(first, MIRA), first
    for author, make in changes:
        made = make(node)
        for step in made.steps:
            authorship.follow(step, author)
        node = made.doc
    return authorship.blocks(node)


def said(blocks, kind="paragraph"):
    return [[(p.text, p.author) for p in one.passages] for one in blocks if one.kind == kind]


def type_behind(after, words):
    return lambda node: Transform(node).insert(
        place(node, after) + len(after), document.SCHEMA.text(words)
    )


def test_words_typed_in_between_are_their_writers_and_the_rest_stays():
    blocks = followed(story(), (TOMAS, type_behind("last ", "and only ")))
    assert said(blocks) == [
        [("The last ", MIRA), ("and only ", TOMAS), ("boat left at noon.", MIRA)]
    ]


def test_a_paragraph_cut_in_two_stays_whose_it_was():
    blocks = followed(story(), (TOMAS, lambda node: Transform(node).split(place(node, "boat"))))
    assert said(blocks) == [[("The last ", MIRA)], [("boat left at noon.", MIRA)]]


def test_setting_words_in_bold_does_not_make_them_ones_own():
    def embolden(node):
        at = place(node, "boat")
        return Transform(node).add_mark(at, at + 4, document.SCHEMA.mark("strong"))

    assert said(followed(story(), (TOMAS, embolden))) == [[("The last boat left at noon.", MIRA)]]


def test_a_character_of_two_units_is_one_persons():
    first = story(block("paragraph", "A 🚢 came."))
    blocks = followed(
        first,
        (TOMAS, lambda n: Transform(n).insert(place(n, "A 🚢 c") + 4, document.SCHEMA.text("🛟"))),
    )
    assert said(blocks) == [[("A 🚢", MIRA), ("🛟", TOMAS), (" came.", MIRA)]]


def test_the_shares_are_of_all_characters():
    first = story(block("paragraph", "x" * 50), headline="", byline="", dateline="")
    blocks = followed(first, (TOMAS, type_behind("x" * 50, "y" * 150)))
    assert shares(blocks) == [(TOMAS, 75), (MIRA, 25)]
    assert shares([]) == []


def take_out(words):
    return lambda node: Transform(node).delete(place(node, words), place(node, words) + len(words))


def test_words_that_another_moves_stay_their_writers():
    first = story(block("paragraph", "The last boat left."), block("paragraph", "Nobody hurt."))
    blocks = followed(
        first, (TOMAS, take_out("last boat ")), (TOMAS, type_behind("Nobody ", "last  boat"))
    )
    assert said(blocks) == [[("The left.", MIRA)], [("Nobody last  boathurt.", MIRA)]]


def test_words_that_another_brings_back_with_some_of_their_own_stay_their_writers():
    sentence = "The harbour master said so himself."
    first = story(block("paragraph", f"Rain. {sentence}"))
    blocks = followed(
        first, (TOMAS, take_out(sentence)), (LENA, type_behind("Rain. ", f"Later: {sentence} 🚢"))
    )
    assert said(blocks) == [[("Rain. ", MIRA), ("Later: ", LENA), (sentence, MIRA), (" 🚢", LENA)]]


def test_part_of_what_was_taken_out_is_known_again_when_it_is_long():
    first = story(block("paragraph", "Rain. The harbour master said so, and left."))
    blocks = followed(
        first,
        (TOMAS, take_out("The harbour master said so, and left")),
        (TOMAS, type_behind("Rain. ", "The harbour master said so")),
    )
    assert said(blocks) == [[("Rain. The harbour master said so.", MIRA)]]


def test_a_short_word_typed_again_by_another_is_theirs():
    blocks = followed(story(), (TOMAS, take_out("at")), (LENA, type_behind("last ", "at")))
    assert said(blocks) == [[("The last ", MIRA), ("at", LENA), ("bo left at noon.", MIRA)]]


@given(DOCUMENT, DOCUMENT, DOCUMENT)
def test_every_character_has_the_author_of_one_of_the_steps(first, second, third):
    authorship = Authorship(first, MIRA)
    for author, before, after in ((TOMAS, first, second), (LENA, second, third)):
        for step in steps_to(before, after):
            authorship.follow(step, author)
    assert len(authorship.owners) == third.content.size
    blocks = authorship.blocks(third)
    assert "".join(p.text for one in blocks for p in one.passages) == third.text_content
    assert {p.author for one in blocks for p in one.passages} <= {MIRA, TOMAS, LENA}


def test_the_page_names_each_writer_with_their_share(newsroom, browser):
    newsroom.type(newsroom.tomas, " sharp, in the rain and against the wind")
    browser.sign_in("mira")
    page = browser.get(f"/stories/{newsroom.story}/history/1/authors")
    assert "followed from its beginning" in page
    assert ' title="Tomas"> sharp, in the rain and against the wind</span>' in page.answer.text
    assert "Jonas 6" in page
    assert "Tomas 3" in page
    browser.get(f"/stories/{newsroom.story}/history/2/authors", 404)


def test_a_long_history_is_followed_from_a_snapshot_that_the_page_names(
    newsroom, browser, monkeypatch
):
    monkeypatch.setattr(history_authors, "FOLLOWED", 60)
    for number in range(125):
        newsroom.type(newsroom.tomas if number > 110 else newsroom.lena, f"{number % 10}")
    with newsroom.app.app_context():
        row = db.session.get(Story, newsroom.story)
        found = history_authors.written(row, 125)
        assert found.since == 100
        assert {one.author for one in found.writers} == {
            EARLIER,
            newsroom.lena.id,
            newsroom.tomas.id,
        }
        assert history_authors.written(row, 40).since == 0
        assert history_authors.written(row, 125, since=110).since == 100
        assert history_authors.written(row, 125, since=20).since == 100
    browser.sign_in("mira")
    page = browser.get(f"/stories/{newsroom.story}/history/125/authors")
    assert "followed from version 100" in page
    assert "Written before version 100" in page
