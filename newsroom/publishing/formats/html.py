"""An article's body as HTML: every picture with its credit, nothing inline, no script."""

from collections.abc import Iterable

from markupsafe import Markup, escape

from newsroom.photos.rights.licences import Licence
from newsroom.publishing.article import FrozenArticle, Picture
from newsroom.publishing.blocks import Figure, Paragraph, words
from newsroom.publishing.crediting import credit_as_printed
from newsroom.publishing.formats.pictures import INSIDE, TOP, Slot, image, stands_upright
from newsroom.publishing.formats.text import inline, lines, opening, place, text
from newsroom.publishing.site import Site

Photos = dict[int, Picture]


def body(article: FrozenArticle, site: Site) -> Markup:
    """The body for our own page, from its first block to the credit line and the corrections."""
    return lines(_parts(article, site, ""))


def body_elsewhere(article: FrozenArticle, site: Site) -> Markup:
    """The same for readers of feeds: each of its addresses is whole."""
    return lines(_parts(article, site, site.url))


def _parts(article: FrozenArticle, site: Site, base: str) -> Iterable[Markup]:
    photos = {picture.photo: picture for picture in article.pictures}
    dateline = article.dateline
    if dateline and not any(_has_words(one) for one in article.body):
        yield Markup('<p dir="auto">{}</p>').format(place(dateline))
        dateline = ""
    for number, one in enumerate(article.body):
        if isinstance(one, Figure):
            yield _figure(one, photos, INSIDE if number else TOP, base)
        elif isinstance(one, Paragraph) and dateline and _has_words(one):
            yield opening(dateline, one)
            dateline = ""
        else:
            yield text(one)
    if article.credit_line:
        yield Markup('<p class="credit-line" dir="auto">{}</p>').format(article.credit_line)
    yield from _corrections(article, site)


def _has_words(one: object) -> bool:
    return isinstance(one, Paragraph) and bool(words(one.text))


def _figure(one: Figure, photos: Photos, slot: Slot, base: str) -> Markup:
    shown = photos.get(one.photo or 0)
    upright = Markup(' class="upright"') if shown and stands_upright(one, shown) else ""
    return Markup("<figure{}>{}<figcaption>{} {}</figcaption></figure>").format(
        upright,
        image(one, shown, slot, base) if shown else "",
        Markup('<span class="caption" dir="auto">{}</span>').format(inline(one.caption)),
        credit(one, shown),
    )


def credit(figure: Figure, picture: Picture | None) -> Markup:
    """Who took it, under which public licence, and what readers must know of it before they take it
    for a photograph."""
    said = [Markup("Photo: {}").format(credit_as_printed(figure.creator, figure.credit))]
    if picture is not None:
        said += filter(None, (licensed(picture.licence), escape(picture.label)))
    return Markup(" ").join(
        Markup('<span class="credit" dir="auto">{}</span>').format(one) for one in said
    )


def licensed(licence: Licence) -> Markup:
    """Its name, linked to its terms, and where the picture comes from, linked to it there."""
    if not licence:
        return Markup()
    name = _linked(licence.name, licence.terms, "license external noopener")
    if not licence.source:
        return name
    return Markup("{}, from {}").format(
        name, _linked(licence.source, licence.page, "external noopener")
    )


def _linked(words: str, address: str, rel: str) -> Markup:
    if not address:
        return escape(words)
    return Markup('<a href="{}" rel="{}">{}</a>').format(address, rel, words)


def _corrections(article: FrozenArticle, site: Site) -> Iterable[Markup]:
    for one in article.facts.corrections:
        yield Markup(
            '<aside class="correction" aria-label="Correction"><p dir="auto">'
            '<strong>Correction, <time datetime="{}">{}</time>:</strong> {}</p></aside>'
        ).format(one.at.isoformat(timespec="seconds"), site.day(one.at), one.text)
