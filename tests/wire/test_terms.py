"""Usage terms in prose: what is forbidden, where, and for how long."""

import pytest

from newsroom.wire.terms import Term, TermKind, terms_of
from tests.effort import calls_made

K = TermKind


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("For editorial use only.", {K.EDITORIAL_USE_ONLY: ()}),
        ("NO ARCHIVAL OR WIRELESS USE", {K.NO_ARCHIVE: (), K.NO_ONLINE: ()}),
        ("No resale, no archive.", {K.NO_RESALE: (), K.NO_ARCHIVE: ()}),
        ("Must not be archived or resold.", {K.NO_ARCHIVE: (), K.NO_RESALE: ()}),
        ("Mandatory credit: Ida Sorn/LNS", {K.MANDATORY_CREDIT: ()}),
        ("Not for use in Norway, Sweden or the Faroe Islands.", {K.NOT_IN: ("Norway", "Sweden", "Faroe Islands")}),
        ("Not for publication in Trinidad and Tobago and Cuba", {K.NOT_IN: ("Trinidad and Tobago", "Cuba")}),
        ("Not for use outside the Republic of Ireland.", {K.ONLY_IN: ("Republic of Ireland",)}),
        ("For use in the UK only", {K.ONLY_IN: ("UK",)}),
        ("*** World Rights Except Italy ***", {K.NOT_IN: ("Italy",)}),
        ("AUSTRALIA AND NEW ZEALAND OUT", {K.NOT_IN: ("AUSTRALIA", "NEW ZEALAND")}),
        ("NO SALES, U.S. OUT", {K.NO_RESALE: (), K.NOT_IN: ("U.S.",)}),
        ("No cropping. One-time use.", {K.NO_CHANGES: (), K.ONE_USE: ()}),
        ("Not for advertising. No TV.", {K.NO_ADVERTISING: (), K.NO_BROADCAST: ()}),
        ("Nur zur redaktionellen Verwendung, keine Archivierung", {K.EDITORIAL_USE_ONLY: (), K.NO_ARCHIVE: ()}),
        ("NONE", {}),
        ("Please call our office about promotional uses.", {}),
        ("Traders worked it out in Norway.", {}),
    ],
)  # fmt: skip
def test_prose_is_read_as_an_editor_reads_it(prose, expected):
    assert {term.kind: term.countries for term in terms_of([prose])} == expected


@pytest.mark.parametrize(
    ("prose", "days"),
    [
        ("Online use for 30 days.", 30),
        ("May stay on websites for 2 weeks", 14),
        ("14 days online", 14),
        ("To be removed after 3 months: remove from the web after 3 months", 90),
    ],
)
def test_days_on_the_web_are_counted(prose, days):
    assert [term.days for term in terms_of([prose]) if term.kind is K.DAYS_ONLINE] == [days]


def test_each_term_quotes_its_sentence_and_is_given_once():
    terms = terms_of(["No archive. Not for use in Norway.", "No archive at all."])
    assert terms == (
        Term(K.NO_ARCHIVE, "No archive."),
        Term(K.NOT_IN, "Not for use in Norway.", ("Norway",)),
    )


@pytest.mark.parametrize("unit", ["NORWAY, ", "not for use in A ", "no a b ", "online ", "A and "])
def test_twice_the_prose_is_at_most_about_twice_the_work(unit):
    def act(words):
        return terms_of([words])

    text = unit * (2_000 // len(unit))
    assert calls_made(act, text + text) <= 2.2 * calls_made(act, text) + 500
    terms_of([unit * 100_000])
