"""How migrations run: one at a time, in one transaction, giving up early on a busy table."""

from alembic import context
from sqlalchemy import Connection, create_engine, text
from sqlalchemy.pool import NullPool

import newsroom.db

ADVISORY_LOCK = 0x6E657773
"""Any number that only this program uses; two deployments must not migrate at once."""


def _limit_waiting(connection: Connection) -> None:
    """On PostgreSQL a migration that waits for a table also holds up everybody behind it.

    If "lock timeout" appears, nothing was changed; run the migration again when the table is
    quiet.
    """
    connection.execute(text("SET LOCAL lock_timeout = '5s'"))
    connection.execute(text(f"SELECT pg_advisory_xact_lock({ADVISORY_LOCK})"))


def run() -> None:
    engine = create_engine(context.config.attributes["database_url"], poolclass=NullPool)
    with engine.connect() as connection:
        context.configure(
            connection=connection, target_metadata=newsroom.db.Base.metadata, render_as_batch=True
        )
        with context.begin_transaction():
            if connection.dialect.name == "postgresql":
                _limit_waiting(connection)
            context.run_migrations()


run()
