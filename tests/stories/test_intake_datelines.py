"""Where a story was written, in each form in which newspapers and agencies say so."""

import pytest

from newsroom.stories.intake import take_apart

OWN_LINE = [
    "YERUSHALAYIM",
    "TEL AVIV",
    "MILL CREEK",
    "Jerusalem",
    "JERUSALEM (AP)",
    "LONDON, Nov. 3",
    "LONDON, Nov 3 (Reuters)",
    "Haifa, 3 November 2026",
    "Mill Creek, Nov. 3",
    "RAMALLAH, West Bank (AP)",
    "BEIRUT/DAMASCUS",
    "Kyiv (Ukraine) (AFP)",
    "ירושלים",
    "القاهرة",
]

RUN_IN = [
    # the dateline and what stands between it and the first sentence
    ("JERUSALEM (AP)", " — "),
    ("JERUSALEM (AP)", " -- "),
    ("LONDON, Nov 3 (Reuters)", " - "),
    ("LONDON, Nov 3 (Reuters)", "- "),
    ("Jerusalem, 28 November, 2026 (TPS)", " -- "),
    ("Northport (AFP)", " – "),
    ("Kyiv (Ukraine) (AFP)", " – "),
    ("SKANEATELES, N.Y. (AP)", " — "),
    ("RAMALLAH, West Bank (AP)", " — "),
    ("ST. LOUIS", "—"),
    ("JERUSALEM", " _ "),
    ("JERUSALEM/GAZA (Reuters)", " - "),
    ("JERUSALEM and RAMALLAH, West Bank (AP)", " — "),
    ("BEIRUT, Lebanon, and AMMAN, Jordan", " — "),
    ("LONDON/PARIS", " — "),
    ("MILL CREEK", " — "),
    ("Mill Creek", " – "),
    ("Mill Creek, Nov. 3", " – "),
    ("Cairo", ": "),
    ("NORTHPORT", ": "),
    ("NEW DELHI", ": "),
    ("(JTA)", " — "),
    ("UPI", " – "),
]


@pytest.mark.parametrize("line", OWN_LINE)
def test_a_place_on_a_line_of_its_own_is_the_dateline(line):
    taken = take_apart(f"Ferry strike ends\n\n{line}\n\nThe crews went back to work on Tuesday.\n")
    assert taken.dateline == line
    assert [block.text for block in taken.body] == ["The crews went back to work on Tuesday."]


@pytest.mark.parametrize("end", [" —", ":", " -", "—"])
def test_a_dash_behind_a_dateline_is_not_part_of_it(end):
    taken = take_apart(f"Ferry strike ends\n\nHAIFA{end}\n\nThe crews went back to work.\n")
    assert taken.dateline == "HAIFA"


@pytest.mark.parametrize(("dateline", "mark"), RUN_IN)
def test_a_place_before_the_first_sentence_is_the_dateline(dateline, mark):
    taken = take_apart(
        f"Ferry strike ends\n\n{dateline}{mark}The crews went back on Tuesday.\n\nAll are glad.\n"
    )
    assert taken.dateline == dateline
    assert [block.text for block in taken.body] == [
        "The crews went back on Tuesday.",
        "All are glad.",
    ]
    assert taken.headline == "Ferry strike ends"


@pytest.mark.parametrize(
    "opening",
    [
        "Israel — which has the harbour — closed it on Tuesday.",
        "The union — a small one — had asked for more.",
        "BREAKING: The ferry crews have ended their strike.",
        "UPDATE — The ferry crews have ended their strike.",
        "Analysis: The strike is over, the quarrel is not.",
        "Dana Peled, the mayor, said: We are glad.",
        "NATO — the alliance of 32 countries — met on Tuesday.",
        "At 10:15 the first boat left.",
        "Well-known sailors - and some others - were on the pier.",
        "FILE - The ferry in August.",
        "“It is over”: with these words the mayor greeted the first boat.",
    ],
)
def test_a_dash_or_a_colon_alone_makes_no_dateline(opening):
    taken = take_apart(f"Ferry strike ends\n\n{opening}\n\nAll are glad.\n")
    assert taken.dateline == ""


def test_only_the_first_paragraph_can_open_with_the_dateline():
    taken = take_apart(
        "Ferry strike ends\n\nIt is over.\n\nAll are glad.\n\nHAIFA — A second story.\n"
    )
    assert taken.dateline == ""
    assert taken.body[2].text == "HAIFA — A second story."


def test_one_dateline_is_enough():
    taken = take_apart("Ferry strike ends\n\nHAIFA\n\nJERUSALEM — The minister was glad.\n")
    assert taken.dateline == "HAIFA"
    assert taken.body[0].text == "JERUSALEM — The minister was glad."


def test_capitals_are_a_writer_where_the_dateline_comes_later():
    taken = take_apart("Ferry strike ends\n\nDANA PELED\n\nHAIFA — The strike is over.\n")
    assert (taken.byline, taken.dateline) == ("DANA PELED", "HAIFA")


def test_lines_of_a_summary_over_the_dateline_are_the_standfirst():
    taken = take_apart(
        "Ferry strike ends\nSummary\nCrews to return\nShares rise 4%\nHAIFA (Reuters) - It is over.\n"
    )
    assert taken.standfirst == "Crews to return; Shares rise 4%"
    assert taken.dateline == "HAIFA (Reuters)"
    assert [one.text for one in taken.set_aside] == ["Summary"]
