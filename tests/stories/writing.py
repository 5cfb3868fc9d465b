"""Writing in a story as an editor in the browser does, without one."""

from newsroom.db import db
from newsroom.stories import authority, documents
from newsroom.stories.models import Story


def edit(actor, story_id, change):
    """Send the steps that `change` makes in the newest version; inside change()."""
    row = db.session.get(Story, story_id)
    steps = change(documents.at(row.id, row.version))
    return authority.commit(actor, row.id, row.version, "tab", steps)
