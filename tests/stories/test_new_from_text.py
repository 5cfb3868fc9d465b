"""New from text: what a person pastes, sees, changes, and has as a story."""

from io import BytesIO
from pathlib import Path
from unicodedata import normalize

import pytest

from newsroom.db import db
from newsroom.stories import documents, slugs
from newsroom.stories.models import Story
from tests.factories import make_person

SAMPLES = Path(__file__).parents[1] / "samples" / "intake"
TEXT = (SAMPLES / "paywall.txt").read_text(encoding="utf-8")


def made(newsroom, slug):
    """The story of that slug, and its document's parts as (name, words)."""
    with newsroom.app.app_context():
        story = db.session.query(Story).filter_by(slug=slug).one()
        document = documents.current(story.id, story.version)
        nodes = document.children
        return story, [(node.type.name, node.text_content, dict(node.attrs)) for node in nodes]


def found(browser, text=TEXT):
    return browser.post("/stories/from-text", {"text": text})


def sent(page, newsroom, **changes):
    """The confirmation form as its page shows it, with what the person changes."""
    return {
        "text": page.hidden["text"],
        "headline": page.values["headline"],
        "standfirst": "",
        "byline": page.values["byline"],
        "dateline": page.values["dateline"],
        "slug": page.values["slug"],
        "desk_id": newsroom.world,
        "priority": 5,
        **changes,
    }


def test_a_reporter_pastes_a_text_confirms_it_and_has_a_story(newsroom, browser):
    browser.sign_in("mira")
    page = found(browser)
    assert page.values["headline"] == "Cabinet Approves Budget for Northern Towns"
    assert page.values["dateline"] == "YERUSHALAYIM"
    assert page.values["byline"] == "By Mira"
    assert page.values["slug"] == "cabinet-approves-budget-northern-towns"
    assert page.values["figure-0-creator"] == "Yonatan Peretz"
    assert page.values["figure-0-credit"] == "Yonatan Peretz/Flash90"
    assert "Set aside: a subscription prompt" in page
    assert "3 paragraphs, 1 picture to come, 4 lines set aside" in page

    form = sent(page, newsroom)
    form |= {f"figure-0-{name}": page.values[f"figure-0-{name}"] for name in ("creator", "credit")}
    form["figure-0-caption"] = "Finance Minister Dan Levi presents the plan."
    assert "Cabinet Approves Budget" in browser.post("/stories/from-text/confirm", form)

    story, parts = made(newsroom, "cabinet-approves-budget-northern-towns")
    assert [name for name, _, _ in parts] == [
        "headline",
        "standfirst",
        "byline",
        "dateline",
        "figure",
        "paragraph",
        "paragraph",
        "paragraph",
        "credit_line",
    ]
    assert parts[3][1] == "YERUSHALAYIM"
    assert parts[4][1] == "Finance Minister Dan Levi presents the plan."
    assert parts[4][2]["creator"] == "Yonatan Peretz"
    assert (story.state, story.version) == ("draft", 0)


def test_a_person_puts_a_line_back_and_sets_a_paragraph_aside(newsroom, browser):
    browser.sign_in("mira")
    page = found(browser)
    form = sent(page, newsroom, drop=["1"], back=["3"], paragraph=["0"], slug="budget")
    browser.post("/stories/from-text/confirm", form)
    _, parts = made(newsroom, "budget")
    assert [words for name, words, _ in parts if name == "paragraph"] == [
        (
            "Finance Minister Dan Levi presents the plan in the Knesset, early Sunday."
            " (Yonatan Peretz/Flash90)"
        ),
        (
            "The cabinet on Sunday approved a budget of two billion shekels for towns along the"
            " northern border."
        ),
        "“Whoever lives on the border should not pay for it,” one of them was quoted as saying.",
        "Log in here",
    ]


def test_a_refused_confirmation_comes_back_with_all_that_was_typed(newsroom, browser):
    browser.sign_in("mira")
    page = found(browser)
    form = sent(page, newsroom, slug="Not A Slug!", headline="My headline", drop=["0"], back=["2"])
    form["figure-0-caption"] = "My caption."
    refused = browser.post("/stories/from-text/confirm", form, 422)
    assert "A slug is small letters, digits and single hyphens" in refused
    assert refused.values["headline"] == "My headline"
    assert "My caption." in refused
    assert refused.answer.text.count("checked") == 2
    assert refused.hidden["text"].split() == TEXT.split()


def test_numbers_of_rows_that_are_none_change_nothing(newsroom, browser):
    browser.sign_in("mira")
    page = found(browser)
    forged = ["-1", "99", "x", "9" * 5_000]
    browser.post("/stories/from-text/confirm", sent(page, newsroom, drop=forged, slug="forged"))
    _, parts = made(newsroom, "forged")
    assert [name for name, _, _ in parts].count("paragraph") == 3


def test_a_slug_that_is_taken_today_is_refused_beside_its_field(newsroom, browser):
    browser.sign_in("mira")
    page = found(browser)
    refused = browser.post(
        "/stories/from-text/confirm", sent(page, newsroom, slug="ferry-halted"), 422
    )
    assert "There is a story “ferry-halted” today already" in refused


def test_a_text_is_uploaded_in_whatever_encoding_it_is(newsroom, browser):
    browser.sign_in("mira")
    data = {"file": (BytesIO(TEXT.encode("utf-16")), "story.doc")}
    page = browser.post("/stories/from-text", data)
    assert page.values["dateline"] == "YERUSHALAYIM"


def test_a_guess_at_the_encoding_is_shown(newsroom, browser):
    browser.sign_in("mira")
    data = {"file": (BytesIO("Café news\n\nThe café is open.\n".encode("cp1252")), "story.txt")}
    assert "The text was read as Windows-1252" in browser.post("/stories/from-text", data)


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({"text": " \n "}, "Paste the story or choose a file."),
        ({"file": (BytesIO(b"%PDF-1.7"), "story.txt")}, "This is a PDF document, not plain text"),
        ({"text": "<!doctype html><p>Story"}, "This is the source of a web page"),
        ({"text": "a", "file": (BytesIO(b"b"), "b.txt")}, "Paste the text or choose a file, not"),
    ],
)
def test_what_is_no_text_is_refused_with_what_to_do(newsroom, browser, form, sentence):
    browser.sign_in("mira")
    assert sentence in browser.post("/stories/from-text", form, 422)


def test_a_text_past_the_limit_is_refused(newsroom, browser):
    browser.sign_in("mira")
    refused = browser.post("/stories/from-text", {"text": "a" * 1_000_001}, 422)
    assert "This text is longer than 1 MB" in refused


def test_the_text_can_be_changed_before_the_story_is_made(newsroom, browser):
    browser.sign_in("mira")
    page = found(browser)
    again = browser.post("/stories/from-text/confirm", sent(page, newsroom, again="1"))
    assert "Log in here" in again
    assert "New story from text" in again.headings


def test_what_was_written_over_the_text_stays_while_it_is_changed(newsroom, browser):
    browser.sign_in("mira")
    page = found(browser)
    changed = sent(page, newsroom, again="1", headline="Pilots back at work")
    again = browser.post("/stories/from-text/confirm", changed)
    assert "What you wrote over it is kept: headline" in again
    assert again.hidden["kept-headline"] == "Pilots back at work"
    form = {"text": page.hidden["text"], "kept-headline": "Pilots back at work"}
    third = browser.post("/stories/from-text", form)
    assert third.values["headline"] == "Pilots back at work"
    assert third.values["dateline"] == page.values["dateline"]


def test_an_editor_signs_nobody_else_s_text(newsroom, browser):
    browser.sign_in("tomas")
    assert found(browser).values["byline"] == ""


def test_the_photo_desk_makes_no_stories(newsroom, browser):
    browser.sign_in("pavel")
    browser.get("/stories/from-text", 403)


def test_a_desk_where_one_may_not_start_stories_is_refused(newsroom, browser, change):
    with change():
        make_person("noa", "reporter", "World")
    browser.sign_in("noa")
    page = found(browser)
    form = sent(page, newsroom, desk_id=newsroom.city)
    assert "Not a valid choice" in browser.post("/stories/from-text/confirm", form, 422)


def test_the_seed_story_is_pasted_and_becomes_a_draft(newsroom, browser, shared):
    browser.sign_in("mira")
    page = found(browser, (shared / "seed-story.txt").read_text(encoding="utf-8"))
    assert page.values["headline"].startswith("Report: Israel Wants")
    assert "9 paragraphs, 1 picture to come, 3 lines set aside" in page
    browser.post("/stories/from-text/confirm", sent(page, newsroom, slug="missions"))
    _, parts = made(newsroom, "missions")
    assert [name for name, _, _ in parts].count("paragraph") == 9


def test_of_marks_piled_on_a_headline_only_the_first_are_put_in_order(monkeypatch):
    longest = 0

    def noted(form: str, text: str) -> str:
        nonlocal longest
        longest = max(longest, len(text))
        return normalize(form, text)

    monkeypatch.setattr(slugs, "normalize", noted)
    assert slugs.slug_of("Ferry halted" + "\u0315\u0300" * 50_000) == "ferry-halted"
    assert longest == slugs.LOOKED_AT
