"""The compose file: valid, without secrets of its own, and every command of it really starts."""

from __future__ import annotations

import contextlib
import json
import os
import re
import signal
import subprocess
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import sqlalchemy as sa
import yaml

from newsroom.cli import PARTS
from newsroom.settings import defaults
from tests import redis_numbers
from tests.processes import COMMAND, Running, environment, free_port
from tests.waiting import eventually

FILE = Path(__file__).resolve().parents[2] / "docker-compose.yml"
OURS = ("web", "live", "worker", "beat")
VARIABLE = re.compile(r"\$\{(\w+)(?::?([-?])([^}]*))?\}")
DATABASE = "newsroom_compose"
"""The Redis database of this test, apart from the one that other tests use."""


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    return yaml.safe_load(FILE.read_text())


def schema() -> dict[str, Any]:
    """The Compose specification's own, as a package of schemas carries it."""
    vendored = files("check_jsonschema.builtin_schemas") / "vendor" / "compose-spec.json"
    return json.loads(vendored.read_text())


def test_the_file_holds_to_the_compose_specification(compose):
    jsonschema.validate(compose, schema())


def test_the_schema_does_refuse_a_spoilt_file(compose):
    spoilt = compose | {"services": {"web": {"healthcheck": {"intervall": "20s"}}}}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(spoilt, schema())


def test_no_secret_has_a_value_or_a_default_in_the_file():
    named = ("_KEY", "WORD", "_SECRET")
    secrets = {
        m[1]: m for m in VARIABLE.finditer(FILE.read_text()) if any(w in m[1] for w in named)
    }
    needed = {"NEWSROOM_SECRET_KEY", "POSTGRES_PASSWORD", "REDIS_PASSWORD"}
    of_a_bucket = {"NEWSROOM_PHOTO_STORE_KEY_ID", "NEWSROOM_PHOTO_STORE_SECRET"}
    assert set(secrets) == needed | of_a_bucket
    assert all(secrets[name][2] == "?" for name in needed)
    assert all((secrets[name][2], secrets[name][3]) == ("-", "") for name in of_a_bucket)


def test_every_service_says_how_it_feels(compose):
    without = [name for name, one in compose["services"].items() if "healthcheck" not in one]
    assert without == ["migrate"]


def test_ours_run_as_nobody_special_and_keep_their_data_in_a_volume(compose):
    for name in OURS:
        service = compose["services"][name]
        assert service["user"] not in {"root", "0"}
        assert service["cap_drop"] == ["ALL"]
        assert service["volumes"] == ["data:/data"]
    assert set(compose["volumes"]) == {"data", "postgres", "redis"}


def test_every_command_and_every_setting_in_it_exists(compose):
    known = {name for name, _, _ in defaults()}
    for name in (*OURS, "migrate"):
        service = compose["services"][name]
        assert service["command"][0] == "newsroom"
        assert service["command"][1] in PARTS
        assert set(service["environment"]) <= known


def test_the_image_is_built_from_what_the_checkout_holds(compose):
    recipe = compose["x-newsroom"]["build"]["dockerfile_inline"]
    assert "--require-hashes" in recipe
    assert recipe.rstrip().endswith("USER newsroom")


@pytest.fixture(scope="module")
def servers() -> Iterator[tuple[str, str]]:
    """This machine's PostgreSQL, with a database of this test's own, and its Redis."""
    database, redis = os.environ.get("TEST_DATABASE_URL"), redis_numbers.for_newsroom()
    if not database or not redis:
        pytest.skip("TEST_DATABASE_URL and TEST_REDIS_URL are not set")
    server = sa.make_url(database.replace("postgresql://", "postgresql+psycopg://"))
    name = f"{DATABASE}_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}"
    with _administering(server) as connection:
        connection.exec_driver_sql(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    own = server.set(drivername="postgresql", database=name)
    yield own.render_as_string(hide_password=False), redis
    with _administering(server) as connection:
        connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")


@contextlib.contextmanager
def _administering(server: sa.URL) -> Iterator[sa.Connection]:
    engine = sa.create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        yield connection
    engine.dispose()


@pytest.fixture
def settings_of(compose, servers, tmp_path):
    """A service's environment as compose would fill it in, on this machine's addresses."""
    given = {
        "NEWSROOM_SECRET_KEY": "a long random text of this test",
        "POSTGRES_PASSWORD": "x",
        "REDIS_PASSWORD": "x",
    }
    here = {
        "DATABASE_URL": servers[0],
        "REDIS_URL": servers[1],
        "NEWSROOM_DATA_DIR": str(tmp_path),
        "NEWSROOM_HOST": "127.0.0.1",
        "NEWSROOM_PORT": str(free_port()),
        "NEWSROOM_LIVE_PORT": str(free_port()),
    }

    def fill(match: re.Match[str]) -> str:
        return given[match[1]] if match[1] in given else str(match[3])

    def of(name: str) -> dict[str, str]:
        written = compose["services"][name]["environment"]
        return {key: VARIABLE.sub(fill, str(value)) for key, value in written.items()} | here

    return of


@pytest.mark.journey
def test_every_command_starts_answers_its_health_check_and_stops(compose, settings_of, tmp_path):
    services = compose["services"]
    _run_to_its_end(services["migrate"]["command"], settings_of("migrate"), tmp_path)
    with contextlib.ExitStack() as stack:
        started = {
            name: stack.enter_context(
                Running(*services[name]["command"][1:], settings=settings_of(name), cwd=tmp_path)
            )
            for name in OURS
        }
        for name in OURS:
            check = services[name]["healthcheck"]["test"]
            assert check[0] == "CMD"
            assert eventually(lambda: _succeeds(check[1:], settings_of(name), tmp_path)), name  # noqa: B023
        for name, running in started.items():
            running.process.send_signal(signal.SIGTERM)
            assert running.process.wait(timeout=60) == 0, f"{name}:\n{running.output}"


def _run_to_its_end(command: list[str], settings: dict[str, str], cwd: Path) -> None:
    done = subprocess.run(
        [*COMMAND, *command[1:]],
        env=environment(settings),
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def _succeeds(command: list[str], settings: dict[str, str], cwd: Path) -> bool:
    with contextlib.suppress(AssertionError):
        _run_to_its_end(command, settings, cwd)
        return True
    return False
