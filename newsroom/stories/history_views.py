"""The pages of a story's history: its versions, any of them to read, and any two compared."""

from dataclasses import dataclass

from flask import Blueprint, flash, redirect, render_template, request, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response

from newsroom.accounts.queries import full_names
from newsroom.db import transaction
from newsroom.errors import Conflict, NotFound
from newsroom.roles import Permission
from newsroom.stories import (
    comparing,
    documents,
    history_authors,
    history_restore,
    queries,
    reading,
)
from newsroom.stories import history as histories
from newsroom.stories.history_names import Named, Names, names_of, published_version
from newsroom.stories.models import Story
from newsroom.stories.sittings import Made
from newsroom.stories.suggestions import listed, standing
from newsroom.web.access import current_actor, requires
from newsroom.web.sane import asked_number

blueprint = Blueprint("history", __name__)


@dataclass(frozen=True)
class Shown:
    """One version as it can be read."""

    version: int
    copy: Markup
    person: str
    made: Made | None
    named: list[Named]


@blueprint.get("/stories/<int:story_id>/history")
@requires(Permission.READ_STORIES)
def index(story_id: int) -> str:
    story = queries.story(current_actor(), story_id)
    return _page(story, _asked(story, "version", story.version))


@blueprint.get("/stories/<int:story_id>/history/<int:version>")
@requires(Permission.READ_STORIES)
def version(story_id: int, version: int) -> str:
    """The page with that version open; with `part` only the version, for the play-back."""
    story = queries.story(current_actor(), story_id)
    if not request.args.get("part"):
        return _page(story, version)
    shown = _shown(story, version, names_of(story.id))
    return render_template("stories/history_version.html", story=story, shown=shown)


@blueprint.get("/stories/<int:story_id>/history/<int:version>/authors")
@requires(Permission.READ_STORIES)
def authors(story_id: int, version: int) -> str:
    story = queries.story(current_actor(), story_id)
    histories.refuse_unknown(story, version)
    found = history_authors.written(story, version, asked_number("since") or 0)
    return render_template(
        "stories/history_authors.html", story=story, version=version, found=found
    )


@blueprint.get("/stories/<int:story_id>/history/compare")
@requires(Permission.READ_STORIES)
def compare(story_id: int) -> str:
    """Two versions, the older first whichever was named first."""
    story = queries.story(current_actor(), story_id)
    names = names_of(story.id)
    published = published_version(names)
    before, after = sorted(
        (_asked(story, "from", published or 0), _asked(story, "to", story.version))
    )
    was, is_now = documents.at(story.id, before), documents.at(story.id, after)
    found = comparing.compare(standing(was), standing(is_now))
    return render_template(
        "stories/history_compare.html",
        story=story,
        before=before,
        after=after,
        names=names,
        found=found,
        suggested=len(listed(is_now)),
        published=published,
        earlier=histories.sitting_before(story.id, before, names),
        later=histories.sitting_after(story.id, after, names),
    )


@blueprint.get("/stories/<int:story_id>/history/<int:version>/restore")
@requires(Permission.READ_STORIES)
def ask_to_restore(story_id: int, version: int) -> str:
    return _restoring(story_id, version)


@blueprint.post("/stories/<int:story_id>/history/<int:version>/restore")
@requires(Permission.READ_STORIES)
def restore(story_id: int, version: int) -> Response | tuple[str, int]:
    actor, seen = current_actor(), request.form.get("seen", default=-1, type=int)
    try:
        with transaction():
            story = history_restore.restore(actor, story_id, version, seen)
    except Conflict as error:
        return _restoring(story_id, version, error.sentence), 409
    if story.version == seen:
        flash(f"The story already says what version {version} said; nothing was changed.", "info")
    else:
        flash(f"Version {version} is restored, as version {story.version}.", "good")
    return redirect(url_for("stories.story", story_id=story_id))


def _restoring(story_id: int, version: int, refused: str = "") -> str:
    """The page that asks first; after a refusal it says what restoring would do now."""
    actor = current_actor()
    story = queries.story(actor, story_id)
    return render_template(
        "stories/history_restore.html",
        story=story,
        version=version,
        outlook=history_restore.outlook(actor, story, version),
        refused=refused,
    )


def _page(story: Story, version: int) -> str:
    before = asked_number("before")
    page = histories.history(story, before)
    return render_template(
        "stories/history.html",
        story=story,
        page=page,
        shown=_shown(story, version, page.names),
        before=before,
        published=published_version(page.names),
    )


def _shown(story: Story, version: int, names: Names) -> Shown:
    histories.refuse_unknown(story, version)
    made = histories.made(story.id, version)
    author = made.author_id if made else story.created_by_id
    return Shown(
        version,
        reading.html(documents.at(story.id, version)),
        full_names([author])(author),
        made,
        names.get(version, []),
    )


def _asked(story: Story, name: str, otherwise: int) -> int:
    """A version from the address's query; the story begins with version 0."""
    if not request.args.get(name, "").strip():
        return otherwise
    found = 0 if request.args[name].strip() == "0" else asked_number(name)
    if found is None:
        raise NotFound("There is no such version of this story.")
    histories.refuse_unknown(story, found)
    return found
