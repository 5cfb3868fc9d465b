"""What the table of cleaners makes of creator, credit and caption, and what it leaves alone."""

import pytest

from newsroom.photos.cleaners import CLEANERS, WordLists, clean
from newsroom.photos.facts import Words

LISTS = WordLists(photographers={"jose nunez": "José Núñez"})

PAIRS = [
    # creator and credit as the file has them, and as the paper has them
    ("Dana Peled", "Dana Peled/Flash90", "Dana Peled", "Dana Peled/Flash90"),
    ("", "Dana Peled/Flash90", "Dana Peled", "Dana Peled/Flash90"),
    ("", "AP Photo/Dana Peled", "Dana Peled", "AP Photo/Dana Peled"),
    ("Dana Peled/Flash90", "", "Dana Peled", "Dana Peled/Flash90"),
    ("Dana Peled/Flash 90", "Flash 90", "Dana Peled", "Dana Peled/Flash90"),
    ("Dana Peled", "AFP", "Dana Peled", "Dana Peled/AFP"),
    ("Dana Peled", "Associated Press", "Dana Peled", "Dana Peled/AP"),
    ("DANA PELED", "REUTERS", "Dana Peled", "Dana Peled/Reuters"),
    ("dana peled", "", "Dana Peled", ""),
    ("DANA VAN DER PELED", "", "Dana van der Peled", ""),
    ("SEAN O'NEILL-MCDONALD", "", "Sean O'Neill-McDonald", ""),
    ("DANA PELED and OMER KATZ", "EPA", "Dana Peled and Omer Katz", "Dana Peled and Omer Katz/EPA"),
    ("DANA PELED", "DANA PELED/HARBOUR PRESS", "Dana Peled", "Dana Peled/HARBOUR PRESS"),
    ("STR", "AFP", "", "AFP"),
    ("Stringer", "REUTERS", "", "Reuters"),
    ("Handout", "Handout", "", "Handout"),
    ("Dana Peled, Pool", "Pool/AFP", "Dana Peled", "Dana Peled/AFP"),
    ("Dana Peled - Pool", "Dana Peled - Pool/Getty", "Dana Peled", "Dana Peled/Getty Images"),
    ("", "Handout via Reuters", "", "Reuters"),
    ("", "Dana Peled/Pool via AP", "Dana Peled", "Dana Peled/AP"),
    ("Dana Peled via AP", "", "Dana Peled", "Dana Peled/AP"),
    ("", "Dana Peled via AP", "Dana Peled", "Dana Peled/AP"),
    ("Madonna via Prince", "", "Madonna via Prince", ""),
    ("", "Dana Peled/AFP via Getty", "Dana Peled", "Dana Peled/AFP via Getty Images"),
    ("(c) Dana Peled", "© 2026 Dana Peled/AFP", "Dana Peled", "Dana Peled/AFP"),
    ("Copyright Dana Peled", "", "Dana Peled", ""),
    ("Dana Peled", "Mandatory credit: Dana Peled/Rex", "Dana Peled", "Dana Peled/Rex"),
    ("Jose Nunez", "JOSE NUNEZ/AFP", "José Núñez", "José Núñez/AFP"),
    ("unknown", "-", "", ""),
    ("דנה פלד", "דנה פלד/פלאש 90", "דנה פלד", "דנה פלד/פלאש 90"),
    ("Harbour Press", "Harbour Press", "Harbour Press", "Harbour Press"),
    ("Creator1 (ref2017.1)", "Credit Line (ref2017.1)", "Creator1 (ref2017.1)",
     "Credit Line (ref2017.1)"),
]  # fmt: skip


@pytest.mark.parametrize(("creator", "credit", "clean_creator", "clean_credit"), PAIRS)
def test_creator_and_credit_come_out_in_the_papers_form(
    creator, credit, clean_creator, clean_credit
):
    cleaned = clean(Words(creator=creator, credit=credit), LISTS)
    assert (cleaned.words.creator, cleaned.words.credit) == (clean_creator, clean_credit)
    assert clean(cleaned.words, LISTS).words == cleaned.words, "a second time changes nothing"


CAPTIONS = [
    # caption and instructions, and the caption and credit that come of them
    ("Ferries wait. (Photo by Dana Peled/AFP)", "", "Ferries wait.", "Dana Peled/AFP"),
    ("Ferries wait (AP Photo/Dana Peled)", "", "Ferries wait", "AP Photo/Dana Peled"),
    (
        "Ferries wait. Photo credit should read: Dana Peled/PA Wire",
        "",
        "Ferries wait.",
        "Dana Peled/PA Wire",
    ),
    (
        "Ferries wait.",
        "FILE PHOTO\nMandatory Credit: Dana Peled/Rex.\nNo sales.",
        "Ferries wait.",
        "Dana Peled/Rex",
    ),
    ("Ferries wait (in the rain).", "", "Ferries wait (in the rain).", ""),
    ("(Photo by Dana Peled/AFP)", "", "(Photo by Dana Peled/AFP)", "Dana Peled/AFP"),
]


@pytest.mark.parametrize(("caption", "instructions", "left", "credit"), CAPTIONS)
def test_a_credit_in_prose_becomes_the_credit_and_leaves_the_caption(
    caption, instructions, left, credit
):
    words = clean(Words(caption=caption, instructions=instructions), LISTS).words
    assert (words.caption, words.credit) == (left, credit)
    assert words.creator == ("Dana Peled" if credit else "")
    assert words.instructions == instructions


def test_the_demanded_credit_outdoes_the_field():
    words = Words(
        creator="Dana Peled",
        credit="PA",
        caption="Ferries. Photo credit should read Dana Peled/PA Wire",
    )
    assert clean(words, LISTS).words.credit == "Dana Peled/PA Wire"


def test_a_title_that_begins_the_caption_is_dropped():
    words = clean(
        Words(title="Ferries wait.", headline="Strike", caption="Ferries wait at dawn"), LISTS
    )
    assert (words.words.title, words.words.headline) == ("", "Strike")


def test_what_the_file_said_is_kept_with_the_cleaners_that_changed_it():
    cleaned = clean(Words(creator="DANA PELED", credit="REUTERS", source="Reuters"), LISTS)
    assert {name: (one.was, one.by) for name, one in cleaned.originals.items()} == {
        "creator": ("DANA PELED", ("names",)),
        "credit": ("REUTERS", ("agencies", "alone")),
    }


def test_a_cleaner_that_is_switched_off_changes_nothing():
    words = Words(creator="DANA PELED", credit="AFP")
    every = [cleaner.name for cleaner in CLEANERS]
    assert clean(words, LISTS, every).words == words
    assert clean(words, LISTS, ["names"]).words.creator == "DANA PELED"
    assert clean(words, LISTS, ["alone"]).words.credit == "AFP"


def test_each_cleaner_does_what_its_example_says():
    for cleaner in CLEANERS:
        was, becomes = cleaner.example
        others = [one.name for one in CLEANERS if one is not cleaner]
        words = clean(Words(credit=was, creator="Dana Peled" if was == "AFP" else was,
                            caption=was if "Ferries" in was else "", title=was), LISTS, others).words  # fmt: skip
        assert becomes in {words.credit, words.creator, words.caption, words.title}, cleaner.name
