"""A text that was taken apart becomes a story's document, each part in its place."""

from newsroom.stories import document
from newsroom.stories.intake import as_document, take_apart


def nodes(text: str) -> list[dict]:
    made = as_document(take_apart(text))
    assert document.read(made).to_json() == made
    return made["content"]


def words(node: dict) -> str:
    return "".join(part.get("text", "") or words(part) for part in node.get("content", ()))


TEXT = """Ferry strike ends

The islands had been without bread since Saturday

By Dana Peled

HAIFA

Crowds wait on the pier. (Omer Katz/Flash90)

The crews went back to work on Tuesday, the company said.

What the union says

The first boat leaves at six on Wednesday morning.

The boat of the morning. (AP Photo/Noa Levi)

• Four per cent more
• Nobody is dismissed

1. The crews vote.
2. The board votes.

All is well on the islands, the mayor said on Tuesday.

(Reporting by Dana Peled; Editing by Noa Levi)
"""


def test_every_part_has_its_place_in_the_document():
    assert [(node["type"], words(node)) for node in nodes(TEXT)] == [
        ("headline", "Ferry strike ends"),
        ("standfirst", "The islands had been without bread since Saturday"),
        ("byline", "By Dana Peled"),
        ("dateline", "HAIFA"),
        ("figure", "Crowds wait on the pier."),
        ("paragraph", "The crews went back to work on Tuesday, the company said."),
        ("heading", "What the union says"),
        ("paragraph", "The first boat leaves at six on Wednesday morning."),
        ("figure", "The boat of the morning."),
        ("bullet_list", "Four per cent moreNobody is dismissed"),
        ("ordered_list", "The crews vote.The board votes."),
        ("paragraph", "All is well on the islands, the mayor said on Tuesday."),
        ("credit_line", "(Reporting by Dana Peled; Editing by Noa Levi)"),
    ]


def test_a_figure_awaits_its_photo_with_creator_and_credit():
    figure = next(node for node in nodes(TEXT) if node["type"] == "figure")
    assert figure["attrs"] == {
        "photo": None,
        "alt": "",
        "creator": "Omer Katz",
        "credit": "Omer Katz/Flash90",
        "crop": None,
    }


def test_a_quotation_and_a_credit_within_the_last_paragraph_find_their_places():
    made = nodes(
        "Strike ends\n\nThe crews are glad, they say.\n\n> We are glad.\n\nIt is over. (AFP)\n"
    )
    assert made[-3]["type"] == "blockquote"
    assert (words(made[-2]), words(made[-1])) == ("It is over.", "(AFP)")


def test_a_headline_alone_makes_a_story_with_an_empty_paragraph():
    made = nodes("Ferry strike ends")
    assert [node["type"] for node in made][-2:] == ["paragraph", "credit_line"]
    assert "content" not in made[-2]
