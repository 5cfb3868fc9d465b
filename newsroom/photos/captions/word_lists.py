"""How the rules on captions write down their words: in a paragraph, not one to a line."""


def listed(words: str) -> frozenset[str]:
    return frozenset(words.split())
