"""How long a page of the photo library takes among a thousand photos, and among a hundred thousand.

`python -m tests.bench.photo_library [PHOTOS ...]`; what counts is the second beside the first.
"""

import gc
import random
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import timedelta
from itertools import accumulate
from pathlib import Path

from flask import Flask
from sqlalchemy import insert

from newsroom import migrating
from newsroom.app import create_app
from newsroom.db import db, now, transaction
from newsroom.photos import likeness, search_index
from newsroom.photos.asked_words import search_text
from newsroom.photos.library_models import Likeness, PhotoUse
from newsroom.photos.models import Photo, Rendition
from newsroom.roles import Role
from newsroom.settings import read_settings
from tests.bench.databases import Database, databases
from tests.bench.figures import Figure, percentile, show
from tests.factories import make_desk, make_person
from tests.page_client import Browser

MOST_TIMES = 3
"""So much longer may a page take among a hundred times as many photos."""
SIZES = (1_000, 100_000)
AT_ONCE = 2_000
EACH = 15
WORDS_KNOWN = 30_000
WORDS_OF_A_CAPTION = 28
AGENCIES = ("AP", "AFP", "Reuters", "Flash90", "EPA", "Getty Images", "Harbour Pictures")

PAGES = {
    "newest": "",
    "the commonest word": "q=w0",
    "two common words": "q=w1+w2",
    "a common and a rare word": "q=w3+w9001",
    "a rare word": "q=w25345",
    "a word that stands nowhere": "q=zeppelin",
    "a phrase": "q=%22w0+w1%22",
    "words of one field": "q=creator:person7",
    "a word left out": "q=w4+-w0",
    "a beginning": "q=w12*",
    "an agency": "agency=Flash90",
    "portraits without terms": "orientation=portrait&rights=none",
    "published": "used=ran",
    "not used, a common word": "used=no&q=w1",
    "of a desk": "desk=1",
    "of a week": "taken_from=2026-05-01&taken_to=2026-05-07",
    "by the day taken": "sort=taken",
    "similar": "q=similar:500",
}


def fill(photos: int, seed: int = 1) -> None:
    """Photos with made-up words, as common as words are; in an application context."""
    dice = random.Random(seed)
    shares = list(accumulate(1 / (n + 1) for n in range(WORDS_KNOWN)))
    names = [f"w{n}" for n in range(WORDS_KNOWN)]
    with transaction():
        desk = make_desk("World")
        person = make_person("reporter", Role.REPORTER, desk).id
    for start in range(1, photos + 1, AT_ONCE):
        numbers = range(start, min(start + AT_ONCE, photos + 1))
        captions = [
            " ".join(dice.choices(names, cum_weights=shares, k=WORDS_OF_A_CAPTION)) for _ in numbers
        ]
        with transaction():
            rows = [
                _photo(n, caption, person, dice)
                for n, caption in zip(numbers, captions, strict=True)
            ]
            db.session.execute(insert(Photo), rows)
            db.session.execute(insert(Rendition), [_rendition(n) for n in numbers])
            db.session.execute(insert(Likeness), [_likeness(n, dice) for n in numbers])
            db.session.execute(insert(PhotoUse), [_use(n) for n in numbers if n % 9 == 0] or [])
    with transaction():
        search_index.rebuild()
    if db.engine.dialect.name == "postgresql":
        with db.engine.begin() as connection:
            connection.exec_driver_sql("ANALYZE")


def _photo(number: int, caption: str, person: int, dice: random.Random) -> dict[str, object]:
    agency = dice.choice(AGENCIES)
    told = {
        "creator": f"Person{dice.randrange(200)} Ellis",
        "credit": f"Person Ellis/{agency}",
        "caption": caption,
        "usage_terms": "" if number % 3 else "No archive use",
    }
    found = search_text({**told, "agency": agency, "file_name": f"{number}.jpg"})
    empty = ("alt", "headline", "copyright", "source", "instructions", "digital_source")
    wide = number % 4 > 0
    return {
        **dict.fromkeys(empty, ""),
        **told,
        "id": number,
        "sha256": f"{number:064}",
        "file_name": f"{number}.jpg",
        "format_name": "jpeg",
        "width": 1500 if wide else 1000,
        "height": 1000 if wide else 1500,
        "bytes": 1,
        "orientation": 1,
        "agency": agency,
        "search_text": found,
        "notes_json": "[]",
        "status": "ready",
        "uploaded_by_id": person if number % 3 == 0 else None,
        "uploaded_at": now(),
        "taken_at": now() - timedelta(minutes=dice.randrange(600_000)),
    }


def _rendition(number: int) -> dict[str, object]:
    shape = {"format_name": "jpeg", "width": 400, "height": 267, "bytes": 1}
    return {"photo_id": number, "name": "thumb", "place": f"{number}", **shape}


def _likeness(number: int, dice: random.Random) -> dict[str, object]:
    look = dice.getrandbits(likeness.BITS)
    bands = {f"band{place}": band for place, band in enumerate(likeness.bands_of(look))}
    return {"photo_id": number, "bits": likeness.signed(look), "twin_id": None, **bands}


def _use(number: int) -> dict[str, object]:
    ran = now() if number % 2 else None
    return {"photo_id": number, "story_id": number, "desk_id": 1, "stands": True, "ran_at": ran}


def _times(apps: Sequence[Flask]) -> list[dict[str, list[float]]]:
    """Of each page some answers, in milliseconds of the whole request; of each size in turn, so
    that whatever else the machine does falls on all of them alike.
    """
    browsers = [Browser(app) for app in apps]
    for browser in browsers:
        browser.sign_in("reporter")
    found: list[dict[str, list[float]]] = [{name: [] for name in PAGES} for _ in apps]
    # All that filling left behind is not looked through again in the middle of an answer.
    gc.collect()
    gc.freeze()
    for again in range(EACH + 1):
        for name, query in PAGES.items():
            for browser, took in zip(browsers, found, strict=True):
                milliseconds = _page(browser, f"/photos?{query}")
                if again:  # the first reader of a morning waits for the disk
                    took[name].append(milliseconds)
    return found


def _page(browser: Browser, address: str) -> float:
    begun = time.perf_counter()
    answer = browser.client.get(address)
    took = time.perf_counter() - begun
    if answer.status_code != 200:
        raise RuntimeError(f"{address}: {answer.status_code}")
    return took * 1000


def figures(sizes: Sequence[int], found: Sequence[dict[str, list[float]]]) -> list[Figure]:
    rows = []
    for name in PAGES:
        for size, took in zip(sizes, found, strict=True):
            rows.append(Figure(f"{name}, {size:,}", percentile(took[name], 0.95), "ms"))
    whole = [percentile([ms for some in took.values() for ms in some], 0.95) for took in found]
    for size, ms in zip(sizes, whole, strict=True):
        rows.append(Figure(f"p95 of all pages, {size:,}", ms, "ms"))
    rows.append(Figure("p95 of the last beside the first", whole[-1] / whole[0], "x", MOST_TIMES))
    return rows


def _application(url: str, folder: str) -> Flask:
    migrating.upgrade(url)
    given = {
        "DATABASE_URL": url,
        "NEWSROOM_DATA_DIR": folder,
        "NEWSROOM_DEVELOPMENT": "1",
        "NEWSROOM_SECRET_KEY": "bench",
    }
    return create_app(read_settings(given))


def _measure(by_size: Sequence[tuple[int, Database]], folder: str) -> None:
    with ExitStack() as opened:
        apps = []
        for size, database in by_size:
            app = _application(opened.enter_context(database.fresh()), folder)
            with app.app_context():
                opened.callback(db.engine.dispose)
                fill(size)
            apps.append(app)
        sizes = [size for size, _ in by_size]
        show(f"The photo library, {by_size[0][1].name}", figures(sizes, _times(apps)))


def measure(sizes: Sequence[int] = SIZES) -> None:
    with tempfile.TemporaryDirectory() as folder:
        found = []
        for size in sizes:
            place = Path(folder) / f"{size}"
            place.mkdir()
            found.append([(size, one) for one in databases(place, f"newsroom_bench_photos_{size}")])
        for by_size in zip(*found, strict=True):
            _measure(by_size, folder)


if __name__ == "__main__":
    measure([int(size) for size in sys.argv[1:]] or SIZES)
