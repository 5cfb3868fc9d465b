"""The pictures of a ninjs item: its own renditions, and those of the items it is associated with."""

from collections.abc import Iterator

from newsroom.wire.items import WirePicture
from newsroom.wire.parsers.drafts import Draft
from newsroom.wire.parsers.json_fields import Fields
from newsroom.wire.parsers.limits import MOST_PICTURES
from newsroom.wire.parsers.ninjs_names import by_role
from newsroom.wire.parsers.picture_drafts import is_picture, largest, name_and_credit, pixels

KINDS = frozenset({"picture", "graphic", "photo", "image"})


def pictures_of(item: Fields, draft: Draft) -> list[WirePicture]:
    """Its own words go with its own file; an associated picture brings its own."""
    own = _picture(item)
    found: list[WirePicture] = []
    if item.text("type") in KINDS or (own.href and "associations" not in item):
        found.append(own)
    for associated in _associated(item):
        picture = _picture(associated)
        if associated.text("type") in KINDS or picture.href:
            found.append(picture if picture.href else _named_by_itself(picture, associated))
        if len(found) >= MOST_PICTURES:
            draft.notes.append(f"Only the first {MOST_PICTURES} pictures were read.")
            break
    return found


def caption_of(item: Fields) -> str:
    """What describes it; a picture's body does too, a story's does not."""
    described = by_role(item, "descriptions", "description", "caption", "text", "main")
    if described or item.text("type") not in KINDS:
        return described
    return by_role(item, "bodies", "body", "caption", "text", "main")


def _associated(item: Fields) -> Iterator[Fields]:
    """Not a story that is only told of."""
    for each in item.each("associations"):
        if each.text("type") in {"", *KINDS}:
            yield each


def _picture(item: Fields) -> WirePicture:
    file = largest(_files(item)) or WirePicture("")
    creator, from_byline = name_and_credit(by_role(item, "bylines", "byline") or item.text("by"))
    credit = by_role(item, "creditlines", "creditline")
    said = {each.text("role"): each.text("value") for each in item.each("descriptions")}
    return WirePicture(
        href=file.href,
        caption=caption_of(item),
        creator=creator,
        credit=credit or said.get("creditline", "") or from_byline,
        alt=item.text("alttext", "alt_text", "body_alt") or said.get("alttext", ""),
        usage_terms=" ".join(item.texts("usageterms")),
        copyright=item.text("copyrightnotice") or item.text("copyrightholder"),
        mime=file.mime,
        width=file.width,
        height=file.height,
    )


def _files(item: Fields) -> Iterator[WirePicture]:
    for each in item.each("renditions"):
        href, mime = each.text("href"), each.text("mimetype", "contenttype")
        if href and (is_picture(mime, href) or not mime):
            yield WirePicture(
                href,
                mime=mime,
                width=pixels(each.text("width")),
                height=pixels(each.text("height")),
            )


def _named_by_itself(picture: WirePicture, item: Fields) -> WirePicture:
    """Where its renditions name no file, its own address may be one."""
    uri = item.text("uri")
    return WirePicture(
        href=uri if is_picture("", uri) else "",
        caption=picture.caption or by_role(item, "headlines", "headline", "main"),
        creator=picture.creator,
        credit=picture.credit,
        copyright=picture.copyright,
        usage_terms=picture.usage_terms,
    )
