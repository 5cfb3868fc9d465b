"""Talking about a story, for the tests of comments."""

from sqlalchemy import select

from newsroom.audit.models import AuditEntry
from newsroom.db import db
from newsroom.notifications import inbox
from newsroom.stories import comment_queries, comments, documents, own_comments, talk
from newsroom.stories.comment_models import StoryComment
from newsroom.stories.comments import Place, Sent
from newsroom.stories.models import Story
from tests.stories.samples import place

WORDS = "last boat left"


class Talk:
    """The talk about one story, as its people hold it."""

    def __init__(self, newsroom):
        self.newsroom, self.sent = newsroom, 0

    def sending(self, text, form=None):
        self.sent += 1
        return Sent(text, form or f"form-{self.sent}")

    def start(self, actor, text="Who says so?", words=WORDS, form=None):
        with self.newsroom.change():
            row = db.session.get(Story, self.newsroom.story)
            begin = place(documents.at(row.id, row.version), words) if words else 0
            where = Place(row.version, begin, begin + len(words)) if words else None
            return comments.start(actor, row.id, where, self.sending(text, form)).id

    def reply(self, actor, thread, text, form=None):
        with self.newsroom.change():
            comments.reply(actor, self.newsroom.story, thread, self.sending(text, form))

    def do(self, verb, actor, thread):
        with self.newsroom.change():
            getattr(comments, verb)(actor, self.newsroom.story, thread)

    def threads(self):
        with self.newsroom.app.app_context():
            story = db.session.get(Story, self.newsroom.story)
            return talk.threads(story, comment_queries.talk(story.id))

    def said(self):
        return [[c.row.text for c in one.comments] for one in self.threads()]

    def waiting(self, actor):
        with self.newsroom.app.app_context():
            entries, _ = inbox.page(actor.id, None)
            return [(e.sentence, e.facts["words"]) for e in entries if e.row.read_at is None]

    def text_of(self, thread):
        with self.newsroom.app.app_context():
            story = db.session.get(Story, self.newsroom.story)
            node = documents.at(story.id, story.version)
            return node.text_between(thread.start, thread.end)

    def comment_saying(self, text):
        with self.newsroom.app.app_context():
            return db.session.scalars(select(StoryComment.id).filter_by(text=text)).one()

    def edit(self, actor, comment, text, story=None):
        with self.newsroom.change():
            own_comments.edit(actor, story or self.newsroom.story, comment, text)

    def delete(self, actor, comment, story=None):
        with self.newsroom.change():
            own_comments.delete(actor, story or self.newsroom.story, comment)

    def kept(self, comment):
        with self.newsroom.app.app_context():
            return db.session.get(StoryComment, comment)


def audited(newsroom):
    with newsroom.app.app_context():
        wanted = select(AuditEntry).where(AuditEntry.event.startswith("thread."))
        return [(e.actor_name, e.event) for e in db.session.scalars(wanted.order_by(AuditEntry.id))]
