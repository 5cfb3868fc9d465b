"""The form for what a photo says of itself; the service holds the limits."""

from wtforms import StringField, TextAreaField

from newsroom.photos.facts import LABELS, WORDS, Words
from newsroom.web.forms import RevisedForm


class FactsForm(RevisedForm):
    creator = StringField(LABELS["creator"])
    credit = StringField(LABELS["credit"])
    caption = TextAreaField(LABELS["caption"])
    alt = TextAreaField(LABELS["alt"])
    headline = StringField(LABELS["headline"])
    copyright = StringField(LABELS["copyright"])
    usage_terms = TextAreaField(LABELS["usage_terms"])
    source = StringField(LABELS["source"])
    instructions = TextAreaField(LABELS["instructions"])
    people = TextAreaField(LABELS["people"])
    place = TextAreaField(LABELS["place"])
    event = StringField(LABELS["event"])
    title = StringField(LABELS["title"])
    keywords = TextAreaField(LABELS["keywords"])
    extended_alt = TextAreaField(LABELS["extended_alt"])

    @property
    def words(self) -> Words:
        return Words(**{name: self[name].data or "" for name in WORDS})
