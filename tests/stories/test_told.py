"""Every move says what it did."""

from newsroom.stories.told import DONE
from newsroom.stories.views import ELSEWHERE
from newsroom.stories.workflow import BY_NAME


def test_each_move_of_the_story_page_says_what_it_did():
    assert set(DONE) == set(BY_NAME) - ELSEWHERE
