"""`newsroom people`: the first administrator of a new newsroom."""

import re

import pytest
from click.testing import CliRunner

from newsroom.accounts.commands import people
from newsroom.errors import Invalid, NotFound
from tests.page_client import Browser


@pytest.fixture
def newsroom(command_line: CliRunner):
    """Runs `newsroom people ...`."""
    return lambda *words, **more: command_line.invoke(people, words, catch_exceptions=False, **more)


ADD = ("add", "noa", "--full-name", "Noa Adler", "--email", "noa@gazette.test")


def test_the_made_password_opens_the_account(newsroom, app):
    said = newsroom(*ADD, "--role", "administrator").output
    assert "Noa Adler can sign in as noa." in said
    password = re.search(r"One-time password: (\S+)", said).group(1)
    browser = Browser(app)
    browser.sign_in("noa", password)
    assert "Change password" in browser.get("/people")


def test_a_typed_password_is_the_persons_own(newsroom, app):
    typed = "four plain words here\n" * 2
    newsroom(*ADD, "--role", "administrator", "--ask-password", input=typed)
    browser = Browser(app)
    browser.sign_in("noa", "four plain words here")
    assert "Noa Adler" in browser.get("/people")


def test_an_unknown_desk_is_refused_and_nobody_is_added(newsroom):
    with pytest.raises(NotFound, match="There is no desk Sport"):
        newsroom(*ADD, "--role", "editor", "--desk", "Sport")
    assert newsroom("list").output == ""


def test_a_name_longer_than_any_is_refused_and_nobody_is_added(newsroom):
    with pytest.raises(Invalid) as refusal:
        newsroom(*ADD[:3], "Noa " * 40, *ADD[4:], "--role", "editor")
    assert refusal.value.fields == {"full_name": "At most 120 characters."}
    assert newsroom("list").output == ""


def test_the_list_names_everybody_with_their_roles(newsroom):
    newsroom(*ADD, "--role", "administrator")
    assert newsroom("list").output == "noa\tNoa Adler\tAdministrator on all desks\n"
