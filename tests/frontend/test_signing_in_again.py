"""A session that ends while its person writes: they sign in again in place and lose nothing."""

import pytest
from playwright.sync_api import expect

from newsroom.accounts import queries, service, signing_in
from newsroom.db import db
from newsroom.notifications import live
from newsroom.stories import authority, documents
from newsroom.stories.models import Story
from tests.factories import TEST_SET_UP
from tests.frontend.story_page import opened, saved, text_on_server, type_at_end_of
from tests.page_client import PASSWORD
from tests.people import sign_in
from tests.stories.samples import typed

pytestmark = [pytest.mark.journey, pytest.mark.in_page]


@pytest.fixture
def signed_out(jonas, address, newsroom):
    """The page of the reporter, who wrote on after their session had ended."""
    page = opened(jonas, address)
    with newsroom.change():
        signing_in.end_all(newsroom.jonas.id)
    type_at_end_of(page, "left at noon.", " Kept.")
    expect(page.locator(".editor-notices")).to_contain_text("You are signed out")
    return page


def notices(page):
    return page.locator(".editor-notices")


def dialog(page):
    return page.get_by_role("dialog", name="Sign in again")


def ask_again(page):
    notices(page).get_by_role("button", name="Sign in").click()
    expect(dialog(page)).to_be_visible()


def try_password(page, words):
    dialog(page).get_by_label("Password").fill(words)
    dialog(page).get_by_role("button", name="Sign in").click()


def come_back_to(page):
    """From another tab; that gives a page the focus, which under a test each of them has."""
    page.evaluate("window.dispatchEvent(new Event('focus'))")


def test_words_typed_while_signed_out_are_sent_once_the_person_is_in_again(signed_out, newsroom):
    page = signed_out
    expect(dialog(page)).to_have_count(0)  # never by force over somebody who is typing
    ask_again(page)
    expect(dialog(page).get_by_label("Name")).to_have_value("jonas")
    expect(dialog(page).get_by_label("Name")).not_to_be_editable()
    expect(dialog(page).get_by_label("Password")).to_be_focused()
    try_password(page, "not the password")
    expect(dialog(page).get_by_role("alert")).to_have_text(signing_in.WRONG)
    expect(dialog(page).get_by_label("Name")).to_have_value("jonas")
    expect(dialog(page).get_by_label("Password")).to_be_focused()
    assert "Kept." not in text_on_server(newsroom)
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    saved(page)
    expect(dialog(page)).to_have_count(0)
    expect(notices(page)).not_to_contain_text("signed out")
    assert text_on_server(newsroom).count("Kept.") == 1
    page.keyboard.type(" And on.")
    saved(page)
    assert "left at noon. Kept. And on." in text_on_server(newsroom)


def test_the_button_keeps_the_focus_while_the_page_goes_on_trying(signed_out):
    page = signed_out
    button = notices(page).get_by_role("button", name="Sign in")
    button.focus()
    for _ in range(2):  # the second is sent only once the refusal of the first was taken in
        with page.expect_response(lambda answer: answer.url.endswith("/steps")) as refused:
            pass
        assert refused.value.status == 401
    expect(button).to_be_focused()


def test_escape_leaves_the_words_and_the_way_in_where_they_are(signed_out):
    page = signed_out
    ask_again(page)
    page.keyboard.press("Escape")
    expect(dialog(page)).to_have_count(0)
    expect(page.get_by_role("textbox", name="The story")).to_be_focused()
    page.keyboard.type(" Still here.")
    expect(page.locator("#editor")).to_contain_text("Kept. Still here.")
    expect(page.locator("#save-state")).to_contain_text("Signed out")
    ask_again(page)


def test_the_page_hears_of_others_again_and_its_forms_work(signed_out, newsroom):
    page = signed_out
    live.close_all()  # as a stream ends by itself after a while
    with newsroom.change():
        story = db.session.get(Story, newsroom.story)
        steps = typed(documents.at(story.id, story.version), "left at noon.", " Meanwhile.")
        authority.commit(newsroom.tomas, story.id, story.version, "tab-1", steps)
    with page.expect_request("**/live?*"):
        ask_again(page)
        try_password(page, PASSWORD)
    saved(page)
    expect(page.locator("#editor")).to_contain_text("Meanwhile.")
    page.locator("label[for=tab-talk]").click()
    page.get_by_role("textbox", name="Comment").fill("Good to be back.")
    page.locator("#talk").get_by_role("button", name="Comment", exact=True).click()
    expect(page.locator("#talk")).to_contain_text("Good to be back.")
    page.get_by_role("button", name="Jonas").click()
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url("**/sign-in*")


def test_while_somebody_else_is_signed_in_at_this_browser_nothing_is_sent(
    jonas, signed_out, newsroom
):
    page, other = signed_out, jonas.open("/sign-in")
    sign_in(other, "tomas", PASSWORD)
    ask_again(page)
    try_password(page, PASSWORD)
    expect(dialog(page)).to_contain_text("Tomas is signed in at this browser now.")
    expect(page.locator("#save-state")).to_contain_text("Signed out")
    assert "Kept." not in text_on_server(newsroom)
    other.get_by_role("button", name="Tomas").click()
    other.get_by_role("button", name="Sign out").click()
    other.wait_for_url("**/sign-in*")
    try_password(page, PASSWORD)
    saved(page)
    assert text_on_server(newsroom).count("Kept.") == 1


def test_another_persons_name_and_password_are_refused_in_place(signed_out, newsroom):
    page = signed_out
    ask_again(page)
    dialog(page).get_by_label("Name").evaluate("field => { field.value = 'tomas' }")
    try_password(page, PASSWORD)
    expect(dialog(page).get_by_role("alert")).to_have_text(signing_in.ANOTHERS)
    expect(page.locator("#save-state")).to_contain_text("Signed out")
    assert "Kept." not in text_on_server(newsroom)


def test_who_was_given_a_temporary_password_is_told_to_choose_their_own(signed_out, newsroom):
    page = signed_out
    with newsroom.change():
        given = service.reset_password(TEST_SET_UP, queries.person_to_change(newsroom.jonas.id))
    ask_again(page)
    try_password(page, given)
    expect(dialog(page)).to_contain_text("Choose your own in another tab")
    page.keyboard.press("Escape")
    with page.expect_popup() as other:
        notices(page).get_by_role("link", name="Use another tab").click()
    new = "four words in no order"
    other.value.get_by_label("Present password").fill(given)
    other.value.get_by_label("New password", exact=True).fill(new)
    other.value.get_by_label("New password again").fill(new)
    other.value.get_by_role("button", name="Change password").click()
    expect(other.value.get_by_text("Your password is changed.")).to_be_visible()
    come_back_to(page)
    saved(page)
    assert text_on_server(newsroom).count("Kept.") == 1


def test_a_dialog_that_is_open_goes_when_the_person_came_in_by_another_tab(jonas, signed_out):
    page = signed_out
    ask_again(page)
    sign_in(jonas.open("/sign-in"), "jonas", PASSWORD)
    come_back_to(page)
    saved(page)
    expect(dialog(page)).to_have_count(0)
    expect(notices(page)).not_to_contain_text("signed out")
