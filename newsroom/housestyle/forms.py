"""The lexicon's forms; they check shape, the service holds an entry against itself and others."""

from collections.abc import Collection

from wtforms import DateField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its types
from wtforms.validators import InputRequired, Length, Optional

from newsroom.accounts.models import Desk, Person
from newsroom.housestyle.entries import ConceptClass, EntryFacts
from newsroom.housestyle.lexicon import LONGEST_FORM
from newsroom.housestyle.models import SOURCE_LENGTH
from newsroom.housestyle.scope import Scope
from newsroom.housestyle.stylebooks import Channel, Stylebook
from newsroom.web.forms import Form, RevisedForm, tick_boxes

LONGEST_LIST = 10_000
LONGEST_NOTE = 2_000
LONGEST_REASON = 300


class ReasonForm(Form):
    reason = StringField("Why", [InputRequired("Say why."), Length(max=LONGEST_REASON)])


NOBODY = 0
"""The choice of an owner that stands for none."""


class EntryForm(RevisedForm):
    preferred = StringField(
        "The house writes",
        [InputRequired("Type the spelling the house prefers."), Length(max=LONGEST_FORM)],
    )
    elsewhere = StringField("General English writes", [Length(max=LONGEST_FORM)])
    variants = TextAreaField("Instead of", [Length(max=LONGEST_LIST)])
    exceptions = TextAreaField("But not in", [Length(max=LONGEST_LIST)])
    concept_class = SelectField(
        "What it is", choices=[SelectChoice(c.value, c.label) for c in ConceptClass]
    )
    native = StringField("In its own script", [Length(max=LONGEST_FORM)])
    note = TextAreaField("Note for writers", [Length(max=LONGEST_NOTE)])
    source = StringField("Source", [Length(max=SOURCE_LENGTH)])
    must_change = TextAreaField("Must change something in", [Length(max=LONGEST_LIST)])
    must_stay = TextAreaField("Must change nothing in", [Length(max=LONGEST_LIST)])
    desks = tick_boxes("Only for the desks", coerce=int)
    channels = tick_boxes(
        "Only for the channels", choices=[SelectChoice(c.value, c.label) for c in Channel]
    )
    starts_on = DateField("From", [Optional()])
    ends_on = DateField("Until", [Optional()])
    owner = SelectField("Looked after by", coerce=int, default=NOBODY)
    reason = StringField("Why", [Length(max=LONGEST_REASON)])

    def offer(self, desks: Collection[Desk], owners: Collection[Person]) -> None:
        self.desks.choices = [SelectChoice(str(desk.id), desk.name) for desk in desks]
        self.owner.choices = [
            SelectChoice(str(NOBODY), "Nobody in particular"),
            *(SelectChoice(str(one.id), one.full_name) for one in owners),
        ]

    @property
    def facts(self) -> EntryFacts:
        return EntryFacts(
            concept_class=ConceptClass(self.concept_class.data),
            preferred=self.preferred.data or "",
            variants=_lines(self.variants.data),
            exceptions=_lines(self.exceptions.data),
            native=self.native.data or "",
            note=self.note.data or "",
            source=self.source.data or "",
            elsewhere=((Stylebook.GENERAL, self.elsewhere.data or ""),),
            must_change=_lines(self.must_change.data),
            must_stay=_lines(self.must_stay.data),
            scope=self.scope,
            owner_id=self.owner.data or None,
        )

    @property
    def scope(self) -> Scope:
        return Scope(
            frozenset(self.desks.data or ()),
            frozenset(Channel(name) for name in self.channels.data or ()),
            self.starts_on.data,
            self.ends_on.data,
        )

    def show(self, facts: EntryFacts, revision: int) -> None:
        self.preferred.data = facts.preferred
        self.variants.data = "\n".join(facts.variants)
        self.exceptions.data = "\n".join(facts.exceptions)
        self.concept_class.data = facts.concept_class.value
        self.native.data, self.note.data = facts.native, facts.note
        self.source.data = facts.source
        self.elsewhere.data = dict(facts.elsewhere).get(Stylebook.GENERAL, "")
        self.must_change.data = "\n".join(facts.must_change)
        self.must_stay.data = "\n".join(facts.must_stay)
        self.desks.data = sorted(facts.scope.desks)
        self.channels.data = [channel.value for channel in facts.scope.channels]
        self.starts_on.data, self.ends_on.data = facts.scope.starts_on, facts.scope.ends_on
        self.owner.data = facts.owner_id or NOBODY
        self.revision.data = revision


def _lines(text: str | None) -> tuple[str, ...]:
    return tuple((text or "").splitlines())
