"""Where browsers send files in pieces, in the manner of tus: begun, added to, asked about, given up."""

from collections.abc import Iterator
from typing import Any

from flask import Blueprint, jsonify, redirect, request, url_for
from flask_login import current_user
from werkzeug.exceptions import ClientDisconnected, RequestEntityTooLarge
from werkzeug.wrappers import Response

from newsroom.db import transaction
from newsroom.errors import Conflict, Invalid
from newsroom.photos import sending
from newsroom.photos.incoming import PIECE, BusyError, OffsetError
from newsroom.photos.sending import Offered, Sender
from newsroom.photos.upload_models import PhotoUpload, UploadState
from newsroom.roles import Permission
from newsroom.web.access import requires
from newsroom.web.forms import Answer
from newsroom.web.sent import sent_object

blueprint = Blueprint("photo_uploads", __name__, url_prefix="/photos/uploads")

OFFSET = "Upload-Offset"
MOST_BYTES_SAID = 20_000
LONGEST_NAME = 500
LONGEST_KEY = 100


@blueprint.app_context_processor
def _waiting() -> dict[str, object]:
    """For the library's page, which shows what is on the way."""
    return {"photos_on_the_way": photos_on_the_way}


@blueprint.post("")
@requires(Permission.ADD_PHOTOS)
def begin() -> Answer:
    offered = offered_file(sent_object(MOST_BYTES_SAID, "That is too long for a file's name."))
    with transaction():
        row = sending.begin(_sender(), offered)
    return told(row), 201


@blueprint.get("/<string:token>")
@requires(Permission.ADD_PHOTOS)
def show(token: str) -> Response:
    return told(sending.of(_sender(), token))


@blueprint.patch("/<string:token>")
@requires(Permission.ADD_PHOTOS)
def add(token: str) -> Response:
    return added(sending.of(_sender(), token))


@blueprint.delete("/<string:token>")
@requires(Permission.ADD_PHOTOS)
def cancel(token: str) -> Answer:
    with transaction():
        sending.give_up(sending.of(_sender(), token))
    return "", 204


@blueprint.post("/<string:token>/cancel")
@requires(Permission.ADD_PHOTOS)
def cancel_by_form(token: str) -> Response:
    with transaction():
        sending.give_up(sending.of(_sender(), token))
    return redirect(url_for("photos.library"))


def photos_on_the_way() -> list[tuple[PhotoUpload, int]]:
    """Each with how many of its bytes are here."""
    return [(row, sending.arrived(row) or 0) for row in sending.open_ones(_sender())]


def offered_file(said: dict[str, Any]) -> Offered:
    name, size = said.get("name"), said.get("size")
    key, caption = said.get("key", ""), said.get("caption", "")
    if not all(isinstance(one, str) for one in (name, key, caption)) or type(size) is not int:
        raise Invalid("This is not what the library's page sends; load the page again.")
    return Offered(str(name)[:LONGEST_NAME], size, str(key)[:LONGEST_KEY], str(caption))


def added(row: PhotoUpload) -> Response:
    """Take the piece in this request's body; where it is the last, a worker takes over."""
    try:
        end = sending.receive(row, _offset(), _pieces())
    except OffsetError as error:
        answer = told(row)
        answer.status_code, answer.headers[OFFSET] = 409, str(error.offset)
        return answer
    except BusyError as error:
        raise Conflict("Another piece of this file is just coming in.") from error
    if end == row.size:
        with transaction():
            sending.hand_over(row)
    return told(row)


def told(row: PhotoUpload) -> Response:
    """How far it is, and what became of it."""
    arrived = sending.arrived(row) or 0
    answer = jsonify(
        token=row.token,
        name=row.file_name,
        size=row.size,
        offset=arrived,
        state=row.state,
        photo=row.photo_id,
        already=row.already,
        sentence=row.error if row.state == UploadState.REFUSED else "",
    )
    answer.headers[OFFSET] = str(arrived)
    return answer


def _offset() -> int:
    said = request.headers.get(OFFSET, "")
    if not said.isascii() or not said.isdecimal() or len(said) > len(str(10**12)):
        raise Invalid("The piece does not say where it begins.")
    return int(said)


def _pieces() -> Iterator[bytes]:
    """What came before the connection broke counts: the browser asks how far it is."""
    try:
        while piece := request.stream.read(PIECE):
            yield piece
    except (ClientDisconnected, RequestEntityTooLarge):
        return


def _sender() -> Sender:
    return Sender(current_user.id)
