"""Exceptions on their way from a story into the lexicon: proposed, taken, declined."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select

from newsroom.accounts.models import Grant, Person
from newsroom.audit import Event, record
from newsroom.db import db, locked_row, now
from newsroom.errors import Conflict, Invalid, NotFound
from newsroom.housestyle import queries, service
from newsroom.housestyle.entries import tidied
from newsroom.housestyle.folding import fold, letters
from newsroom.housestyle.lexicon import LONGEST_FORM
from newsroom.housestyle.models import Concept
from newsroom.housestyle.proposal_models import DECLINED, OPEN, TAKEN, ExceptionProposal
from newsroom.notifications import inbox
from newsroom.roles import GRANTS, Actor, Permission

NOT_PROPOSED = "Nothing was proposed."
REASON_LENGTH = 300


@dataclass(frozen=True)
class Origin:
    """Where the spelling was met."""

    story_id: int
    slug: str
    words: str


def propose(actor: Actor, concept_id: int, text: str, origin: Origin) -> ExceptionProposal:
    """Tell whoever may edit the lexicon; proposing what is proposed already changes nothing."""
    actor.require(Permission.WRITE_COPY)
    concept = queries.concept_to_change(concept_id)
    text = _longer_name(concept, text, origin.words)
    present = _open_with(concept, text)
    if present is not None:
        return present
    made = ExceptionProposal(
        concept_id=concept.id,
        text=text,
        story_id=origin.story_id,
        slug=origin.slug,
        words=origin.words,
        by_id=actor.id,
    )
    db.session.add(made)
    db.session.flush()
    _tell(actor, concept, made)
    name = concept.preferred
    facts = {"name": name, "text": text, "slug": origin.slug}
    record(actor, Event.EXCEPTION_PROPOSED, "concept", concept.id, **facts)
    return made


def take(actor: Actor, proposal_id: int, reason: str) -> Concept:
    """Make it an exception of its entry, by the way that every change of an entry goes."""
    proposal, concept = _to_decide(actor, proposal_id)
    if letters(proposal.text) in {letters(one) for one in concept.facts.exceptions}:
        raise Conflict(f"“{proposal.text}” is an exception of this entry already; decline it.")
    facts = replace(concept.facts, exceptions=(*concept.facts.exceptions, proposal.text))
    why = reason.strip() or f"met in {proposal.slug}"
    _decide(actor, proposal, TAKEN)
    service.change_concept(actor, concept, facts, concept.revision, why)
    return concept


def decline(actor: Actor, proposal_id: int, reason: str) -> Concept:
    proposal, concept = _to_decide(actor, proposal_id)
    reason = reason.strip()
    if not 0 < len(reason) <= REASON_LENGTH:
        raise Invalid(f"Say why not, in up to {REASON_LENGTH} characters.")
    _decide(actor, proposal, DECLINED)
    facts = {"name": concept.preferred, "text": proposal.text, "reason": reason}
    record(actor, Event.EXCEPTION_DECLINED, "concept", concept.id, **facts)
    return concept


def open_ones(concept_id: int) -> Sequence[ExceptionProposal]:
    """Those of an entry that wait for an answer, oldest first."""
    wanted = select(ExceptionProposal).where(
        ExceptionProposal.concept_id == concept_id, ExceptionProposal.status == OPEN
    )
    return db.session.scalars(wanted.order_by(ExceptionProposal.id)).all()


def _longer_name(concept: Concept, text: str, words: str) -> str:
    """As an entry keeps it; raises Invalid where it is no longer name with the words in it."""
    (tidy,) = tidied(replace(concept.facts, exceptions=(text,))).exceptions or ("",)
    if len(tidy) > LONGEST_FORM:
        raise Invalid(NOT_PROPOSED, {"text": f"A name has up to {LONGEST_FORM} characters."})
    if fold(words) not in fold(tidy) or fold(words) == fold(tidy):
        raise Invalid(f"{NOT_PROPOSED} Type the longer name that “{words}” is a part of.")
    if letters(tidy) in {letters(one) for one in concept.facts.exceptions}:
        raise Invalid(f"{NOT_PROPOSED} “{tidy}” is an exception of this entry already.")
    return tidy


def _open_with(concept: Concept, text: str) -> ExceptionProposal | None:
    return next((one for one in open_ones(concept.id) if letters(one.text) == letters(text)), None)


def _tell(actor: Actor, concept: Concept, made: ExceptionProposal) -> None:
    words = f"“{made.text}” as a name in which {concept.preferred} is not used"
    facts = {"who": actor.name, "slug": made.slug, "words": words}
    address = f"/lexicon/{concept.id}#proposals"
    inbox.tell(_keepers() - {actor.id}, "exception", made.story_id, facts | {"address": address})


def _keepers() -> set[int]:
    """Who may edit the lexicon."""
    roles = [role.value for role, granted in GRANTS.items() if Permission.EDIT_LEXICON in granted]
    wanted = select(Person.id).join(Grant, Grant.person_id == Person.id)
    return set(db.session.scalars(wanted.where(Person.active, Grant.role_name.in_(roles))))


def _to_decide(actor: Actor, proposal_id: int) -> tuple[ExceptionProposal, Concept]:
    actor.require(Permission.EDIT_LEXICON)
    found = db.session.get(ExceptionProposal, proposal_id)
    if found is None:
        raise NotFound("There is no such proposal.")
    concept = queries.concept_to_change(found.concept_id)
    wanted = select(ExceptionProposal).where(ExceptionProposal.id == proposal_id)
    proposal = locked_row(wanted)
    if proposal is None or proposal.status != OPEN:
        raise Conflict("Somebody has decided about this proposal meanwhile.")
    return proposal, concept


def _decide(actor: Actor, proposal: ExceptionProposal, status: str) -> None:
    proposal.status = status
    proposal.decided_by_id, proposal.decided_at = actor.id, now()
