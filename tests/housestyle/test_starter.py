"""What a newsroom starts with: enough of each kind, nothing twice, and silent where it should be."""

from collections import Counter, defaultdict
from dataclasses import replace
from pathlib import Path

import pytest

from newsroom.housestyle.entries import ConceptClass, faults
from newsroom.housestyle.folding import fold, letters
from newsroom.housestyle.lexicon import compile_lexicon
from newsroom.housestyle.matcher import check_passages
from newsroom.housestyle.matches import Kind
from newsroom.housestyle.passages import passages_of
from newsroom.housestyle.starter import starter_concepts, starter_entries, starter_sources
from newsroom.housestyle.stylebooks import Stylebook

CONCEPTS = list(starter_concepts())
DIFFERING = [concept for concept in CONCEPTS if concept.house != concept.general]
BOOKS = [
    pytest.param([concept.facts.term for concept in CONCEPTS], id="house"),
    pytest.param(
        [concept.facts.term_in(Stylebook.GENERAL) for concept in DIFFERING],
        id="general, where it differs",
    ),
]
OTHER_MATTERS = """\
The council voted on Tuesday to repair the bridge over the river before winter, after engineers
found that two of its piers had moved by the width of a hand. Traffic will be led through the old
market for at least six weeks. Shopkeepers said they had not been asked, and one of them, a baker
with forty years behind his counter, called the plan a costly mistake.

In other business, the members agreed to buy a new pump for the fire station, to plant limes along
the avenue, and to ask the railway for a later train on Saturdays. A motion to sell an acre of land
beside the school was put off. The mayor, Sharon Jordan, said the town could not sell what its
children would need in ten years. Her deputy, Salem Hughes, voted against her.

At the theater the season opens with Chekhov, and the orchestra plays Mozart and a new work by a
composer from Leeds. Tickets cost less than last year. The museum shows a hundred photographs of
harbors, from Lisbon to Boston, and the library has a reading for children every Sunday morning.

On the field, the visitors won by three goals to one. Their captain, Ismail Carter, scored twice
before the break and set up the third with a long pass from the left. The home side had the better
of the second half but could not turn its chances into goals, and its coach blamed the wet grass.
"""
THE_REGION = """\
The prime minister, Binyamin Netanyahu, told the Knesset in Yerushalayim that talks with Hamas would
go on through Chanukah. Families came from Bnei Brak, Tzfas and Be'er Sheva to pray at the Kosel
before Shabbos. In Gaza, residents of Khan Younis and Deir al-Balah said that aid had reached them
from Egypt. Hezbollah said nothing; its leader, Naim Qassem, had spoken in Beirut a day earlier.

In Kyiv, President Volodymyr Zelensky met officials from Kharkiv and Odesa. Trains from Lviv ran
late. The Kremlin in Moscow said that President Vladimir Putin would travel to St. Petersburg.

Chassidim danced with the sefer Torah in Beit Shemesh, and the sheikh of the mosque in Ramallah
opened the fast of Ramadan with a reading from the Quran. Students of the Hebrew University of
Jerusalem and readers of The Jerusalem Post wrote to the mayor. In Teveria the yeshivah stayed open,
and the beis din sat until noon. Matzah was baked early in Petach Tikvah.
"""

NEWS = (Path(__file__).parents[1] / "samples" / "spelling" / "news.txt").read_text("utf-8")


def compiled(terms):
    return compile_lexicon(replace(term, id=number) for number, term in enumerate(terms))


HOUSE = compiled(facts.term for facts in starter_entries())


def known(text, lexicon=HOUSE):
    matches = check_passages(passages_of(text), lexicon)
    return [(m.words, m.suggestion) for m in matches if m.kind == Kind.KNOWN]


def test_there_is_enough_of_each_language_and_class():
    assert len(CONCEPTS) >= 650
    assert sum(len(concept.spellings) for concept in CONCEPTS) >= 2700
    langs = Counter(concept.lang for concept in CONCEPTS)
    assert langs.keys() == {"he", "yi", "ar", "ru", "uk"}
    assert min(langs.values()) >= 100
    classes = Counter(concept.concept_class for concept in CONCEPTS)
    assert classes.keys() == set(ConceptClass)
    assert min(classes.values()) >= 60
    places = Counter(c.lang for c in CONCEPTS if c.concept_class is ConceptClass.PLACE)
    assert places["he"] >= 100
    assert places["ar"] >= 150
    assert places["ru"] + places["uk"] >= 120


def test_every_entry_is_sound_in_both_stylebooks():
    found = {facts.preferred: faults(facts) for facts in starter_entries()}
    assert {name: said for name, said in found.items() if said} == {}


def test_no_spelling_has_two_entries_not_even_folded():
    owners = defaultdict(set)
    for concept in CONCEPTS:
        for spelling in concept.spellings:
            owners[fold(spelling)].add(concept.house)
    assert {spelling: names for spelling, names in owners.items() if len(names) > 1} == {}


def test_a_variant_repeats_neither_preferred_spelling_nor_another_variant():
    for concept in CONCEPTS:
        forms = [letters(variant) for variant in concept.variants]
        assert len(forms) == len(set(forms)), concept.house
        assert not {letters(concept.house), letters(concept.general)} & set(forms), concept.house


def test_every_concept_names_a_source_with_its_licence_and_credit():
    sources = starter_sources()
    assert {concept.source for concept in CONCEPTS} <= sources.keys()
    assert all(source.name and source.licence and source.credit for source in sources.values())
    assert not [source.key for source in sources.values() if "GPL" in source.licence]


def test_every_concept_is_written_in_its_own_script_too():
    assert [concept.house for concept in CONCEPTS if not concept.native] == []


def test_news_of_other_matters_is_left_alone():
    assert len(OTHER_MATTERS.split()) > 200
    assert check_passages(passages_of(OTHER_MATTERS), HOUSE) == []


def test_no_common_name_or_word_is_asked_about():
    assert [m for m in check_passages(passages_of(NEWS), HOUSE) if m.kind is Kind.PROBABLE] == []


def test_news_in_house_style_is_left_alone():
    assert check_passages(passages_of(THE_REGION), HOUSE) == []


def test_the_general_spelling_is_changed_where_the_house_has_another():
    assert len(DIFFERING) > 200
    found = {c.house: known(f"They spoke of {c.general} at noon.") for c in DIFFERING}
    assert found == {c.house: [(c.general, c.house)] for c in DIFFERING}


@pytest.mark.parametrize("entries", BOOKS)
def test_every_other_spelling_is_changed_once_and_then_stays(entries):
    wanted = [(form, entry.preferred) for entry in entries for form in entry.variants]
    lexicon = compiled(entries)
    assert known("\n\n".join(f"They saw {form} there." for form, _ in wanted), lexicon) == wanted
    changed = "\n\n".join(f"They saw {entry.preferred} there." for entry in entries)
    assert check_passages(passages_of(changed), lexicon) == []


def test_the_general_stylebook_changes_the_other_way():
    general = compiled(concept.facts.term_in(Stylebook.GENERAL) for concept in DIFFERING)
    assert known("They left Yerushalayim before Shabbos.", general) == [
        ("Yerushalayim", "Jerusalem"),
        ("Shabbos", "Shabbat"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Jerusalem Post and the Hebrew University of Jerusalem agreed.",
        "He moved from Odessa, Texas, to Bethlehem, Pennsylvania.",
        "A walk in Jaffa Road, a box of Jaffa oranges.",
        "She wrote to Carmel about Tiberius.",
        "The drug czar ordered chicken Kiev.",
    ],
)
def test_what_only_looks_like_a_listed_name_stays(text):
    assert check_passages(passages_of(text), HOUSE) == []
