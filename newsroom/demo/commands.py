"""`newsroom demo load`: the demo newsroom, small or of any size; refused outside development."""

import time

import click

from newsroom.errors import Invalid


@click.group()
def demo() -> None:
    """The demo newsroom."""


@demo.command("load")
@click.option("--stories", type=click.IntRange(0, 1_000_000), default=0, help="Stories besides.")
@click.option("--people", type=click.IntRange(0, 10_000), default=0, help="People besides.")
@click.option("--waiting", type=click.IntRange(0), default=None, help="So many wait for copy.")
@click.option("--seed", type=int, default=1, help="Another number, another newsroom.")
def load(stories: int, people: int, waiting: int | None, seed: int) -> None:
    """Fill a newsroom with stories of a year: people reporter0, editor0, photo0, admin0 ..."""
    from newsroom.app import app_from_environment
    from newsroom.demo.crowd import add_people
    from newsroom.demo.load import ensure_small, refuse_outside_development

    if waiting is not None and waiting > stories:
        raise Invalid("There cannot wait more stories than there are.")
    with app_from_environment().app_context():
        refuse_outside_development()
        ensure_small()
        add_people(people)
        started = time.monotonic()
        _load_stories(stories, waiting, seed)
        click.echo(f"{stories:,} stories in {time.monotonic() - started:.0f} s.")


def _load_stories(stories: int, waiting: int | None, seed: int) -> None:
    from newsroom.demo.bulk import load_stories
    from newsroom.stories import checking

    on_their_way: list[int] = []
    for done, opened in load_stories(stories, waiting, seed):
        on_their_way += opened
        click.echo(f"{done:,} of {stories:,} stories", err=True)
    for story_id in on_their_way:
        checking.check(story_id)
