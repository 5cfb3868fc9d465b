"""The little language that the rules are written in: word classes, read as a regular expression.

told adverb? o:outlet            a class, its quantifier, a name for what it matched
(adverb|aux|date)* v:verb|show   alternatives; brackets group
~                                what may stand between: adverbs, auxiliaries, dates
^  $                             the sentence's ends
"""

import re
from functools import cache

from newsroom.wire.attribution.tags import CHARACTER

_ITEM = re.compile(
    r"(?:(?P<label>[a-z]+):)?(?P<names>[a-z]+(?:\|[a-z]+)*)(?P<many>[?*+]|\{[\d,]+\})?"
)
_MACROS = {
    "~": "(adverb|aux|date)*",
    "...": "(det|word|cap|num|poss|adverb){0,3}",
    "ANY": "(" + "|".join(CHARACTER) + ")",
}
_SIGNS = re.compile(r"\(\)|[()^$|?*+]|\{[\d,]+\}")


@cache
def compiled(rule: str) -> re.Pattern[str]:
    """The rule as an expression over a sentence's characters, one for each word."""
    for macro, meaning in _MACROS.items():
        rule = rule.replace(macro, meaning)
    source, position = "", 0
    while position < len(rule):
        if rule[position].isspace():
            position += 1
        elif item := _ITEM.match(rule, position):
            source += _expression(item)
            position = item.end()
        elif sign := _SIGNS.match(rule, position):
            source += "(?:" if sign.group() == "(" else sign.group()
            position = sign.end()
        else:
            raise ValueError(f"cannot read {rule[position:]!r} in the rule {rule!r}")
    return re.compile(source)


def _expression(item: re.Match[str]) -> str:
    characters = "".join(CHARACTER[name] for name in item["names"].split("|"))
    one = f"[{characters}]{item['many'] or ''}"
    return f"(?P<{item['label']}>{one})" if item["label"] else one
