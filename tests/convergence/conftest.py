"""A story that several people may write in, and the people."""

import shutil

import pytest

from tests.convergence.people import FRONTEND, Asked, People
from tests.stories.conftest import Newsroom


@pytest.fixture
def newsroom(app, change):
    return Newsroom(app, change)


@pytest.fixture(scope="session")
def people(tmp_path_factory):
    if not (FRONTEND / "node_modules" / "esbuild").is_dir():
        pytest.skip("the browser's packages are not installed")
    folder = tmp_path_factory.mktemp("people")
    with People(folder) as at_work:
        yield at_work
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def asked(newsroom, browser):
    """`asked(server, seed=3)`: what an editor of the desk writes in the story, at that server."""
    browser.sign_in("tomas")
    token = browser.token()
    jar = "; ".join(f"{one.key}={one.value}" for one in browser.client._cookies.values())
    return lambda server, **more: Asked(server, jar, token, newsroom.story, **more)
