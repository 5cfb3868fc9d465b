"""What an article's body is made of: plain values, read from a document's nodes."""

from dataclasses import dataclass

from prosemirror.model import Node

from newsroom.photos import parts


@dataclass(frozen=True)
class Run:
    """Words that look alike throughout."""

    text: str
    strong: bool = False
    em: bool = False
    href: str = ""


Inline = tuple[Run, ...]


@dataclass(frozen=True)
class Crop:
    """The part of a photo that prints, in per cent of it."""

    left: float
    top: float
    width: float
    height: float

    @property
    def text(self) -> str:
        """As a document and a photo's renditions write it."""
        sides = (self.left, self.top, self.width, self.height)
        return ",".join(parts.per_cent(round(one * parts.HUNDREDTHS)) for one in sides)


@dataclass(frozen=True)
class Paragraph:
    text: Inline


@dataclass(frozen=True)
class Heading:
    level: int
    text: Inline


@dataclass(frozen=True)
class Quotation:
    paragraphs: tuple[Inline, ...]


@dataclass(frozen=True)
class Listing:
    ordered: bool
    items: tuple[tuple["Block", ...], ...]


@dataclass(frozen=True)
class Figure:
    """A picture as it prints, with who made it and whom to credit."""

    photo: int | None
    caption: Inline
    creator: str
    credit: str
    alt: str
    crop: Crop | None = None


Block = Paragraph | Heading | Quotation | Listing | Figure


def block(node: Node) -> Block:
    """One block of the schema's group `block`."""
    match node.type.name:
        case "paragraph":
            return Paragraph(inline(node))
        case "heading":
            return Heading(int(str(node.attrs["level"])), inline(node))
        case "blockquote":
            return Quotation(tuple(inline(child) for child in node.children))
        case "bullet_list" | "ordered_list" as name:
            items = (tuple(block(one) for one in item.children) for item in node.children)
            return Listing(name == "ordered_list", tuple(items))
        case "figure":
            return _figure(node)
        case other:
            raise ValueError(f"no article has a block of the kind {other}")


def inline(node: Node) -> Inline:
    return tuple(_run(child) for child in node.children)


def words(text: Inline) -> str:
    """The words alone."""
    return "".join(run.text for run in text).strip()


def _run(node: Node) -> Run:
    marks = {mark.type.name: mark for mark in node.marks}
    href = str(marks["link"].attrs["href"]) if "link" in marks else ""
    return Run(node.text or "", "strong" in marks, "em" in marks, href)


def _figure(node: Node) -> Figure:
    photo, crop = node.attrs["photo"], node.attrs["crop"]
    return Figure(
        photo=photo if isinstance(photo, int) else None,
        caption=inline(node),
        creator=str(node.attrs["creator"]).strip(),
        credit=str(node.attrs["credit"]).strip(),
        alt=str(node.attrs["alt"]).strip(),
        crop=crop_of(str(crop)) if crop else None,
    )


def crop_of(text: str) -> Crop | None:
    """The crop of "left,top,width,height"; none where it leaves nothing, or the whole."""
    found = parts.read(text)
    return None if found is None else Crop(*(_plain(one) for one in found.text.split(",")))


def _plain(per_cent: str) -> float:
    """Whole ones as the whole numbers they were before crops could be finer."""
    return float(per_cent) if "." in per_cent else int(per_cent)
