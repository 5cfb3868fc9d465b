"""The forms of signing in, people and desks; they check shape, the services enforce rules."""

from wtforms import BooleanField, IntegerField, PasswordField, SelectField, StringField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its types
from wtforms.validators import (
    DataRequired,
    InputRequired,
    Length,
    NumberRange,
    Optional,
    ValidationError,
)

from newsroom.accounts.desk_writing import QUOTES
from newsroom.accounts.models import Desk
from newsroom.accounts.names import LONGEST_DESK_NAME, LONGEST_FULL_NAME
from newsroom.accounts.passwords import LONGEST
from newsroom.roles import Role
from newsroom.web.forms import Form

ALL_DESKS = 0
"""The choice in a form that stands for no desk."""


class SignInForm(Form):
    name = StringField("Name or e-mail", [InputRequired("Type your name."), Length(max=254)])
    password = PasswordField(
        "Password", [InputRequired("Type your password."), Length(max=LONGEST)]
    )
    person = IntegerField("Person", [Optional()])
    """Whose page it is that asks; the page of nobody in particular leaves it out."""


class PasswordForm(Form):
    current = PasswordField("Present password", [InputRequired("Type your present password.")])
    new = PasswordField("New password", [InputRequired("Type a new password.")])
    again = PasswordField("New password again", [InputRequired("Type it a second time.")])

    def validate_again(self, field: PasswordField) -> None:
        if field.data != self.new.data:
            raise ValidationError("The two are not the same.")


class PersonForm(Form):
    full_name = StringField(
        "Full name", [DataRequired("Type the full name."), Length(max=LONGEST_FULL_NAME)]
    )
    name = StringField("Sign-in name", [InputRequired("Type a sign-in name."), Length(max=60)])
    email = StringField("E-mail", [InputRequired("Type an e-mail address."), Length(max=254)])


class GrantForm(Form):
    role = SelectField("Role", choices=[SelectChoice(role.value, role.label) for role in Role])
    desk = SelectField("Desk", coerce=int)

    def offer(self, desks: list[Desk]) -> None:
        self.desk.choices = [
            SelectChoice(str(ALL_DESKS), "All desks"),
            *(SelectChoice(str(desk.id), desk.name) for desk in desks),
        ]


class DeskForm(Form):
    name = StringField("Name", [InputRequired("Type a name."), Length(max=LONGEST_DESK_NAME)])
    slug = StringField("Short name in addresses", [InputRequired("Type one."), Length(max=60)])
    position = IntegerField("Place in the order", [NumberRange(0, 999)], default=0)
    self_pass = BooleanField("An editor may pass copy they wrote")
    editors_suggest = BooleanField("Editors begin by suggesting in others’ copy", default=True)
    quotes = SelectField(
        "Typed quotation marks and dashes become",
        choices=[SelectChoice(name, label) for name, label in QUOTES.items()],
        default="typed",
    )
    language = StringField("Language of its copy", default="en")
