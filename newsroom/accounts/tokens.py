"""The secret of one sign-in: made here, kept by the browser; the database has its fingerprint."""

import hashlib
import secrets


def new_token() -> str:
    return secrets.token_urlsafe(32)


def fingerprint(token: str) -> str:
    """Plain SHA-256 is enough: the token is random and long, there is nothing to guess."""
    return hashlib.sha256(token.encode()).hexdigest()
