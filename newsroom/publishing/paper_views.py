"""The paper, for everybody: the front page, the desks, the articles, the feed, the pictures."""

from datetime import date, datetime, time, timedelta

from flask import Blueprint, redirect, request, send_file
from sqlalchemy.exc import OperationalError
from werkzeug.wrappers import Response

from newsroom.channels import Channel
from newsroom.db import now
from newsroom.errors import Away, NotFound
from newsroom.photos.queries import StoredFile, rendition_file
from newsroom.publishing import addresses, canonical, queries
from newsroom.publishing.answers import answer, render, sentence_page, stamp
from newsroom.publishing.article import summary
from newsroom.publishing.formats import jsonld, opengraph, rss
from newsroom.publishing.formats.html import body
from newsroom.publishing.front import Card, by_day, lay_out
from newsroom.publishing.paper import site
from newsroom.publishing.queries import PAGE, Address, Place, Pulse
from newsroom.web.access import public

blueprint = Blueprint("paper", __name__, url_prefix=addresses.FRONT)

DAY = "<string(length=4):year>/<string(length=2):month>/<string(length=2):day>"

YEAR_SECONDS = 365 * 86400
MINUTE_SECONDS = 60


@blueprint.get("", strict_slashes=False)
@public
def front() -> Response:
    after = Place.read(request.args.get("after", ""))
    pulse, moment = queries.pulse(), now()
    stamped = stamp(pulse.changed_at, "front", pulse, site().day(moment), after)
    if after is not None:
        return answer(stamped, lambda: _river(pulse, after, ("", "")))
    return answer(stamped, lambda: _front(pulse))


def _front(pulse: Pulse) -> str:
    cards, more = _page(queries.river())
    laid = lay_out(cards, pulse.desks)
    return render("front.html", front=laid, desks=pulse.desks, more=more, today=now())


@blueprint.get("/desks/<string:slug>")
@public
def desk(slug: str) -> Response:
    after = Place.read(request.args.get("after", ""))
    pulse = queries.pulse()
    found = next((one for one in pulse.desks if one[1] == slug), None)
    if found is None:
        return nothing_here()
    stamped = stamp(pulse.changed_at, "desk", pulse, found, after)
    return answer(stamped, lambda: _river(pulse, after, found))


def _river(pulse: Pulse, after: Place | None, desk: tuple[str, str]) -> str:
    """A page of a desk, or of all with an empty one."""
    name, slug = desk
    cards, more = _page(queries.river(after, slug))
    return render(
        "river.html",
        days=by_day(cards, site()),
        name=name,
        slug=slug,
        desks=pulse.desks,
        more=more,
        first=after is None,
    )


def _page(found: list[Card]) -> tuple[list[Card], str | None]:
    """What the page shows, and where the next one begins."""
    cards = found[:PAGE]
    more = Place(cards[-1].first_published_at, cards[-1].story) if len(found) > PAGE else None
    return cards, more.text() if more else None


@blueprint.get("/feed.xml")
@public
def feed() -> Response:
    pulse = queries.pulse()
    stamped = stamp(pulse.changed_at, "feed", pulse)
    return _for_other_sites(
        answer(stamped, lambda: rss.feed(queries.newest_articles(Channel.FEED), site()), rss.TYPE)
    )


@blueprint.get("/syndication.xml")
@public
def syndication() -> Response:
    """The same for other papers, in the spelling of the stylebook that they share."""
    pulse = queries.pulse()
    stamped = stamp(pulse.changed_at, "syndication", pulse)
    return _for_other_sites(answer(stamped, _syndicated, rss.TYPE))


def _syndicated() -> bytes:
    articles = queries.newest_articles(Channel.SYNDICATION)
    return rss.feed(articles, site(), addresses.SYNDICATION)


@blueprint.get(f"/{DAY}/<string:slug>")
@public
def article(year: str, month: str, day: str, slug: str) -> Response:
    found = queries.address(f"{year}/{month}/{day}/{slug}")
    if found is None:
        return nothing_here()
    if found.withdrawn:
        return withdrawn()
    return answer(stamp(found.changed_at, "article", found), lambda: _article(found))


def _article(found: Address) -> str:
    row = queries.article(found.id)
    printed = canonical.read(row.document)
    frozen = printed.without(queries.withheld(Channel.SITE))
    linked_data = jsonld.news_article(frozen, site(), found.desk)
    return render(
        "article.html",
        article=frozen,
        summary=summary(frozen),
        html=row.html if frozen is printed else body(frozen, site()),
        desk=found.desk,
        desk_slug=found.desk_slug,
        properties=opengraph.properties(frozen, site(), found.desk),
        linked_data=jsonld.script(linked_data),
    )


@blueprint.get("/stories/<int:story_id>")
@public
def of_story(story_id: int) -> Response:
    """Where the article of a story stands: for pages that know the story alone."""
    found = queries.current(story_id)
    if found is None:
        return nothing_here()
    return redirect(addresses.article(found.path))


@blueprint.get("/photos/<int:photo_id>/<string:name>")
@public
def photo(photo_id: int, name: str) -> Response:
    """A rendition; the library is not public, only what a live article shows of it."""
    known = queries.public_photo(photo_id)
    if known.gone:
        return sentence_page(410, "Gone", "This picture may not be shown any more.")
    try:
        file = rendition_file(photo_id, name) if known.shown else None
    except (NotFound, Away):
        file = None
    return nothing_here() if file is None else _picture(file, known.ends_on)


def _picture(file: StoredFile, ends_on: date | None) -> Response:
    tag = request.args.get("v", "")
    made = send_file(file.path, mimetype=file.media_type, etag=file.etag)
    kept = "immutable" if tag and file.etag.startswith(tag) else "must-revalidate"
    seconds = YEAR_SECONDS if kept == "immutable" else MINUTE_SECONDS
    seconds = min(seconds, _left(ends_on)) if ends_on else seconds
    made.headers["Cache-Control"] = f"public, max-age={seconds}, {kept}"
    return _for_other_sites(made)


def _left(ends_on: date) -> int:
    """Seconds until its last day is over: nobody may keep it for longer."""
    over = datetime.combine(ends_on + timedelta(days=1), time(), site().zone)
    return max(0, int((over - now()).total_seconds()))


def _for_other_sites(made: Response) -> Response:
    """Feeds are read, and their pictures shown, on other sites."""
    made.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return made


@blueprint.get("/<path:_anything>")
@public
def anything_else(_anything: str) -> Response:
    return nothing_here()


def nothing_here() -> Response:
    return sentence_page(404, "Nothing here", "There is no page of the paper at this address.")


def withdrawn() -> Response:
    return sentence_page(
        410, "Withdrawn", "The article that stood at this address was withdrawn by the newsroom."
    )


@blueprint.errorhandler(OperationalError)
def _away(_error: OperationalError) -> Response:
    return sentence_page(503, "Back in a moment", "The paper cannot be read just now. Try again.")
