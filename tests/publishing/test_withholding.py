"""Rights that end: told a week ahead, kept off the paper from then on, shown again when extended."""

from datetime import timedelta

import pytest
from prosemirror.transform import Transform
from sqlalchemy import delete, select

from newsroom.channels import Channel
from newsroom.db import db, now
from newsroom.errors import Invalid
from newsroom.notifications.models import InboxEntry
from newsroom.photos.library_models import PhotoUse
from newsroom.photos.rights import service as rights
from newsroom.photos.rights.categories import Kind
from newsroom.photos.rights.models import PhotoChange, PhotoRights
from newsroom.photos.rights.terms import Lets
from newsroom.publishing import withholding
from newsroom.publishing.withheld_models import WithheldVersion
from newsroom.stories import photo_changes, photo_uses, queries, rights_ending
from tests.factories import give_rights
from tests.page_client import Browser
from tests.publishing.test_publishing import events
from tests.stories.samples import block, erased, place, steps
from tests.stories.writing import edit

TODAY = now().date()
WEEK = timedelta(days=7)


@pytest.fixture
def days_later(monkeypatch):
    def go(days):
        monkeypatch.setattr(
            "newsroom.photos.rights.queries.now", lambda: now() + timedelta(days=days)
        )

    return go


def settle(paper):
    with paper.app.app_context():
        photo_changes.settle()


def look(paper):
    with paper.app.app_context():
        withholding.look()


def told(paper, kind):
    with paper.app.app_context():
        wanted = select(InboxEntry).where(InboxEntry.kind == kind)
        return sorted((one.person_id, one.story_id) for one in db.session.scalars(wanted))


def set_rights(paper, kind=Kind.STAFF, photo=None, **facts):
    with paper.change():
        give_rights(photo or paper.photo, kind, **facts)


def version(paper):
    with paper.app.app_context():
        return WithheldVersion.current()


def test_captions_are_not_passed_over_a_photo_without_rights(paper):
    with paper.change():
        db.session.delete(db.session.get(PhotoRights, paper.photo))
    story = paper.write()
    paper.move(paper.jonas.actor, story, "file")
    paper.check(story)
    paper.move(paper.tomas, story, "pass-copy")
    with pytest.raises(Invalid, match="Nobody has said by which right it may run"):
        paper.move(paper.pavel, story, "pass-captions")
    set_rights(paper, Kind.COMMISSIONED)
    paper.move(paper.pavel, story, "pass-captions")


def test_a_change_of_rights_lapses_captions_passed_before_at_once_and_for_good(paper):
    story, out = paper.make_ready(), paper.put_out("tram-strike")
    other = paper.make_ready("quay-empty")
    with paper.change():
        rights.set_rights(paper.pavel, paper.photo, rights.Given(Kind.COMMISSIONED), 1)
    said = "Captions approval of version 0 lapsed: Pavel changed the rights of a photo"
    with pytest.raises(Invalid, match=said):
        paper.publish(story)
    paper.move(paper.pavel, other, "pass-captions-again")
    settle(paper)
    settle(paper)
    with paper.app.app_context():
        given = queries.approvals(story)
        assert given["captions"].why == "changed the rights of a photo"
        assert given["captions"].lapsed_by_id == paper.pavel.id
        assert given["copy"].lapsed_at is None
        assert queries.approvals(out.story_id)["captions"].lapsed_at is None
        assert queries.approvals(other)["captions"].lapsed_at is None
        assert db.session.scalars(select(PhotoChange)).all() == []
    paper.publish(other)


def test_a_story_is_not_scheduled_for_a_day_behind_the_rights(paper):
    set_rights(paper, ends_on=TODAY + timedelta(days=1))
    story = paper.make_ready()
    with pytest.raises(Invalid, match=r"Figure 1 may not run\. Its rights end on"):
        paper.move(paper.tomas, story, "schedule", at=now() + timedelta(days=3))
    paper.move(paper.tomas, story, "schedule", at=now() + timedelta(hours=1))


def test_when_rights_end_the_paper_shows_the_photo_no_longer_until_they_are_extended(
    paper, days_later
):
    set_rights(paper, ends_on=TODAY + WEEK)
    out = paper.put_out()
    page, picture = f"/paper/{out.path}", f"/paper/photos/{paper.photo}/medium"
    lists = ("/paper", page, "/paper/feed.xml", "/paper/syndication.xml")
    shown = f"/paper/photos/{paper.photo}/"
    before = {path: paper.read(path).headers["ETag"] for path in lists}
    kept = paper.read(picture).headers["Cache-Control"]
    assert kept == "public, max-age=60, must-revalidate"
    days_later(7)
    look(paper)
    assert shown in paper.read(page).text
    days_later(8)
    look(paper)
    for path, tag in before.items():
        answer = paper.read(path, If_None_Match=tag)
        assert answer.status_code == 200, path
        assert "The last boat left" in answer.text or "Ferry service" in answer.text
        assert shown not in answer.text, path
        assert "Mara Ellis" not in answer.text, path
    assert paper.read(picture).status_code == 410
    assert "may not be shown" in paper.read(picture).text
    assert told(paper, "photo_gone") == sorted(
        (one.id, out.story_id) for one in (paper.tomas, paper.pavel)
    )
    (gone,) = events(paper, "photo.withheld")
    assert gone[2]["reason"] == f"Its rights end on {TODAY + WEEK:%-d %B %Y}."
    was = version(paper)
    look(paper)
    assert version(paper) == was
    set_rights(paper, ends_on=TODAY + 5 * WEEK)
    look(paper)
    assert shown in paper.read(page).text
    assert paper.read(picture).status_code == 200
    assert paper.read(page).headers["ETag"] != before[page]
    assert len(events(paper, "photo.shown_again")) == 1
    assert len(told(paper, "photo_gone")) == 2


def test_nobody_is_told_to_keep_a_picture_for_longer_than_its_rights(paper):
    set_rights(paper, ends_on=TODAY + WEEK)
    address = paper_picture(paper.put_out())
    kept = paper.read(address).headers["Cache-Control"]
    assert kept.endswith("immutable")
    assert int(kept.split("=")[1].split(",")[0]) <= 8 * 86400
    set_rights(paper)
    assert paper.read(address).headers["Cache-Control"].startswith("public, max-age=31536000")


def paper_picture(article):
    return article.html.partition('src="')[2].partition('"')[0]


def test_a_photo_for_the_site_alone_is_left_out_of_what_other_papers_get(paper):
    set_rights(paper, channels=frozenset({Channel.SITE, Channel.FEED}))
    out = paper.put_out()
    shown = f"/paper/photos/{paper.photo}/"
    assert shown in paper.read(f"/paper/{out.path}").text
    assert shown in paper.read("/paper/feed.xml").text
    syndicated = paper.read("/paper/syndication.xml").text
    assert "The last boat left at noon." in syndicated
    assert shown not in syndicated
    assert paper.read(f"/paper/photos/{paper.photo}/medium").status_code == 200
    assert told(paper, "photo_gone") == []
    assert events(paper, "photo.withheld")[0][2]["channels"] == "the syndication feed"


def test_a_stop_takes_a_photo_off_the_site_though_nobody_had_kept_its_rights(paper, days_later):
    out = paper.put_out()
    with paper.change():
        db.session.delete(db.session.get(PhotoRights, paper.photo))
    look(paper)
    assert paper.read(f"/paper/photos/{paper.photo}/medium").status_code == 200
    with paper.change():
        leave = rights.Leave(Lets.DENY, "A court said so.", TODAY, TODAY + WEEK)
        rights.lease(paper.pavel, paper.photo, leave)
    look(paper)
    assert paper.read(f"/paper/photos/{paper.photo}/medium").status_code == 410
    assert "<figure" not in paper.read(f"/paper/{out.path}").text
    days_later(8)
    look(paper)
    assert paper.read(f"/paper/photos/{paper.photo}/medium").status_code == 200


def test_an_end_is_told_a_week_ahead_once_to_the_desk_of_each_story(paper, days_later):
    set_rights(paper, ends_on=TODAY + 2 * WEEK)
    set_rights(paper, photo=paper.unseen, ends_on=TODAY + 2 * WEEK)
    story, out = paper.write("quay-empty", desk="City"), paper.put_out()
    people = (paper.tomas, paper.pavel)
    browser = Browser(paper.app)
    browser.sign_in("pavel")

    def tell():
        with paper.app.app_context():
            rights_ending.tell()

    tell()
    assert told(paper, "rights_end") == []
    assert "No rights end soon" in browser.get("/photos/rights-ending")
    days_later(7)
    tell()
    tell()
    expected = sorted((one.id, number) for one in people for number in (story, out.story_id))
    assert told(paper, "rights_end") == expected
    page = browser.get("/photos/rights-ending")
    assert f"{TODAY + 2 * WEEK:%-d %B %Y}" in page
    assert "quay-empty" in page
    assert "ferry-halted Published on the site" in page
    assert f"/photos/{paper.unseen}/rights" not in page.answer.text
    set_rights(paper, ends_on=TODAY + 2 * WEEK - timedelta(days=1))
    tell()
    assert len(told(paper, "rights_end")) == 2 * len(expected)
    days_later(40)
    assert "Ended on" in browser.get("/photos/rights-ending")


def test_a_story_knows_the_photos_of_its_figures_after_every_edit(paper):
    story = paper.write()

    def after(change):
        with paper.change():
            edit(paper.jonas.actor, story, change)
        with paper.app.app_context():
            return photos_of(story)

    assert after(lambda node: erased(node, " on Tuesday")) == [paper.photo]
    assert after(without_figure) == []


def test_stories_that_were_there_before_get_their_photos_told(paper):
    story, bare = paper.write(), paper.write("quay-empty", block("paragraph", "No boat."))
    with paper.change():
        edit(paper.jonas.actor, story, lambda node: another_photo(node, paper.unseen))
        db.session.execute(delete(PhotoUse))
    with paper.app.app_context():
        photo_uses.note_earlier_stories()
        assert photos_of(story) == [paper.unseen]
        assert photos_of(bare) == []


def photos_of(story):
    wanted = select(PhotoUse.photo_id).where(PhotoUse.story_id == story, PhotoUse.stands)
    return list(db.session.scalars(wanted))


def another_photo(node, photo):
    return steps(Transform(node).set_node_attribute(place(node, "The quay") - 1, "photo", photo))


def without_figure(node):
    at = place(node, "The quay") - 1
    return steps(Transform(node).delete(at, at + node.node_at(at).node_size))
