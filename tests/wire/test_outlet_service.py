"""Outlets as editors keep them: names owned once, changes logged, stories read again."""

from dataclasses import replace

import pytest

from newsroom.audit.queries import history_of
from newsroom.errors import Conflict, Invalid, NotAllowed
from newsroom.roles import Role, machine
from newsroom.wire import queries, service
from newsroom.wire.outlets import OutletFacts, OutletType

EDITOR = machine("an editor", [Role.EDITOR])
REPORTER = machine("a reporter", [Role.REPORTER])
MILL = OutletFacts(
    name="The Mill Gazette",
    type=OutletType.NEWSPAPER,
    aliases=("Mill Gazette", "TMG"),
    country="gb",
    domain="Mill-Gazette.example",
)


@pytest.fixture
def mill(change):
    with change():
        return service.add_outlet(EDITOR, MILL).id


@pytest.fixture
def sent(monkeypatch):
    jobs = []
    monkeypatch.setattr(service, "enqueue", lambda *job: jobs.append(job[0]))
    return jobs


def test_an_outlet_is_found_by_the_rules_once_it_is_added(app, mill):
    with app.app_context():
        registry = queries.live_registry()
    (mention,) = registry.mentions("TMG reported it.")
    assert (mention.outlet.key, mention.outlet.country) == ("mill-gazette", "GB")


def test_a_registry_is_compiled_once_a_version(app, mill, change):
    with app.app_context():
        first = queries.live_registry()
        assert queries.live_registry() is first
    with change():
        service.add_outlet(EDITOR, OutletFacts("Radio Harbour", OutletType.BROADCASTER))
    with app.app_context():
        assert queries.live_registry() is not first
        assert queries.registry_version() == 2


def test_a_change_reads_open_stories_again_and_none_does_not(change, sent):
    with change():
        row = service.add_outlet(EDITOR, MILL)
        service.change_outlet(EDITOR, row, row.facts, row.revision)
    assert [job.value for job in sent] == ["stories.recheck_all"]


def test_a_change_is_logged_in_words(app, mill, change):
    with change():
        row = queries.outlet_to_change(mill)
        facts = replace(row.facts, aliases=("TMG", "the Gazette of the Mill"), state_run=True)
        service.change_outlet(EDITOR, row, facts, row.revision)
    with app.app_context():
        *_, entry = history_of("outlet", mill)
    assert entry.sentence == (
        "changed the outlet The Mill Gazette:"
        " names + the Gazette of the Mill, − Mill Gazette; state-run"
    )


def test_a_name_of_another_outlet_is_refused_with_its_owner(mill, change):
    other = OutletFacts("Mill Gazette", OutletType.DIGITAL, aliases=("The Mill Gazette",))
    with change(), pytest.raises(Invalid) as refused:
        service.add_outlet(EDITOR, other)
    assert refused.value.fields == {
        "name": "“Mill Gazette” is a name of The Mill Gazette.",
        "aliases": "“The Mill Gazette” is a name of The Mill Gazette.",
    }


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        (replace(MILL, name="  "), "name"),
        (replace(MILL, aliases=("x",)), "aliases"),
        (replace(MILL, aliases=("gazette",)), "aliases"),
        (replace(MILL, country="G1"), "country"),
    ],
)
def test_what_would_be_found_everywhere_or_nowhere_is_refused(change, facts, field):
    with change(), pytest.raises(Invalid) as refused:
        service.add_outlet(EDITOR, facts)
    assert list(refused.value.fields) == [field]


def test_the_second_of_two_changes_is_a_conflict(mill, change):
    with change():
        row = queries.outlet_to_change(mill)
        seen = row.revision
        service.change_outlet(EDITOR, row, replace(row.facts, country="IE"), seen)
    with change():
        row = queries.outlet_to_change(mill)
        late = replace(row.facts, country="FR")
        with pytest.raises(Conflict):
            service.change_outlet(EDITOR, row, late, seen)


def test_a_reporter_may_not_change_outlets(change):
    with change(), pytest.raises(NotAllowed):
        service.add_outlet(REPORTER, MILL)
    with change(), pytest.raises(NotAllowed):
        service.load_outlets(REPORTER)


def test_loading_the_built_in_list_leaves_what_editors_made(app, mill, change):
    ours = OutletFacts("Agence France-Presse of Ohio", OutletType.AGENCY, aliases=("AFP",))
    with change():
        service.add_outlet(EDITOR, ours)
        assert service.load_outlets(EDITOR) == 390
        assert service.load_outlets(EDITOR) == 0
    with app.app_context():
        assert queries.live_registry().mentions("AFP")[0].outlet.name == ours.name
        assert queries.count_by_type()["agency"] == 103


def test_the_list_is_paged_by_name_without_its_article(app, change):
    with change():
        service.load_outlets(EDITOR)
    seen: list[str] = []
    after = None
    with app.app_context():
        while True:
            rows, after = queries.search(queries.Wanted(), after)
            seen += [row.sort_name for row in rows]
            if after is None:
                break
    assert len(seen) == len(set(seen)) == 390
    assert seen.index("associated press") < seen.index("bbc") < seen.index("yonhap news agency")


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("associated press", "The Associated Press"),
        ("meyadeen", "Al Mayadeen"),
        ("dw.com", "Deutsche Welle"),
    ],
)
def test_an_outlet_is_found_by_any_name_or_its_site(app, change, words, name):
    with change():
        service.load_outlets(EDITOR)
    with app.app_context():
        rows, _ = queries.search(queries.Wanted(words))
    assert name in [row.name for row in rows]
