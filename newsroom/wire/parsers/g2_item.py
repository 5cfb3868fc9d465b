"""One item of NewsML-G2: which of its elements is which fact."""

from newsroom.wire.items import Subject, WirePicture
from newsroom.wire.parsers import g2_content
from newsroom.wire.parsers.codes import code_of, party, party_name, tail_of
from newsroom.wire.parsers.drafts import Draft
from newsroom.wire.parsers.xml_tree import (
    Element,
    attribute,
    language_of,
    text_at,
    text_of,
    texts_at,
)

PICTURE_CLASSES = {"picture", "graphic", "photo"}


def is_picture_item(item: Element) -> bool:
    return tail_of(attribute(item.find("itemMeta/itemClass"), "qcode")) in PICTURE_CLASSES


def drafted(item: Element) -> Draft:
    draft = Draft(
        guid=attribute(item, "guid"),
        version=attribute(item, "version"),
        provider=_provider(item),
        headline=text_at(item, "contentMeta/headline", "itemMeta/title"),
        slugline=text_at(item, "contentMeta/slugline"),
        byline=text_at(item, "contentMeta/by"),
        dateline=text_at(item, "contentMeta/dateline"),
        language=attribute(item.find("contentMeta/language"), "tag") or language_of(item),
        priority=text_at(item, "contentMeta/urgency"),
        keywords=texts_at(item, "contentMeta/keyword"),
        subjects=[_subject(each) for each in item.iterfind("contentMeta/subject")],
        via=_via(item),
        published=text_at(item, "itemMeta/firstCreated", "itemMeta/versionCreated"),
        updated=text_at(item, "itemMeta/versionCreated"),
        expires=text_at(item, "itemMeta/expires", "contentMeta/expires")
        or attribute(item.find("rightsInfo"), "validto"),
        embargoes=[text_of(each).strip() for each in item.iterfind(".//embargoed")],
        status_words=_words(item, ".//pubStatus"),
        signal_words=_words(item, "itemMeta/signal"),
        usage_terms=texts_at(item, "rightsInfo/usageTerms"),
        copyright=text_at(item, "rightsInfo/copyrightNotice") or _holder(item),
        credit=text_at(item, "contentMeta/creditline"),
        editors_note=texts_at(item, ".//edNote"),
    )
    if is_picture_item(item):
        _picture(draft, item)
    else:
        draft.standfirst = _described(item, "summary", "teaser", "abstract")
        g2_content.fill(draft, item)
    draft.byline = draft.byline or " and ".join(
        filter(None, map(party_name, item.iterfind("contentMeta/creator")))
    )
    return draft


def _picture(draft: Draft, item: Element) -> None:
    """A picture is an item too: its caption is its text."""
    caption = _described(item, "caption") or text_at(item, "contentMeta/description")
    creators = [party_name(each) for each in item.iterfind("contentMeta/creator")]
    file = g2_content.picture_file(item)
    draft.paragraphs = [caption]
    draft.pictures = [
        WirePicture(
            href=file.href,
            caption=caption,
            creator=", ".join(filter(None, creators)),
            credit=draft.credit,
            alt=_described(item, "altText", "accessibility"),
            usage_terms=" ".join(draft.usage_terms),
            copyright=draft.copyright,
            mime=file.mime,
            width=file.width,
            height=file.height,
        )
    ]


def _described(item: Element, *roles: str) -> str:
    said = {
        tail_of(attribute(each, "role")): text_of(each)
        for each in item.iterfind("contentMeta/description")
    }
    return next((said[role].strip() for role in roles if said.get(role, "").strip()), "")


def _provider(item: Element) -> str:
    """The agency's own name; a code or a host only where no name stands anywhere."""
    providers = list(item.iterfind("itemMeta/provider"))
    sources = [each for each in item.iterfind("contentMeta/infoSource") if _is_provider(each)]
    named = [*map(party_name, providers), *map(party_name, sources)]
    coded = [tail_of(attribute(each, "qcode")) for each in providers]
    holders = [party_name(each) for each in item.iterfind("rightsInfo/copyrightHolder")]
    return next(filter(None, [*named, *coded, *holders, *map(party, providers)]), "")


def _is_provider(source: Element) -> bool:
    return tail_of(attribute(source, "role")) == "provider"


def _via(item: Element) -> list[str]:
    sources = [each for each in item.iterfind("contentMeta/infoSource") if not _is_provider(each)]
    makers = [
        hop.find("party")
        for hop in item.iterfind("hopHistory/hop")
        if any(_made_content(action) for action in hop.iterfind("action"))
    ]
    return [party(each) for each in [*sources, *makers] if each is not None]


def _made_content(action: Element) -> bool:
    return (
        tail_of(attribute(action, "qcode")) == "created"
        and tail_of(attribute(action, "target")) != "metadata"
    )


def _subject(element: Element) -> Subject:
    code = attribute(element, "qcode", "uri", "literal")
    return Subject(code_of("", code), text_at(element, "name"))


def _words(item: Element, path: str) -> list[str]:
    return [
        attribute(each, "qcode", "literal", "uri") or text_of(each) for each in item.iterfind(path)
    ]


def _holder(item: Element) -> str:
    return next(filter(None, map(party_name, item.iterfind("rightsInfo/copyrightHolder"))), "")
