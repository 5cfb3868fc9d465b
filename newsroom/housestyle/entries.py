"""What an editor says of a concept, tidied, and every way in which it contradicts itself."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from newsroom.housestyle.folding import fold, is_invisible, letters
from newsroom.housestyle.lexicon import LONGEST_FORM, Lexicon, Term, compile_lexicon, is_usable
from newsroom.housestyle.matcher import check_passages
from newsroom.housestyle.passages import Passage
from newsroom.housestyle.proofs import must_change_fault, must_stay_fault
from newsroom.housestyle.scope import EVERYWHERE, Scope
from newsroom.housestyle.stylebooks import Stylebook

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


@dataclass(frozen=True)
class EntryFacts:
    """One concept: how the house writes it, how others do, and what is known of it."""

    concept_class: ConceptClass
    preferred: str
    """In the house stylebook."""
    variants: tuple[str, ...] = ()
    """Spellings that no stylebook prefers."""
    exceptions: tuple[str, ...] = ()
    """Longer names in which a variant stays as it is."""
    native: str = ""
    """How it is written in its own script."""
    note: str = ""
    source: str = ""
    """Who says so: a reference work, a desk meeting."""
    elsewhere: tuple[tuple[Stylebook, str], ...] = ()
    """The spellings of the stylebooks that do not write as the house does."""
    must_change: tuple[str, ...] = ()
    """Sentences that prove the entry: in each it changes something."""
    must_stay: tuple[str, ...] = ()
    """And others in which it changes nothing."""
    scope: Scope = EVERYWHERE
    owner_id: int | None = None
    """Who looks after it."""

    @property
    def forms(self) -> tuple[str, ...]:
        """Every spelling once, the house's first."""
        others = (text for _, text in self.elsewhere)
        return tuple(dict.fromkeys((self.preferred, *others, *self.variants)))

    def preferred_in(self, book: Stylebook) -> str:
        return dict(self.elsewhere).get(book, self.preferred)

    def term_in(self, book: Stylebook, number: int = 0) -> Term:
        """The concept as one stylebook reads it: all spellings but its own are variants."""
        preferred = self.preferred_in(book)
        variants = tuple(form for form in self.forms if form != preferred)
        return Term(number, preferred, variants, self.exceptions, self.note)

    @property
    def term(self) -> Term:
        return self.term_in(Stylebook.HOUSE)


def tidied(facts: EntryFacts) -> EntryFacts:
    """Normalise blanks and Unicode forms, and drop empty lines and repeats."""
    preferred = _tidy(facts.preferred)
    elsewhere = tuple(
        (book, _tidy(text))
        for book, text in sorted(dict(facts.elsewhere).items())
        if _tidy(text) and _tidy(text) != preferred
    )
    taken = {letters(text) for _, text in elsewhere}
    return replace(
        facts,
        preferred=preferred,
        elsewhere=elsewhere,
        variants=tuple(form for form in _each_once(facts.variants) if letters(form) not in taken),
        exceptions=_each_once(facts.exceptions),
        native=_one_line(facts.native),
        note=_plain(facts.note).strip(),
        source=_one_line(facts.source),
        must_change=tuple(filter(None, map(_one_line, facts.must_change))),
        must_stay=tuple(filter(None, map(_one_line, facts.must_stay))),
    )


def faults(facts: EntryFacts) -> dict[str, str]:
    """Name each field that cannot stand, with a sentence; empty where the entry is sound."""
    found = {"preferred": _preferred_fault(facts.preferred)}
    found["variants"] = _forms_fault(facts.variants) or _variants_fault(facts)
    found["exceptions"] = _forms_fault(facts.exceptions)
    found["elsewhere"] = _forms_fault(text for _, text in facts.elsewhere)
    found["ends_on"] = _days_fault(facts.scope)
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


def _days_fault(scope: Scope) -> str:
    if scope.starts_on and scope.ends_on and scope.ends_on < scope.starts_on:
        return "It would end before it begins."
    return ""


def _proof_faults(facts: EntryFacts) -> dict[str, str]:
    """Let the entry prove itself: each variant, standing alone, must be changed."""
    for book in (Stylebook.HOUSE, *dict(facts.elsewhere)):
        if found := _hidden(facts.term_in(book)):
            return found
    proved = {
        "must_change": must_change_fault(facts.term, facts.must_change),
        "must_stay": must_stay_fault(facts.term, facts.must_stay),
    }
    return {field: sentence for field, sentence in proved.items() if sentence}


def _hidden(term: Term) -> dict[str, str]:
    alone = compile_lexicon([replace(term, exceptions=())])
    whole = compile_lexicon([term])
    for variant in term.variants:
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


def _one_line(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", _plain(text)).split())


def _tidy(form: str) -> str:
    kept = "".join(c for c in form if not is_invisible(c) and (c.isprintable() or c.isspace()))
    return " ".join(unicodedata.normalize("NFC", kept).split())
