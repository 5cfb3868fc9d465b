"""`newsroom photos add`: from the command line into the library."""

import json
import os

import pytest

from newsroom.photos import queries
from newsroom.photos.commands import photos
from tests.photos import pictures
from tests.photos.test_library import CREDITED


@pytest.fixture
def run(command_line):
    return lambda *args: command_line.invoke(photos, [str(one) for one in args])


@pytest.fixture
def quay(tmp_path):
    path = tmp_path / "quay.jpg"
    path.write_bytes(CREDITED)
    return path


def test_added_photos_are_listed_with_their_credit(app, run, quay):
    done = run("add", quay)
    assert (done.exit_code, done.output) == (0, "1\tquay.jpg\tMara Ellis/Harbour Pictures\n")
    with app.app_context():
        assert queries.photo(1).status == "pending"


def test_a_refused_file_has_its_sentence_and_the_others_are_kept(run, quay, tmp_path):
    wrong = tmp_path / "page.jpg"
    wrong.write_bytes(b"<!doctype html><title>x</title>")
    bare = tmp_path / "bare.png"
    bare.write_bytes(pictures.png())
    done = run("add", quay, wrong, bare)
    assert done.exit_code == 1
    assert done.stdout == "1\tquay.jpg\tMara Ellis/Harbour Pictures\n2\tbare.png\tno credit\n"
    assert done.stderr.startswith("page.jpg: This is a web page, not a photo.")


def test_a_script_reads_json(run, quay):
    run("add", quay)
    assert json.loads(run("add", quay, "--json").stdout) == {
        "id": 1,
        "photos": [{"id": 1, "file_name": "quay.jpg", "already": True}],
        "refused": [],
    }


def test_a_file_that_is_not_there_is_said_to_be_so(run):
    done = run("add", "/nowhere/quay.jpg")
    assert done.exit_code == 2
    assert "does not exist" in done.output


def test_stock_taking_tells_missing_files_and_removes_old_orphans_only(
    command_line, app, settings, tmp_path
):
    picture = tmp_path / "quay.jpg"
    picture.write_bytes(pictures.jpeg())
    assert command_line.invoke(photos, ["add", str(picture)]).exit_code == 0
    lying = settings.data_path / "photos" / "originals"
    kept = next(lying.glob("*/*"))
    old, young = lying / "aa" / "aa11.jpg", lying / "bb" / "bb22.jpg"
    for orphan in (old, young):
        orphan.parent.mkdir(exist_ok=True)
        orphan.write_bytes(b"nobody's")
    os.utime(old, (1_700_000_000, 1_700_000_000))
    told = command_line.invoke(photos, ["check", "--remove-orphans"])
    assert told.exit_code == 0, told.output
    assert "orphan\toriginals/aa/aa11.jpg\t8 bytes" in told.output
    assert "0 missing, 1 without a photo, 1 removed." in told.output
    assert not old.exists()
    assert young.exists()
    kept.unlink()
    told = command_line.invoke(photos, ["check"])
    assert told.exit_code == 1
    assert "missing\tphoto 1, original: originals/" in told.output
