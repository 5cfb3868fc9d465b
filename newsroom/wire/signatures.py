"""Whether a hub's push is signed with the secret that it was given, as WebSub signs."""

import hashlib
import hmac

METHODS = {
    "sha1": hashlib.sha1,
    "sha256": hashlib.sha256,
    "sha384": hashlib.sha384,
    "sha512": hashlib.sha512,
}
"""Those of the standard; the hub chooses."""


def is_signed(secret: str, body: bytes, header: str) -> bool:
    """`header` is X-Hub-Signature: `method=hexadecimal`. Compared in constant time."""
    method, _, given = header.strip().partition("=")
    hashing = METHODS.get(method.lower())
    if hashing is None or not given.isascii():
        return False
    expected = hmac.new(secret.encode(), body, hashing).hexdigest()
    return hmac.compare_digest(expected, given.lower())


def sign(secret: str, body: bytes, method: str = "sha256") -> str:
    """The header that a hub would send."""
    return f"{method}={hmac.new(secret.encode(), body, METHODS[method]).hexdigest()}"
