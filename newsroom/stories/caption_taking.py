"""Words that go between a figure and its photo: taken from the library, or kept in it too."""

from dataclasses import asdict, replace

from newsroom.errors import Conflict, Invalid
from newsroom.photos import service
from newsroom.photos.models import Photo
from newsroom.photos.queries import photos_by_id
from newsroom.roles import Actor
from newsroom.stories import figures, queries
from newsroom.stories.figures import FigureWords
from newsroom.stories.summary import Figure

TAKEN = ("caption", "creator", "credit", "alt")
"""What a figure can take from its photo, a field at a time."""


def take(words: FigureWords, name: str) -> FigureWords:
    """With that field as the photo has it; raises Invalid where the photo says nothing of it."""
    photo = photos_by_id({words.photo}).get(words.photo) if words.photo else None
    said = getattr(photo, name, "") if photo is not None and name in TAKEN else ""
    if not said:
        raise Invalid(f"The photo says nothing of its {figures.SAID_AS.get(name, 'field')}.")
    return FigureWords(**(asdict(words) | {name: said}))


def library_lacks(photo: Photo | None, figure: Figure) -> list[str]:
    """What the figure says and the library does not, by field."""
    if photo is None or photo.id != figure.photo:
        return []
    return [name for name in photo.words.missing() if getattr(figure, name)]


def keep_in_library(actor: Actor, story_id: int, number: int) -> Photo:
    """Fill what the library lacks with the figure's words; what it says already stays."""
    figure = figures.figure(queries.story(actor, story_id), number)
    photo = photos_by_id({figure.photo}).get(figure.photo) if figure.photo else None
    missing = library_lacks(photo, figure)
    if photo is None or not missing:
        raise Conflict("The library says all of this already.")
    words = replace(photo.words, **{name: getattr(figure, name) for name in missing})
    return service.change_facts(actor, photo.id, words, photo.revision)
