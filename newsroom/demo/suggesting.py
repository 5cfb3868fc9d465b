"""A suggestion as the reporter of a demo story makes it: some words struck, others put in."""

from prosemirror.transform import Transform

from newsroom.db import db, now
from newsroom.roles import Actor
from newsroom.stories import authority, documents
from newsroom.stories.document import SCHEMA
from newsroom.stories.models import Story
from newsroom.stories.passages import blocks

CLIENT = "demo"


def suggest(actor: Actor, story_id: int, struck: str, put_in: str) -> None:
    """In the first place where those words stand; inside transaction()."""
    version = db.session.get_one(Story, story_id).version
    document = documents.at(story_id, version)
    block = next(one for one in blocks(document) if struck in one.text)
    start = block.text.index(struck)
    begin, end = block.begin(start), block.end(start + len(struck))
    facts = {"id": CLIENT, "author": actor.id, "at": int(now().timestamp() * 1000)}
    change = Transform(document)
    change.insert(end, SCHEMA.text(put_in, [SCHEMA.mark("insertion", facts)]))
    change.add_mark(begin, end, SCHEMA.mark("deletion", facts))
    steps = [step.to_json() for step in change.steps]
    authority.commit(actor, story_id, version, CLIENT, steps)
