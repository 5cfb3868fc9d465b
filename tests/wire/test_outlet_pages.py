"""The outlets' pages as people use them, each role for themselves."""

import pytest

from newsroom.wire import queries, service
from tests.factories import TEST_SET_UP

ROLES = ("reporter", "editor", "photo_desk", "administrator")
MAY_EDIT = ("editor", "administrator")
MILL = {
    "name": "The Mill Gazette",
    "aliases": "TMG\nMill Gazette",
    "type": "newspaper",
    "country": "GB",
    "domain": "mill.example",
}


@pytest.mark.parametrize("role", ROLES)
def test_everybody_may_look_an_outlet_up(browser, everyone, role):
    browser.sign_in("editor")
    browser.post("/wire/outlets/new", MILL)
    browser.post("/sign-out")
    browser.sign_in(role)
    listed = browser.get("/wire/outlets")
    assert "The Mill Gazette" in listed
    assert ("Add an outlet" in listed) == (role in MAY_EDIT)
    page = browser.get("/wire/outlets/1")
    assert "TMG" in page
    assert ("Change the outlet" in page) == (role in MAY_EDIT)


def test_signs_that_no_database_can_hold_are_left_out_of_an_outlet(editor):
    untidy = {"name": "The Mill\0 Gazette", "aliases": "T\0MG", "domain": "mill\0.example"}
    assert "The Mill Gazette is added" in editor.post("/wire/outlets/new", MILL | untidy)
    assert "TMG" in editor.get("/wire/outlets/1")


@pytest.mark.parametrize(
    ("outgrown", "sentence"),
    [
        ({"country": "ﬃ"}, "Two letters, as in GB."),
        ({"domain": "İ" * 250}, "At most 253 characters."),
    ],
)
def test_what_grows_too_long_when_it_is_tidied_is_refused(editor, outgrown, sentence):
    assert sentence in editor.post("/wire/outlets/new", MILL | outgrown, status=422)


def test_a_name_whose_letters_sort_as_two_each_is_kept(editor):
    assert "is added" in editor.post("/wire/outlets/new", MILL | {"name": "Straße" * 20})


@pytest.mark.parametrize("role", [role for role in ROLES if role not in MAY_EDIT])
def test_others_are_refused_with_a_sentence(browser, everyone, role):
    browser.sign_in(role)
    for path in ("/wire/outlets/new", "/wire/outlets/1/edit"):
        assert "You may not change outlets." in browser.get(path, status=403)
        browser.post(path, MILL, status=403)


def test_an_empty_list_says_what_will_stand_here(editor):
    page = editor.get("/wire/outlets")
    assert "No outlets yet" in page
    assert "/wire/outlets/new" in page.links


def test_a_search_without_an_answer_offers_to_add_it(editor):
    editor.post("/wire/outlets/new", MILL)
    page = editor.get("/wire/outlets?q=Harbour+Post")
    assert "No outlet has that name" in page
    assert "/wire/outlets/new?name=Harbour+Post" in page.links
    assert editor.get("/wire/outlets/new?name=Harbour+Post").values["name"] == "Harbour Post"


def test_an_editor_adds_an_outlet_and_tries_a_sentence(editor):
    page = editor.post("/wire/outlets/new", MILL)
    assert "The Mill Gazette is added" in page
    assert "added the outlet The Mill Gazette" in page
    tried = editor.get("/wire/outlets/1?try=An+official+told+TMG+that+it+rained.")
    assert "told: The Mill Gazette, said by An official, unnamed" in tried
    assert "No source is named in it." in editor.get("/wire/outlets/1?try=It+rained.")


def test_a_refused_outlet_keeps_the_words_and_says_what_is_wrong(editor):
    editor.post("/wire/outlets/new", MILL)
    page = editor.post("/wire/outlets/new", {**MILL, "name": "TMG"}, status=422)
    assert "“TMG” is a name of The Mill Gazette." in page
    assert page.values["name"] == "TMG"
    assert "Type the outlet’s name." in editor.post("/wire/outlets/new", {}, status=422)


def test_an_outlet_is_changed_and_its_history_says_how(editor):
    editor.post("/wire/outlets/new", MILL)
    form = editor.get("/wire/outlets/1/edit")
    assert form.values["domain"] == "mill.example"
    changed = {**MILL, "country": "IE", "revision": form.hidden["revision"]}
    assert "country GB → IE" in editor.post("/wire/outlets/1/edit", changed)
    refused = editor.post("/wire/outlets/1/edit", {**changed, "name": ""}, status=422)
    assert "Type the outlet’s name." in refused
    again = {**changed, "aliases": "x", "revision": "2"}
    assert "too short" in editor.post("/wire/outlets/1/edit", again, status=422)


def test_two_editors_of_one_outlet_the_second_sees_the_first(editor, app):
    editor.post("/wire/outlets/new", MILL)
    seen = editor.get("/wire/outlets/1/edit").hidden["revision"]
    editor.post("/wire/outlets/1/edit", {**MILL, "aliases": "MG", "revision": seen})
    mine = {**MILL, "aliases": "TMG\nThe Gazette", "revision": seen}
    page = editor.post("/wire/outlets/1/edit", mine, status=409)
    assert "Somebody changed this outlet while you were writing." in page
    assert "MG" in page
    editor.post("/wire/outlets/1/edit", {**mine, "revision": page.hidden["revision"]})
    with app.app_context():
        assert queries.outlet(1).facts.aliases == ("TMG", "The Gazette")


def test_a_long_list_is_read_page_by_page(editor, change):
    with change():
        service.load_outlets(TEST_SET_UP)
    first = editor.get("/wire/outlets")
    assert "390 outlets" in first
    (onward,) = [link for link in first.links if "after=" in link]
    second = editor.get(onward)
    assert "Back to the first" in second
    assert "Al-Quds Al-Arabi" in editor.get("/wire/outlets?q=quds&type=newspaper")
    assert "Reuters" not in editor.get("/wire/outlets?type=newspaper")


def test_an_outlet_that_is_not_there_is_not_found(editor):
    editor.get("/wire/outlets/7", status=404)
    editor.get("/wire/outlets/7/edit", status=404)
