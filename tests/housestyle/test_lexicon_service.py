"""How the lexicon changes, who may change it, and what follows."""

import pytest

from newsroom.audit.queries import history_of
from newsroom.errors import Conflict, Invalid, NotAllowed
from newsroom.housestyle import queries, service
from newsroom.housestyle.entries import ConceptClass, EntryFacts
from newsroom.housestyle.matcher import check_passages
from newsroom.housestyle.passages import Passage
from newsroom.housestyle.starter import starter_entries
from newsroom.jobs import Job
from newsroom.paging import PAGE
from newsroom.roles import Role, machine

EDITOR = machine("Ruth Editor", [Role.EDITOR])
REPORTER = machine("Sam Reporter", [Role.REPORTER])


def facts(preferred="Lviv", variants=("Lvov",), exceptions=()):
    return EntryFacts(ConceptClass.PLACE, preferred, variants, exceptions)


@pytest.fixture
def sent(monkeypatch):
    """The jobs that were asked for."""
    jobs = []
    monkeypatch.setattr(service, "enqueue", jobs.append)
    return jobs


@pytest.fixture
def tiveria(change, sent):
    """An entry that has nothing to do with what is tested."""
    with change():
        return service.add_concept(EDITOR, facts("Tiveria", ("Tiberias",)), "noise").id


def found(text):
    return [m.suggestion for m in check_passages([Passage(text)], queries.live_lexicon())]


def test_a_live_entry_is_used_at_once_and_stories_are_read_again(app, change, sent, tiveria):
    del sent[:]
    with app.app_context():
        assert found("Lvov, Tiberias") == ["Tiveria"]
    with change():
        service.add_concept(EDITOR, facts(), "settled at the desk meeting")
        assert sent == [Job.STORIES_RECHECK_ALL]
    with app.app_context():
        assert found("Lvov, Tiberias") == ["Lviv", "Tiveria"]


def test_a_draft_is_not_used_and_nothing_is_read_again(app, change, sent, tiveria):
    del sent[:]
    with change():
        service.draft_concept(EDITOR, facts())
    with app.app_context():
        assert found("Lvov") == []
    assert sent == []


def test_the_compiled_lexicon_is_kept_until_the_next_change(app, change, tiveria):
    with app.app_context():
        first, version = queries.live_lexicon(), queries.lexicon_version()
        assert queries.live_lexicon() is first
    with change():
        service.add_concept(EDITOR, facts(), "new")
    with app.app_context():
        assert queries.live_lexicon() is not first
        assert queries.lexicon_version() == version + 1


def test_an_archived_entry_is_no_longer_used_and_may_come_back(app, change, tiveria):
    with change():
        concept = queries.concept_to_change(tiveria)
        service.archive_concept(EDITOR, concept, "disputed")
    with app.app_context():
        assert found("Tiberias") == []
    with change():
        service.go_live(EDITOR, queries.concept_to_change(tiveria), "settled")
    with app.app_context():
        assert found("Tiberias") == ["Tiveria"]


def test_a_change_swaps_spellings_and_is_told_in_the_history(app, change, tiveria):
    with change():
        concept = queries.concept_to_change(tiveria)
        swapped = facts("Tiberias", ("Tiveria", "Tverya"))
        service.change_concept(EDITOR, concept, swapped, concept.revision, "the readers’ letters")
    with app.app_context():
        assert found("Tiveria, Tverya, Tiberias") == ["Tiberias", "Tiberias"]
        told = [entry.sentence for entry in history_of("concept", tiveria)]
    assert told[0] == "added Tiveria to the lexicon"
    assert told[-1] == (
        "changed Tiberias: Tiveria → Tiberias; variants + Tiveria, + Tverya, − Tiberias. "
        "Why: the readers’ letters"
    )


def test_the_second_of_two_editors_is_told_of_the_first(change, tiveria):
    with change():
        concept = queries.concept_to_change(tiveria)
        seen = concept.revision
        service.change_concept(EDITOR, concept, facts("Tiveria", ("Tverya",)), seen, "first")
    with change():
        concept = queries.concept_to_change(tiveria)
        with pytest.raises(Conflict, match="Nothing was saved"):
            service.change_concept(EDITOR, concept, facts("Tiveria", ()), seen, "second")


@pytest.mark.parametrize(
    ("entry", "field", "sentence"),
    [
        (facts("Lviv", ("Tiberias",)), "variants", "“Tiberias” is a variant of the entry Tiveria."),
        (facts("Lviv", ("TIVERIA",)), "variants", "“TIVERIA” is the preferred spelling of the"),
        (facts("Tiberias", ()), "preferred", "“Tiberias” is a variant of the entry Tiveria."),
    ],
)
def test_a_live_spelling_belongs_to_one_entry(change, tiveria, entry, field, sentence):
    with pytest.raises(Invalid) as refusal, change():
        service.add_concept(EDITOR, entry, "why not")
    assert sentence in refusal.value.fields[field]


def test_a_draft_may_hold_a_taken_spelling_until_it_goes_live(change, tiveria):
    with change():
        draft = service.draft_concept(EDITOR, facts("Lviv", ("Tiberias",))).id
    with pytest.raises(Invalid), change():
        service.go_live(EDITOR, queries.concept_to_change(draft), "now")
    with change():
        service.archive_concept(EDITOR, queries.concept_to_change(tiveria), "gives it up")
        service.go_live(EDITOR, queries.concept_to_change(draft), "now")


def test_going_live_changing_and_archiving_need_a_reason(change, tiveria):
    for act in (
        lambda: service.add_concept(EDITOR, facts(), "  "),
        lambda: service.archive_concept(EDITOR, queries.concept_to_change(tiveria), ""),
        lambda: service.change_concept(EDITOR, queries.concept(tiveria), facts(), 1, ""),
    ):
        with pytest.raises(Invalid) as refusal, change():
            act()
        assert refusal.value.fields == {"reason": "Say why; the entry's history keeps it."}


def test_a_reporter_may_not_change_house_style(change, tiveria):
    for act in (
        lambda: service.draft_concept(REPORTER, facts()),
        lambda: service.archive_concept(REPORTER, queries.concept_to_change(tiveria), "x"),
        lambda: service.load_starter(REPORTER),
    ):
        with pytest.raises(NotAllowed, match="You may not change house style"), change():
            act()


def test_the_starter_is_loaded_once_around_what_is_there_already(app, change, sent):
    with change():
        service.add_concept(EDITOR, facts("Jerusalem", ("Yerushalayim",)), "our own way")
        del sent[:]
        added = service.load_starter(EDITOR)
    assert added == len(list(starter_entries())) - 1
    assert sent == [Job.STORIES_RECHECK_ALL]
    with change():
        assert service.load_starter(EDITOR) == 0
    with app.app_context():
        assert found("Yerushalayim, Kiev") == ["Jerusalem", "Kyiv"]


@pytest.mark.parametrize(
    "act",
    [
        lambda: service.add_concept(EDITOR, facts(), "settled"),
        lambda: service.load_starter(EDITOR),
    ],
    ids=["an entry", "the starter"],
)
def test_the_log_is_asked_for_last_so_that_two_never_wait_for_each_other(
    change, sent, monkeypatch, act
):
    asked = []
    note_when_called(monkeypatch, service.LexiconVersion, "grow", asked)
    for name in ("record", "record_past"):
        note_when_called(monkeypatch, service, name, asked)
    with change():
        act()
    assert asked[0] == "grow"
    assert asked[1].startswith("record")
    assert asked.count("grow") == 1


def note_when_called(monkeypatch, owner, name, notes):
    real = getattr(owner, name)

    def noting(*args, **facts_of_the_entry):
        notes.append(name)
        return real(*args, **facts_of_the_entry)

    monkeypatch.setattr(owner, name, noting)


def test_a_search_finds_an_entry_by_any_spelling_page_by_page(app, change, tiveria):
    with change():
        service.load_starter(EDITOR)
    with app.app_context():
        by_variant, _ = queries.search(queries.Wanted("jeruz"))
        assert [concept.preferred for concept in by_variant] == ["Yerushalayim"]
        assert queries.search(queries.Wanted("100%_"))[0] == []
        first, after = queries.search(queries.Wanted())
        names = [concept.sort_name for concept in first]
        while after is not None:
            page, after = queries.search(queries.Wanted(), after)
            names += [concept.sort_name for concept in page]
    assert len(first) == PAGE
    assert len(names) > len(list(starter_entries())) - PAGE
    assert names == sorted(set(names))
    assert "tiveria" in names
