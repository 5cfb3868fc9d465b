"""Where a photo is used: in which stories it stands, and which articles ran with it."""

from prosemirror.transform import Transform

from newsroom.db import db
from newsroom.photos.library_models import PhotoUse
from newsroom.stories import photo_uses
from newsroom.stories.summary import summarise
from tests.stories.samples import block, figure
from tests.stories.writing import edit


def uses(paper):
    with paper.app.app_context():
        rows = db.session.query(PhotoUse).order_by(PhotoUse.story_id, PhotoUse.photo_id)
        return [(one.photo_id, one.story_id, one.stands, one.ran_at is not None) for one in rows]


def without_its_figure(node):
    at = summarise(node).figures[0].position
    made = Transform(node).delete(at, at + node.node_at(at).node_size)
    return [step.to_json() for step in made.steps]


def test_a_photos_page_says_where_it_stands_and_where_it_ran(paper, browser):
    draft = paper.write("ferry-plan", figure("The quay.", paper.photo), block("paragraph", "Soon."))
    article = paper.put_out()
    browser.sign_in("pavel")
    page = browser.get(f"/photos/{paper.photo}")
    assert "Where it is used" in page
    assert f"/stories/{draft}" in page.links
    assert f"/stories/{article.story_id}" in page.links
    assert f"/paper/{article.path}" in page.links
    assert "In no story yet." in browser.get(f"/photos/{paper.unseen}")
    assert uses(paper) == [
        (paper.photo, draft, True, False),
        (paper.photo, article.story_id, True, True),
    ]
    assert f"/photos/{paper.photo}" in browser.get("/photos?used=ran").links
    assert f"/photos/{paper.photo}" not in browser.get("/photos?used=no").links


def test_a_photo_taken_out_of_a_story_is_used_there_no_more_unless_it_ran(paper, change):
    draft = paper.write("ferry-plan", figure("The quay.", paper.photo), block("paragraph", "Soon."))
    with change():
        edit(paper.jonas.actor, draft, without_its_figure)
    assert uses(paper) == []


def test_stories_of_before_are_told_to_the_library_once(paper, change):
    draft = paper.write()
    with change():
        db.session.query(PhotoUse).delete()
    with paper.app.app_context():
        assert photo_uses.note_earlier_stories() == 1
        assert photo_uses.note_earlier_stories() == 0
    assert uses(paper) == [(paper.photo, draft, True, False)]
