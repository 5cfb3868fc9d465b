"""A comment of one's own: its text is corrected or taken back while its thread is open."""

import pytest

from newsroom.db import db, now
from newsroom.errors import Conflict, Invalid, NotAllowed, NotFound
from newsroom.stories.comment_models import StoryThread
from tests.stories.talking import WORDS, audited

DELETED = "Deleted by its author"


@pytest.fixture
def thread(held, newsroom):
    """Tomas asks about the last boat."""
    return held.start(newsroom.tomas, "Who says so?")


@pytest.fixture
def asked(held, thread):
    return held.comment_saying("Who says so?")


def test_an_author_edits_their_comment_and_it_says_when(held, newsroom, asked):
    assert held.kept(asked).edited_at is None
    before = now()
    held.edit(newsroom.tomas, asked, " Who said so? ")
    assert held.said() == [["Who said so?"]]
    assert before <= held.kept(asked).edited_at <= now()


def test_the_same_edit_sent_twice_changes_nothing_twice(held, newsroom, asked):
    held.edit(newsroom.tomas, asked, "Who says so, @jonas?")
    first = held.kept(asked).edited_at
    held.edit(newsroom.tomas, asked, "Who says so, @jonas?")
    assert held.kept(asked).edited_at == first
    assert len(held.waiting(newsroom.jonas)) == 1


def test_of_two_pages_the_one_that_was_sent_last_wins(held, newsroom, asked):
    held.edit(newsroom.tomas, asked, "From one page.")
    held.edit(newsroom.tomas, asked, "From another.")
    assert held.said() == [["From another."]]


def test_only_its_author_edits_or_deletes_a_comment(held, newsroom, asked):
    for person in (newsroom.jonas, newsroom.lena, newsroom.ada):
        with pytest.raises(NotAllowed, match="Only its author"):
            held.edit(person, asked, "Mine now.")
        with pytest.raises(NotAllowed, match="Only its author"):
            held.delete(person, asked)
    assert held.said() == [["Who says so?"]]


def test_a_comment_of_another_story_is_not_found_here(held, newsroom, asked):
    for act in (
        lambda: held.edit(newsroom.tomas, asked, "Here?", newsroom.other),
        lambda: held.delete(newsroom.tomas, asked, newsroom.other),
        lambda: held.delete(newsroom.tomas, asked + 1),
    ):
        with pytest.raises(NotFound):
            act()


@pytest.mark.parametrize("text", ["", " \n ", "x" * 5_001])
def test_an_edited_comment_has_a_length_too(held, newsroom, asked, text):
    with pytest.raises(Invalid, match="between 1 and 5,000 characters"):
        held.edit(newsroom.tomas, asked, text)


def test_what_was_said_in_a_resolved_thread_stands_until_it_is_opened_again(
    held, newsroom, thread, asked
):
    held.do("resolve", newsroom.jonas, thread)
    with pytest.raises(Conflict, match="open it again"):
        held.edit(newsroom.tomas, asked, "Who said so?")
    with pytest.raises(Conflict, match="open it again"):
        held.delete(newsroom.tomas, asked)
    held.do("reopen", newsroom.tomas, thread)
    held.edit(newsroom.tomas, asked, "Who said so?")
    assert held.said() == [["Who said so?"]]


def test_who_is_named_for_the_first_time_by_an_edit_is_told_once(held, newsroom):
    held.start(newsroom.tomas, "@jonas, call the port.")
    comment = held.comment_saying("@jonas, call the port.")
    held.edit(newsroom.tomas, comment, "@jonas or @mira, call the port.")
    held.edit(newsroom.tomas, comment, "Call the port.")
    held.edit(newsroom.tomas, comment, "@jonas, @mira: call the port!")
    text = "@jonas, @mira: call the port!"
    for person in (newsroom.jonas, newsroom.mira):
        assert held.waiting(person) == [("Tomas named you in ferry-halted", text)]


def test_nobody_is_told_of_their_own_edit(held, newsroom, asked):
    held.edit(newsroom.tomas, asked, "@tomas must find out who says so.")
    assert held.waiting(newsroom.tomas) == []


def test_an_inbox_reads_what_the_comment_says_now(held, newsroom, thread):
    held.reply(newsroom.jonas, thread, "The master.")
    held.reply(newsroom.jonas, thread, "And the mate.")
    held.edit(newsroom.jonas, held.comment_saying("The master."), "The harbour master.")
    assert [words for _, words in held.waiting(newsroom.tomas)] == [
        "And the mate.",
        "The harbour master.",
    ]


def test_a_deleted_comment_keeps_its_place_but_nothing_of_its_text(held, newsroom, thread, asked):
    held.reply(newsroom.jonas, thread, "The harbour master.")
    held.delete(newsroom.tomas, asked)
    [shown] = held.threads()
    assert [c.author for c in shown.comments] == ["Tomas", "Jonas"]
    assert (shown.row.words, held.text_of(shown)) == (WORDS, WORDS)
    assert held.kept(asked).deleted_at is not None
    assert held.said() == [["", "The harbour master."]]


def test_deleting_twice_changes_nothing_twice(held, newsroom, thread, asked):
    held.reply(newsroom.jonas, thread, "The harbour master.")
    held.delete(newsroom.tomas, asked)
    first = held.kept(asked).deleted_at
    held.delete(newsroom.tomas, asked)
    assert held.kept(asked).deleted_at == first


def test_a_deleted_comment_is_not_edited_any_more(held, newsroom, thread, asked):
    held.reply(newsroom.jonas, thread, "The harbour master.")
    held.delete(newsroom.tomas, asked)
    with pytest.raises(Conflict, match="You deleted this comment"):
        held.edit(newsroom.tomas, asked, "Who said so?")


def test_what_was_deleted_waits_in_no_inbox_and_is_not_read_there(held, newsroom, browser):
    held.start(newsroom.tomas, "@jonas, call the port.")
    held.start(newsroom.tomas, "@jonas, and the dateline?", "PORT ELLEN")
    held.delete(newsroom.tomas, held.comment_saying("@jonas, call the port."))
    assert [words for _, words in held.waiting(newsroom.jonas)] == ["@jonas, and the dateline?"]
    browser.sign_in("jonas")
    page = browser.get("/inbox")
    assert "1 new" in page
    assert DELETED in page
    assert "call the port" not in page


def test_who_took_back_all_they_said_is_told_no_answer(held, newsroom, thread):
    held.reply(newsroom.pavel, thread, "The caption says so.")
    held.delete(newsroom.pavel, held.comment_saying("The caption says so."))
    held.reply(newsroom.jonas, thread, "The harbour master.")
    assert held.waiting(newsroom.pavel) == []
    assert len(held.waiting(newsroom.tomas)) == 1


def test_a_thread_nobody_answered_goes_with_its_only_comment(held, newsroom, thread, asked):
    held.start(newsroom.tomas, "And the headline?", "Ferry service")
    held.delete(newsroom.tomas, asked)
    held.delete(newsroom.tomas, asked)
    assert held.said() == [["And the headline?"]]


def test_a_thread_in_which_nothing_is_left_goes_too(held, newsroom, thread, asked):
    held.reply(newsroom.jonas, thread, "The harbour master.")
    held.delete(newsroom.tomas, asked)
    held.delete(newsroom.jonas, held.comment_saying("The harbour master."))
    assert held.said() == []


def test_nothing_more_happens_in_a_thread_that_is_gone(held, newsroom, thread, asked):
    held.delete(newsroom.tomas, asked)
    with pytest.raises(Conflict, match="deleted by its author"):
        held.reply(newsroom.jonas, thread, "The harbour master.")
    for verb in ("resolve", "reopen", "demand", "release"):
        with pytest.raises(Conflict, match="deleted by its author"):
            held.do(verb, newsroom.lena, thread)


def test_no_later_thread_gets_the_number_of_one_that_is_gone(held, newsroom, thread, asked):
    held.delete(newsroom.tomas, asked)
    assert held.start(newsroom.tomas, "And the headline?") > thread


def test_a_check_does_not_follow_the_words_of_a_thread_that_is_gone(held, newsroom, thread, asked):
    held.delete(newsroom.tomas, asked)
    other = held.start(newsroom.tomas, "And the headline?")
    newsroom.type(newsroom.jonas, "very ", after="The ")
    newsroom.check()
    with newsroom.app.app_context():
        versions = [db.session.get(StoryThread, one).version for one in (thread, other)]
    assert versions == [0, 1]


def test_deleting_ones_question_opens_no_gate_that_another_shut(held, newsroom, thread):
    newsroom.move(newsroom.jonas, "file")
    mine = held.start(newsroom.jonas, "Is this true?", "PORT ELLEN")
    held.do("demand", newsroom.tomas, mine)
    newsroom.check()
    held.delete(newsroom.jonas, held.comment_saying("Is this true?"))
    with pytest.raises(Invalid, match="Jonas’s comment on “PORT ELLEN” must be fixed"):
        newsroom.move(newsroom.tomas, "pass-copy")


def test_who_may_say_that_it_need_not_be_fixed_says_so_by_deleting_it(
    held, newsroom, thread, asked
):
    held.do("demand", newsroom.tomas, thread)
    held.delete(newsroom.tomas, asked)
    assert held.said() == []
    assert audited(newsroom) == [
        ("Tomas", "thread.must_fix"),
        ("Tomas", "thread.must_fix_cleared"),
    ]
