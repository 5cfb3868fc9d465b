"""Passwords: how they are kept, how one is compared, what a new one must be."""

import secrets

from argon2 import PasswordHasher, Type
from argon2.exceptions import InvalidHashError, VerifyMismatchError

SHORTEST = 10
"""Characters."""

LONGEST = 200
"""Characters; a longer one only costs the server time."""

# OWASP's password storage advice for Argon2id; the memory is in KiB. Sixteen threads at once
# must fit into a small machine.
_hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1, type=Type.ID)

_nobody = _hasher.hash(secrets.token_hex())
"""Compared where there is no such person, so that the answer takes as long."""

_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""None that is mistaken for another when it is read out."""


def hashed(password: str) -> str:
    return _hasher.hash(password)


def matches(password_hash: str | None, password: str) -> bool:
    """Whether it is the password; without a hash, never, after the same work."""
    try:
        return _hasher.verify(password_hash or _nobody, password) and password_hash is not None
    except (VerifyMismatchError, InvalidHashError):
        return False


def is_dated(password_hash: str) -> bool:
    """Whether it was made with other costs than today's."""
    return _hasher.check_needs_rehash(password_hash)


def made_up() -> str:
    """A one-time password to be read out or copied, such as "k7fh-9wqe-m3xr"."""
    groups = ["".join(secrets.choice(_LETTERS) for _ in range(4)) for _ in range(3)]
    return "-".join(groups)


def fault(password: str, name: str) -> str | None:
    """Why a new password is not taken, as a sentence; None where it is."""
    if len(password) < SHORTEST:
        return f"At least {SHORTEST} characters."
    if len(password) > LONGEST:
        return f"At most {LONGEST} characters."
    if len(set(password)) == 1 or password.casefold().startswith(name.casefold()):
        return "Too easy to guess: it must not start with the sign-in name or be one character."
    return None
