"""The jobs of stories: read one with the checks, read all again, see what an entry would do to all."""

from newsroom.db import transaction
from newsroom.housestyle import tasks
from newsroom.jobs import Job
from newsroom.publishing import killed_photos
from newsroom.stories import (
    check_queue,
    checking,
    own_index,
    photo_changes,
    photo_uses,
    previewing,
    rechecking,
    rights_ending,
    wire_photos,
    wire_telling,
)
from workers.app import app


@app.task(name=Job.STORIES_CHECK)
def check(story_id: int) -> None:
    if check_queue.is_waiting(story_id):
        checking.check(story_id)


@app.task(name=Job.STORIES_RECHECK_ALL)
def recheck_all() -> None:
    recheck_some(0)
    with transaction():
        tasks.look_through_published()


@app.task(name=Job.STORIES_RECHECK_SOME)
def recheck_some(after: int) -> None:
    rechecking.some(after)


@app.task(name=Job.STORIES_RESEND_CHECKS)
def resend_checks() -> None:
    with transaction():
        check_queue.resend_stale()
        wire_photos.resend_stale()


@app.task(name=Job.STORIES_INDEX_OWN)
def index_own() -> None:
    own_index.index_own()


@app.task(name=Job.STORIES_PREVIEW_ENTRY)
def preview_entry(task_id: int) -> None:
    previewing.run(task_id)


@app.task(name=Job.WIRE_KILLED)
def tell_kills(_item_id: int = 0) -> None:
    """Whichever item it was sent for: all that wait are told, those too whose message was lost."""
    wire_telling.tell_kills()
    killed_photos.tell()


@app.task(name=Job.WIRE_NEWER)
def tell_newer() -> None:
    wire_telling.tell_newer()
    with transaction():
        wire_photos.take_new()


@app.task(name=Job.STORIES_PHOTO_CHANGED)
def photo_changed() -> None:
    photo_changes.settle()


@app.task(name=Job.STORIES_PHOTO_SAID)
def photo_said(photo_id: int) -> None:
    """What it says of itself was set right: captions are held against it again."""
    with transaction():
        check_queue.put_those_with(photo_id)


@app.task(name=Job.STORIES_RIGHTS_ENDING)
def tell_rights_ending() -> None:
    rights_ending.tell()


@app.task(name=Job.STORIES_NOTE_PHOTOS)
def note_photos() -> None:
    photo_uses.note_earlier_stories()


@app.task(name=Job.WIRE_TAKE_PHOTO)
def take_photo(row_id: int) -> None:
    wire_photos.take(row_id)
