"""The article's body as HTML: credits always, hostile words never."""

import json
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from newsroom.photos.rights.licences import Licence
from newsroom.publishing import canonical
from newsroom.publishing.article import Picture, Size
from newsroom.publishing.formats.html import body, body_elsewhere
from tests.publishing.articles import BY, CREDITED, MADE, QUAY, SITE, article, corrected, marked
from tests.stories.samples import block, figure

HOSTILE = "</p><script>alert('x')</script><img src=x onerror=\"alert(1)\">&amp;"


class Tags(HTMLParser):
    """Every element with its attributes, and all text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict]] = []
        self.words = ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.words += data


def test_the_body_reads_as_it_prints():
    assert str(body(article(), SITE)) == (
        '<figure><img src="/paper/photos/3/medium?v=bbbbbbbbbbbb" '
        'srcset="/paper/photos/3/thumb?v=dddddddddddd 400w, '
        "/paper/photos/3/medium?v=bbbbbbbbbbbb 1200w, "
        '/paper/photos/3/large?v=aaaaaaaaaaaa 2048w" '
        'sizes="(max-width: 1000px) 100vw, 1000px" width="1200" height="800" '
        'alt="An empty quay at dusk" loading="eager" decoding="async">'
        '<figcaption><span class="caption" dir="auto">The quay on Tuesday evening.</span> '
        '<span class="credit" dir="auto">Photo: Mara Ellis/Harbour Pictures</span>'
        "</figcaption></figure>\n"
        '<p dir="auto"><span class="dateline">PORT ELLEN</span> — The last boat left at noon.</p>\n'
        '<p dir="auto">Nobody expects another before Friday.</p>\n'
        '<p class="credit-line" dir="auto">With reporting by Coastal Wire</p>'
    )


def test_marks_and_links_are_kept():
    shown = str(body(article(marked("Call now", "strong", "em", href="https://a.test/?b&c")), SITE))
    assert (
        '<a href="https://a.test/?b&amp;c" rel="external noopener">'
        "<strong><em>Call now</em></strong></a>" in shown
    )


def test_every_hostile_word_comes_out_as_text():
    hostile = dict.fromkeys(("creator", "credit", "alt"), HOSTILE)
    made = article(
        figure(HOSTILE, 3, **hostile),
        block("heading", HOSTILE, level=2),
        marked(HOSTILE, "strong"),
        {"type": "blockquote", "content": [block("paragraph", HOSTILE)]},
        dateline=HOSTILE,
        credit_line=HOSTILE,
    )
    read = Tags(str(body(made, SITE)))
    names = {tag for tag, _ in read.tags}
    assert names == {"figure", "img", "figcaption", "span", "h2", "p", "strong", "blockquote"}
    assert not [attrs for _, attrs in read.tags if any(name.startswith("on") for name in attrs)]
    assert read.words.count(HOSTILE) == 7
    assert dict(read.tags[1][1])["alt"] == HOSTILE


def test_each_figure_prints_its_credit_even_where_its_photo_is_gone():
    two = (
        figure("One.", 3, **CREDITED),
        block("paragraph", "Words."),
        figure("Two.", 9, **CREDITED),
    )
    shown = str(body(article(*two), SITE))
    assert shown.count("Photo: Mara Ellis/Harbour Pictures") == 2
    assert shown.count("<img") == 1


def test_a_public_licence_and_what_a_picture_is_are_printed_behind_its_credit():
    shown = str(body(article(pictures={3: MADE}), SITE))
    assert (
        "Photo: Mara Ellis/Harbour Pictures</span> "
        f'<span class="credit" dir="auto"><a href="{BY}" rel="license external noopener">CC BY 4.0</a>'
        ', from <a href="https://commons.example/quay?a&amp;b" rel="external noopener">'
        "Wikimedia Commons</a></span> "
        '<span class="credit" dir="auto">Picture made with AI</span></figcaption>'
    ) in shown
    free = replace(QUAY, licence=Licence("Public domain", source="<City> archive"))
    shown = str(body(article(pictures={3: free}), SITE))
    assert ">Public domain, from &lt;City&gt; archive</span>" in shown


def test_an_article_of_before_has_no_licence_and_is_read_as_it_was():
    written = json.loads(canonical.write(article()))
    for name in ("label", "source_type", "licence"):
        del written["pictures"][0][name]
    assert canonical.read(json.dumps(written)) == article()
    made = article(pictures={3: MADE})
    assert canonical.read(canonical.write(made)) == made
    assert canonical.read_shown(canonical.write_shown(*made.shown[0])) == made.shown[0]


def test_only_the_picture_at_the_top_is_fetched_at_once():
    two = (figure("One.", 3, **CREDITED), figure("Two.", 3, **CREDITED))
    shown = str(body(article(*two), SITE))
    assert [shown.count(f'loading="{how}"') for how in ("eager", "lazy")] == [1, 1]


def test_a_cropped_picture_shows_its_crop_alone():
    shown = str(body(article(figure("The quay.", 3, crop="10,0,50,100", **CREDITED)), SITE))
    assert '<svg viewBox="120 0 600 800" role="img" aria-label="An empty quay at dusk">' in shown
    assert "<img" not in shown


def test_a_picture_that_is_higher_than_wide_says_so():
    tall = figure("The quay.", 3, crop="10,0,20,100", **CREDITED)
    assert '<figure class="upright">' in str(body(article(tall), SITE))
    assert "upright" not in str(body(article(), SITE))


def test_readers_elsewhere_get_whole_addresses():
    shown = str(body_elsewhere(article(), SITE))
    assert 'src="https://gazette.test/paper/photos/3/medium?' in shown
    assert '"/paper' not in shown
    assert " /paper" not in shown


def test_the_correction_stands_under_the_article():
    shown = str(body(corrected(), SITE))
    assert shown.endswith(
        '<strong>Correction, <time datetime="2026-11-04T09:30:00+00:00">4 November 2026</time>:'
        "</strong> The boat left at noon, not at one.</p></aside>"
    )


def test_empty_paragraphs_do_not_print():
    shown = str(body(article(block("paragraph"), block("paragraph", "Words.")), SITE))
    assert shown.startswith('<p dir="auto"><span class="dateline">PORT ELLEN</span> — Words.</p>')


def test_a_dateline_without_a_paragraph_still_prints():
    shown = str(body(article(block("heading", "Nothing but this", level=2)), SITE))
    assert shown.startswith('<p dir="auto"><span class="dateline">PORT ELLEN</span></p>')


@pytest.mark.parametrize("kind", ["bullet_list", "ordered_list"])
def test_a_list_keeps_its_kind(kind):
    item = {"type": "list_item", "content": [block("paragraph", "Wind")]}
    shown = str(body(article({"type": kind, "content": [item]}), SITE))
    tag = "ul" if kind == "bullet_list" else "ol"
    assert f'<{tag}><li><p dir="auto">Wind</p></li></{tag}>' in shown


def with_webp(part: str = "") -> Picture:
    end = ".webp"
    return replace(
        QUAY,
        sizes=(
            *QUAY.sizes,
            Size(f"medium{end}", 800, 533, "image/webp", 60_000, "eeeeeeeeeeee"),
            Size("crop-5", 1000, 1000, "image/jpeg", 90_000, "ffffffffffff", part),
            Size(f"crop-5-600{end}", 600, 600, "image/webp", 30_000, "abababababab", part),
        ),
    )


def test_a_browser_that_knows_webp_takes_it_and_every_other_a_jpeg():
    shown = str(body(article(pictures={3: with_webp("0,0,60,90")}), SITE))
    assert shown.count("<source") == 1
    assert (
        '<picture><source type="image/webp" srcset="/paper/photos/3/medium.webp?v=eeeeeeeeeeee 800w"'
    ) in shown
    assert 'width="1200" height="800"' in shown
    assert "crop-5" not in shown


def test_a_crop_that_was_made_is_shown_as_a_picture_of_its_own():
    cut = figure("The quay.", 3, crop="10,0,50.5,75.75", **CREDITED)
    made = article(cut, pictures={3: with_webp("10,0,50.5,75.75")})
    shown = str(body(made, SITE))
    assert '<img src="/paper/photos/3/crop-5?v=ffffffffffff"' in shown
    assert 'width="1000" height="1000"' in shown
    assert "crop-5-600.webp?v=abababababab 600w" in shown
    assert "<svg" not in shown
    assert canonical.read(canonical.write(made)) == made
