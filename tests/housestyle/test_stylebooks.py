"""Stylebooks, the limits of an entry, and the sentences that prove it."""

from datetime import date, timedelta

import pytest

from newsroom.errors import Invalid
from newsroom.housestyle import queries, service
from newsroom.housestyle.entries import ConceptClass, EntryFacts, tidied
from newsroom.housestyle.matcher import check_passages
from newsroom.housestyle.passages import Passage
from newsroom.housestyle.scope import Reader, Scope
from newsroom.housestyle.stylebooks import Channel, Stylebook
from newsroom.roles import Role, machine

EDITOR = machine("Ruth Editor", [Role.EDITOR])
DAY = date(2026, 5, 4)
NEXT = timedelta(days=1)


def facts(**given):
    told = {
        "concept_class": ConceptClass.PLACE,
        "preferred": "Tzfas",
        "elsewhere": ((Stylebook.GENERAL, "Safed"),),
        "variants": ("Tsfat",),
    }
    return EntryFacts(**(told | given))


@pytest.fixture(autouse=True)
def sent(monkeypatch):
    jobs = []
    monkeypatch.setattr(service, "enqueue", jobs.append)
    return jobs


def suggested(text, book=Stylebook.HOUSE):
    return [m.suggestion for m in check_passages([Passage(text)], queries.live_lexicon(book))]


def test_each_stylebook_has_its_own_spelling_and_changes_all_others(app, change):
    with change():
        service.add_concept(EDITOR, facts(), "settled")
        service.add_concept(EDITOR, facts(preferred="Kyiv", elsewhere=(), variants=("Kiev",)), "-")
    with app.app_context():
        assert suggested("Tzfas, Safed, Tsfat, Kiev") == ["Tzfas", "Tzfas", "Kyiv"]
        general = suggested("Tzfas, Safed, Tsfat, Kiev", Stylebook.GENERAL)
        assert general == ["Safed", "Safed", "Kyiv"]


def test_an_entry_keeps_what_it_was_told_through_the_database(app, change):
    told = tidied(
        facts(
            exceptions=("Safed College",),
            native="צפת",
            note="In the north.",
            source="Desk meeting",
            must_change=("He came from Safed.",),
            must_stay=("Safed College teaches.", "He said: “Safed”."),
            scope=Scope(frozenset({1}), frozenset({Channel.SITE}), DAY, DAY + NEXT),
            owner_id=7,
        )
    )
    with change():
        number = service.draft_concept(EDITOR, told).id
    with app.app_context():
        assert queries.concept(number).facts == told


def test_a_spelling_of_another_stylebook_belongs_to_one_entry_too(change):
    with change():
        service.add_concept(EDITOR, facts(), "settled")
    again = facts(preferred="Tzfat", elsewhere=((Stylebook.GENERAL, "Safed"),), variants=())
    with pytest.raises(Invalid) as refusal, change():
        service.add_concept(EDITOR, again, "why not")
    assert refusal.value.fields == {"elsewhere": "“Safed” is a variant of the entry Tzfas."}


@pytest.mark.parametrize(
    ("given", "field", "sentence"),
    [
        (
            {"must_change": ("Snow fell in Safed.", "He left Lod.")},
            "must_change",
            "Nothing changes in “He left Lod.”, and something should.",
        ),
        (
            {"must_stay": ("He said “Safed”.", "Safed Cheese is sold.")},
            "must_stay",
            "“Safed Cheese is sold.” should stay, but Safed would become Tzfas.",
        ),
        (
            {"scope": Scope(starts_on=DAY, ends_on=DAY - NEXT)},
            "ends_on",
            "It would end before it begins.",
        ),
    ],
)
def test_an_entry_that_does_not_prove_itself_is_not_saved(change, given, field, sentence):
    with pytest.raises(Invalid) as refusal, change():
        service.draft_concept(EDITOR, facts(**given))
    assert refusal.value.fields == {field: sentence}


def test_a_scope_holds_on_its_desks_and_channels_and_on_both_its_days():
    scope = Scope(frozenset({3}), frozenset({Channel.SITE}), DAY, DAY + NEXT)
    assert scope.holds(Reader(3, DAY))
    assert scope.holds(Reader(3, DAY + NEXT))
    for elsewhere in (
        Reader(4, DAY),
        Reader(None, DAY),
        Reader(3, DAY, Channel.SYNDICATION),
        Reader(3, DAY - NEXT),
        Reader(3, DAY + 2 * NEXT),
    ):
        assert not scope.holds(elsewhere), elsewhere


def test_an_entry_for_one_desk_is_used_on_that_desk_alone(app, change):
    with change():
        service.add_concept(EDITOR, facts(scope=Scope(frozenset({3}))), "the foreign desk’s")
    with app.app_context():
        text = [Passage("Snow in Safed.")]
        assert [m.suggestion for m in queries.in_force(3).matches(text)] == ["Tzfas"]
        assert queries.in_force(4).matches(text) == []


@pytest.mark.parametrize(
    ("scope", "turned"),
    [
        (Scope(starts_on=DAY + NEXT), True),
        (Scope(ends_on=DAY), True),
        (Scope(starts_on=DAY, ends_on=DAY + NEXT), False),
        (Scope(starts_on=DAY + 2 * NEXT), False),
    ],
    ids=["begins", "ended", "goes on", "not yet"],
)
def test_stories_are_read_again_on_a_day_on_which_an_entry_begins_or_has_ended(
    change, monkeypatch, sent, scope, turned
):
    with change():
        service.add_concept(EDITOR, facts(scope=scope), "for the festival")
        monkeypatch.setattr(queries, "today", lambda: DAY)
        service.turn_day()
    del sent[:]
    monkeypatch.setattr(queries, "today", lambda: DAY + NEXT)
    with change():
        version = queries.lexicon_version()
        assert service.turn_day() == turned
        assert service.turn_day() is False, "each day is turned once"
        assert queries.lexicon_version() == version + turned
        assert bool(sent) == turned
