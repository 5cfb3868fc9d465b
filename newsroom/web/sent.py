"""What a script of ours sends: an object in JSON, and no more of it than asked for."""

from typing import Any

from flask import request

from newsroom.errors import Invalid


def sent_object(most_bytes: int, too_long: str) -> dict[str, Any]:
    """Raises Invalid, with `too_long` where it is longer than so many bytes."""
    if (request.content_length or 0) > most_bytes or len(request.get_data()) > most_bytes:
        raise Invalid(too_long)
    sent = request.get_json(silent=True)
    if not isinstance(sent, dict):
        raise Invalid("This is not what the editor sends; load the page again.")
    return sent
