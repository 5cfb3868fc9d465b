"""A story goes the whole way in real browsers: each gate refuses once, with its sentence, then opens."""

import io
import re

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.frontend.story_page import put_cursor_in
from tests.waiting import eventually

# One newsroom serves the whole journey; on two machines of xdist it would be opened twice.
pytestmark = [pytest.mark.journey, pytest.mark.xdist_group("whole-way"), pytest.mark.timeout(600)]

OWN_TEXT = """Report: Council Weighs a Second Bridge Before Winter

TZFAS
A morning picture shows the old bridge under scaffolding, seen from the upper road on Monday. (Dalia Venn/Coastlight)

The council is in no hurry to build a second bridge, according to a report.

Channel 12 news reported that three plans have been put forward, and that the mayor of Jerusalem was asked for advice.

“Jerusalem has bridges enough to know what they cost,” a senior council source was quoted as saying by the network.

An engineer with knowledge of the plans told The Associated Press that the oldest one could be ready in a year.

Sign in to read on
"""
"""In the manner of the seed story, in words of our own, for a checkout that stands alone."""


@pytest.fixture(params=["seed", "own"])
def pasted(request):
    if request.param == "own":
        return OWN_TEXT, "Dalia Venn/Coastlight"
    seed = request.getfixturevalue("shared") / "seed-story.txt"
    return seed.read_text(encoding="utf-8"), "Avi Roccah/Flash90"


def picture(colour):
    out = io.BytesIO()
    Image.new("RGB", (1600, 1000), colour).save(out, "JPEG", quality=90)
    return out.getvalue()


def panel(page):
    return page.locator("#panel")


def gate(page, title):
    """The card of one move, once the checks have read what is on the page."""
    card = panel(page).locator(
        ".gate__move", has=page.get_by_role("heading", name=title, exact=True)
    )
    expect(card).to_be_visible()
    return card


def read_by_the_checks(page):
    expect(panel(page).get_by_text("The checks are reading")).to_have_count(0, timeout=60_000)


def saved(page):
    expect(page.locator("#save-state")).to_have_text("Saved")


def state(page, word):
    expect(page.locator("#story-state")).to_contain_text(word)


def test_the_whole_way(colleague, pasted, open_newsroom):
    text, credit = pasted
    address = reporter_pastes_and_files(colleague("reporter0"), text)
    editor = colleague("editor0").open(address)
    editor_passes_copy(editor)
    photo_desk_passes_captions(colleague("photo0"), address, credit)
    editor_publishes(editor, address)
    reader_sees(colleague("editor1"), editor, credit)


def reporter_pastes_and_files(reporter, text):
    page = reporter.open("/")
    page.get_by_role("link", name="New from text").click()
    page.get_by_label("Text of the story").fill(text)
    page.get_by_role("button", name="Take it apart").click()
    expect(page.get_by_label("Headline", exact=True)).to_have_value(re.compile(r"^Report: "))
    expect(page.get_by_label(re.compile("Caption of picture 1"))).not_to_be_empty()
    expect(page.get_by_text("Set aside:").first).to_be_visible()
    page.get_by_label("Desk", exact=True).select_option(label="World")
    page.get_by_label("Byline").fill("")
    page.get_by_role("button", name="Make the story").click()
    page.wait_for_url("**/stories/*")
    filing = gate(page, "File story")
    expect(filing.get_by_text("The story has no byline.")).to_be_visible()
    expect(filing.get_by_role("button", name="File story")).to_be_disabled()
    put_cursor_in(page, "byline")
    page.keyboard.type("By Mira Stone")
    saved(page)
    expect(filing.get_by_text("Nothing stands in the way.")).to_be_visible()
    filing.get_by_role("button", name="File story").click()
    state(page, "Edit")
    return page.url.partition("#")[0]


def editor_passes_copy(page):
    read_by_the_checks(page)
    passing = gate(page, "Pass copy")
    expect(passing.get_by_text("House style writes Yerushalayim, not Jerusalem.")).to_be_visible()
    expect(passing.get_by_role("button", name="Pass copy")).to_be_disabled()
    panel(page).get_by_text("Findings", exact=False).first.click()
    expect(panel(page).get_by_text("anonymous").first).to_be_visible()
    panel(page).locator(".finding", has_text="Jerusalem").get_by_role(
        "button", name="Accept"
    ).first.click()
    expect(page.locator("#editor")).to_contain_text(re.compile("Yerushalayim"))
    read_by_the_checks(page)
    panel(page).get_by_role("button", name="Use this credit line").click()
    expect(page.locator("#editor [data-node=credit_line]")).to_contain_text("The Associated Press")
    panel(page).get_by_text("Gate", exact=True).first.click()
    read_by_the_checks(page)
    expect(passing.get_by_text("Nothing stands in the way.")).to_be_visible(timeout=60_000)
    passing.get_by_role("button", name="Pass copy").click()
    state(page, "Photo check")


def photo_desk_passes_captions(photo_desk, address, credit):
    story = address.rpartition("/")[2]
    page = photo_desk.open(f"/captions/{story}/1")
    expect(page.get_by_text("Figure 1 has no photo.").first).to_be_visible()
    expect(page.get_by_role("button", name="Pass captions")).to_be_disabled()
    number = upload(photo_desk)
    page.get_by_role("button", name="Choose a photo").click()
    page.locator(f'[data-photo="{number}"]').click()
    page.get_by_label("Alt text", exact=True).fill("A wide view over roofs under an evening sky.")
    expect(page.get_by_label("Credit line", exact=True)).to_have_value(credit)
    page.get_by_role("button", name="Keep the figure").click()
    expect(page.get_by_text("The figure is kept.")).to_be_visible()
    passing = page.get_by_role("button", name="Pass captions")

    def open_at_last():
        page.reload()
        return passing.is_enabled()

    eventually(open_at_last)
    passing.click()
    expect(page.get_by_text("Captions passed. The story is ready.")).to_be_visible()
    state(photo_desk.open(address), "Ready")


def upload(photo_desk):
    page = photo_desk.open("/photos")
    file = {"name": "roofs.jpg", "mimeType": "image/jpeg", "buffer": picture((90, 70, 120))}
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="Add photos").click()
    page.wait_for_url(re.compile(r"/photos/\d+$"))
    own = page.get_by_role("button", name="Own staff")
    if own.count():  # the same picture sent again is the same photo, whose rights are known
        own.click()
    expect(page.get_by_text("May run today.")).to_be_visible()
    return page.url.rpartition("/")[2]


def editor_publishes(page, address):
    """An edit of text after the pass lapses it: the gate says who, and opens when it is given again."""
    page.goto(address)
    page.get_by_role("textbox", name="The story").wait_for()
    # The desk's editors begin by suggesting; what this one writes is to stand.
    page.get_by_role("button", name="Suggest", exact=True).click()
    put_cursor_in(page, "standfirst")
    page.keyboard.type("What is known, and who says so.")
    saved(page)
    publishing = gate(page, "Publish")
    lapsed = re.compile(r"Copy approval of version \d+ lapsed: Tomas Lind changed the text")
    expect(publishing.get_by_text(lapsed)).to_be_visible(timeout=30_000)
    expect(publishing.get_by_role("button", name="Publish")).to_be_disabled()
    read_by_the_checks(page)
    again = gate(page, "Pass copy again")
    expect(again.get_by_text("Nothing stands in the way.")).to_be_visible(timeout=60_000)
    again.get_by_role("button", name="Pass copy again").click()
    expect(publishing.get_by_text("Nothing stands in the way.")).to_be_visible()
    publishing.get_by_role("button", name="Publish", exact=True).click()
    state(page, "Published")


def reader_sees(reader, editor, credit):
    headline = editor.locator("#editor h2, #editor [data-node=headline]").first.inner_text()
    page = reader.context.browser.new_context().new_page()
    answer = page.goto(f"{reader.server}/paper")
    assert "set-cookie" not in answer.headers
    page.get_by_role("link", name=headline).first.click()
    expect(page.get_by_role("heading", name=headline)).to_be_visible()
    expect(page.get_by_text(credit).first).to_be_visible()
    expect(page.get_by_text(re.compile("With reporting by .*The Associated Press"))).to_be_visible()
    expect(page.locator("figure img").first).to_have_attribute("alt", re.compile("roofs"))
    page.context.close()
