"""The forms of rights: the fields of one kind, and a leave or a stop with its days and its reason."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from wtforms import (
    DateField,
    DateTimeLocalField,
    HiddenField,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its types
from wtforms.validators import Optional

from newsroom.channels import Channel
from newsroom.photos.rights.categories import BY_KIND, LABELS, Category, Detail, Kind
from newsroom.photos.rights.models import PhotoRights
from newsroom.photos.rights.service import Given, Leave
from newsroom.photos.rights.terms import Lets
from newsroom.settings import current_settings
from newsroom.web.forms import Form, RevisedForm, tick_boxes

CHANNELS = [SelectChoice(one.value, one.label) for one in Channel]
EVERYWHERE = SelectChoice("", "Everywhere")
SAID_AS = {Lets.ALLOW: "Let it run", Lets.DENY: "Stop it"}


class RightsForm(RevisedForm):
    """All details are its fields; the page shows those of the kind that was chosen."""

    kind = HiddenField()
    supplier = StringField(LABELS[Detail.SUPPLIER])
    source = StringField(LABELS[Detail.SOURCE])
    owner = StringField(LABELS[Detail.OWNER])
    given_by = StringField(LABELS[Detail.GIVEN_BY])
    licence = StringField(LABELS[Detail.LICENCE])
    link = StringField(LABELS[Detail.LINK])
    restriction = StringField(LABELS[Detail.RESTRICTION])
    ends_on = DateField("Last day", [Optional()])
    embargo_until = DateTimeLocalField("Embargo until", [Optional()])
    countries = StringField("Only in these countries")
    channels = tick_boxes("Only in these channels", choices=CHANNELS)

    @property
    def category(self) -> Category | None:
        """None before a kind was chosen, or for a word that is none."""
        try:
            return BY_KIND[Kind(self.kind.data or "")]
        except ValueError:
            return None

    def given(self, category: Category) -> Given:
        return Given(
            kind=category.kind,
            details={one: self[one.value].data or "" for one in category.details},
            countries=self.countries.data or "",
            channels=frozenset(Channel(one) for one in self.channels.data or ()),
            embargo_until=_in_newsroom_time(self.embargo_until.data),
            ends_on=self.ends_on.data,
        )

    def show(self, row: PhotoRights) -> None:
        for one in (*(detail.value for detail in Detail), "kind", "countries", "ends_on"):
            self[one].data = getattr(row, one)
        self.channels.data = row.channels.split()
        self.revision.data = row.revision
        if row.embargo_until is not None:
            self.embargo_until.data = row.embargo_until.astimezone(_zone()).replace(tzinfo=None)


class LeaseForm(Form):
    lets = SelectField(
        "What to do", choices=[SelectChoice(one.value, said) for one, said in SAID_AS.items()]
    )
    channel = SelectField("Where", choices=[EVERYWHERE, *CHANNELS])
    since = DateField("From", [Optional()])
    until = DateField("Last day", [Optional()])
    why = TextAreaField("Why")

    def leave(self, today: date) -> Leave:
        return Leave(
            lets=Lets(self.lets.data),
            why=self.why.data or "",
            starts_on=self.since.data or today,
            ends_on=self.until.data,
            channel=Channel(self.channel.data) if self.channel.data else None,
        )


def _in_newsroom_time(typed: datetime | None) -> datetime | None:
    return typed.replace(tzinfo=_zone()) if typed else None


def _zone() -> ZoneInfo:
    return ZoneInfo(current_settings().timezone)
