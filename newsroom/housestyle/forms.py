"""The lexicon's forms; they check shape, the service holds an entry against itself and others."""

from wtforms import SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its types
from wtforms.validators import InputRequired, Length

from newsroom.housestyle.entries import ConceptClass, EntryFacts
from newsroom.housestyle.lexicon import LONGEST_FORM
from newsroom.web.forms import Form, RevisedForm

LONGEST_LIST = 10_000
LONGEST_NOTE = 2_000
LONGEST_REASON = 300


class ReasonForm(Form):
    reason = StringField("Why", [InputRequired("Say why."), Length(max=LONGEST_REASON)])


class EntryForm(RevisedForm):
    preferred = StringField(
        "The house writes",
        [InputRequired("Type the spelling the house prefers."), Length(max=LONGEST_FORM)],
    )
    variants = TextAreaField("Instead of", [Length(max=LONGEST_LIST)])
    exceptions = TextAreaField("But not in", [Length(max=LONGEST_LIST)])
    concept_class = SelectField(
        "What it is", choices=[SelectChoice(c.value, c.label) for c in ConceptClass]
    )
    native = StringField("In its own script", [Length(max=LONGEST_FORM)])
    note = TextAreaField("Note for writers", [Length(max=LONGEST_NOTE)])
    reason = StringField("Why", [Length(max=LONGEST_REASON)])

    @property
    def facts(self) -> EntryFacts:
        return EntryFacts(
            concept_class=ConceptClass(self.concept_class.data),
            preferred=self.preferred.data or "",
            variants=_lines(self.variants.data),
            exceptions=_lines(self.exceptions.data),
            native=self.native.data or "",
            note=self.note.data or "",
        )

    def show(self, facts: EntryFacts, revision: int) -> None:
        self.preferred.data = facts.preferred
        self.variants.data = "\n".join(facts.variants)
        self.exceptions.data = "\n".join(facts.exceptions)
        self.concept_class.data = facts.concept_class.value
        self.native.data, self.note.data = facts.native, facts.note
        self.revision.data = revision


def _lines(text: str | None) -> tuple[str, ...]:
    return tuple((text or "").splitlines())
