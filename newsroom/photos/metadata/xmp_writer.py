"""The XMP block that every rendition carries, so that a credit is never dropped on the way."""

from xml.sax.saxutils import escape

from newsroom.photos.facts import PhotoFacts
from newsroom.photos.metadata.written import ROWS, Row, value

NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
    "Iptc4xmpCore": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
    "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
    "plus": "http://ns.useplus.org/ldf/xmp/1.0/",
}

ITEM = "<rdf:li>{}</rdf:li>"
FORMS = {
    "text": "{}",
    "list": f"<rdf:Seq>{ITEM}</rdf:Seq>",
    "languages": '<rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt>',
}

PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" {namespaces}>
{properties}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""

MOST_BYTES = 65_000
"""What one segment of a JPEG holds beside the name of the block."""


def packet(facts: PhotoFacts) -> bytes:
    """Its facts as XMP; empty ones are left out, and so is where it was taken (GPS).

    Where it would not fit into a JPEG, the least needed facts are left out too.
    """
    properties = [_property(row, told) for row in ROWS if (told := value(facts, row.fact))]
    written = _filled(properties)
    while len(written) > MOST_BYTES:
        properties.pop()
        written = _filled(properties)
    return written


def _filled(properties: list[str]) -> bytes:
    namespaces = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    return PACKET.format(namespaces=namespaces, properties="\n".join(properties)).encode("utf-8")


def _property(row: Row, told: str) -> str:
    if row.form == "bag":
        items = "".join(ITEM.format(escape(one)) for one in told.split("\n"))
        return f"<{row.property}><rdf:Bag>{items}</rdf:Bag></{row.property}>"
    return f"<{row.property}>{FORMS[row.form].format(escape(told))}</{row.property}>"
