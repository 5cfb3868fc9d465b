"""How the paper answers: validators first, the page only where the reader's copy is out of date."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

from flask import current_app, request
from werkzeug.http import is_resource_modified
from werkzeug.wrappers import Response

from newsroom import resources
from newsroom.publishing import addresses
from newsroom.publishing.formats import pictures
from newsroom.publishing.formats.html import credit
from newsroom.publishing.pages import pages
from newsroom.publishing.paper import site
from newsroom.web.assets import asset

HTML = "text/html; charset=utf-8"
STYLE = "paper.css"

FRESH_SECONDS = 30
"""How long a reader's copy is shown without asking; a withdrawal takes that long to reach all."""

POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)

HEADERS = {
    "Cache-Control": f"public, max-age={FRESH_SECONDS}, must-revalidate",
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "strict-origin-when-cross-origin",
}


@dataclass(frozen=True)
class Stamp:
    """What an answer depends on: another stamp, another answer; the same stamp, the same bytes."""

    etag: str
    changed_at: datetime | None


def stamp(changed_at: datetime | None, *depends_on: object) -> Stamp:
    whole = repr((depends_on, site(), asset(STYLE), _look()))
    return Stamp(hashlib.sha256(whole.encode()).hexdigest()[:32], changed_at)


def answer(stamped: Stamp, make: Callable[[], str | bytes], media_type: str = HTML) -> Response:
    """The page under its validators; made only for the first reader whose copy is another one."""
    modified = is_resource_modified(
        request.environ, etag=stamped.etag, last_modified=stamped.changed_at
    )
    if modified:
        made = Response(pages().get(stamped.etag, make), content_type=media_type)
    else:
        made = Response(status=304)
    made.set_etag(stamped.etag)
    made.last_modified = stamped.changed_at
    made.headers.update(HEADERS)
    return made


def sentence_page(status: int, heading: str, sentence: str) -> Response:
    """A page of the paper that has nothing to show but why."""
    page = render("sentence.html", heading=heading, sentence=sentence)
    made = Response(page, status, content_type=HTML)
    made.headers.update(HEADERS)
    return made


def render(name: str, /, **values: object) -> str:
    """Without the application's context processors: they would ask who the visitor is."""
    template = current_app.jinja_env.get_template(f"publishing/{name}")
    return template.render(
        site=site(), addresses=addresses, pictures=pictures, credit=credit, **values
    )


@cache
def _look() -> str:
    """Changes with any file that a page of the paper is made by; read once a process."""
    files = [
        *Path(__file__).parent.rglob("*.py"),
        *(resources.templates() / "publishing").iterdir(),
    ]
    whole = b"".join(file.read_bytes() for file in sorted(files))
    return hashlib.sha256(whole).hexdigest()
