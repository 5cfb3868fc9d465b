"""The photo library in the browser: by role, with every state a photo can be in."""

import json
from io import BytesIO

import pytest

from newsroom.db import transaction
from newsroom.photos import rendering, service
from newsroom.photos.facts import Words
from newsroom.roles import Role, machine
from tests.factories import give_rights, make_person
from tests.page_client import Page
from tests.photos import pictures
from tests.photos.test_library import ADMIN, CREDITED, add

FULL = Words(
    creator="Mara Ellis",
    credit="Mara Ellis/Harbour Pictures",
    caption="Ferries wait at the quay on Tuesday.",
    alt="Three white ferries",
)


@pytest.fixture(autouse=True)
def _people(change) -> None:
    with change():
        make_person("mara", Role.REPORTER)
        make_person("tom", Role.REPORTER)
        make_person("photo", Role.PHOTO_DESK)
        make_person("admin", Role.ADMINISTRATOR)


@pytest.fixture
def render(app):
    def _render(photo_id: int) -> None:
        with app.app_context():
            rendering.render(photo_id)

    return _render


@pytest.fixture
def desk(browser):
    browser.sign_in("photo")
    return browser


@pytest.fixture
def reporter(browser):
    browser.sign_in("mara")
    return browser


def send(browser, *files: tuple[str, bytes], status: int = 200, **headers: str):
    """POST the files as a browser's form does, following to the page it leads to."""
    form = {
        "csrf_token": browser.token(),
        "photos": [(BytesIO(data), name) for name, data in files],
    }
    answer = browser.client.post(
        "/photos", data=form, headers=headers, follow_redirects=not headers
    )
    assert answer.status_code == status, answer.text[:300]
    return answer


def test_an_empty_library_says_what_will_appear_and_offers_the_first_step(reporter):
    page = reporter.get("/photos")
    assert "No photos yet" in page
    assert "Every photo that is added stands here with its credit" in page
    assert "JPEG, PNG, WebP, AVIF, HEIC or TIFF, 60 MB at most" in page


def test_an_administrator_may_look_but_not_add(browser):
    browser.sign_in("admin")
    assert "Add photos" not in browser.get("/photos")
    answer = browser.client.post("/photos", data={"csrf_token": browser.token()})
    assert answer.status_code == 403


def test_nobody_sees_the_library_without_signing_in(browser, change, render):
    photo = add(change)
    render(photo.id)
    for path in ("/photos", f"/photos/{photo.id}", "/photos/choose"):
        assert browser.client.get(path).status_code == 302
    for path in (f"/photos/{photo.id}/renditions/thumb", f"/photos/{photo.id}/original"):
        assert browser.client.get(path).status_code == 302


def test_one_added_photo_leads_to_its_page_with_what_is_missing(reporter):
    page = Page(send(reporter, ("quay.jpg", CREDITED)))
    assert page.complaints() == []
    assert "The photo was added." in page or "One photo was added." in page
    assert "Ferry strike" in page
    assert "The renditions are being made." in page
    assert "Missing: the caption check will refuse without it." in page
    assert page.values["credit"] == "Mara Ellis/Harbour Pictures"
    assert page.values["alt"] == ""


def test_of_several_files_the_good_ones_are_kept_and_each_bad_one_has_its_sentence(reporter):
    answer = send(
        reporter,
        ("quay.jpg", CREDITED),
        ("logo.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        ("cut.png", pictures.png()[:200]),
        status=201,
    )
    page = Page(answer)
    assert page.complaints() == []
    assert "One photo was added." in page
    assert "logo.svg: This is an SVG drawing" in page
    assert "cut.png: The PNG file is damaged or breaks off" in page
    assert "Ferry strike" in reporter.get("/photos")


def test_several_good_files_lead_back_to_the_light_table(reporter):
    page = Page(send(reporter, ("a.png", pictures.png()), ("b.webp", pictures.webp())))
    assert "2 photos were added." in page
    assert "a.png" in page
    assert "b.webp" in page


def test_the_same_file_again_is_said_to_be_in_the_library(reporter):
    send(reporter, ("quay.jpg", CREDITED))
    page = Page(send(reporter, ("again.jpg", CREDITED)))
    assert "One photo was already in the library." in page


def test_sending_nothing_asks_for_files(reporter):
    page = Page(send(reporter, status=422))
    assert "Choose one or more files first." in page


def test_a_script_gets_ids_and_sentences_as_json(reporter):
    answer = send(
        reporter,
        ("quay.jpg", CREDITED),
        ("notes.txt", b"Dear desk"),
        status=201,
        Accept="application/json",
    )
    told = json.loads(answer.text)
    photo_id = told["id"]
    assert told["photos"] == [{"id": photo_id, "file_name": "quay.jpg", "already": False}]
    assert told["refused"] == [
        {
            "file_name": "notes.txt",
            "sentence": "This is not a picture that the library knows. Add a "
            "JPEG, PNG, WebP, AVIF, HEIC or TIFF.",
        }
    ]


def test_a_script_whose_only_file_is_refused_gets_422(reporter):
    answer = send(reporter, ("a.txt", b"text"), status=422, Accept="application/json")
    assert json.loads(answer.text)["id"] is None


def test_the_light_table_shows_each_photo_with_its_credit(desk, change, render):
    photo = add(change)
    bare = add(change, pictures.png((80, 60)), "bare.png")
    render(photo.id)
    page = desk.get("/photos")
    assert f'src="/photos/{photo.id}/renditions/thumb"' in page.answer.text
    assert "Mara Ellis/Harbour Pictures" in page
    assert f"/photos/{bare.id}" in page.links
    assert "Being prepared" in page
    assert "No credit" in page


def test_searching_shows_what_fits_or_says_that_nothing_does(desk, change):
    add(change)
    add(change, pictures.png((80, 60)), "bare.png")
    found = desk.get("/photos?q=ferry")
    assert "Ferry strike" in found
    assert "bare.png" not in found
    assert "No photo says “zeppelin”" in desk.get("/photos?q=zeppelin")


def test_the_library_goes_on_after_fifty(desk, change):
    for width in range(51):
        add(change, pictures.png((40 + width, 40)), f"n{width}.png")
    first = desk.get("/photos")
    older = next(link for link in first.links if "before=" in link)
    second = desk.get(older)
    assert "n0.png" not in first
    assert "n0.png" in second
    assert "n1.png" not in second
    assert "Back to the first" in second


@pytest.mark.parametrize("before", ["x", "-4", "0", "99999999999999999999"])
def test_a_strange_page_address_shows_the_first_page(desk, change, before):
    add(change)
    assert "Ferry strike" in desk.get(f"/photos?before={before}")


@pytest.mark.parametrize("number", ["x", "-4", "99999999999999999999"])
def test_a_strange_number_of_a_photo_offers_the_whole_choice(desk, change, number):
    add(change)
    assert "Ferry strike" in desk.get(f"/photos/choose?photo={number}")


def test_a_search_of_a_thousand_words_is_still_a_search(desk, change):
    add(change)
    many = "+".join(f"w{number}" for number in range(1_200))
    assert "No photo says" in desk.get(f"/photos?q={many}")


def test_a_photo_page_shows_the_print_as_it_will_stand(desk, change, render):
    photo = add(change)
    with change():
        service.change_facts(ADMIN, photo.id, FULL, 1)
    render(photo.id)
    page = desk.get(f"/photos/{photo.id}")
    assert f'src="/photos/{photo.id}/renditions/large"' in page.answer.text
    assert 'alt="Three white ferries"' in page.answer.text
    assert "Ferries wait at the quay on Tuesday. Mara Ellis/Harbour Pictures" in page
    assert "Missing" not in page
    assert "being made" not in page
    assert "3 November 2026" in page
    assert "JPEG, 600 × 400" in page
    assert "by the newsroom" in page


def test_a_photo_page_tells_what_was_found_odd_in_the_file(desk, change):
    photo = add(change, pictures.png(), "quay.jpg")
    assert "The file is called .jpg but holds a PNG." in desk.get(f"/photos/{photo.id}")


def test_a_failed_photo_says_why_and_can_be_tried_again(app, desk, change):
    photo = add(change)
    with app.app_context(), transaction():
        rendering.give_up(rendering.claim(photo.id), "The picture's data is damaged.")
    page = desk.get(f"/photos/{photo.id}")
    assert "The renditions could not be made. The picture's data is damaged." in page
    again = desk.post(f"/photos/{photo.id}/try-again")
    assert "The renditions are being made." in again


def test_a_photo_that_waits_for_the_disk_says_so(app, desk, change):
    photo = add(change)
    with app.app_context(), transaction():
        rendering.put_off(rendering.claim(photo.id), "The newsroom's disk is full.")
    page = desk.get(f"/photos/{photo.id}")
    assert "The newsroom's disk is full. The renditions wait and will be tried again." in page


def form_of(page: Page, **changes: str) -> dict[str, str]:
    return {**page.hidden, **page.values, **changes}


def test_the_photo_desk_sets_the_words_right(desk, change):
    photo = add(change)
    page = desk.get(f"/photos/{photo.id}")
    saved = desk.post(f"/photos/{photo.id}", form_of(page, alt="Three white ferries"))
    assert "Saved." in saved
    assert "Three white ferries" in saved


def test_who_added_a_photo_may_change_it_and_others_only_read(app, browser, change):
    browser.sign_in("mara")
    send(browser, ("quay.jpg", CREDITED))
    page = browser.get("/photos/1")
    assert "Save words" in page
    assert "by Mara" in page

    browser.post("/sign-out")
    browser.sign_in("tom")
    page = browser.get("/photos/1")
    assert "Save words" not in page
    assert "Alt text Missing" in page
    browser.post("/photos/1", {"revision": "1", "alt": "Ferries"}, status=403)


def test_two_people_who_set_one_photo_right_both_keep_their_words(desk, change):
    photo = add(change)
    page = desk.get(f"/photos/{photo.id}")
    with change():
        service.change_facts(ADMIN, photo.id, Words(alt="Three ferries"), 1)
    refused = desk.post(f"/photos/{photo.id}", form_of(page, caption="They wait."), status=409)
    assert "Somebody changed this photo while you wrote." in refused
    assert "What somebody else saved" in refused
    assert "Alt text Three ferries" in refused
    assert "They wait." in refused
    saved = desk.post(f"/photos/{photo.id}", form_of(refused, caption="They wait."))
    assert "Saved." in saved


def test_too_long_words_are_refused_beside_their_field_and_kept(desk, change):
    photo = add(change)
    page = desk.get(f"/photos/{photo.id}")
    long = "x" * 201
    refused = desk.post(f"/photos/{photo.id}", form_of(page, credit=long), status=422)
    assert "At most 200 characters." in refused
    assert refused.values["credit"] == long


def test_words_that_look_like_markup_are_shown_as_words(desk, change):
    photo = add(change)
    words = Words(caption="<script>alert(1)</script>", alt='"><img src=x onerror=y>')
    with change():
        service.change_facts(ADMIN, photo.id, words, 1)
    for path in ("/photos", f"/photos/{photo.id}", "/photos/choose"):
        page = desk.get(path)
        assert "<script>alert" not in page.answer.text
        assert "onerror=y>" not in page.answer.text.replace("onerror=y&gt;", "")


def test_the_editors_choice_carries_what_a_figure_needs(desk, change, render):
    photo = add(change)
    with change():
        service.change_facts(ADMIN, photo.id, FULL, 1)
    render(photo.id)
    text = desk.get("/photos/choose?q=quay+ferr").answer.text
    assert "<html" not in text
    for piece in (
        f'data-photo="{photo.id}"',
        'data-creator="Mara Ellis"',
        'data-credit="Mara Ellis/Harbour Pictures"',
        'data-caption="Ferries wait at the quay on Tuesday."',
        'data-alt="Three white ferries"',
        f'data-src="/photos/{photo.id}/renditions/medium"',
    ):
        assert piece in text
    assert "No photo says “zeppelin”." in desk.get("/photos/choose?q=zeppelin")


def test_the_editors_choice_says_which_photo_may_not_run(desk, change):
    photo = add(change)
    assert "May not run" in desk.get("/photos/choose")
    with change():
        give_rights(photo.id)
    assert "May not run" not in desk.get("/photos/choose")


def test_what_a_photo_need_not_say_is_folded_away_until_it_says_it(desk, change):
    photo = add(change, pictures.png(), "plain.png")
    folded = '<details class="fold">'
    assert folded in desk.get(f"/photos/{photo.id}").answer.text
    page = desk.get(f"/photos/{photo.id}")
    desk.post(f"/photos/{photo.id}", form_of(page, event="Ferry strike"))
    assert folded not in desk.get(f"/photos/{photo.id}").answer.text


def test_a_rendition_is_sent_as_what_it_is_and_may_be_kept(desk, change, render):
    photo = add(change)
    render(photo.id)
    path = f"/photos/{photo.id}/renditions/thumb"
    answer = desk.client.get(path, buffered=True)
    assert answer.content_type == "image/jpeg"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == "private, max-age=604800"
    assert pictures.opened(answer.data).size == (400, 267)
    same = desk.client.get(path, headers={"If-None-Match": answer.headers["ETag"]}, buffered=True)
    assert (same.status_code, same.data) == (304, b"")


@pytest.mark.parametrize("name", ["huge", "..%2f..%2fnewsroom.sqlite3", "thumb.jpg"])
def test_an_unknown_rendition_is_not_found(desk, change, render, name):
    photo = add(change)
    render(photo.id)
    assert desk.client.get(f"/photos/{photo.id}/renditions/{name}").status_code == 404


@pytest.mark.parametrize("number", ["77", "0", "99999999999999999999"])
def test_an_unknown_photo_is_not_found(desk, number):
    for path in ("", "/original", "/renditions/thumb"):
        assert desk.client.get(f"/photos/{number}{path}").status_code == 404


def test_the_original_is_a_download_and_nothing_else(reporter, change):
    photo = add(change, pictures.png(), "quay photo.jpg")
    answer = reporter.client.get(f"/photos/{photo.id}/original", buffered=True)
    assert answer.data == pictures.png()
    assert answer.content_type == "image/png"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="quay photo.png"'
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_the_number_of_queries_does_not_grow_with_the_library(desk, change, render):
    def queries_of(path: str) -> int:
        return int(desk.get(path).answer.headers["X-SQL-Queries"])

    first = add(change)
    render(first.id)
    few = queries_of("/photos")
    for width in range(30):
        render(add(change, pictures.png((40 + width, 40)), f"n{width}.png").id)
    assert queries_of("/photos") == few <= 10
    assert queries_of("/photos/choose") <= 5
    assert queries_of(f"/photos/{first.id}") <= 15


def test_an_import_by_nobody_shows_no_name(desk, change):
    photo = add(change, actor=machine("an import"))
    assert "by the newsroom" in desk.get(f"/photos/{photo.id}")
