"""Agency XML made harmless and plain: no document types, no entities, no namespaces."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html.entities import html5

from lxml import etree

from newsroom.wire.parsers.limits import MOST_VALUES
from newsroom.wire.parsers.texts import quoted

Element = etree._Element  # noqa: SLF001 - the class has no public name

_DECLARATION = re.compile(r"\s{0,9999}<\?xml[^>]{0,400}\?>")
_DOCTYPE = re.compile(r"<!DOCTYPE(?:[^\[<>]|\"[^\"]{0,999}\"){0,2000}", re.IGNORECASE)
_SUBSET_END = re.compile(r"\]\s{0,99}>")
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,30});")
_NAME = re.compile(r"[A-Za-z_][\w.-]{0,99}", re.ASCII)
_OF_XML = {"amp", "lt", "gt", "quot", "apos"}
_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udfff]")

DOCUMENT_TYPE = "The file names a document type (DTD); it was neither fetched nor used."
ENTITIES = "The file declares entities of its own; they were passed over."
BROKEN = "The XML is broken ({}); what could be read of it was taken."
DEEP = "Excessive depth"


@dataclass(frozen=True, slots=True)
class Tree:
    """Its root, names as they came; None where nothing of it is XML."""

    root: Element | None
    notes: tuple[str, ...] = ()


def tree_of(text: str) -> Tree:
    """Read leniently; what libxml2 has to mend is a note, and so is a document type."""
    text, notes = _without_document_type(_DECLARATION.sub("", text, count=1))
    text = _NOT_XML.sub("", _ENTITY.sub(_character, text)).lstrip()
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(text.encode("utf-8"), parser)
    except etree.XMLSyntaxError:
        root = None
    faults = [fault for fault in parser.error_log if fault.level_name != "WARNING"]
    if root is None:
        return Tree(None, (*notes, "The file begins like XML, but nothing of it could be read."))
    named = [fault for fault in faults if "amespace" not in fault.message]
    if named:
        notes.append(BROKEN.format(f"line {named[0].line}: {quoted(named[0].message)}"))
    etree.strip_elements(root, etree.Entity, with_tail=False)
    return Tree(root, tuple(notes))


def _without_document_type(text: str) -> tuple[str, list[str]]:
    """Without it there can be no entity, so nothing can be multiplied or fetched."""
    start = _prolog_end(text)
    found = _DOCTYPE.match(text, start)
    if found is None:
        return text, []
    end = found.end()
    notes = [DOCUMENT_TYPE]
    if text[end : end + 1] == "[":
        subset_end = _SUBSET_END.search(text, end)
        if "<!ENTITY" in text[end : subset_end.start() if subset_end else len(text)]:
            notes.append(ENTITIES)
        end = subset_end.end() if subset_end else len(text)
    else:
        end = text.find(">", end) + 1 or len(text)
    return text[end:], notes


def _prolog_end(text: str) -> int:
    """Where blanks, comments and instructions before the document end."""
    at = 0
    while True:
        at += len(text[at : at + 9_999]) - len(text[at : at + 9_999].lstrip())
        ends = {"<!--": "-->", "<?": "?>"}
        end = next((end for start, end in ends.items() if text.startswith(start, at)), "")
        stop = text.find(end, at) if end else -1
        if stop < 0:
            return at
        at = stop + len(end)


def _character(found: re.Match[str]) -> str:
    """&nbsp; and the like stand in feeds that declare no document type; others stay to be read."""
    name = found[1]
    if name in _OF_XML or f"{name};" not in html5:
        return found[0]
    return "".join(f"&#{ord(character)};" for character in html5[f"{name};"])


def plain(root: Element) -> Element:
    """The same tree with local names only: half the agencies leave their namespaces out."""
    for element in root.iter(etree.Element):
        element.tag = local_name(element)
    return root


def local_name(element: Element) -> str:
    """Also of a name whose prefix nobody declared; `x` where only a broken name is left."""
    name = str(element.tag).rpartition("}")[2].rpartition(":")[2]
    return name if _NAME.fullmatch(name) else "x"


def text_of(element: Element | None) -> str:
    """All words in it; empty where it is missing."""
    return "".join(element.itertext()) if element is not None else ""  # type: ignore[arg-type]


def text_at(element: Element, *paths: str) -> str:
    """The words at the first of these paths that has any."""
    for path in paths:
        for found in element.iterfind(path):
            words = text_of(found).strip()
            if words:
                return words
    return ""


def texts_at(element: Element, path: str) -> list[str]:
    """The words of each; what is nested in its like was said with that."""
    words = (text_of(found).strip() for found in outermost(element.iterfind(path)))
    return [each for each in words if each][:MOST_VALUES]


def outermost(elements: Iterable[Element]) -> Iterator[Element]:
    """Those that do not stand inside one of the same name: each part of a file is read once."""
    for element in elements:
        if next(element.iterancestors(str(element.tag)), None) is None:
            yield element


def attribute(element: Element | None, *names: str) -> str:
    """The first of these attributes that is there and not empty."""
    if element is None:
        return ""
    values = (str(element.get(name) or "").strip() for name in names)
    return next(filter(None, values), "")


def language_of(element: Element) -> str:
    return attribute(element, "{http://www.w3.org/XML/1998/namespace}lang", "lang")


def markup_of(elements: Iterable[Element]) -> str:
    """What stands in them as HTML, their own tags left out."""
    return "".join(
        (element.text or "").replace("&", "&amp;").replace("<", "&lt;")
        + "".join(etree.tostring(child, encoding="unicode", method="html") for child in element)
        for element in elements
    )
