"""NewsML-G2 and NewsML 1: items, messages, packages, revisions."""

from newsroom.wire.items import Signal, Status, Subject
from tests.wire.parsers.samples import only, parsed, sample, utc


def test_a_g2_item_with_prefixes_blanks_and_a_zone_without_a_colon():
    item = only(sample("g2-item.xml"))
    assert item.headline == "Kelmark port wins its budget"
    assert item.paragraphs == (
        "The council of Kelmark passed the budget.",
        "The vote was seven to four.",
    )
    assert "<strong>seven</strong>" in item.html
    assert (item.provider, item.via) == ("Lighthouse News Service", ("Council press office",))
    assert (item.version, item.signal, item.status) == ("4", Signal.UPDATE, Status.USABLE)
    assert (item.updated, item.published) == (utc(2026, 5, 4, 11, 30), utc(2026, 5, 4, 7))
    assert item.embargo.until == utc(2026, 5, 5, 0, 1)
    assert item.usage_terms == ("Editorial use only. Not for use outside the Republic of Ireland.",)
    assert (item.byline, item.dateline) == ("Mats Oro and Lena Vik", "KELMARK, May 4 (LNS)")
    assert (item.language, item.priority, item.slugline) == ("en-GB", 3, "PORT-BUDGET")
    assert item.subjects == (Subject("medtop:20000593", "public finance"),)
    assert item.editors_note == "Adds reaction.\nEmbargoed until 0001 GMT Tuesday"
    assert item.notes == ()


def test_a_message_gives_each_item_and_a_package_ties_the_picture_to_the_story():
    story, tug, captain = sample("g2-message.xml").items
    assert story.byline == "By Tove Lindqvist, Harbour Correspondent"
    assert story.paragraphs[1] == "What comes next"
    assert story.pictures == tug.pictures
    (picture,) = tug.pictures
    assert (picture.href, picture.creator, picture.credit) == (
        "tug.jpg",
        "Ida Sorn",
        "Ida Sorn/LNS",
    )
    assert picture.usage_terms == "No archive"
    assert (captain.signal, captain.family) == (Signal.KILL, "urn:lns:8103")
    assert "not yet" in captain.notes[0]


def test_an_empty_embargo_of_g2_has_no_time():
    item = only(
        parsed(
            '<newsItem guid="a"><itemMeta><embargoed/></itemMeta><contentMeta><headline>H'
            "</headline></contentMeta></newsItem>"
        )
    )
    assert item.embargo.until is None


def test_of_a_field_and_a_note_that_differ_the_later_holds_and_is_noted():
    item = only(
        parsed(
            '<newsItem guid="a"><itemMeta><embargoed>2026-05-05T10:00Z</embargoed><edNote>'
            "Embargoed until 1200 GMT 6 May</edNote></itemMeta></newsItem>"
        )
    )
    assert item.embargo.until == utc(2026, 5, 6, 12)
    assert any("different times" in note for note in item.notes)


def test_an_embargo_that_cannot_be_read_holds_without_a_time():
    item = only(
        parsed(
            '<newsItem guid="a"><itemMeta><embargoed>after the speech</embargoed></itemMeta>'
            "<contentMeta><headline>H</headline></contentMeta></newsItem>"
        )
    )
    assert (item.embargo.until, item.embargo.words) == (None, "after the speech")
    assert "after the speech" in item.notes[0]


def test_a_package_alone_lists_what_it_names():
    item = only(
        parsed(
            '<packageItem guid="p"><contentMeta><headline>Top</headline></contentMeta><groupSet>'
            '<group><itemRef residref="a"><title>Ferry freed</title></itemRef></group></groupSet>'
            "</packageItem>"
        )
    )
    assert (item.headline, item.paragraphs) == ("Top", ("Ferry freed",))


def test_newsml_1_has_its_revision_rights_and_picture():
    delivery = sample("newsml-1.xml")
    item = only(delivery)
    assert delivery.format == "newsml 1"
    assert item.family == item.guid == "urn:newsml:lns.example:20260504:ferry-9001"
    assert (item.version, item.signal, item.priority) == ("3", Signal.UPDATE, 2)
    assert item.paragraphs == ("The ferry was pulled free.", "It goes to the yard at Ornøy.")
    assert (item.provider, item.via) == ("LNS", ("Coast Radio",))
    assert item.embargo.until == utc(2026, 5, 5, 6)
    assert item.usage_terms == ("Editorial use only. Not for use in Denmark",)
    assert item.subjects == (Subject("subj:03010000"),)
    (picture,) = item.pictures
    assert (picture.href, picture.width, picture.creator) == ("tow.jpg", 2000, "Ida Sorn")
    assert picture.caption == "The ferry under tow on Monday."
