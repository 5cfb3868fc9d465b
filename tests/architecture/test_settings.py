"""The settings: read once, all mistakes at once, secrets never shown, and the README's table true."""

import errno
import secrets
from pathlib import Path
from unittest.mock import Mock

import pytest
from click.testing import CliRunner

from newsroom.settings import BadSettings, Settings, defaults, read_settings
from newsroom.settings_command import settings as settings_command

README = Path(__file__).resolve().parents[2] / "README.md"


def read(folder: Path, **given: str) -> Settings:
    return read_settings({"NEWSROOM_DATA_DIR": str(folder), **given})


def test_every_mistake_is_told_at_once(tmp_path: Path):
    with pytest.raises(BadSettings) as told:
        read(
            tmp_path,
            DATABASE_URL="mysql://root@db/newsroom",
            NEWSROOM_PORT="eighty",
            NEWSROOM_TIMEZONE="Mars/Olympus",
            NEWSROOM_COLOUR="red",
        )
    assert told.value.sentences == [
        "DATABASE_URL must be an address that starts with sqlite or postgresql or postgres.",
        "NEWSROOM_PORT must be a whole number from 1 to 65535.",
        "NEWSROOM_TIMEZONE must be a time zone such as Europe/London.",
        "NEWSROOM_COLOUR is not a setting of the newsroom.",
    ]


def test_what_the_wire_may_reach_is_named_by_the_administrator(tmp_path: Path):
    told = read(
        tmp_path,
        NEWSROOM_WIRE_ALLOWED_HOSTS="Feeds.internal, 10.0.0.5 ,",
        NEWSROOM_WIRE_FOLDERS="/srv/wire",
    )
    assert told.wire_allowed_hosts == {"feeds.internal", "10.0.0.5"}
    assert read(tmp_path).wire_allowed_hosts == frozenset()
    with pytest.raises(BadSettings) as wrong:
        read(
            tmp_path,
            NEWSROOM_WIRE_ALLOWED_HOSTS="http://feeds.internal",
            NEWSROOM_WIRE_FOLDERS="srv/wire",
            NEWSROOM_WIRE_KEEP_DAYS="0",
        )
    assert wrong.value.sentences == [
        "NEWSROOM_WIRE_FOLDERS must be a whole path, from / on.",
        "NEWSROOM_WIRE_ALLOWED_HOSTS must be names of hosts, separated by commas.",
        "NEWSROOM_WIRE_KEEP_DAYS must be a whole number from 1 to 3650.",
    ]


def test_postgresql_is_refused_without_a_secret_key_that_all_machines_share(tmp_path: Path):
    with pytest.raises(BadSettings, match="NEWSROOM_SECRET_KEY must be set"):
        read(tmp_path, DATABASE_URL="postgresql://newsroom@db/newsroom")


def test_an_embedded_newsroom_makes_its_secret_key_once_and_keeps_it_to_itself(tmp_path: Path):
    first, second = read(tmp_path), read(tmp_path)
    assert first.secret_key == second.secret_key
    assert len(first.secret_key) > 40
    assert (tmp_path / "secret-key").stat().st_mode & 0o077 == 0


def test_two_processes_that_start_at_once_have_one_secret_key(tmp_path: Path, monkeypatch):
    real, others = secrets.token_urlsafe, []

    def while_another_starts(size: int) -> str:
        if not others:
            others.append("")
            others[0] = read(tmp_path).secret_key
        return real(size)

    monkeypatch.setattr(secrets, "token_urlsafe", while_another_starts)
    assert read(tmp_path).secret_key == others[0] != ""


def test_a_full_disk_leaves_no_half_a_secret_key(tmp_path: Path, monkeypatch):
    full = Mock(side_effect=OSError(errno.ENOSPC, "No space left on device"))
    monkeypatch.setattr(secrets, "token_urlsafe", full)
    with pytest.raises(BadSettings, match=r"cannot be written: .*No space left"):
        read(tmp_path)
    monkeypatch.undo()
    assert len(read(tmp_path).secret_key) > 40
    assert [one.name for one in tmp_path.iterdir()] == ["secret-key"]


def test_an_empty_secret_key_is_refused(tmp_path: Path):
    (tmp_path / "secret-key").touch()
    with pytest.raises(BadSettings, match="secret-key is empty: remove it"):
        read(tmp_path)


def test_the_data_folder_is_made_and_shut_to_other_users_whoever_chose_the_key(tmp_path: Path):
    folder = tmp_path / "new" / "var"
    read(folder, NEWSROOM_SECRET_KEY="chosen by whoever runs it")
    assert folder.stat().st_mode & 0o077 == 0


def test_where_all_data_lies_elsewhere_no_folder_is_made(tmp_path: Path):
    read(
        tmp_path / "new",
        DATABASE_URL="postgresql://newsroom@db/newsroom",
        REDIS_URL="redis://cache/0",
        NEWSROOM_SECRET_KEY="chosen by whoever runs it",
    )
    assert not (tmp_path / "new").exists()


def test_two_newsrooms_do_not_share_a_secret_key(tmp_path: Path):
    assert read(tmp_path / "one").secret_key != read(tmp_path / "two").secret_key


def test_the_brokers_socket_moves_to_a_short_folder_where_its_path_would_be_cut(tmp_path: Path):
    deep = tmp_path / ("d" * 120)
    assert len(str(read(deep).socket_path)) < 107
    assert read(deep).embedded_broker


def test_the_command_prints_every_setting_and_no_secret(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("NEWSROOM_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("NEWSROOM_SECRET_KEY", "hunter2 and more")
    monkeypatch.setenv("DATABASE_URL", "postgresql://newsroom:hunter2@db/newsroom")
    monkeypatch.setenv("REDIS_URL", "redis://:hunter2@cache/0")
    printed = CliRunner().invoke(settings_command).output
    assert all(f"{name}=" in printed for name, _, _ in defaults())
    assert "NEWSROOM_SECRET_KEY=(set)" in printed
    assert "hunter2" not in printed


def test_the_readme_lists_every_setting_with_its_default_and_purpose():
    assert _readme_rows() == [
        f"| `{name}` | {f'`{default}`' if default else ''} | {purpose} |"
        for name, default, purpose in defaults()
    ]


def _readme_rows() -> list[str]:
    text = README.read_text(encoding="utf-8")
    table = text.split("<!-- settings:")[1].split("<!-- end of settings -->")[0]
    return [line for line in table.splitlines() if line.startswith("| `")]
