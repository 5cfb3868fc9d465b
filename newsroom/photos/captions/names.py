"""The rules on names: each stands in the story or the photo's metadata, and is spelled alike there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from newsroom.photos.captions.material import Breach, Material, at
from newsroom.photos.captions.name_finding import Name, names, small_words, words_of
from newsroom.photos.captions.near_names import is_near, is_same_name
from newsroom.photos.captions.table import Rule
from newsroom.photos.captions.words_of_place import PLACE_NOUNS


@dataclass(frozen=True)
class Source:
    """Where a name may stand: the story, or what the photo says of itself."""

    called: str
    texts: Sequence[str]

    @cached_property
    def names(self) -> list[Name]:
        found = [one for text in self.texts for one in names(text)]
        return [*found, *(short for one in found if (short := one.without_first))]

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset().union(*(words_of(text) for text in self.texts))

    @cached_property
    def small(self) -> frozenset[str]:
        return frozenset().union(*(small_words(text) for text in self.texts))

    @cached_property
    def exact(self) -> frozenset[str]:
        return frozenset(word for one in self.names for word in one.exact)

    def has(self, name: Name) -> bool:
        """All its words, or a surname that stands there alone for the whole."""
        known = {word for one in self.names for word in one.words} | self.words
        # "Gaza Strip" is known by Gaza, "Gerald R. Ford" by Gerald Ford.
        known |= {f"{word}s" for word in known}  # "the Netanyahus"
        sure = known | PLACE_NOUNS | {word for word in name.words if len(word) == 1}
        if name.words[0] in known and all(word in sure for word in name.words):
            return True
        return any(len(one.words) == 1 and one.words[0] == name.words[-1] for one in self.names)

    def otherwise(self, name: Name) -> Name | None:
        """A name that is the same in another spelling; None where the caption's stands there too."""
        if all(word in self.exact for word in name.exact):
            return None
        accents = (one for one in self.names if one.words == name.words and one.exact != name.exact)
        found = next(accents, None)
        if found is not None:
            return found
        if all(word in self.words for word in name.words):
            return None
        return next((one for one in self.names if _is_other_spelling(name, one)), None)


def breaches(material: Material) -> Iterator[Breach]:
    story = Source("The story", (*material.story, material.dateline))
    photo = Source("The photo", (*material.photo.texts, *material.photo.places))
    told: set[tuple[str, ...]] = set()
    for name in names(material.caption):
        if name.words in told:
            continue
        told.add(name.words)
        if name.leads and name.text.casefold() in story.small | photo.small | small_words(
            material.caption
        ):
            continue
        yield from _of(name, material.caption, story, photo)


def _of(name: Name, caption: str, story: Source, photo: Source) -> Iterator[Breach]:
    short = name.without_first
    if short and not any(one.has(name) or one.otherwise(name) for one in (story, photo)):
        name = short
    span = (name.start, name.end)
    for source in (story, photo):
        other = source.otherwise(name)
        if other is not None and not (source is photo and _only_accents(name, other)):
            spelt = _as_there(name, other)
            evidence = f"{source.called} writes {spelt}."
            yield at(Rule.NAME_SPELT, caption, span, evidence, spelt)
            return
    if not name.leads and not story.has(name) and not photo.has(name):
        yield at(Rule.NAME_UNKNOWN, caption, span, "Nothing confirms it.")


def _only_accents(name: Name, other: Name) -> bool:
    """Old metadata has none: with the story's own spelling there is nothing to ask."""
    return name.words == other.words


def _is_other_spelling(name: Name, other: Name) -> bool:
    if is_same_name(name.words, other.words):
        return True
    # One has the given name and the other has not: the surnames decide.
    if len(name.words) == len(other.words) or 1 not in (len(name.words), len(other.words)):
        return False
    return is_near(name.words[-1], other.words[-1], alone=True) and len(other.words[-1]) > 5  # noqa: PLR2004


def _as_there(name: Name, other: Name) -> str:
    """The source's spelling of as much of the name as the caption has."""
    if len(name.words) == len(other.words):
        return other.text
    last = other.text.split()[-1]
    return last if len(name.words) == 1 else " ".join([*name.text.split()[:-1], last])
