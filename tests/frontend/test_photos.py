"""Photos in a real browser: added by dropping, chosen into a figure from the story and its check."""

import re

import pytest
from playwright.sync_api import expect

from newsroom.db import db
from newsroom.jobs import Job
from newsroom.photos import crops, links, rendering, sending, service, upload_intake
from newsroom.photos.crops import Typed
from newsroom.photos.links import Wanted
from newsroom.photos.sending import Offered
from newsroom.photos.upload_models import PhotoUpload
from newsroom.stories import authority, document, documents, figures
from newsroom.stories.figures import FigureWords
from newsroom.stories.models import Story, StorySnapshot
from newsroom.stories.summary import summarise
from tests.frontend.story_page import opened, saved
from tests.frontend.test_accessibility import complaints
from tests.photos import pictures
from tests.stories.samples import block, figure, story, typed
from tests.stories.style import put_in_lexicon

pytestmark = pytest.mark.journey


@pytest.fixture
def pavel(at_browser, newsroom):
    """The photo desk."""
    return at_browser("pavel")


@pytest.fixture
def pier(newsroom):
    """A photo of the library, with its renditions made."""
    with newsroom.app.app_context():
        received = service.receive(newsroom.pavel, "pier.jpg", pictures.jpeg())
    with newsroom.change():
        photo = service.enter(newsroom.pavel, received).photo
        photo.creator, photo.credit = "Dana Reed", "Dana Reed/Pool"
        photo.alt, photo.caption = "A pier in fog", "The pier on Monday."
        return photo.id


@pytest.fixture
def with_figure(newsroom):
    with newsroom.change():
        row = db.session.get(StorySnapshot, (newsroom.story, 0))
        body = (block("paragraph", "Fog."), figure("", credit="Avi Stone/Flash"))
        row.document = document.write(story(*body))
        db.session.get(Story, newsroom.story).figures = 1
    newsroom.app.extensions.pop("story_documents", None)


def figure_on_server(newsroom):
    with newsroom.app.app_context():
        row = db.session.get(Story, newsroom.story)
        return documents.at(row.id, row.version).child(5)


def test_a_photo_chosen_in_the_story_brings_its_credit_and_caption(
    pavel, address, newsroom, pier, with_figure
):
    page = opened(pavel, address)
    page.get_by_role("button", name="Choose a photo").click()
    library = page.get_by_role("dialog", name="Choose a photo")
    library.get_by_label("Search photos").fill("no such words")
    expect(library).to_contain_text("No photo says")
    library.get_by_label("Search photos").fill("pier")
    library.locator(f'[data-photo="{pier}"]').click()
    expect(page.get_by_label("Credit line")).to_have_value("Dana Reed/Pool")
    saved(page)
    kept = figure_on_server(newsroom)
    assert kept.attrs["photo"] == pier
    assert kept.attrs["credit"] == "Dana Reed/Pool"
    assert kept.text_content == "The pier on Monday."


@pytest.fixture
def sent(newsroom, pier):
    """A photo from the field, sent through a link of the story; gives its number."""
    picture = pictures.jpeg((640, 400))
    with newsroom.change():
        _, secret = links.make(newsroom.pavel, Wanted(story_id=newsroom.story, story_slug="ferry"))
    with newsroom.change():
        row = links.begin(secret, "Noa", Offered("quay.jpg", len(picture)))
        db.session.flush()
        token = row.id
    with newsroom.app.app_context():
        sending.receive(db.session.get_one(PhotoUpload, token), 0, iter([picture]))
    with newsroom.change():
        sending.hand_over(db.session.get_one(PhotoUpload, token))
    with newsroom.app.app_context():
        upload_intake.take_in(token)
        return db.session.get_one(PhotoUpload, token).photo_id


def test_the_choice_begins_with_what_was_sent_for_the_story(
    pavel, address, newsroom, sent, pier, with_figure
):
    page = opened(pavel, address)
    page.get_by_role("button", name="Choose a photo").click()
    library = page.get_by_role("dialog", name="Choose a photo")
    first = library.get_by_role("region", name="Sent for this story")
    expect(first.locator("[data-photo]")).to_have_count(1)
    expect(first).to_contain_text("sent by Noa")
    rest = library.get_by_role("region", name="The rest of the library")
    expect(rest.locator(f'[data-photo="{pier}"]')).to_be_visible()
    assert complaints(page) == []
    first.locator(f'[data-photo="{sent}"]').click()
    expect(page.locator(f'#editor img[src^="/photos/{sent}/"]')).to_have_count(1)
    saved(page)
    assert figure_on_server(newsroom).attrs["photo"] == sent


def test_a_photo_chosen_in_the_caption_check_fills_its_form_and_shows_what_prints(
    pavel, newsroom, pier, with_figure
):
    page = pavel.open(f"/captions/{newsroom.story}/1")
    page.get_by_role("button", name="Choose a photo").click()
    page.locator(f'[data-photo="{pier}"]').click()
    expect(page.locator(".caption__print")).to_contain_text("The pier on Monday. Dana Reed/Pool")
    page.get_by_role("button", name="Keep the figure").click()
    expect(page.get_by_text("The figure is kept.")).to_be_visible()
    assert figure_on_server(newsroom).attrs["photo"] == pier


HALF, QUARTER = "0,0,50,100", "0,0,50,50"

SIDES = """(selector) => {
    const image = document.querySelector(selector);
    return image?.complete ? `${image.naturalWidth} ${image.naturalHeight}` : "";
}"""


def shows(page, selector, sides):
    page.wait_for_function(
        f"([selector, sides]) => ({SIDES})(selector) === sides", arg=[selector, sides]
    )


@pytest.fixture
def cropped(newsroom, pier):
    """The pier's left half stands in the figure; its upper quarter is on offer as well."""
    with newsroom.app.app_context():
        rendering.render(pier)
    with newsroom.change():
        crops.set_crop(newsroom.pavel, pier, "free", Typed("0", "0", "50", "50"), 1)
        row = db.session.get(StorySnapshot, (newsroom.story, 0))
        body = (block("paragraph", "Fog."), figure("The pier.", pier, crop=HALF))
        row.document = document.write(story(*body))
        db.session.get(Story, newsroom.story).figures = 1
    newsroom.app.extensions.pop("story_documents", None)
    return pier


def test_a_figure_in_the_story_shows_its_crop_and_follows_it(pavel, address, newsroom, cropped):
    page = opened(pavel, address)
    shows(page, "#editor .figure-edit img", "300 400")
    with newsroom.change():
        (shown,) = summarise(documents.at(newsroom.story, 0)).figures
        words = FigureWords(cropped, "The pier.", "", "", "", QUARTER)
        figures.change_figure(newsroom.pavel, newsroom.story, shown.position, 0, words)
    shows(page, "#editor .figure-edit img", "300 200")


def test_the_caption_check_shows_the_crop_that_is_chosen(pavel, newsroom, cropped):
    page = pavel.open(f"/captions/{newsroom.story}/1")
    shows(page, ".caption__photo", "300 400")
    page.get_by_label("Crop", exact=True).select_option(QUARTER)
    shows(page, ".caption__photo", "300 200")
    page.get_by_label("Crop", exact=True).select_option("")
    shows(page, ".caption__photo", "600 400")


@pytest.fixture
def quay(newsroom):
    """Another photo of the library, with its own caption."""
    with newsroom.app.app_context():
        received = service.receive(newsroom.pavel, "quay.jpg", pictures.jpeg((640, 400)))
    with newsroom.change():
        photo = service.enter(newsroom.pavel, received).photo
        photo.creator, photo.credit = "Ada Park", "Ada Park/Pool"
        photo.alt, photo.caption = "A quay", "The quay on Tuesday."
        return photo.id


def choose(page, button, photo):
    page.get_by_role("button", name=button).click()
    page.locator(f'[data-photo="{photo}"]').click()


def test_a_caption_that_was_read_from_a_photo_goes_with_it(
    pavel, newsroom, pier, quay, with_figure
):
    page = pavel.open(f"/captions/{newsroom.story}/1")
    caption = page.get_by_label("Caption", exact=True)
    choose(page, "Choose a photo", pier)
    page.get_by_role("button", name="Keep the figure").click()
    expect(page.get_by_text("The figure is kept.")).to_be_visible()

    choose(page, "Change the photo", quay)
    expect(caption).to_have_value("The quay on Tuesday.")
    expect(page.get_by_text("What the photo says of itself")).to_be_hidden()
    caption.fill("Ferries wait on Tuesday.")
    choose(page, "Change the photo", pier)
    expect(caption).to_have_value("Ferries wait on Tuesday.")


def test_the_photo_desk_reaches_what_it_may_use_of_the_toolbar(pavel, newsroom, with_figure):
    with newsroom.change():
        db.session.get(Story, newsroom.story).state = "photo_check"
    page = opened(pavel, f"/stories/{newsroom.story}")
    tools = page.get_by_role("toolbar")
    page.get_by_text("Fog.").click()
    expect(tools.get_by_role("button", name="Bold")).to_be_disabled()
    expect(tools.get_by_role("button", name="Figure")).to_be_enabled()
    expect(tools.get_by_role("button", name="Figure")).to_have_attribute("tabindex", "0")
    page.locator(".copy__figure figcaption").first.click()
    page.keyboard.type("The pier")
    expect(tools.get_by_role("button", name="Bold")).to_be_enabled()


def test_a_photo_added_within_the_choice_is_the_one_that_is_placed(
    pavel, newsroom, tmp_path, with_figure
):
    fresh = tmp_path / "quay.jpg"
    fresh.write_bytes(pictures.jpeg())
    page = pavel.open(f"/captions/{newsroom.story}/1")
    page.get_by_role("button", name="Choose a photo").click()
    with page.expect_file_chooser() as asked:
        page.get_by_role("button", name="Add a photo").click()
    asked.value.set_files(fresh)
    expect(page.get_by_role("button", name="Change the photo")).to_be_focused()
    page.get_by_role("button", name="Keep the figure").click()
    expect(page.get_by_text("The figure is kept.")).to_be_visible()
    assert figure_on_server(newsroom).attrs["photo"]


@pytest.fixture
def taken_in(newsroom, monkeypatch):
    """Files that have arrived are taken in at once, as by a worker that has nothing else to do."""

    def work(_settings, job, *args, **_):
        if job == Job.PHOTOS_TAKE_IN:
            upload_intake.take_in(*args)

    monkeypatch.setattr("newsroom.jobs.send", work)


def test_files_are_sent_each_with_its_row_and_go_on_where_they_broke_off(
    pavel, newsroom, tmp_path, taken_in
):
    good, bad = tmp_path / "pier.jpg", tmp_path / "notes.jpg"
    good.write_bytes(pictures.png((900, 900), compress_level=0))
    bad.write_text("no picture")
    page = pavel.open("/photos")
    sent = []

    def breaking(route):
        """The second piece of the large one comes, but its answer is lost."""
        sent.append(int(route.request.headers["upload-offset"]))
        if len(sent) == 2:
            route.fetch()
            route.abort()
        else:
            route.continue_()

    page.route(
        "**/photos/uploads/*",
        lambda route: breaking(route) if route.request.method == "PATCH" else route.continue_(),
    )
    page.get_by_label("Photos to add").set_input_files(good)
    page.get_by_role("button", name="Add photos").click()
    expect(page).to_have_url(re.compile(r"/photos/\d+$"))
    assert sent == [0, 1 << 20, 2 << 20]
    page.goto(page.url.rsplit("/", 1)[0])
    page.get_by_label("Photos to add").set_input_files([good, bad])
    page.get_by_role("button", name="Add photos").click()
    rows = page.locator("[data-uploads-list]")
    expect(rows).to_contain_text("Already in the library")
    expect(rows).to_contain_text("notes.jpg: This is not a picture that the library knows.")
    report = page.locator("[data-uploads-report]")
    expect(report).to_contain_text("0 of 2 added, 1 in the library already.")
    expect(rows.get_by_role("link", name="pier.jpg")).to_have_attribute(
        "href", re.compile(r"/photos/\d+$")
    )
    report.get_by_role("link", name="Show the library").click()
    expect(page.locator(".figure-grid")).to_contain_text("pier")


@pytest.fixture
def waiting_for_captions(newsroom, with_figure):
    with newsroom.change():
        db.session.get(Story, newsroom.story).state = "photo_check"
    return f"/captions/{newsroom.story}/1"


def test_the_caption_check_says_what_is_not_kept_yet(pavel, pier, waiting_for_captions):
    page = pavel.open(waiting_for_captions)
    told = page.get_by_text("Changed, and not kept yet.")
    lacks = page.locator("[data-lacks]", has_text="Figure 1 has no photo.")
    expect(told).to_be_hidden()
    expect(lacks).to_be_visible()
    page.get_by_role("button", name="Choose a photo").click()
    page.locator(f'[data-photo="{pier}"]').click()
    expect(told).to_be_visible()
    expect(lacks).to_be_hidden()


def test_the_caption_check_opens_its_gate_once_the_checks_have_read(
    pavel, newsroom, waiting_for_captions
):
    page = pavel.open(waiting_for_captions)
    unread = page.get_by_text("The house style check has not read version 0 yet.")
    expect(unread).to_be_visible()
    page.wait_for_load_state("networkidle")
    newsroom.check()
    expect(unread).to_have_count(0)


def test_the_caption_check_tells_of_a_newer_version_and_slips_none_under_its_button(
    pavel, newsroom, waiting_for_captions
):
    page = pavel.open(waiting_for_captions)
    seen = page.locator("#caption-gate input[name=version]").first
    expect(seen).to_have_value("0")
    page.wait_for_load_state("networkidle")
    with newsroom.change():
        node = documents.at(newsroom.story, 0)
        authority.commit(newsroom.lena, newsroom.story, 0, "tab", typed(node, "Fog", " and rain"))
    newsroom.check()
    expect(page.get_by_text("The story changed since you opened this page.")).to_be_visible()
    expect(seen).to_have_value("0")
    page.get_by_role("button", name="Show it as it is now").click()
    expect(seen).to_have_value("1")


def test_what_house_style_finds_in_a_kept_caption_comes_to_its_figure_by_itself(
    pavel, newsroom, waiting_for_captions
):
    with newsroom.change():
        put_in_lexicon("Odesa", "Odessa")
    page = pavel.open(waiting_for_captions)
    page.get_by_label("Caption", exact=True).fill("The pier of Odessa.")
    page.get_by_role("button", name="Keep the figure").click()
    expect(page.get_by_text("The figure is kept.")).to_be_visible()
    page.wait_for_load_state("networkidle")
    newsroom.check()
    page.get_by_role("button", name="Accept").click()
    expect(page.get_by_label("Caption", exact=True)).to_have_value("The pier of Odesa.")


def test_photos_are_chosen_on_the_light_table_by_keys_and_edited_together(pavel, newsroom, pier):
    for name, width in (("quay.png", 60), ("port.png", 70)):
        with newsroom.app.app_context():
            received = service.receive(newsroom.pavel, name, pictures.png((width, 40)))
        with newsroom.change():
            service.enter(newsroom.pavel, received)
    page = pavel.open("/photos")
    boxes = page.locator("[data-light-table] input")
    page.keyboard.press("j")
    page.keyboard.press("x")
    expect(boxes.nth(0)).to_be_checked()
    page.keyboard.press("Shift+ArrowRight")
    expect(page.get_by_text("2 chosen")).to_be_visible()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    expect(page.get_by_text("3 chosen")).to_be_visible()
    page.keyboard.press("x")
    expect(boxes.nth(2)).not_to_be_checked()
    page.get_by_role("button", name="Edit chosen").click()
    expect(page.get_by_role("heading", name="Edit 2 photos")).to_be_visible()
    page.get_by_label("What becomes of the credit line").select_option("replace")
    page.get_by_label("Credit line: the words").fill("Dana Reed/Pool")
    page.get_by_role("button", name="Show what would change").click()
    page.get_by_role("button", name="Change 2 photos").click()
    expect(page.get_by_text("2 photos were changed.")).to_be_visible()


def test_a_crop_that_nobody_drew_goes_with_the_focal_point(pavel, newsroom, pier):
    with newsroom.app.app_context():
        rendering.render(pier)
    page = pavel.open(f"/photos/{pier}/crops")
    box = page.get_by_role("group", name="The crop.")
    left, width = (page.get_by_label(side, exact=True) for side in ("Left, %", "Width, %"))
    expect(box).to_be_hidden()

    picture = page.locator("[data-cropper] img")
    seen = picture.bounding_box()
    picture.click(position={"x": seen["width"] * 0.8, "y": seen["height"] / 2})
    expect(page.get_by_label("Focal point from the left, %")).to_have_value(re.compile(r"^(79|80)"))
    page.get_by_label("Crop", exact=True).select_option("portrait")
    expect(box).to_be_visible()
    expect(left).to_have_value("46.67")
    expect(width).to_have_value("53.33")
    focus = page.get_by_role("group", name="The focal point.")
    for _ in range(40):
        focus.press("ArrowLeft")
    expect(left).to_have_value(re.compile(r"^1[23]\."))
    box.press("ArrowRight")
    drawn = left.input_value()
    focus.press("ArrowLeft")
    expect(left).to_have_value(drawn)


def test_the_focal_point_alone_is_kept_without_making_a_crop(pavel, newsroom, pier):
    with newsroom.app.app_context():
        rendering.render(pier)
    page = pavel.open(f"/photos/{pier}/crops")
    page.get_by_role("group", name="The focal point.").press("ArrowRight")
    page.get_by_role("button", name="Keep crop and focal point").click()
    expect(page.get_by_text("None yet.")).to_be_visible()
    expect(page.get_by_label("Focal point from the left, %")).to_have_value("51")


def test_a_photo_is_cropped_by_keyboard_and_by_pointer(pavel, newsroom, pier):
    with newsroom.app.app_context():
        rendering.render(pier)
    page = pavel.open(f"/photos/{pier}/crops?crop=square")
    box = page.get_by_role("group", name="The crop.")
    left, width = (page.get_by_label(side, exact=True) for side in ("Left, %", "Width, %"))
    expect(width).to_have_value("66.67")
    expect(left).to_have_value("16.67")

    box.press("ArrowLeft")
    expect(left).to_have_value("15.67")
    box.press("Shift+ArrowLeft")
    expect(width).to_have_value("65.67")

    at = box.bounding_box()
    page.mouse.move(at["x"] + at["width"] / 4, at["y"] + at["height"] / 4)
    page.mouse.down()
    page.mouse.move(0, at["y"] + at["height"] / 4)
    page.mouse.up()
    expect(left).to_have_value("0")

    focus = page.get_by_role("group", name="The focal point.")
    focus.press("ArrowDown")
    expect(page.get_by_label("Focal point from the top, %")).to_have_value("41")
    expect(left).to_have_value("0")
    expect(page.get_by_role("img", name="Preview of the crop")).to_be_visible()
    page.get_by_role("button", name="Keep crop and focal point").click()
    expect(page.get_by_role("button", name="Remove 1:1")).to_be_visible()
    expect(page.get_by_label("Focal point from the top, %")).to_have_value("41")
    page.set_viewport_size({"width": 390, "height": 800})
    assert complaints(page) == []
