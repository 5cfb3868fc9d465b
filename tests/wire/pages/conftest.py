"""A wire for each test, with agency copy of our own making."""

import pytest

from tests.wire.sent_copy import Wire


@pytest.fixture
def wire(app) -> Wire:
    return Wire(app)
