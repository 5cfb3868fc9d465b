"""The paper as its readers get it: credited, without a cookie, and asked for twice sent once."""

import json
import re
from datetime import timedelta

import pytest
from defusedxml.ElementTree import fromstring

from newsroom.db import db, now
from newsroom.photos import deciding, rendering
from newsroom.photos.models import Photo
from newsroom.photos.rights.categories import Detail, Kind
from newsroom.publishing import pages, paper_views, queries
from newsroom.publishing.models import Article
from tests.factories import give_rights
from tests.page_client import Page

LIKE_READERS = ("/paper", "/paper/feed.xml", "/paper/desks/world")
MOST_QUERIES = 3


@pytest.fixture
def published(paper):
    return paper.put_out()


def page_of(answer):
    found = Page(answer)
    assert found.complaints() == []
    return found


def test_the_article_page_prints_the_whole_article(paper, published):
    page = page_of(paper.read(f"/paper/{published.path}"))
    assert page.status == 200
    assert page.headings == ["Ferry service halted by storm"]
    assert "By Mira Stone" in page
    assert "PORT ELLEN — The last boat left at noon." in page
    assert "The quay on Tuesday evening. Photo: Mara Ellis/Harbour Pictures" in page


def test_the_article_page_carries_linked_data_and_a_card(paper, published):
    text = paper.read(f"/paper/{published.path}").text
    [written] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
    said = json.loads(written)
    assert said["image"][0]["creditText"] == "Mara Ellis/Harbour Pictures"
    assert said["url"] == f"http://newsroom.test/paper/{published.path}"
    assert '<meta property="og:type" content="article">' in text
    assert f'<link rel="canonical" href="http://newsroom.test/paper/{published.path}">' in text


def test_hostile_words_come_out_as_text_on_every_page(paper):
    hostile = "<script>alert('x')</script>\"><b>"
    made = paper.put_out("ferry-halted", headline=hostile, byline=hostile, dateline=hostile)
    for path in (*LIKE_READERS, f"/paper/{made.path}"):
        text = paper.read(path).text
        assert "<script>alert" not in text
        assert '"><b>' not in text


def test_a_free_photo_stands_with_its_licence_in_the_article_the_lists_and_the_feed(paper):
    with paper.change():
        details = {
            Detail.LICENCE: "CC BY-SA 4.0",
            Detail.SOURCE: "Wikimedia Commons",
            Detail.OWNER: "Mara Ellis",
            Detail.LINK: "https://commons.example/quay",
        }
        give_rights(paper.photo, Kind.COMMONS, details=details)
    with paper.app.app_context():
        rendering.render(paper.photo)
    made = paper.put_out()
    deed = "https://creativecommons.org/licenses/by-sa/4.0/"
    article = paper.read(f"/paper/{made.path}").text
    for text in (article, paper.read("/paper").text):
        assert f'<a href="{deed}" rel="license external noopener">CC BY-SA 4.0</a>' in text
        assert 'from <a href="https://commons.example/quay"' in text
    assert f'"license":"{deed}","acquireLicensePage":"https://commons.example/quay"' in article
    assert f'href="{deed}">CC BY-SA 4.0</media:license>' in paper.read("/paper/feed.xml").text


def test_a_picture_that_a_machine_made_says_so_wherever_it_is_shown(paper):
    with paper.change():
        db.session.get(Photo, paper.photo).flagged = "PARTLY_MACHINE"
        deciding.allow(paper.pavel, paper.photo, "It is about AI.", "Picture made with AI")
    made = paper.put_out()
    article = paper.read(f"/paper/{made.path}").text
    for text in (article, paper.read("/paper").text, paper.read("/paper/feed.xml").text):
        assert "Picture made with AI" in text
    name = "CompositeWithTrainedAlgorithmicMediaDigitalSource"
    assert f'"digitalSourceType":"https://schema.org/{name}"' in article


@pytest.mark.parametrize("path", LIKE_READERS)
def test_the_lists_show_the_article_with_its_pictures_credit(paper, published, path):
    text = paper.read(path).text
    assert "Ferry service halted by storm" in text
    assert published.path in text
    assert "Mara Ellis/Harbour Pictures" in text


def every_path(published):
    picture = re.search(r'src="(/paper/photos/[^"]+)"', published.html)
    return (*LIKE_READERS, f"/paper/{published.path}", picture[1], "/paper/nothing")


def test_no_answer_of_the_paper_sets_or_asks_for_a_cookie(paper, published, browser):
    browser.sign_in("tomas")
    for path in every_path(published):
        for answer in (paper.read(path), browser.client.get(path, buffered=True)):
            assert "Set-Cookie" not in answer.headers
            assert "Cookie" not in answer.headers.get("Vary", "")


def test_a_signed_in_visitor_gets_the_very_page_that_everybody_gets(paper, published, browser):
    browser.sign_in("tomas")
    for path in every_path(published):
        mine, theirs = browser.client.get(path, buffered=True), paper.read(path)
        assert mine.data == theirs.data
        assert mine.headers.get("ETag") == theirs.headers.get("ETag")
        assert int(mine.headers["X-SQL-Queries"]) <= MOST_QUERIES, "nobody asked who it is"


def test_the_paper_runs_no_script(paper, published):
    for path in (*LIKE_READERS, f"/paper/{published.path}"):
        answer = paper.read(path)
        assert "script-src" not in answer.headers["Content-Security-Policy"]
        assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
        assert "<script nonce" not in answer.text


@pytest.mark.parametrize("path", [*LIKE_READERS, "article"])
def test_an_unchanged_page_is_not_sent_again_and_costs_one_query(paper, published, path):
    path = f"/paper/{published.path}" if path == "article" else path
    first = paper.read(path)
    assert first.headers["Cache-Control"] == "public, max-age=30, must-revalidate"
    assert not first.headers["ETag"].startswith("W/")
    again = paper.read(path, If_None_Match=first.headers["ETag"])
    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]
    assert again.headers["X-SQL-Queries"] == "1"
    since = paper.read(path, If_Modified_Since=first.headers["Last-Modified"])
    assert since.status_code == 304


@pytest.mark.parametrize("path", [*LIKE_READERS, "article"])
def test_asking_for_the_head_alone_gives_the_same_head(paper, published, path):
    path = f"/paper/{published.path}" if path == "article" else path
    whole, head = paper.read(path), paper.app.test_client().head(path)
    assert (head.status_code, head.data) == (200, b"")
    for name in ("ETag", "Last-Modified", "Content-Type", "Content-Length", "Cache-Control"):
        assert head.headers[name] == whole.headers[name]


@pytest.mark.parametrize("path", [*LIKE_READERS, "article"])
def test_the_next_reader_gets_the_same_bytes_for_one_query(paper, published, path):
    path = f"/paper/{published.path}" if path == "article" else path
    first, second = paper.read(path), paper.read(path)
    assert int(first.headers["X-SQL-Queries"]) <= MOST_QUERIES
    assert second.headers["X-SQL-Queries"] == "1"
    assert (second.data, second.headers["ETag"]) == (first.data, first.headers["ETag"])


def test_only_so_many_pages_are_kept(paper, published, monkeypatch):
    monkeypatch.setattr(pages, "KEPT", 1)
    for path in LIKE_READERS:
        paper.read(path)
    assert paper.read(LIKE_READERS[-1]).headers["X-SQL-Queries"] == "1"
    assert paper.read(LIKE_READERS[0]).headers["X-SQL-Queries"] == "3"


def test_every_publication_changes_every_list(paper, published):
    tags = {path: paper.read(path).headers["ETag"] for path in LIKE_READERS}
    paper.put_out("tram-strike", headline="Trams stand still")
    for path, tag in tags.items():
        answer = paper.read(path, If_None_Match=tag)
        assert answer.status_code == 200
        assert "Trams stand still" in answer.text


def test_a_correction_changes_the_page_and_keeps_the_address(paper, published):
    path = f"/paper/{published.path}"
    before = paper.read(path)
    paper.correct(published.story_id, "The boat left at noon sharp.")
    after = paper.read(path, If_None_Match=before.headers["ETag"])
    assert after.status_code == 200
    page = page_of(after)
    assert "The last boat left at noon sharp." in page
    assert "The boat left at noon sharp." in page
    assert "Corrected" in page
    assert "Correction" in paper.read("/paper/feed.xml").text


def test_a_renamed_desk_changes_the_page_that_names_it(paper, published):
    path = f"/paper/{published.path}"
    before = paper.read(path).headers["ETag"]
    with paper.change():
        row = db.session.get(Article, published.id)
        row.desk_id = paper.city
    assert paper.read(path, If_None_Match=before).status_code == 200


def test_a_withdrawn_article_is_gone_and_its_address_says_so(paper, published):
    kept = paper.put_out("tram-strike", headline="Trams stand still")
    path = f"/paper/{published.path}"
    tag = paper.read(path).headers["ETag"]
    tags = {one: paper.read(one).headers["ETag"] for one in LIKE_READERS}
    paper.withdraw(published.story_id, "A source lied to us.")
    gone = paper.read(path, If_None_Match=tag)
    page = page_of(gone)
    assert page.status == 410
    assert "was withdrawn by the newsroom" in page
    assert "A source lied" not in page, "the reason is the newsroom's own"
    for one, old in tags.items():
        answer = paper.read(one, If_None_Match=old)
        assert answer.status_code == 200
        assert published.path not in answer.text
        assert kept.path in answer.text


@pytest.mark.parametrize(
    "path",
    [
        "/paper/2026/11/03/nothing-here",
        "/paper/2026/1/3/ferry-halted",
        "/paper/nowhere/at/all",
        "/paper/desks/nowhere",
        "/paper/photos/99999/medium",
        "/paper/stories/99999",
    ],
)
def test_an_address_without_a_page_answers_with_a_page_of_the_paper(paper, path):
    answer = paper.read(path)
    page = page_of(answer)
    assert page.status == 404
    assert "There is no page of the paper at this address." in page
    assert "RSS feed" in page


def test_the_address_of_a_story_leads_to_its_article(paper, published):
    answer = paper.read(f"/paper/stories/{published.story_id}")
    assert (answer.status_code, answer.location) == (302, f"/paper/{published.path}")


def test_a_database_that_is_away_is_said_in_a_sentence(paper, published, monkeypatch):
    from sqlalchemy.exc import OperationalError

    def away(*_):
        raise OperationalError("SELECT", {}, RuntimeError())

    monkeypatch.setattr(queries, "address", away)
    page = page_of(paper.read(f"/paper/{published.path}"))
    assert page.status == 503
    assert "The paper cannot be read just now." in page


def test_a_wrong_kind_of_request_is_refused_without_a_cookie(paper):
    answer = paper.app.test_client().post("/paper")
    assert answer.status_code in {400, 405}
    assert "Set-Cookie" not in answer.headers


@pytest.mark.usefixtures("published")
class TestPictures:
    def test_a_picture_of_a_live_article_is_kept_for_ever(self, paper, published):
        answer = paper.read(every_path(published)[4])
        assert (answer.status_code, answer.content_type) == (200, "image/jpeg")
        assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"

    def test_without_its_version_it_is_asked_for_again(self, paper):
        answer = paper.read(f"/paper/photos/{paper.photo}/thumb")
        assert answer.headers["Cache-Control"] == "public, max-age=60, must-revalidate"
        again = paper.read(
            f"/paper/photos/{paper.photo}/thumb", If_None_Match=answer.headers["ETag"]
        )
        assert again.status_code == 304

    def test_a_photo_that_no_article_shows_is_not_public(self, paper):
        assert paper.read(f"/paper/photos/{paper.unseen}/medium").status_code == 404

    def test_nor_is_one_whose_article_was_withdrawn(self, paper, published):
        paper.withdraw(published.story_id)
        assert paper.read(f"/paper/photos/{paper.photo}/medium").status_code == 404

    @pytest.mark.parametrize("name", ["original", "huge", "..%2f..%2fsecret-key"])
    def test_only_renditions_are_served(self, paper, name):
        assert paper.read(f"/paper/photos/{paper.photo}/{name}").status_code == 404


class TestPaging:
    @pytest.fixture
    def many(self, paper, monkeypatch):
        """Eight articles an hour apart, the oldest twice at one moment; pages of three."""
        for module in (queries, paper_views):
            monkeypatch.setattr(module, "PAGE", 3)
        hours = [0, 1, 2, 3, 4, 5, 5, 30]
        for number in range(len(hours)):
            paper.put_out(f"story-{number}", headline=f"No {number}.")
        with paper.change():
            for row, hour in zip(
                db.session.query(Article).order_by(Article.id), hours, strict=True
            ):
                row.first_published_at = now() - timedelta(hours=hour)
        return paper

    @pytest.mark.parametrize("path", ["/paper", "/paper/desks/world"])
    def test_following_the_pages_meets_every_article_once(self, many, path):
        met, following = [], path
        while following:
            page = page_of(many.read(following))
            met += dict.fromkeys(one for one in page.links if re.match(r"/paper/\d", one))
            following = next((one for one in page.links if "?after=" in one), None)
        assert len(met) == len(set(met)) == 8

    def test_a_place_that_is_none_shows_the_front_page(self, many):
        for after in ("x", "1_x", "nan_1", "1e400_2", "-1_9"):
            assert many.read(f"/paper?after={after}").status_code == 200


def test_an_empty_paper_says_what_will_stand_there(paper):
    assert "The first article will stand here" in page_of(paper.read("/paper"))
    assert "What World publishes will stand here." in page_of(paper.read("/paper/desks/world"))
    assert fromstring(paper.read("/paper/feed.xml").data).findall("channel/item") == []
