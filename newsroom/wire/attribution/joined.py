"""Several names that are one phrase: appositions, examples, and lists with an "and"."""

import re

from newsroom.wire.attribution.phrase_letters import letters_of, merged, rewritten
from newsroom.wire.attribution.words import Word

_APPOSITION = re.compile(r"O,O(?:,|(?=!|$))")
_EXAMPLES = re.compile(r"O,wO,?")
_LIST = re.compile(r"O(?:(?:,|&|,&)O)*(?:&|,&)O|O(?:,O)*,?&w")
_GIVES_EXAMPLES = frozenset({"including", "notably", "namely"})


def joined(words: list[Word]) -> list[Word]:
    words = rewritten(_lists(words), _EXAMPLES, _examples)
    return _lists(rewritten(words, _APPOSITION, _apposition))


def _without_last_comma(phrase: list[Word]) -> list[Word]:
    return phrase[:-1] if phrase[-1].tag == "comma" else phrase


def _examples(phrase: list[Word]) -> Word | None:
    """Of "Hebrew media, including Ynet and Walla," the examples are the sources."""
    kind, _, word, named = phrase[:4]
    if kind.unnamed and named.outlets and word.lower in _GIVES_EXAMPLES:
        return merged(_without_last_comma(phrase), named)
    return None


def _apposition(phrase: list[Word]) -> Word | None:
    """One phrase each: "the paper, Haaretz," and "Haaretz, the daily,"."""
    first, _, second = phrase[:3]
    if first.outlets == second.outlets:
        return merged(_without_last_comma(phrase), first)
    if not (first.unnamed or second.unnamed):
        return None
    by_name = next((word for word in (first, second) if word.outlets), None)
    named = by_name or (second if first.unnamed else first)
    return merged(_without_last_comma(phrase), named)


def _lists(words: list[Word]) -> list[Word]:
    """A, B and C: one phrase with three outlets."""
    result: list[Word] = []
    position = 0
    for match in _LIST.finditer(letters_of(words)):
        others = words[match.end() - 1].lower == "others"
        is_list = others or words[match.end() - 1].tag == "outlet"
        if is_list and not _tells_two_things(words, match.start(), match.end()):
            result += [*words[position : match.start()], _list(words[match.start() : match.end()])]
            position = match.end()
    return result + words[position:]


def _list(phrase: list[Word]) -> Word:
    parts = [word for word in phrase if word.tag == "outlet"]
    whole = merged(phrase, parts[0])
    whole.outlets = tuple(dict.fromkeys(o for part in parts for o in part.outlets))
    whole.unnamed = any(part.unnamed for part in parts) and not whole.outlets
    return whole


def _tells_two_things(words: list[Word], start: int, end: int) -> bool:
    """In "he told Reuters and the BBC reported" the second name begins a clause of its own."""
    told = start > 0 and words[start - 1].tag == "told"
    return told and end < len(words) and words[end].tag in {"verb", "show"}
