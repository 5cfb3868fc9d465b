"""The parts of an item in which its versions are compared, in the order in which they are read."""

from newsroom.wire.comparing import Part
from newsroom.wire.item_models import ItemRow

_HEAD = (
    ("Headline", "headline"),
    ("Standfirst", "standfirst"),
    ("Byline", "byline"),
    ("Dateline", "dateline"),
)
_FOOT = (("Editor’s note", "editors_note"), ("Credit", "credit"))


def parts_of(item: ItemRow) -> list[Part]:
    """Those that say something."""
    head = [Part(label, getattr(item, name)) for label, name in _HEAD]
    body = [Part("Paragraph", paragraph.text) for paragraph in item.paragraphs]
    captions = [Part("Caption", picture.caption) for picture in item.pictures]
    foot = [Part(label, getattr(item, name)) for label, name in _FOOT]
    return [part for part in (*head, *body, *captions, *foot) if part.text]
