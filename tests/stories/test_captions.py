"""The caption check: a figure's form becomes ordinary steps of its story."""

from datetime import timedelta

import pytest

from newsroom.accounts.queries import person
from newsroom.db import db, now
from newsroom.photos import crops
from newsroom.photos import queries as photos
from newsroom.photos import service as photo_service
from newsroom.roles import machine
from newsroom.stories import document, documents, queries
from newsroom.stories.models import Approval, Story, StorySnapshot
from newsroom.stories.summary import summarise
from tests.factories import make_story
from tests.photos import pictures
from tests.stories.conftest import Newsroom
from tests.stories.samples import block, figure, story
from tests.stories.style import put_in_lexicon

BODY = (block("paragraph", "The boat left."), figure("The pier."), figure("The crew."))


@pytest.fixture
def newsroom(app, change):
    made = Newsroom(app, change)
    with change():
        row = db.session.get(StorySnapshot, (made.story, 0))
        row.document = document.write(story(*BODY))
        db.session.get(Story, made.story).state = "photo_check"
        db.session.get(Story, made.story).figures = 2
    app.extensions.pop("story_documents", None)
    return made


def figures(newsroom):
    with newsroom.app.app_context():
        row = db.session.get(Story, newsroom.story)
        return summarise(documents.at(row.id, row.version)).figures


def form_of(page, **changed):
    kept = {name: page.hidden[name] for name in ("version", "position")}
    return {**kept, "caption": "The pier.", "creator": "", "credit": "", "alt": "", **changed}


def test_what_waits_for_captions_stands_by_deadline(newsroom, browser):
    browser.sign_in("pavel")
    assert "ferry-halted" in browser.get("/captions")
    browser.sign_in("mira")
    assert "ferry-halted" in browser.get("/captions")


def test_a_figure_is_shown_as_it_will_print_with_what_it_lacks(newsroom, browser):
    browser.sign_in("pavel")
    page = browser.get(f"/captions/{newsroom.story}/1")
    assert "figure 1 of 2" in page
    assert "Figure 1 has no photo." in page
    assert "Figure 1 has no alt text." in page
    assert "Figure 2 has no photo." in page
    browser.get(f"/captions/{newsroom.story}/3", 404)


def test_the_form_changes_one_figure_and_nothing_else(newsroom, browser):
    browser.sign_in("pavel")
    address = f"/captions/{newsroom.story}/1"
    page = browser.get(address)
    words = {"caption": "The pier at dawn.", "creator": "Ada Park", "alt": "A wet pier"}
    browser.post(address, form_of(page, **words))
    first, second = figures(newsroom)
    assert (first.caption, first.creator, first.alt) == tuple(words.values())
    assert second.caption == "The crew."


def test_marks_in_a_caption_that_was_not_changed_stay(newsroom, browser):
    browser.sign_in("pavel")
    address = f"/captions/{newsroom.story}/1"
    browser.post(address, form_of(browser.get(address), alt="A wet pier"))
    with newsroom.app.app_context():
        assert db.session.get(Story, newsroom.story).version == 1


def test_an_edit_of_another_meanwhile_is_kept(newsroom, browser):
    browser.sign_in("pavel")
    address = f"/captions/{newsroom.story}/1"
    page = browser.get(address)
    newsroom.type(newsroom.lena, " at last", after="The boat")
    browser.post(address, form_of(page, alt="A wet pier"))
    assert figures(newsroom)[0].alt == "A wet pier"
    with newsroom.app.app_context():
        row = db.session.get(Story, newsroom.story)
        assert "boat at last left" in document.write(documents.at(row.id, row.version))


def test_a_figure_that_was_taken_out_meanwhile_is_a_sentence_and_the_words_stay(newsroom, browser):
    browser.sign_in("pavel")
    address = f"/captions/{newsroom.story}/1"
    page = browser.get(address)

    def without(node):
        start = sum(node.child(i).node_size for i in range(5))
        return [{"stepType": "replace", "from": start, "to": start + node.child(5).node_size}]

    newsroom.edit(newsroom.lena, without)
    again = browser.post(address, form_of(page, alt="Words worth keeping"), 422)
    assert "Somebody removed this figure" in again
    assert "Words worth keeping" in again


def test_a_photo_that_is_not_in_the_library_is_refused(newsroom, browser):
    browser.sign_in("pavel")
    address = f"/captions/{newsroom.story}/1"
    again = browser.post(address, form_of(browser.get(address), photo="77"), 422)
    assert "There is no photo 77 in the library." in again


@pytest.mark.parametrize("number", [2**31, 10**30])
def test_a_photo_number_that_no_photo_can_have_is_refused_beside_its_field(
    newsroom, browser, number
):
    browser.sign_in("pavel")
    address = f"/captions/{newsroom.story}/1"
    page = browser.post(address, form_of(browser.get(address), photo=str(number)), status=422)
    assert "Number must be between 1 and 2147483647." in page


def test_a_reporter_does_not_change_a_figure_that_waits_for_the_photo_desk(newsroom, browser):
    browser.sign_in("jonas")
    address = f"/captions/{newsroom.story}/1"
    browser.post(address, form_of(browser.get(address), alt="Mine"), 403)


def test_what_another_changed_meanwhile_stays_where_the_form_did_not_touch_it(newsroom, browser):
    browser.sign_in("pavel")
    address = f"/captions/{newsroom.story}/1"
    opened = browser.get(address)
    browser.post(address, form_of(opened, alt="A pier in the rain"))
    browser.post(address, form_of(opened, creator="Ada Park"))
    first, _ = figures(newsroom)
    assert (first.alt, first.creator) == ("A pier in the rain", "Ada Park")


def test_two_who_change_the_same_words_are_told_and_neither_loses_them(newsroom, browser):
    browser.sign_in("pavel")
    address = f"/captions/{newsroom.story}/1"
    opened = browser.get(address)
    theirs = {"caption": "The pier at dawn.", "alt": "A pier in the rain"}
    browser.post(address, form_of(opened, **theirs))
    refused = browser.post(address, form_of(opened, caption="The old pier."), status=409)
    assert "caption “The pier at dawn.”" in refused
    assert "The old pier." in refused.answer.text
    assert figures(newsroom)[0].caption == "The pier at dawn."
    again = form_of(refused, caption="The old pier.", alt="A pier in the rain")
    browser.post(address, again)
    first, _ = figures(newsroom)
    assert (first.caption, first.alt) == ("The old pier.", "A pier in the rain")


@pytest.mark.parametrize("position", ["-1", "0", "999999", "1" + "0" * 30])
@pytest.mark.parametrize("version", ["-1", "0", "1" + "0" * 30])
def test_a_form_about_no_figure_is_refused_with_a_sentence(newsroom, browser, position, version):
    browser.sign_in("pavel")
    form = {"position": position, "version": version, "caption": "Mine."}
    page = browser.post(f"/captions/{newsroom.story}/1", form, status=422)
    assert "load it again" in page
    assert "Mine." in page.answer.text


def test_the_way_goes_from_the_last_figure_of_a_story_to_the_next_story_and_back(newsroom, browser):
    with newsroom.change():
        later = db.session.get(Story, newsroom.other)
        later.state, later.figures = "photo_check", 1
        bare = make_story(person(newsroom.jonas.id), slug="without-figures")
        bare.state = "photo_check"
        row = db.session.get(StorySnapshot, (later.id, 0))
        row.document = document.write(story(figure("The tram.")))
        for number, one in enumerate((newsroom.story, bare.id, later.id)):
            db.session.get(Story, one).sort_at = now() + timedelta(hours=number)
    newsroom.app.extensions.pop("story_documents", None)
    browser.sign_in("pavel")
    here, there = f"/captions/{newsroom.story}/2", f"/captions/{newsroom.other}/1"
    last, first = browser.get(here), browser.get(there)
    assert "Next: tram-strike" in last
    assert there in last.links
    assert "Previous: ferry-halted" in first
    assert here in first.links


@pytest.fixture
def misspelt(newsroom):
    """The second caption has a name that house style writes otherwise."""
    with newsroom.change():
        put_in_lexicon("Odesa", "Odessa")
    newsroom.type(newsroom.lena, " of Odessa", after="The crew")
    newsroom.check()


def test_a_finding_in_a_caption_stands_at_its_figure_and_nowhere_else(misspelt, newsroom, browser):
    browser.sign_in("pavel")
    first, second = (browser.get(f"/captions/{newsroom.story}/{n}") for n in (1, 2))
    assert "becomes Odesa" not in first
    assert "House style writes Odesa, not Odessa." in first
    assert "becomes Odesa in the caption" in second
    assert "House style writes Odesa, not Odessa." not in second
    assert "This figure is complete." not in second


def test_a_finding_accepted_at_its_figure_comes_back_to_it(misspelt, newsroom, browser):
    browser.sign_in("pavel")
    with newsroom.app.app_context():
        found = queries.findings(newsroom.story, {"open"})
        [finding] = [one for one in found if one.check == "house_style"]
        address = f"/stories/{newsroom.story}/findings/{finding.id}/accept"
    page = browser.post(address, {"figure": "2"})
    assert "figure 2 of 2" in page
    assert figures(newsroom)[1].caption == "The crew of Odesa."


def test_who_passes_captions_here_goes_on_to_the_next_that_wait(newsroom, browser):
    with newsroom.change():
        row = db.session.get(StorySnapshot, (newsroom.story, 0))
        row.document = document.write(story())
        db.session.get(Story, newsroom.story).photo_waiver = "A court story"
    newsroom.app.extensions.pop("story_documents", None)
    newsroom.check()
    browser.sign_in("pavel")
    address = f"/stories/{newsroom.story}/moves/pass-captions"
    page = browser.post(address, {"version": 0, "after": "captions"})
    assert "Captions passed." in page
    assert "No captions wait" in page


@pytest.fixture
def cropped(newsroom):
    """A photo with a crop, placed in the first figure; gives its number."""
    admin = machine("test set-up")
    with newsroom.change():
        photo = photo_service.add_photo(admin, "pier.jpg", pictures.jpeg())
        crops.set_crop(admin, photo.id, "square", crops.Typed(), 1)
        row = db.session.get(StorySnapshot, (newsroom.story, 0))
        placed = figure("The pier.", photo.id, creator="", credit="", alt="")
        row.document = document.write(story(BODY[0], placed, BODY[2]))
    newsroom.app.extensions.pop("story_documents", None)
    return photo.id


def test_a_crop_is_chosen_at_its_figure_and_goes_with_its_photo(newsroom, browser, cropped):
    browser.sign_in("pavel")
    address = f"/captions/{newsroom.story}/1"
    page = browser.get(address)
    assert "1:1" in page
    with newsroom.app.app_context():
        (one,) = photos.photo(cropped).standing_crops
    kept = form_of(page, photo=cropped, crop=one.part.text)
    browser.post(address, kept)
    assert figures(newsroom)[0].crop == one.part.text
    read = browser.get(f"/stories/{newsroom.story}").answer.text
    shown = f'<img src="/photos/{cropped}/renditions/{one.part.text}"'
    assert shown in read, "who reads without a script sees the crop too"

    with newsroom.change():
        crops.set_crop(machine("test set-up"), cropped, "square", crops.Typed("0", "0", "50"), 2)
    assert "no longer among the photo’s crops" in browser.get(address)
    assert figures(newsroom)[0].crop == one.part.text, "what a story prints never moves under it"

    browser.post(address, form_of(browser.get(address), photo="", crop=one.part.text))
    assert figures(newsroom)[0].crop == ""


def test_another_crop_lapses_the_approval_of_the_captions(newsroom, browser, cropped):
    with newsroom.change():
        passed = Approval(story_id=newsroom.story, kind="captions", version=0)
        db.session.add(passed)
    browser.sign_in("pavel")
    address = f"/captions/{newsroom.story}/1"
    browser.post(address, form_of(browser.get(address), photo=cropped, crop="10,0,50.5,100"))
    with newsroom.app.app_context():
        assert queries.approvals(newsroom.story)["captions"].lapsed_at is not None
