"""A newsroom of any size in one go: rows made by the pure rules, written in batches.

The services would write each story's rows one by one, which takes an hour for ten thousand. Here
every step is applied and every move asked of the workflow's own table, and only the writing is
done in bulk; the audit log's chain is computed as the log computes it.
"""

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from sqlalchemy import Table, func, insert, select, text

from newsroom.accounts.models import Desk, Person
from newsroom.audit.service import Past, record_past
from newsroom.db import Base, db, dialect, now, transaction
from newsroom.demo import bulk_words, bulk_year
from newsroom.demo.bulk_story import Hands, Making, Row, Shot, make_story, story_row
from newsroom.errors import Invalid
from newsroom.photos.models import Photo, Status
from newsroom.photos.rights import queries as rights
from newsroom.publishing import freezing
from newsroom.publishing.addresses import path_of
from newsroom.publishing.article import Facts, Picture, freeze
from newsroom.publishing.models import Article
from newsroom.publishing.paper import site
from newsroom.roles import Actor, Role
from newsroom.stories.models import Story
from newsroom.stories.references import references
from newsroom.stories.states import WORKING, State

BATCH = 500
"""Stories held in memory at once."""

ORDER = (
    "story",
    "story_reporter",
    "story_snapshot",
    "story_step",
    "approval",
    "finding",
    "check_reading",
    "photo_use",
    "article",
    "article_photo",
)
"""Tables in the order that their foreign keys ask for."""


@dataclass(frozen=True)
class Company:
    """Who can be given a story, and what it can show."""

    desks: Sequence[int]
    reporters: Sequence[Actor]
    editors: Sequence[Actor]
    photo_desk: Sequence[Actor]
    pictures: dict[int, Picture]
    shots: Sequence[Shot]

    def hands(self, chance: random.Random) -> Hands:
        return Hands(
            chance.choice(self.reporters),
            chance.choice(self.editors),
            chance.choice(self.photo_desk),
        )


@dataclass
class Batch:
    """Rows by table, and what the log will say."""

    tables: dict[str, list[Row]] = field(default_factory=lambda: defaultdict(list))
    log: list[Past] = field(default_factory=list)
    open: list[int] = field(default_factory=list)
    """Stories on their way: the real checks read them afterwards."""


def load_stories(
    stories: int, waiting: int | None = None, seed: int = 1
) -> Iterator[tuple[int, list[int]]]:
    """Write so many stories; yields (done, ids on their way) after each batch.

    Opens a transaction per batch, and one for the log, whose entries are in order of time.
    """
    chance = random.Random(seed)  # noqa: S311 - the same newsroom every time, no secret
    company, first = _company(), _first_free_id()
    fates = bulk_year.year(chance, stories, waiting, now())
    log: list[Past] = []
    done = 0
    while chunk := list(islice(fates, BATCH)):
        batch = Batch()
        for number, fate in enumerate(chunk, start=first + done):
            draft = bulk_words.draft(chance, number)
            shot = chance.choice(company.shots) if chance.random() < 0.8 else None  # noqa: PLR2004 - most have one
            made = make_story(number, draft, fate, company.hands(chance), shot, chance)
            _collect(batch, made, chance.choice(company.desks), company)
        with transaction():
            _write(batch.tables)
        log += batch.log
        done += len(chunk)
        yield done, batch.open
    with transaction():
        record_past(sorted(log, key=lambda past: past.at))
        _advance_sequences()
        # A database that was filled in one go knows nothing yet of what lies in it.
        db.session.execute(text("ANALYZE"))


def _first_free_id() -> int:
    """Behind every story and every article: the two of one story have the same number here."""
    newest = (db.session.scalar(select(func.max(model.id))) or 0 for model in (Story, Article))
    return max(newest) + 1


def _collect(batch: Batch, made: Making, desk: int, company: Company) -> None:
    row = story_row(made, desk)
    batch.tables["story"].append(row)
    for table, rows in made.rows.tables.items():
        batch.tables[table].extend(rows)
    reporter = made.hands.reporter.id
    batch.tables["story_reporter"].append({"story_id": made.id, "person_id": reporter})
    if row["pictures"] and made.shot:
        use = {"story_id": made.id, "photo_id": made.shot.id, "desk_id": desk}
        batch.tables["photo_use"].append(use | {"stands": True, "ran_at": None})
    if made.state in WORKING:
        batch.open.append(made.id)
    else:
        batch.tables["check_reading"].extend(_readings(made))
    if made.rows.node is not None:
        _publish(batch, made, Story(**row), company)
    batch.log += made.rows.log


def _readings(made: Making) -> Iterator[Row]:
    for check, reference in references().items():
        yield {
            "story_id": made.id,
            "check": check,
            "version": made.version,
            "reference": reference,
            "read_at": made.clock,
            "attempts": 0,
        }


def _publish(batch: Batch, made: Making, story: Story, company: Company) -> None:
    """The article that the publishing feature would freeze."""
    assert made.rows.node is not None  # noqa: S101 - for the type checker
    moment = made.rows.published_at or made.clock
    paper = site()
    facts = Facts(
        story=made.id,
        version=made.approved["captions"].version,
        edition=1,
        path=path_of(moment.date(), made.draft.slug),
        copy_version=made.approved["copy"].version,
        captions_version=made.approved["captions"].version,
        first_published_at=moment,
        published_at=moment,
    )
    wanted = {made.shot.id: company.pictures[made.shot.id]} if made.shot else {}
    frozen = freeze(made.rows.node, facts, wanted)
    row = _columns(freezing.row(frozen, story, paper, made.hands.editor.id))
    row["id"] = made.id
    if made.state is State.WITHDRAWN:
        row |= {"withdrawn_at": made.clock, "withdrawn_reason": "The source took it back."}
    batch.tables["article"].append(row)
    for photo in wanted:
        batch.tables["article_photo"].append({"article_id": made.id, "photo_id": photo})


def _columns(row: Base) -> Row:
    return {column.key: getattr(row, column.key) for column in row.__table__.columns}


def _write(tables: dict[str, list[Row]]) -> None:
    for name in ORDER:
        if tables[name]:
            table = Base.metadata.tables[name]
            db.session.execute(insert(table), _alike(table, tables[name]))


def _alike(table: Table, rows: list[Row]) -> list[Row]:
    """Every row with the same columns, as one statement for all of them asks for."""
    named = {name for row in rows for name in row}
    plain = {column.name: None for column in table.columns if column.name in named}
    return [{**plain, **row} for row in rows]


def _company() -> Company:
    people = list(db.session.scalars(select(Person).order_by(Person.id)).unique())
    actors = [person.actor for person in people]
    desks = list(db.session.scalars(select(Desk.id)))
    ready = list(db.session.scalars(select(Photo).where(Photo.status == Status.READY.value)))
    terms, judged = rights.terms(ready), rights.verdicts(ready)
    photos = [one for one in ready if judged[one.id].may_run]
    reporters, editors, photo_desk = (
        [actor for actor in actors if actor.holds(role)]
        for role in (Role.REPORTER, Role.EDITOR, Role.PHOTO_DESK)
    )
    if not (desks and reporters and editors and photo_desk and photos):
        raise Invalid(
            "There is nobody to write these stories: they need a desk, a reporter, an editor, a "
            "photo desk and a photo that may run. An empty newsroom gets them from the demo."
        )
    return Company(
        desks,
        reporters,
        editors,
        photo_desk,
        freezing.pictures([photo.id for photo in photos]),
        [Shot(photo.id, photo.creator, photo.credit, terms[photo.id]) for photo in photos],
    )


def _advance_sequences() -> None:
    """Ids were given here; PostgreSQL's own counters must go on behind them."""
    if dialect() != "postgresql":
        return
    for table in ("story", "article"):
        db.session.execute(
            select(
                func.setval(
                    func.pg_get_serial_sequence(table, "id"),
                    select(func.max(Base.metadata.tables[table].c.id)).scalar_subquery(),
                )
            )
        )
