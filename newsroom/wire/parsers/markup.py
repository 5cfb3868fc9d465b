"""HTML from outside: made safe to show, and read as plain paragraphs."""

import html
import re

import nh3

from newsroom.wire.parsers import texts
from newsroom.wire.parsers.limits import LONGEST_FIELD, LONGEST_MARKUP

_BLOCKS = {
    *("p", "div", "section", "article", "blockquote", "ul", "ol", "li", "dl", "dt", "dd"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "table", "tr", "br", "hr", "pre", "figcaption"),
}
_SHOWN = {
    *("p", "blockquote", "ul", "ol", "li", "dl", "dt", "dd", "h2", "h3", "h4", "h5", "h6"),
    *("table", "thead", "tbody", "tr", "td", "th", "caption", "br", "hr", "pre"),
    *("a", "b", "strong", "i", "em", "u", "s", "sub", "sup", "q", "cite", "code"),
}
"""No pictures: those are items of their own, and one fetched from outside would tell on the reader."""

_WORDLESS = {"script", "style", "template", "noscript", "iframe", "object", "svg", "math", "head"}
_ATTRIBUTES = {"a": {"href"}, "td": {"colspan", "rowspan"}, "th": {"colspan", "rowspan"}}
_SCHEMES = {"http", "https", "mailto"}

_TAG = re.compile(r"<[^<>]{0,2000}>")
_BLOCK_TAG = re.compile(r"</?[a-z0-9]{1,12}(?: [^<>]{0,99})?>")
_OPENED_OR_CLOSED = re.compile(r"<(/?)([a-z][a-z0-9]{0,15})", re.IGNORECASE)
_NEED_NO_END = {"p", "br", "hr", "li", "td", "th", "tr", "img", "dt", "dd", "meta", "link", "input"}
_DEEPEST = 200
_IS_HTML = re.compile(
    r"<(?:/?[a-z][a-z0-9]{0,10}(?:\s[^<>]{0,500})?/?|!--.{0,99})>", re.IGNORECASE | re.DOTALL
)


def is_markup(text: str) -> bool:
    """Whether there is a tag in it, or a character written as markup writes it."""
    return bool(
        _IS_HTML.search(text) or re.search(r"&(?:#\d{1,6}|#x[\da-f]{1,5}|[a-z]{2,8});", text)
    )


def cut(raw: str, limit: int) -> str:
    """At most so many characters; cleaning takes more than their number in time."""
    return raw if len(raw) <= limit else raw[:limit].rpartition(" ")[0] or raw[:limit]


def safe(raw: str) -> str:
    """Without anything that runs, fetches or poses; empty where only plain words are left of it."""
    raw = cut(raw, LONGEST_MARKUP)
    if _is_deep(raw):
        return ""
    return nh3.clean(
        texts.cleaned(raw),
        tags=_SHOWN,
        attributes=_ATTRIBUTES,
        url_schemes=_SCHEMES,
        clean_content_tags=_WORDLESS,
        link_rel="noopener noreferrer nofollow",
        url_relative="deny",
    ).strip()


def paragraphs(raw: str) -> tuple[str, ...]:
    """The words between its blocks."""
    raw = cut(raw, LONGEST_MARKUP)
    if _is_deep(raw):
        return texts.paragraphs(html.unescape(_TAG.sub("\n\n", raw)))
    bare = nh3.clean(
        texts.cleaned(raw), tags=_BLOCKS, attributes={}, clean_content_tags=_WORDLESS, link_rel=None
    )
    parts = (texts.line(html.unescape(part)) for part in _BLOCK_TAG.split(bare))
    return tuple(filter(None, parts))


def words(raw: str) -> str:
    """One line of plain text, whether it came as markup or not."""
    raw = cut(raw, LONGEST_FIELD)
    return " ".join(paragraphs(raw)) if is_markup(raw) else texts.line(raw)


def _is_deep(raw: str) -> bool:
    """Nested beyond any story: cleaning takes the square of the depth."""
    depth = 0
    for closing, name in _OPENED_OR_CLOSED.findall(raw):
        if name.casefold() not in _NEED_NO_END:
            depth += -1 if closing else 1
        if depth > _DEEPEST:
            return True
    return False
