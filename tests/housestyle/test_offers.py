"""Spellings are offered with their source, and ticked into an entry."""

import pytest

from newsroom.db import db
from newsroom.housestyle import service
from newsroom.housestyle.entries import ConceptClass, EntryFacts
from newsroom.housestyle.offers import DICTIONARY, OWN
from newsroom.housestyle.task_models import LexiconTask
from newsroom.roles import Role, machine

EDITOR = machine("Ruth Editor", [Role.EDITOR])


@pytest.fixture
def entry(change, monkeypatch):
    monkeypatch.setattr(service, "enqueue", lambda *_: None)
    with change():
        service.add_concept(EDITOR, EntryFacts(ConceptClass.PLACE, "Khartum", ("Hartum",)), "-")
        facts = EntryFacts(ConceptClass.PLACE, "Hezbollah", ("Hizbullah",))
        return service.draft_concept(EDITOR, facts).id


def test_packaged_spellings_are_offered_with_source_and_licence(editor, entry):
    page = editor.get(f"/lexicon/{entry}/spellings")
    assert "Hizbollah" in page
    assert "Apache-2.0" in page


def test_spellings_of_our_own_stories_come_first_with_their_counts(editor, entry, change):
    with change():
        found = '{"spellings": {"Hizballa": 12, "Hartum": 1}, "dictionary": ["hizbollahs"]}'
        db.session.add(
            LexiconTask(
                kind="preview",
                by_name="Ruth",
                concept_id=entry,
                label="-",
                given="",
                state="done",
                found=found,
            )
        )
    page = editor.get(f"/lexicon/{entry}/spellings")
    assert page.words.index("Hizballa") < page.words.index("Hizbollah")
    assert OWN in page
    assert f"Hizbollahs {DICTIONARY}" in page
    assert "Belongs to the entry Khartum" in page


def test_ticked_spellings_become_variants_with_their_reason(editor, entry):
    told = {"spelling": ["Hizbollah", "Hizballa"], "reason": "Both are common"}
    page = editor.post(f"/lexicon/{entry}/spellings", told)
    assert "Hezbollah has 2 more." in page
    assert "variants + Hizbollah, + Hizballa. Why: Both are common" in page


def test_nothing_ticked_or_a_taken_spelling_is_refused_and_the_ticks_stay(editor, entry, change):
    page = editor.post(f"/lexicon/{entry}/spellings", {"reason": "why"}, status=422)
    assert "Tick the spellings" in page
    from newsroom.housestyle import queries

    with change():
        service.go_live(EDITOR, queries.concept_to_change(entry), "-")
    told = {"spelling": ["Hartum", "Hizbollah"], "reason": "why"}
    page = editor.post(f"/lexicon/{entry}/spellings", told, status=422)
    assert "“Hartum” is a variant of the entry Khartum." in page


def test_a_misspelt_question_is_answered_too(editor, entry):
    assert "Did you mean" in editor.get("/lexicon?q=Khartuum")
    answer = editor.client.get("/lexicon/spelling?q=hartum").json
    assert [one["preferred"] for one in answer["entries"]] == ["Khartum"]
    assert editor.client.get("/lexicon/spelling?q=Khartuum").json["meant"] is True
    assert editor.client.get("/lexicon/spelling?q=").json == {"entries": [], "meant": False}
