"""Who works with photos in these tests."""

import pytest

from newsroom.roles import Role
from tests.factories import make_person
from tests.page_client import Browser


@pytest.fixture
def desk(browser: Browser, change) -> Browser:
    """The photo desk's browser; mara is a reporter, who may change what she added herself."""
    with change():
        make_person("photo", Role.PHOTO_DESK)
        make_person("mara", Role.REPORTER)
    browser.sign_in("photo")
    return browser
