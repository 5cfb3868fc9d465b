"""Made-up news of a made-up coast: headlines, sentences and names, any number of them."""

import random
from dataclasses import dataclass

PLACES = ("Old Harbour", "Bay Point", "Upper Town", "Stone Ferry", "Northlight", "Salt Meadows")
GIVEN = ("Marta", "Orla", "Emil", "Ines", "Dov", "Samir", "Lea", "Yusuf", "Hanna", "Piet", "Rosa")
FAMILY = ("Quill", "Finch", "Calder", "Salant", "Haddad", "Berg", "Moss", "Winter", "Sand", "Ode")
OFFICES = (
    "the harbour office",
    "the council",
    "the school board",
    "the weather office",
    "the rescue service",
    "the electoral office",
)
THINGS = ("ferry", "market", "tram", "quay", "library", "bridge", "orchard", "clinic", "theatre")
VERBS = (
    "closes",
    "reopens",
    "moves",
    "grows",
    "waits",
    "turns fifty",
    "gets a roof",
    "loses a wall",
)
ENDS = (
    "The work will take until the spring.",
    "Nobody was hurt, and the road was open again by noon.",
    "A decision is due on Thursday.",
    "Season tickets stay valid.",
    "Last year it had been the other way round.",
    "The figures will be published next week.",
)
SPELLINGS = (("Safed", "Tzfas"), ("Hebron", "Chevron"), ("Kiev", "Kyiv"), ("Odessa", "Odesa"))
"""A spelling that reporters type, and the one that the house prefers."""

SOURCES = (
    ("Reuters reported", "With reporting by Reuters"),
    ("Channel 12 reported", "With reporting by Channel 12"),
    ("AFP reported", "With reporting by Agence France-Presse"),
)
"""How a story names its source, and the credit line that an editor gives it."""


@dataclass(frozen=True)
class Draft:
    """What a reporter has typed: the text, and where its spelling and its source stand."""

    headline: str
    slug: str
    dateline: str
    caption: str
    alt: str
    paragraphs: tuple[str, ...]
    typed: str = ""
    preferred: str = ""
    credit_line: str = ""


def person(chance: random.Random) -> str:
    return f"{chance.choice(GIVEN)} {chance.choice(FAMILY)}"


def draft(chance: random.Random, number: int) -> Draft:
    """One story; `number` keeps its slug its own."""
    thing, verb, place = chance.choice(THINGS), chance.choice(VERBS), chance.choice(PLACES)
    onlooker = person(chance)
    headline = f"{place} {thing.title()} {verb.title()} as {onlooker} Looks On"
    length = chance.choices((3, 5, 8, 14, 24), weights=(15, 40, 30, 12, 3))[0]
    paragraphs = [_paragraph(chance, thing, place) for _ in range(length)]
    typed, preferred = chance.choice(SPELLINGS) if chance.random() < 0.45 else ("", "")  # noqa: PLR2004 - about half
    if typed:
        paragraphs.insert(1, f"The same was tried in {typed} two years ago, and it is still there.")
    credit_line = ""
    if chance.random() < 0.3:  # noqa: PLR2004 - about a third
        source, credit_line = chance.choice(SOURCES)
        paragraphs.insert(2, f"{source} last week that {chance.choice(OFFICES)} had other plans.")
    return Draft(
        headline,
        f"{thing}-{chance.choice(FAMILY).lower()}-{number}",
        place.upper(),
        f"{onlooker} stands beside the {thing} in {place} on Monday.",
        f"A figure in a coat, seen from behind, and the {thing} in the light of the morning.",
        tuple(paragraphs),
        typed,
        preferred,
        credit_line,
    )


def _paragraph(chance: random.Random, thing: str, place: str) -> str:
    office, name = chance.choice(OFFICES), person(chance)
    first = f"The {thing} in {place} {chance.choice(VERBS)} this month, {office} said on Monday."
    second = f"“We looked at every stone of it,” said {name}, “and then we looked again.”"
    return " ".join(chance.sample((first, second, chance.choice(ENDS), chance.choice(ENDS)), 3))
