"""`newsroom wire index`: agency copy that waits is indexed now, or all of it again, words and search."""

import click


@click.command("index")
@click.option("--again", is_flag=True, help="Read all copy in the index again, as after an update.")
def index(*, again: bool) -> None:
    """Take what came in into the index of reuse; with --again from the beginning, and the search."""
    from newsroom.app import app_from_environment
    from newsroom.db import transaction
    from newsroom.wire import indexing, search_index
    from newsroom.wire.reuse_index import reuse_index

    with app_from_environment().app_context():
        if again:
            with click.progressbar(length=1000, label="Reading all copy again") as bar:
                reuse_index().rebuild(lambda done, of: bar.update(1000 * done // of - bar.pos))
            with transaction():
                searchable = search_index.rebuild()
            click.echo(f"{searchable:,} items can be searched.")
        taken = indexing.index_new()
    click.echo(f"{taken:,} items indexed.")
