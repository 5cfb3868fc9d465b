"""The two forms of a new story from text: the text, and what was found in it."""

from collections.abc import Mapping

from flask_wtf.file import FileField
from wtforms import HiddenField, StringField, TextAreaField
from wtforms.validators import Length

from newsroom.stories.forms import PlanForm
from newsroom.stories.intake import CaptionAndCredit, Revision, Taken
from newsroom.web.forms import Form

LONGEST = 500
"""Characters of a headline, a standfirst or a credit; print has room for far fewer."""
MAX_DIGITS = 6
"""Of a row's number; a text has at most some thousand rows."""


class TextForm(Form):
    text = TextAreaField("Text of the story")
    file = FileField("Or a plain text file")


class ConfirmForm(PlanForm):
    text = HiddenField()
    headline = StringField("Headline", [Length(max=LONGEST)])
    standfirst = TextAreaField("Standfirst", [Length(max=LONGEST)])
    byline = StringField("Byline", [Length(max=LONGEST)])
    dateline = StringField("Dateline", [Length(max=LONGEST)])

    def show(self, taken: Taken) -> None:
        for name in ("headline", "standfirst", "byline", "dateline"):
            self[name].data = getattr(taken, name)

    def revision(self, taken: Taken, ticked: Mapping[str, list[str]]) -> Revision:
        """What the person made of the parts; `ticked` is the form as it was sent."""
        return Revision(
            headline=_line(self.headline.data),
            standfirst=_line(self.standfirst.data),
            byline=_line(self.byline.data),
            dateline=_line(self.dateline.data),
            figures=tuple(_words(ticked, i) for i in range(len(taken.figures))),
            not_figures=_numbers(ticked, "paragraph"),
            dropped=_numbers(ticked, "drop"),
            put_back=_numbers(ticked, "back"),
        )


def _words(sent: Mapping[str, list[str]], i: int) -> CaptionAndCredit:
    caption, creator, credit = (
        _line("".join(sent.get(f"figure-{i}-{name}", [])))
        for name in ("caption", "creator", "credit")
    )
    return CaptionAndCredit(caption, creator, credit)


def _line(words: str | None) -> str:
    return " ".join((words or "").split())


def _numbers(sent: Mapping[str, list[str]], name: str) -> frozenset[int]:
    numbers = (one for one in sent.get(name, []) if one.isdecimal() and len(one) <= MAX_DIGITS)
    return frozenset(int(one) for one in numbers)
