"""The cleaners in their order: each takes the words as the one before left them."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace

from newsroom.photos.cleaners import credits as of_credits
from newsroom.photos.cleaners.word_lists import WordList, WordLists, fold
from newsroom.photos.facts import WORDS, Words

Act = Callable[[Words, WordLists], Words]

EMPTY_LOOKING = frozenset(
    {"-", "--", "—", ".", "?", "n/a", "na", "none", "null", "unknown", "untitled", "not available"}
)


def without_empty_looking(words: Words, _lists: WordLists) -> Words:
    """What stands for nothing is nothing: a dash, "n/a", "unknown"."""
    empty = {name: "" for name in WORDS if fold(getattr(words, name)) in EMPTY_LOOKING}
    return replace(words, **empty)


def without_repeated_title(words: Words, _lists: WordLists) -> Words:
    """A title or headline that only repeats how the caption begins says nothing."""
    caption = fold(words.caption)
    repeated = {
        name: ""
        for name in ("title", "headline")
        if getattr(words, name) and caption.startswith(fold(getattr(words, name)).rstrip(" .…"))
    }
    return replace(words, **repeated)


@dataclass(frozen=True)
class Cleaner:
    """`example`: what it makes of what, for the page that lists them."""

    name: str
    title: str
    example: tuple[str, str]
    act: Act
    reads: WordList | None = None


CLEANERS: tuple[Cleaner, ...] = (
    Cleaner("empty", "Empty-looking words", ("n/a", ""), without_empty_looking),
    Cleaner(
        "marks",
        "Copyright marks",
        ("© 2026 Dana Peled/AFP", "Dana Peled/AFP"),
        of_credits.without_copyright_marks,
    ),
    Cleaner(
        "demanded",
        "Credit that the agency demands",
        ("Photo credit should read Dana Peled/PA Wire", "Dana Peled/PA Wire"),
        of_credits.as_the_agency_demands,
    ),
    Cleaner(
        "caption",
        "Credit at the end of a caption",
        ("Ferries wait. (Photo by Dana Peled/AFP)", "Ferries wait."),
        of_credits.out_of_the_caption,
    ),
    Cleaner(
        "noise",
        "Noise words",
        ("Dana Peled, Pool/AFP", "Dana Peled/AFP"),
        of_credits.without_noise,
        WordList.NOISE,
    ),
    Cleaner(
        "via",
        "“Name via Agency”",
        ("Dana Peled via AP", "Dana Peled/AP"),
        of_credits.name_via_agency,
    ),
    Cleaner(
        "slash",
        "“Name/Agency” in one field",
        ("Dana Peled/Flash90", "Dana Peled"),
        of_credits.name_and_agency,
    ),
    Cleaner(
        "agencies",
        "Agency spellings",
        ("Dana Peled/REUTERS", "Dana Peled/Reuters"),
        of_credits.agency_spellings,
        WordList.AGENCIES,
    ),
    Cleaner(
        "names",
        "Case of names",
        ("DANA VAN DER PELED", "Dana van der Peled"),
        of_credits.case_of_names,
    ),
    Cleaner(
        "photographers",
        "Photographer spellings",
        ("Jose Nunez", "José Núñez"),
        of_credits.photographer_spellings,
        WordList.PHOTOGRAPHERS,
    ),
    Cleaner(
        "alone",
        "Name before an agency that stands alone",
        ("AFP", "Dana Peled/AFP"),
        of_credits.agency_alone,
    ),
    Cleaner(
        "title",
        "Title that begins the caption",
        ("Ferries wait", ""),
        without_repeated_title,
    ),
)


@dataclass(frozen=True)
class Original:
    """What a file said in a field that was cleaned, and the names of the cleaners that changed it."""

    was: str
    by: tuple[str, ...]


@dataclass(frozen=True)
class Cleaned:
    words: Words
    originals: dict[str, Original]
    """By field; those that were left alone are not in it."""


def clean(words: Words, lists: WordLists, off: Collection[str] = ()) -> Cleaned:
    """What the table makes of a file's words; `off` names the cleaners that are switched off."""
    now = words
    changed_by: dict[str, tuple[str, ...]] = {}
    for cleaner in CLEANERS:
        if cleaner.name in off:
            continue
        after = cleaner.act(now, lists)
        for name in WORDS:
            if getattr(after, name) != getattr(now, name):
                changed_by[name] = (*changed_by.get(name, ()), cleaner.name)
        now = after
    originals = {
        name: Original(getattr(words, name), by)
        for name, by in changed_by.items()
        if getattr(words, name) != getattr(now, name)
    }
    return Cleaned(now, originals)
