"""The caption check's rules on captions of many shapes: what each finds, and what it leaves in peace."""

from datetime import UTC, date, datetime

import pytest

from newsroom.photos.captions.credit_line import house_form, in_house_form
from newsroom.photos.captions.levels import Levels
from newsroom.photos.captions.material import Material, PhotoSays
from newsroom.photos.captions.names import breaches as about_names
from newsroom.photos.captions.reading import breaches
from newsroom.photos.captions.sentences import sentences
from newsroom.photos.captions.table import BY_RULE, PREFIX, Rule, standard_of
from newsroom.photos.captions.tense import past_verb
from newsroom.photos.captions.where import says_where
from newsroom.photos.captions.who import says_who_or_what
from newsroom.standards import Level

GOOD = "Divers inspect the old pier in Port Ellen on Tuesday, March 4, 2025."
TAKEN = datetime(2025, 3, 4, 11, tzinfo=UTC)
OF_STORY = ("Divers Inspect the Pier", "The old pier of Port Ellen is to be repaired.")


def material(caption=GOOD, **changed):
    fields = {
        "creator": "Ada Park",
        "credit": "Ada Park/Coastlight",
        "alt": "Two people in wet suits beside wooden posts.",
        "story": OF_STORY,
        "day": date(2025, 3, 5),
        **changed,
    }
    return Material(caption, **fields)


def asked(caption=GOOD, **changed):
    return {one.rule for one in breaches(material(caption, **changed))}


def one(rule, caption=GOOD, **changed):
    (found,) = [found for found in breaches(material(caption, **changed)) if found.rule is rule]
    return found


def test_a_good_figure_is_left_in_peace():
    assert asked() == set()
    assert asked(photo=PhotoSays("Ada Park", "Ada Park/Coastlight", TAKEN, "pier.jpg")) == set()


def test_what_every_figure_needs_is_asked_for():
    assert asked("", creator="", credit="", alt="") == {
        Rule.CREATOR_MISSING,
        Rule.CREDIT_MISSING,
        Rule.CAPTION_MISSING,
        Rule.ALT_MISSING,
    }


PRESENT = (
    "Firefighters battle a blaze in the old mill on Monday.",
    "A fisherman fires a flare as boats left behind drift past the pier.",
    "Police officers stand guard outside the town hall.",
    "Families gather at the quay after the ferry was halted.",
    "The mayor is seen beside her car, holding a letter that she wrote.",
    "A man who fled the flood stands in front of his house.",
    "Rockets fired from the ridge light up the sky over the town.",
    "Wounded sailors return to the harbour.",
    "A house destroyed by fire in the upper town.",
    "“We lost everything,” says Dana Levy at her door.",
    "The crane, which fell on Sunday, lies in the water.",
    "Smoke rises behind the mill that burned for two days.",
    "Two boys have climbed the crane and wave to the crowd.",
    "From left: Ada Park, John Roe and Dana Levy pose at the gate.",
    "HAIFA, Israel (AP) — Children play in the snow.",
    "Masked men sit on a wall in the harbour.",
    "A building damaged by shelling is lit by the sunset.",
    "Two wounded sailors wait at the gate of the mill.",
    "The captain (second left) and his crew listen as the judge read the verdict.",
)
PAST = {
    "A storm destroyed the mill on Monday.": "destroyed",
    "Hundreds marched through the town on Saturday night.": "marched",
    "Firefighters battled a blaze in the old mill on Monday.": "battled",
    "The mayor was seen beside her car.": "was",
    "The mayor opened the new bridge on Monday. She smiles.": "opened",
    "Protesters gathered outside the town hall on Monday.": "gathered",
    "President Dana Levy spoke at the quay, and people listen.": "spoke",
    "The crowd cheered as the ferry arrives.": "cheered",
    "A rocket hit a home in the upper town.": "hit",
    "Rabbi David Ron met with the mayor on Monday.": "met",
    "The president left the hall on Monday.": "left",
    "Two men carried a boy through the water, as smoke rises behind them.": "carried",
    "Soldiers took positions near the ridge.": "took",
    "Workers had closed the road when the crane fell.": "had",
}


def test_the_first_sentence_is_told_to_be_past_only_where_its_main_verb_is():
    for caption in PRESENT:
        assert past_verb(caption) is None, caption
    for caption, verb in PAST.items():
        span = past_verb(caption)
        assert span is not None, caption
        assert caption[slice(*span)] == verb


def test_sentences_do_not_end_at_abbreviations_and_initials():
    for caption, count in {
        "Workers in the U.S. Embassy in St. Ives wait on Jan. 4. J. K. Rowe visits.": 2,
        "Gen. Dana Levy, Lt. Col. Ron Bar and Dr. Ada Park sit at 9 a.m. in the hall.": 1,
        "He lives in the U.S. The house burns. Nobody is hurt.": 3,
        "The mill burns. (Ada Park/Coastlight)": 1,
        "“It burns!” says the mayor. She waits…": 2,
        "The No. 3 crane is 4.5 metres high.": 1,
        "": 0,
    }.items():
        assert len(sentences(caption)) == count, caption


def test_the_third_sentence_is_too_much():
    found = one(Rule.TOO_LONG, f"{GOOD} The storm broke it. It is closed.")
    assert found.words == "It is closed."


@pytest.mark.parametrize(
    "caption",
    ["IMG_2034.JPG", "pier-at-dawn.jpeg", "DSC01234", "WhatsApp Image 2025-03-04", "20250304_1101"],
)
def test_a_file_name_is_no_caption_and_nothing_else_is_asked_of_it(caption):
    assert asked(caption) == {Rule.FILE_NAME}


def test_the_photos_own_file_name_is_no_caption():
    assert asked("Old pier", photo=PhotoSays(file_name="old_pier.jpg")) == {Rule.FILE_NAME}


def test_a_caption_has_thirty_characters_and_five_words():
    assert Rule.TOO_SHORT in asked("The pier in Port Ellen.")
    assert Rule.TOO_SHORT in asked("Dampfschifffahrtsgesellschaft in Port Ellen.")
    assert Rule.TOO_SHORT not in asked()


def test_who_where_and_when_are_asked_for():
    for caption in (
        "Seen in Port Ellen on Tuesday, March 4, 2025.",
        "On Tuesday, in Port Ellen.",
        "He speaks to reporters in Port Ellen on Tuesday.",
        "Speaking at a rally in Port Ellen.",
    ):
        assert not says_who_or_what(caption), caption
    for caption in (
        GOOD,
        "In this 2019 file photo, Dana Levy speaks in Port Ellen.",
        "On Tuesday, in Port Ellen, divers inspect the pier.",
        "Fishing boats lie in the harbour.",
        "This aerial photo shows the pier.",
        "“We won,” says Dana Levy in Port Ellen.",
    ):
        assert says_who_or_what(caption), caption
    for caption in (
        "Dana Levy speaks in Hebrew on Independence Day.",
        "A man walks his dog in the rain on Sunday, June 1, 2025.",
        "The mayor speaks to reporters on Monday.",
        "Members of Hamas wave near President Dana Levy.",
    ):
        assert not says_where(caption), caption
    for caption in (
        GOOD,
        "Divers stand on the pier.",
        "HAIFA, Israel — Divers wave.",
        "The sun sets behind the skyline of Tel Aviv.",
        "Rockets are seen from Ashdod.",
        "Ada Park tours the Temple Mount.",
        "View of the Old City, May 5, 2025.",
    ):
        assert says_where(caption), caption
    assert says_where("Tzfas wakes to snow.", ("Tzfas",))
    assert Rule.NO_DATE in asked("Divers inspect the old pier in Port Ellen at noon.")
    assert Rule.NO_DATE not in asked("Divers inspect the old pier in Port Ellen, early Sunday.")


def test_a_weekday_agrees_with_the_date_beside_it():
    for date_words in ("March 4, 2025", "4 March 2025", "Mar. 4, 2025", "2025-03-04", "4th of March 2025"):  # fmt: skip
        caption = f"Divers inspect the old pier in Port Ellen on Monday, {date_words}."
        found = one(Rule.WEEKDAY, caption)
        assert (found.words, found.suggestion) == ("Monday", "Tuesday"), date_words
        assert Rule.WEEKDAY not in asked(caption.replace("Monday", "Tuesday")), date_words
    assert one(Rule.WEEKDAY, GOOD.replace("Tuesday, March 4, 2025", "March 4, 2025 (Friday)"))


def test_a_weekday_alone_waits_for_the_photos_date():
    caption = "Divers inspect the old pier in Port Ellen early Sunday."
    assert asked(caption) == set()
    found = one(Rule.WEEKDAY, caption, photo=PhotoSays(taken=TAKEN))
    assert (found.words, found.evidence) == ("Sunday", "4 March 2025 is a Tuesday.")
    assert asked(caption.replace("Sunday", "Tuesday"), photo=PhotoSays(taken=TAKEN)) == set()
    night = PhotoSays(taken=datetime(2025, 3, 4, 1, tzinfo=UTC))
    assert asked("Divers leave the pier in Port Ellen on Monday night.", photo=night) == set()


def test_a_date_without_a_year_is_of_the_photos_year():
    caption = "Divers inspect the old pier in Port Ellen on Monday, March 4."
    assert one(Rule.WEEKDAY, caption, photo=PhotoSays(taken=TAKEN)).suggestion == "Tuesday"
    assert Rule.WEEKDAY not in asked(caption), "it was a Monday the year before"


def test_the_date_is_the_photos_or_it_is_a_file_photo():
    other = PhotoSays(taken=datetime(2025, 2, 24, 9, tzinfo=UTC))
    assert one(Rule.DATE_DIFFERS, photo=other).words == "Tuesday, March 4, 2025"
    for caption in (
        "FILE - Divers inspect the old pier in Port Ellen, March 4, 2025.",
        "Divers inspect the old pier in Port Ellen in this 2019 file photo.",
        "Illustrative: divers inspect the old pier in Port Ellen, March 4, 2025.",
        "Divers inspect the old pier in Port Ellen, March 4, 2025. (File)",
        "Divers inspect the pier in Port Ellen, Feb. 24, 2025, after the storm of Feb. 3.",
        "Divers, who came on March 1, inspect the pier in Port Ellen on Monday.",
    ):
        assert Rule.DATE_DIFFERS not in asked(caption, photo=other), caption
    old = PhotoSays(taken=datetime(2019, 7, 1, 9, tzinfo=UTC))
    assert Rule.DATE_DIFFERS in asked("Divers inspect the pier in Port Ellen on Monday.", photo=old)


def names_in(caption, *story, photo=()):
    found = about_names(Material(caption, story=story, photo=PhotoSays(texts=photo)))
    return [(one.rule, one.words, one.suggestion) for one in found]


def test_a_name_is_spelled_as_in_the_story_and_in_the_photos_metadata():
    spelt = Rule.NAME_SPELT
    for caption, story, words, right in (
        ("Khalid Mishal waves.", "It was Khaled Mashaal’s idea.", "Khalid Mishal", "Khaled Mashaal"),
        ("Mayor Sara Cohen waves.", "Said Sarah Cohen.", "Sara Cohen", "Sarah Cohen"),
        ("Prime Minister Natanyahu waves.", "Said Benjamin Netanyahu.", "Natanyahu", "Netanyahu"),
        ("Jose Perez (left) waves.", "Said José Pérez.", "Jose Perez", "José Pérez"),
        ("Mohammed bin Salman waves.", "Mohamed bin Salman left.", "Mohammed bin Salman", "Mohamed bin Salman"),
        ("Rav Chaim Kanievsky waves.", "Rav Haim Kanievski spoke.", "Chaim Kanievsky", "Haim Kanievski"),
    ):  # fmt: skip
        assert names_in(caption, story) == [(spelt, words, right)], caption
    assert names_in("Dan Levy waves.", "Said Dan Levy.", photo=("Dan Levi waves",)) == [
        (spelt, "Dan Levy", "Dan Levi")
    ]
    assert names_in("José Pérez waves.", "Said José Pérez.", photo=("Jose Perez",)) == []
    story = (
        "U.S. President Joe Biden called. Yahya Sinwar and Abdel Fattah el-Sisi of Be’eri did too."
    )
    for caption, right in {
        "President Joe Bidden waves.": "Joe Biden",
        "Hamas Chief of Staff Gen. Yihye Sinwar waves.": "Yahya Sinwar",
        "Abdel Fattah al-Sisi waves.": "Abdel Fattah el-Sisi",
        "Divers wait in Beeri.": "Be’eri",
    }.items():
        assert (spelt, right) in [(one[0], one[2]) for one in names_in(caption, story)], caption
    for caption, other in (("Ali Cohen waves.", "Eli Cohen"), ("Dan Levy waves.", "Dana Levy")):
        assert spelt not in {one[0] for one in names_in(caption, f"Said {other}.")}, caption


def test_a_name_that_nothing_confirms_is_asked_about():
    assert names_in("Dana Levy waves.", "Of Dan Levy’s boat.", photo=("Nobody",)) == [
        (Rule.NAME_UNKNOWN, "Dana Levy", None)
    ]
    assert names_in("Jane Roe waves.", "A story.", photo=("Jane Roe at a fair",)) == []


def test_peoples_titles_sides_and_possessives_are_no_names():
    for caption in (
        "Israelis wave at Israel’s border with Egyptian police.",
        "Isaac Herzog, left, shakes President Isaac Herzog's hand.",
        "Protesters wave; Police stand by Israel's flag on Sunday in June.",
        "The IDF’s soldiers rest in Israel.",
        "Herzog, right, rests.",
    ):
        assert names_in(caption, "Israel’s president, Isaac Herzog, met protesters.") == [], caption


def test_creator_and_credit_agree_with_the_photo_however_it_writes_them():
    for photo in (
        PhotoSays("ADA PARK", "Coastlight"),
        PhotoSays("Park, Ada", "COASTLIGHT"),
        PhotoSays("Ada Park/Coastlight", ""),
        PhotoSays("Áda Park", "Ada Park via Coastlight"),
        PhotoSays("Ada Park", "Coastlight/Ada Park"),
        PhotoSays(),
    ):
        assert asked(photo=photo) == set(), photo
    found = one(Rule.CREATOR_DIFFERS, photo=PhotoSays("Jon Roe", ""))
    assert (found.words, found.suggestion) == ("Ada Park", "Jon Roe")
    assert Rule.CREDIT_DIFFERS in asked(photo=PhotoSays("Ada Park", "Reuters"))
    assert Rule.CREDIT_DIFFERS in asked(credit="Jon Roe/Coastlight")
    assert one(Rule.CREDIT_MISSING, credit="", photo=PhotoSays("Ada Park", "Coastlight")).suggestion == "Ada Park/Coastlight"  # fmt: skip
    ap = PhotoSays("Ada Park", "The Associated Press")
    assert Rule.CREDIT_DIFFERS not in asked(credit="Ada Park/AP", photo=ap)


def test_house_form_is_the_name_then_the_agency():
    for credit in ("Ada Park/Coastlight", "(Ada Park/Flash90)", "Ada Park/AP, File", "Avi Ben-Ari/AFP"):  # fmt: skip
        assert in_house_form(credit), credit
    for credit, right in {
        "AP Photo/Ada Park": "Ada Park/AP",
        "Photo: Ada Park / Flash90": "Ada Park/Flash90",
        "Ada Park via Reuters": "Ada Park/Reuters",
        "REUTERS/Ada Park": "Ada Park/REUTERS",
        "Flash90": "Ada Park/Flash90",
        "Ada Park": "",
    }.items():
        assert not in_house_form(credit), credit
        assert house_form(Material(credit=credit, creator="Ada Park")) == right, credit


def test_alt_text_says_its_own_words_at_once_and_in_short():
    assert asked(alt=GOOD.upper()) == {Rule.ALT_SAME}
    assert asked(alt="x" * 251) == {Rule.ALT_LONG}
    assert asked(alt="x" * 250) == set()
    for opening in ("Image of", "A photo of", "picture of", "This image shows", "Photograph of"):
        found = one(Rule.ALT_OPENING, alt=f"{opening} two divers by a pier.")
        assert found.suggestion == "Two divers by a pier.", opening
    assert asked(alt="Photographers wait beside a pier.") == set()


def test_a_photo_stands_once_and_before_the_first_paragraph():
    assert asked(used_before=1) == {Rule.PHOTO_TWICE}
    assert asked(leads=False) == {Rule.LEAD_FIGURE}


def test_a_caption_that_the_library_has_for_another_photo_is_told_with_its_name():
    assert "photo 7, quay.jpg" in one(Rule.OTHER_PHOTO, whose="photo 7, quay.jpg").evidence


def test_a_desk_decides_how_much_a_rule_weighs_but_not_what_a_figure_may_lack():
    own = Levels.differing({Rule.NO_DATE: Level.OFF, Rule.ALT_MISSING: Level.OFF})
    noon = material("Divers inspect the old pier in Port Ellen at noon.", alt="")
    assert {found.rule for found in breaches(noon, own)} == {Rule.ALT_MISSING}
    assert own.severity(Rule.NAME_SPELT) == "blocking"
    assert Levels().changes_to(own) == "the caption says when: warn → off"


def test_each_rule_has_its_sentence():
    assert all(standard_of(f"{PREFIX}{rule}") is BY_RULE[rule] for rule in Rule)
    assert standard_of("caption:of-another-version") is None
