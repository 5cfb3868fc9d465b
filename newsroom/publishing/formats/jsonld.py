"""An article as schema.org reads it: NewsArticle, with who wrote it and who took each picture."""

import json
from typing import Any

from markupsafe import Markup

from newsroom.photos.credit import is_organisation
from newsroom.publishing import addresses
from newsroom.publishing.article import FrozenArticle, Picture
from newsroom.publishing.blocks import Figure, words
from newsroom.publishing.bylines import Author
from newsroom.publishing.crediting import credit_as_printed
from newsroom.publishing.formats.pictures import shown_sizes
from newsroom.publishing.site import Site

Json = dict[str, Any]

IPTC = "http://cv.iptc.org/newscodes/digitalsourcetype/"
SOURCE_TYPES = {
    "algorithmicMedia": "AlgorithmicMediaDigitalSource",
    "algorithmicallyEnhanced": "AlgorithmicallyEnhancedDigitalSource",
    "compositeCapture": "CompositeCaptureDigitalSource",
    "composite": "CompositeDigitalSource",
    "compositeSynthetic": "CompositeSyntheticDigitalSource",
    "compositeWithTrainedAlgorithmicMedia": "CompositeWithTrainedAlgorithmicMediaDigitalSource",
    "computationalCapture": "MultiFrameComputationalCaptureDigitalSource",
    "dataDrivenMedia": "DataDrivenMediaDigitalSource",
    "digitalArt": "DigitalArtDigitalSource",
    "digitalCapture": "DigitalCaptureDigitalSource",
    "minorHumanEdits": "MinorHumanEditsDigitalSource",
    "negativeFilm": "NegativeFilmDigitalSource",
    "positiveFilm": "PositiveFilmDigitalSource",
    "print": "PrintDigitalSource",
    "screenCapture": "ScreenCaptureDigitalSource",
    "trainedAlgorithmicMedia": "TrainedAlgorithmicMediaDigitalSource",
    "virtualRecording": "VirtualRecordingDigitalSource",
}


def news_article(article: FrozenArticle, site: Site, section: str) -> Json:
    facts = article.facts
    address = site.url + addresses.article(facts.path)
    said: Json = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": address,
        "url": address,
        "mainEntityOfPage": address,
        "headline": article.headline,
        "description": article.standfirst,
        "inLanguage": article.language,
        "articleSection": section,
        "dateline": article.dateline,
        "datePublished": facts.first_published_at.isoformat(timespec="seconds"),
        "dateModified": facts.published_at.isoformat(timespec="seconds"),
        "version": facts.edition,
        "author": [_author(one) for one in article.authors],
        "creditText": article.credit_line,
        "publisher": {"@type": "NewsMediaOrganization", "name": site.name, "url": site.url},
        "image": [_image(*one, site) for one in article.shown],
        "correction": [
            {
                "@type": "CorrectionComment",
                "text": one.text,
                "datePublished": one.at.isoformat(timespec="seconds"),
            }
            for one in facts.corrections
        ],
        "isAccessibleForFree": True,
    }
    return _said_only(said)


def script(data: Json) -> Markup:
    """As the content of a script element: no text in it can end the element or begin a comment."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(  # noqa: S704 - what markup could begin with is written as an escape of JSON
        text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
    )


def _author(one: Author) -> Json:
    return {"@type": "Person" if one.person else "Organization", "name": one.name}


def _image(figure: Figure, picture: Picture, site: Site) -> Json:
    largest = shown_sizes(figure, picture)[-1]
    address = site.url + addresses.rendition(picture, largest)
    creator = figure.creator and _author(
        Author(figure.creator, not is_organisation(figure.creator))
    )
    return _said_only(
        {
            "@type": "ImageObject",
            "url": address,
            "contentUrl": address,
            "encodingFormat": largest.media_type,
            "width": largest.width,
            "height": largest.height,
            "caption": words(figure.caption),
            "creator": creator,
            "creditText": credit_as_printed(figure.creator, figure.credit),
            "copyrightNotice": picture.copyright,
            "license": picture.licence.terms,
            "acquireLicensePage": picture.licence.page,
            "description": picture.label,
            "digitalSourceType": _source_type(picture.source_type),
        }
    )


def _source_type(term: str) -> str:
    """Schema.org's own name for the IPTC's term, or the term itself where it has none."""
    if not term:
        return ""
    known = SOURCE_TYPES.get(term)
    return f"https://schema.org/{known}" if known else IPTC + term


def _said_only(data: Json) -> Json:
    """An empty value would say that there is none, which is more than we know."""
    return {name: value for name, value in data.items() if value not in ("", [], None)}
