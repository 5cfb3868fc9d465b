"""What can go wrong in the newsroom's own terms; web/errors.py says which status each one gets."""

from collections.abc import Mapping


class NewsroomError(Exception):
    """A refusal that its reader can act on; `sentence` is shown to them as it stands.

    `fields` names the places that it is about, each with its own sentence.
    """

    def __init__(self, sentence: str, fields: Mapping[str, str] | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.fields = dict(fields or {})


class NotAllowed(NewsroomError):
    """The person may not do this here."""


class NotFound(NewsroomError):
    """There is no such thing, or not for this person."""


class Conflict(NewsroomError):
    """The thing has changed since the person looked at it."""


class Away(NewsroomError):
    """What is needed for it does not answer now; later it may."""


class Invalid(NewsroomError):
    """What was sent cannot be taken."""
