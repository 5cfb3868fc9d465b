"""What stands in a NewsML-G2 item's content set: text in XHTML or NITF, plain text, files."""

from newsroom.wire.items import WirePicture
from newsroom.wire.parsers import markup, texts
from newsroom.wire.parsers.drafts import Draft
from newsroom.wire.parsers.nitf_body import body_of
from newsroom.wire.parsers.picture_drafts import is_picture, largest, pixels
from newsroom.wire.parsers.xml_tree import Element, attribute, markup_of, text_of


def fill(draft: Draft, item: Element) -> None:
    """The draft's body, and the heads that stand nowhere but in the body's own markup."""
    for inline in item.iterfind("contentSet/inlineXML"):
        nitf = inline if inline.find("body") is not None else inline.find("nitf")
        if nitf is not None and nitf.find(".//body.content") is not None:
            _from_nitf(draft, nitf)
        else:
            html = inline.find(".//body")
            draft.markup = draft.markup or markup_of([inline if html is None else html])
    for data in item.iterfind("contentSet/inlineData"):
        _from_data(draft, data)
    file = picture_file(item)
    if file.href:
        draft.pictures.append(file)


def picture_file(item: Element) -> WirePicture:
    """The largest of its renditions; an empty one where it has no file."""
    files = [
        WirePicture(
            href=attribute(remote, "href", "residref"),
            mime=attribute(remote, "contenttype"),
            width=pixels(attribute(remote, "width")),
            height=pixels(attribute(remote, "height")),
        )
        for remote in item.iterfind("contentSet/remoteContent")
    ]
    return largest(one for one in files if is_picture(one.mime, one.href)) or WirePicture("")


def _from_nitf(draft: Draft, nitf: Element) -> None:
    body = body_of(nitf)
    draft.markup = draft.markup or body.markup
    draft.headline = draft.headline or body.headline
    draft.byline = draft.byline or body.byline
    draft.dateline = draft.dateline or body.dateline
    draft.standfirst = draft.standfirst or body.standfirst
    draft.usage_terms.extend(body.usage_terms)
    draft.editors_note.extend(body.notes)
    draft.pictures.extend(body.pictures)


def _from_data(draft: Draft, data: Element) -> None:
    words = text_of(data)
    if attribute(data, "encoding") or draft.markup or draft.paragraphs:
        return
    if "html" in attribute(data, "contenttype") or markup.is_markup(words):
        draft.markup = words
    else:
        draft.paragraphs.extend(texts.paragraphs(words))
