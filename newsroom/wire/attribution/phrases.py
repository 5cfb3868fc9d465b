"""Outlets as whole phrases: names with their descriptions, kinds without names, joint subjects.

After this step "Iran's semiofficial Tasnim news agency", "a Turkish news agency", "the network"
and "NBC News and CNN" are each one word of the class outlet.
"""

import re
from collections.abc import Iterable

from newsroom.wire.attribution import kinds_of_outlet as kinds
from newsroom.wire.attribution.joined import joined
from newsroom.wire.attribution.memory import Memory, owner
from newsroom.wire.attribution.phrase_letters import letters_of, merged, rewritten
from newsroom.wire.attribution.places import COUNTRY_OF
from newsroom.wire.attribution.tables import word_set
from newsroom.wire.attribution.unlisted import LONGEST_NAME, recall_bare_titles, unlisted_names
from newsroom.wire.attribution.words import Word
from newsroom.wire.outlets import Outlet


def chunk(words: list[Word], memory: Memory) -> list[Word]:
    """The sentence with its outlet phrases merged; what it names is remembered."""
    recall_bare_titles(words, memory)
    for step in (unlisted_names, _kinds_without_names, _with_descriptions, _with_initials):
        words = step(words)
    _recall(words, memory)
    return joined(words)


# Kinds of outlet, and nouns that point back.

_MEDIA = r"(?:P+H|P+R|P)"
_KIND = re.compile(
    rf"""
      (?<!X)(?:[Tt](?!X)[nmwc]{{0,4}}?|(?:c+s)?[nm]*){_MEDIA}(?![wXHP])
    | (?:[Tt]|c+s)?m*n[nm]*H(?![wHP])
    | [Tt]?m+H(?![wHP])
    | TH(?![wHP])
    """,
    re.VERBOSE,
)
_SMALL = word_set("paper daily weekly outlet broadsheet tabloid newspaper")


def _kinds_without_names(words: list[Word]) -> list[Word]:
    return rewritten(words, _KIND, _kind)


def _kind(phrase: list[Word]) -> Word | None:
    letters = letters_of(phrase)
    last = phrase[-1].lower
    noun = kinds.PLURALS.get(last, last)
    if noun == "reports":
        noun = "media"
    if not _is_media(letters, noun):
        return None
    whole = merged(phrase)
    whole.unnamed = True
    if letters[0] == "T" and last in kinds.RESOLVES and not set(letters) - set("TnPHm"):
        whole.anaphor = last
    return whole


def _is_media(letters: str, noun: str) -> bool:
    if letters == "TH":
        return noun in kinds.RESOLVES
    if letters[-1] in "PR":
        return noun in kinds.PLAIN or (len(letters) > 1 and noun in kinds.HEADS)
    if "P" in letters:
        return True
    if "n" in letters:
        return noun in kinds.NATION_IS_ENOUGH
    return noun in _SMALL


# Names with what stands beside them.

_DESCRIBED = re.compile(r"(?:[Tt]|t?c+s)?[nmPH]*O+(?:[nm]*[PH]+)*O*")
_NAMED_AFTER_KIND = re.compile(r"O[c]+(?:w?c+)*")


def _with_descriptions(words: list[Word]) -> list[Word]:
    words = rewritten(words, _NAMED_AFTER_KIND, _kind_with_name)
    return rewritten(words, _DESCRIBED, _described)


def _kind_with_name(phrase: list[Word]) -> Word | None:
    """Takes in a name that is not registered: "the Lebanese newspaper Nidaa"."""
    kind = phrase[0]
    singular = kind.lower.split()[-1] not in kinds.PLURALS
    if not kind.unnamed or not singular or len(phrase) > LONGEST_NAME:
        return None
    return merged(phrase)


def _described(phrase: list[Word]) -> Word | None:
    outlets = [word for word in phrase if word.tag == "outlet"]
    named = [word for word in outlets if word.outlets]
    if len(named) > 1:
        return None
    unlisted = [word for word in outlets if not word.outlets and not word.unnamed]
    best = (named or unlisted or outlets)[0]
    return merged(phrase, best) if len(phrase) > 1 else None


_INITIALS = re.compile(r"O\([Octw]{1,3}\)")


def _with_initials(words: list[Word]) -> list[Word]:
    """Takes in "(AP)" and "(of London)" behind a name."""
    return rewritten(words, _INITIALS, lambda phrase: merged(phrase, phrase[0]))


# Whom "the network" means.

_POINTS_BACK_ONLY = frozenset(f"the {noun}" for noun in kinds.RESOLVES - kinds.PLAIN)
"""Without an owner these may be anything: a network of tunnels, a space agency."""


def _recall(words: list[Word], memory: Memory) -> None:
    for at, word in enumerate(words):
        if word.tag != "outlet":
            continue
        title = re.fullmatch(r"[Tt]he (\w+)", word.text)
        if title and (called := memory.called(title.group(1))):
            word.outlets, word.doubtful = (called,), False
        elif word.anaphor:
            spoken_to = at > 0 and words[at - 1].tag in {"told", "to", "by", "with"}
            following = [o for w in words[at + 1 :] for o in w.outlets] if spoken_to else []
            found = _behind(word, memory, following)
            if found:
                word.outlets, word.unnamed, word.anaphor = (found,), False, ""
            elif memory.last_is_unlisted:
                word.unnamed, word.anaphor = False, ""
            elif word.lower not in _POINTS_BACK_ONLY:
                word.anaphor = ""
        memory.name(word.outlets, unlisted=not word.unnamed)


def _behind(word: Word, memory: Memory, following: Iterable[Outlet]) -> Outlet | None:
    """The last one named before; else, in "he told the paper, according to ...", the next."""
    country = next((COUNTRY_OF[w] for w in word.text.split() if w in COUNTRY_OF), "")
    plain = not set(word.lower.split()) & kinds.MODIFIERS
    if not plain and "state" not in word.lower.split():
        return None
    found = memory.behind(word.anaphor, country)
    if found is None and plain:
        found = owner(word.anaphor, country, following)
    return found if found and (plain or found.state_run) else None
