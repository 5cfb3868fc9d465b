"""The form for what a photo says of itself; the service holds the limits."""

from wtforms import SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its types

from newsroom.photos.crops import SIDES, Typed
from newsroom.photos.facts import LABELS, NEEDED, WORDS, Words
from newsroom.photos.parts import FREE, RATIOS
from newsroom.web.forms import RevisedForm

NO_CROP = ""


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

    @property
    def tells_more(self) -> bool:
        """Whether it says, or was refused, more than what every photo needs."""
        others = (self[name] for name in WORDS if name not in NEEDED)
        return any(one.data or one.errors for one in others)


class CropForm(RevisedForm):
    """The focal point of a photo, and one crop of it where a ratio is named."""

    x = StringField("Focal point from the left, %")
    y = StringField("Focal point from the top, %")
    name = SelectField(
        "Crop",
        choices=[
            SelectChoice(NO_CROP, "None, the focal point alone"),
            *(SelectChoice(one.name, f"{one.label}, {one.used_for}") for one in RATIOS),
            SelectChoice(FREE, "Free, any ratio"),
        ],
        validate_choice=False,  # the service says which there are
    )
    left = StringField("Left, %")
    top = StringField("Top, %")
    width = StringField("Width, %")
    height = StringField("Height, %")

    @property
    def typed(self) -> Typed:
        sides = (self.left, self.top, self.width, self.height)
        return Typed(*((one.data or "").strip() for one in sides))

    @property
    def numbers_refused(self) -> bool:
        """Whether a number must be looked at, which the page else keeps folded away."""
        return any(self[name].errors for name in ("x", "y", *SIDES))
