"""Captions and their credits, in each form in which papers and agencies print them."""

import pytest

from newsroom.stories.intake import take_apart

BODY = "The crews went back to work on Tuesday, the company said."
CAPTION = "Crowds wait on the pier in Northport on Monday."

CREDITED = [
    # how the caption is printed, who took it, the credit as it prints
    ("{} (Dana Peled/Flash90)", "Dana Peled", "Dana Peled/Flash90"),
    ("{} (Photo: Dana Peled)", "Dana Peled", "Dana Peled"),
    ("{} (Photo: Dana Peled/Reuters via AP)", "Dana Peled", "Dana Peled/Reuters via AP"),
    ("{} (Peled/AFP)", "Peled", "Peled/AFP"),
    ("{} (AP Photo/Dana Peled)", "Dana Peled", "AP Photo/Dana Peled"),
    ("{} (AP Photo/Dana Peled, File)", "Dana Peled", "AP Photo/Dana Peled, File"),
    ("{} (photo credit: REUTERS)", "", "REUTERS"),
    ("{} (photo credit: DANA BAR PELED)", "DANA BAR PELED", "DANA BAR PELED"),
    ("{} (Photo by Dana Peled / AFP)", "Dana Peled", "Dana Peled / AFP"),
    ("{} Photo by Dana Peled", "Dana Peled", "Dana Peled"),
    ("{} Photo: Dana Peled/Reuters via AP", "Dana Peled", "Dana Peled/Reuters via AP"),
    ("{} PHOTO: NORTHPORT POLICE DEPARTMENT", "", "NORTHPORT POLICE DEPARTMENT"),
    ("{} Photograph: Dana Peled/PA", "Dana Peled", "Dana Peled/PA"),
    ("{} Picture: Dana Peled", "Dana Peled", "Dana Peled"),
    ("{} Credit: Dana Peled", "Dana Peled", "Dana Peled"),
    (
        "{}Credit...Dana Peled for The Harbour Times",
        "Dana Peled",
        "Dana Peled for The Harbour Times",
    ),
    ("{} Dana Peled / Reuters", "Dana Peled", "Dana Peled / Reuters"),
    ("{} REUTERS/Dana Peled", "Dana Peled", "REUTERS/Dana Peled"),
    ("{} Dana Peled—EPA", "Dana Peled", "Dana Peled—EPA"),
    ("{} Dana Peled/AFP/Getty Images", "Dana Peled", "Dana Peled/AFP/Getty Images"),
    ("{} © Dana Peled, AFP", "Dana Peled", "© Dana Peled, AFP"),
    ("{} © Dana Peled", "Dana Peled", "© Dana Peled"),
    ("{} (Courtesy of the Harbour Museum)", "", "Courtesy of the Harbour Museum"),
    ("{} Courtesy of the Harbour Museum", "", "Courtesy of the Harbour Museum"),
    ("{} (Courtesy)", "", "Courtesy"),
    ("{} [Dana Peled/Al Jazeera]", "Dana Peled", "Dana Peled/Al Jazeera"),
    ("{} (Reuters)", "", "Reuters"),
    ("{} (Flash90)", "", "Flash90"),
    ("{} (Dana Peled)", "Dana Peled", "Dana Peled"),
    ("{} (Dana Peled for Reuters)", "Dana Peled", "Dana Peled for Reuters"),
    ("{} (Haim Zohar (GPO))", "Haim Zohar", "Haim Zohar (GPO)"),
    ("{} (File photo)", "", "File photo"),
    ("{} (Facebook/@northportpolice)", "", "Facebook/@northportpolice"),
    ("{} (Northport Police)", "", "Northport Police"),
    ("{} (Screenshot)", "", "Screenshot"),
    ("{} Reuters", "", "Reuters"),
    ("{}\nPhoto: Dana Peled/AFP", "Dana Peled", "Dana Peled/AFP"),
    ("{}\n(photo credit: DANA PELED)", "DANA PELED", "DANA PELED"),
    ("{}\nDana Peled/AFP", "Dana Peled", "Dana Peled/AFP"),
    ("{}\n\nCredit: Dana Peled", "Dana Peled", "Dana Peled"),
    ("{}\n\nAP Photo/Dana Peled", "Dana Peled", "AP Photo/Dana Peled"),
    ("{}\n© Dana Peled", "Dana Peled", "© Dana Peled"),
    ("Caption: {}\nCredit: Dana Peled", "Dana Peled", "Dana Peled"),
    ("Caption: {} (Dana Peled/AFP)", "Dana Peled", "Dana Peled/AFP"),
    ("Photo caption: {} (Dana Peled/AFP)", "Dana Peled", "Dana Peled/AFP"),
    ("Image source, Dana Peled\nImage caption, {}", "Dana Peled", "Dana Peled"),
]


@pytest.mark.parametrize(("printed", "creator", "credit"), CREDITED)
@pytest.mark.parametrize("after", [0, 2])
def test_a_caption_is_told_from_its_credit(printed, creator, credit, after):
    paragraphs = [BODY, "All were glad of it.", printed.format(CAPTION), "More boats will come."]
    order = paragraphs if after else [paragraphs[2], *paragraphs[:2], paragraphs[3]]
    taken = take_apart("Ferry strike ends\n\n" + "\n\n".join(order) + "\n\nThe end is good.\n")
    [figure] = taken.figures
    assert (figure.caption, figure.creator, figure.credit) == (CAPTION, creator, credit)
    assert figure.after_paragraph == after
    assert len(taken.body) == 4
    assert taken.set_aside == ()


@pytest.mark.parametrize("opening", ["FILE - ", "FILE — ", "FILE PHOTO: ", "File photo: "])
def test_an_old_picture_keeps_the_word_that_says_so(opening):
    line = f"{opening}{CAPTION}"
    taken = take_apart(
        f"Ferry strike ends\n\n{BODY}\n\n{line} (AP Photo/Dana Peled, File)\n\nAll is well.\n"
    )
    assert taken.figures[0].caption == line


def test_a_caption_without_a_full_stop_is_one_too():
    taken = take_apart(
        f"Strike ends\n\n{BODY}\n\nThe pier on Monday (Dana Peled/AFP)\n\nAll is well.\n"
    )
    assert taken.figures[0].caption == "The pier on Monday"


def test_an_agency_and_a_slash_need_no_full_stop_before_them():
    taken = take_apart(
        f"Strike ends\n\n{BODY}\n\nThe pier on Monday REUTERS/Dana Peled\n\nAll is well.\n"
    )
    assert taken.figures[0].credit == "REUTERS/Dana Peled"


def test_a_picture_described_over_the_first_paragraph_is_a_figure_that_lacks_its_credit():
    taken = take_apart(
        f"Strike ends\n\nA long exposure picture shows the pier by night.\n\n{BODY}\n"
    )
    assert taken.figures[0].caption == "A long exposure picture shows the pier by night."
    assert "A caption came without a credit; the photo desk will ask for it." in taken.notes


def test_every_figure_stands_where_it_was_found():
    taken = take_apart(
        "Strike ends\n\nThe pier. (Dana Peled/AFP)\n\nOne paragraph here.\n\nTwo paragraphs here.\n\n"
        "The boat. (Omer Katz/AP)\n\nThe mayor. (Noa Levi/EPA)\n\nThree paragraphs here.\n"
    )
    assert [(one.caption, one.after_paragraph) for one in taken.figures] == [
        ("The pier.", 0),
        ("The boat.", 2),
        ("The mayor.", 2),
    ]


def test_the_furniture_of_a_gallery_is_set_aside_from_the_caption():
    taken = take_apart(
        f"Strike ends\n\n[1/3]{CAPTION} REUTERS/Dana Peled Purchase Licensing Rights, opens new tab\n\n{BODY}\n"
    )
    assert taken.figures[0].caption == CAPTION
    assert [one.text for one in taken.set_aside] == [
        "[1/3]",
        "Purchase Licensing Rights, opens new tab",
    ]


def test_a_caption_that_a_page_prints_twice_is_one_figure():
    caption = f"{CAPTION} (Dana Peled/AFP)"
    taken = take_apart(f"Strike ends\n\n{CAPTION}\n{caption}\n{caption}\n\n{BODY}\n")
    assert [one.caption for one in taken.figures] == [CAPTION]
    assert {one.reason for one in taken.set_aside} == {"the caption a second time"}
    assert len(taken.body) == 1


def test_a_credit_beside_no_caption_is_a_figure_of_its_own():
    taken = take_apart(
        "Strike ends\n\nPhoto: Dana Peled/AFP\n\nIt is over, the mayor said on Tuesday.\n\nAll is well.\n"
    )
    assert (taken.figures[0].caption, taken.figures[0].creator) == ("", "Dana Peled")
    assert len(taken.body) == 2


@pytest.mark.parametrize(
    "paragraph",
    [
        "The school stayed open all week, and the shop did too (see above).",
        "The school stayed open all week (see above)",
        "He went home. (He had no boat.)",
        "The plan is the work of the ministry (and of two towns).",
        "They read a psalm on the pier. (Tehillim 122)",
        "It was the idea of Dana Peled (Labour).",
        "It was the idea of Dana Peled (Labour)",
        "The vote was carried by 61 to 59 (one member was ill)",
        "She shared a photo by Dana Peled with her readers.",
        "The picture: a harbour without boats.",
        "Credit where it is due: the crews kept their word.",
        "They came by land and/or by sea.",
        "“We are glad,” she said. (Reuters)",
        "A film crew from AFP/Getty waited on the pier.",
    ],
)
def test_brackets_at_the_end_of_a_paragraph_make_no_caption(paragraph):
    taken = take_apart(f"Strike ends\n\n{BODY}\n\n{paragraph}\n\nAll is well.\n")
    assert taken.figures == ()
    assert taken.body[1].text == paragraph


@pytest.mark.parametrize(
    "credit",
    [
        "(Reporting by Dana Peled; Editing by Omer Katz)",
        "Reporting by Dana Peled in Haifa and Omer Katz in London; Editing by Noa Levi",
        "Additional reporting by Omer Katz.",
        "With reporting by The Associated Press",
        "Omer Katz in London contributed to this report.",
        "(With inputs from agencies)",
        "(AFP)",
        "— Reuters",
        "(Harbour News – Northern Desk, Haifa)",
    ],
)
def test_the_credit_of_the_copy_itself_ends_the_body_and_is_no_caption(credit):
    taken = take_apart(f"Strike ends\n\n{BODY}\n\nAll is well.\n\n{credit}\n")
    assert taken.figures == ()
    assert taken.body[-1].text == credit
    assert taken.credit_line == credit


@pytest.mark.parametrize(
    "credit", ["(Reporting by Dana Peled; Editing by Omer Katz)", "(AFP)", "— AFP"]
)
def test_a_credit_of_the_copy_may_end_its_last_paragraph(credit):
    taken = take_apart(f"Strike ends\n\n{BODY}\n\nAll is well on the islands. {credit}\n")
    assert taken.body[-1].text == f"All is well on the islands. {credit}"
    assert taken.credit_line == credit
