"""Search: what is found in copy, the same on both databases, whatever people type."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsroom import migrating
from newsroom.db import db, transaction
from newsroom.search_words import MOST_WORDS, Term, terms_of, words_of
from newsroom.wire import forgetting, search_index, wire_queries
from newsroom.wire.wire_filter import WireFilter

COPY = {
    "ferry": "The ferry was halted. Nobody was hurt, the harbour master said in Đà Nẵng.",
    "storm": "A storm closed the harbour. The master of the ferry don't sail, AT&T-style.",
    "paris": "L'Élysée: 3.5 million € — “état d’urgence”, naïve Ağrı STRASSE straße.",
    "tokyo": "東京で地震がありました。 津波の心配はありません。",
    "hebrew": "בִּירוּשָׁלַיִם נפתח היום הנמל. القدس",
    "signs": "user@host.example http://a.b/c?d=1 x_y 10.5% 👍 wow",
}
FOUND = [
    ("ferry", "ferry storm"),
    ("FERRY halted", "ferry"),
    ('"harbour master"', "ferry"),
    ("harbour master", "ferry storm"),
    ("“the ferry”", "ferry storm"),
    ('"of the"', "storm"),
    ('"the of"', ""),
    ('"the was"', ""),
    ('"was the"', ""),
    ('"ferry was"', "ferry"),
    ('"地震が"', "tokyo"),
    ('"震地"', ""),
    ("har* mas*", "ferry storm"),
    ("har", ""),
    ("h*", ""),
    ("da nang", "ferry"),
    ("don't", "storm"),
    ("at&t", "storm"),
    ("elysee", "paris"),
    ("ETAT D'URGENCE", "paris"),
    ("strasse", "paris"),
    ("3.5", "paris"),
    ("地震", "tokyo"),
    ("京東", ""),
    ("ירושלים", ""),
    ("בירושלים", "hebrew"),
    ("القدس", "hebrew"),
    ("user@host.example", "signs"),
    ("x_y", "signs"),
    ("host.exam*", "signs"),
    ("signs", "signs"),
    ("key-word", "ferry"),
    ("👍", ""),
    ("the", "ferry storm"),
]


@pytest.fixture
def copy(wire, app):
    for headline, body in COPY.items():
        more = {"keywords": ["Key word"]} if headline == "ferry" else {}
        wire.send(headline, body, **more)

    def found(question: str) -> str:
        with app.app_context():
            rows = wire_queries.page(1, WireFilter(q=question), None).rows
            return " ".join(reversed([row.item.headline for row in rows]))

    return found


@pytest.mark.parametrize(("question", "headlines"), FOUND)
def test_a_question_finds_its_items(copy, question, headlines):
    assert copy(question) == headlines


HOSTILE = ["'", '"', '""', "*", "OR", "NOT ferry", "a:*", "ferry)", "(", "<->", "& | !", "words:ferry",
           "NEAR(ferry storm)", "\\", "%", "ferry' OR 1=1 --", '"ferry', "^ferry", "-ferry", "{a b}: c",
           "\ud800", "\u202e", "a" * 5000, '" " * "', "ferry*storm", "***", ":*A", "‘’", "ʼ"]  # fmt: skip


@pytest.mark.parametrize("question", HOSTILE)
def test_no_question_is_an_error(copy, question):
    copy(question)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(max_size=40))
def test_nothing_that_can_be_typed_is_an_error(copy, question):
    copy(question)


def test_the_page_answers_signs_without_a_word(copy, editor):
    assert "Nothing on the wire says that" in editor.get("/wire?q=%22*%22+%26")


def test_an_item_that_is_forgotten_is_no_longer_found(copy, app, monkeypatch):
    monkeypatch.setattr(forgetting, "_before", forgetting.now)
    with app.app_context():
        assert forgetting.forget_old() == len(COPY)
    assert copy("ferry") == ""
    with app.app_context(), transaction():
        rows = db.session.execute(db.text(IN_THE_INDEX[search_index.dialect()])).scalar()
        assert rows == 0


IN_THE_INDEX = {
    "sqlite": "SELECT count(*) FROM wire_search WHERE wire_search MATCH 'ferry OR storm OR the'",
    "postgresql": "SELECT count(*) FROM wire_search",
}


def test_a_number_used_again_is_found_by_its_new_words_only(copy, wire, app, monkeypatch):
    monkeypatch.setattr(forgetting, "_before", forgetting.now)
    with app.app_context():
        forgetting.forget_old()
    wire.send("Later", "Quite another thing.")
    assert copy("ferry") == ""
    assert copy("another thing") == "Later"


def test_the_index_can_be_made_anew(copy, app):
    with app.app_context(), transaction():
        assert search_index.rebuild() == len(COPY)
    assert copy('"harbour master"') == "ferry"
    with app.app_context(), transaction():
        search_index.rebuild()
        search_index.remove([1])
    assert copy("ferry") == "storm"


def test_an_item_as_long_as_a_book_is_taken_in_and_found(wire, copy):
    word = "ȶ" * 70
    wire.send("Book", " ".join(f"{word}{n}" for n in range(MOST_WORDS + 50)))
    assert copy("book") == "Book"


@given(st.lists(st.text(max_size=50), max_size=5))
def test_words_hold_no_sign_that_a_database_could_read(texts):
    for word in words_of(texts):
        assert word
        assert all(c.isalnum() for c in word), word
        assert len(word.encode()) <= 60


@pytest.mark.parametrize(
    ("question", "terms"),
    [
        ("two words", [Term(("two",)), Term(("words",))]),
        ('"two words"', [Term(("two", "words"))]),
        ("begin*", [Term(("begin",), begins=True)]),
        ("b*", [Term(("b",))]),
        ("cease-fi*", [Term(("cease", "fi"), begins=True)]),
        ('"open', [Term(("open",))]),
        ("", []),
    ],
)
def test_a_question_is_its_terms(question, terms):
    assert terms_of(question) == terms


def test_copy_from_before_gets_the_pairs_of_its_words_by_the_migration(copy, app, database_url):
    def kept():
        with app.app_context():
            rows = [
                tuple(row) for row in db.session.execute(db.text(ALL_WORDS[search_index.dialect()]))
            ]
            db.session.remove()
            db.engine.dispose()
            return rows

    before = kept()
    migrating.downgrade(database_url, "0030_photo_uploads")
    assert (kept() != before) == database_url.startswith("postgresql")
    migrating.upgrade(database_url)
    assert kept() == before
    assert copy('"of the"') == "storm"


ALL_WORDS = {
    "sqlite": "SELECT rowid FROM wire_search WHERE wire_search MATCH 'the' ORDER BY rowid",
    "postgresql": "SELECT item_id, words FROM wire_search ORDER BY item_id",
}
