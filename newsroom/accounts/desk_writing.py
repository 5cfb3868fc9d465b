"""How a desk writes: the quotation marks it prints and the language of its copy."""

import re

QUOTES = {
    "typed": "As typed",
    "curly": "“ ” and ‘ ’",
    "low": "„ “ and ‚ ‘",
    "guillemets": "« » and ‹ ›",
}
"""What the editor makes of a typed quotation mark; the browser's quotes.ts knows these names."""

LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?")


def quotes_fault(quotes: str) -> str | None:
    return None if quotes in QUOTES else "Choose one of the kinds of quotation marks."


def language_fault(language: str) -> str | None:
    fits = len(language) <= 12 and LANGUAGE.fullmatch(language)  # noqa: PLR2004 - the column's width
    return None if fits else "Write it as browsers do: en, en-GB, he, ar."
