"""`newsroom style`: hold a text against the house style, load the starter lexicon."""

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from newsroom.housestyle.jsonl import answer
from newsroom.housestyle.matcher import read_passages
from newsroom.housestyle.passages import passages_of
from newsroom.housestyle.report import lines


@click.group()
def style() -> None:
    """House style: the lexicon of names and terms."""


@style.command()
@click.argument(
    "file", type=click.Path(exists=True, dir_okay=False, allow_dash=True), required=False
)
@click.option("--jsonl", is_flag=True, help="Answer one JSON question a line, from standard input.")
def check(file: str | None, *, jsonl: bool) -> None:
    """Check FILE, plain text, with the newsroom's own lexicon ("-": standard input)."""
    if jsonl:
        answer_all(sys.stdin)
    elif file is None:
        raise click.UsageError("Name a file to check, or ask with --jsonl.")
    else:
        report(text_of(file))


def answer_all(questions: Iterable[str]) -> None:
    """Each question carries its own lexicon: neither settings nor database are read."""
    compiled = None
    for question in questions:
        if question.strip():
            text, compiled = answer(question, compiled)
            click.echo(text)
            sys.stdout.flush()


def text_of(file: str) -> str:
    if file == "-":
        return sys.stdin.read()
    try:
        return Path(file).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise click.ClickException(f"{file} is not a text in UTF-8.") from None


def report(text: str) -> None:
    from newsroom.app import app_from_environment
    from newsroom.housestyle.queries import live_lexicon

    with app_from_environment().app_context():
        lexicon = live_lexicon()
    passages = passages_of(text)
    for line in lines(text, passages, read_passages(passages, lexicon)):
        click.echo(line)


@style.command("load-starter")
def load_starter() -> None:
    """Add the starter lexicon's entries that the newsroom does not have yet."""
    from newsroom.app import app_from_environment
    from newsroom.db import transaction
    from newsroom.housestyle import service
    from newsroom.roles import machine

    with app_from_environment().app_context(), transaction():
        added = service.load_starter(machine("newsroom style load-starter"))
    click.echo(f"{added} entries added.")
