"""The words of an article as HTML: everything escaped, no tag but those written here."""

from collections.abc import Callable, Iterable

from markupsafe import Markup, escape

from newsroom.publishing.blocks import (
    Block,
    Heading,
    Inline,
    Listing,
    Paragraph,
    Quotation,
    Run,
    words,
)


def text(one: Block) -> Markup:
    """A block that is no figure; nothing for one without words."""
    return WRITERS[type(one)](one)


def inline(runs: Inline) -> Markup:
    return Markup("").join(_run(run) for run in runs)


def opening(dateline: str, one: Paragraph) -> Markup:
    """The first paragraph with the place at its head, as it stands in print."""
    return _tag("p", Markup("{} — {}").format(place(dateline), inline(one.text)))


def place(dateline: str) -> Markup:
    return Markup('<span class="dateline">{}</span>').format(dateline)


def lines(parts: Iterable[Markup]) -> Markup:
    return Markup("\n").join(part for part in parts if part)


def _run(run: Run) -> Markup:
    shown: Markup = escape(run.text)
    if run.em:
        shown = Markup("<em>{}</em>").format(shown)
    if run.strong:
        shown = Markup("<strong>{}</strong>").format(shown)
    if run.href:
        shown = Markup('<a href="{}" rel="external noopener">{}</a>').format(run.href, shown)
    return shown


def _tag(name: str, inside: Markup) -> Markup:
    return Markup('<{0} dir="auto">{1}</{0}>').format(name, inside)


def _paragraph(one: Paragraph) -> Markup:
    return _tag("p", inline(one.text)) if words(one.text) else Markup("")


def _heading(one: Heading) -> Markup:
    return _tag(f"h{one.level}", inline(one.text)) if words(one.text) else Markup("")


def _quotation(one: Quotation) -> Markup:
    inside = lines(_paragraph(Paragraph(runs)) for runs in one.paragraphs)
    return Markup("<blockquote>{}</blockquote>").format(inside) if inside else Markup("")


def _listing(one: Listing) -> Markup:
    items = (lines(text(inner) for inner in item) for item in one.items)
    inside = lines(Markup("<li>{}</li>").format(item) for item in items)
    return Markup("<{0}>{1}</{0}>").format("ol" if one.ordered else "ul", inside)


WRITERS: dict[type[Block], Callable[..., Markup]] = {
    Paragraph: _paragraph,
    Heading: _heading,
    Quotation: _quotation,
    Listing: _listing,
}
