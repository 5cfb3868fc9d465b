"""ninjs 1, 2 and 3: one item's names as the facts they stand for."""

from typing import Any

from newsroom.wire.items import Subject
from newsroom.wire.parsers import markup, ninjs_pictures, texts
from newsroom.wire.parsers.codes import code_of
from newsroom.wire.parsers.drafts import Draft
from newsroom.wire.parsers.json_fields import Fields, fields_of
from newsroom.wire.parsers.ninjs_names import by_role, is_ninjs, unwrapped

_HTML_NAMES = ("body_html", "body_xhtml", "body_richtext")
_TEXT_NAMES = ("body_text", "body_main", "body_simple")
_EMBARGOES = ("embargoed", "embargoeduntil", "embargo")
_ORIGIN_ROLES = {"provider", "distributor"}


def drafted(entry: Any) -> Draft | None:
    entry = unwrapped(entry)
    item = fields_of(entry)
    if item is None or not is_ninjs(entry):
        return None
    draft = Draft(
        guid=item.text("uri", "guid"),
        version=item.text("version"),
        headline=by_role(item, "headlines", "headline", "main", "simple")
        or item.text("title", "name"),
        slugline=item.text("slugline"),
        byline=by_role(item, "bylines", "byline") or item.text("by"),
        dateline=item.text("dateline"),
        language=item.text("language"),
        priority=item.text("urgency", "priority").removesuffix(".0"),
        keywords=item.texts("keyword", "keywords", "hashtags"),
        subjects=[_subject(each) for each in item.each("subject", "subjects")],
        published=item.text("firstpublished", "firstcreated", "contentcreated", "versioncreated"),
        updated=item.text("versioncreated"),
        expires=item.text("expires", "expiry"),
        embargoes=_embargoes(item),
        status_words=[item.text("pubstatus")],
        signal_words=item.texts("signal", "signals"),
        usage_terms=item.texts("usageterms") + _rights(item),
        copyright=item.text("copyrightnotice") or item.text("copyrightholder"),
        credit=by_role(item, "creditlines", "creditline") or _described(item, "creditline"),
        editors_note=item.texts("ednote", "ednotes"),
        address=item.text("url", "canonicalurl"),
    )
    _sources(draft, item)
    _words(draft, item)
    draft.pictures = ninjs_pictures.pictures_of(item, draft)
    return draft


def _words(draft: Draft, item: Fields) -> None:
    """The body in HTML where there is one; a picture's text is its caption."""
    draft.markup, plain = _body(item)
    if not draft.markup:
        draft.paragraphs = list(texts.paragraphs(plain))
    summary = by_role(item, "descriptions", "description", "summary", "abstract", "text", "main")
    if item.text("type") in ninjs_pictures.KINDS:
        if not draft.markup and not draft.paragraphs:
            draft.paragraphs = [ninjs_pictures.caption_of(item)]
    else:
        draft.standfirst = summary


def _body(item: Fields) -> tuple[str, str]:
    """As (HTML, plain text), each the first that has words."""
    html, plain = item.text(*_HTML_NAMES), item.text(*_TEXT_NAMES)
    for body in item.each("bodies"):
        value, kind = body.text("value"), body.text("contenttype").casefold()
        if "html" in kind or markup.is_markup(value):
            html = html or value
        else:
            plain = plain or value
    if not html and markup.is_markup(plain):
        html, plain = plain, ""
    return (html, plain) if markup.is_markup(html) or not plain else ("", plain or html)


def _sources(draft: Draft, item: Fields) -> None:
    """The agency's own name, and those it took the item from."""
    sources = [
        (each.text("role").rpartition(":")[2], each.text("name", "literal"))
        for each in item.each("infosource", "infosources")
    ]
    own = [name for role, name in sources if role in _ORIGIN_ROLES]
    named = [item.text("provider", "source"), *item.texts("provider"), *own]
    holder = item.text("copyrightholder")
    draft.provider = next(filter(None, [*named, holder, draft.credit]), "")
    draft.via = [name for role, name in sources if role not in _ORIGIN_ROLES]


def _embargoes(item: Fields) -> list[str]:
    """Null and false are no embargo; an empty text is one without a time."""
    held = [item.values[name] for name in _EMBARGOES if name in item]
    return [each.strip() if isinstance(each, str) else "" for each in held if each or each == ""]


def _rights(item: Fields) -> list[str]:
    """Of ninjs 1.4 and later, where rights may stand in a block of their own."""
    rights = [item.inner("rightsinfo"), *item.each("rightsinfo")]
    return list(dict.fromkeys(words for each in rights for words in each.texts("usageterms")))


def _described(item: Fields, role: str) -> str:
    said = (each for each in item.each("descriptions") if each.text("role") == role)
    return next((each.text("value") for each in said), "")


def _subject(each: Fields) -> Subject:
    code = each.text("uri", "qcode", "code", "literal")
    return Subject(code_of(each.text("scheme"), code), each.text("name"))
