"""What `ahocorasick_rs` by itself answers: the whole words of a text that a rule changes, no guards."""

from collections.abc import Callable, Sequence

from ahocorasick_rs import AhoCorasick

from tests.bench.style_corpus import Name

Hit = tuple[int, int, str]


def bare_scan(known: Sequence[Name]) -> Callable[[str], list[Hit]]:
    """Case-blind, whole words, the longest of those that overlap, each with its preferred form.

    That is the least a style check must do with the hits of an automaton, and all that is asked
    of the others it is held beside.
    """
    forms = [
        (form.lower(), one.preferred) for one in known for form in (one.preferred, *one.variants)
    ]
    automaton = AhoCorasick([form for form, _ in forms])
    preferred = [name for _, name in forms]

    def scan(text: str) -> list[Hit]:
        low = text.lower()
        words = sorted(
            (start, -end, number)
            for number, start, end in automaton.find_matches_as_indexes(low, overlapping=True)
            if not (low[start - 1 : start].isalnum() or low[end : end + 1].isalnum())
        )
        found: list[Hit] = []
        reach = 0
        for start, end, number in words:
            if start >= reach:
                reach = -end
                found.append((start, reach, preferred[number]))
        return found

    return scan
