"""The forms of the cleaners' page: a word to be listed, and a photo's words to be tried."""

from wtforms import SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its types

from newsroom.photos.cleaners import WordList
from newsroom.photos.facts import LABELS, Words
from newsroom.web.forms import Form


class WordForm(Form):
    list = SelectField("List", choices=[SelectChoice(one.value, one.label) for one in WordList])
    word = StringField("As it comes in")
    spelling = StringField("As the paper has it")


class TrialForm(Form):
    class Meta(Form.Meta):
        csrf = False  # it changes nothing, and its words stand in the address

    creator = StringField(LABELS["creator"])
    credit = StringField(LABELS["credit"])
    caption = TextAreaField(LABELS["caption"])

    @property
    def words(self) -> Words:
        return Words(
            creator=self.creator.data or "",
            credit=self.credit.data or "",
            caption=self.caption.data or "",
        )
