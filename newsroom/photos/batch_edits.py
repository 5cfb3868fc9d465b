"""What one edit makes of the words of many photos: each field replaced, or added to at an end."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from newsroom.photos.facts import LABELS, LIMITS, WORDS, Words

WAYS: tuple[tuple[str, str], ...] = (
    ("", "Leave as it is"),
    ("replace", "Replace with"),
    ("before", "Put before it"),
    ("after", "Put behind it"),
)

LINES = frozenset({"keywords", "people", "place"})
"""Those that hold one thing on each line: what is in them already is not added again."""


@dataclass(frozen=True)
class Edit:
    """One field's: `way` is the name of one of WAYS."""

    way: str
    text: str


@dataclass(frozen=True)
class Change:
    """A field of one photo, before and after."""

    name: str
    before: str
    after: str

    @property
    def label(self) -> str:
        return LABELS[self.name]

    @property
    def fault(self) -> str:
        """Why it cannot be made; empty where it can."""
        limit = LIMITS[self.name]
        return f"Longer than {limit:,} characters." if len(self.after) > limit else ""


def edits_of(form: Mapping[str, str]) -> dict[str, Edit]:
    """The fields that a form asks to change; `way-caption` and `text-caption` are caption's."""
    asked = {
        name: Edit(form.get(f"way-{name}", ""), _typed(form.get(f"text-{name}", "")))
        for name in WORDS
    }
    known = dict(WAYS[1:])
    return {
        name: edit
        for name, edit in asked.items()
        if edit.way in known and (edit.text or edit.way == "replace")
    }


def _typed(text: str) -> str:
    """Browsers end lines as the post did."""
    return text.replace("\r\n", "\n").strip()


def edited(words: Words, edits: Mapping[str, Edit]) -> Words:
    """The words of a photo as the edits leave them."""
    return replace(
        words, **{name: _edited(getattr(words, name), name, edits[name]) for name in edits}
    )


def changes(words: Words, edits: Mapping[str, Edit]) -> list[Change]:
    """The fields that the edits would make different, in the order of the form."""
    after = edited(words, edits)
    found = (Change(name, getattr(words, name), getattr(after, name)) for name in edits)
    return [one for one in found if one.before != one.after]


def _edited(old: str, name: str, edit: Edit) -> str:
    if edit.way == "replace" or not old:
        return edit.text
    parts = (edit.text, old) if edit.way == "before" else (old, edit.text)
    if name in LINES:
        lines = (line.strip() for part in parts for line in part.splitlines())
        return "\n".join(dict.fromkeys(filter(None, lines)))
    return " ".join(parts)
