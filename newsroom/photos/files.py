"""The pictures themselves, for signed-in people: renditions to look at, originals to keep."""

from io import BytesIO
from pathlib import PurePath

from flask import Blueprint, send_file
from werkzeug.wrappers import Response

from newsroom.photos import queries, shown_parts
from newsroom.roles import Permission
from newsroom.web.access import requires, signed_in

blueprint = Blueprint("photo_files", __name__)

WEEK = 7 * 24 * 3600


@blueprint.get("/photos/<int:photo_id>/renditions/<string:name>")
@signed_in
def rendition(photo_id: int, name: str) -> Response:
    """A size by its name, or a part by its box, as figures name it."""
    if "," in name:
        return _part(photo_id, name)
    return _kept(photo_id, name)


def _kept(photo_id: int, name: str) -> Response:
    """May be kept for long: what changes at this address is the words inside, not the picture."""
    file = queries.rendition_file(photo_id, name)
    answer = send_file(file.path, mimetype=file.media_type, etag=file.etag, max_age=WEEK)
    answer.headers["Cache-Control"] = f"private, max-age={WEEK}"
    answer.headers.pop("Expires", None)
    return answer


def _part(photo_id: int, box: str) -> Response:
    photo = queries.photo(photo_id)
    made = shown_parts.rendition_of(photo, box)
    if made is not None:
        return _kept(photo_id, made.name)
    cut = shown_parts.cut_now(photo, box)
    answer = send_file(BytesIO(cut.data), mimetype=cut.format.media_type)
    answer.headers["Cache-Control"] = "private, no-cache"  # the crop's own file is sharper
    return answer


@blueprint.get("/photos/<int:photo_id>/original")
@requires(Permission.USE_PHOTOS)
def original(photo_id: int) -> Response:
    """A download only: what came in from outside is never shown as it came."""
    photo = queries.photo(photo_id)
    file = queries.original_file(photo)
    name = PurePath(photo.file_name).stem + photo.format.suffix
    answer = send_file(
        file.path,
        mimetype=file.media_type,
        etag=file.etag,
        as_attachment=True,
        download_name=name,
    )
    answer.headers["Cache-Control"] = "private, no-cache"
    return answer
