"""How the library is searched: by words, by the words of one field, by filters in the address."""

import pytest

from newsroom.db import db
from newsroom.photos import filling_in, library_queries, search_index, service, uses
from newsroom.photos.asked_words import MARK, asked_words, search_text
from newsroom.photos.facts import Words
from newsroom.photos.library_filter import LibraryFilter
from newsroom.photos.models import Photo
from newsroom.roles import Role
from newsroom.search_words import Term
from tests.factories import give_rights, make_person
from tests.photos import pictures
from tests.photos.test_library import ADMIN, add

PHOTOS = (
    ("quay.jpg", (60, 40), Words("Mara Ellis", "Mara Ellis/Flash90", "Ferries wait at the quay.")),
    ("port.png", (40, 60), Words("Tom Reed", "Tom Reed/AP", "The quay, where Mara works.")),
    ("harbour.png", (50, 50), Words("", "", "Harbour at night", usage_terms="No archive")),
)


@pytest.fixture
def library(change) -> None:
    for name, size, words in PHOTOS:
        photo = add(change, pictures.png(size), name)
        with change():
            service.change_facts(ADMIN, photo.id, words, 1)


def found(app, **asked: str) -> list[int]:
    with app.app_context():
        return [one.id for one in library_queries.page(LibraryFilter.read(asked)).photos]


def test_a_question_is_taken_apart_into_words_fields_and_what_is_left_out():
    asked = asked_words('quay "at night" by:Mara -crowd -credit:"AP Photo" harb* similar:12')
    assert asked.wanted == (
        Term(("quay",)),
        Term(("at", "night")),
        Term((f"creator{MARK}mara",)),
        Term(("harb",), begins=True),
    )
    assert asked.unwanted == (Term(("crowd",)), Term((f"credit{MARK}ap", f"credit{MARK}photo")))
    assert asked.like == 12
    assert asked_words("12:30 http://x.org").wanted == (
        Term(("12", "30")),
        Term(("http", "x", "org")),
    )
    assert asked_words('- "" : _').is_empty


def test_each_word_is_kept_a_second_time_with_its_field():
    text = search_text({"caption": "Über die Brücke", "usage_terms": "None"})
    assert text.split() == [
        *("uber", "die", "brucke", "none"),
        *(f"caption{MARK}{word}" for word in ("uber", "die", "brucke")),
        f"terms{MARK}none",
    ]


@pytest.mark.usefixtures("library")
def test_photos_are_found_by_words_phrases_fields_and_what_is_left_out(app):
    for question, wanted in {
        "quay": [2, 1],
        "mara": [2, 1],
        "creator:mara": [1],
        "by:ELLIS credit:flash90": [1],
        "agency:ap": [2],
        "file:harbour": [3],
        '"the quay"': [2, 1],
        '"quay the"': [],
        '"mara ellis"': [1],
        "quay -ferries": [2],
        "-quay": [3],
        "harb*": [3],
        "harb": [],
        "terms:archive": [3],
    }.items():
        assert found(app, q=question) == wanted, question


@pytest.mark.usefixtures("library")
def test_filters_of_the_address_narrow_the_library(app, change):
    with change():
        uses.keep_story(7, 1, {1, 2})
        uses.run(7, 1, {2}, db.session.get(Photo, 2).uploaded_at)
        world = make_person("ines", Role.REPORTER, "World")
        desk = world.grants[0].desk_id
        db.session.get(Photo, 3).uploaded_by_id = world.id
        uses.move_story(7, desk + 1)
        give_rights(2)
        taken = db.session.get(Photo, 1)
        taken.taken_at = taken.uploaded_at.replace(year=2026, month=5, day=3, hour=12)
    for asked, wanted in (
        ({"orientation": "landscape"}, [1]),
        ({"orientation": "portrait"}, [2]),
        ({"orientation": "square"}, [3]),
        ({"used": "story"}, [2, 1]),
        ({"used": "ran"}, [2]),
        ({"used": "no"}, [3]),
        ({"used": "no", "q": "quay"}, []),
        ({"rights": "set"}, [2]),
        ({"rights": "none"}, [3, 1]),
        ({"agency": "AP"}, [2]),
        ({"desk": str(desk)}, [3]),
        ({"desk": str(desk + 1)}, [2, 1]),
        ({"taken_from": "2026-05-03", "taken_to": "2026-05-03"}, [1]),
        ({"taken_to": "2026-05-02"}, []),
        ({"added_from": "2020-01-01", "sort": "oldest"}, [1, 2, 3]),
        ({"added_to": "2020-01-01"}, []),
        ({"sort": "taken"}, [1]),
        ({"orientation": "round", "desk": "x", "taken_from": "May", "sort": "by size"}, [3, 2, 1]),
    ):
        assert found(app, **asked) == wanted, asked


@pytest.mark.usefixtures("library")
def test_each_order_goes_on_behind_the_last_photo_of_a_page(app, change):
    with change():
        for photo in db.session.query(Photo):
            photo.taken_at = photo.uploaded_at.replace(year=2020 + photo.id % 3)
    for sort, q, wanted in (
        ("", "", [3, 2, 1]),
        ("", "-zeppelin", [3, 2, 1]),
        ("", "quay", [2, 1]),
        ("oldest", "quay", [1, 2]),
        ("taken", "", [2, 1, 3]),
        ("first-taken", "", [3, 1, 2]),
    ):
        numbers, after = [], None
        with app.app_context():
            for _ in wanted:
                page = library_queries.page(LibraryFilter(q=q, sort=sort), after, limit=1)
                numbers += [one.id for one in page.photos]
                after = page.older
        assert (numbers, after) == (wanted, None), sort


@pytest.mark.usefixtures("library")
def test_photos_of_before_the_index_are_put_into_it(app, change):
    with change():
        db.session.execute(db.text(f"DELETE FROM {search_index.TABLE}"))
        db.session.execute(db.text("UPDATE photo SET search_text = 'as it was', agency = ''"))
    assert found(app, q="quay") == []
    with app.app_context():
        assert filling_in.fill_in() == len(PHOTOS)
        assert filling_in.fill_in() == 0
    assert found(app, q="creator:mara") == [1]
    assert found(app, agency="AP") == [2]
