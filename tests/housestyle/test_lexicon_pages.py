"""The lexicon as people use it, each role for themselves."""

import pytest

from newsroom.housestyle import queries

ROLES = ("reporter", "editor", "photo_desk", "administrator")
MAY_EDIT = ("editor", "administrator")
LVIV = {
    "preferred": "Lviv",
    "variants": "Lvov\nLwow",
    "exceptions": "Lvov Ballet",
    "concept_class": "place",
    "native": "Львів",
    "note": "As its people write it.",
    "reason": "settled at the desk meeting",
    "then": "live",
}


@pytest.mark.parametrize("role", ROLES)
def test_everybody_may_look_up_how_the_house_writes(browser, everyone, role):
    browser.sign_in("editor")
    browser.post("/lexicon/new", LVIV)
    browser.post("/sign-out")
    browser.sign_in(role)
    listed = browser.get("/lexicon?q=lwow")
    assert "Lviv" in listed
    entry = browser.get("/lexicon/1")
    assert "Lvov Ballet" in entry
    assert ("Change the entry" in entry) == (role in MAY_EDIT)
    assert ("Add an entry" in listed) == (role in MAY_EDIT)


def test_signs_that_no_database_can_hold_are_left_out_of_an_entry(editor):
    untidy = {name: text.replace(" ", " \0") for name, text in LVIV.items()}
    entry = editor.post("/lexicon/new", untidy | {"native": "Льв\0ів"})
    assert "Львів" in entry
    assert "As its people write it." in entry


@pytest.mark.parametrize("role", [role for role in ROLES if role not in MAY_EDIT])
def test_others_are_refused_with_a_sentence(browser, everyone, role):
    browser.sign_in(role)
    for path in ("/lexicon/new", "/lexicon/1/edit"):
        assert "You may not change house style." in browser.get(path, status=403)
    for path in ("/lexicon/new", "/lexicon/1/go-live", "/lexicon/1/archive"):
        browser.post(path, LVIV, status=403)


def test_an_empty_lexicon_says_what_will_stand_here(editor):
    page = editor.get("/lexicon")
    assert "The lexicon is empty" in page
    assert "/lexicon/new" in page.links


def test_a_search_without_an_answer_says_so(editor):
    editor.post("/lexicon/new", LVIV)
    assert "No entry has that spelling" in editor.get("/lexicon?q=Atlantis")


def test_an_editor_adds_an_entry_and_sees_its_page(editor):
    page = editor.post("/lexicon/new", LVIV)
    assert "Lviv is live." in page
    assert "added Lviv to the lexicon" in page
    assert "Why: settled at the desk meeting" in page


def test_a_draft_needs_no_reason_and_is_marked(editor, app):
    page = editor.post("/lexicon/new", {**LVIV, "then": "draft", "reason": ""})
    assert "Lviv is kept as a draft." in page
    assert "draft" in editor.get("/lexicon")
    page = editor.post("/lexicon/1/go-live", {"reason": "checked"})
    assert "Lviv is live" in page


def test_a_refused_entry_keeps_the_words_and_says_what_is_wrong(editor):
    page = editor.post("/lexicon/new", {**LVIV, "variants": "Lvov\nlviv"}, status=422)
    assert "“lviv” is the preferred spelling itself." in page
    assert page.values["preferred"] == "Lviv"
    page = editor.post("/lexicon/new", {**LVIV, "reason": ""}, status=422)
    assert "Say why" in page


def test_two_editors_of_one_entry_the_second_sees_the_first(editor, app):
    editor.post("/lexicon/new", LVIV)
    seen = editor.get("/lexicon/1/edit").hidden["revision"]
    editor.post("/lexicon/1/edit", {**LVIV, "variants": "Lemberg", "revision": seen})
    mine = {**LVIV, "variants": "Lvov\nLeopolis", "revision": seen}
    page = editor.post("/lexicon/1/edit", mine, status=409)
    assert "Somebody changed this entry while you were writing." in page
    assert "Lemberg" in page
    assert "Leopolis" in page
    editor.post("/lexicon/1/edit", {**mine, "revision": page.hidden["revision"]})
    with app.app_context():
        assert queries.concept(1).variants == ["Lvov", "Leopolis"]


def test_an_entry_is_archived_with_a_reason(editor):
    editor.post("/lexicon/new", LVIV)
    assert "Say why" in editor.post("/lexicon/1/archive", {"reason": " "}, status=422)
    page = editor.post("/lexicon/1/archive", {"reason": "left to the desks"})
    assert "Lviv is archived" in page
    assert "live → archived. Why: left to the desks" in page


def test_going_live_with_a_taken_spelling_names_its_owner(editor):
    editor.post("/lexicon/new", LVIV)
    editor.post("/lexicon/new", {**LVIV, "preferred": "Lemberg", "then": "draft"})
    page = editor.post("/lexicon/2/go-live", {"reason": "now"}, status=422)
    assert "“Lvov” is a variant of the entry Lviv." in page


def test_a_sentence_can_be_tried_on_an_entry(editor):
    editor.post("/lexicon/new", LVIV)
    page = editor.get("/lexicon/1?try=Lvov, the Lvov Ballet and “Lvov”")
    assert "Lvov Ballet “Lvov Ballet” is listed as a name" in page
    assert "In a quotation: left as it was said." in page
    assert "Nothing in it would change." in editor.get("/lexicon/1?try=Warsaw")


def test_what_is_not_there_is_not_found(editor):
    editor.get("/lexicon/77", status=404)
    editor.get("/lexicon/77/edit", status=404)
    editor.post("/lexicon/77/archive", {"reason": "x"}, status=404)


def test_an_entry_says_where_it_holds_who_looks_after_it_and_how_others_write(editor):
    told = {
        **LVIV,
        "elsewhere": "Lvov",
        "variants": "Lwow",
        "source": "Desk meeting of May",
        "must_change": "She left Lvov.",
        "must_stay": "The Lvov Ballet dances.",
        "channels": ["site"],
        "starts_on": "2026-01-05",
    }
    page = editor.post("/lexicon/new", told)
    for words in ("General English", "Desk meeting of May", "The Lvov Ballet dances."):
        assert words in page
    assert "The site, from 5 January 2026" in page
    form = editor.get("/lexicon/1/edit")
    assert form.values["elsewhere"] == "Lvov"
    assert form.values["starts_on"] == "2026-01-05"


def test_a_proof_that_fails_is_said_beside_its_field(editor):
    told = {**LVIV, "must_stay": "She left Lvov yesterday."}
    page = editor.post("/lexicon/new", told, status=422)
    assert "should stay, but Lvov would become Lviv." in page
    assert page.values["preferred"] == "Lviv"
