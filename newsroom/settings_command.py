"""`newsroom settings`: what this machine's newsroom is told, secrets masked."""

import os

import click

from newsroom.settings import read_settings, table


@click.command()
def settings() -> None:
    """Print every setting with its value; secrets are masked."""
    for name, value, purpose in table(read_settings(os.environ)):
        click.echo(f"{name}={value}\n    {purpose}")
