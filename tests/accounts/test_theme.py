"""Light, dark, or as the device has it."""

from tests.page_client import Browser


def test_a_visitor_chooses_dark_and_goes_back_to_the_device(browser: Browser):
    assert "data-theme" not in browser.get("/sign-in").answer.text
    page = browser.get("/sign-in")
    form = {"theme": "dark", "next": "/sign-in", "csrf_token": page.hidden["csrf_token"]}
    answer = browser.client.post("/theme", data=form)
    assert answer.location == "/sign-in"
    assert 'data-theme="dark"' in browser.get("/sign-in").answer.text
    browser.client.post("/theme", data={**form, "theme": ""})
    assert "data-theme" not in browser.get("/sign-in").answer.text


def test_a_theme_that_does_not_exist_is_as_the_device_has_it(browser: Browser):
    browser.client.set_cookie("theme", '"><script>')
    assert "data-theme" not in browser.get("/sign-in").answer.text
