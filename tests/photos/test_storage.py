"""What lies on disk: whole files under the names of their content."""

import errno
import os

import pytest

from newsroom.photos.storage import NotKeptError, Shelf
from newsroom.whole_files import fingerprint


def files(shelf: Shelf) -> list[str]:
    return sorted(path.name for path in shelf.root.rglob("*") if path.is_file())


def test_a_file_is_found_under_the_fingerprint_of_its_bytes(tmp_path):
    shelf = Shelf(tmp_path / "photos")
    place = shelf.put(b"ferries", ".jpg")
    name = fingerprint(b"ferries")
    assert place == f"{name[:2]}/{name}.jpg"
    assert shelf.path(place).read_bytes() == b"ferries"


def test_the_same_bytes_are_one_file(tmp_path):
    shelf = Shelf(tmp_path)
    assert shelf.put(b"ferries", ".jpg") == shelf.put(b"ferries", ".jpg")
    assert shelf.put(b"trains", ".jpg") != shelf.put(b"ferries", ".jpg")
    assert len(files(shelf)) == 2


@pytest.mark.parametrize("failing", ["write", "fsync"])
def test_a_full_disk_leaves_nothing_behind_and_says_so(tmp_path, monkeypatch, failing):
    shelf = Shelf(tmp_path)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    if failing == "fsync":
        monkeypatch.setattr(os, "fsync", full)
    else:
        monkeypatch.setattr("newsroom.whole_files.os.fdopen", full)
    with pytest.raises(NotKeptError) as refused:
        shelf.put(b"ferries", ".jpg")
    assert refused.value.sentence == (
        "The newsroom's disk is full, so the photo was not kept. Tell whoever runs it."
    )
    assert files(shelf) == []


def test_a_folder_that_cannot_be_written_says_so(tmp_path):
    (tmp_path / "photos").write_text("a file stands where the folder should be")
    with pytest.raises(NotKeptError, match="cannot write to its photo folder") as refused:
        Shelf(tmp_path / "photos").put(b"ferries", ".jpg")
    assert "photo folder" in refused.value.sentence


def test_a_file_killed_while_written_is_no_file(tmp_path, monkeypatch):
    shelf = Shelf(tmp_path)

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", killed)
        with pytest.raises(KeyboardInterrupt):
            shelf.put(b"ferries", ".jpg")
    assert files(shelf) == []
    assert shelf.path(shelf.put(b"ferries", ".jpg")).read_bytes() == b"ferries"


def test_forgetting_a_file_twice_is_no_fault(tmp_path):
    shelf = Shelf(tmp_path)
    place = shelf.put(b"ferries", ".jpg")
    shelf.remove(place)
    shelf.remove(place)
    assert files(shelf) == []
