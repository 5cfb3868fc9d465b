"""The forms of stories: they check shape; the services enforce the rules."""

from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from wtforms import DateTimeLocalField, IntegerField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its types
from wtforms.validators import DataRequired, Length, NumberRange, Optional

from newsroom.settings import current_settings
from newsroom.web.forms import Form, tick_boxes

PRIORITIES = {
    1: "1 – flash",
    2: "2 – bulletin",
    3: "3 – urgent",
    4: "4 – soon",
    5: "5 – usual",
    6: "6",
    7: "7",
    8: "8",
    9: "9 – can wait",
}
"""IPTC urgency, in words."""


def choices(named: Iterable[tuple[int, str]]) -> list[SelectChoice]:
    return [SelectChoice(value, label) for value, label in named]


def in_newsroom_time(moment: datetime | None) -> datetime | None:
    """A time as typed is the newsroom's own, unless it names its zone; kept, it has one."""
    if moment is None:
        return None
    if moment.tzinfo is not None:
        return moment
    return moment.replace(tzinfo=ZoneInfo(current_settings().timezone))


def as_typed(moment: datetime | None) -> datetime | None:
    """The other way: what the field shows of a kept time."""
    if moment is None:
        return None
    return moment.astimezone(ZoneInfo(current_settings().timezone)).replace(tzinfo=None)


class PlanForm(Form):
    slug = StringField("Slug", [DataRequired("A story needs a slug."), Length(max=80)])
    desk_id = SelectField("Desk", coerce=int)
    reporters = tick_boxes("Reporters", coerce=int)
    deadline_at = DateTimeLocalField("Deadline", validators=[Optional()])
    planned_at = DateTimeLocalField("Planned publication", validators=[Optional()])
    priority = SelectField("Priority", coerce=int, choices=choices(PRIORITIES.items()), default=5)
    commissioned_words = IntegerField(
        "Commissioned length (words)", [Optional(), NumberRange(1, 50_000)]
    )

    def offer(self, desks: list[tuple[int, str]], people: list[tuple[int, str]]) -> None:
        self.desk_id.choices = choices(desks)
        self.reporters.choices = choices(people)


class NewStoryForm(PlanForm):
    headline = StringField("Headline", [Length(max=500)])
    byline = StringField("Byline", [Length(max=500)])
    note = TextAreaField("Note to the desk", [Length(max=5_000)])


WHOLE_PHOTO = "The whole photo"


class FigureForm(Form):
    photo = IntegerField("Photo number", [Optional(), NumberRange(1, 2**31 - 1)])
    caption = TextAreaField("Caption", [Length(max=5_000)])
    creator = StringField("Creator", [Length(max=500)])
    credit = StringField("Credit line", [Length(max=500)])
    alt = TextAreaField("Alt text", [Length(max=1_000)])
    crop = SelectField("Crop", choices=[SelectChoice("", WHOLE_PHOTO)], validate_choice=False)

    def offer(self, crops: Iterable[tuple[str, str]]) -> None:
        """The whole photo, and each of its crops as (box, label); none of them is lost."""
        offered = {"": WHOLE_PHOTO} | dict(crops)
        kept = self.crop.data or ""
        if kept not in offered:
            offered[kept] = "As kept, and no longer among the photo’s crops"
        self.crop.choices = [SelectChoice(box, label) for box, label in offered.items()]
