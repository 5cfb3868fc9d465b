"""Words and figures are dragged: they move once, where they fit, by who may change them."""

import pytest
from playwright.sync_api import expect

from newsroom.accounts.queries import desk as desk_of
from newsroom.db import db
from newsroom.stories import document, documents
from newsroom.stories.models import Story, StorySnapshot
from tests.frontend.story_page import opened, saved
from tests.stories.samples import block, figure, story, text

pytestmark = [pytest.mark.journey, pytest.mark.in_page]

# High enough that nothing has to be scrolled to.
SCREEN = {"width": 1440, "height": 1600}

ONE = 'paragraph("One ", strong("bold"), " and plain.")'
TWO = 'paragraph("Second comes here.")'
FIGURE = 'figure("The port at dawn.")'
LAST = 'paragraph("Third closes it.")'
BODY = [ONE, TWO, FIGURE, LAST]
HEADLINE = 'headline("Ferry service halted by storm")'


@pytest.fixture
def newsroom(newsroom):
    """Its story has a figure among three paragraphs."""
    first = {
        "type": "paragraph",
        "content": [text("One "), text("bold", {"type": "strong"}), text(" and plain.")],
    }
    body = (
        first,
        block("paragraph", "Second comes here."),
        figure("The port at dawn.", alt="Boats in a row", creator="Avi Stone"),
        block("paragraph", "Third closes it."),
    )
    with newsroom.change():
        row = db.session.get(StorySnapshot, (newsroom.story, 0))
        row.document = document.write(story(*body))
        db.session.get(Story, newsroom.story).figures = 1
    newsroom.app.extensions.pop("story_documents", None)
    return newsroom


def to_drag_in(person, address):
    page = opened(person, address)
    page.set_viewport_size(SCREEN)
    return page


def point(page, words, *, after=False):
    """Where these words begin on the screen, or where they end."""
    return page.evaluate(
        """([words, after]) => {
          const { view } = newsroomEditor;
          let at = null;
          view.state.doc.descendants((node, position) => {
            const index = node.isText ? node.text.indexOf(words) : -1;
            if (index >= 0) at ??= position + index + (after ? words.length : 0);
          });
          const { left, top, bottom } = view.coordsAtPos(at, after ? -1 : 1);
          return [left, (top + bottom) / 2];
        }""",
        [words, after],
    )


def choose(page, first, last=None):
    """By pointer from the first of these words to the last, until the editor knows."""
    x, y = point(page, first)
    page.mouse.move(x + 0.5, y)
    page.mouse.down()
    page.mouse.move(*point(page, last or first, after=True), steps=4)
    page.mouse.up()
    page.wait_for_function(
        "([first, last]) => { const { from, to } = newsroomEditor.view.state.selection;"
        " const chosen = newsroomEditor.view.state.doc.textBetween(from, to, '|');"
        " return chosen.startsWith(first) && chosen.endsWith(last); }",
        arg=[first, last or first],
    )


def grab(page, x, y):
    """Until the browser has begun to drag."""
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 8, y + 4)
    page.wait_for_function("() => newsroomEditor.view.dragging !== null")


def grab_words(page, words):
    x, y = point(page, words)
    grab(page, x + 4, y)


def grab_figure(page):
    box = page.locator(".figure-edit__picture").bounding_box()
    grab(page, box["x"] + 60, box["y"] + 40)


def let_go(page, x, y):
    page.mouse.move(x, y, steps=3)
    page.mouse.up()
    page.wait_for_function("() => newsroomEditor.view.dragging === null")


def blocks(page):
    return page.evaluate("newsroomEditor.view.state.doc.content.content.map(String)")


def body(page):
    return blocks(page)[4:-1]


def body_on_server(newsroom):
    with newsroom.app.app_context():
        row = db.session.get(Story, newsroom.story)
        node = documents.at(row.id, row.version)
        return [str(node.child(index)) for index in range(4, node.child_count - 1)]


def undo(page):
    page.keyboard.press("ControlOrMeta+z")


def test_words_move_to_another_paragraph_once_with_their_marks_and_back_by_one_undo(
    jonas, address, newsroom
):
    page = to_drag_in(jonas, address)
    choose(page, "bold", " and")
    grab_words(page, "bold")
    let_go(page, *point(page, "comes"))
    moved = [
        'paragraph("One  plain.")',
        'paragraph("Second ", strong("bold"), " andcomes here.")',
        FIGURE,
        LAST,
    ]
    assert body(page) == moved
    saved(page)
    assert body_on_server(newsroom) == moved
    undo(page)
    assert body(page) == BODY
    saved(page)
    assert body_on_server(newsroom) == BODY


def test_paragraphs_move_together(jonas, address):
    page = to_drag_in(jonas, address)
    choose(page, "One", "comes")
    grab_words(page, "bold")
    let_go(page, *point(page, "closes"))
    assert body(page) == [
        'paragraph(" here.")',
        FIGURE,
        ONE.replace("One", "Third One"),
        'paragraph("Second comescloses it.")',
    ]
    undo(page)
    assert body(page) == BODY


def test_words_let_go_over_themselves_make_no_step(jonas, address):
    page = to_drag_in(jonas, address)
    choose(page, "bold", " and")
    grab_words(page, "bold")
    let_go(page, *point(page, " and"))
    assert body(page) == BODY
    assert page.evaluate("[newsroomEditor.unsent(), newsroomEditor.version()]") == [False, 0]


def test_a_line_takes_plain_words(jonas, address):
    page = to_drag_in(jonas, address)
    choose(page, "bold", " and")
    grab_words(page, "bold")
    let_go(page, *point(page, "service"))
    assert blocks(page)[0] == 'headline("Ferry bold andservice halted by storm")'
    undo(page)
    choose(page, "One", "comes")
    grab_words(page, "bold")
    let_go(page, *point(page, "PORT"))
    assert blocks(page)[3:5] == [
        'dateline("One bold and plain. Second comesPORT ELLEN")',
        'paragraph(" here.")',
    ]
    undo(page)
    assert body(page) == BODY


def test_a_caption_takes_words_and_stays_the_caption_of_its_figure(jonas, address):
    page = to_drag_in(jonas, address)
    choose(page, "bold", " and")
    grab_words(page, "bold")
    let_go(page, *point(page, "dawn"))
    assert body(page)[2] == 'figure("The port at ", strong("bold"), " anddawn.")'
    undo(page)
    choose(page, "One", "comes")
    grab_words(page, "bold")
    let_go(page, *point(page, "dawn"))
    assert body(page) == [
        'paragraph(" here.")',
        'figure("The port at One bold and plain. Second comesdawn.")',
        LAST,
    ]
    expect(page.get_by_label("Alt text")).to_have_value("Boats in a row")


def test_words_of_a_caption_are_chosen_by_pointer_and_dragged_out_of_it(jonas, address):
    page = to_drag_in(jonas, address)
    page.mouse.move(*point(page, "The port"))
    page.mouse.down()
    # Where a press made it so, one browser would lift the whole figure.
    assert page.locator(".figure-edit").evaluate("figure => figure.draggable") is False
    page.mouse.up()
    choose(page, "The port")
    grab_words(page, "The port")
    let_go(page, *point(page, "closes"))
    assert body(page) == [ONE, TWO, 'figure(" at dawn.")', 'paragraph("Third The portcloses it.")']


def test_a_figure_is_dragged_among_the_paragraphs_by_its_picture(jonas, address, newsroom):
    page = to_drag_in(jonas, address)
    grab_figure(page)
    let_go(page, *point(page, "One"))
    assert body(page) == [FIGURE, ONE, TWO, LAST]
    saved(page)
    assert body_on_server(newsroom) == [FIGURE, ONE, TWO, LAST]
    expect(page.get_by_label("Alt text")).to_have_value("Boats in a row")
    expect(page.get_by_label("Creator")).to_have_value("Avi Stone")
    undo(page)
    assert body(page) == BODY
    grab_figure(page)
    let_go(page, *point(page, "closes", after=True))
    assert body(page) == [ONE, TWO, LAST, FIGURE]


@pytest.mark.parametrize("words", ["service", "By Mira", "at dawn"])
def test_a_figure_that_fits_nowhere_there_stays(jonas, address, words):
    page = to_drag_in(jonas, address)
    grab_figure(page)
    let_go(page, *point(page, words))
    assert [*blocks(page)[:1], *body(page)] == [HEADLINE, *BODY]
    assert page.evaluate("[newsroomEditor.unsent(), newsroomEditor.version()]") == [False, 0]


def test_what_is_let_go_over_the_facts_of_a_figure_goes_beside_it(jonas, address):
    page = to_drag_in(jonas, address)
    choose(page, "closes")
    grab_words(page, "closes")
    box = page.get_by_label("Alt text").bounding_box()
    let_go(page, box["x"] + 20, box["y"] + 10)
    expect(page.get_by_label("Alt text")).to_have_value("Boats in a row")
    assert "".join(body(page)).count("closes") == 1


def test_a_figure_moves_without_a_pointer(jonas, address):
    page = to_drag_in(jonas, address)
    page.get_by_role("button", name="Move up").press("Enter")
    assert body(page) == [ONE, FIGURE, TWO, LAST]
    for _ in range(2):
        page.keyboard.press("Enter")
    assert body(page) == [FIGURE, ONE, TWO, LAST]
    page.get_by_role("button", name="Move down").press("Enter")
    for _ in range(3):
        page.keyboard.press("Enter")
    assert body(page) == [ONE, TWO, LAST, FIGURE]
    expect(page.get_by_label("Alt text")).to_have_value("Boats in a row")


def test_what_others_write_in_the_words_while_they_are_dragged_moves_with_them(
    jonas, address, newsroom
):
    page = to_drag_in(jonas, address)
    choose(page, "bold", " and")
    grab_words(page, "bold")
    newsroom.type(newsroom.lena, " (and brave)", after="bold")
    expect(page.locator("#editor")).to_contain_text("(and brave)")
    let_go(page, *point(page, "comes"))
    saved(page)
    assert body_on_server(newsroom)[:2] == [
        'paragraph("One  plain.")',
        'paragraph("Second ", strong("bold"), " (and brave) andcomes here.")',
    ]


def test_words_that_others_take_out_while_they_are_dragged_are_gone(jonas, address, newsroom):
    page = to_drag_in(jonas, address)
    choose(page, "comes")
    grab_words(page, "comes")
    newsroom.erase(newsroom.lena, "comes")
    expect(page.locator("#editor")).not_to_contain_text("comes")
    let_go(page, *point(page, "plain"))
    assert body(page) == [ONE, 'paragraph("Second  here.")', FIGURE, LAST]


def test_a_figure_whose_caption_others_write_while_it_is_dragged_moves_with_it(
    jonas, address, newsroom
):
    page = to_drag_in(jonas, address)
    choose(page, "Second")
    grab_figure(page)
    newsroom.type(newsroom.lena, " early", after="at dawn")
    expect(page.locator("#editor")).to_contain_text("at dawn early.")
    let_go(page, *point(page, "One"))
    saved(page)
    assert body_on_server(newsroom) == ['figure("The port at dawn early.")', ONE, TWO, LAST]


def test_the_photo_desk_drags_figures_and_no_copy(at_browser, address, newsroom):
    page = to_drag_in(at_browser("pavel"), address)
    choose(page, "bold", " and")
    grab_words(page, "bold")
    let_go(page, *point(page, "comes"))
    assert body(page) == BODY
    grab_figure(page)
    let_go(page, *point(page, "One"))
    saved(page)
    assert body_on_server(newsroom) == [FIGURE, ONE, TWO, LAST]


def test_who_only_reads_drags_nothing(at_browser, address, newsroom):
    page = to_drag_in(at_browser("ada"), address)
    page.mouse.move(*point(page, "bold"))
    page.mouse.dblclick(*point(page, "bold"))
    x, y = point(page, "bold")
    page.mouse.move(x + 4, y)
    page.mouse.down()
    page.mouse.move(*point(page, "comes"), steps=4)
    page.mouse.up()
    assert body(page) == BODY
    expect(page.get_by_role("button", name="Move up")).to_be_hidden()
    assert page.locator(".figure-edit__picture").evaluate("box => box.draggable") is False
    assert body_on_server(newsroom) == BODY


def test_who_suggests_drags_words_as_a_suggestion_and_no_figure(jonas, address, newsroom):
    newsroom.move(newsroom.jonas, "file")
    page = to_drag_in(jonas, address)
    choose(page, "Second")
    grab_words(page, "Second")
    let_go(page, *point(page, "closes"))
    assert body(page) == [
        ONE,
        'paragraph(deletion("Second"), " comes here.")',
        FIGURE,
        'paragraph("Third ", insertion("Second"), "closes it.")',
    ]
    saved(page)
    expect(page.locator(".figure-edit__picture")).to_have_attribute("draggable", "false")


def test_a_figure_is_moved_and_not_suggested(tomas, address, newsroom):
    with newsroom.change():
        desk_of(db.session.get(Story, newsroom.story).desk_id).editors_suggest = True
    newsroom.move(newsroom.jonas, "file")
    page = to_drag_in(tomas, address)
    expect(page.get_by_role("button", name="Suggest")).to_have_attribute("aria-pressed", "true")
    grab_figure(page)
    let_go(page, *point(page, "One"))
    assert body(page) == [FIGURE, ONE, TWO, LAST]
    page.get_by_role("button", name="Move down").click()
    assert body(page) == [ONE, FIGURE, TWO, LAST]
