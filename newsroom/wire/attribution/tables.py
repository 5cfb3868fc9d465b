"""How the word tables are written: words parted by blanks, as one reads them."""


def word_set(words: str) -> frozenset[str]:
    return frozenset(words.split())
