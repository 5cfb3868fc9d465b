"""What a form answers: a page, or itself again with the sentences of a refusal, the words kept."""

from typing import Any

from flask import request
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response
from wtforms import IntegerField, SelectMultipleField
from wtforms.widgets import CheckboxInput, HiddenInput, ListWidget

from newsroom.errors import NewsroomError

REFUSED = 422
CHANGED_MEANWHILE = 409

Answer = str | Response | tuple[str | Response, int]


class Form(FlaskForm):  # type: ignore[misc]  # Flask-WTF ships no types
    """A form with its token; those of the features derive from it."""

    class Meta(FlaskForm.Meta):  # type: ignore[misc]  # the same
        def wrap_formdata(self, form: FlaskForm, formdata: Any) -> Any:
            """JSON, which can hold anything in place of words, is no form: it counts as empty."""
            return None if request.is_json else super().wrap_formdata(form, formdata)


class RevisedForm(Form):
    """A form that knows which revision of a row it was filled from."""

    revision = IntegerField(widget=HiddenInput(), default=0)

    def catch_up(self, revision: int) -> None:
        """Go on from a newer revision with one's own words; saving again is then a decision."""
        self.revision.data = revision
        self.revision.raw_data = None


def tick_boxes(label: str, **options: Any) -> SelectMultipleField:
    """Several of a few, each with its box."""
    return SelectMultipleField(
        label, widget=ListWidget(prefix_label=False), option_widget=CheckboxInput(), **options
    )


def show_refusal(form: Form, error: NewsroomError) -> None:
    """Put the refusal on the form: each field's own sentence, or the whole one at its top."""
    for name, sentence in error.fields.items():
        field: Any = form._fields.get(name)
        if field is not None:
            field.errors = [*field.errors, sentence]
    if not error.fields.keys() & form._fields.keys():
        form.form_errors.append(error.sentence)
