"""An article as machines read it: linked data, cards, the feed; a credit in each of them."""

import json
from dataclasses import replace

import pytest
from defusedxml.ElementTree import fromstring

from newsroom.photos import source_types
from newsroom.publishing.formats import jsonld
from newsroom.publishing.formats.jsonld import news_article, script
from newsroom.publishing.formats.opengraph import properties
from newsroom.publishing.formats.rss import feed
from tests.publishing.articles import (
    BY,
    COMMONS,
    CREDITED,
    FACTS,
    MADE,
    QUAY,
    SITE,
    article,
    corrected,
)
from tests.stories.samples import block, figure

HOSTILE = '</script><!-- ]]> & "quoted" <b>\''
NAMESPACES = {
    "media": "http://search.yahoo.com/mrss/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "atom": "http://www.w3.org/2005/Atom",
}


def channel(*articles):
    found = fromstring(feed([(one, "World") for one in articles], SITE)).find("channel")
    assert found is not None
    return found


def test_linked_data_names_who_wrote_it_and_who_took_the_picture():
    said = news_article(article(), SITE, "World")
    address = "https://gazette.test/paper/2026/11/03/ferry-halted"
    assert (said["@type"], said["url"], said["articleSection"]) == ("NewsArticle", address, "World")
    assert said["author"] == [{"@type": "Person", "name": "Mira Stone"}]
    assert said["creditText"] == "With reporting by Coastal Wire"
    assert said["datePublished"] == said["dateModified"] == "2026-11-03T12:00:00+00:00"
    assert said["image"] == [
        {
            "@type": "ImageObject",
            "url": "https://gazette.test/paper/photos/3/large?v=aaaaaaaaaaaa",
            "contentUrl": "https://gazette.test/paper/photos/3/large?v=aaaaaaaaaaaa",
            "encodingFormat": "image/jpeg",
            "width": 2048,
            "height": 1365,
            "caption": "The quay on Tuesday evening.",
            "creator": {"@type": "Person", "name": "Mara Ellis"},
            "creditText": "Mara Ellis/Harbour Pictures",
            "copyrightNotice": "© 2026 Mara Ellis",
        }
    ]


def test_linked_data_names_the_licence_and_that_a_machine_made_the_picture():
    (said,) = news_article(article(pictures={3: MADE}), SITE, "World")["image"]
    assert said["license"] == BY
    assert said["acquireLicensePage"] == COMMONS.page
    assert said["description"] == "Picture made with AI"
    assert said["digitalSourceType"] == "https://schema.org/TrainedAlgorithmicMediaDigitalSource"
    older = replace(MADE, source_type="softwareImage", licence=replace(COMMONS, address=""))
    (said,) = news_article(article(pictures={3: older}), SITE, "World")["image"]
    assert said["license"] == COMMONS.page
    assert (
        said["digitalSourceType"] == "http://cv.iptc.org/newscodes/digitalsourcetype/softwareImage"
    )


def test_every_type_that_schema_org_names_is_one_of_the_iptcs():
    assert set(jsonld.SOURCE_TYPES) <= set(source_types.SOURCE_TYPES)


def test_linked_data_says_nothing_of_what_is_not_known():
    said = news_article(article(block("paragraph", "Words."), credit_line=""), SITE, "World")
    assert not said.keys() & {"description", "image", "correction", "creditText"}


def test_a_correction_is_said_in_linked_data():
    said = news_article(corrected(), SITE, "World")
    assert said["version"] == 2
    assert said["dateModified"] == "2026-11-04T09:30:00+00:00"
    assert said["correction"] == [
        {
            "@type": "CorrectionComment",
            "text": "The boat left at noon, not at one.",
            "datePublished": "2026-11-04T09:30:00+00:00",
        }
    ]


def test_no_word_can_end_the_script_that_holds_linked_data():
    said = news_article(article(headline=HOSTILE), SITE, HOSTILE)
    written = str(script(said))
    assert not set("<>&") & set(written)
    assert json.loads(written) == said


def test_the_card_shows_the_cut_picture_with_its_credit():
    said = dict(properties(article(), SITE, "World"))
    assert said["og:type"] == "article"
    assert said["og:title"] == "Ferry service halted by storm"
    assert said["og:description"] == "The last boat left at noon."
    assert said["og:image"] == "https://gazette.test/paper/photos/3/social?v=cccccccccccc"
    assert (said["og:image:width"], said["og:image:height"]) == ("1200", "630")
    assert said["og:image:alt"] == "An empty quay at dusk (Photo: Mara Ellis/Harbour Pictures)"


def test_the_card_says_what_a_picture_is_and_its_licence():
    said = dict(properties(article(pictures={3: MADE}), SITE, "World"))
    assert said["og:image:alt"] == (
        "An empty quay at dusk "
        "(Photo: Mara Ellis/Harbour Pictures; CC BY 4.0; Picture made with AI)"
    )


def test_a_card_without_a_picture_names_none():
    said = dict(properties(article(pictures={}), SITE, "World"))
    assert not [name for name in said if name.startswith("og:image")]


def test_the_feed_says_what_it_is_and_where_it_stands():
    found = channel(article())
    assert found.findtext("title") == "The Harbour Gazette"
    assert found.findtext("link") == "https://gazette.test/paper"
    assert found.findtext("lastBuildDate") == "Tue, 03 Nov 2026 12:00:00 +0000"
    link = found.find("atom:link", NAMESPACES)
    assert link is not None
    assert link.attrib["rel"] == "self"
    assert link.attrib["href"] == "https://gazette.test/paper/feed.xml"


def test_an_item_of_the_feed_is_the_whole_article():
    item = channel(article()).find("item")
    assert item is not None
    assert item.findtext("title") == "Ferry service halted by storm"
    assert item.findtext("guid") == "https://gazette.test/paper/2026/11/03/ferry-halted"
    assert item.findtext("dc:creator", namespaces=NAMESPACES) == "Mira Stone"
    assert item.findtext("category") == "World"
    assert item.findtext("description") == "The last boat left at noon."
    whole = item.findtext("content:encoded", namespaces=NAMESPACES) or ""
    assert "Nobody expects another before Friday." in whole
    assert "Photo: Mara Ellis/Harbour Pictures" in whole


def test_each_picture_of_the_feed_carries_its_credit():
    two = (figure("One.", 3, **CREDITED), figure("Two.", 3, **(CREDITED | {"creator": "Ada Lund"})))
    pictures = channel(article(*two)).findall("item/media:content", NAMESPACES)
    printed = [one.find("media:credit", NAMESPACES) for one in pictures]
    assert [one.text for one in printed] == [
        "Mara Ellis/Harbour Pictures",
        "Ada Lund/Harbour Pictures",
    ]
    assert {one.attrib["role"] for one in printed} == {"photographer"}
    assert pictures[0].attrib["url"].startswith("https://gazette.test/paper/photos/3/large")
    assert pictures[0].findtext("media:copyright", namespaces=NAMESPACES) == QUAY.copyright


def test_a_picture_of_the_feed_carries_its_licence_and_what_readers_must_know():
    item = channel(article(pictures={3: MADE})).find("item")
    assert item is not None
    media = item.find("media:content", NAMESPACES)
    licence = media.find("media:license", NAMESPACES)
    assert (licence.text, licence.attrib) == ("CC BY 4.0", {"type": "text/html", "href": BY})
    described = media.findtext("media:description", namespaces=NAMESPACES)
    assert described == "The quay on Tuesday evening. (Picture made with AI)"
    whole = item.findtext("content:encoded", namespaces=NAMESPACES) or ""
    assert ">Picture made with AI</span>" in whole
    assert f'<a href="{BY}"' in whole
    assert channel(article()).find("item/media:content/media:license", NAMESPACES) is None


@pytest.mark.parametrize("field", ["headline", "credit_line", "dateline", "byline"])
def test_hostile_words_leave_the_feed_well_formed(field):
    item = channel(article(**{field: HOSTILE})).find("item")
    assert item is not None
    if field == "headline":
        assert item.findtext("title") == HOSTILE


def test_the_newest_stands_first_and_an_empty_feed_is_a_feed():
    older = article(facts=replace(FACTS, path="2026/11/01/older"))
    links = [one.findtext("link") for one in channel(article(), older).findall("item")]
    assert [link.rpartition("/")[2] for link in links] == ["ferry-halted", "older"]
    assert channel().findall("item") == []


def test_the_same_articles_make_the_same_feed():
    assert feed([(article(), "World")], SITE) == feed([(article(), "World")], SITE)
