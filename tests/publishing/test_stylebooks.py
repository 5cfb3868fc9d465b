"""What a channel with a stylebook of its own prints of a story."""

import pytest

from newsroom.housestyle import queries as entries
from newsroom.housestyle import service as lexicon
from newsroom.housestyle.entries import ConceptClass, EntryFacts
from newsroom.housestyle.stylebooks import Channel, Stylebook
from newsroom.publishing import queries
from newsroom.publishing.blocks import words
from newsroom.roles import machine
from tests.stories.samples import block, figure, text


@pytest.fixture
def jerusalem(paper, monkeypatch):
    monkeypatch.setattr(lexicon, "enqueue", lambda *_: None)
    entry = EntryFacts(
        ConceptClass.PLACE,
        "Yerushalayim",
        ("Yerushalaim",),
        ("Yerushalayim Chamber Choir",),
        elsewhere=((Stylebook.GENERAL, "Jerusalem"),),
    )
    with paper.change():
        return lexicon.add_concept(machine("set-up"), entry, "the house’s way").id


def put_out(paper):
    bold = {
        "type": "paragraph",
        "content": [
            text("Old ", {"type": "em"}),
            text("Yerushalayim", {"type": "strong"}),
            text("’s gates"),
        ],
    }
    picture = figure(
        "A gate of Yerushalayim.",
        paper.photo,
        creator="Mara Ellis",
        credit="Harbour Pictures",
        alt="The wall of Yerushalayim at dusk",
    )
    return paper.put_out(
        "gates",
        picture,
        bold,
        block(
            "paragraph",
            "“I walked to Yerushalayim,” she said, and the Yerushalayim Chamber Choir sang.",
        ),
        headline="Gates of Yerushalayim open",
        dateline="YERUSHALAYIM",
    )


def test_the_site_prints_the_house_spelling_and_the_syndication_feed_the_general_one(
    paper, jerusalem
):
    put_out(paper)
    with paper.app.app_context():
        [(house, _)] = queries.newest_articles()
        [(general, _)] = queries.newest_articles(Channel.SYNDICATION)
    assert house.headline == "Gates of Yerushalayim open"
    assert general.headline == "Gates of Jerusalem open"
    assert general.dateline == "JERUSALEM"
    pictured, marked, said = general.body
    assert words(pictured.caption) == "A gate of Jerusalem."
    assert pictured.alt == "The wall of Jerusalem at dusk"
    assert [(run.text, run.strong, run.em) for run in marked.text] == [
        ("Old ", False, True),
        ("Jerusalem", True, False),
        ("’s gates", False, False),
    ]
    assert words(said.text) == (
        "“I walked to Yerushalayim,” she said, and the Yerushalayim Chamber Choir sang."
    ), "a quotation and a proper name print as they are"


def test_what_was_syndicated_stays_when_the_lexicon_changes(paper, jerusalem):
    put_out(paper)
    before = paper.read("/paper/syndication.xml")
    with paper.change():
        entry = entries.concept_to_change(jerusalem)
        lexicon.archive_concept(machine("set-up"), entry, "left to the desks")
    after = paper.read("/paper/syndication.xml")
    assert "Gates of Jerusalem open" in before.text
    assert before.data == after.data
    assert after.headers["ETag"]
    assert "Set-Cookie" not in after.headers
    assert "Gates of Yerushalayim open" in paper.read("/paper/feed.xml").text
