"""A thread goes with its words: dragged, cut and pasted, taken out and brought back."""

from prosemirror.transform import Transform

from newsroom.db import db
from newsroom.stories import history_restore
from newsroom.stories.comment_models import StoryThread
from newsroom.stories.models import Story
from tests.stories.samples import place, steps
from tests.stories.talking import WORDS

AROUND = "The last boat left"
HEADLINE = "Ferry service"


def cut(newsroom, actor, words=AROUND):
    """Take the words out; what the clipboard has of them."""
    taken = []

    def take(node):
        start, end = place(node, words), place(node, words) + len(words)
        taken.append(node.slice(start, end))
        return steps(Transform(node).delete(start, end))

    newsroom.edit(actor, take)
    return taken[0]


def paste(newsroom, actor, piece, behind=HEADLINE):
    def put(node):
        at = place(node, behind) + len(behind)
        return steps(Transform(node).replace(at, at, piece))

    newsroom.edit(actor, put)


def drag(newsroom, actor, words=AROUND, behind=HEADLINE):
    """As the editor does it: both in one commit."""

    def move(node):
        start, end = place(node, words), place(node, words) + len(words)
        change = Transform(node).delete(start, end)
        at = place(change.doc, behind) + len(behind)
        return steps(change.replace(at, at, node.slice(start, end)))

    newsroom.edit(actor, move)


def headline(newsroom):
    with newsroom.app.app_context():
        return db.session.get(Story, newsroom.story).headline


def test_a_thread_follows_its_words_when_they_are_dragged(held, newsroom):
    held.start(newsroom.tomas)
    drag(newsroom, newsroom.jonas)
    [shown] = held.threads()
    assert (shown.deleted, held.text_of(shown)) == (False, WORDS)
    assert headline(newsroom).startswith("Ferry serviceThe last boat left")
    newsroom.check()
    newsroom.type(newsroom.lena, "very ", after="The ")
    assert held.text_of(held.threads()[0]) == "last boat left"


def test_a_thread_gets_its_place_again_when_its_words_are_pasted_later(held, newsroom):
    held.start(newsroom.tomas)
    clipboard = cut(newsroom, newsroom.jonas)
    newsroom.check()
    assert held.threads()[0].deleted
    newsroom.type(newsroom.lena, " yesterday", after="storm")
    newsroom.check()
    newsroom.type(newsroom.lena, "Again: ", after="at noon")
    paste(newsroom, newsroom.jonas, clipboard)
    newsroom.type(newsroom.lena, "Again: ", after=HEADLINE)
    [shown] = held.threads()
    assert (shown.deleted, held.text_of(shown)) == (False, WORDS)
    newsroom.check()
    assert held.text_of(held.threads()[0]) == WORDS


def test_words_that_changed_since_the_talk_began_are_known_as_they_were_cut(held, newsroom):
    held.start(newsroom.tomas)
    newsroom.type(newsroom.jonas, " but one", after="last")
    newsroom.check()
    clipboard = cut(newsroom, newsroom.jonas, "last but one boat left")
    newsroom.check()
    paste(newsroom, newsroom.jonas, clipboard)
    assert held.text_of(held.threads()[0]) == "last but one boat left"


def test_a_copy_pasted_elsewhere_takes_no_thread_along(held, newsroom):
    held.start(newsroom.tomas)
    clipboard = cut(newsroom, newsroom.jonas)
    paste(newsroom, newsroom.jonas, clipboard, behind="PORT ELLEN")
    first = held.threads()[0].start
    newsroom.check()
    paste(newsroom, newsroom.jonas, clipboard)
    # The second lies before the first and takes nothing but room.
    assert held.threads()[0].start == first + len(AROUND)


def test_undoing_a_deletion_gives_a_thread_its_place_again(held, newsroom):
    held.start(newsroom.tomas)
    before = held.threads()[0]
    clipboard = cut(newsroom, newsroom.jonas)
    newsroom.check()

    def undo(node):
        at = place(node, " at noon")
        return steps(Transform(node).replace(at, at, clipboard))

    newsroom.edit(newsroom.jonas, undo)
    assert held.threads()[0].anchor == before.anchor


def test_restoring_a_version_gives_a_thread_its_place_again(held, newsroom):
    held.start(newsroom.tomas)
    before = held.threads()[0]
    newsroom.erase(newsroom.jonas, "The last boat left at noon.")
    newsroom.check()
    with newsroom.change():
        history_restore.restore(newsroom.tomas, newsroom.story, 0, 1)
    assert held.threads()[0].anchor == before.anchor


def test_several_threads_in_what_is_moved_each_keep_their_words(held, newsroom):
    for words in ("boat", "left", "The last"):
        held.start(newsroom.tomas, words, words)
    clipboard = cut(newsroom, newsroom.jonas)
    newsroom.check()
    paste(newsroom, newsroom.jonas, clipboard)
    assert [held.text_of(one) for one in held.threads()] == ["The last", "boat", "left"]


def test_threads_of_another_story_stay_out_of_it(held, newsroom):
    with newsroom.change():
        elsewhere = StoryThread(story_id=newsroom.other, version=0, start=65, end=79, words=WORDS)
        db.session.add(elsewhere)
    held.start(newsroom.tomas)
    clipboard = cut(newsroom, newsroom.jonas)
    newsroom.check()
    paste(newsroom, newsroom.jonas, clipboard)
    newsroom.check()
    with newsroom.app.app_context():
        kept = db.session.scalars(db.select(StoryThread).filter_by(story_id=newsroom.other)).one()
        assert (kept.version, kept.start, kept.end) == (0, 65, 79)


def test_words_deleted_before_such_things_were_kept_come_back_by_how_they_began(held, newsroom):
    thread = held.start(newsroom.tomas)
    clipboard = cut(newsroom, newsroom.jonas, WORDS)
    newsroom.check()
    with newsroom.change():
        db.session.get(StoryThread, thread).taken = None
    paste(newsroom, newsroom.jonas, clipboard)
    assert held.text_of(held.threads()[0]) == WORDS


def test_pages_are_told_of_words_that_are_out_and_what_they_are_known_by(held, newsroom, browser):
    thread = held.start(newsroom.tomas, words="boat")
    cut(newsroom, newsroom.jonas, "last boat left")
    newsroom.check()
    browser.sign_in("tomas")
    answer = browser.client.get(f"/stories/{newsroom.story}/threads").json
    assert answer["threads"] == []
    [out] = answer["out"]
    assert (out["id"], out["words"], out["from"]) == (thread, "boat", out["to"])
    assert [out["taken"][part] for part in ("before", "words", "after")] == ["last", "boat", "left"]


def test_a_thread_stays_on_words_that_somebody_suggests_to_move(held, newsroom):
    held.start(newsroom.tomas)
    before = held.threads()[0]

    def suggest(node):
        marks = node.type.schema.marks
        facts = {"id": "s1", "author": newsroom.jonas.id, "at": 1}
        start, end = place(node, WORDS), place(node, WORDS) + len(WORDS)
        change = Transform(node).add_mark(start, end, marks["deletion"].create(facts))
        at = place(node, "halted")
        put_in = node.type.schema.text(WORDS, [marks["insertion"].create(facts)])
        return steps(change.insert(at, put_in))

    newsroom.edit(newsroom.jonas, suggest)
    newsroom.check()
    [shown] = held.threads()
    assert (shown.deleted, held.text_of(shown)) == (False, WORDS)
    assert shown.start == before.start + len(WORDS)
