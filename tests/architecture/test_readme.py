"""The README is true: its moves, commands, targets, accounts, keys, pictures and paths."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from newsroom.app import FEATURES
from newsroom.cli import newsroom
from newsroom.demo.accounts import ACCOUNTS, PASSWORD
from newsroom.roles import GRANTS, Role
from newsroom.stories import guards, wire_guards, workflow
from newsroom.stories.states import State
from newsroom.stories.workflow import MOVES, Move
from newsroom.web.places import PLACES

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "README.md").read_text(encoding="utf-8")

CONDITIONS = {
    workflow.always: (),
    workflow.has_live_article: ("an article of it on the site",),
    workflow.copy_lapsed: ("a lapsed copy approval",),
    workflow.captions_lapsed: ("a lapsed caption approval",),
}
"""When a move is offered at all, in the README's words."""

NEEDS = {
    guards.theirs_to_file: "a reporter of this story, or an editor",
    guards.complete_enough_to_file: "headline, byline, dateline, slug and body text",
    guards.note_saying_why: "a note that says why",
    guards.reason_given: "a reason",
    guards.correction_text_given: "the correction that readers will see",
    guards.not_their_own_copy: "an editor who did not write it",
    guards.checks_have_read_copy: "the checks have read this version",
    guards.no_open_finding_in_copy: "no open finding in the text that shuts the gate",
    guards.nothing_must_be_fixed: "no open comment that must be fixed",
    guards.no_open_suggestion_in_copy: "no open suggestion in the text",
    guards.has_photo_or_waiver: "a photo, or the reason for none",
    guards.figures_are_complete: "photo, creator, credit, caption and alt text of each figure",
    guards.photos_can_print: "photos whose sizes are made and whose rights last",
    guards.made_pictures_are_decided: "made pictures allowed by the photo desk",
    guards.checks_have_read_captions: "house style and the caption check have read this version",
    guards.no_open_finding_in_captions: "no open finding in a caption that shuts the gate",
    guards.no_open_suggestion_in_captions: "no open suggestion in a caption",
    wire_guards.no_killed_copy: "no agency copy that its agency killed",
    wire_guards.terms_are_heeded: "terms against this paper’s use acknowledged",
    wire_guards.no_embargo_now: "no embargo that still holds",
    wire_guards.no_embargo_then: "no embargo that will hold then",
    guards.approvals_hold: "both approvals hold",
    guards.time_has_come: "by the schedule, its time",
    guards.time_is_to_come: "a time to come",
    guards.nothing_live: "no article of it on the site",
}
"""What each guard asks for, in the README's words; a guard without them fails the test."""

COMMAND = re.compile(r"`(newsroom(?: [a-z-]+)+)`")
COMMAND_LINE = re.compile(r"(?:\.venv/bin/|`)(newsroom [a-z][^`\n]*)")


def section(heading: str) -> str:
    """From that heading to the next."""
    return re.split(r"^#+ ", TEXT.split(f"# {heading}\n")[1], maxsplit=1, flags=re.MULTILINE)[0]


def rows(heading: str) -> list[str]:
    """The rows of its table, without the heads."""
    return re.findall(r"^\| .*", section(heading), re.MULTILINE)[1:]


def test_the_table_of_moves_is_that_of_the_workflow():
    assert [row for row in rows("The journey of a story") if "![" not in row] == [
        row_of(move) for move in MOVES
    ]


def row_of(move: Move) -> str:
    needs = [*CONDITIONS[move.offered], *needs_of(move)]
    who = [role.label for role in Role if move.permission in GRANTS[role]]
    sources = [state.label for state in State if state in move.sources]
    columns = (move.label, in_words(sources), target_of(move), ", ".join(who), "; ".join(needs))
    return f"| {' | '.join(columns)} |".replace("|  |", "| |")


def needs_of(move: Move) -> list[str]:
    """What its guards ask for; where an earlier move has the very same ones, that move's name."""
    same = next(one for one in MOVES if one.guards == move.guards)
    if same is not move and len(move.guards) > 1:
        return [f"all that “{same.label}” needs"]
    return [NEEDS[guard] for guard in move.guards]


def in_words(sources: list[str]) -> str:
    return ", ".join(sources) if len(sources) < 3 else f"{sources[0]} to {sources[-1]}"


def target_of(move: Move) -> str:
    if move.target is not None:
        return move.target.label
    return "where it was" if move.sources == {State.SPIKED} else "stays"


def test_every_command_is_listed_and_no_other():
    listed = COMMAND.findall("\n".join(rows("A newsroom of your own")))
    assert sorted(listed) == sorted(leaves("newsroom", newsroom))


def leaves(path: str, command: click.Command) -> Iterator[str]:
    if not isinstance(command, click.Group):
        yield path
        return
    context = click.Context(command)
    for name in command.list_commands(context):
        found = command.get_command(context, name)
        assert found is not None, name
        yield from leaves(f"{path} {name}", found)


@pytest.mark.parametrize("line", sorted(set(COMMAND_LINE.findall(TEXT))))
def test_a_command_line_is_one_that_the_command_understands(line: str):
    words = shlex.split(line.partition("|")[0], comments=True)[1:]
    command: click.Command = newsroom
    while isinstance(command, click.Group):
        found = command.get_command(click.Context(command), words[0] if words else "")
        assert found is not None, line
        command, words = found, words[1:]
    if words:
        command.make_parser(click.Context(command)).parse_args(words)


def test_every_make_target_it_names_is_in_the_makefile():
    named = set(re.findall(r"(?:`|^ {4})make ([a-z]+)", TEXT, re.MULTILINE))
    made = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert {"run", "test"} <= named <= set(made)


def test_the_demo_accounts_are_those_of_the_demo():
    told = re.findall(r"^\| ([A-Z][a-z ]+) \| `(\w+)` \|", TEXT, re.MULTILINE)
    assert told == list(ACCOUNTS)
    assert f"`{PASSWORD}`" in TEXT


def test_the_keys_to_places_are_those_of_the_bar():
    named = re.findall(r"`(g \w)`(?: goes)? to (?:the )?(\w+)", " ".join(TEXT.split()))
    assert named == [
        (place.key, place.name.removeprefix("The ").lower()) for place in PLACES if place.key
    ]


def test_every_picture_is_there_small_and_shown():
    shown = re.findall(r"!\[[^\]]+\]\(\.readme/([a-z-]+\.png)\)", TEXT)
    kept = {path.name: path.stat().st_size for path in (ROOT / ".readme").iterdir()}
    assert sorted(shown) == sorted(kept)
    assert max(kept.values()) <= 250_000


def test_every_path_of_the_tree_is_there_and_no_feature_is_left_out():
    paths = re.findall(
        r"(?:newsroom/|workers/|migrations/|templates/|tests/)[a-z./]*", section("Where things are")
    )
    assert [path for path in paths if not (ROOT / path).exists()] == []
    assert {f"newsroom/{feature}/" for feature in FEATURES} <= set(paths)
