"""Who is in which story, kept in Redis only: a hash for each story, a field for each open page.

Where Redis is away nobody is shown, and nothing else fails. What is kept here is a hint like any
live message: it lapses by itself, and no rule of the newsroom looks at it.
"""

import json
import logging
import time
from collections.abc import Collection, Iterable, Mapping
from typing import Any, cast

from redis.exceptions import RedisError

from newsroom.notifications import live, presence
from newsroom.notifications.presence import Here
from newsroom.settings import current_settings

log = logging.getLogger(__name__)

KEPT_SECONDS = 60
"""A story's hash after the last word of anybody in it."""

Pages = Mapping[str, Here | None]
"""By field: each page as it last said, also where that is long ago; None for what is no page."""


def moment() -> int:
    """Now, in milliseconds since 1970."""
    return time.time_ns() // 1_000_000


def in_stories(story_ids: Collection[int]) -> dict[int, list[Here]]:
    """Who is in each of the stories now, in one call."""
    now, kept = moment(), _kept(story_ids) or {}
    return {
        story_id: presence.still_here(_known(kept.get(story_id, {})), now) for story_id in story_ids
    }


def in_story(story_id: int) -> list[Here]:
    return in_stories([story_id])[story_id]


def pages_of(story_id: int) -> Pages | None:
    """None where Redis is away: one request waits for it once and no more."""
    kept = _kept([story_id])
    return None if kept is None else kept[story_id]


def say(story_id: int, before: Pages, newest: Here) -> list[Here]:
    """Keep what a page says, tell the others where it is news, and give who is here now."""
    wanted = presence.joined(presence.still_here(_known(before), newest.at), newest)
    if newest not in wanted:
        return wanted
    gone = [field for field in before if field not in {page.key for page in wanted}]
    after = _keep(story_id, newest, gone)
    if after and not _same(before.get(newest.key), newest):
        live.hint("presence", story=story_id, page=newest.shown())
    if after:
        _tell_desk(story_id, _known(before), after)
    return after


def leave(story_id: int, person: int, client: str) -> None:
    """The page is closed; nothing happens where it was not here."""
    before, field = pages_of(story_id) or {}, f"{person}:{client}"
    if field not in before:
        return
    try:
        live.client(current_settings().redis_url).hdel(_key(story_id), field)
    except RedisError as error:
        log.warning("a page that was closed is shown a little longer: %s", error)
        return
    live.hint("presence", story=story_id, gone=field)
    rest = [page for page in _known(before) if page.key != field]
    _tell_desk(story_id, _known(before), presence.still_here(rest, moment()))


def _same(old: Here | None, newest: Here) -> bool:
    """Whether it says only that it is still here, which others are told when they say so."""
    return old is not None and old.facts() | {"at": newest.at} == newest.facts()


def _tell_desk(story_id: int, before: Iterable[Here], after: Iterable[Here]) -> None:
    """The desk shows who is in a story; it need not hear of every cursor."""
    people = as_people(after)
    if {one["person"] for one in people} != {page.person for page in before}:
        live.hint("here", story=story_id, people=people)


def as_people(pages: Iterable[Here]) -> list[dict[str, Any]]:
    """Each person in them, as the desk shows them."""
    return [
        {"person": one.person, "name": one.name, "colour": one.colour}
        for one in presence.present(pages)
    ]


def _kept(story_ids: Collection[int]) -> dict[int, Pages] | None:
    try:
        with live.client(current_settings().redis_url).pipeline(transaction=False) as pipe:
            for story_id in story_ids:
                pipe.hgetall(_key(story_id))
            answers = cast(list[dict[str, str]], pipe.execute() if story_ids else [])
    except RedisError as error:
        log.warning("who is in which story is not known now: %s", error)
        return None
    return {story_id: _read(answer) for story_id, answer in zip(story_ids, answers, strict=True)}


def _keep(story_id: int, newest: Here, gone: Collection[str]) -> list[Here]:
    """Who is here after it, with whoever came at the same moment; nobody where Redis is away."""
    try:
        with live.client(current_settings().redis_url).pipeline() as pipe:
            pipe.hset(_key(story_id), newest.key, json.dumps(newest.facts()))
            if gone:
                pipe.hdel(_key(story_id), *gone)
            pipe.expire(_key(story_id), KEPT_SECONDS)
            pipe.hgetall(_key(story_id))
            *_, kept = pipe.execute()
    except RedisError as error:
        log.warning("who is in which story is not kept now: %s", error)
        return []
    return presence.still_here(_known(_read(kept)), newest.at)


def _read(kept: Mapping[str, str]) -> Pages:
    return {field: presence.read(value) for field, value in kept.items()}


def _known(pages: Pages) -> list[Here]:
    return [page for page in pages.values() if page is not None]


def _key(story_id: int) -> str:
    return f"newsroom:presence:{story_id}"
