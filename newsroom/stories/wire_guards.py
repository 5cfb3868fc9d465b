"""The reasons to refuse a move that agency copy gives: a kill, an embargo, terms that forbid."""

from collections.abc import Iterator
from datetime import datetime

from newsroom.roles import Actor
from newsroom.stories.standing import Given, Refusal, Standing
from newsroom.stories.wire_use import WireUse
from newsroom.stories.words import short

HEADLINE = 80
"""Characters of an agency's headline in a sentence."""


def no_killed_copy(standing: Standing, _actor: Actor, _given: Given) -> Iterator[Refusal]:
    for use in standing.wire:
        if use.killed:
            yield _refusal(
                use,
                f"{use.agency} killed {named(use)}. Take its words out, then let an editor detach "
                "it with the reason.",
            )


def no_embargo_now(standing: Standing, _actor: Actor, _given: Given) -> Iterator[Refusal]:
    yield from _open(standing)
    for use in standing.wire:
        until = use.held_at(standing.now)
        if until is not None:
            yield _refusal(use, f"{_holds(use)} under embargo until {when(until)}.")


def no_embargo_then(standing: Standing, _actor: Actor, given: Given) -> Iterator[Refusal]:
    """A time behind the embargo may be chosen, so the form is answered and not the story."""
    yield from _open(standing)
    for use in standing.wire:
        until = use.held_at(given.at) if given.at is not None else None
        if until is not None:
            yield Refusal(
                f"{_holds(use)} under embargo until {when(until)}; choose a time from then on.",
                "at",
            )


def _open(standing: Standing) -> Iterator[Refusal]:
    for use in standing.wire:
        if use.open_embargo:
            yield _refusal(
                use,
                f"{_holds(use)} under an embargo without a time. It ends with a later version, or "
                "when an editor releases it with a reason.",
            )


def terms_are_heeded(standing: Standing, _actor: Actor, _given: Given) -> Iterator[Refusal]:
    for use in standing.wire:
        for words in use.to_heed:
            yield _refusal(
                use, f"{use.agency} says of {named(use)}: “{words}” An editor must acknowledge it."
            )


def named(use: WireUse) -> str:
    return f"“{short(use.used.headline, HEADLINE)}”"


def when(moment: datetime) -> str:
    return f"{moment:%-d %B %Y, %H:%M %Z}"


def _holds(use: WireUse) -> str:
    return f"{use.agency} holds {named(use)}"


def _refusal(use: WireUse, sentence: str) -> Refusal:
    return Refusal(sentence, f"wire-{use.link}")
