"""What is not the story is set aside with its reason, and what only sounds like it stays."""

import pytest

from newsroom.stories.intake import take_apart

FIRST = "The crews went back to work on Tuesday, the company said."
SECOND = "It had cut off three islands for a week."
LAST = "All is well on the islands, and the shops are full again."

NOT_THE_STORY = [
    ("To Read The Full Story", "a subscription prompt"),
    ("To continue reading this article, subscribe", "a subscription prompt"),
    ("Subscribe", "a subscription prompt"),
    ("Subscribe now!", "a subscription prompt"),
    ("SUBSCRIBE TO OUR NEWSLETTER", "a subscription prompt"),
    ("This article is for subscribers only.", "a subscription prompt"),
    ("You have 2 free articles remaining this month.", "a subscription prompt"),
    ("Get unlimited access for $1 a week", "a subscription prompt"),
    ("Start your free trial", "a subscription prompt"),
    ("Support local journalism", "a subscription prompt"),
    ("Are you already a subscriber?", "a log-in line"),
    ("Already a subscriber? Log in", "a log-in line"),
    ("Log in", "a log-in line"),
    ("Click to log in!", "a log-in line"),
    ("Sign in to continue", "a log-in line"),
    ("Don’t have an account? Register", "a log-in line"),
    ("Forgot your password?", "a log-in line"),
    ("Sign up for our newsletter", "a newsletter prompt"),
    ("Sign up for the Morning Boat newsletter and never miss a story.", "a newsletter prompt"),
    ("Get the day’s top stories in your inbox", "a newsletter prompt"),
    ("Enter your email address", "a newsletter prompt"),
    ("By signing up, you agree to our terms of use.", "a newsletter prompt"),
    ("Join our WhatsApp group", "a newsletter prompt"),
    ("We use cookies to improve your experience.", "a cookie prompt"),
    ("Accept all", "a cookie prompt"),
    ("Manage preferences", "a cookie prompt"),
    ("Advertisement", "an advertisement"),
    ("ADVERTISEMENT", "an advertisement"),
    ("Story continues below advertisement", "an advertisement"),
    ("Article continues below", "an advertisement"),
    ("Sponsored content", "an advertisement"),
    ("Read more: Ferries of the north", "a link to another story"),
    ("READ MORE | Ferries of the north", "a link to another story"),
    ("ALSO READ: Ferries of the north", "a link to another story"),
    ("Related: Library roof to be repaired", "a link to another story"),
    ("See also: Ferries of the north", "a link to another story"),
    ("Watch: First boat leaves the harbour", "a link to another story"),
    ("Read more", "a link to another story"),
    ("Click here for more", "a link to another story"),
    ("Continue reading", "a subscription prompt"),
    ("Follow us on Twitter", "a prompt to follow"),
    ("Follow @harbourtimes", "a prompt to follow"),
    ("Like us on Facebook", "a prompt to follow"),
    ("12 Comments", "reader comments"),
    ("Comments", "reader comments"),
    ("Join the conversation", "reader comments"),
    ("Share", "a row of buttons for sharing"),
    ("Share Tweet Email Print", "a row of buttons for sharing"),
    ("Facebook | Twitter | WhatsApp", "a row of buttons for sharing"),
    ("Share this article", "a row of buttons for sharing"),
    ("Published: 3 November 2026 10:15", "a time stamp"),
    ("Updated 5 hours ago", "a time stamp"),
    ("Last updated on Tue 3 Nov 2026 10.15 GMT", "a time stamp"),
    ("November 3, 2026 10:15 a.m. ET", "a time stamp"),
    ("2026-11-03 10:15", "a time stamp"),
    ("2026-11-03T10:15:00Z", "a time stamp"),
    ("03.11.2026, 10:15", "a time stamp"),
    ("3 min read", "a time stamp"),
    ("Reading time: 3 minutes", "a time stamp"),
    ("Sunday, November 1, 2026 at 6:13 am | כ' חשון תשפ\"ז", "a time stamp"),
    ("© 2026 Harbour Times. All rights reserved.", "a line about rights"),
    ("Copyright 2026 The Harbour Press", "a line about rights"),
    ("This material may not be published, broadcast or rewritten.", "a line about rights"),
    ("Tags: ferries, islands", "a row of tags"),
    ("Topics: ferries | islands", "a row of tags"),
    ("#ferries #islands", "a row of tags"),
    ("Loading…", "a placeholder for what loads later"),
    ("Listen to this article", "a placeholder for what loads later"),
    ("1 of 12", "a counter or button of a gallery"),
    ("Image 3 of 5", "a counter or button of a gallery"),
    ("1/12", "a counter or button of a gallery"),
    ("View gallery", "a counter or button of a gallery"),
    ("hide caption", "a counter or button of a gallery"),
    ("Skip to main content", "a part of the site's menu"),
    ("Home / News / World", "a part of the site's menu"),
    ("News > World > Islands", "a part of the site's menu"),
    ("Privacy policy", "a part of the site's menu"),
    ("https://harbour.example/ferries", "an address on a line of its own"),
    ("-30-", "an end mark or a note of the wire"),
    ("ENDS", "an end mark or a note of the wire"),
    ("###", "a dividing line"),
    ("___", "a dividing line"),
    ("* * *", "a dividing line"),
    ("פרסומת", "an advertisement"),
    ("להמשך קריאה", "a subscription prompt"),
    ("إعلان", "an advertisement"),
    ("Lire aussi : Les ferries du nord", "a link to another story"),
]


@pytest.mark.parametrize(("line", "reason"), NOT_THE_STORY)
def test_a_line_that_is_not_the_story_is_set_aside_with_its_reason(line, reason):
    taken = take_apart(f"Ferry strike ends\n\n{FIRST}\n\n{SECOND}\n\n{line}\n\n{LAST}\n")
    assert [(one.text, one.reason) for one in taken.set_aside] == [(line, reason)]
    assert [block.text for block in taken.body] == [FIRST, SECOND, LAST]


@pytest.mark.parametrize(
    "sentence",
    [
        "Readers who subscribe to the idea should think again, she said.",
        "Residents must log in to the town's site to vote, the clerk said.",
        "Subscribe to no plan, the mayor told the islanders, that leaves you without a doctor.",
        "He wrote an advertisement for the ferry in 1980.",
        "To read the full report of the strike, the minister said, would take a week.",
        "Comments by the minister angered the crews.",
        "Cookies and tea were served on the pier.",
        "Share prices of the company rose by four per cent.",
        "Follow the money, the union said.",
        "The post of director is to be filled by May.",
        "Related matters will be heard in court on Monday, the judge said.",
        "Copyright law has nothing to say about ferries.",
        "Two days later the first boat left.",
        "Ten minutes passed.",
        "By continuing the strike, the crews risked their pay.",
        "Join us, the children called from the pier.",
        "Watch out for ice, the captain said.",
        "Registered nurses came over by fishing boat.",
        "More than 20 boats lay idle: ferries, tugs and barges.",
        "Top stories were told on the pier all night.",
        "The newsletter of the union had called for a strike.",
        "Already a member of the council, she now leads it.",
        "Mail came once, on a fishing boat.",
        "Live music was played when the first boat came in.",
    ],
)
def test_a_sentence_that_sounds_like_a_prompt_stays_in_the_body(sentence):
    taken = take_apart(f"Ferry strike ends\n\n{FIRST}\n\n{sentence}\n\n{LAST}\n")
    assert [block.text for block in taken.body] == [FIRST, sentence, LAST]
    assert taken.set_aside == ()


def test_what_stands_under_a_head_of_links_goes_with_it():
    taken = take_apart(
        f"Ferry strike ends\n\n{FIRST}\n\n{LAST}\n\nMore on this story\n\nIslands plead for help\n\n"
        "Will the ferries run on Monday?\n\nRelated Topics\nFerries\nIslands\n"
    )
    assert [block.text for block in taken.body] == [FIRST, LAST]
    assert len(taken.set_aside) == 6


def test_a_list_of_links_amid_the_body_ends_where_the_story_goes_on():
    taken = take_apart(
        f"Ferry strike ends\n\n{FIRST}\n\nRelated\nIslands plead for help\nA week without bread\n\n"
        f"What the union says\n\n{LAST}\n"
    )
    assert [block.text for block in taken.body] == [FIRST, "What the union says", LAST]
    assert [one.text for one in taken.set_aside] == [
        "Related",
        "Islands plead for help",
        "A week without bread",
    ]


def test_a_list_of_links_over_the_first_paragraph_takes_nothing_along():
    taken = take_apart(f"Comments\nFerry strike ends\nBy Dana Peled\n\n{FIRST}\n\n{LAST}\n")
    assert (taken.headline, taken.byline) == ("Ferry strike ends", "By Dana Peled")


def test_reader_comments_are_set_aside_to_the_end():
    taken = take_apart(
        f"Ferry strike ends\n\n{FIRST}\n\n{LAST}\n\nLeave a Reply\n\n"
        "I was on that boat, and it was cold, and nobody came.\n\nOmer\n"
    )
    assert [block.text for block in taken.body] == [FIRST, LAST]
    assert len(taken.set_aside) == 3


def test_portraits_under_the_credit_of_the_copy_are_set_aside():
    taken = take_apart(
        f"Ferry strike ends\n\n{FIRST}\n\n{LAST}\n\nReporting by Dana Peled; Editing by Omer Katz\n\n"
        "Dana Peled\n\nDana Peled writes about ports and shipping.\n"
    )
    assert taken.body[-1].text == "Reporting by Dana Peled; Editing by Omer Katz"
    assert [one.text for one in taken.set_aside] == [
        "Dana Peled",
        "Dana Peled writes about ports and shipping.",
    ]


def test_tags_among_the_furniture_under_a_story_are_set_aside():
    taken = take_apart(
        f"Strike ends\n\n{FIRST}\n\n{LAST}\n\nFerries\nIslands\n\n© 2026 Harbour Times\n"
    )
    assert [one.text for one in taken.set_aside] == ["Ferries", "Islands", "© 2026 Harbour Times"]


def test_a_last_line_with_no_furniture_about_it_stays():
    taken = take_apart(f"Strike ends\n\n{FIRST}\n\n{LAST}\n\nFinal score: Haifa 3, Mill Creek 1\n")
    assert taken.body[-1].text == "Final score: Haifa 3, Mill Creek 1"


def test_an_embargo_is_set_aside_and_said():
    taken = take_apart(f"EMBARGOED UNTIL 6 AM TUESDAY\n\nFerry strike ends\n\n{FIRST}\n\n{LAST}\n")
    assert taken.headline == "Ferry strike ends"
    assert taken.set_aside[0].reason == "an embargo"
    assert "The text names an embargo: “EMBARGOED UNTIL 6 AM TUESDAY”." in taken.notes


def test_a_headline_that_a_page_prints_twice_is_kept_once():
    taken = take_apart(
        f"Ferry strike ends at last\n\nFerry strike ends at last\n\n{FIRST}\n\n{LAST}\n"
    )
    assert taken.headline == "Ferry strike ends at last"
    assert [one.reason for one in taken.set_aside] == ["the headline a second time"]


def test_a_date_between_paragraphs_is_the_heading_of_what_happened_then():
    taken = take_apart(f"Strike ends\n\n{FIRST}\n\n{FIRST}\n\n3 November\n\n{LAST}\n")
    assert [block.kind for block in taken.body] == [
        "paragraph",
        "paragraph",
        "heading",
        "paragraph",
    ]


def test_a_text_of_nothing_but_prompts_is_not_lost():
    taken = take_apart("Subscribe\nLog in\nAdvertisement\n")
    assert (taken.headline, taken.body) == ("", ())
    assert len(taken.set_aside) == 3
    assert "No body was found; put back the lines that belong to the story." in taken.notes
