"""A credit line tells who took a picture and whose service it is; nothing of it is lost."""

import pytest

from newsroom.photos.credit import Credit, take_credit

FORMS = [
    # the line as it prints, who took it, whose service it is
    ("Dana Peled/Flash90", "Dana Peled", "Flash90"),
    ("Dana Peled / Reuters", "Dana Peled", "Reuters"),
    ("AP Photo/Dana Peled", "Dana Peled", "AP"),
    ("AP Photo/Dana Peled, File", "Dana Peled", "AP"),
    ("AFP PHOTO / DANA PELED", "DANA PELED", "AFP"),
    ("REUTERS/Dana Peled", "Dana Peled", "REUTERS"),
    ("Xinhua/Li Mei", "Li Mei", "Xinhua"),
    ("Harbour Press/Dana Peled", "Dana Peled", "Harbour Press"),
    ("Dana Peled/Harbour", "Dana Peled", "Harbour"),
    ("Dana Peled/AFP via Getty Images", "Dana Peled", "AFP via Getty Images"),
    ("Dana Peled/AFP/Getty Images", "Dana Peled", "AFP/Getty Images"),
    ("Dana Peled/Pool via AP", "Dana Peled", "AP"),
    ("Dana Peled/Pool Photo via AP", "Dana Peled", "AP"),
    ("Dana Peled - Pool/Getty Images", "Dana Peled", "Getty Images"),
    ("Dana Peled via AP", "Dana Peled", "AP"),
    ("Dana Peled for The Harbour Times", "Dana Peled", "The Harbour Times"),
    ("Dana Peled, AP", "Dana Peled", "AP"),
    ("Dana Peled—EPA", "Dana Peled", "EPA"),
    ("Dana Peled (GPO)", "Dana Peled", "GPO"),
    ("Dana Peled | Harbour Times", "Dana Peled", "Harbour Times"),
    ("Dana Peled and Omer Katz/AFP", "Dana Peled and Omer Katz", "AFP"),
    ("Dana Peled/TPS on 3 November, 2026", "Dana Peled", "TPS"),
    ("© Dana Peled, AFP", "Dana Peled", "AFP"),
    ("© 2026 Dana Peled", "Dana Peled", ""),
    ("דנה פלד/פלאש 90", "דנה פלד", "פלאש 90"),
    ("Dana Peled", "Dana Peled", ""),
    ("DANA BAR PELED", "DANA BAR PELED", ""),
    ("Reuters", "", "Reuters"),
    ("Flash90", "", "Flash90"),
    ("AP Photo", "", "AP"),
    ("Pool/AFP", "", "AFP"),
    ("Northport Police Department", "", "Northport Police Department"),
    ("Courtesy of the Harbour Museum", "", "the Harbour Museum"),
    ("Courtesy Dana Peled", "", "Dana Peled"),
    ("Courtesy", "", ""),
    ("File photo", "", ""),
    ("Screenshot", "", ""),
]


@pytest.mark.parametrize(("line", "creator", "agency"), FORMS)
def test_a_credit_tells_who_took_the_picture_and_whose_service_it_is(line, creator, agency):
    assert take_credit(line) == Credit(creator, agency, line)


@pytest.mark.parametrize(
    "written",
    [
        "(Dana Peled/Flash90)",
        "[Dana Peled/Flash90]",
        "Photo: Dana Peled/Flash90",
        "Photo by Dana Peled/Flash90",
        "(Photo by Dana Peled/Flash90)",
        "(Photo credit: Dana Peled/Flash90)",
        "PHOTO: Dana Peled/Flash90",
        "Photograph: Dana Peled/Flash90",
        "Credit: Dana Peled/Flash90",
        "Credit...Dana Peled/Flash90",
        "Picture: Dana Peled/Flash90",
        "Image source, Dana Peled/Flash90",
        "(Dana Peled/Flash90).",
    ],
)
def test_brackets_and_labels_around_a_credit_are_not_part_of_it(written):
    assert take_credit(written) == Credit("Dana Peled", "Flash90", "Dana Peled/Flash90")


def test_what_is_too_long_for_a_credit_is_kept_whole():
    prose = "The harbour lay still " * 40
    assert take_credit(prose) == Credit("", "", prose.strip())


def test_a_credit_of_nothing_names_nobody():
    assert take_credit("") == Credit("", "", "")
    assert take_credit("()") == Credit("", "", "")
