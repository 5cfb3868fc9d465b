"""What the editor in the browser asks of the server: the document, its steps, its findings."""

import json
import time
from collections.abc import Callable
from queue import Empty
from typing import Any

from flask import Blueprint, jsonify, redirect, request, url_for
from werkzeug.wrappers import Response

from newsroom.accounts.queries import people_by_id
from newsroom.db import db, storable, transaction
from newsroom.errors import Invalid
from newsroom.notifications.live import Reader, hub
from newsroom.roles import Permission
from newsroom.settings import current_settings
from newsroom.stories import authority, deciding, documents, opening, queries, reconcile
from newsroom.stories.authority import Behind
from newsroom.stories.checks import HOUSE_STYLE
from newsroom.stories.facts import SHOWN
from newsroom.stories.found import FIGURE
from newsroom.stories.holding import thread_to_spare
from newsroom.stories.intake import not_the_story
from newsroom.stories.models import Story, StoryStep
from newsroom.stories.turns import turns
from newsroom.web.access import current_actor, requires, wants_json
from newsroom.web.sane import asked_number
from newsroom.web.sent import sent_object

blueprint = Blueprint("editor_api", __name__)

LONGEST_WAIT_SECONDS = 25
MOST_BYTES = 8_000_000
"""Of one commit: several times the longest document."""
TOO_MUCH = "That is more than one save can carry; take out what you pasted last."
MOST_LINES = 2_000
"""Of what was pasted; those that follow are taken for the story."""
MOST_STEPS = 1_000
"""Steps in one answer, the oldest first; a client further behind asks again from there."""


@blueprint.get("/stories/<int:story_id>/document")
@requires(Permission.READ_STORIES)
def document(story_id: int) -> Response:
    actor = current_actor()
    story = queries.story(actor, story_id)
    return jsonify(opening.opening(actor, story, queries.reporters(story.id)))


@blueprint.get("/stories/<int:story_id>/steps")
@requires(Permission.READ_STORIES)
def steps(story_id: int) -> Response:
    """Steps since a version; with `wait`, held open for so many seconds until there are some.

    Without the live stream every open page waits here: some are told at once that there are none.
    """
    since = asked_number("since") or 0
    wait = min(request.args.get("wait", default=0, type=int), LONGEST_WAIT_SECONDS)
    story = queries.story(current_actor(), story_id)
    if wait and story.version <= since:
        with thread_to_spare() as spare:
            story = _await_steps(story, since, wait) if spare else story
    return jsonify(**_missed(story, since))


def _await_steps(story: Story, since: int, wait: int) -> Story:
    """Look again as the live stream hints; the connection to the database is given back first."""
    actor, reader = current_actor(), hub(current_settings()).join()
    try:
        end = time.monotonic() + wait
        stopping = False
        while story.version <= since and not stopping and time.monotonic() < end:
            db.session.remove()
            stopping = _told_to_stop(reader, story.id, end - time.monotonic())
            story = queries.story(actor, story.id)
    finally:
        hub(current_settings()).leave(reader)
    return story


def _told_to_stop(reader: Reader, story_id: int, seconds: float) -> bool:
    """Wait for a hint of steps, or a little; true where the process is about to stop.

    Whatever else the newsroom says meanwhile, as where each cursor is, asks nothing of the database.
    """
    end = time.monotonic() + min(seconds, 5.0)
    while (left := end - time.monotonic()) > 0:
        try:
            event = reader.get(timeout=left)
        except Empty:
            return False
        if event is None:
            return True
        if event.name == "steps" and event.facts.get("story") == story_id:
            return False
    return False


@blueprint.post("/stories/<int:story_id>/steps")
@requires(Permission.READ_STORIES)
def commit(story_id: int) -> Response | tuple[Response, int]:
    body = sent_object(MOST_BYTES, TOO_MUCH)
    version, client = body.get("version"), body.get("client")
    if type(version) is not int or not storable(version) or not isinstance(client, str):
        raise Invalid("Steps come with their version and their client.")
    actor, steps = current_actor(), body.get("steps")

    def take() -> Response:
        with transaction():
            made = authority.commit(actor, story_id, version, client, steps)
        return jsonify(version=made)

    try:
        return _in_turn(story_id, version, take)
    except Behind:
        came_first = _missed(queries.story(actor, story_id), version)
    if came_first["steps"]:
        return jsonify(**came_first), 409
    # Without a step to show for it the story's row decides: the database was read a moment before
    # the others' commit, or it was brought back from a backup.
    try:
        return take()
    except Behind:
        return jsonify(**_missed(queries.story(actor, story_id), version)), 409


def _in_turn(story_id: int, version: int, take: Callable[[], Response]) -> Response:
    """Raises Behind where this process knows that others came first, as most hear in the end."""
    if authority.is_behind(story_id, version):
        raise Behind
    with turns().of(story_id):
        if authority.is_behind(story_id, version):
            raise Behind
        return take()


def _missed(story: Story, since: int) -> dict[str, Any]:
    """What others committed before, on top of which the client sends its steps again."""
    upto = min(story.version, max(since, 0) + MOST_STEPS)
    rows = list(documents.rows_between(story.id, since, upto))
    return {"version": story.version, "steps": _with_authors(rows)}


def _with_authors(rows: list[StoryStep]) -> list[dict[str, Any]]:
    people = people_by_id({row.author_id for row in rows if row.author_id})
    return [
        {
            "step": json.loads(row.step),
            "client": row.client,
            "author": people[row.author_id].full_name if row.author_id in people else "",
        }
        for row in rows
    ]


@blueprint.post("/stories/pasted")
@requires(Permission.READ_STORIES)
def pasted() -> Response:
    """Which of the lines that somebody pasted are not the story, and why; nothing is changed."""
    lines = sent_object(MOST_BYTES, TOO_MUCH).get("lines")
    if not isinstance(lines, list) or not all(isinstance(line, str) for line in lines):
        raise Invalid("What was pasted comes as its lines.")
    found = not_the_story(lines[:MOST_LINES])
    return jsonify(aside=[{"line": line, "reason": reason} for line, reason in found])


@blueprint.get("/stories/<int:story_id>/findings")
@requires(Permission.READ_STORIES)
def findings(story_id: int) -> Response:
    """The findings with their places in the newest version."""
    story = queries.story(current_actor(), story_id)
    shown, mapping_since = [], documents.mappings_to(story.id, story.version)
    for row in queries.findings(story.id, SHOWN - {"accepted"}):
        mapping = mapping_since(row.version)
        start, end, deleted = reconcile.followed(mapping, row.start, row.end, row.words)
        if deleted or row.kind == FIGURE:
            continue  # what is about a figure as a whole has no words to be marked
        shown.append(
            {
                "id": row.id,
                "check": row.check,
                "rule": row.rule,
                "severity": row.severity,
                "status": row.status,
                "kind": row.kind,
                "from": start,
                "to": end,
                "words": row.words,
                "suggestion": row.suggestion,
                "reason": row.reason,
                "detail": json.loads(row.detail),
            }
        )
    readings = {row.check: row.version for row in queries.readings(story.id)}
    return jsonify(version=story.version, read=readings.get(HOUSE_STYLE), findings=shown)


@blueprint.post("/stories/<int:story_id>/findings/accept-all")
@requires(Permission.READ_STORIES)
def accept_all(story_id: int) -> Response:
    with transaction():
        deciding.accept_all(current_actor(), story_id, sent("client"))
    return after_decision(story_id)


@blueprint.post("/stories/<int:story_id>/findings/<int:finding_id>/accept")
@requires(Permission.READ_STORIES)
def accept(story_id: int, finding_id: int) -> Response:
    with transaction():
        deciding.accept(current_actor(), story_id, finding_id, sent("wording"), sent("client"))
    return after_decision(story_id)


@blueprint.post("/stories/<int:story_id>/findings/<int:finding_id>/dismiss")
@requires(Permission.READ_STORIES)
def dismiss(story_id: int, finding_id: int) -> Response:
    with transaction():
        deciding.dismiss(current_actor(), story_id, finding_id, sent("reason"))
    return after_decision(story_id)


@blueprint.post("/stories/<int:story_id>/findings/<int:finding_id>/reopen")
@requires(Permission.READ_STORIES)
def reopen(story_id: int, finding_id: int) -> Response:
    with transaction():
        deciding.reopen(current_actor(), story_id, finding_id)
    return after_decision(story_id)


def sent(name: str) -> str:
    """A word of the form or of the JSON, whichever came."""
    if request.is_json:
        body = request.get_json(silent=True)
        return str(body.get(name) or "") if isinstance(body, dict) else ""
    return request.form.get(name, "")


def after_decision(story_id: int) -> Response:
    """A script reads the new version; a person without one goes back to where the form stood."""
    if not wants_json():
        figure = request.form.get("figure", type=int)
        if figure:
            return redirect(url_for("captions.figure", story_id=story_id, number=figure))
        return redirect(
            url_for("stories.story", story_id=story_id, tab="findings", _anchor="findings")
        )
    story = queries.story(current_actor(), story_id)
    return jsonify(version=story.version)
