"""The forms of feeds and routing rules; they check shape, the services hold the rules."""

from collections.abc import Iterable, Sequence
from typing import Any

from wtforms import BooleanField, FileField, IntegerField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its types
from wtforms.validators import InputRequired, Length, Optional

from newsroom.accounts.models import Desk
from newsroom.web.forms import Form, RevisedForm
from newsroom.wire.feed_facts import (
    LONGEST_ADDRESS,
    LONGEST_FEED_NAME,
    LONGEST_LANGUAGE,
    LONGEST_NOTES,
    LONGEST_ZONE,
    USUAL_INTERVAL,
    FeedFacts,
    FeedKind,
)
from newsroom.wire.routing import HIGHEST, LONGEST_WORDS, LOWEST, Rule

NONE = "0"
"""The value of a choice that was not made: no row has it."""


def choose(field: Any, nothing: str, offered: Iterable[tuple[int, str]]) -> None:
    """Fill a list of rows, after what not choosing means."""
    rows = [SelectChoice(str(number), label) for number, label in offered]
    field.choices = [SelectChoice(NONE, nothing), *rows]


def chosen(field: SelectField) -> int | None:
    number = str(field.data or NONE)
    return int(number) if number.isdecimal() and number != NONE else None


class FeedForm(RevisedForm):
    name = StringField("Name", [InputRequired("Type a name."), Length(max=LONGEST_FEED_NAME)])
    kind = SelectField(
        "How its copy comes in", choices=[SelectChoice(k.value, k.label) for k in FeedKind]
    )
    address = StringField("Address or folder", [Length(max=LONGEST_ADDRESS)])
    outlet = SelectField("Whose copy it is")
    desk = SelectField("Where its items go")
    zone = StringField("Time zone", [Length(max=LONGEST_ZONE)])
    language = StringField("Language", [Length(max=LONGEST_LANGUAGE)])
    interval_seconds = IntegerField("Asked every … seconds", [Optional()], default=USUAL_INTERVAL)
    notes = TextAreaField("Notes", [Length(max=LONGEST_NOTES)])
    takes_pictures = BooleanField("Take its pictures into the photo library")

    def offer(self, outlets: Sequence[tuple[int, str]], desks: Sequence[Desk]) -> None:
        choose(self.outlet, "As each item says", outlets)
        choose(self.desk, "Only where rules send them", [(d.id, d.name) for d in desks])

    @property
    def _interval(self) -> int:
        typed: int | None = self.interval_seconds.data
        return USUAL_INTERVAL if typed is None else typed

    @property
    def facts(self) -> FeedFacts:
        return FeedFacts(
            name=self.name.data or "",
            kind=FeedKind(self.kind.data),
            address=self.address.data or "",
            outlet_id=chosen(self.outlet),
            desk_id=chosen(self.desk),
            zone=self.zone.data or "UTC",
            language=self.language.data or "",
            interval_seconds=self._interval,
            notes=self.notes.data or "",
            takes_pictures=bool(self.takes_pictures.data),
        )

    def show(self, facts: FeedFacts, revision: int) -> None:
        self.name.data, self.kind.data = facts.name, facts.kind.value
        self.address.data, self.zone.data = facts.address, facts.zone
        self.outlet.data = str(facts.outlet_id or NONE)
        self.desk.data = str(facts.desk_id or NONE)
        self.language.data, self.notes.data = facts.language, facts.notes
        self.interval_seconds.data, self.revision.data = facts.interval_seconds, revision
        self.takes_pictures.data = facts.takes_pictures


class CopyForm(Form):
    file = FileField("A file of copy")


class RuleForm(RevisedForm):
    outlet = SelectField("From")
    keyword = StringField("With the words", [Length(max=LONGEST_WORDS)])
    priority = SelectField(
        "Priority",
        choices=[
            SelectChoice(NONE, "Any"),
            *(SelectChoice(str(n), f"{n} or more urgent") for n in range(HIGHEST, LOWEST + 1)),
        ],
    )
    subject = StringField("With a subject code", [Length(max=LONGEST_WORDS)])
    desk = SelectField("To the desk")

    def offer(self, outlets: Sequence[tuple[int, str]], desks: Sequence[Desk]) -> None:
        choose(self.outlet, "Any outlet", outlets)
        self.desk.choices = [SelectChoice(str(d.id), d.name) for d in desks]

    @property
    def rule(self) -> Rule:
        return Rule(
            desk_id=int(self.desk.data),
            outlet_id=chosen(self.outlet),
            keyword=self.keyword.data or "",
            priority_at_most=chosen(self.priority),
            subject=self.subject.data or "",
        )

    def show(self, rule: Rule, revision: int) -> None:
        self.outlet.data, self.desk.data = str(rule.outlet_id or NONE), str(rule.desk_id)
        self.keyword.data, self.subject.data = rule.keyword, rule.subject
        self.priority.data, self.revision.data = str(rule.priority_at_most or NONE), revision
