"""A document as HTML for reading: what the editor shows before its script runs, and without one."""

from markupsafe import Markup, escape
from prosemirror.model import Node

from newsroom.stories.document import SINGLE
from newsroom.stories.suggestions import KINDS
from newsroom.stories.values import good_link

TAGS = {
    "headline": "h2",
    "standfirst": "p",
    "byline": "p",
    "dateline": "p",
    "credit_line": "p",
    "paragraph": "p",
    "blockquote": "blockquote",
    "bullet_list": "ul",
    "ordered_list": "ol",
    "list_item": "li",
    "strong": "strong",
    "em": "em",
    "insertion": "ins",
    "deletion": "del",
}


def html(document: Node) -> Markup:
    """Everything escaped; only the tags of the table come out."""
    return Markup("").join(_block(child) for child in document.children)


def _block(node: Node) -> Markup:
    if node.is_text:
        return _marked(node, escape(node.text or ""))
    return _marked(node, _structure(node))


def _structure(node: Node) -> Markup:
    name = node.type.name
    inside = Markup("").join(_block(child) for child in node.children)
    if name == "figure":
        return _figure(node, inside)
    if name == "heading":
        # The page's own heading is h1 and the headline h2: levels move down by one.
        return Markup("<h{0} dir=auto>{1}</h{0}>").format(int(str(node.attrs["level"])) + 1, inside)
    kind = Markup(' class="copy__{}"').format(name) if name in SINGLE else Markup("")
    return Markup("<{0}{1} dir=auto>{2}</{0}>").format(TAGS[name], kind, inside)


def _figure(node: Node, caption: Markup) -> Markup:
    photo = node.attrs["photo"]
    picture = (
        Markup('<img src="/photos/{}/renditions/{}" alt="{}">').format(
            photo, node.attrs["crop"] or "medium", node.attrs["alt"]
        )
        if photo
        else Markup('<span class="copy__awaited">This figure awaits its image.</span>')
    )
    credit = Markup('<span class="copy__credit">{}</span>').format(node.attrs["credit"])
    return Markup(
        '<figure class="copy__figure">{}<figcaption dir=auto>{} {}</figcaption></figure>'
    ).format(picture, caption, credit)


def _marked(node: Node, inside: Markup) -> Markup:
    for mark in node.marks:
        name = mark.type.name
        if name == "link":
            if good_link(mark.attrs["href"]):
                inside = Markup('<a href="{}" rel="noopener nofollow">{}</a>').format(
                    mark.attrs["href"], inside
                )
        elif name in KINDS:
            inside = Markup('<{0} class="mark-{1}">{2}</{0}>').format(TAGS[name], name, inside)
        else:
            inside = Markup("<{0}>{1}</{0}>").format(TAGS[name], inside)
    return inside
