"""A desk's standards as administrators set them: kept, logged, and open stories read again."""

import pytest

from newsroom.accounts import desk_levels
from newsroom.audit.queries import history_of
from newsroom.errors import NotAllowed
from newsroom.roles import Role, machine
from newsroom.standards import Level
from newsroom.stories.references import references
from newsroom.wire import desk_standards
from newsroom.wire.standards.table import STANDARDS, Rule
from tests.factories import make_desk

ADMINISTRATOR = machine("an administrator", [Role.ADMINISTRATOR])
EDITOR = machine("an editor", [Role.EDITOR])
STRICT = {Rule.BARE_SOURCE: Level.BLOCK, Rule.NO_REASON: Level.OFF}


@pytest.fixture
def world(change):
    with change():
        return make_desk("World")


@pytest.fixture
def sent(monkeypatch):
    jobs = []
    monkeypatch.setattr(desk_levels, "enqueue", lambda *job: jobs.append(job[0].value))
    return jobs


def test_a_desk_has_the_houses_levels_until_it_has_its_own(app, world, change, sent):
    with change():
        other = make_desk("City").id
        desk_standards.set_levels(ADMINISTRATOR, world, STRICT)
    with app.app_context():
        assert desk_standards.level(Rule.BARE_SOURCE, world.id) is Level.BLOCK
        assert desk_standards.level(Rule.REUSE_UNCREDITED, world.id) is Level.BLOCK
        assert desk_standards.level(Rule.BARE_SOURCE, other) is Level.WARN
    assert sent == ["stories.recheck_all"]


def test_a_change_makes_older_readings_count_as_none_and_the_same_again_does_not(
    app, world, change, sent
):
    with app.app_context():
        before = references()
    for _ in range(2):
        with change():
            desk_standards.set_levels(ADMINISTRATOR, world, STRICT)
    with app.app_context():
        after = references()
    assert after["attribution"] == before["attribution"] + 1
    assert after["house_style"] == before["house_style"]
    assert len(sent) == 1


def test_a_change_is_logged_in_words_once(app, world, change):
    with change():
        desk_standards.set_levels(ADMINISTRATOR, world, STRICT)
    with app.app_context():
        (entry,) = [one for one in history_of("desk", world.id) if one.event == "standards.set"]
    assert entry.sentence == (
        "set the standards of the desk World: an unnamed source is described: warn → block;"
        " the reader learns why a source is unnamed: warn → off"
    )


def test_an_editor_does_not_set_standards(world, change):
    with change(), pytest.raises(NotAllowed, match="You may not manage desks"):
        desk_standards.set_levels(EDITOR, world, STRICT)


def _sent(**other):
    return {one.rule.value: one.default.value for one in STANDARDS} | other


def test_an_administrator_sets_them_on_a_page(browser, everyone, world):
    browser.sign_in("administrator")
    address = f"/desks/{world.id}/standards"
    assert address in browser.get(f"/desks/{world.id}").links
    assert "Warns (the house’s)" in browser.get(address)
    page = browser.post(address, _sent(bare_source="block"))
    assert "The standards of World are saved; its open stories are read again." in page
    assert "an unnamed source is described: warn → block" in page
    assert "are saved" not in browser.post(address, _sent(bare_source="block"))


def test_a_level_that_there_is_not_is_refused(browser, everyone, world):
    browser.sign_in("administrator")
    browser.post(f"/desks/{world.id}/standards", _sent(bare_source="loud"), status=422)


@pytest.mark.parametrize("role", ["reporter", "editor", "photo_desk"])
def test_others_do_not_see_the_page(browser, everyone, world, role):
    browser.sign_in(role)
    browser.get(f"/desks/{world.id}/standards", status=403)
