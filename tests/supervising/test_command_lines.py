"""How each process is started."""

import os
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest

from newsroom.errors import Conflict
from newsroom.settings import Settings, read_settings
from newsroom.supervising import command_lines
from newsroom.supervising.parts import parts


@pytest.fixture
def embedded(tmp_path: Path) -> Settings:
    return read_settings({"NEWSROOM_DATA_DIR": str(tmp_path)})


@pytest.fixture
def at_scale(embedded: Settings) -> Settings:
    return replace(
        embedded,
        database_url="postgresql+psycopg://postgres@127.0.0.1/newsroom",
        redis_url="redis://127.0.0.1:6379/0",
    )


def test_streams_get_a_thread_each_on_sqlite_and_gevent_on_postgresql(
    embedded: Settings, at_scale: Settings
):
    assert "gthread" in command_lines.live(embedded)
    assert "gevent" in command_lines.live(at_scale)


def test_gevent_never_loads_the_application_before_it_has_patched_the_process(at_scale: Settings):
    assert "--preload" not in command_lines.live(at_scale)


def test_tasks_run_in_threads_beside_the_embedded_broker_and_in_processes_at_scale(
    embedded: Settings, at_scale: Settings
):
    assert "threads" in command_lines.worker(embedded)
    assert "prefork" in command_lines.worker(at_scale)


def test_the_brokers_socket_is_not_put_into_a_strangers_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    deep = read_settings({"NEWSROOM_DATA_DIR": f"{tmp_path}/{'d' * 120}"})
    parts(deep)
    monkeypatch.setattr(os, "getuid", lambda: deep.socket_path.parent.stat().st_uid + 1)
    with pytest.raises(Conflict, match="belongs to another user"):
        parts(deep)


def test_an_ipv6_address_stands_in_brackets_before_its_port(embedded: Settings):
    assert "[::1]:8080" in command_lines.web(replace(embedded, host="::1"))


def test_no_secret_stands_in_a_command_line_where_every_user_could_read_it(at_scale: Settings):
    settings = replace(
        at_scale,
        database_url="postgresql+psycopg://newsroom:hunter2@db/newsroom",
        redis_url="redis://:hunter2@cache/0",
        secret_key="hunter2",
    )
    for part in parts(settings):
        assert "hunter2" not in " ".join(part.command)


def test_a_broker_is_started_only_where_none_is_given(embedded: Settings, at_scale: Settings):
    assert [part.name for part in parts(embedded)] == [
        *("broker", "prepare", "web", "live", "worker", "beat")
    ]
    assert "broker" not in [part.name for part in parts(at_scale)]
