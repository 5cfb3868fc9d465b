"""What changed between two readings of an entry, in words for its history."""

from newsroom.housestyle.entries import EntryFacts


def changes_in_words(before: EntryFacts, after: EntryFacts) -> str:
    """Empty where nothing changed; forms as "+ added" and "− taken out"."""
    said = []
    if before.preferred != after.preferred:
        said.append(f"{before.preferred} → {after.preferred}")
    if before.concept_class != after.concept_class:
        said.append(f"class {before.concept_class.label} → {after.concept_class.label}")
    said += _forms("variants", before.variants, after.variants)
    said += _forms("exceptions", before.exceptions, after.exceptions)
    if before.native != after.native:
        said.append(f"native {before.native or 'none'} → {after.native or 'none'}")
    if before.note != after.note:
        said.append("note rewritten")
    return "; ".join(said)


def _forms(name: str, before: tuple[str, ...], after: tuple[str, ...]) -> list[str]:
    added = [f"+ {form}" for form in after if form not in before]
    taken = [f"− {form}" for form in before if form not in after]
    return [f"{name} {', '.join([*added, *taken])}"] if added or taken else []
