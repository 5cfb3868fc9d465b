"""What must hold before anything is started."""

import errno
import json
import os
import socket
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from unittest.mock import Mock

import pytest

from newsroom.errors import Conflict
from newsroom.settings import Settings, read_settings
from newsroom.supervising import ground
from tests.processes import free_port, noted

SLEEPER = [sys.executable, "-c", "import signal; print('up', flush=True); signal.pause()"]


@pytest.fixture
def alone(tmp_path: Path) -> Settings:
    return read_settings({"NEWSROOM_DATA_DIR": str(tmp_path)})


@pytest.fixture
def sleeper():
    process = subprocess.Popen(SLEEPER, stdout=subprocess.PIPE, process_group=0)
    with process:
        process.stdout.readline()
        yield process
        process.kill()


def test_a_second_newsroom_on_the_same_data_is_refused(alone: Settings):
    with ground.alone(alone), pytest.raises(Conflict, match=r"runs on .* already: stop it"):
        ground.alone(alone).__enter__()


def test_a_taken_port_is_named_with_the_setting_that_moves_it(alone: Settings):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(Conflict) as refusal:
            ground.want_ports(replace(alone, live_port=port, port=free_port()))
    assert refusal.value.sentence == (
        f"Port {port} on 127.0.0.1 is taken: stop what uses it, "
        "or set NEWSROOM_LIVE_PORT to another number."
    )


def test_an_address_of_another_machine_cannot_be_listened_on(alone: Settings):
    with pytest.raises(Conflict, match="set NEWSROOM_HOST to an address of its own"):
        ground.want_ports(replace(alone, host="192.0.2.1"))


def test_what_a_killed_supervisor_left_is_ended(alone: Settings, sleeper):
    _note(alone, {sleeper.pid: SLEEPER})
    assert ground.sweep(alone)
    assert sleeper.wait(timeout=20) == -9


def test_a_strangers_process_with_a_noted_number_is_left_alone(alone: Settings, sleeper):
    _note(alone, {sleeper.pid: ["valkey-server", "--port", "0"], os.getpid(): SLEEPER})
    assert not ground.sweep(alone)
    assert sleeper.poll() is None


def test_a_process_that_dies_while_it_is_looked_at_is_no_obstacle(alone: Settings, sleeper):
    _note(alone, {sleeper.pid: SLEEPER})
    with pytest.MonkeyPatch.context() as already_dead:
        already_dead.setattr(os, "killpg", Mock(side_effect=ProcessLookupError))
        assert ground.sweep(alone)
    assert not ground.sweep(alone)


def test_a_full_disk_ends_nothing_that_runs(alone: Settings, sleeper, monkeypatch):
    _note(alone, {sleeper.pid: SLEEPER})
    full = Mock(side_effect=OSError(errno.ENOSPC, "No space left on device"))
    monkeypatch.setattr(Path, "write_text", full)
    ground.note_processes(alone, {})
    assert noted(alone.data_path) == {" ".join(SLEEPER[1:]): sleeper.pid}


def test_a_spoilt_note_is_no_obstacle(alone: Settings):
    _note(alone, {})
    (alone.data_path / "run" / "processes.json").write_text("{half")
    assert not ground.sweep(alone)


def _note(settings: Settings, running: dict[int, list[str]]) -> None:
    (settings.data_path / "run").mkdir(exist_ok=True)
    ground.note_processes(settings, running)
    assert json.loads((settings.data_path / "run" / "processes.json").read_text()) is not None
