"""The photo desk's upload links, and the page that somebody without an account opens with one."""

from functools import cache

from flask import Blueprint, render_template, request, url_for
from limits import parse
from limits.storage import MemoryStorage, RedisStorage
from limits.strategies import MovingWindowRateLimiter
from redis.exceptions import RedisError
from werkzeug.exceptions import TooManyRequests
from werkzeug.wrappers import Response

from newsroom.accounts.queries import desks, people_by_id
from newsroom.accounts.throttle import network
from newsroom.db import transaction
from newsroom.errors import Invalid, NotFound
from newsroom.photos import links, sending
from newsroom.photos.formats import MAX_BYTES
from newsroom.photos.links import HOURS, Wanted
from newsroom.photos.sending import Offered
from newsroom.photos.upload_models import UploadLink
from newsroom.photos.upload_views import MOST_BYTES_SAID, added, offered_file, told
from newsroom.roles import Permission
from newsroom.settings import current_settings
from newsroom.web.access import current_actor, public, requires
from newsroom.web.forms import REFUSED, Answer
from newsroom.web.sane import known_number
from newsroom.web.security import without_form_token
from newsroom.web.sent import sent_object

blueprint = Blueprint("photo_links", __name__, url_prefix="/photos/links")
public_blueprint = Blueprint("photo_send", __name__, url_prefix="/send")

GUESSES = parse("30 per 1 minute")
"""Of secrets that no link has, from one network."""
LONGEST_SECRET = 64


@blueprint.get("")
@requires(Permission.ADD_PHOTOS)
def index() -> str:
    return _page()


@blueprint.post("")
@requires(Permission.ADD_PHOTOS)
def make() -> Answer:
    try:
        with transaction():
            link, secret = links.make(current_actor(), wanted())
    except Invalid as error:
        return _page(error), REFUSED
    return made(link, secret)


@blueprint.get("/<int:link_id>")
@requires(Permission.ADD_PHOTOS)
def show(link_id: int) -> str:
    return _shown(links.link(link_id))


@blueprint.post("/<int:link_id>/close")
@requires(Permission.ADD_PHOTOS)
def close(link_id: int) -> str:
    with transaction():
        link = links.close(current_actor(), link_id)
    return _shown(link)


def wanted(story_id: int | None = None, story_slug: str = "") -> Wanted:
    """What the form asks for."""
    form = request.form
    return Wanted(
        hours=known_number(form.get("hours", "")) or 0,
        most_files=known_number(form.get("most_files", "")) or 0,
        note=form.get("note", ""),
        story_id=story_id,
        story_slug=story_slug,
        desk_id=_desk(form.get("desk_id", "")),
    )


def _desk(typed: str) -> int | None:
    """None where none is chosen; 0, which is no desk, for what is no number."""
    return (known_number(typed) or 0) if typed else None


def made(link: UploadLink, secret: str) -> str:
    """Its page with the address, which is shown this once."""
    address = f"{current_settings().public_url}{url_for('photo_send.open_link', secret=secret)}"
    return _shown(link, address)


def _shown(link: UploadLink, address: str = "") -> str:
    return render_template(
        "photos/link.html",
        link=link,
        address=address,
        shut=links.why_shut(link),
        may_close=links.may_close(current_actor(), link),
        people=people_by_id({link.made_by_id}),
    )


def _page(error: Invalid | None = None) -> str:
    every = links.newest()
    return render_template(
        "photos/links.html",
        links=every,
        people=people_by_id({one.made_by_id for one in every}),
        why_shut=links.why_shut,
        hours=HOURS,
        desks=desks(),
        error=error,
        typed=request.form,
    )


@public_blueprint.get("/<string:secret>")
@public
def open_link(secret: str) -> str:
    return _send_page(_link(secret), secret)


@public_blueprint.post("/<string:secret>")
@public
@without_form_token
def send(secret: str) -> Answer:
    """Without a script: all files of the form in one go."""
    request.max_content_length = 2 * MAX_BYTES
    link = _link(secret)
    said: list[tuple[str, str]] = []
    for file in request.files.getlist("photos"):
        data = file.read() if file.filename else b""
        if not data:
            continue
        try:
            _take_whole(secret, file.filename or "", data)
            said.append((file.filename or "", ""))
        except Invalid as error:
            said.append((file.filename or "", error.sentence))
    page = _send_page(link, secret, said or [("", "Choose one or more photos first.")])
    return page, REFUSED if any(sentence for _, sentence in said) or not said else 200


@public_blueprint.post("/<string:secret>/uploads")
@public
@without_form_token
def begin(secret: str) -> Answer:
    _link(secret)
    said = sent_object(MOST_BYTES_SAID, "That is too long.")
    with transaction():
        row = links.begin(secret, str(said.get("sender", "")), offered_file(said))
    return told(row), 201


@public_blueprint.get("/<string:secret>/uploads/<string:token>")
@public
def progress(secret: str, token: str) -> Response:
    return told(sending.of(links.sender_of(_link(secret)), token))


@public_blueprint.patch("/<string:secret>/uploads/<string:token>")
@public
@without_form_token
def add(secret: str, token: str) -> Response:
    return added(sending.of(links.sender_of(_link(secret)), token))


@public_blueprint.delete("/<string:secret>/uploads/<string:token>")
@public
@without_form_token
def cancel(secret: str, token: str) -> Answer:
    with transaction():
        sending.give_up(sending.of(links.sender_of(_link(secret)), token))
    return "", 204


def _take_whole(secret: str, name: str, data: bytes) -> None:
    form = request.form
    offered = Offered(name, len(data), caption=form.get("caption", ""))
    with transaction():
        row = links.begin(secret, form.get("sender", ""), offered)
    sending.receive(row, 0, iter([data]))
    with transaction():
        sending.hand_over(row)


def _send_page(link: UploadLink, secret: str, said: list[tuple[str, str]] | None = None) -> str:
    return render_template(
        "photos/send.html",
        link=link,
        secret=secret,
        shut=links.why_shut(link),
        left=max(0, link.most_files - sending.count_of_link(link.id)),
        maker=people_by_id({link.made_by_id})[link.made_by_id],
        said=said or [],
        typed=request.form,
    )


def _link(secret: str) -> UploadLink:
    """Whoever guesses is shut out for a while, whether or not the last guess was right."""
    here = network(request.remote_addr or "")
    if not _ask("test", here):
        raise TooManyRequests
    found = links.opened_with(secret[:LONGEST_SECRET])
    if found is None:
        _ask("hit", here)
        raise NotFound("There is no such link. Look whether the whole address was copied.")
    return found


def _ask(verb: str, here: str) -> bool:
    """Counted by all web processes together; by each for itself while the broker is away."""
    try:
        return bool(getattr(_shared(current_settings().redis_url), verb)(GUESSES, "send", here))
    except (RedisError, OSError):
        return bool(getattr(_own(), verb)(GUESSES, "send", here))


@cache
def _shared(redis_url: str) -> MovingWindowRateLimiter:
    address = redis_url.replace("unix://", "redis+unix://", 1)
    return MovingWindowRateLimiter(
        RedisStorage(address, socket_connect_timeout=1, socket_timeout=1)
    )


@cache
def _own() -> MovingWindowRateLimiter:
    return MovingWindowRateLimiter(MemoryStorage())
