"""The content of a NewsML 1 item: its text, and pictures with the components that caption them."""

from itertools import islice

from newsroom.wire.items import WirePicture
from newsroom.wire.parsers import markup, texts
from newsroom.wire.parsers.drafts import Draft
from newsroom.wire.parsers.limits import MOST_PICTURES
from newsroom.wire.parsers.nitf_body import body_of
from newsroom.wire.parsers.picture_drafts import is_picture, largest, name_and_credit, pixels
from newsroom.wire.parsers.xml_tree import Element, attribute, markup_of, text_at, text_of

_PICTURE_MEDIA = {"photo", "graphic", "picture", "image"}


def fill(draft: Draft, item: Element) -> None:
    captions = _captions(item)
    stories = [each for each in item.iter("ContentItem") if _is_text(each) and each not in captions]
    bodies = [_add_text(draft, each) for each in stories]
    draft.markup = "".join(bodies)
    told = _above(stories)
    pictures = islice(filter(_is_picture, item.iter("ContentItem")), MOST_PICTURES)
    for whole in dict.fromkeys(_whole(picture, told) for picture in pictures):
        draft.pictures.append(_picture(whole, captions))
    if not draft.markup and not draft.paragraphs:
        draft.paragraphs = [picture.caption for picture in draft.pictures]


def _captions(item: Element) -> set[Element]:
    """Content whose nearest component has the role of a caption."""
    roles = (
        role for role in item.iter("Role") if "caption" in attribute(role, "FormalName").lower()
    )
    components = {role.getparent() for role in roles}
    return {
        content
        for content in item.iter("ContentItem")
        if next(content.iterancestors("NewsComponent"), None) in components
    }


def _above(stories: list[Element]) -> set[Element]:
    """The components that hold a story; each is climbed to once."""
    told: set[Element] = set()
    for story in stories:
        for above in story.iterancestors("NewsComponent"):
            if above in told:
                break
            told.add(above)
    return told


def _add_text(draft: Draft, content: Element) -> str:
    """Its markup; what is plain text goes straight to the draft."""
    data = content.find("DataContent")
    if data is None:
        return ""
    nitf = data if data.find("body") is not None else data.find("nitf")
    if nitf is not None and nitf.find(".//body.content") is not None:
        body = body_of(nitf)
        draft.headline = draft.headline or body.headline
        draft.byline = draft.byline or body.byline
        draft.dateline = draft.dateline or body.dateline
        draft.pictures.extend(body.pictures)
        return body.markup
    if len(data):
        html = data.find(".//body")
        return markup_of([data if html is None else html])
    words = text_of(data)
    if markup.is_markup(words):
        return words
    draft.paragraphs.extend(texts.paragraphs(words))
    return ""


def _picture(whole: Element, captions: set[Element]) -> WirePicture:
    contents = [each for each in whole.iter("ContentItem") if _is_picture(each)]
    file = largest(map(_file, contents)) or WirePicture("")
    creator, credit = name_and_credit(text_at(whole, ".//NewsLines/ByLine"))
    said = (_said(each) for each in whole.iter("ContentItem") if each in captions)
    return WirePicture(
        href=file.href,
        caption=next(filter(None, said), "") or text_at(whole, ".//NewsLines/HeadLine"),
        creator=creator,
        credit=text_at(whole, ".//NewsLines/CreditLine") or credit,
        copyright=text_at(whole, ".//NewsLines/CopyrightLine"),
        usage_terms=text_at(whole, ".//NewsLines/RightsLine"),
        mime=file.mime,
        width=file.width,
        height=file.height,
    )


def _file(content: Element) -> WirePicture:
    said = {
        attribute(each, "FormalName").casefold(): attribute(each, "Value")
        for each in content.iterfind("Characteristics/Property")
    }
    return WirePicture(
        href=attribute(content, "Href"),
        mime=attribute(content.find("MimeType"), "FormalName"),
        width=pixels(said.get("width", "")),
        height=pixels(said.get("height", "")),
    )


def _said(content: Element) -> str:
    return text_of(content.find("DataContent")).strip()


def _whole(content: Element, told: set[Element]) -> Element:
    """The component of the picture's renditions and caption: the outermost without a story."""
    whole = content
    for above in content.iterancestors("NewsComponent"):
        if above in told:
            break
        whole = above
    return whole


def _is_text(content: Element) -> bool:
    return content.find("DataContent") is not None


def _is_picture(content: Element) -> bool:
    media = attribute(content.find("MediaType"), "FormalName").casefold()
    mime = attribute(content.find("MimeType"), "FormalName")
    href = attribute(content, "Href")
    return bool(href) and (media in _PICTURE_MEDIA or is_picture(mime, href))
