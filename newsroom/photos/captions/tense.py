"""Whether a caption's first sentence tells in the present what is seen.

A reader of verbs without a dictionary of all words: it calls a sentence past only where its main
clause has a past verb before any present one, so that it is wrong by silence rather than by alarm.
"""

import re
from dataclasses import dataclass

from newsroom.photos.captions.sentences import sentences
from newsroom.photos.captions.verbs import (
    ADJECTIVES,
    BASES,
    BE_AND_HAVE,
    STRONG,
    THIRD,
    is_past_form,
)
from newsroom.photos.captions.word_lists import listed

_TOKEN = re.compile(r"[^\W_]+(?:[’'\-][^\W_]+)*|[,;:—–]")
_SAID_BY_OTHERS = re.compile(r"“[^”]*”|\"[^\"]*\"|\([^)]*\)|\[[^\]]*\]|(?<!\w)‘[^’]*’(?!\w)")
_SUBORDINATE = listed("""
    after as because before since that until what when where which while who whom whose why if than
    following once though although
""")
_NO_SUBJECT = listed("""
    a an the this that these those his her its their our my your some any every each no of in at on
    by to from for with into over under near through and or but as who which very more most
""")
_PARTICIPLE_BEFORE = frozenset(["by", "from", "via"])
_OBJECT = listed("""
    a an the his her its their our this that these those him them it some many several two three
    four dozens hundreds thousands new more
""")
_COUNTING = listed("two three four several many some new young old")
_NOT_PLURAL = listed("""
    us this as is was has his its perhaps always less across news thus
""")
_MANY = listed("""
    people police men women children youths crew troops public youth staff family militants crowd
    they we you i others many some both
""")
_ALIKE = listed("""
    hit put set cut shut cast spread let
""")
"""Verbs that are the same in the present and the past: the subject's number decides."""
_SIDES = listed("""
    from at on the far to second top bottom third and
""")


@dataclass(frozen=True)
class Token:
    text: str
    start: int
    end: int

    @property
    def word(self) -> str:
        return self.text.casefold()

    @property
    def is_comma(self) -> bool:
        return not self.text[0].isalnum()


def past_verb(caption: str) -> tuple[int, int] | None:
    """Where the first sentence's main verb stands, in code points, if it is in the past."""
    spans = sentences(caption)
    if not spans:
        return None
    start, end = spans[0]
    masked = without_speech(caption[:end])
    tokens = [Token(one[0], *one.span()) for one in _TOKEN.finditer(masked, start)]
    main = _main_clause(tokens)
    weak: Token | None = None
    for n, token in enumerate(main):
        before = main[n - 1] if n else None
        after = main[n + 1] if n + 1 < len(main) else None
        if _is_strong_past(token, before, after):
            return token.start, token.end
        if _is_present(token, before, after):
            return None
        if weak is None and _could_be_past(token, before, after):
            if after is not None and _begins_object(after):
                return token.start, token.end
            weak = token
    return (weak.start, weak.end) if weak else None


def without_speech(text: str) -> str:
    """Blanks in the place of what others say, and of what stands in brackets."""
    return _SAID_BY_OTHERS.sub(lambda one: " " * len(one[0]), text)


def _main_clause(tokens: list[Token]) -> list[Token]:
    """Without what stands behind "after", "who" and the like, up to the next comma."""
    kept: list[Token] = []
    inside = False
    for token in tokens:
        if token.is_comma:
            inside = False
        elif token.word in _SUBORDINATE and not (token.word in {"that", "following"} and not kept):
            inside = True
        if not inside:
            kept.append(token)
    return kept


def _is_strong_past(token: Token, before: Token | None, after: Token | None) -> bool:
    if token.word == "left":
        return (
            before is not None
            and not before.is_comma
            and before.word not in _SIDES
            and after is not None
            and after.word in _OBJECT | {"for", "home"}
        )
    if token.word in _ALIKE:
        one = before is not None and before.text[0].islower() and not _is_many(before)
        return one and not _is_noun(before) and after is not None and after.word in _OBJECT
    return token.word in STRONG and not token.text[0].isupper() and not _is_noun(before)


def _is_noun(before: Token | None) -> bool:
    """Behind an article or a possessive stands no verb: "the saw", "his thought"."""
    return before is not None and before.word in _NO_SUBJECT - {"who", "which", "and", "or", "but"}


def _is_present(token: Token, before: Token | None, after: Token | None) -> bool:
    word = token.word
    if word in BE_AND_HAVE and not token.text[0].isupper():
        return True
    if before is None or token.text[0].isupper():
        return False
    if word in THIRD:
        return not _is_noun(before) and not _is_adjective_like(before)
    if word in BASES:
        return _is_many(before)
    return _looks_present(token, before, after)


def _is_adjective_like(before: Token) -> bool:
    """ "Deadly clashes", "heavy rains", "interception missiles" are no verbs."""
    word = before.word
    return (
        word in ADJECTIVES
        or (
            before.text[0].islower()
            and word.endswith(("ly", "al", "ic", "ous", "ive", "avy", "ful"))
        )
        or is_past_form(word)
    )


def _is_many(before: Token) -> bool:
    """Whether a plural stands there, or a name: a verb in its base form may follow."""
    if before.is_comma:
        return True
    word = before.word
    if word in _NO_SUBJECT:
        return False
    return word in _MANY or (word.endswith("s") and word not in _NOT_PLURAL) or before.text[0].isupper()  # fmt: skip


def _looks_present(token: Token, before: Token, after: Token | None) -> bool:
    """A verb that no list has: "-s" behind a singular noun or a name, before an object."""
    word = token.word
    if not word.endswith("s") or word.endswith(("ss", "us", "'s", "’s", "is")) or len(word) < 4:  # noqa: PLR2004
        return False
    singular = not before.is_comma and not before.word.endswith("s") and not _is_noun(before)
    return singular and after is not None and after.word in _OBJECT


def _could_be_past(token: Token, before: Token | None, after: Token | None) -> bool:
    if before is None or token.text[0].isupper() or not is_past_form(token.word):
        return False
    if before.word in _NO_SUBJECT | _COUNTING or before.word in {
        "is",
        "are",
        "being",
        "be",
        "been",
    }:
        return False
    if before.is_comma or (after is not None and after.word in _PARTICIPLE_BEFORE):
        return False
    if before.word.endswith("ly") and before.text[0].islower():
        return after is not None and _begins_object(after)
    return True


def _begins_object(after: Token) -> bool:
    """What only follows a verb that somebody does: "battled fires", "opened the bridge"."""
    if after.is_comma:
        return False
    return after.word in _OBJECT or (after.text[0].islower() and after.word.endswith("s") and after.word not in _NOT_PLURAL)  # fmt: skip
