"""The form of an outlet; it checks shape, the service holds its names against the others'."""

from wtforms import BooleanField, DateField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its types
from wtforms.validators import InputRequired, Length, Optional

from newsroom.web.forms import RevisedForm
from newsroom.wire.entries import LONGEST_DOMAIN, LONGEST_NAME
from newsroom.wire.outlets import OutletFacts, OutletType

LONGEST_LIST = 8_000
COUNTRY_LETTERS = 2


class OutletForm(RevisedForm):
    name = StringField("Name", [InputRequired("Type the outlet’s name."), Length(max=LONGEST_NAME)])
    aliases = TextAreaField("Other names", [Length(max=LONGEST_LIST)])
    type = SelectField(
        "What it is", choices=[SelectChoice(t.value, t.value.capitalize()) for t in OutletType]
    )
    country = StringField("Country", [Length(max=COUNTRY_LETTERS)])
    domain = StringField("Site", [Length(max=LONGEST_DOMAIN)])
    credit_form = StringField("Credited only as", [Length(max=LONGEST_NAME)])
    common_word = BooleanField("Its name is an everyday word too")
    state_run = BooleanField("State-run")
    photo = BooleanField("A photo agency")
    text_contract = BooleanField("We may use its text")
    photo_contract = BooleanField("We may use its photos")
    contract_until = DateField("Contract ends on", [Optional()])

    @property
    def facts(self) -> OutletFacts:
        return OutletFacts(
            name=self.name.data or "",
            type=OutletType(self.type.data),
            aliases=tuple((self.aliases.data or "").splitlines()),
            country=self.country.data or "",
            domain=self.domain.data or "",
            credit_form=self.credit_form.data or "",
            common_word=self.common_word.data,
            state_run=self.state_run.data,
            photo=self.photo.data,
            text_contract=self.text_contract.data,
            photo_contract=self.photo_contract.data,
            contract_until=self.contract_until.data,
        )

    def show(self, facts: OutletFacts, revision: int) -> None:
        for name in ("name", "country", "domain", "credit_form", "contract_until"):
            self[name].data = getattr(facts, name)
        for name in ("common_word", "state_run", "photo", "text_contract", "photo_contract"):
            self[name].data = getattr(facts, name)
        self.aliases.data = "\n".join(facts.aliases)
        self.type.data = facts.type.value
        self.revision.data = revision
