"""The newsroom served to a real browser: the application on a port of its own, and Chromium."""

import pytest

from tests.page_client import PASSWORD
from tests.people import seats
from tests.serving import serving
from tests.stories.conftest import Newsroom


@pytest.fixture
def newsroom(app, change):
    return Newsroom(app, change)


@pytest.fixture
def server(app):
    """Serves the pages and the live stream from one address, as the embedded default does."""
    with serving(app) as address:
        yield address


@pytest.fixture
def at_browser(chromium, server):
    """`at_browser("mira")` is a person signed in at a browser of their own."""
    with seats(chromium, server, PASSWORD) as sit:
        yield sit


@pytest.fixture
def jonas(at_browser, newsroom):
    """The reporter of the story."""
    return at_browser("jonas")


@pytest.fixture
def tomas(at_browser, newsroom):
    """The editor of its desk."""
    return at_browser("tomas")


@pytest.fixture
def address(newsroom):
    return f"/stories/{newsroom.story}"
