"""A story beside the agency copy that it stands in, passage by passage, with what was changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flask import Blueprint, render_template

from newsroom.roles import Permission
from newsroom.same_items import Effort
from newsroom.stories import queries
from newsroom.stories.checks import REUSE
from newsroom.stories.comparing_lines import Line
from newsroom.stories.comparing_words import Piece, pieces
from newsroom.stories.reuse_shares import Agency, Passage, agencies, quoted, ran_before
from newsroom.web.access import current_actor, requires
from newsroom.wire.reuse_sources import paragraphs

blueprint = Blueprint("reuse", __name__)

EFFORT = 200_000
"""For all passages of a page: a hostile text must not hold up a worker of the web."""
AROUND = 200
"""Characters of the agency's paragraph that are shown on each side of what was taken."""


@dataclass(frozen=True)
class Beside:
    """A passage, and the agency's words for it."""

    passage: Passage
    pieces: Sequence[Piece]
    before: str
    behind: str


@blueprint.get("/stories/<int:story_id>/reuse")
@requires(Permission.READ_STORIES)
def show(story_id: int) -> str:
    story = queries.story(current_actor(), story_id)
    findings = queries.findings(story.id, {"open"})
    read = {row.check: row.version for row in queries.readings(story.id)}.get(REUSE)
    found = agencies(findings)
    return render_template(
        "stories/reuse.html",
        story=story,
        agencies=found,
        beside=_beside(found),
        quoted=quoted(findings),
        ran_before=ran_before(findings),
        read=read,
    )


def _beside(found: Sequence[Agency]) -> dict[int, Beside]:
    passages = [passage for agency in found for passage in agency.passages]
    texts = paragraphs({(one.detail["item"], one.detail["wire"][0]) for one in passages})
    return {one.passage.row.id: one for one in _compared(passages, texts)}


def _compared(passages: Sequence[Passage], texts: dict[tuple[int, int], str]) -> Iterator[Beside]:
    effort = Effort(EFFORT)
    for one in passages:
        number, start, end = one.detail["wire"]
        text = texts.get((one.detail["item"], number))
        if text is None:
            continue  # its item was forgotten
        changed = pieces(_line(text[start:end]), _line(one.row.words), effort)
        yield Beside(one, changed, text[max(0, start - AROUND) : start], text[end : end + AROUND])


def _line(text: str) -> Line:
    return Line("paragraph", (), (), ((text, ()),))
