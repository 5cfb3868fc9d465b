"""Bring the database to this version of the code: `newsroom db upgrade`, also from a wheel."""

import os

import click
from alembic import command
from alembic.config import Config

from newsroom import resources
from newsroom.settings import read_settings


def configuration(database_url: str) -> Config:
    """Alembic's settings, made in code so that an installed wheel needs no ini file."""
    config = Config()
    config.set_main_option("script_location", str(resources.migrations()).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["database_url"] = database_url
    return config


def upgrade(database_url: str, revision: str = "head") -> None:
    command.upgrade(configuration(database_url), revision)


def downgrade(database_url: str, revision: str) -> None:
    command.downgrade(configuration(database_url), revision)


@click.group()
def database() -> None:
    """The database's tables."""


@database.command("upgrade")
def upgrade_command() -> None:
    """Bring the tables to this version of the newsroom; safe to run again."""
    settings = read_settings(os.environ)
    upgrade(settings.database_url)
    click.echo("The database is up to date.")
