"""`newsroom audit`: whether the log is whole."""

import sys

import click


@click.group()
def audit() -> None:
    """The log of what was done."""


@audit.command("verify")
@click.option(
    "--expect", metavar="HASH", help="A last hash written down before, to be found again."
)
def verify_command(expect: str | None) -> None:
    """Compute the whole chain again; says which entry is broken.

    The end of the log could be cut off unseen: write down the last hash it prints, somewhere
    else, and give it to the next run.
    """
    from newsroom.app import app_from_environment
    from newsroom.audit.queries import has_hash, verify

    with app_from_environment().app_context():
        verdict = verify()
        known = expect is None or has_hash(expect)
    if verdict.broken:
        click.echo(verdict.broken, err=True)
        sys.exit(1)
    if not known:
        click.echo(f"The log is whole but does not hold {expect}: its end was cut off.", err=True)
        sys.exit(1)
    click.echo(f"{verdict.count} entries, each bound to the one before. Last: {verdict.last_hash}")
