"""The process apart that decodes strange pictures: it may die, and only its picture is refused."""

import signal
import subprocess
import sys

import pytest

from newsroom.errors import Invalid
from newsroom.photos import apart
from newsroom.photos.apart import SlowError, make_apart
from newsroom.photos.formats import judge
from newsroom.photos.pixels import make_bare
from newsroom.photos.renditions import order_of
from tests.photos import pictures


def test_what_another_process_makes_is_what_this_one_would_make():
    data = pictures.jpeg()
    order = order_of(judge(data), 6)
    assert list(make_apart(data, order)) == list(make_bare(data, order))


def test_a_refusal_comes_back_with_its_sentence():
    data = pictures.jpeg()
    order = order_of(judge(data), 1)
    with pytest.raises(Invalid, match="cannot be shown whole"):
        make_apart(data[:300] + bytes(len(data) - 300), order)


def test_a_picture_that_hangs_is_let_go(monkeypatch):
    monkeypatch.setattr(apart, "PATIENCE_SECONDS", 0)
    data = pictures.jpeg()
    with pytest.raises(SlowError):
        make_apart(data, order_of(judge(data), 1))


@pytest.mark.parametrize(
    ("code", "complaints", "raised", "sentence"),
    [
        (-signal.SIGSEGV, b"", Invalid, "data is damaged"),
        (-signal.SIGXCPU, b"", Invalid, "takes longer to read than any photo"),
        (1, b"Traceback ...\nMemoryError", Invalid, "more memory than the newsroom gives"),
        (-signal.SIGKILL, b"", MemoryError, None),
    ],
    ids=["a fault in a decoder", "its limit of time", "its limit of memory", "taken away"],
)
def test_each_way_to_die_has_its_sentence(code, complaints, raised, sentence):
    with pytest.raises(raised, match=sentence):
        apart._refuse(code, complaints)


def test_the_process_gets_no_more_memory_than_one_photo_needs_and_writes_no_file(tmp_path):
    script = (
        "from newsroom.photos.apart_child import limit\n"
        "limit()\n"
        "try:\n    bytearray(3 * 1024**3)\nexcept MemoryError:\n    print('no memory')\n"
        f"import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        f"try:\n    open({str(tmp_path / 'file')!r}, 'wb', 0).write(b'x')\n"
        "except OSError:\n    print('no file')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.split("\n")[:2] == ["no memory", "no file"]


def test_the_process_is_told_no_secret(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "do-not-tell")
    seen = {}

    def started(*_: object, env: dict[str, str], **__: object) -> None:
        seen.update(env)
        raise SlowError

    monkeypatch.setattr(subprocess, "Popen", started)
    data = pictures.jpeg()
    with pytest.raises(SlowError):
        make_apart(data, order_of(judge(data), 1))
    assert "do-not-tell" not in seen.values()
