"""What a person is told once a move is made."""

DONE = {
    "file": "Filed. The editors have it now.",
    "return-to-reporter": "Returned to its reporter.",
    "pass-copy": "Copy passed. The captions are checked next.",
    "pass-copy-again": "Copy passed again.",
    "return-to-edit": "Returned to edit.",
    "pass-captions": "Captions passed. The story is ready.",
    "pass-captions-again": "Captions passed again.",
    "schedule": "Scheduled. It is published by itself when its time comes.",
    "unschedule": "Taken off the schedule. The story is ready.",
    "correct": "The correction is open. The article stays as it is until this is published.",
    "spike": "Spiked. It can be revived at any time.",
    "revive": "Revived. The story stands where it stood before.",
}
