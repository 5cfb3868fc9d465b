"""The jobs that pages send by name are the tasks that the workers know."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from celery import Task

from newsroom import jobs
from newsroom.jobs import Job
from newsroom.settings import read_settings
from workers import app as workers
from workers import schedule


@pytest.fixture(scope="module")
def tasks() -> dict[str, Task]:
    workers.app.loader.import_default_modules()
    return {
        name: task for name, task in workers.app.tasks.items() if not name.startswith("celery.")
    }


def test_every_job_has_its_task_and_every_task_its_job(tasks: dict[str, Task]):
    assert set(tasks) == {job.value for job in Job}


def test_a_task_is_done_when_it_has_finished_not_when_it_was_taken(tasks: dict[str, Task]):
    assert [name for name, task in tasks.items() if not task.acks_late] == []
    assert [name for name, task in tasks.items() if not task.reject_on_worker_lost] == []
    assert workers.app.conf.worker_prefetch_multiplier == 1


def test_a_task_is_ended_before_it_is_delivered_a_second_time(tasks: dict[str, Task]):
    limits = [task.time_limit or workers.TIME_LIMIT_SECONDS for task in tasks.values()]
    assert max(limits) < workers.REDELIVERY_SECONDS


def test_a_lost_task_is_looked_for_every_few_seconds():
    options = workers.app.conf.broker_transport_options
    assert options["visibility_timeout"] == workers.REDELIVERY_SECONDS
    assert options["unacked_restore_interval"] * options["unacked_restore_throttle"] == 5


def test_beat_sends_only_jobs_that_exist_and_drops_a_look_that_was_not_taken():
    for name, entry in schedule.beat_schedule().items():
        assert entry["task"] == Job(name)
        nightly = Job(name) in schedule.NIGHTLY
        within = schedule.WITHIN.total_seconds() if nightly else entry["schedule"]
        assert entry["options"] == {"expires": within}


def test_the_lists_of_the_reuse_index_are_counted_anew_each_night():
    entry = schedule.beat_schedule()["wire.count"]
    midnight = datetime(2026, 11, 30, tzinfo=UTC)
    entry["schedule"].nowfun = lambda: midnight + timedelta(hours=3)
    assert entry["schedule"].is_due(midnight).is_due
    assert not entry["schedule"].is_due(midnight + timedelta(hours=2, minutes=45)).is_due


def test_beat_looks_at_its_schedule_more_often_than_anything_is_due():
    shortest = min(schedule.EVERY.values())
    assert timedelta(seconds=schedule.LOOK_AT_LEAST_EVERY_SECONDS) < shortest


def test_a_message_that_is_not_json_is_refused():
    assert workers.app.conf.accept_content == ["json"]


def test_a_page_does_not_sleep_while_the_broker_is_away(tmp_path: Path, monkeypatch):
    slept: list[float] = []
    warned: list[str] = []
    monkeypatch.setattr("kombu.utils.functional.sleep", slept.append)
    away = read_settings(
        {"NEWSROOM_DATA_DIR": str(tmp_path), "REDIS_URL": f"unix://{tmp_path}/none.sock"}
    )
    # Not through the log's handlers: other tests of the same process quiet and change them.
    monkeypatch.setattr(jobs.log, "warning", lambda said, *facts: warned.append(said % facts))
    jobs.send(away, Job.PHOTOS_RENDER, 7)
    [sentence] = warned
    assert "photos.render waits for beat to send it again" in sentence
    assert sum(slept) == 0
