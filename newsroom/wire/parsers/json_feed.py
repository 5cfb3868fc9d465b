"""JSON Feed 1.0 and 1.1."""

from typing import Any

from newsroom.wire.items import WirePicture
from newsroom.wire.parsers import texts
from newsroom.wire.parsers.drafts import Draft
from newsroom.wire.parsers.json_fields import Fields, fields_of
from newsroom.wire.parsers.picture_drafts import is_picture


def is_json_feed(value: object) -> bool:
    found = fields_of(value)
    return found is not None and "jsonfeed.org/version" in found.text("version")


def hub_of(feed: Fields) -> str:
    hubs = list(feed.each("hubs"))
    offered = [hub.text("url") for hub in hubs if hub.text("type").casefold() == "websub"]
    return next(filter(None, [*offered, *(hub.text("url") for hub in hubs)]), "")


def drafted(entry: Any, feed: Fields) -> Draft | None:
    item = fields_of(entry)
    if item is None:
        return None
    return Draft(
        guid=item.text("id", "url"),
        provider=feed.text("title"),
        headline=item.text("title"),
        markup=item.text("content_html"),
        paragraphs=list(texts.paragraphs(item.text("content_text"))),
        standfirst=item.text("summary"),
        byline=_byline(item) or _byline(feed),
        language=item.text("language") or feed.text("language"),
        keywords=item.texts("tags"),
        published=item.text("date_published"),
        updated=item.text("date_modified"),
        address=item.text("url", "external_url"),
        pictures=_pictures(item),
    )


def _byline(about: Fields) -> str:
    names = [each.text("name") for each in [*about.each("authors"), about.inner("author")]]
    return ", ".join(dict.fromkeys(filter(None, names)))


def _pictures(item: Fields) -> list[WirePicture]:
    attached = [
        (each.text("url"), each.text("mime_type"), each.text("title"))
        for each in item.each("attachments")
    ]
    pictures = [
        WirePicture(url, mime=mime, caption=title)
        for url, mime, title in attached
        if is_picture(mime, url)
    ]
    main = item.text("image", "banner_image")
    if main and main not in {picture.href for picture in pictures}:
        pictures.insert(0, WirePicture(main))
    return pictures
