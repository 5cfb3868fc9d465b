"""An article as the cards of other sites show it: Open Graph's properties and their values."""

from collections.abc import Iterator

from newsroom.publishing import addresses
from newsroom.publishing.article import FrozenArticle, summary
from newsroom.publishing.crediting import credit_as_printed
from newsroom.publishing.formats.pictures import CUT, usual_size
from newsroom.publishing.site import Site


def properties(article: FrozenArticle, site: Site, section: str) -> list[tuple[str, str]]:
    facts = article.facts
    return [
        ("og:type", "article"),
        ("og:site_name", site.name),
        ("og:title", article.headline),
        ("og:description", summary(article)),
        ("og:url", site.url + addresses.article(facts.path)),
        ("article:published_time", facts.first_published_at.isoformat(timespec="seconds")),
        ("article:modified_time", facts.published_at.isoformat(timespec="seconds")),
        ("article:section", section),
        *(("article:author", one.name) for one in article.authors),
        *_picture(article, site),
    ]


def _picture(article: FrozenArticle, site: Site) -> Iterator[tuple[str, str]]:
    """The first picture, with its credit in the one place that such a card has for words."""
    for figure, picture in article.shown[:1]:
        size = picture.size(CUT) or usual_size(picture)
        if size is None:
            return
        yield "og:image", site.url + addresses.rendition(picture, size)
        yield "og:image:type", size.media_type
        yield "og:image:width", str(size.width)
        yield "og:image:height", str(size.height)
        credit = credit_as_printed(figure.creator, figure.credit)
        behind = "; ".join(filter(None, (credit, picture.licence.name, picture.label)))
        yield "og:image:alt", f"{figure.alt} (Photo: {behind})"
