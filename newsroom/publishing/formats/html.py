"""An article's body as HTML: every picture with its credit, nothing inline, no script."""

from collections.abc import Iterable

from markupsafe import Markup

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
        credit(one.creator, one.credit) + _label(shown.label if shown else ""),
    )


def _label(words: str) -> Markup:
    """What readers must know of a picture before they take it for a photograph."""
    return Markup(' <span class="credit" dir="auto">{}</span>').format(words) if words else Markup()


def credit(creator: str, line: str) -> Markup:
    return Markup('<span class="credit" dir="auto">Photo: {}</span>').format(
        credit_as_printed(creator, line)
    )


def _corrections(article: FrozenArticle, site: Site) -> Iterable[Markup]:
    for one in article.facts.corrections:
        yield Markup(
            '<aside class="correction" aria-label="Correction"><p dir="auto">'
            '<strong>Correction, <time datetime="{}">{}</time>:</strong> {}</p></aside>'
        ).format(one.at.isoformat(timespec="seconds"), site.day(one.at), one.text)
