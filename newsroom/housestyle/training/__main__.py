"""`make spelling-weights`: learn the weights and bake the guards into newsroom/housestyle/data."""

import gzip
import json
from collections.abc import Iterable

import click

from newsroom.housestyle.guards import DATA
from newsroom.housestyle.pair_score import WEIGHTS
from newsroom.housestyle.training.fitting import fit
from newsroom.housestyle.training.groups import groups
from newsroom.housestyle.training.guard_lists import guard_lists
from newsroom.housestyle.training.holding_out import holdout, judge
from newsroom.housestyle.training.pairs import pairs


def main() -> None:
    found = groups()
    guards = guard_lists({word for group in found for word in group.words})
    _bake("english_words", guards.english)
    _bake("other_names", guards.other_names)
    _bake("near_names", guards.near_names)
    taught, held_out = holdout(found)
    lesson = list(pairs(taught, sorted(guards.english | guards.other_names)))
    click.echo(f"{len(taught):,} groups, {len(lesson):,} pairs to learn from")
    weights = fit(lesson)
    WEIGHTS.write_text(json.dumps(weights, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    click.echo(f"{len(weights)} weights written")
    for line in judge(held_out):
        click.echo(line)


def _bake(name: str, words: Iterable[str]) -> None:
    """Sorted and without a date, so that the same words make the same file."""
    lines = sorted(words)
    file = DATA / f"{name}.txt.gz"
    file.write_bytes(gzip.compress("".join(f"{line}\n" for line in lines).encode("ascii"), mtime=0))
    click.echo(f"{name}: {len(lines):,} words, {file.stat().st_size:,} bytes")


main()
