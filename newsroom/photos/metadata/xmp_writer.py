"""The XMP block that every rendition carries, so that a credit is never dropped on the way."""

from xml.sax.saxutils import escape

from newsroom.photos.facts import PhotoFacts

NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
    "Iptc4xmpCore": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
    "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
}

TEXT = "{}"
LIST = "<rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq>"
LANGUAGES = '<rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt>'

WRITTEN: tuple[tuple[str, str, str], ...] = (
    ("creator", "dc:creator", LIST),
    ("caption", "dc:description", LANGUAGES),
    ("copyright", "dc:rights", LANGUAGES),
    ("credit", "photoshop:Credit", TEXT),
    ("headline", "photoshop:Headline", TEXT),
    ("source", "photoshop:Source", TEXT),
    ("instructions", "photoshop:Instructions", TEXT),
    ("usage_terms", "xmpRights:UsageTerms", LANGUAGES),
    ("alt", "Iptc4xmpCore:AltTextAccessibility", LANGUAGES),
)
"""Each fact, its property in the IPTC photo standard, and the form its value takes there."""

PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" {namespaces}>
{properties}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


def packet(facts: PhotoFacts) -> bytes:
    """Its facts as XMP; empty ones are left out, and so is where it was taken (GPS)."""
    properties = [
        _property(tag, form, getattr(facts.words, name))
        for name, tag, form in WRITTEN
        if getattr(facts.words, name)
    ]
    if facts.taken_at is not None:
        taken = facts.taken_at.isoformat(timespec="seconds")
        properties.append(_property("photoshop:DateCreated", TEXT, taken))
    if facts.digital_source:
        properties.append(_property("Iptc4xmpExt:DigitalSourceType", TEXT, facts.digital_source))
    namespaces = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    filled = PACKET.format(namespaces=namespaces, properties="\n".join(properties))
    return filled.encode("utf-8")


def _property(tag: str, form: str, value: str) -> str:
    return f"<{tag}>{form.format(escape(value))}</{tag}>"
