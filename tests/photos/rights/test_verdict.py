"""Whether a photo may run: by its kind, its end, its contract, its place and who said so."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from newsroom.channels import Channel
from newsroom.photos.rights.categories import BY_KIND, CATEGORIES, LABELS, LACKING, Detail, Kind
from newsroom.photos.rights.terms import Lease, Lets, Terms
from newsroom.photos.rights.verdict import NOBODY_SAID, Use, verdict

NOON = datetime(2030, 5, 21, 12, tzinfo=UTC)
TODAY = NOON.date()
NOW = Use(NOON)
STAFF = Terms(Kind.STAFF)
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Contract:
    until: date | None = None

    def lacking(self, day: date) -> str:
        return "The contract with Flash90 ended." if self.until and self.until < day else ""


def refusals(terms, use=NOW):
    return list(verdict(terms, use).refusals)


def test_a_photo_of_which_nobody_has_said_anything_may_not_run():
    assert refusals(Terms()) == [NOBODY_SAID]
    leave = Lease(Lets.ALLOW, "Pavel Oren", "Asked the owner.", TODAY)
    assert refusals(Terms(leases=(leave,))) == [NOBODY_SAID]
    assert refusals(STAFF) == []


def test_each_kind_says_what_it_means_and_asks_for_things_that_can_be_said():
    assert [one.kind for one in CATEGORIES] == list(Kind)
    assert set(LABELS) == set(LACKING) == set(Detail)
    assert all(one.title and one.means.endswith(".") for one in CATEGORIES)
    assert BY_KIND[Kind.COMMONS].asks == (
        *(Detail.LICENCE, Detail.SOURCE),
        *(Detail.OWNER, Detail.LINK),
    )
    assert BY_KIND[Kind.SCREENGRAB].asks == (Detail.SOURCE,)
    assert Detail.RESTRICTION in BY_KIND[Kind.RESTRICTED].asks


def test_the_last_day_is_one_of_its_days():
    assert refusals(replace(STAFF, ends_on=TODAY)) == []
    assert refusals(replace(STAFF, ends_on=TODAY - DAY)) == ["Its rights end on 20 May 2030."]


def test_an_end_within_a_week_is_warned_of():
    said = verdict(replace(STAFF, ends_on=TODAY + 7 * DAY), NOW).warnings
    assert said == ("It may run until 28 May 2030; after that the site stops showing it.",)
    assert verdict(replace(STAFF, ends_on=TODAY + 8 * DAY), NOW).warnings == ()


def test_an_agency_photo_runs_while_its_contract_covers_photos():
    photo = Terms(Kind.CONTRACT, {Detail.SUPPLIER: "Flash90"})
    assert refusals(photo) == ["No contract with its supplier is known."]
    assert refusals(replace(photo, agreement=Contract(TODAY))) == []
    ended = replace(photo, agreement=Contract(TODAY - DAY))
    assert refusals(ended) == ["The contract with Flash90 ended."]
    assert ended.last_day == TODAY - DAY


def test_an_embargo_holds_to_its_minute_and_no_lease_lifts_it():
    held = replace(STAFF, embargo_until=NOON + timedelta(minutes=1))
    leave = Lease(Lets.ALLOW, "Pavel Oren", "We may.", TODAY)
    assert refusals(replace(held, leases=(leave,))) == [
        "It is under embargo until 21 May 2030, 12:01 UTC."
    ]
    assert refusals(replace(STAFF, embargo_until=NOON)) == []


def test_rights_may_cover_some_channels_and_some_countries_only():
    some = replace(STAFF, channels=frozenset({Channel.SITE, Channel.FEED}))
    assert refusals(some) == []
    assert refusals(some, Use(NOON, Channel.SYNDICATION)) == [
        "Its rights do not cover the syndication feed."
    ]
    french = replace(STAFF, countries=frozenset({"france"}))
    assert refusals(french) == ["Its rights cover France only, and the paper appears everywhere."]
    assert refusals(french, replace(NOW, countries=frozenset({"france"}))) == []
    assert refusals(french, replace(NOW, countries=frozenset({"france", "malta"}))) == [
        "Its rights cover France only, and the paper appears in Malta."
    ]


def test_leave_lets_run_what_could_not_and_says_who_gave_it():
    unknown = Terms(Kind.UNKNOWN)
    assert refusals(unknown) == ["Nobody knows by which right it may run, so it needs leave."]
    leave = Lease(Lets.ALLOW, "Pavel Oren", "The family agreed.", TODAY, TODAY + DAY)
    said = verdict(replace(unknown, leases=(leave,)), NOW)
    assert said.may_run
    assert said.warnings == ("Pavel Oren gave leave until 22 May 2030: The family agreed.",)
    over = replace(NOW, at=NOON + 2 * DAY)
    assert not verdict(replace(unknown, leases=(leave,)), over).may_run
    before = replace(NOW, at=NOON - DAY)
    assert not verdict(replace(unknown, leases=(leave,)), before).may_run


def test_a_stop_counts_more_than_leave_and_only_where_it_is_meant():
    stop = Lease(Lets.DENY, "Ada Park", "A court said so.", TODAY, channel=Channel.SYNDICATION)
    leave = Lease(Lets.ALLOW, "Pavel Oren", "We may.", TODAY)
    both = replace(STAFF, leases=(leave, stop))
    assert refusals(both) == []
    assert refusals(both, Use(NOON, Channel.SYNDICATION)) == [
        "Ada Park stopped it: A court said so."
    ]


def test_what_costs_what_is_restricted_and_what_the_file_says_is_warned_of():
    bought = Terms(
        Kind.SINGLE, {Detail.RESTRICTION: "Not on the front page."}, usage_terms="No resale"
    )
    assert verdict(bought, NOW).warnings == (
        "Each use of it is paid for.",
        "Restriction: Not on the front page.",
        "Its file says: “No resale”",
    )
