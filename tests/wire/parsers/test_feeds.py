"""RSS, Atom and JSON Feed: entries with their pictures, kills, embargoes and broken dates."""

import pytest

from newsroom.wire.items import Signal, Status, Subject
from tests.wire.parsers.samples import parsed, sample, utc


@pytest.fixture(scope="module")
def rss():
    return sample("rss.xml")


@pytest.fixture(scope="module")
def atom():
    return sample("atom.xml")


def test_a_feed_says_where_to_subscribe(rss, atom):
    assert (rss.format, rss.hub, rss.topic) == (
        "rss",
        "https://push.lns.example/",
        "https://lns.example/all.rss",
    )
    assert (atom.format, atom.topic) == ("atom", "https://lns.example/business.atom")


def test_a_story_has_its_words_and_its_sources(rss):
    story = rss.items[0]
    assert story.headline == "Ferry stranded off Kelmark & 200 wait for tugs"
    assert story.paragraphs == (
        "A ferry ran aground off Kelmark on Sunday night.",
        "Nobody was hurt, the harbour master said.",
    )
    assert (story.byline, story.provider) == ("Tove Lindqvist", "Lighthouse News Service")
    assert (story.guid, story.family, story.version) == ("lns-4411", "lns-4411", "")
    assert story.published == utc(2026, 5, 4, 4, 30)
    assert (story.via, story.keywords) == (("Coast Radio",), ("shipping",))
    assert story.subjects == (Subject("medtop:20000337"),)
    assert story.copyright == "© 2026 Lighthouse News Service"


def test_a_description_of_a_picture_before_the_storys_does_not_replace_it(rss):
    assert rss.items[0].standfirst == "Two hundred people spent the night aboard."


def test_of_a_group_the_largest_picture_is_taken_with_its_own_words(rss):
    ferry, captain = rss.items[0].pictures
    assert ferry.href == "https://img.lns.example/ferry-large.jpg"
    assert (ferry.width, ferry.creator, ferry.credit) == (1600, "Ida Sorn", "Ida Sorn/LNS")
    assert ferry.caption == "Passengers wait on the quay at Kelmark on Monday."
    assert (captain.caption, captain.credit) == ("Captain Olav Brek", "Kelmark Harbour Authority")


def test_markup_is_kept_without_what_runs(rss):
    story = rss.items[0]
    assert "<b>the harbour master</b>" in story.html
    assert "steal" not in repr(story)


def test_a_kill_names_the_story_it_kills(rss):
    kill = rss.items[1]
    assert (kill.signal, kill.status, kill.family) == (Signal.KILL, Status.CANCELED, "urn:lns:4390")


def test_an_embargo_in_a_title_holds_and_terms_in_the_rights_count(rss):
    study = rss.items[2]
    assert study.embargo.until == utc(2026, 5, 6, 0, 1)
    assert study.usage_terms == ("No archive.", "Not for use in Iceland or Norway.")


def test_a_date_that_is_none_keeps_its_words_and_the_item(rss):
    weather = rss.items[3]
    assert weather.published is None
    assert "some time on Monday" in weather.notes[0]
    assert [picture.href for picture in weather.pictures] == ["https://img.lns.example/calm.png"]


def test_an_entry_with_nothing_in_it_is_a_note_and_the_others_are_read(rss):
    assert len(rss.items) == 4
    assert rss.notes == ("Entry 5 is no item that can be read; the others were.",)


def test_atom_tells_an_update_from_a_correction(atom):
    shares, fees = atom.items
    assert (shares.signal, fees.signal) == (Signal.UPDATE, Signal.CORRECTION)
    assert shares.headline == "UPDATE 2-Brekkil shares fall 4% after ferry stranding"
    assert (shares.published, shares.updated) == (utc(2026, 5, 4, 7, 10), utc(2026, 5, 4, 8, 55))
    assert shares.paragraphs[1] == "“We expected worse,” said analyst Rune Holt."
    assert (shares.byline, shares.dateline) == ("Mats Oro, Lena Vik", "KELMARK (LNS)")
    assert shares.subjects == (Subject("medtop:20000385", "market and exchange"),)
    assert shares.pictures[0].href == "https://img.lns.example/exchange.jpg"


def test_a_feed_whose_prefixes_nobody_declared_is_read():
    item = parsed(
        "<rss version='2.0'><channel><title>LNS</title><item><title>Tug sails</title>"
        "<media:content url='tug.jpg' medium='image'/><description>At dawn.</description>"
        "</item></channel></rss>"
    ).items[0]
    assert (item.headline, item.paragraphs) == ("Tug sails", ("At dawn.",))
    assert item.pictures[0].href == "tug.jpg"


def test_json_feed_gives_text_pictures_and_authors():
    feed = sample("feed.json")
    ferry, timetable = feed.items
    assert (feed.format, feed.hub) == ("json feed", "https://push.lns.example/")
    assert (ferry.byline, timetable.byline) == ("Tove Lindqvist", "LNS staff")
    assert (ferry.published, ferry.updated) == (utc(2026, 5, 4, 12, 5), utc(2026, 5, 4, 12, 40))
    assert [picture.href[-10:] for picture in ferry.pictures] == ["afloat.jpg", "divers.jpg"]
    assert timetable.paragraphs == ("First ferry at six.", "Last ferry at ten.")
    assert timetable.guid == "6002"
    assert "onerror" not in ferry.html
    assert feed.notes == ("Entry 2 is no item that can be read; the others were.",)


def test_a_feed_that_feedparser_trips_over_gives_its_plainest_fields(monkeypatch):
    def trip(*_, **__):
        raise KeyError("tags")

    monkeypatch.setattr("newsroom.wire.parsers.feeds.feedparser.parse", trip)
    delivery = sample("rss.xml")
    ferry = delivery.items[0]
    assert (ferry.guid, ferry.published) == ("lns-4411", utc(2026, 5, 4, 4, 30))
    assert ferry.paragraphs[0] == "A ferry ran aground off Kelmark on Sunday night."
    assert len(ferry.pictures) == 2
    assert "damaged" in delivery.notes[0]
