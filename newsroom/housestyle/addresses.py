"""Stretches of text that are not prose: links, mail addresses, handles and tags."""

import re

from newsroom.housestyle.quotes import Span

_STOPS = r"[^\s<>\"“”«»—]"
_DOMAINS = (
    "com|org|net|info|edu|gov|mil|int|eu|io|tv|co|news|app|dev|online|"
    "il|ps|eg|sy|lb|jo|iq|ir|sa|ae|qa|tr|ru|ua|uk|us|ca|de|fr|pl|au"
)
# Every repeat is bounded: an unbounded one is quadratic on a long run of letters.
_ADDRESS = re.compile(
    rf"""
      \b[a-z][a-z0-9+.-]{{1,15}}://{_STOPS}{{1,2000}}
    | \b(?:mailto|tel):{_STOPS}{{1,200}}
    | \bwww\.{_STOPS}{{1,2000}}
    | (?<![\w.%+-])[\w.%+-]{{1,64}}@[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{1,8}}
    | (?<!\w)[@＠][\w.]{{1,64}}
    | (?<![\w&])[\#＃]\w{{1,140}}
    | (?<![\w.-])(?:[\w-]{{1,63}}\.){{1,6}}(?:{_DOMAINS})(?![\w-])(?:[/?]{_STOPS}{{0,2000}})?
    """,
    re.VERBOSE,
)
# Most passages have none of these, and are spared the search.
_TRIGGER = re.compile(rf"[@＠#＃]|://|www\.|(?:mailto|tel):|\w\.(?:{_DOMAINS})(?![\w-])")


def addresses(text: str) -> list[Span]:
    """Find them in order, as code point spans; linear in the length of the text."""
    if _TRIGGER.search(text) is None:
        return []
    return [found.span() for found in _ADDRESS.finditer(text)]
