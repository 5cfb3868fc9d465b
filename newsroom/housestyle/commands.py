"""`newsroom style`: hold a text against the house style, load the starter lexicon."""

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TextIO

import click

from newsroom.housestyle.consistency import inconsistencies, sentences
from newsroom.housestyle.jsonl import Compiled, answer, answer_consistency
from newsroom.housestyle.lexicon import Lexicon
from newsroom.housestyle.matcher import read_passages
from newsroom.housestyle.passages import passages_of
from newsroom.housestyle.report import lines

Answer = Callable[[str, Compiled | None], tuple[str, Compiled]]


@click.group()
def style() -> None:
    """House style: the lexicon of names and terms."""


_FILE = click.argument(
    "file", type=click.Path(exists=True, dir_okay=False, allow_dash=True), required=False
)
_JSONL = click.option(
    "--jsonl", is_flag=True, help="Answer one JSON question a line, from standard input."
)


@style.command()
@_FILE
@_JSONL
def check(file: str | None, *, jsonl: bool) -> None:
    """Check FILE, plain text, with the newsroom's own lexicon ("-": standard input)."""
    if jsonl:
        answer_all(sys.stdin, answer)
    else:
        show(report(_text_asked_about(file), _own_lexicon()))


@style.command()
@_FILE
@_JSONL
def consistency(file: str | None, *, jsonl: bool) -> None:
    """List the names that FILE spells in more than one way ("-": standard input)."""
    if jsonl:
        answer_all(sys.stdin, answer_consistency)
    else:
        passages = passages_of(_text_asked_about(file))
        show(sentences(inconsistencies(passages, _own_lexicon())))


def answer_all(questions: Iterable[str], answer_one: Answer) -> None:
    """Each question carries its own lexicon: neither settings nor database are read."""
    compiled = None
    for question in questions:
        if question.strip():
            text, compiled = answer_one(question, compiled)
            click.echo(text)
            sys.stdout.flush()


def report(text: str, lexicon: Lexicon) -> Iterator[str]:
    passages = passages_of(text)
    yield from sentences(inconsistencies(passages, lexicon))
    yield from lines(text, passages, read_passages(passages, lexicon))


def show(told: Iterable[str]) -> None:
    for line in told:
        click.echo(line)


def _text_asked_about(file: str | None) -> str:
    if file is None:
        raise click.UsageError("Name a file to check, or ask with --jsonl.")
    if file == "-":
        return sys.stdin.read()
    try:
        return Path(file).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise click.ClickException(f"{file} is not a text in UTF-8.") from None


def _own_lexicon() -> Lexicon:
    from newsroom.app import app_from_environment
    from newsroom.housestyle.queries import live_lexicon

    with app_from_environment().app_context():
        return live_lexicon()


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


@style.command("export")
@click.option("--format", "form", type=click.Choice(["csv", "json"]), default="csv")
def export(form: str) -> None:
    """Write the whole lexicon, as import takes it."""
    from newsroom.app import app_from_environment
    from newsroom.housestyle import importing
    from newsroom.housestyle.exchange import writing

    write = writing.write_json if form == "json" else writing.write_csv
    with app_from_environment().app_context():
        click.echo(write(importing.export()), nl=False)


@style.command("import")
@click.argument("file", type=click.File(encoding="utf-8-sig"))
@click.option("--dry-run", is_flag=True, help="Only say what would change and what is refused.")
def import_entries(file: TextIO, *, dry_run: bool) -> None:
    """Take the entries of FILE, CSV or JSON, into the lexicon; each conflict is listed."""
    from newsroom.app import app_from_environment
    from newsroom.housestyle.import_run import at_once

    kind = "try_import" if dry_run else "import"
    try:
        text = file.read()
    except UnicodeDecodeError:
        raise click.ClickException(f"{file.name} is not a text in UTF-8.") from None
    with app_from_environment().app_context():
        error, found = at_once(kind, file.name, text)
    if error:
        raise click.ClickException(error)
    for line, name, sentence in found.get("refused", []):
        click.echo(f"line {line}: {name}: {sentence}" if name else f"line {line}: {sentence}")
    counts = found.get("counts", {})
    told = (f"{counts.get(what, 0):,} {what}" for what in ("new", "changed", "same", "refused"))
    click.echo(", ".join(told))
