"""The cleaners' lists and switches as the photo desk sets them: each change in the log."""

from dataclasses import dataclass

from sqlalchemy import select

from newsroom.audit import Event, record
from newsroom.db import db
from newsroom.errors import Conflict, Invalid, NotFound
from newsroom.photos.cleaners import CLEANERS, Cleaned, WordList, WordLists, clean, fold
from newsroom.photos.cleaners.word_lists import BUILT_IN
from newsroom.photos.facts import Words
from newsroom.photos.metadata.cleaning import clean_line
from newsroom.photos.word_models import LONGEST_WORD, CleanerOff, PhotoWord
from newsroom.roles import Actor, Permission

TITLES = {cleaner.name: cleaner.title for cleaner in CLEANERS}


@dataclass(frozen=True)
class Entry:
    """One word as the page lists it; `own` where the desk added or changed it."""

    word: str
    spelling: str
    own: bool


def lists_in_force() -> WordLists:
    return WordLists(**{one.value: _merged(one) for one in WordList})


def switched_off() -> frozenset[str]:
    return frozenset(db.session.scalars(select(CleanerOff.name)))


def cleaned(words: Words) -> Cleaned:
    """What the table, as it is set now, makes of a file's words."""
    return clean(words, lists_in_force(), switched_off())


def entries(which: WordList) -> list[Entry]:
    """What is in force, by the alphabet."""
    own = {row.word for row in _rows(which)}
    return [Entry(word, to, word in own) for word, to in sorted(_merged(which).items())]


def add_word(actor: Actor, which: WordList, word: str, spelling: str) -> None:
    """Or change the spelling of one that is listed."""
    actor.require(Permission.EDIT_CLEANERS)
    word, spelling = clean_line(word), clean_line(spelling) if which.has_spelling else ""
    _check(which, word, spelling)
    if _merged(which).get(fold(word)) == spelling:
        raise Conflict(f"“{word}” is in the list already.")
    row = db.session.get(PhotoWord, (which.value, fold(word)))
    if row is None:
        row = PhotoWord(list=which.value, word=fold(word))
        db.session.add(row)
    row.spelling, row.removed = spelling, False
    entry = f"{word} → {spelling}" if spelling else word
    record(actor, Event.PHOTO_WORD_ADDED, "photo_word", 0, word=entry, list=which.label)


def remove_word(actor: Actor, which: WordList, word: str) -> None:
    """A built-in one is kept as taken away."""
    actor.require(Permission.EDIT_CLEANERS)
    folded = fold(word)
    if folded not in _merged(which):
        raise NotFound("That word is not in the list any more.")
    row = db.session.get(PhotoWord, (which.value, folded))
    if folded in BUILT_IN[which]:
        if row is None:
            row = PhotoWord(list=which.value, word=folded, spelling="")
            db.session.add(row)
        row.removed = True
    elif row is not None:
        db.session.delete(row)
    record(actor, Event.PHOTO_WORD_REMOVED, "photo_word", 0, word=folded, list=which.label)


def switch_off(actor: Actor, name: str) -> None:
    actor.require(Permission.EDIT_CLEANERS)
    title = _title(name)
    if db.session.get(CleanerOff, name) is None:
        db.session.add(CleanerOff(name=name))
        record(actor, Event.CLEANER_SWITCHED_OFF, "photo_cleaner", 0, title=title)


def switch_on(actor: Actor, name: str) -> None:
    actor.require(Permission.EDIT_CLEANERS)
    title = _title(name)
    row = db.session.get(CleanerOff, name)
    if row is not None:
        db.session.delete(row)
        record(actor, Event.CLEANER_SWITCHED_ON, "photo_cleaner", 0, title=title)


def _title(name: str) -> str:
    if name not in TITLES:
        raise NotFound("There is no such cleaner.")
    return TITLES[name]


def _check(which: WordList, word: str, spelling: str) -> None:
    wrong = {}
    if not word:
        wrong["word"] = "Write the word as it comes in."
    if which.has_spelling and not spelling:
        wrong["spelling"] = "Write how the paper spells it."
    for name, text in (("word", word), ("spelling", spelling)):
        if len(text) > LONGEST_WORD:
            wrong[name] = f"At most {LONGEST_WORD} characters."
    if wrong:
        raise Invalid("Nothing was added.", wrong)


def _rows(which: WordList) -> list[PhotoWord]:
    return list(db.session.scalars(select(PhotoWord).where(PhotoWord.list == which.value)))


def _merged(which: WordList) -> dict[str, str]:
    merged = dict(BUILT_IN[which])
    for row in _rows(which):
        if row.removed:
            merged.pop(row.word, None)
        else:
            merged[row.word] = row.spelling
    return merged
