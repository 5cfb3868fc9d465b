"""Bylines are taken apart into the people and organisations they name."""

import pytest

from newsroom.publishing.bylines import authors

PEOPLE = [
    ("By Mira Stone", ["Mira Stone"]),
    ("BY MIRA STONE", ["MIRA STONE"]),
    ("Mira Stone", ["Mira Stone"]),
    ("By Mira Stone and Tomas Reed", ["Mira Stone", "Tomas Reed"]),
    ("By Mira Stone, Tomas Reed & Lena Ford", ["Mira Stone", "Tomas Reed", "Lena Ford"]),
    ("By Mira Stone, political correspondent", ["Mira Stone"]),
    ("By Mira Stone, Tomas Reed, and Lena Ford", ["Mira Stone", "Tomas Reed", "Lena Ford"]),
    ("By Mira Stone in Port Ellen", ["Mira Stone"]),
    ("By Mira Stone, in Port Ellen, and Tomas Reed", ["Mira Stone", "Tomas Reed"]),
    ("By Mira Stone, Special to the Gazette", ["Mira Stone"]),
    ("By John Reed, Jr. and Mira Stone", ["John Reed, Jr.", "Mira Stone"]),
    ("By Rena Reporter and Eddie Editor", ["Rena Reporter", "Eddie Editor"]),
    ("By Ahmed al-Masri and Vincent van den Berg", ["Ahmed al-Masri", "Vincent van den Berg"]),
    ("By Mira Stone and Mira Stone", ["Mira Stone"]),
    ("By Sandy Anderson", ["Sandy Anderson"]),
    ("מאת דנה לב, יואב כהן", ["דנה לב", "יואב כהן"]),
]

BODIES = [
    ("By The Associated Press", ["The Associated Press"]),
    ("Reuters", ["Reuters"]),
    ("By Gazette staff", ["Gazette staff"]),
]


@pytest.mark.parametrize(("byline", "names"), PEOPLE)
def test_people_are_named_without_their_posts_and_places(byline, names):
    assert [(one.name, one.person) for one in authors(byline)] == [(name, True) for name in names]


@pytest.mark.parametrize(("byline", "names"), BODIES)
def test_an_agency_is_an_organisation(byline, names):
    assert [(one.name, one.person) for one in authors(byline)] == [(name, False) for name in names]


def test_agencies_beside_a_person_are_named_too():
    assert [(one.name, one.person) for one in authors("By Mira Stone and agencies")] == [
        ("Mira Stone", True),
        ("agencies", False),
    ]


@pytest.mark.parametrize("byline", ["", "   ", "By", "By ,"])
def test_an_empty_byline_names_nobody(byline):
    assert authors(byline) == ()
