"""What changed between two readings of an entry, in words for its history."""

from collections.abc import Iterator

from newsroom.housestyle.entries import EntryFacts
from newsroom.housestyle.stylebooks import OTHERS


def changes_in_words(before: EntryFacts, after: EntryFacts) -> str:
    """Empty where nothing changed; forms as "+ added" and "− taken out"."""
    said = []
    if before.preferred != after.preferred:
        said.append(f"{before.preferred} → {after.preferred}")
    if before.concept_class != after.concept_class:
        said.append(f"class {before.concept_class.label} → {after.concept_class.label}")
    for book in OTHERS:
        was, is_now = before.preferred_in(book), after.preferred_in(book)
        if (book in dict(before.elsewhere) or book in dict(after.elsewhere)) and was != is_now:
            said.append(f"{book.label} {was} → {is_now}")
    said += _forms("variants", before.variants, after.variants)
    said += _forms("exceptions", before.exceptions, after.exceptions)
    if before.native != after.native:
        said.append(f"native {before.native or 'none'} → {after.native or 'none'}")
    said += _rest(before, after)
    return "; ".join(said)


def _rest(before: EntryFacts, after: EntryFacts) -> Iterator[str]:
    if before.note != after.note:
        yield "note rewritten"
    if before.source != after.source:
        yield f"source {before.source or 'none'} → {after.source or 'none'}"
    if (before.must_change, before.must_stay) != (after.must_change, after.must_stay):
        yield "proofs rewritten"
    if before.scope != after.scope:
        yield "holds elsewhere or at other times"
    if before.owner_id != after.owner_id:
        yield "looked after by somebody else"


def _forms(name: str, before: tuple[str, ...], after: tuple[str, ...]) -> list[str]:
    added = [f"+ {form}" for form in after if form not in before]
    taken = [f"− {form}" for form in before if form not in after]
    return [f"{name} {', '.join([*added, *taken])}"] if added or taken else []
