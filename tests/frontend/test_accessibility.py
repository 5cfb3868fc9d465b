"""Every page as axe sees it: on a large screen by day, on a phone by night."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from newsroom.accounts.queries import desk
from newsroom.accounts.tokens import fingerprint
from newsroom.db import db
from newsroom.housestyle import import_run, tasks
from newsroom.photos import collections, links, rendering
from newsroom.photos import service as photos
from newsroom.photos.content_credentials import Report, Standing
from newsroom.photos.links import Wanted
from newsroom.photos.provenance_models import PhotoCredentials
from newsroom.roles import machine
from newsroom.standards import Level
from newsroom.stories import document
from newsroom.stories.models import Story, StorySnapshot
from newsroom.wire import desk_standards, outlet_import, outlet_tasks
from newsroom.wire.standards.table import Rule
from tests.photos import pictures
from tests.photos.test_made_pictures import MADE
from tests.stories.samples import block, figure, story
from tests.stories.style import put_in_lexicon
from tests.wire.sent_copy import PICTURE, Wire

pytestmark = [
    pytest.mark.journey,
    pytest.mark.timeout(300),
    pytest.mark.in_page,
]

BY_PERSON = {
    "jonas": ("/", "/stories/new", "/stories/from-text", "/password", "/sessions"),
    "tomas": (
        "/?all=1",
        "/?q=nothing-like-it",
        "/lexicon",
        "/lexicon/1",
        "/lexicon/1/edit",
        "/lexicon/new",
        "/lexicon/1/spellings",
        "/lexicon/import",
        "/lexicon/figures",
        "/lexicon/tasks/1",
        "/wire",
        "/wire?q=nowhere",
        "/wire/items/1",
        "/wire/items/2",
        "/wire/items/3",
        "/wire/items/3/against/1",
        "/wire/items/6",
        "/wire/outlets",
        "/wire/outlets/new",
        "/wire/outlets/import",
        "/wire/outlets/import/1",
        "/no-such-place",
    ),
    "pavel": (
        "/captions",
        "/photos",
        "/photos?q=nowhere",
        "/photos/2",
        "/photos/collections",
        "/photos/edit?photo=1&photo=2",
        "/photos/rights?photo=1&photo=2&kind=commons",
        "/photos/cleaners?creator=DANA+PELED",
        "/photos/1",
        "/photos/1/decision",
        "/photos/links",
        "/photos/links/1",
        "/send/of-this-test",
        "/stories/1/photo-links",
    ),
    "ada": (
        "/people",
        "/people/1",
        "/people/new",
        "/desks",
        "/desks/new",
        "/desks/1/standards",
        "/desks/1/captions",
        "/audit",
    ),
}

AXE = Axe()
SCREENS = [({"width": 1440, "height": 900}, "light"), ({"width": 390, "height": 844}, "dark")]


@pytest.fixture
def in_edit(newsroom):
    """The story with a figure, and with a name that house style writes otherwise; and agency copy."""
    send_copy(newsroom.app)
    with newsroom.change():
        put_in_lexicon("Odesa", "Odessa")
        tried = "preferred,class\nLviv,town\nKyiv,place\n"
        tasks.start(machine("set-up"), "try_import", "names.csv", tried)
        outlets = "name,type\nCoastal Wire,agency\nHarbour Post,paper\n"
        outlet_tasks.start(machine("set-up"), "try", "outlets.csv", outlets)
        told = "A source said it would open."
        body = (
            block("paragraph", f"He left Odessa, Reuters reported. {told}"),
            figure("The port."),
        )
        row = db.session.get(StorySnapshot, (newsroom.story, 0))
        row.document = document.write(story(*body))
        kept = db.session.get(Story, newsroom.story)
        strict = {Rule.ANONYMOUS_UNRELEASED: Level.BLOCK}
        desk_standards.set_levels(newsroom.ada, desk(newsroom.world), strict)
        kept.state, kept.figures = "edit", 1
        made = photos.add_photo(machine("set-up"), "robot.jpg", MADE)
        report = Report(Standing.BROKEN, "Camera 7", faults=("The pixels were changed.",))
        credentials = PhotoCredentials(photo_id=made.id, report=report.as_json())
        db.session.add(credentials)
        for width in (600, 900):
            photo = photos.add_photo(newsroom.pavel, "quay.jpg", pictures.jpeg((width, 400)))
        collections.make(newsroom.pavel, "Harbour", None, private=False)
        link, _ = links.make(
            newsroom.pavel, Wanted(note="The pier.", story_id=kept.id, desk_id=newsroom.world)
        )
        link.token_hash, link.story_slug = fingerprint("of-this-test"), kept.slug
    newsroom.app.extensions.pop("story_documents", None)
    newsroom.check()
    with newsroom.app.app_context():
        for number in (photo.id - 1, photo.id):
            rendering.render(number)
        import_run.run(1)
        outlet_import.run(1)
    return newsroom.story


def send_copy(app):
    """An item that was killed, one under embargo with all that can stand on one, and the kill;
    then two that a kill in words may mean, and that."""
    wire = Wire(app)
    wire.send("Mayor resigns", uri="urn:mayor")
    wire.send(
        *("River report", "Warm rivers.\n\nFew trout."),
        embargoed="2199-01-01T18:00:00Z",
        usageterms="No archive.",
        urgency=2,
        keywords=["rivers"],
        ednote="Mind the hour.",
        associations={"a": PICTURE},
    )
    wire.send("Kill", "Gone.", uri="urn:mayor", version="2", pubstatus="canceled")
    for hours in (2, 1):
        wire.send("Weather", slugline="BC-Weather-Coast", ago=60 * hours)
    wire.send("KILL: BC-Weather-Coast", "Gone.", pubstatus="canceled")


def put_before(page, screen):
    """The page as it stands, on another screen: what changes is its style alone."""
    size, scheme = screen
    page.set_viewport_size(size)
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")


def complaints(page):
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.axe_script)
    options = {"resultTypes": ["violations"]}
    found = page.evaluate("options => axe.run(options)", options)["violations"]
    screen = page.viewport_size["width"]
    return [
        f"{one['id']}: {[n['target'] for n in one['nodes']]} on {page.url} at {screen}"
        for one in found
    ]


def complaints_on_all_screens(page):
    found = []
    for screen in SCREENS:
        put_before(page, screen)
        found += complaints(page)
    return found


@pytest.mark.parametrize("person", BY_PERSON)
def test_axe_finds_nothing_on_any_page(at_browser, in_edit, person):
    somebody = at_browser(person)
    found = []
    for path in BY_PERSON[person]:
        page = somebody.open(path)
        found += complaints_on_all_screens(page)
        page.close()
    assert found == []


def test_axe_finds_nothing_on_the_page_of_a_story(at_browser, in_edit):
    page = at_browser("tomas").open(f"/stories/{in_edit}")
    found = []
    for screen in SCREENS:
        put_before(page, screen)
        mark = page.locator(".ProseMirror .mark-finding--house_style").first
        mark.click()
        expect(page.get_by_role("dialog", name="Finding")).to_be_visible()
        found += complaints(page)
        for tab in ("findings", "talk"):
            page.locator(f"label[for=tab-{tab}]").click()
            expect(page.locator(f"#{tab}")).to_be_visible()
            found += complaints(page)
    assert found == []


def test_axe_finds_nothing_on_the_caption_check_and_its_library(at_browser, newsroom, in_edit):
    with newsroom.change():
        db.session.get(Story, in_edit).state = "photo_check"
    page = at_browser("pavel").open(f"/captions/{in_edit}/1")
    found = complaints_on_all_screens(page)
    page.get_by_role("button", name="Choose a photo").click()
    expect(page.get_by_role("dialog", name="Choose a photo")).to_be_visible()
    assert found + complaints_on_all_screens(page) == []
