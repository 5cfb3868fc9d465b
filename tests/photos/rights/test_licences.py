"""The public licence of a photo: what readers are told of it, and what stays in the house."""

import json
import shutil
import subprocess

import pytest

from newsroom.db import db
from newsroom.photos import queries, rendering
from newsroom.photos.facts import Details, PhotoFacts, Words
from newsroom.photos.models import Photo
from newsroom.photos.rights.categories import Detail, Kind
from newsroom.photos.rights.licences import NO_LICENCE, Licence, address_of, licence_of
from tests.factories import give_rights
from tests.photos.test_library import add

BY = "https://creativecommons.org/licenses/by/4.0/"
COMMONS = {
    Detail.LICENCE: "CC BY 4.0",
    Detail.SOURCE: "Wikimedia Commons",
    Detail.OWNER: "Ada Park",
    Detail.LINK: "https://commons.example/quay",
}


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("CC BY 4.0", "licenses/by/4.0/"),
        ("cc-by-sa-3.0", "licenses/by-sa/3.0/"),
        ("BY-NC-ND 2.5", "licenses/by-nc-nd/2.5/"),
        (
            "Creative Commons Attribution-ShareAlike 4.0 International License",
            "licenses/by-sa/4.0/",
        ),
        ("Creative Commons Attribution NonCommercial 2.0 Generic", "licenses/by-nc/2.0/"),
        ("CC0", "publicdomain/zero/1.0/"),
        ("CC0 1.0 Universal", "publicdomain/zero/1.0/"),
        ("Public Domain Mark 1.0", "publicdomain/mark/1.0/"),
    ],
)
def test_the_terms_of_a_known_licence_stand_at_a_known_address(name, path):
    assert address_of(name) == f"https://creativecommons.org/{path}"


@pytest.mark.parametrize(
    "name", ["", "CC BY", "CC BY 5.0", "BY-SA-ND 4.0", "invoice 4.0", "by 4.0 of May", "CC BY 1.5"]
)
def test_a_name_that_could_be_any_licence_leads_nowhere(name):
    assert address_of(name) == ""


def test_only_a_public_licence_is_told_to_readers():
    page = COMMONS[Detail.LINK]
    told = licence_of(Kind.COMMONS, COMMONS)
    assert told == Licence("CC BY 4.0", BY, "Wikimedia Commons", page)
    other = licence_of(Kind.COMMONS, COMMONS | {Detail.LICENCE: "Pixel Licence"})
    assert (other.name, other.terms) == ("Pixel Licence", page)
    free = licence_of(Kind.PUBLIC_DOMAIN, {Detail.SOURCE: "City archive"})
    assert free == Licence("Public domain", "", "City archive", "")
    drawn = licence_of(Kind.ILLUSTRATION, {Detail.LICENCE: "CC0"})
    assert drawn.name == "CC0"
    assert licence_of(Kind.SINGLE, {Detail.LICENCE: "Invoice 2026-117"}) == NO_LICENCE
    assert licence_of(Kind.STAFF, {}) == NO_LICENCE


def test_the_desks_licence_stands_before_what_the_file_says():
    facts = PhotoFacts(
        Words(usage_terms="No cover"), details=Details(web_statement="https://x.test")
    )
    told = rendering.licensed(facts, Licence("CC BY 4.0", BY))
    assert (told.words.usage_terms, told.details.web_statement) == ("CC BY 4.0. No cover", BY)
    assert rendering.licensed(told, Licence("CC BY 4.0", BY)) == told
    named = rendering.licensed(facts, Licence("Public domain"))
    assert named.details.web_statement == "https://x.test"
    assert rendering.licensed(facts, NO_LICENCE) == facts


def rendered(app, number):
    with app.app_context():
        rendering.render(number)
        return queries.photo(number)


def exiftool(path):
    command = ["exiftool", "-j", "-G1", "-validate", "-warning", "-a", "-all", str(path)]
    return json.loads(subprocess.run(command, check=True, capture_output=True).stdout)[0]


@pytest.mark.skipif(shutil.which("exiftool") is None, reason="exiftool is not on this machine")
def test_every_rendition_carries_the_licence_and_is_made_anew_when_it_changes(app, change, sent):
    photo = rendered(app, add(change).id)
    with change():
        give_rights(photo.id, Kind.COMMONS, details=COMMONS)
    waiting = queries_photo(app, photo.id)
    assert (waiting.status, waiting.revision) == ("pending", photo.revision + 1)
    for one in rendered(app, photo.id).renditions:
        with app.app_context():
            path = queries.rendition_file(photo.id, one.name).path
        tags = exiftool(path)
        assert tags["XMP-xmpRights:WebStatement"] == BY
        assert tags["XMP-xmpRights:UsageTerms"] == "CC BY 4.0"
        assert tags["ExifTool:Validate"] == "OK", tags.get("ExifTool:Warning")
    with change():
        give_rights(photo.id, Kind.COMMONS, details=COMMONS, countries="Israel")
    with change():
        give_rights(photo.id, Kind.COMMONS, details=COMMONS | {Detail.SOURCE: "Commons"})
    assert queries_photo(app, photo.id).status == "ready", "what its files say is what it was"
    with change():
        give_rights(photo.id)
    rendered(app, photo.id)
    with app.app_context():
        path = queries.rendition_file(photo.id, "medium").path
    assert "XMP-xmpRights:WebStatement" not in exiftool(path)


def queries_photo(app, number):
    with app.app_context():
        return db.session.get(Photo, number)
