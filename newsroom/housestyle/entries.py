"""What an editor says of a concept, tidied, and every way in which it contradicts itself."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from newsroom.housestyle.folding import fold, is_invisible, letters
from newsroom.housestyle.lexicon import LONGEST_FORM, Lexicon, Term, compile_lexicon, is_usable
from newsroom.housestyle.matcher import check_passages
from newsroom.housestyle.passages import Passage

MOST_FOLDED = 2
"""Folding may lengthen a form, by no more than this in any script that has names."""

MOST_FORMS = 80
"""Variants or exceptions of one entry; more than that is two entries."""


class ConceptClass(StrEnum):
    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    COMMON_NOUN = "common_noun"
    FESTIVAL = "festival"

    @property
    def label(self) -> str:
        return self.value.replace("_", " ").capitalize()


class Status(StrEnum):
    """Only a live entry is used by the check."""

    DRAFT = "draft"
    LIVE = "live"
    ARCHIVED = "archived"


class Stylebook(StrEnum):
    """Whose spelling it is; channels with a stylebook of their own will add theirs."""

    HOUSE = "house"


@dataclass(frozen=True)
class EntryFacts:
    """One concept in the house stylebook."""

    concept_class: ConceptClass
    preferred: str
    variants: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()
    """Longer names in which a variant stays as it is."""
    native: str = ""
    """How it is written in its own script."""
    note: str = ""

    @property
    def term(self) -> Term:
        return Term(0, self.preferred, self.variants, self.exceptions)


def tidied(facts: EntryFacts) -> EntryFacts:
    """Normalise blanks and Unicode forms, and drop empty lines and repeats."""
    return replace(
        facts,
        preferred=_tidy(facts.preferred),
        variants=_each_once(facts.variants),
        exceptions=_each_once(facts.exceptions),
        native=" ".join(unicodedata.normalize("NFC", _plain(facts.native)).split()),
        note=_plain(facts.note).strip(),
    )


def faults(facts: EntryFacts) -> dict[str, str]:
    """Name each field that cannot stand, with a sentence; empty where the entry is sound."""
    found = {"preferred": _preferred_fault(facts.preferred)}
    found["variants"] = _forms_fault(facts.variants) or _variants_fault(facts)
    found["exceptions"] = _forms_fault(facts.exceptions)
    found = {field: sentence for field, sentence in found.items() if sentence}
    return found or _proof_faults(facts)


def _preferred_fault(preferred: str) -> str:
    return _forms_fault([preferred]) if preferred else "Type the spelling the house prefers."


def _forms_fault(forms: Iterable[str]) -> str:
    forms = list(forms)
    if len(forms) > MOST_FORMS:
        return f"That is more than {MOST_FORMS}: make two entries of it."
    for form in forms:
        if len(form) > LONGEST_FORM or len(fold(form)) > MOST_FOLDED * LONGEST_FORM:
            return f"“{form[:20]}…” is longer than {LONGEST_FORM} characters."
        if not is_usable(form):
            return f"“{form}” has no letter in it."
    return ""


def _variants_fault(facts: EntryFacts) -> str:
    own = letters(facts.preferred)
    for variant in facts.variants:
        if letters(variant) == own:
            return f"“{variant}” is the preferred spelling itself."
    return ""


def _proof_faults(facts: EntryFacts) -> dict[str, str]:
    """Let the entry prove itself: each variant, standing alone, must be changed."""
    alone = compile_lexicon([replace(facts, exceptions=()).term])
    whole = compile_lexicon([facts.term])
    for variant in facts.variants:
        if not _is_changed(variant, alone):
            return {"variants": f"“{variant}” would never be found: it reads as something else."}
        if not _is_changed(variant, whole):
            return {"exceptions": f"An exception hides “{variant}” everywhere."}
    return {}


def _is_changed(form: str, lexicon: Lexicon) -> bool:
    return any(match.words == form for match in check_passages([Passage(form)], lexicon))


def _each_once(forms: Iterable[str]) -> tuple[str, ...]:
    by_letters = {letters(form): _tidy(form) for form in reversed(list(forms)) if _tidy(form)}
    return tuple(reversed(by_letters.values()))


def _plain(text: str) -> str:
    """Without control characters, which no database holds; lines stay."""
    return "".join(c for c in text if c.isspace() or unicodedata.category(c) != "Cc")


def _tidy(form: str) -> str:
    kept = "".join(c for c in form if not is_invisible(c) and (c.isprintable() or c.isspace()))
    return " ".join(unicodedata.normalize("NFC", kept).split())
