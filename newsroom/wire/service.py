"""What editors change in the outlets: each change in the log, and open stories read again."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from newsroom.audit import Event, record
from newsroom.db import db, flush_or, now
from newsroom.errors import Conflict, Invalid
from newsroom.jobs import Job, enqueue
from newsroom.roles import Actor, Permission
from newsroom.versions import ONLY_ROW
from newsroom.wire import queries
from newsroom.wire.entries import LONGEST_NAME, changes_in_words, faults, tidied
from newsroom.wire.models import LONGEST_KEY, OutletAlias, OutletRow, RegistryVersion
from newsroom.wire.outlets import Outlet, OutletFacts, seed_outlets, sort_name

_KEY = re.compile(rf"[a-z0-9][a-z0-9-]{{0,{LONGEST_KEY - 1}}}")
NOT_SAVED = "The outlet was not saved."


def add_outlet(actor: Actor, facts: OutletFacts) -> OutletRow:
    """Raises Invalid where one of its names is another outlet's."""
    actor.require(Permission.EDIT_OUTLETS)
    facts = _sound(facts, None)
    row = _filled(free_key(facts.name, queries.keys()), facts)
    _keep(row)
    _read_stories_again()
    record(actor, Event.OUTLET_ADDED, "outlet", row.id, name=row.name)
    return row


def change_outlet(actor: Actor, row: OutletRow, facts: OutletFacts, revision: int) -> None:
    """Raises Conflict where the outlet is no longer the one of that revision."""
    actor.require(Permission.EDIT_OUTLETS)
    if row.revision != revision:
        raise Conflict("Somebody changed this outlet while you were writing. Nothing was saved.")
    facts = _sound(facts, row.id)
    changes = changes_in_words(row.facts, facts)
    if not changes:
        return
    _fill(row, facts)
    _keep(row)
    _read_stories_again()
    record(actor, Event.OUTLET_CHANGED, "outlet", row.id, name=row.name, changes=changes)


def load_outlets(actor: Actor) -> int:
    """Add the outlets of the built-in list that the newsroom lacks; how many were added.

    An outlet that stands already is left as its editors made it; a name that another outlet
    has taken is left with that one.
    """
    actor.require(Permission.EDIT_OUTLETS)
    known = queries.keys()
    wanted = [outlet for outlet in seed_outlets() if outlet.key not in known]
    taken = queries.owners([name for outlet in wanted for name in outlet.names], None)
    added = [_filled(o.key, _without(taken, o)) for o in wanted if o.name not in taken]
    db.session.add_all(added)
    if added:
        db.session.flush()
        _read_stories_again()
        record(actor, Event.OUTLETS_LOADED, "registry", ONLY_ROW, count=len(added))
    return len(added)


def take_in(actor: Actor, wanted: Sequence[tuple[str, OutletFacts]]) -> None:
    """New ones of a file together, each with the key that it asks for where that is free.

    Raises Invalid where a name is another outlet's. Whoever takes in a file says so at its end.
    """
    actor.require(Permission.EDIT_OUTLETS)
    every = [name for _, facts in wanted for name in facts.names]
    if queries.owners(every, None):
        raise Invalid(NOT_SAVED)
    taken = queries.keys() if wanted else set()
    for key, facts in wanted:
        fits = key not in taken and _KEY.fullmatch(key) is not None
        own = key if fits else free_key(facts.name, taken)
        taken.add(own)
        db.session.add(_filled(own, facts))
    flush_or(Conflict("Another outlet took one of these names a moment ago."))


def change_together(actor: Actor, wanted: Sequence[tuple[OutletRow, OutletFacts]]) -> None:
    """As the lines of a file say; names that one gives up are free for the others.

    Raises Invalid where a name is another outlet's. Stories are read again at the file's end.
    """
    actor.require(Permission.EDIT_OUTLETS)
    before = [row.facts for row, _ in wanted]
    for row, facts in wanted:
        row.aliases = [alias for alias in row.aliases if alias.name in facts.names]
    db.session.flush()
    for (row, facts), old in zip(wanted, before, strict=True):
        sound = _sound(facts, row.id)
        if changes := changes_in_words(old, sound):
            _fill(row, sound)
            _keep(row)
            record(actor, Event.OUTLET_CHANGED, "outlet", row.id, name=row.name, changes=changes)


def outlets_imported(actor: Actor, file: str, added: int, changed: int) -> None:
    """At the end of a file: one entry for all that were added, and stories are read again."""
    _read_stories_again()
    event, counts = Event.OUTLETS_IMPORTED, {"added": added, "changed": changed}
    record(actor, event, "registry", ONLY_ROW, file=file, **counts)


def _without(taken: dict[str, str], outlet: Outlet) -> OutletFacts:
    return replace(outlet, aliases=tuple(name for name in outlet.aliases if name not in taken))


def _sound(facts: OutletFacts, outlet_id: int | None) -> OutletFacts:
    facts = tidied(facts)
    found = faults(facts)
    taken = queries.owners(facts.names, other_than=outlet_id)
    for field, names in (("name", [facts.name]), ("aliases", facts.aliases)):
        for name in names:
            if owner := taken.get(name):
                found.setdefault(field, f"“{name}” is a name of {owner}.")
    if found:
        raise Invalid(NOT_SAVED, found)
    return facts


def _filled(key: str, facts: OutletFacts) -> OutletRow:
    row = OutletRow(key=key, revision=0)
    _fill(row, facts)
    return row


def _fill(row: OutletRow, facts: OutletFacts) -> None:
    row.name, row.sort_name = facts.name, sort_name(facts.name)[:LONGEST_NAME]
    row.type, row.country, row.domain = facts.type.value, facts.country, facts.domain
    row.credit_form = facts.credit_form
    row.common_word, row.state_run, row.photo = facts.common_word, facts.state_run, facts.photo
    row.text_contract, row.photo_contract = facts.text_contract, facts.photo_contract
    row.contract_until = facts.contract_until
    row.revision += 1
    row.updated_at = now()
    kept = {alias.name: alias for alias in row.aliases}
    row.aliases = [kept.get(name) or OutletAlias(name=name) for name in facts.aliases]


def _keep(row: OutletRow) -> None:
    db.session.add(row)
    flush_or(Conflict("Another outlet took one of these names a moment ago."))


def free_key(name: str, taken: Collection[str]) -> str:
    """A short, lasting handle from the name, with a number where it is taken."""
    plain = re.sub(r"[^a-z0-9]+", "-", sort_name(name)).strip("-") or "outlet"
    key, number = plain[:LONGEST_KEY], 1
    while key in taken:
        number += 1
        key = f"{plain[: LONGEST_KEY - 7]}-{number}"
    return key


def _read_stories_again() -> None:
    """Give the registry its next version and have every story on its way read again."""
    RegistryVersion.grow()
    enqueue(Job.STORIES_RECHECK_ALL)
