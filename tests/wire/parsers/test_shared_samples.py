"""The samples beside the checkout: IPTC's own examples, agencies' items, and traps."""

import pytest

from newsroom.wire.items import Signal, Status
from newsroom.wire.terms import TermKind, terms_of
from tests.wire.parsers.samples import SHARED_SAMPLES, only, parsed, utc


@pytest.fixture
def read_shared(shared):
    return lambda name: parsed((shared / SHARED_SAMPLES / name).read_bytes())


@pytest.fixture
def crane(read_shared):
    return lambda name: only(read_shared(f"own/{name}"))


def test_every_file_is_an_item_or_a_note(shared):
    files = [path for path in (shared / SHARED_SAMPLES).rglob("*") if path.is_file()]
    silent = [path.name for path in files if not any(_said(parsed(path.read_bytes())))]
    assert len(files) > 40
    assert silent == []


def _said(delivery):
    return [*delivery.items, *delivery.notes]


@pytest.mark.parametrize("line", ["1.6", "2.2", "3.1"])
def test_the_same_ninjs_example_says_the_same_in_every_line(read_shared, line):
    story = only(read_shared(f"ninjs/{line}/005_complex_text_article.json"))
    both = only(read_shared(f"ninjs/{line}/007_multimedia.json"))
    assert story.headline == "Captain of wrecked cruise ship on trial in Italy"
    assert (len(story.paragraphs), story.dateline) == (4, "GROSSETO, Italy (AP)")
    assert story.byline == "Paulo Santalucia and Frances d'Emilio"
    assert story.published == utc(2013, 7, 9, 10, 37)
    assert [picture.width for picture in both.pictures] == [429, 280]
    assert all(picture.creator == "Paulo Santalucia" for picture in both.pictures)


def test_agencies_ninjs_has_its_provider_terms_and_pictures(read_shared):
    turkey = only(read_shared("ninjs/ap_image_3.0.json"))
    assert (turkey.provider, turkey.credit) == ("ASSOCIATED PRESS", "ASSOCIATED PRESS")
    assert turkey.via == ("DHA",)
    kinds = {term.kind: term.countries for term in terms_of(turkey.usage_terms)}
    assert kinds == {TermKind.EDITORIAL_USE_ONLY: (), TermKind.NOT_IN: ("TURKEY",)}
    assert (turkey.pictures[0].width, turkey.pictures[0].mime) == (3000, "image/jpeg")
    italy = only(read_shared("ninjs/SIPA_image_2.json"))
    (term,) = terms_of(italy.usage_terms)
    assert (term.kind, term.countries) == (TermKind.NOT_IN, ("Italy",))
    german = only(read_shared("ninjs/dpa_text_3.0.json"))
    assert (german.provider, german.language, len(german.paragraphs)) == ("dpa", "de", 9)


def test_g2_examples_have_embargo_terms_and_sources(read_shared):
    bubble = only(read_shared("g2/LISTING_1_A_NewsML-G2_News_Item.xml"))
    assert bubble.embargo.until == utc(2018, 10, 23, 12)
    (term,) = terms_of(bubble.usage_terms)
    assert (term.kind, term.countries) == (TermKind.ONLY_IN, ("United States",))
    text = only(read_shared("g2/LISTING_2_NewsML-G2_Text_Document.xml"))
    assert (text.provider, text.via) == ("Acme News and Media LLC", ("Associated Press",))
    assert len(text.paragraphs) == 2
    photo = only(read_shared("g2/LISTING_3_Photo_in_NewsML-G2.xml"))
    assert (photo.pictures[0].width, photo.pictures[0].creator) == (1500, "Spencer Platt")
    assert (
        len(read_shared("g2/LISTING_24_News_Message_conveying_a_complete_News_Package.xml").items)
        == 4
    )
    sports = only(read_shared("g2/LISTING_25_An_NITF_marked-up_article_conveyed_in_inlineXML.xml"))
    assert (sports.byline, len(sports.paragraphs)) == ("Sports Network", 1)


def test_the_crane_has_its_two_paragraphs_in_every_format(crane):
    for name in ("nitf_update.xml", "anpa1312_writethru.txt"):
        item = crane(name)
        assert item.paragraphs[0].endswith("injuring two dock workers, port officials said.")
        assert "We heard a crack and ran" in item.paragraphs[1]
        assert (item.provider, item.signal) == ("Example Wire", Signal.UPDATE)
    assert crane("rss_media.xml").headline == "Crane topples at Ostport harbour"
    assert crane("jsonfeed.json").byline == "Jo Marsh"


def test_the_crane_is_held_back_where_it_says_so(crane):
    g2 = crane("g2_embargo_empty.xml")
    assert (g2.status, g2.embargo.until) == (Status.WITHHELD, None)
    assert crane("nitf_update.xml").embargo.until == utc(2026, 5, 5, 12)
    assert crane("nitf_update.xml").expires == utc(2026, 6, 4, 12)
    assert crane("iptc7901_lead.txt").embargo.until == utc(2026, 5, 5, 12)
    assert crane("iptc7901_lead.txt").version == "2"


def test_the_crane_may_not_be_used_where_it_may_not(crane):
    terms = terms_of(crane("g2_embargo_empty.xml").usage_terms)
    assert [(t.kind, t.countries, t.days) for t in terms] == [
        (TermKind.DAYS_ONLINE, (), 30),
        (TermKind.NOT_IN, ("Norway",), None),
    ]
    assert crane("nitf_update.xml").usage_terms == ("Not for use in Norway.",)
    assert crane("rss_media.xml").usage_terms == ("Editorial use only.",)


def test_the_picture_of_the_crane_keeps_its_photographer(crane):
    for name in ("nitf_update.xml", "rss_media.xml"):
        (picture,) = crane(name).pictures
        assert (picture.creator, picture.credit) == ("L. Brandt", "L. Brandt/Example Wire")
        assert (picture.width, picture.height) == (600, 400)
        assert picture.caption.startswith("The fallen crane")
