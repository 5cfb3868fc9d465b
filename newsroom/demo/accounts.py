"""Who can sign in to the demo newsroom; it is loaded in development only."""

PASSWORD = "newsroom-demo"  # noqa: S105 - meant to be known

ACCOUNTS: tuple[tuple[str, str], ...] = (
    ("Reporter", "reporter0"),
    ("Editor", "editor0"),
    ("Photo desk", "photo0"),
    ("Administrator", "admin0"),
)
"""Each role and the name of the first person who holds it."""
