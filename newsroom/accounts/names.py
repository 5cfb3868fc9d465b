"""What a sign-in name, an e-mail address and a desk's slug may look like."""

import re

from email_validator import EmailNotValidError, validate_email

LONGEST_FULL_NAME = 120
LONGEST_DESK_NAME = 60

_NAME = re.compile(r"[a-z][a-z0-9._-]{1,59}")
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def name_fault(name: str) -> str | None:
    """Why it is no sign-in name, as a sentence; None where it is one."""
    if _NAME.fullmatch(name):
        return None
    return "2 to 60 small letters, digits, dots, dashes; the first a letter."


def email_fault(email: str) -> str | None:
    """By form alone: a newsroom may use addresses that only its own network knows."""
    try:
        validate_email(email, check_deliverability=False, test_environment=True)
    except EmailNotValidError:
        return "That is not an e-mail address."
    return None


def printed_name_fault(name: str, longest: int) -> str | None:
    """For the name of a person or a desk, as it stands in print; `longest` in characters."""
    if len(name) > longest:
        return f"At most {longest} characters."
    return None if name.strip() and name.isprintable() else "Type a name without odd characters."


def slug_fault(slug: str) -> str | None:
    return None if _SLUG.fullmatch(slug) else "Small letters, digits and single dashes."
