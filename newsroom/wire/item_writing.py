"""An item becomes rows: its words, paragraphs, pictures and desks, each as its column takes it."""

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import insert

from newsroom.db import db, storable
from newsroom.wire.item_keys import guid_key, keyword_keys
from newsroom.wire.item_models import ItemDesk, ItemKeyword, ItemPara, ItemPicture, ItemRow
from newsroom.wire.items import WireItem, WirePicture
from newsroom.wire.routing import HIGHEST, LOWEST, Routed
from newsroom.wire.times import kept

SAME_WORDS = (
    *("guid", "version", "family", "provider", "headline", "slugline", "standfirst", "byline"),
    *("dateline", "copyright", "credit", "editors_note", "html", "address"),
)


def row_of(item: WireItem, received: datetime, **placed: Any) -> ItemRow:
    """Not yet in the session; `placed` is what the item itself does not say."""
    embargo = item.embargo
    until = kept(embargo.until) if embargo else None
    return ItemRow(
        **{name: getattr(item, name) for name in SAME_WORDS},
        **placed,
        guid_key=guid_key(item.guid),
        signal=item.signal.value,
        status=item.status.value,
        is_current=False,
        language=item.language[:35],
        priority=item.priority if item.priority in range(HIGHEST, LOWEST + 1) else None,
        words=sum(len(paragraph.split()) for paragraph in item.paragraphs),
        published_at=kept(item.published),
        updated_at=kept(item.updated),
        received_at=received,
        seen_at=received,
        embargo_until=until,
        # A time that cannot be read holds as if none were given.
        embargo_open=embargo is not None and until is None,
        embargo_words=embargo.words if embargo else "",
        expires_at=kept(item.expires),
        usage_terms_json=_json(item.usage_terms),
        keywords_json=_json(item.keywords),
        subjects_json=_json([one.code, one.name] for one in item.subjects),
        via_json=_json(item.via),
        notes_json=_json(item.notes),
    )


def write_parts(row: ItemRow, item: WireItem, desks: Iterable[int]) -> None:
    """Its paragraphs, pictures, keywords and desks, once the row has its number."""
    paragraphs = [
        {"item_id": row.id, "ord": n, "text": text} for n, text in enumerate(item.paragraphs)
    ]
    pictures = [_picture(row.id, n, picture) for n, picture in enumerate(item.pictures)]
    sent = [{"item_id": row.id, "desk_id": desk_id} for desk_id in desks]
    keywords = [{"item_id": row.id, "word": word} for word in keyword_keys(item.keywords)]
    for table, rows in (
        (ItemPara, paragraphs),
        (ItemPicture, pictures),
        (ItemKeyword, keywords),
        (ItemDesk, sent),
    ):
        if rows:
            db.session.execute(insert(table), rows)


def routed(item: WireItem, outlet_id: int | None) -> Routed:
    """What the routing rules look at."""
    return Routed(
        outlet_id=outlet_id,
        priority=item.priority,
        subjects=tuple(subject.code for subject in item.subjects),
        words="\n".join((item.headline, item.slugline, *item.keywords)),
    )


def _picture(item_id: int, number: int, picture: WirePicture) -> dict[str, Any]:
    return {
        "item_id": item_id,
        "ord": number,
        "href": picture.href,
        "caption": picture.caption,
        "creator": picture.creator,
        "credit": picture.credit,
        "alt": picture.alt,
        "usage_terms": picture.usage_terms,
        "copyright": picture.copyright,
        "mime": picture.mime[:100],
        "width": _side(picture.width),
        "height": _side(picture.height),
    }


def _side(pixels: int | None) -> int | None:
    return pixels if pixels is not None and pixels > 0 and storable(pixels) else None


def _json(values: Iterable[object]) -> str:
    return json.dumps(list(values), ensure_ascii=False)
