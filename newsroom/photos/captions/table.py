"""The rules of the caption check: what each asks, how it weighs, whose rule it was first."""

from enum import StrEnum

from newsroom.standards import Level, Standard, standard_by

PREFIX = "caption:"
"""Of a finding's rule, before the rule's own name."""


class Rule(StrEnum):
    """The rules by the names that settings, findings and the log use."""

    CREATOR_MISSING = "creator_missing"
    CREDIT_MISSING = "credit_missing"
    CAPTION_MISSING = "caption_missing"
    ALT_MISSING = "alt_missing"
    CREATOR_DIFFERS = "creator_differs"
    CREDIT_DIFFERS = "credit_differs"
    CREDIT_FORM = "credit_form"
    FILE_NAME = "file_name"
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    NO_SUBJECT = "no_subject"
    NO_PLACE = "no_place"
    NO_DATE = "no_date"
    PAST_TENSE = "past_tense"
    WEEKDAY = "weekday"
    DATE_DIFFERS = "date_differs"
    NAME_SPELT = "name_spelt"
    NAME_UNKNOWN = "name_unknown"
    ALT_SAME = "alt_same"
    ALT_OPENING = "alt_opening"
    ALT_LONG = "alt_long"
    PHOTO_TWICE = "photo_twice"
    OTHER_PHOTO = "other_photo"
    LEAD_FIGURE = "lead_figure"


R, L = Rule, Level
_AP, _REUTERS, _IPTC = "AP captions", "Reuters captions", "IPTC photo metadata"
_HOUSE, _GRID = "House", "Picture desks’ practice"

STANDARDS: tuple[Standard[Rule], ...] = (
    Standard(R.CREATOR_MISSING, "The creator is named", "The figure has no creator.", L.BLOCK, _IPTC, fixed=True),
    Standard(R.CREDIT_MISSING, "There is a credit line", "The figure has no credit line.", L.BLOCK, _IPTC, fixed=True),
    Standard(R.CAPTION_MISSING, "There is a caption", "The figure has no caption.", L.BLOCK, _AP, fixed=True),
    Standard(R.ALT_MISSING, "There is an alt text", "The figure has no alt text.", L.BLOCK, _IPTC, fixed=True),
    Standard(R.CREATOR_DIFFERS, "The creator is the photo’s", "The creator “{words}” is not the photo’s.", L.WARN, _IPTC),
    Standard(R.CREDIT_DIFFERS, "The credit line agrees with the photo and its creator", "The credit line “{words}” does not agree with the photo.", L.WARN, _IPTC),
    Standard(R.CREDIT_FORM, "The credit line is in house form, (Name/Agency)", "The credit line “{words}” is not in house form, (Name/Agency).", L.WARN, _HOUSE),
    Standard(R.FILE_NAME, "The caption is not a file’s name", "“{words}” is the name of a file and no caption.", L.BLOCK, _HOUSE),
    Standard(R.TOO_SHORT, "The caption has 30 characters and five words at least", "“{words}” is too short for a caption: it has 30 characters and five words at least.", L.WARN, _GRID),
    Standard(R.TOO_LONG, "The caption has two sentences at most", "The caption goes on after its second sentence: “{words}”.", L.WARN, _AP),
    Standard(R.NO_SUBJECT, "The caption says who or what is seen", "The caption does not say who or what is seen.", L.WARN, _AP),
    Standard(R.NO_PLACE, "The caption says where", "The caption does not say where.", L.WARN, _AP),
    Standard(R.NO_DATE, "The caption says when", "The caption does not say when.", L.WARN, _AP),
    Standard(R.PAST_TENSE, "The first sentence is in the present tense", "“{words}” is past tense; a caption’s first sentence is in the present.", L.WARN, _AP),
    Standard(R.WEEKDAY, "The weekday agrees with the date", "“{words}” is not the weekday of that date.", L.BLOCK, _AP),
    Standard(R.DATE_DIFFERS, "The date is the photo’s, or the caption says it is a file photo", "“{words}” is not the day of the photo, and the caption does not call it a file photo.", L.WARN, _REUTERS),
    Standard(R.NAME_SPELT, "Names are spelled as in the story and the photo", "“{words}” is spelled otherwise in the story or by the photo.", L.BLOCK, _HOUSE),
    Standard(R.NAME_UNKNOWN, "Names stand in the story or in the photo’s metadata", "“{words}” stands neither in the story nor in what the photo says of itself.", L.WARN, _AP),
    Standard(R.ALT_SAME, "The alt text is not the caption again", "The alt text says the same as the caption.", L.BLOCK, _HOUSE),
    Standard(R.ALT_OPENING, "The alt text does not begin with “image of”", "The alt text begins “{words}”: it should say at once what is seen.", L.WARN, _HOUSE),
    Standard(R.ALT_LONG, "The alt text has 250 characters at most", "The alt text is longer than 250 characters.", L.WARN, _IPTC),
    Standard(R.PHOTO_TWICE, "No photo stands twice in one story", "The photo stands in the story already.", L.BLOCK, _HOUSE),
    Standard(R.OTHER_PHOTO, "The caption is this photo’s and not another’s", "The caption is the one of another photo.", L.BLOCK, _HOUSE),
    Standard(R.LEAD_FIGURE, "A picture leads the story, before its first paragraph", "No picture stands before the story’s first paragraph.", L.WARN, _HOUSE),
)  # fmt: skip

BY_RULE = {standard.rule: standard for standard in STANDARDS}


def standard_of(rule: str) -> Standard[Rule] | None:
    """By a finding's rule; None where that is none of these, or one of another version."""
    return standard_by(PREFIX, rule, BY_RULE)
