"""The `newsroom` command: a table of its parts, each loaded only when it is called."""

import sys
from importlib import import_module

import click

from newsroom.errors import NewsroomError
from newsroom.settings import BadSettings

PARTS = {
    "audit": "newsroom.audit.commands:audit",
    "beat": "newsroom.supervisor:beat",
    "db": "newsroom.migrating:database",
    "demo": "newsroom.demo.commands:demo",
    "health": "newsroom.supervising.health:health_command",
    "live": "newsroom.supervisor:live",
    "people": "newsroom.accounts.commands:people",
    "photos": "newsroom.photos.commands:photos",
    "prepare": "newsroom.prepare:prepare",
    "run": "newsroom.supervisor:run",
    "settings": "newsroom.settings_command:settings",
    "story": "newsroom.stories.commands:story",
    "style": "newsroom.housestyle.commands:style",
    "web": "newsroom.supervisor:web",
    "wire": "newsroom.wire.commands:wire",
    "worker": "newsroom.supervisor:worker",
}
"""Each command and where it lives; importing them all would cost a second at every call."""


class Parts(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(PARTS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in PARTS:
            return None
        module, _, name = PARTS[cmd_name].partition(":")
        found: click.Command = getattr(import_module(module), name)
        return found


@click.group(cls=Parts, context_settings={"help_option_names": ["-h", "--help"]})
def newsroom() -> None:
    """A newsroom: draft, edit, caption check, publish."""


def main() -> None:
    """Run it; a refusal is one sentence on standard error, never a traceback."""
    try:
        newsroom()
    except BadSettings as error:
        for sentence in error.sentences:
            click.echo(sentence, err=True)
        sys.exit(2)
    except NewsroomError as error:
        click.echo(error.sentence, err=True)
        for name, sentence in error.fields.items():
            click.echo(f"  {name}: {sentence}", err=True)
        sys.exit(1)


if __name__ == "__main__":
    main()
