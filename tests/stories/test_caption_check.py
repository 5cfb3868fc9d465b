"""The caption check in a story: its findings, its one-click mending, its gate, its queue, its levels."""

from datetime import UTC, datetime, timedelta

import pytest

from newsroom.accounts.queries import desk, person
from newsroom.db import db, now
from newsroom.errors import Conflict, Invalid
from newsroom.photos import deciding as deciding_on_photos
from newsroom.photos import desk_captions, service
from newsroom.photos.captions.table import STANDARDS, Rule
from newsroom.photos.models import Photo
from newsroom.photos.rights import queries as rights
from newsroom.photos.rights.categories import Detail, Kind
from newsroom.photos.source_types import Flag
from newsroom.roles import machine
from newsroom.standards import Level
from newsroom.stories import (
    caption_queue,
    check_queue,
    deciding,
    document,
    documents,
    facts,
    queries,
    workflow,
)
from newsroom.stories.models import Approval, Story, StorySnapshot
from newsroom.stories.standing import Given
from newsroom.stories.summary import summarise
from tests.factories import give_rights, make_story
from tests.photos import pictures
from tests.stories.conftest import Newsroom
from tests.stories.samples import block, figure, story

ALT = "Two people in wet suits beside wooden posts."
CAPTION = "Divers inspect the old pier in Port Ellen on Sunday with Dana Levi."
BODY = block("paragraph", "The diver, Dana Levy, went down at noon.")


@pytest.fixture
def newsroom(app, change):
    made = Newsroom(app, change)
    with change():
        photo = service.add_photo(machine("test set-up"), "pier.jpg", pictures.jpeg())
        photo.creator, photo.credit = "Ada Park", "Coastlight"
        photo.taken_at = datetime(2025, 3, 4, 11, tzinfo=UTC)
        made.photo = photo.id
        row = db.session.get(Story, made.story)
        row.state, row.figures, row.slug_day = "photo_check", 2, photo.taken_at.date()
        shown = (
            figure(CAPTION, made.photo, creator="Ada Park", credit="Coastlight", alt=ALT),
            figure("", made.photo, creator="Ada Park", credit="Ada Park/Coastlight", alt=ALT),
        )
        db.session.get(StorySnapshot, (made.story, 0)).document = document.write(
            story(shown[0], BODY, shown[1])
        )
    app.extensions.pop("story_documents", None)
    for number in (made.story, made.other):
        made.check(number)
    return made


def found(newsroom, *statuses):
    with newsroom.app.app_context():
        return [
            (row.rule.removeprefix("caption:"), row.words, row.severity, row.suggestion)
            for row in queries.findings(newsroom.story, statuses or {"open"})
            if row.check == "captions"
        ]


def number_of(newsroom, rule):
    with newsroom.app.app_context():
        rows = queries.findings(newsroom.story, {"open", "dismissed"})
        return next(row.id for row in rows if row.rule == f"caption:{rule}")


def figures(newsroom):
    with newsroom.app.app_context():
        row = db.session.get(Story, newsroom.story)
        return summarise(documents.at(row.id, row.version)).figures


def accept(newsroom, rule):
    with newsroom.change():
        deciding.accept(newsroom.pavel, newsroom.story, number_of(newsroom, rule))
    newsroom.check()


def refused(newsroom):
    with pytest.raises(Invalid) as error:
        newsroom.move(newsroom.pavel, "pass-captions")
    return error.value.sentence


def test_what_is_wrong_is_found_at_its_words_or_at_its_figure(newsroom):
    assert sorted(found(newsroom)) == [
        ("credit_form", "Coastlight", "advice", "Ada Park/Coastlight"),
        ("name_spelt", "Dana Levi", "blocking", "Dana Levy"),
        ("photo_twice", f"photo {newsroom.photo}", "blocking", None),
        ("weekday", "Sunday", "blocking", "Tuesday"),
    ]
    with newsroom.app.app_context():
        node = documents.at(newsroom.story, 0)
        for row in queries.findings(newsroom.story, {"open"}):
            if row.kind == "caption_words":
                assert node.text_between(row.start, row.end) == row.words


def test_a_caption_left_behind_by_another_photo_shuts_the_gate(newsroom):
    with newsroom.change():
        other = service.add_photo(machine("set-up"), "quay.jpg", pictures.jpeg((320, 200))).id
        db.session.get(Photo, other).caption = CAPTION
    newsroom.check()
    assert ("other_photo", f"photo {newsroom.photo}", "blocking", None) in found(newsroom)
    with newsroom.change():
        db.session.get(Photo, newsroom.photo).caption = CAPTION  # both are of one series
        db.session.get(Photo, newsroom.photo).revision += 1
    newsroom.check()
    assert "other_photo" not in {one[0] for one in found(newsroom)}


def test_a_suggestion_is_one_ordinary_step_into_its_field_or_its_words(newsroom):
    accept(newsroom, "credit_form")
    accept(newsroom, "name_spelt")
    accept(newsroom, "weekday")
    first = figures(newsroom)[0]
    assert first.credit == "Ada Park/Coastlight"
    assert first.caption == CAPTION.replace("Levi", "Levy").replace("Sunday", "Tuesday")
    assert [one[0] for one in found(newsroom)] == ["photo_twice"]
    with newsroom.app.app_context():
        assert db.session.get(Story, newsroom.story).version == 3


def test_a_field_that_changed_since_is_not_written_over(newsroom):
    newsroom.edit(newsroom.pavel, lambda node: [_set(node, "credit", "Reuters")])
    with pytest.raises(Conflict), newsroom.change():
        deciding.accept(newsroom.pavel, newsroom.story, number_of(newsroom, "credit_form"))


def _set(node, name, value):
    position = sum(node.child(i).node_size for i in range(4))
    return {"stepType": "attr", "pos": position, "attr": name, "value": value}


def test_a_dismissal_stays_with_its_figure_and_its_words(newsroom):
    with newsroom.change():
        number = number_of(newsroom, "photo_twice")
        deciding.dismiss(newsroom.pavel, newsroom.story, number, "Shown whole, then in part")
    newsroom.type(newsroom.lena, " again", after="at noon")
    newsroom.check()
    assert [one[0] for one in found(newsroom, "dismissed")] == ["photo_twice"]


def test_captions_pass_only_once_the_check_has_read_them_and_what_blocks_is_mended(newsroom):
    sentence = refused(newsroom)
    assert "“Dana Levi” is spelled otherwise in the story or by the photo." in sentence
    assert "The photo stands in the story already." in sentence
    assert "not in house form" not in sentence
    newsroom.type(newsroom.lena, " again", after="at noon")
    assert "The caption check has not read version 1 yet." in refused(newsroom)


def test_a_photo_that_says_something_else_has_its_story_read_again(newsroom):
    def unread():
        with newsroom.app.app_context():
            readings = facts.standing(db.session.get(Story, newsroom.story)).readings
            return [one.check for one in readings if one.version is None]

    assert unread() == []
    with newsroom.change():
        photo = db.session.get(Photo, newsroom.photo)
        words = photo.words
        words = type(words)(**{**vars(words), "caption": "Dana Levi at the pier"})
        service.change_facts(newsroom.pavel, photo.id, words, photo.revision)
    assert unread() == ["caption"]
    with newsroom.change():
        check_queue.put_those_with(newsroom.photo)
        assert check_queue.is_waiting(newsroom.story)
        assert not check_queue.is_waiting(newsroom.other)
    newsroom.check()
    assert unread() == []
    with newsroom.change():  # the message was lost: the row tells it all the same
        db.session.get(Photo, newsroom.photo).revision += 1
    with newsroom.change():
        check_queue.resend_stale()
        assert check_queue.is_waiting(newsroom.story)


def test_a_desk_weighs_its_rules_and_the_log_says_so(newsroom, browser):
    browser.sign_in("ada")
    address = f"/desks/{newsroom.world}/captions"
    page = browser.get(address)
    assert "Blocks on every desk" in page
    form = {rule.value: desk_level.value for rule, desk_level in _levels().items()}
    page = browser.post(address, form | {"photo_twice": "off", "credit_form": "block"})
    assert "photo stands twice in one story: block → off" in page
    newsroom.check()
    assert ("credit_form", "Coastlight", "blocking", "Ada Park/Coastlight") in found(newsroom)
    assert "photo_twice" not in {one[0] for one in found(newsroom)}


def _levels():
    return {one.rule: one.default for one in STANDARDS if not one.fixed}


def test_a_desk_without_a_rule_is_not_asked(newsroom):
    with newsroom.change():
        desk_captions.set_levels(newsroom.ada, desk(newsroom.world), {Rule.WEEKDAY: Level.OFF})
    newsroom.check()
    assert "weekday" not in {one[0] for one in found(newsroom)}


def test_the_queue_lists_figures_by_deadline_with_what_they_lack(newsroom, browser):
    with newsroom.change():
        late, bare = db.session.get(Story, newsroom.story), db.session.get(Story, newsroom.other)
        bare.state = "photo_check"
        late.deadline_at = late.sort_at = now() + timedelta(hours=5)
        bare.deadline_at = bare.sort_at = now() + timedelta(hours=1)
    browser.sign_in("pavel")
    page = browser.get("/captions")
    text = page.answer.text
    assert text.index("tram-strike") < text.index("ferry-halted 1 of 2") < text.index("2 of 2")
    assert "sizes, rights, 3 findings" in page  # the weekday, the name, the credit's form
    assert "caption, sizes, rights, 1 finding" in page  # the photo is there already
    assert "no figure" in page
    with newsroom.change():
        give_rights(newsroom.photo)
    assert "rights" not in browser.get("/captions")


def test_the_page_shows_the_photos_words_and_takes_them(newsroom, browser):
    browser.sign_in("pavel")
    address = f"/captions/{newsroom.story}/1"
    page = browser.get(address)
    assert "What the photo says of itself" in page
    assert "Write “Ada Park/Coastlight”" in page
    assert "The diver, Dana Levy, went down at noon." in page
    first = figures(newsroom)[0]
    form = {name: page.hidden[name] for name in ("version", "position")}
    form |= {"photo": newsroom.photo, "caption": first.caption, "creator": "Somebody", "alt": ALT}
    browser.post(address, form | {"credit": "Mine", "take": "creator"})
    assert (figures(newsroom)[0].creator, figures(newsroom)[0].credit) == ("Ada Park", "Mine")
    again = browser.post(address, form | {"credit": "Mine", "take": "alt"}, status=422)
    assert "The photo says nothing of its alt text." in again


def test_what_the_check_filled_in_can_be_kept_in_the_library_too(newsroom, browser):
    browser.sign_in("pavel")
    address = f"/captions/{newsroom.story}/1"
    assert "Keep in the library too" in browser.get(address)
    browser.post(f"{address}/library", {})
    with newsroom.app.app_context():
        photo = db.session.get(Photo, newsroom.photo)
        assert (photo.alt, photo.caption, photo.credit) == (ALT, CAPTION, "Coastlight")
    assert "Keep in the library too" not in browser.get(address)


def test_the_address_of_a_refused_move_shows_the_story_when_it_is_loaded_again(newsroom, browser):
    browser.sign_in("pavel")
    page = browser.get(f"/stories/{newsroom.story}/moves/pass-captions")
    assert "ferry-halted" in page


def lacks(newsroom):
    """By figure of the story, what the queue names, and whether one of it shuts the gate."""
    with newsroom.app.app_context():
        rows = caption_queue.waiting().rows
        return [(set(one.lacks), one.shuts) for one in rows if one.story.id == newsroom.story]


def besides(before, word):
    return [(words | {word}, True) for words, _ in before]


def told(newsroom):
    """What the gate itself says of passing the captions."""
    with newsroom.app.app_context():
        standing = facts.standing(db.session.get(Story, newsroom.story))
        move = next(one for one in workflow.MOVES if one.name == "pass-captions")
        return list(workflow.refusals(move, standing, newsroom.pavel, Given()))


@pytest.fixture
def complete(newsroom):
    """A story whose second figure lacks nothing but what a test takes from it."""
    newsroom.check()
    with newsroom.change():
        give_rights(newsroom.photo)
        db.session.get(Photo, newsroom.photo).status = "ready"
    return newsroom


def test_the_queue_counts_rights_that_nobody_named(complete):
    before = lacks(complete)
    with complete.change():
        db.session.delete(rights.rights(complete.photo))
    assert lacks(complete) == besides(before, "rights")


def test_the_queue_counts_a_decision_that_waits(complete):
    before = lacks(complete)
    with complete.change():
        db.session.get(Photo, complete.photo).flagged = Flag.MACHINE.name
    assert lacks(complete) == besides(before, "a decision on the photo")
    with complete.change():
        deciding_on_photos.allow(complete.pavel, complete.photo, "For a page on it.", "Made by AI")
    assert lacks(complete) == before


def test_the_queue_counts_photos_whose_sizes_are_not_made_or_failed(complete):
    before = lacks(complete)
    for status, word in (("waiting", "sizes"), ("failed", "another photo")):
        with complete.change():
            photo = db.session.get(Photo, complete.photo)
            photo.status, photo.error = status, "It is damaged."
        assert lacks(complete) == besides(before, word)


def test_the_queue_counts_a_check_that_has_not_read_it_yet(complete):
    before = lacks(complete)
    complete.type(complete.lena, " sharp")
    assert lacks(complete) == besides(before, "a check")
    complete.check()
    assert lacks(complete) == before


def test_the_queue_says_nothing_is_lacking_where_the_gate_says_nothing(complete):
    assert any(shuts for _, shuts in lacks(complete)) == bool(told(complete))
    with complete.change():
        levels = {one: Level.OFF for one, level in _levels().items()}
        desk_captions.set_levels(complete.ada, desk(complete.world), levels)
        story_row = db.session.get(Story, complete.story)
        shown = figure(CAPTION, complete.photo, creator="Ada Park", credit="Coastlight", alt=ALT)
        snapshot = db.session.get(StorySnapshot, (complete.story, 0))
        snapshot.document = document.write(story(shown, BODY))
        story_row.figures = 1
    complete.app.extensions.pop("story_documents", None)
    complete.check()
    assert told(complete) == []
    assert lacks(complete) == [(set(), False)]
    with complete.change():
        db.session.delete(rights.rights(complete.photo))
    assert len(told(complete)) == 1
    assert lacks(complete) == [({"rights"}, True)]


def test_the_page_of_a_story_with_photos_asks_no_more_than_one_without(complete, browser):
    """All that is known of most photos comes in one question."""
    with complete.change():
        other = service.add_photo(machine("set-up"), "quay.jpg", pictures.jpeg((320, 200))).id
        give_rights(other)
        shown = [
            figure(CAPTION, one, creator="Ada Park", credit="Coastlight", alt=ALT)
            for one in (complete.photo, other)
        ]
        snapshot = db.session.get(StorySnapshot, (complete.story, 0))
        snapshot.document = document.write(story(shown[0], BODY, shown[1]))
        for name in ("copy", "captions"):
            approval = Approval(
                story_id=complete.story, kind=name, version=0, by_id=complete.pavel.id
            )
            db.session.add(approval)
    complete.app.extensions.pop("story_documents", None)
    complete.check()
    browser.sign_in("tomas")
    page = browser.get(f"/stories/{complete.story}")
    assert int(page.answer.headers["X-SQL-Queries"]) <= 15


def test_the_number_of_queries_does_not_grow_with_the_queue(complete, browser):
    browser.sign_in("pavel")

    def asked():
        complete.app.extensions.pop("story_documents", None)
        return int(browser.get("/captions").answer.headers["X-SQL-Queries"])

    add_with_contract(complete, "story-0", 0)
    asked()  # the outlets are compiled once
    few = asked()
    for number in range(1, 21):
        add_with_contract(complete, f"story-{number}", number)
    assert asked() == few


def add_with_contract(newsroom, slug, number):
    """A story that waits, with a photo of an agency of its own."""
    with newsroom.change():
        raw = pictures.jpeg((64 + number, 64))
        photo = service.add_photo(machine("office"), f"{number}.jpg", raw)
        give_rights(photo.id, Kind.CONTRACT, details={Detail.SUPPLIER: f"Agency {number}"})
        shown = figure(CAPTION, photo.id, creator="Ada Park", credit="Coastlight", alt=ALT)
        made = make_story(person(newsroom.jonas.id), "World", story(shown, BODY), slug)
        made.state = "photo_check"
