"""Reading the wire: a page of its list, one item with all that belongs to it, and its versions."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, exists, false, func, or_, select, tuple_
from sqlalchemy.orm import joinedload, selectinload

from newsroom.accounts.models import Desk
from newsroom.db import db, now
from newsroom.errors import NotFound
from newsroom.paging import PAGE
from newsroom.wire import search_index
from newsroom.wire.item_keys import keyword_keys
from newsroom.wire.item_models import ItemDesk, ItemKeyword, ItemPicture, ItemRow
from newsroom.wire.models import OutletRow
from newsroom.wire.read_queries import is_read, is_unread
from newsroom.wire.wire_filter import WireFilter

NO_ITEM = "There is no such item. The wire keeps copy for a while only."
LATELY = 5_000
"""Items among which a filter's choices are looked for."""
MOST_VERSIONS = 200
MOST_KEYWORDS = 60
"""That a filter offers."""


@dataclass(frozen=True)
class Listed:
    """An item as the list shows it."""

    item: ItemRow
    pictures: int
    read: bool


@dataclass(frozen=True)
class Page:
    rows: list[Listed]
    following: int | None
    """The item behind which the next page begins."""

    @property
    def newest(self) -> int:
        """Whatever came up to this item could be seen by who looks at the page."""
        return max((row.item.id for row in self.rows), default=0)


def page(person_id: int, asked: WireFilter, after: int | None) -> Page:
    """50 items, the newest first; what is found by words in the order in which it came."""
    rows = matching(asked)
    if asked.unread:
        rows = rows.where(is_unread(person_id))
    rows = _in_order_of_coming(rows, after) if asked.terms else _newest_first(rows, after)
    pictures = select(func.count()).where(ItemPicture.item_id == ItemRow.id).scalar_subquery()
    listed = rows.add_columns(pictures, is_read(person_id)).options(
        joinedload(ItemRow.outlet), joinedload(ItemRow.feed)
    )
    found = [Listed(*row) for row in db.session.execute(listed.limit(PAGE + 1)).all()]
    shown = found[:PAGE]
    return Page(shown, shown[-1].item.id if len(found) > PAGE else None)


def matching(asked: WireFilter) -> Select[ItemRow]:
    """The items of a view, in no order, read or not."""
    rows = select(ItemRow)
    if asked.terms:
        rows = search_index.found(rows, asked.terms)
    elif asked.q:
        rows = rows.where(false())  # signs without a word stand nowhere
    if not asked.older:
        rows = rows.where(ItemRow.is_current)
    if asked.agency:
        rows = rows.where(ItemRow.outlet_id == int(asked.agency))
    if asked.desk:
        sent = exists().where(ItemDesk.item_id == ItemRow.id, ItemDesk.desk_id == int(asked.desk))
        rows = rows.where(sent)
    if asked.priority:
        rows = rows.where(ItemRow.priority <= int(asked.priority))
    if asked.language:
        rows = rows.where(ItemRow.language == asked.language)
    if asked.keyword:
        words = keyword_keys((asked.keyword,))
        has = exists().where(ItemKeyword.item_id == ItemRow.id, ItemKeyword.word.in_(words))
        rows = rows.where(has)
    if asked.embargo:
        rows = rows.where(_held() if asked.embargo == "held" else ~_held())
    return rows


def _held() -> ColumnElement[bool]:
    return or_(ItemRow.embargo_open, func.coalesce(ItemRow.embargo_until > now(), false()))


def _newest_first(rows: Select[ItemRow], after: int | None) -> Select[ItemRow]:
    if after is not None:
        at = db.session.scalar(select(ItemRow.received_at).where(ItemRow.id == after))
        place = tuple_(ItemRow.received_at, ItemRow.id) < (at, after)
        rows = rows.where(place if at else ItemRow.id < after)
    return rows.order_by(ItemRow.received_at.desc(), ItemRow.id.desc())


def _in_order_of_coming(rows: Select[ItemRow], after: int | None) -> Select[ItemRow]:
    """The search's own order: what is common is not all fetched to find its newest fifty."""
    if after is not None:
        rows = rows.where(search_index.number() < after)
    return rows.order_by(search_index.number().desc())


def item(item_id: int) -> ItemRow:
    """With its parts; raises NotFound."""
    parts = (
        selectinload(ItemRow.paragraphs),
        selectinload(ItemRow.pictures),
        selectinload(ItemRow.desks),
        joinedload(ItemRow.outlet),
        joinedload(ItemRow.feed),
    )
    found = db.session.get(ItemRow, item_id, options=parts)
    if found is None:
        raise NotFound(NO_ITEM)
    return found


def items(ids: Sequence[int]) -> list[ItemRow]:
    """Without their parts, in the order asked for; those that are gone are left out."""
    found = db.session.scalars(select(ItemRow).where(ItemRow.id.in_(ids)))
    rows = {one.id: one for one in found}
    return [rows[number] for number in ids if number in rows]


def has_read(person_id: int, item_id: int) -> bool:
    found = select(is_read(person_id)).select_from(ItemRow).where(ItemRow.id == item_id)
    return bool(db.session.scalar(found))


def versions(of: ItemRow) -> list[ItemRow]:
    """All of its family, the newest to come first."""
    rows = select(ItemRow).where(ItemRow.family_key == of.family_key)
    return list(db.session.scalars(rows.order_by(ItemRow.id.desc()).limit(MOST_VERSIONS)))


def version_beside(one: ItemRow, other_id: int) -> ItemRow:
    """Another version of the same story; raises NotFound."""
    other = item(other_id)
    if other.family_key != one.family_key:
        raise NotFound("These two items are not versions of one story.")
    return other


def desks_of(row: ItemRow) -> list[str]:
    ids = [sent.desk_id for sent in row.desks]
    return list(
        db.session.scalars(select(Desk.name).where(Desk.id.in_(ids)).order_by(Desk.position))
    )


@dataclass(frozen=True)
class Choices:
    """What came lately, for the filters to offer."""

    agencies: list[tuple[str, str]]
    languages: list[tuple[str, str]]
    keywords: list[tuple[str, str]]


def choices() -> Choices:
    lately = select(ItemRow.outlet_id, ItemRow.language).order_by(ItemRow.id.desc()).limit(LATELY)
    found = db.session.execute(select(lately.subquery()).distinct()).all()
    outlets = select(OutletRow.id, OutletRow.name).where(OutletRow.id.in_({n for n, _ in found}))
    names = db.session.execute(outlets.order_by(OutletRow.sort_name))
    languages = sorted({language for _, language in found if language})
    return Choices(
        [(str(n), name) for n, name in names],
        [(one, one) for one in languages],
        [(one, one) for one in sorted(_keywords_lately())],
    )


def _keywords_lately() -> Sequence[str]:
    """Those that most items have, of the newest."""
    newest = select(func.max(ItemRow.id)).scalar_subquery()
    lately = (
        select(ItemKeyword.word)
        .where(ItemKeyword.item_id > newest - LATELY)
        .group_by(ItemKeyword.word)
        .order_by(func.count().desc(), ItemKeyword.word)
    )
    return db.session.scalars(lately.limit(MOST_KEYWORDS)).all()
