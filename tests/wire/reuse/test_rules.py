"""What is reuse and whose it is, on a section held against copy without any index."""

from newsroom.wire.reuse.grams import number_of
from newsroom.wire.reuse.reading import in_order, passages_in, reuse_of
from newsroom.wire.reuse.section import section_of, sections_of
from newsroom.wire.reuse.stock import stock_of
from newsroom.wire.reuse.telling import tell
from newsroom.wire.reuse.words import words_of
from tests.wire.reuse.texts import FERRY, HARVEST, OWN, copy, story


def found(text, *copies, stock=frozenset(), stop=frozenset()):
    section = section_of(text, words_of(text), stock, stop)
    return list(passages_in(section, copies))


def test_a_paragraph_taken_whole_is_found_from_its_first_word_to_its_last():
    text = story(OWN[0], FERRY[0], OWN[1])
    (passage,) = found(text, copy("a"))
    assert text[passage.start : passage.end] == FERRY[0].rstrip(".")
    assert (passage.item, passage.paragraph, passage.wire_start) == ("a", 0, 0)


def test_six_words_are_never_reported():
    assert found("The night ferry between Vessel Point", copy("a")) == []
    assert found("The night ferry between Vessel Point and", copy("a"))


def test_an_edited_sentence_is_one_passage():
    text = (
        "Divers saw no hole in the ship's hull, but the harbour authority has shut the channel "
        "to all freighters until a new survey of the sands has been finalised"
    )
    (passage,) = found(text, copy("a"))
    assert passage.paragraph == 1
    assert text[passage.start : passage.end].startswith("Divers")
    assert text[passage.start : passage.end].endswith("finalised")


def test_sentences_in_another_order_are_found_each():
    text = f"{FERRY[1]} {FERRY[0]}"
    assert [one.paragraph for one in found(text, copy("a"))] == [1, 0]


def test_stock_phrases_lengthen_a_match_but_never_prove_one():
    text = "brought ashore in lifeboats before sunrise, the coastguard said"
    words = words_of(text).folded
    pairs = {number_of(" ".join(words[at : at + 2])) for at in range(len(words) - 1)}
    assert found(text, copy("a"))
    assert found(text, copy("a"), stock=pairs) == []
    longer = found(FERRY[0], copy("a"), stock=pairs)
    assert FERRY[0].rstrip(".") == FERRY[0][longer[0].start : longer[0].end]


def test_boilerplate_proves_nothing():
    text = FERRY[0]
    boilerplate = section_of(text, words_of(text), set(), set()).asked
    assert found(text, copy("a"), stop=boilerplate) == []


def test_a_pair_of_words_in_many_paragraphs_is_stock():
    sample = [words_of(f"officials said the {n} road {n * 7} was closed") for n in range(40)]
    stock = stock_of(sample)
    assert number_of("officials said") in stock
    assert number_of("3 road") not in stock


def test_the_longest_evidence_owns_a_word():
    shorter = copy("short", [" ".join(FERRY[0].split()[:14])])
    assert [one.item for one in found(FERRY[0], shorter, copy("whole", day=2))] == ["whole"]


def test_of_equal_evidence_the_family_that_has_most_of_the_story_owns_it():
    both = copy("both", day=2)
    one = copy("one", FERRY[:1], day=1)
    assert {p.item for p in found(story(*FERRY), one, both)} == {"both"}


def test_of_equal_families_the_earliest_owns_it_and_the_other_is_named():
    (passage,) = found(FERRY[0], copy("late", day=2), copy("early", day=1))
    assert (passage.item, passage.also) == ("early", ("late",))


def test_of_a_family_the_newest_version_is_shown():
    versions = [copy("v1", family="ferry", day=1), copy("v2", family="ferry", day=2)]
    other = copy("other", day=1)
    assert [one.id for one in in_order([other, *versions])] == ["v2", "v1", "other"]
    (passage,) = found(FERRY[0], *versions)
    assert (passage.item, passage.family, passage.also) == ("v2", "ferry", ())


def test_no_passage_runs_on_over_a_blank_line():
    half = FERRY[0].index("and all")
    text = FERRY[0][:half] + "\n\n" + FERRY[0][half:]
    assert len(found(text, copy("a"))) == 2


def test_own_prose_and_other_news_are_not_reuse():
    assert found(story(*OWN, *HARVEST), copy("a")) == []


def test_chinese_is_found_by_its_characters():
    text = "记者获悉，市政府周三宣布将在明年春天之前关闭旧港口的全部三个码头。"
    item = copy("zh", ["市政府周三宣布将在明年春天之前关闭旧港口的全部三个码头，工人表示反对。"])
    (passage,) = found(text, item)
    assert (
        text[passage.start : passage.end]
        == "市政府周三宣布将在明年春天之前关闭旧港口的全部三个码头"
    )


def test_hebrew_is_found_with_points_and_without():
    plain = "ראש העירייה הודיע ביום שלישי כי הנמל הישן ייסגר לפני סוף השנה הבאה"
    assert found(plain, copy("he", [plain.replace("שלישי", "שְׁלִישִׁי")]))


def test_a_share_is_of_the_storys_characters_without_what_is_neutral():
    text = FERRY[0] + "\n\n" + "x" * len(FERRY[0])
    passages = found(text, copy("a"))
    assert 0.49 < reuse_of(text, passages).shares["a"] < 0.5
    assert 0.98 < reuse_of(text, passages, len(FERRY[0])).shares["a"] < 1


def test_a_long_story_is_held_in_sections_whose_places_stay_those_of_the_whole():
    words = words_of("one two three " * 1500)
    sections = sections_of(words)
    assert sum(map(len, sections)) == len(words)
    assert sections[1].starts[0] == words.starts[len(sections[0])]


def test_a_common_word_proves_nothing_where_neither_of_its_neighbours_matches():
    text = "the red mill of Oslo"
    section = section_of(text, words_of(text), {number_of("the"), number_of("of")}, set())
    assert tell([(0, 0), (2, 2), (3, 9)], section) == [False, True, False]
    assert tell([(0, 0), (1, 1), (3, 7), (4, 8)], section) == [True] * 4
