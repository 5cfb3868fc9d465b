"""Publishing freezes what both desks passed; a correction and a withdrawal are told apart."""

import pytest
from sqlalchemy import select, update

from newsroom.audit.models import AuditEntry
from newsroom.db import db
from newsroom.errors import Conflict, Invalid, NotAllowed
from newsroom.publishing import canonical, service
from newsroom.publishing.models import Article, ArticlePhoto
from newsroom.stories import authority, documents
from newsroom.stories.models import Approval, Story
from tests.stories.samples import place, text


def editions(paper):
    with paper.app.app_context():
        return list(db.session.scalars(select(Article).order_by(Article.id)))


def events(paper, kind="article."):
    with paper.app.app_context():
        wanted = select(AuditEntry).where(AuditEntry.event.startswith(kind)).order_by(AuditEntry.id)
        return [(one.event, one.actor_name, one.facts) for one in db.session.scalars(wanted)]


def test_what_is_published_is_the_version_that_both_desks_passed(paper):
    story = paper.make_ready()
    made = paper.publish(story)
    frozen = canonical.read(made.document)
    assert (made.story_id, made.version, made.edition) == (story, 0, 1)
    assert (made.copy_version, made.captions_version) == (0, 0)
    assert (made.headline, made.byline) == ("Ferry service halted by storm", "By Mira Stone")
    assert made.sha256 == canonical.fingerprint(made.document)
    assert made.path == f"{made.first_published_at:%Y/%m/%d}/ferry-halted"
    assert frozen.facts.published_at == made.published_at == made.first_published_at
    assert "Photo: Mara Ellis/Harbour Pictures" in made.html
    assert [one.photo for one in frozen.pictures] == [paper.photo]


def test_the_article_keeps_each_size_of_its_picture(paper):
    frozen = canonical.read(paper.put_out().document)
    sizes = {one.name: (one.width, one.height) for one in frozen.pictures[0].sizes}
    assert sizes == {
        "large": (1600, 1000),
        "medium": (1200, 750),
        "social": (1200, 630),
        "thumb": (400, 250),
        "large.webp": (1600, 1000),
        "medium.webp": (800, 500),
        "thumb.webp": (400, 250),
    }


def test_publishing_is_one_move_and_one_article_in_the_audit_log(paper):
    made = paper.put_out()
    assert events(paper) == [
        ("article.published", "Tomas", {"version": 0, "path": made.path}),
    ]
    assert [facts["move"] for _, _, facts in events(paper, "story.moved")].count("publish") == 1


def suggest(paper, story, words):
    """The editor of a story that is ready suggests words for its first paragraph."""
    with paper.change():
        row = db.session.get(Story, story)
        at = place(documents.at(story, row.version), "noon")
        facts = {"id": "s1", "author": paper.tomas.id, "at": 1_790_000_000_000}
        piece = [text(words, {"type": "insertion", "attrs": facts})]
        step = {"stepType": "replace", "from": at, "to": at, "slice": {"content": piece}}
        authority.commit(paper.tomas, story, row.version, "page", [step])


def test_a_story_with_an_open_suggestion_is_not_published(paper):
    story = paper.make_ready()
    suggest(paper, story, "about ")
    with pytest.raises(Invalid, match="Copy approval of version 0 lapsed"):
        paper.publish(story)


def test_what_is_only_suggested_is_not_printed_whatever_the_approvals_say(paper):
    story = paper.make_ready()
    suggest(paper, story, "about ")
    with paper.change():
        db.session.execute(update(Approval).values(lapsed_at=None))
    assert "left at noon" in paper.publish(story).html


def test_publishing_twice_changes_nothing(paper):
    story = paper.make_ready()
    first = paper.publish(story)
    again = paper.publish(story)
    assert (again.id, again.published_at) == (first.id, first.published_at)
    assert len(editions(paper)) == 1
    assert len(events(paper)) == 1


def test_who_may_not_publish_is_not_told_that_it_is_done(paper):
    story = paper.make_ready()
    paper.publish(story)
    with pytest.raises(NotAllowed), paper.change():
        service.publish(paper.jonas.actor, story, 0)


def test_a_version_that_was_not_seen_is_not_published(paper):
    story = paper.make_ready()
    with pytest.raises(Conflict, match="changed since you opened it"):
        paper.publish(story, seen=5)
    assert editions(paper) == []


def test_a_story_without_its_approvals_is_refused_and_no_article_is_made(paper):
    story = paper.make_ready()
    paper.edit(story, "at noon", " sharp")
    with pytest.raises(Invalid, match="Copy approval of version 0 lapsed"):
        paper.publish(story)
    assert editions(paper) == []
    assert paper.read("/paper/feed.xml").text.count("<item>") == 0


def test_two_stories_of_one_slug_and_day_have_two_addresses(paper):
    first = paper.put_out()
    with paper.change():
        row = db.session.get(Story, first.story_id)
        row.slug_day = row.slug_day.replace(year=2020)
    second = paper.put_out()
    assert second.path == f"{first.path}-2"


def test_a_correction_is_a_new_edition_at_the_same_address(paper):
    first = paper.put_out()
    second = paper.correct(first.story_id, "The boat left at noon sharp.")
    assert (second.path, second.edition, second.version) == (first.path, 2, 1)
    assert second.first_published_at == first.first_published_at
    assert second.published_at > first.published_at
    assert second.correction == "The boat left at noon sharp."
    assert [one.superseded_at is None for one in editions(paper)] == [False, True]
    with paper.app.app_context():
        assert db.session.get(Story, first.story_id).correction is None
    assert events(paper)[1:] == [
        (
            "article.corrected",
            "Tomas",
            {"version": 1, "correction": "The boat left at noon sharp."},
        )
    ]


def test_a_second_correction_keeps_the_first(paper):
    first = paper.put_out()
    paper.correct(first.story_id, "At noon sharp.")
    third = paper.correct(first.story_id, "From Port Ellen.", "at noon", " exactly")
    corrections = canonical.read(third.document).facts.corrections
    assert [one.text for one in corrections] == ["At noon sharp.", "From Port Ellen."]


def test_a_correction_without_a_change_of_the_text_is_an_edition_too(paper):
    first = paper.put_out()
    paper.move(paper.tomas, first.story_id, "correct", "The headline of our print edition erred.")
    paper.pass_both(first.story_id)
    second = paper.publish(first.story_id)
    assert (second.version, second.edition) == (first.version, 2)


def test_the_article_stays_while_its_correction_is_on_the_way(paper):
    first = paper.put_out()
    paper.move(paper.tomas, first.story_id, "correct", "At noon sharp.")
    paper.edit(first.story_id, "at noon", " sharp")
    page = paper.read(f"/paper/{first.path}")
    assert page.status_code == 200
    assert "sharp" not in page.text


def test_a_withdrawal_keeps_its_reason_and_who_gave_it(paper):
    made = paper.put_out()
    paper.withdraw(made.story_id)
    taken = paper.current(made.story_id)
    assert taken.withdrawn_at is not None
    assert (taken.withdrawn_by_id, taken.withdrawn_reason) == (
        paper.tomas.id,
        "The source took it back.",
    )
    assert events(paper)[1:] == [
        ("article.withdrawn", "Tomas", {"reason": "The source took it back."})
    ]


def test_a_withdrawal_without_a_reason_is_refused(paper):
    made = paper.put_out()
    with pytest.raises(Invalid, match="Give the reason"):
        paper.withdraw(made.story_id, reason=" ")
    assert paper.read(f"/paper/{made.path}").status_code == 200


def test_the_article_knows_its_photos(paper):
    made = paper.put_out()
    with paper.app.app_context():
        rows = db.session.execute(select(ArticlePhoto.article_id, ArticlePhoto.photo_id)).all()
    assert [tuple(row) for row in rows] == [(made.id, paper.photo)]


def test_a_correction_with_unprintable_characters_leaves_page_and_feed_readable(paper):
    story = paper.make_ready()
    paper.publish(story)
    made = paper.correct(story, "The boat left\x00 at\x0b one.")
    assert made.correction == "The boat left at one."
    assert paper.read("/paper/feed.xml").status_code == 200
    taken = paper.withdraw(story, "The source\x00 took it back.")
    assert taken.withdrawn_reason == "The source took it back."
