"""How long the wire's search takes among a hundred thousand paragraphs, and among a million.

`python -m tests.bench.wire_search [PARAGRAPHS ...]`; other measurements call `fill` and `measure`.
"""

import random
import sys
import tempfile
import time
from pathlib import Path

from flask import Flask
from sqlalchemy import insert

from newsroom import migrating
from newsroom.app import create_app
from newsroom.db import db, now, transaction
from newsroom.settings import read_settings
from newsroom.wire import search_index, wire_queries
from newsroom.wire.feed_models import WireFeed
from newsroom.wire.item_models import ItemPara, ItemRow
from newsroom.wire.wire_filter import WireFilter
from tests.bench.databases import databases
from tests.bench.figures import Figure, percentile, show

MOST_MS = 300
PARAGRAPHS_OF_AN_ITEM = 12
WORDS_OF_A_PARAGRAPH = 32
WORDS_KNOWN = 60_000
ITEMS_AT_ONCE = 1_000
EACH = 9

QUESTIONS = {
    "the commonest word": "w0",
    "two common words": "w1 w2",
    "three words, one rare": "w3 w20 w9001",
    "a rare word": "w52345",
    "a phrase of common words": '"w0 w1"',
    "a rare phrase of common words": '"w0 w1 w0 w2 w0"',
    "a phrase that stands nowhere": '"w59999 w59998 w59997"',
    "a short prefix": "w5*",
    "a prefix and a word": "w12* w7",
}


def fill(paragraphs: int, seed: int = 1) -> None:
    """Items of made-up words, as common as words are; in an application context."""
    dice = random.Random(seed)
    shares = [1 / (n + 1) for n in range(WORDS_KNOWN)]
    names = [f"w{n}" for n in range(WORDS_KNOWN)]
    with transaction():
        feed = WireFeed(name="bench", key="bench", kind="upload", address="", zone="UTC")
        feed.language, feed.interval_seconds, feed.notes = "en", 300, ""
        db.session.add(feed)
        db.session.flush()
        feed_id = feed.id
    items = -(-paragraphs // PARAGRAPHS_OF_AN_ITEM)
    for start in range(1, items + 1, ITEMS_AT_ONCE):
        numbers = range(start, min(start + ITEMS_AT_ONCE, items + 1))
        many = len(numbers) * PARAGRAPHS_OF_AN_ITEM
        words = dice.choices(names, shares, k=many * WORDS_OF_A_PARAGRAPH)
        texts = [
            " ".join(words[n : n + WORDS_OF_A_PARAGRAPH])
            for n in range(0, len(words), WORDS_OF_A_PARAGRAPH)
        ]
        with transaction():
            db.session.execute(insert(ItemRow), [_item(n, feed_id) for n in numbers])
            db.session.execute(insert(ItemPara), _paragraphs(numbers, texts))
    with transaction():
        search_index.rebuild()
    if db.engine.dialect.name == "postgresql":
        with db.engine.begin() as connection:
            connection.exec_driver_sql("ANALYZE")


def measure(paragraphs: int) -> list[Figure]:
    """The slowest of some answers to each question, in milliseconds."""
    found = []
    for question in QUESTIONS.values():
        _once(question)  # the first reader of a morning waits for the disk
    for name, question in QUESTIONS.items():
        times = [_once(question) for _ in range(EACH)]
        found.append(Figure(f"{name}, {paragraphs:,}", percentile(times, 0.95), "ms", MOST_MS))
    return found


def _once(question: str) -> float:
    begun = time.perf_counter()
    wire_queries.page(1, WireFilter(q=question), None)
    took = time.perf_counter() - begun
    db.session.rollback()
    db.session.expunge_all()
    return took * 1000


def _item(number: int, feed_id: int) -> dict[str, object]:
    texts = ("provider", "headline", "slugline", "standfirst", "byline", "dateline", "version")
    more = ("embargo_words", "copyright", "credit", "editors_note", "html", "address", "family")
    lists = ("usage_terms_json", "keywords_json", "subjects_json", "via_json", "notes_json")
    return {
        **dict.fromkeys((*texts, *more), ""),
        **dict.fromkeys(lists, "[]"),
        "id": number,
        "feed_id": feed_id,
        **dict.fromkeys(("item_key", "guid", "guid_key", "family_key", "raw"), f"{number}"),
        "format": "bench",
        "signal": "new",
        "status": "usable",
        "language": "en",
        "is_current": number % 3 > 0,
        "embargo_open": False,
        "words": 384,
        "received_at": now(),
        "seen_at": now(),
    }


def _paragraphs(numbers: range, texts: list[str]) -> list[dict[str, object]]:
    places = [(n, place) for n in numbers for place in range(PARAGRAPHS_OF_AN_ITEM)]
    return [
        {"item_id": n, "ord": place, "text": text}
        for (n, place), text in zip(places, texts, strict=True)
    ]


def _application(url: str, folder: str) -> Flask:
    migrating.upgrade(url)
    return create_app(
        read_settings(
            {
                "DATABASE_URL": url,
                "NEWSROOM_DATA_DIR": folder,
                "NEWSROOM_DEVELOPMENT": "1",
                "NEWSROOM_SECRET_KEY": "bench",
            }
        )
    )


def main(sizes: list[int]) -> None:
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            for database in databases(Path(folder), "newsroom_bench_wire"):
                with database.fresh() as url, _application(url, folder).app_context():
                    begun = time.perf_counter()
                    fill(size)
                    print(f"{database.name}: filled in {time.perf_counter() - begun:.0f} s")
                    show(f"Search of the wire, {database.name}", measure(size))
                    db.engine.dispose()


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [100_000, 1_000_000])
