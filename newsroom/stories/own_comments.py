"""What people do with a comment of their own, while its thread is open: edit it, or delete it."""

from dataclasses import dataclass

from newsroom.db import db, now
from newsroom.errors import Conflict, NotAllowed, NotFound
from newsroom.notifications import inbox
from newsroom.notifications.live import announce
from newsroom.roles import Actor
from newsroom.stories import comment_queries, comments, mentions, queries
from newsroom.stories.comment_models import StoryComment, StoryThread
from newsroom.stories.models import Story


@dataclass(frozen=True)
class _Own:
    """A comment of the person who asks, where it stands."""

    story: Story
    thread: StoryThread
    comment: StoryComment


def edit(actor: Actor, story_id: int, comment_id: int, typed: str) -> StoryThread:
    """Put this text in place of the one there is; who is named in it for the first time is told.

    Of two pages the one sent last wins. Only its author edits a comment, so that a refusal could
    only ask the same person which of two texts of their own they mean, and they have just said it.
    The same text sent twice changes nothing, and so neither the time of the edit nor an inbox.
    """
    own = _own(actor, story_id, comment_id)
    text = comments.worded(typed)
    if own.comment.deleted_at is not None:
        raise Conflict("You deleted this comment, so that its text cannot be changed any more.")
    if text != own.comment.text:
        _must_be_open(own.thread)
        own.comment.text, own.comment.edited_at = text, now()
        inbox.reword(own.comment.id, comments.told_as(text))
        _tell_the_newly_named(actor, own)
        announce("comments", story=own.story.id)
    return own.thread


def delete(actor: Actor, story_id: int, comment_id: int) -> StoryThread:
    """Leave only that something was said here; a thread in which nothing is left goes whole."""
    own = _own(actor, story_id, comment_id)
    if own.comment.deleted_at is None:
        _must_be_open(own.thread)
        own.comment.text, own.comment.named, own.comment.deleted_at = "", "", now()
        db.session.flush()
        inbox.take_back(own.comment.id)
        if comment_queries.is_empty(own.thread.id):
            _let_go(actor, own.story, own.thread)
        announce("comments", story=own.story.id)
    return own.thread


def _let_go(actor: Actor, story: Story, thread: StoryThread) -> None:
    """What must be fixed goes only with who may say that it need not be: else it would open a gate."""
    if thread.must_fix and not comments.may_demand(actor, story.desk_id):
        return
    if thread.must_fix:
        comments.release(actor, story.id, thread.id)
    thread.gone = True


def _tell_the_newly_named(actor: Actor, own: _Own) -> None:
    """Names stay with those told before, though the text names them no more: nobody is told twice."""
    before = set(own.comment.named.split())
    named = comment_queries.readers_named(set(mentions.names(own.comment.text)) - before)
    own.comment.named = " ".join(sorted(before | named.keys()))
    comments.tell(actor, own.story, own.comment, {"mention": frozenset(named.values())})


def _own(actor: Actor, story_id: int, comment_id: int) -> _Own:
    story = queries.story_for_change(actor, story_id)
    comment = db.session.get(StoryComment, comment_id, populate_existing=True)
    thread = comment and db.session.get(StoryThread, comment.thread_id, populate_existing=True)
    if not comment or not thread or thread.story_id != story.id:
        raise NotFound("There is no such comment in this story.")
    if actor.id is None or comment.author_id != actor.id:
        raise NotAllowed("Only its author changes a comment or deletes it.")
    return _Own(story, thread, comment)


def _must_be_open(thread: StoryThread) -> None:
    if not thread.open:
        raise Conflict("This thread is resolved; open it again to change what was said in it.")
