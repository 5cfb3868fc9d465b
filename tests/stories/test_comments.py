"""Talking about a story: threads that stay with their words, and say what must be fixed."""

from threading import Thread

import pytest

from newsroom.accounts import service
from newsroom.accounts.queries import person_to_change
from newsroom.db import db
from newsroom.errors import Conflict, Invalid, NotAllowed, NotFound
from newsroom.stories import comments, documents, queries
from newsroom.stories.comments import Place, Sent
from newsroom.stories.models import Story
from tests.stories.samples import place
from tests.stories.talking import WORDS, audited


def test_a_thread_is_about_its_words_and_keeps_what_was_said(held, newsroom):
    thread = held.start(newsroom.tomas)
    held.reply(newsroom.jonas, thread, "The harbour master.")
    [shown] = held.threads()
    assert (shown.row.words, held.text_of(shown)) == (WORDS, WORDS)
    assert [(c.author, c.row.text) for c in shown.comments] == [
        ("Tomas", "Who says so?"),
        ("Jonas", "The harbour master."),
    ]


def test_a_thread_follows_its_words_while_others_write_around_them(held, newsroom):
    held.start(newsroom.tomas)
    newsroom.type(newsroom.jonas, "very ", after="The ")
    newsroom.type(newsroom.jonas, "s all", after="boat")
    [shown] = held.threads()
    assert held.text_of(shown) == "last boats all left"
    assert not shown.deleted


def test_what_is_typed_at_the_edges_of_its_words_stays_out(held, newsroom):
    held.start(newsroom.tomas)
    newsroom.type(newsroom.jonas, " early", after="boat left")
    assert held.text_of(held.threads()[0]) == WORDS


def test_a_thread_whose_words_were_deleted_is_still_there_with_them(held, newsroom):
    held.start(newsroom.tomas)
    newsroom.erase(newsroom.jonas, WORDS)
    [shown] = held.threads()
    assert (shown.deleted, shown.row.words) == (True, WORDS)


def test_other_words_typed_where_deleted_ones_stood_are_not_taken_for_them(held, newsroom):
    held.start(newsroom.tomas)
    newsroom.erase(newsroom.jonas, WORDS)
    newsroom.check()
    newsroom.type(newsroom.jonas, "first boat left", after="The ")
    assert held.threads()[0].deleted


def test_a_check_brings_places_up_to_date_so_that_pages_need_no_steps(held, newsroom):
    thread = held.start(newsroom.tomas)
    newsroom.type(newsroom.jonas, "very ", after="The ")
    before = held.threads()[0].start
    newsroom.check()
    [shown] = held.threads()
    assert (shown.row.id, shown.row.version, shown.start) == (thread, 1, before)


def test_threads_stand_in_document_order_and_those_about_the_whole_story_first(held, newsroom):
    held.start(newsroom.tomas, "later", "at noon")
    held.start(newsroom.tomas, "sooner", "Ferry service")
    held.start(newsroom.tomas, "all of it", "")
    assert held.said() == [["all of it"], ["sooner"], ["later"]]


def test_a_thread_begun_on_an_older_version_stands_with_its_words(held, newsroom):
    with newsroom.app.app_context():
        begin = place(documents.at(newsroom.story, 0), WORDS)
    newsroom.type(newsroom.jonas, "very ", after="The ")
    with newsroom.change():
        comments.start(newsroom.tomas, newsroom.story, Place(0, begin, begin + 14), Sent("?", "f"))
    assert held.text_of(held.threads()[0]) == WORDS


@pytest.mark.parametrize(
    ("where", "error"),
    [
        (Place(0, 5, 5), Invalid),
        (Place(0, 9, 4), Invalid),
        (Place(0, -1, 4), Invalid),
        (Place(0, 1, 100_000), Invalid),
        (Place(7, 1, 4), Conflict),
        (Place(-1, 1, 4), Conflict),
    ],
)
def test_a_place_that_is_none_is_refused(newsroom, where, error):
    with pytest.raises(error), newsroom.change():
        comments.start(newsroom.tomas, newsroom.story, where, Sent("Where?", "form"))


@pytest.mark.parametrize("text", ["", " \n ", "x" * 5_001])
def test_a_comment_has_a_length(newsroom, text):
    with pytest.raises(Invalid, match="between 1 and 5,000 characters"), newsroom.change():
        comments.start(newsroom.tomas, newsroom.story, None, Sent(text, "form"))


def test_a_story_has_an_end_of_talk(held, newsroom, monkeypatch):
    monkeypatch.setattr(comments, "MOST_COMMENTS", 2)
    thread = held.start(newsroom.tomas)
    held.reply(newsroom.tomas, thread, "And who else?")
    with pytest.raises(Invalid, match="at most 2 comments"):
        held.reply(newsroom.tomas, thread, "And?")


def test_the_same_comment_sent_twice_is_kept_once(held, newsroom):
    first = held.start(newsroom.tomas, form="one")
    assert held.start(newsroom.tomas, form="one") == first
    held.reply(newsroom.jonas, first, "The master.", form="two")
    held.reply(newsroom.jonas, first, "The master.", form="two")
    assert held.said() == [["Who says so?", "The master."]]


def test_the_same_comment_sent_twice_at_the_same_moment_is_kept_once(held, newsroom):
    made = []

    def send():
        with newsroom.change():
            sent = Sent("@jonas, who says so?", "one")
            made.append(comments.start(newsroom.tomas, newsroom.story, None, sent).id)

    both = [Thread(target=send) for _ in range(2)]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert (len(made), len(set(made))) == (2, 1)
    assert len(held.waiting(newsroom.jonas)) == 1


def test_other_words_or_another_person_from_a_like_form_are_another_comment(held, newsroom):
    thread = held.start(newsroom.tomas, "One", form="one")
    held.reply(newsroom.tomas, thread, "One", form="one")
    held.reply(newsroom.tomas, thread, "Two", form="one")
    held.reply(newsroom.jonas, thread, "Two", form="one")
    assert held.said() == [["One", "One", "Two", "Two"]]


def test_a_thread_of_another_story_is_not_found_here(held, newsroom):
    thread = held.start(newsroom.tomas)
    with pytest.raises(NotFound), newsroom.change():
        comments.reply(newsroom.tomas, newsroom.other, thread, Sent("Here?", "form"))


def test_everybody_who_reads_the_story_talks_and_resolves(held, newsroom):
    thread = held.start(newsroom.mira)
    for person in (newsroom.pavel, newsroom.ada, newsroom.lena):
        held.reply(person, thread, f"So says {person.name}.")
    held.do("resolve", newsroom.pavel, thread)
    assert held.threads()[0].resolved_by == "Pavel"
    held.do("reopen", newsroom.ada, thread)
    assert held.threads()[0].row.open


def test_editors_of_the_desk_and_the_photo_desk_say_what_must_be_fixed(held, newsroom):
    thread = held.start(newsroom.mira)
    for person in (newsroom.mira, newsroom.jonas, newsroom.ada):
        with pytest.raises(NotAllowed, match="says what must be fixed"):
            held.do("demand", person, thread)
    held.do("demand", newsroom.pavel, thread)
    with pytest.raises(NotAllowed):
        held.do("release", newsroom.jonas, thread)
    held.do("release", newsroom.tomas, thread)
    assert not held.threads()[0].row.must_fix


def test_each_of_these_is_one_entry_of_the_audit_log(held, newsroom):
    thread = held.start(newsroom.jonas)
    assert audited(newsroom) == []
    for verb in ("demand", "demand", "resolve", "resolve", "reopen", "release"):
        held.do(verb, newsroom.tomas, thread)
    assert audited(newsroom) == [
        ("Tomas", "thread.must_fix"),
        ("Tomas", "thread.resolved"),
        ("Tomas", "thread.reopened"),
        ("Tomas", "thread.must_fix_cleared"),
    ]


def test_copy_is_not_passed_while_something_must_be_fixed(held, newsroom):
    newsroom.move(newsroom.jonas, "file")
    thread = held.start(newsroom.tomas)
    held.do("demand", newsroom.tomas, thread)
    newsroom.check()
    with pytest.raises(Invalid) as refused:
        newsroom.move(newsroom.tomas, "pass-copy")
    sentence = "Tomas’s comment on “last boat left” must be fixed, or resolved, first."
    assert refused.value.fields == {f"thread-{thread}": sentence}
    held.do("resolve", newsroom.jonas, thread)
    newsroom.move(newsroom.tomas, "pass-copy")


def test_copy_is_not_passed_again_while_something_must_be_fixed(held, newsroom):
    newsroom.through_copy()
    newsroom.type(newsroom.tomas, " sharp")
    newsroom.check()
    thread = held.start(newsroom.pavel, words="")
    held.do("demand", newsroom.pavel, thread)
    with pytest.raises(Invalid, match="on the whole story must be fixed, or resolved, first"):
        newsroom.move(newsroom.lena, "pass-copy-again")
    held.do("release", newsroom.pavel, thread)
    newsroom.move(newsroom.lena, "pass-copy-again")


def test_talking_changes_neither_the_document_nor_an_approval(held, newsroom):
    newsroom.through_copy()
    thread = held.start(newsroom.mira)
    held.reply(newsroom.tomas, thread, "See above.")
    for verb in ("demand", "resolve", "reopen"):
        held.do(verb, newsroom.tomas, thread)
    with newsroom.app.app_context():
        assert db.session.get(Story, newsroom.story).version == 0
        assert queries.approvals(newsroom.story)["copy"].lapsed_at is None


def test_who_is_named_is_told(held, newsroom):
    held.start(newsroom.tomas, "@jonas, call the port. @Lena.")
    for person in (newsroom.jonas, newsroom.lena):
        assert held.waiting(person) == [
            ("Tomas named you in ferry-halted", "@jonas, call the port. @Lena.")
        ]
    assert held.waiting(newsroom.mira) == []


def test_nobody_is_told_of_their_own_words_nor_twice_of_one_comment(held, newsroom):
    thread = held.start(newsroom.tomas, "@tomas must ask @jonas and @jonas")
    held.reply(newsroom.jonas, thread, "@tomas: I have.")
    assert held.waiting(newsroom.tomas) == [("Jonas named you in ferry-halted", "@tomas: I have.")]
    assert len(held.waiting(newsroom.jonas)) == 1


def test_an_answer_is_told_to_those_who_spoke_before(held, newsroom):
    thread = held.start(newsroom.tomas)
    held.reply(newsroom.pavel, thread, "The caption says so.")
    held.reply(newsroom.jonas, thread, "The harbour master.")
    for person in (newsroom.tomas, newsroom.pavel):
        assert held.waiting(person)[0] == ("Jonas answered in ferry-halted", "The harbour master.")
    assert held.waiting(newsroom.lena) == []


def test_who_does_not_work_here_any_more_and_who_never_did_are_told_nothing(held, newsroom):
    with newsroom.change():
        service.deactivate(newsroom.ada, person_to_change(newsroom.mira.id))
    held.start(newsroom.tomas, "@mira and @nobody and mail@lena")
    assert [held.waiting(one) for one in (newsroom.mira, newsroom.lena)] == [[], []]
    assert held.threads()[0].comments[0].row.named == ""


def test_threads_of_many_versions_cost_one_question_more_than_one(held, newsroom, browser):
    def cost():
        answer = browser.client.get(f"/stories/{newsroom.story}/threads")
        return len(answer.json["threads"]), int(answer.headers["X-SQL-Queries"])

    browser.sign_in("tomas")
    held.start(newsroom.tomas)
    newsroom.type(newsroom.jonas, " sharp")
    few = cost()
    for _ in range(4):
        held.start(newsroom.tomas)
        newsroom.type(newsroom.jonas, " sharp")
    assert cost() == (few[0] + 4, few[1])


def test_a_place_counts_in_the_browsers_units(held, newsroom):
    newsroom.type(newsroom.jonas, "\U0001f6a2 ", after="The ")
    with newsroom.change():
        # The ship is one character here and two units there.
        begin = place(documents.at(newsroom.story, 1), WORDS) + 1
        comments.start(newsroom.tomas, newsroom.story, Place(1, begin, begin + 14), Sent("?", "f"))
    assert held.threads()[0].row.words == WORDS
