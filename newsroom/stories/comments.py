"""Talking about a story: threads, replies, what must be fixed, who is told.

Nothing here touches the document or an approval; the story is locked all the same, so that
nobody passes copy in the moment in which somebody says what must be fixed.
"""

import hashlib
import json
from collections.abc import Collection
from dataclasses import asdict, dataclass

from newsroom.audit import Event, record
from newsroom.db import db, now
from newsroom.errors import Conflict, Invalid, NotAllowed, NotFound
from newsroom.notifications import inbox
from newsroom.notifications.live import announce
from newsroom.roles import Actor, Permission
from newsroom.stories import comment_queries, documents, mentions, queries
from newsroom.stories.anchors import Anchor, Taken, Trail
from newsroom.stories.comment_models import StoryComment, StoryThread
from newsroom.stories.letters import letters_of
from newsroom.stories.models import Story
from newsroom.stories.values import FORBIDDEN
from newsroom.stories.words import kept, short, within

COMMENT_LENGTH = 5_000
WORDS_LENGTH = 500
"""Of the words a thread is about, as they are kept beside it; its range may be longer."""
TOLD_LENGTH = 200
"""Of a comment, in the inbox of those who are told of it."""
MOST_COMMENTS = 2_000
"""In one story."""
FORM_LENGTH = 100


@dataclass(frozen=True)
class Place:
    """Some words of a version, as positions in its document."""

    version: int
    start: int
    end: int


@dataclass(frozen=True)
class Sent:
    """What somebody typed, and the form they sent it from: the same sent twice is kept once."""

    text: str
    form: str


def start(actor: Actor, story_id: int, place: Place | None, sent: Sent) -> StoryThread:
    """Begin a talk about these words, or, without a place, about the whole story."""
    story = queries.story_for_change(actor, story_id)
    before = _sent_before(actor, story, None, sent)
    if before is not None:
        return thread_in(story, before.thread_id)
    thread = StoryThread(story_id=story.id, version=story.version)
    if place is not None:
        thread.words = _words_at(story, place)
        thread.version, thread.start, thread.end = place.version, place.start, place.end
    text = _text(story, sent)
    db.session.add(thread)
    db.session.flush()
    _say(actor, story, thread, text, _sending(story, None, sent))
    return thread


def reply(actor: Actor, story_id: int, thread_id: int, sent: Sent) -> StoryThread:
    story = queries.story_for_change(actor, story_id)
    thread = thread_in(story, thread_id)
    if _sent_before(actor, story, thread, sent) is None:
        _say(actor, story, thread, _text(story, sent), _sending(story, thread, sent))
    return thread


def resolve(actor: Actor, story_id: int, thread_id: int) -> StoryThread:
    story = queries.story_for_change(actor, story_id)
    thread = thread_in(story, thread_id)
    if thread.open:
        thread.resolved_at, thread.resolved_by_id = now(), actor.id
        _note(actor, Event.THREAD_RESOLVED, story, thread)
    return thread


def reopen(actor: Actor, story_id: int, thread_id: int) -> StoryThread:
    story = queries.story_for_change(actor, story_id)
    thread = thread_in(story, thread_id)
    if not thread.open:
        thread.resolved_at, thread.resolved_by_id = None, None
        _note(actor, Event.THREAD_REOPENED, story, thread)
    return thread


def demand(actor: Actor, story_id: int, thread_id: int) -> StoryThread:
    """Say that it must be fixed before copy is passed."""
    story, thread = _to_judge(actor, story_id, thread_id)
    if not thread.must_fix:
        thread.must_fix = True
        _note(actor, Event.FIX_DEMANDED, story, thread)
    return thread


def release(actor: Actor, story_id: int, thread_id: int) -> StoryThread:
    """Take that back."""
    story, thread = _to_judge(actor, story_id, thread_id)
    if thread.must_fix:
        thread.must_fix = False
        _note(actor, Event.FIX_RELEASED, story, thread)
    return thread


def may_demand(actor: Actor, desk_id: int) -> bool:
    """Editors of the desk, and the photo desk."""
    return actor.may(Permission.EDIT_COPY, desk_id) or actor.may(Permission.EDIT_FIGURES, desk_id)


def follow(story: Story, version: int) -> None:
    """Count the places of all threads in that version, so that no page follows them from afar."""
    threads = comment_queries.anchored(story.id, version)
    trail = trail_of(story.id, threads, version)
    for thread in threads:
        anchor = placed(thread, trail)
        thread.version, thread.start, thread.end = version, anchor.start, anchor.end
        thread.taken = json.dumps(asdict(anchor.taken)) if anchor.taken else None


def trail_of(story_id: int, threads: Collection[StoryThread], version: int) -> Trail:
    """The steps from the oldest place of these threads up to that version."""
    first = min((thread.version for thread in threads), default=version)
    steps = documents.steps_between(story_id, first, version)
    return Trail(first, steps, lambda between: documents.at(story_id, between))


def placed(thread: StoryThread, trail: Trail) -> Anchor:
    """A thread on words, after the steps since its version."""
    start, end = thread.start or 0, thread.end or 0
    taken = Taken(**json.loads(thread.taken)) if thread.taken else None
    if taken is None and start == end:
        # Its words were deleted before such things were kept: they are known by how they began.
        taken = Taken(letters_of(thread.words))
    return trail.lead(Anchor(start, end, taken), thread.version, thread.words)


def _to_judge(actor: Actor, story_id: int, thread_id: int) -> tuple[Story, StoryThread]:
    story = queries.story_for_change(actor, story_id)
    thread = thread_in(story, thread_id)
    if not may_demand(actor, story.desk_id):
        raise NotAllowed("An editor of the desk or the photo desk says what must be fixed.")
    return story, thread


def thread_in(story: Story, thread_id: int) -> StoryThread:
    found = db.session.get(StoryThread, thread_id, populate_existing=True)
    if found is None or found.story_id != story.id:
        raise NotFound("There is no such thread in this story.")
    if found.gone:
        raise Conflict("What was said in this thread was deleted by its author meanwhile.")
    return found


def _words_at(story: Story, place: Place) -> str:
    if not 0 <= place.version <= story.version:
        raise Conflict("The story is at another version; load the page again and comment there.")
    node = documents.at(story.id, place.version)
    if not 0 <= place.start < place.end <= node.content.size:
        raise Invalid("Choose the words that the comment is about.")
    words = FORBIDDEN.sub("", node.text_between(place.start, place.end, " ")).strip()
    if not words:
        raise Invalid("Choose the words that the comment is about.")
    return short(words, WORDS_LENGTH)


def worded(typed: str) -> str:
    """What somebody typed, as it is kept."""
    return within(typed, "A comment", COMMENT_LENGTH)


def _text(story: Story, sent: Sent) -> str:
    text = worded(sent.text)
    if not sent.form or len(sent.form) > FORM_LENGTH:
        raise Invalid("The page did not say which form it sent; load it again.")
    if comment_queries.comments_in(story.id) >= MOST_COMMENTS:
        raise Invalid(f"A story has at most {MOST_COMMENTS:,} comments.")
    return text


def _sending(story: Story, thread: StoryThread | None, sent: Sent) -> str:
    """Form and words together: other words from the same form are another comment."""
    about = "new" if thread is None else str(thread.id)
    text = "\n".join((str(story.id), about, sent.form, kept(sent.text)))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _sent_before(
    actor: Actor, story: Story, thread: StoryThread | None, sent: Sent
) -> StoryComment | None:
    if actor.id is None:
        raise NotAllowed("Only a person comments on a story.")
    return comment_queries.sent_before(actor.id, _sending(story, thread, sent))


def _say(actor: Actor, story: Story, thread: StoryThread, text: str, sending: str) -> None:
    spoke = comment_queries.speakers(thread.id) - {actor.id}
    named = comment_queries.readers_named(mentions.names(text))
    comment = StoryComment(
        thread_id=thread.id,
        author_id=actor.id,
        text=text,
        named=" ".join(sorted(named)),
        sending=sending,
    )
    db.session.add(comment)
    db.session.flush()
    people = frozenset(named.values())
    tell(actor, story, comment, {"mention": people, "reply": spoke - people})
    announce("comments", story=story.id)


def tell(
    actor: Actor, story: Story, comment: StoryComment, told: dict[str, frozenset[int]]
) -> None:
    """Put it into the inboxes of those people, by what it is to them, but not into one's own."""
    words = told_as(comment.text)
    said = inbox.Said(story.id, comment.thread_id, comment.id, actor.name, story.slug, words)
    others = {kind: people - {actor.id} for kind, people in told.items()}
    inbox.put({kind: people for kind, people in others.items() if people}, said)


def told_as(text: str) -> str:
    """What an inbox shows of a comment."""
    return short(text, TOLD_LENGTH)


def _note(actor: Actor, event: Event, story: Story, thread: StoryThread) -> None:
    announce("comments", story=story.id)
    about = thread.words or "the whole story"
    record(actor, event, "story", story.id, slug=story.slug, thread=thread.id, about=about)
