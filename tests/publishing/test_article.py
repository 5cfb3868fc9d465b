"""What an article is made of, and that the same version always makes the same bytes."""

from dataclasses import replace

import pytest

from newsroom.publishing import canonical
from newsroom.publishing.article import summary
from newsroom.publishing.blocks import Crop, Figure, Heading, Listing, Paragraph, Quotation, Run
from newsroom.publishing.crediting import credit_as_printed
from newsroom.publishing.languages import language_of
from tests.publishing.articles import CREDITED, FACTS, QUAY, article, corrected, marked
from tests.stories.samples import block, figure


def listing(kind, *items):
    inside = [{"type": "list_item", "content": [block("paragraph", item)]} for item in items]
    return {"type": kind, "content": inside}


def rich():
    return article(
        figure("The quay.", 3, crop="10,0,50,100", **CREDITED),
        block("heading", "What is known", level=3),
        marked("Call the port.", "strong", "em", href="https://port.test/?a=1&b=2"),
        {"type": "blockquote", "content": [block("paragraph", "We wait.")]},
        listing("ordered_list", "Wind", "Waves"),
    )


def test_an_article_has_every_part_of_its_version():
    found = article()
    assert (found.headline, found.byline) == ("Ferry service halted by storm", "By Mira Stone")
    assert (found.dateline, found.credit_line) == ("PORT ELLEN", "With reporting by Coastal Wire")
    assert [one.name for one in found.authors] == ["Mira Stone"]
    assert [type(one) for one in found.body] == [Figure, Paragraph, Paragraph]
    assert found.facts is FACTS
    assert found.shown == ((found.figures[0], QUAY),)


def test_each_kind_of_block_is_kept_with_its_marks():
    figure_, heading, paragraph, quotation, points = rich().body
    assert figure_.crop == Crop(10, 0, 50, 100)
    assert heading == Heading(3, (Run("What is known"),))
    assert paragraph.text == (
        Run("Call the port.", strong=True, em=True, href="https://port.test/?a=1&b=2"),
    )
    assert quotation == Quotation(((Run("We wait."),),))
    assert points == Listing(True, ((Paragraph((Run("Wind"),)),), (Paragraph((Run("Waves"),)),)))


@pytest.mark.parametrize("made", [article, rich, corrected])
def test_an_article_is_read_back_as_it_was_written(made):
    assert canonical.read(canonical.write(made())) == made()


def test_the_same_version_makes_the_same_bytes():
    assert canonical.write(rich()) == canonical.write(rich())


def test_any_difference_makes_another_fingerprint():
    prints = {
        canonical.fingerprint(canonical.write(one))
        for one in (
            article(),
            article(headline="Ferry service halted"),
            article(facts=replace(FACTS, version=13)),
            article(pictures={3: replace(QUAY, copyright="")}),
        )
    }
    assert len(prints) == 4


def test_the_form_of_stored_articles_is_this_one():
    """Articles of years are stored so: change the form only together with its number."""
    made = article(block("paragraph", "The last boat left."), credit_line="")
    assert canonical.write(made) == (
        '{"authors":[{"name":"Mira Stone","person":true}],"body":[{"kind":"paragraph",'
        '"text":[{"em":false,"href":"","strong":false,"text":"The last boat left."}]}],'
        '"byline":"By Mira Stone","credit_line":"","dateline":"PORT ELLEN",'
        '"facts":{"captions_version":12,"copy_version":11,"corrections":[],"edition":1,'
        '"first_published_at":"2026-11-03T12:00:00.000000+00:00",'
        '"path":"2026/11/03/ferry-halted",'
        '"published_at":"2026-11-03T12:00:00.000000+00:00","story":7,"version":12},"form":1,'
        '"headline":"Ferry service halted by storm","language":"en","pictures":[],'
        '"standfirst":""}'
    )


def test_an_article_of_another_form_is_not_read_as_if_it_were_this():
    with pytest.raises(ValueError, match="form 2"):
        canonical.read(canonical.write(article()).replace('"form":1', '"form":2'))


def test_a_photo_without_a_size_to_show_is_not_shown():
    assert article(pictures={3: replace(QUAY, sizes=())}).shown == ()
    assert article(pictures={}).shown == ()


@pytest.mark.parametrize("crop", ["0,0,100,100", "100,0,50,50", "20,20,0,50"])
def test_a_crop_that_leaves_nothing_or_everything_is_none(crop):
    found = article(figure("The quay.", 3, crop=crop, **CREDITED))
    assert found.figures[0].crop is None


@pytest.mark.parametrize(
    ("creator", "credit", "printed"),
    [
        ("Mara Ellis", "Harbour Pictures", "Mara Ellis/Harbour Pictures"),
        ("Mara Ellis", "Mara Ellis/Harbour Pictures", "Mara Ellis/Harbour Pictures"),
        ("Mara Ellis/Harbour Pictures", "harbour pictures", "Mara Ellis/Harbour Pictures"),
        ("", "Harbour Pictures", "Harbour Pictures"),
        ("Mara Ellis", "", "Mara Ellis"),
    ],
)
def test_a_printed_credit_names_both_and_neither_twice(creator, credit, printed):
    assert credit_as_printed(creator, credit) == printed


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The last boat left at noon.", "en"),
        ("הסירה האחרונה יצאה בצהריים אל Port Ellen", "he"),
        ("غادر آخر قارب عند الظهر", "ar"),
        ("The captain, אבי, waits.", "en"),
        ("", "en"),
    ],
)
def test_the_language_is_that_of_most_letters(text, language):
    assert language_of(text) == language


def test_the_summary_is_the_standfirst_or_the_beginning_of_the_text():
    long = block("paragraph", "word " * 100)
    assert summary(article()) == "The last boat left at noon."
    cut = summary(article(long))
    assert cut.endswith("word…")
    assert len(cut) <= 201
