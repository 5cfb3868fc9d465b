"""`newsroom story import`: a plain text becomes a draft from the command line."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsroom.db import db
from newsroom.errors import Invalid, NotFound
from newsroom.stories import documents, filing, slugs
from newsroom.stories.commands import story
from newsroom.stories.models import Story

SAMPLES = Path(__file__).parents[1] / "samples" / "intake"
PAYWALL = str(SAMPLES / "paywall.txt")


@pytest.fixture
def run(command_line):
    """Runs `newsroom story import ...`."""
    return lambda *words, **more: command_line.invoke(
        story, ["import", *words], catch_exceptions=False, **more
    )


@pytest.fixture
def nowhere(monkeypatch):
    """Fails the test where the command asks for a newsroom."""

    def refuse():
        pytest.fail("a dry run asked for the application")

    monkeypatch.setattr("newsroom.app.app_from_environment", refuse)
    return lambda *words, **more: CliRunner().invoke(
        story, ["import", *words, "--dry-run"], catch_exceptions=False, **more
    )


def the_story(app, slug):
    with app.app_context():
        found = db.session.query(Story).filter_by(slug=slug).one()
        document = documents.current(found.id, found.version)
        return found, [block.text_content for block in document.children]


def test_a_dry_run_tells_the_parts_and_needs_no_newsroom(nowhere):
    said = nowhere(PAYWALL).output
    assert "Headline: Cabinet Approves Budget for Northern Towns" in said
    assert "Dateline: YERUSHALAYIM" in said
    assert "by Yonatan Peretz; credit: Yonatan Peretz/Flash90" in said
    assert "Body: 3 blocks" in said
    assert "Log in here (a log-in line)" in said


def test_the_parts_are_printed_as_one_json_object(nowhere):
    expected = json.loads((SAMPLES / "paywall.json").read_text(encoding="utf-8"))
    printed = json.loads(nowhere(PAYWALL, "--json").stdout)
    assert printed == {
        name: expected[name]
        for name in ("headline", "dateline", "figures", "paragraphs", "set_aside")
    }


def test_a_text_comes_from_standard_input_too(nowhere):
    data = Path(PAYWALL).read_bytes()
    assert "Dateline: YERUSHALAYIM" in nowhere("-", input=data).output


def test_a_text_becomes_a_draft_on_the_named_desk(newsroom, app, run):
    said = run(PAYWALL, "--desk", "city", "--byline", "By  Jonas Berg").output
    assert "cabinet-approves-budget-northern-towns, a draft on City." in said
    made, parts = the_story(app, "cabinet-approves-budget-northern-towns")
    assert (made.desk_id, made.state, made.created_by_id) == (newsroom.city, "draft", None)
    assert parts[:4] == [
        "Cabinet Approves Budget for Northern Towns",
        "",
        "By Jonas Berg",
        "YERUSHALAYIM",
    ]


def test_without_a_desk_it_goes_to_the_newsrooms_first(newsroom, app, run):
    run(PAYWALL)
    made, _ = the_story(app, "cabinet-approves-budget-northern-towns")
    assert made.desk_id in {newsroom.world, newsroom.city}


def test_the_same_text_twice_gets_a_slug_of_its_own(newsroom, app, run):
    run(PAYWALL)
    assert "cabinet-approves-budget-northern-towns-2" in run(PAYWALL).output


def test_what_was_made_is_said_beside_the_json(newsroom, run):
    result = run(PAYWALL, "--json")
    assert json.loads(result.stdout)["dateline"] == "YERUSHALAYIM"
    assert "a draft on" in result.stderr


def test_a_desk_that_is_not_there_is_refused(newsroom, run):
    with pytest.raises(NotFound, match="There is no desk Sport; there are: "):
        run(PAYWALL, "--desk", "Sport")


def test_a_newsroom_without_desks_is_refused(app, run):
    with pytest.raises(NotFound, match="There is no desk yet"):
        run(PAYWALL)


def test_what_is_no_text_is_refused(nowhere):
    with pytest.raises(Invalid, match="not plain text"):
        nowhere("-", input=b"%PDF-1.7")


def test_a_slug_that_has_no_room_for_a_number_gets_one_all_the_same(newsroom):
    longest = f"{'a' * 75}-bcde"
    made = []
    for _ in range(3):
        with newsroom.change():
            free = slugs.free_slug(longest)
            plan = filing.Plan(slug=free, desk_id=newsroom.world)
            made.append(filing.create_story(newsroom.jonas, plan).slug)
    assert made == [longest, f"{'a' * 75}-2", f"{'a' * 75}-3"]
