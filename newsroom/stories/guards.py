"""The reasons to refuse a move: each guard looks at one thing and says in a sentence what lacks.

Every guard refuses when it cannot tell: a check that has not read this version, a photo that is
not known, an approval that is not there.
"""

from collections.abc import Iterable, Iterator
from datetime import timedelta

from newsroom.photos.rights.verdict import Use, verdict
from newsroom.roles import Actor, Permission
from newsroom.stories.standing import Approved, Given, Refusal, Standing, wrote
from newsroom.stories.states import State
from newsroom.stories.summary import Figure

Refusals = Iterable[Refusal]

FARTHEST = timedelta(days=3653)
"""Ahead of now that a story may be scheduled."""

CHECKS_OF_COPY = ("house style", "attribution")
CHECKS_OF_CAPTIONS = ("house style", "caption")


def theirs_to_file(standing: Standing, actor: Actor, _given: Given) -> Refusals:
    editor = actor.may(Permission.EDIT_COPY, standing.desk_id)
    if not editor and actor.id not in standing.reporters:
        yield Refusal("Only a reporter of this story or an editor of its desk may file it.")


def complete_enough_to_file(standing: Standing, _actor: Actor, _given: Given) -> Refusals:
    summary = standing.summary
    for name, value in (
        ("headline", summary.headline),
        ("byline", summary.byline),
        ("dateline", summary.dateline),
    ):
        if not value:
            yield Refusal(f"The story has no {name}.", name)
    if not standing.slug:
        yield Refusal("The story has no slug.", "plan")
    if not summary.words:
        yield Refusal("The story has no body text.", "body")


def note_saying_why(_standing: Standing, _actor: Actor, given: Given) -> Refusals:
    if not given.note.strip():
        yield Refusal("Say why in a note; the person who gets the story back will read it.", "note")


def reason_given(_standing: Standing, _actor: Actor, given: Given) -> Refusals:
    if not given.note.strip():
        yield Refusal("Give the reason; it is kept with the story.", "note")


def correction_text_given(_standing: Standing, _actor: Actor, given: Given) -> Refusals:
    if not given.note.strip():
        yield Refusal("Write the correction that readers will see under the article.", "note")


def not_their_own_copy(standing: Standing, actor: Actor, _given: Given) -> Refusals:
    if wrote(standing, actor) and not standing.self_pass:
        yield Refusal("You wrote this story; another editor must pass it.")


def checks_have_read_copy(standing: Standing, _actor: Actor, _given: Given) -> Refusals:
    return _unread(standing, CHECKS_OF_COPY)


def checks_have_read_captions(standing: Standing, _actor: Actor, _given: Given) -> Refusals:
    return _unread(standing, CHECKS_OF_CAPTIONS)


def _unread(standing: Standing, checks: tuple[str, ...]) -> Iterator[Refusal]:
    readings = {reading.check: reading for reading in standing.readings}
    for check in checks:
        reading = readings.get(check)
        if reading is not None and reading.failure:
            yield Refusal(f"The {check} check failed: {reading.failure}", "checks", "a check")
        elif reading is None or reading.version != standing.version:
            yield Refusal(
                f"The {check} check has not read version {standing.version} yet.",
                "checks",
                "a check",
            )


def no_open_finding_in_copy(standing: Standing, _actor: Actor, _given: Given) -> Refusals:
    return _open(standing, in_caption=False)


def no_open_finding_in_captions(standing: Standing, _actor: Actor, _given: Given) -> Refusals:
    return _open(standing, in_caption=True)


def _open(standing: Standing, *, in_caption: bool) -> Iterator[Refusal]:
    for finding in standing.findings:
        if finding.blocking and finding.in_caption is in_caption:
            yield Refusal(finding.sentence, f"finding-{finding.id}")


def nothing_must_be_fixed(standing: Standing, _actor: Actor, _given: Given) -> Refusals:
    for one in standing.must_fix:
        about = f"“{one.words}”" if one.words else "the whole story"
        yield Refusal(
            f"{one.by}’s comment on {about} must be fixed, or resolved, first.",
            f"thread-{one.thread}",
        )


def no_open_suggestion_in_copy(standing: Standing, _actor: Actor, _given: Given) -> Refusals:
    return _suggested(standing, in_caption=False)


def no_open_suggestion_in_captions(standing: Standing, _actor: Actor, _given: Given) -> Refusals:
    return _suggested(standing, in_caption=True)


def _suggested(standing: Standing, *, in_caption: bool) -> Iterator[Refusal]:
    ones = [one for one in standing.suggestions if one.in_caption is in_caption]
    if ones:
        where = "a caption" if in_caption else "the text"
        said = "A suggestion" if len(ones) == 1 else f"{len(ones)} suggestions"
        yield Refusal(
            f"{said} in {where} must be accepted or rejected first.",
            f"suggestion-{ones[0].id}",
            "a decision on suggestions",
        )


def figures_are_complete(standing: Standing, _actor: Actor, _given: Given) -> Refusals:
    for figure in standing.summary.figures:
        place = f"figure-{figure.number}"
        for missing in lacking(figure):
            yield Refusal(lacks_sentence(figure, missing), place, NEEDED[missing])


NEEDED = {
    "photo": "photo",
    "creator": "creator",
    "credit": "credit line",
    "caption": "caption",
    "alt": "alt text",
}
"""What no figure passes without, by field, as people say it."""


def lacking(figure: Figure) -> list[str]:
    """Which of the needed fields are empty."""
    return [name for name in NEEDED if not getattr(figure, name)]


def lacks_sentence(figure: Figure, name: str) -> str:
    return f"Figure {figure.number} has no {NEEDED[name]}."


def photos_can_print(standing: Standing, _actor: Actor, given: Given) -> Refusals:
    """Each photo is known, rendered, and its rights cover the day it would run."""
    at = given.at or standing.scheduled_for or standing.planned_at or standing.now
    use = Use(max(at, standing.now).astimezone(standing.zone), countries=standing.countries)
    for figure in standing.summary.figures:
        if figure.photo is None:
            continue
        place, facts = f"figure-{figure.number}", standing.photos.get(figure.photo)
        if facts is None:
            yield Refusal(
                f"The photo of figure {figure.number} is not in the library.", place, "photo"
            )
        elif facts.failure:
            yield Refusal(
                f"The photo of figure {figure.number} failed: {facts.failure}",
                place,
                "another photo",
            )
        elif not facts.ready:
            yield Refusal(
                f"The sizes of figure {figure.number} are still being made.", place, "sizes"
            )
        for sentence in verdict(facts.terms, use).refusals if facts else ():
            yield Refusal(f"Figure {figure.number} may not run. {sentence}", place, "rights")


def made_pictures_are_decided(standing: Standing, _actor: Actor, _given: Given) -> Refusals:
    """What a machine made, or is put together of several pictures, runs only where a person says so."""
    for figure in standing.summary.figures:
        facts = standing.photos.get(figure.photo or 0)
        if facts is None:
            continue
        place, name = f"figure-{figure.number}", f"figure {figure.number}"
        if not facts.credentials_read:
            yield Refusal(
                f"The content credentials of {name} have not been read yet.",
                place,
                "a check",
            )
        elif facts.refusal:
            yield Refusal(
                f"The photo desk refused {name}, which {facts.flag}: {facts.refusal} "
                "Put another picture in its place.",
                place,
                "another photo",
            )
        elif facts.flag and not facts.allowed:
            yield Refusal(
                f"The picture of {name} {facts.flag}; the photo desk must allow or refuse it "
                "on the photo’s page.",
                place,
                "a decision on the photo",
            )


def has_photo_or_waiver(standing: Standing, _actor: Actor, _given: Given) -> Refusals:
    if not standing.summary.figures and not standing.waiver:
        yield Refusal(
            "There is no photo, and nobody has said why the story runs without.",
            "waiver",
            "figure",
        )


def approvals_hold(standing: Standing, _actor: Actor, _given: Given) -> Refusals:
    for name, approval in (("Copy", standing.copy), ("Captions", standing.captions)):
        sentence = lapse_sentence(name, approval)
        if sentence:
            yield Refusal(sentence, "approvals")


def lapse_sentence(name: str, approval: Approved | None) -> str | None:
    """Why an approval does not hold, in words; None where it does."""
    if approval is None:
        verb = "has" if name == "Copy" else "have"
        return f"{name} {verb} not been passed."
    if approval.holds:
        return None
    when = f" at {approval.lapsed_at:%H:%M} UTC" if approval.lapsed_at else ""
    by = approval.lapsed_by or "somebody"
    return f"{name} approval of version {approval.version} lapsed: {by} {approval.why}{when}."


def time_is_to_come(standing: Standing, _actor: Actor, given: Given) -> Refusals:
    if given.at is None:
        yield Refusal("Say when it is to be published.", "at")
    elif given.at <= standing.now:
        yield Refusal("That time is past; choose a later one or publish now.", "at")
    elif given.at - standing.now > FARTHEST:
        yield Refusal("That time is more than ten years away.", "at")


def time_has_come(standing: Standing, actor: Actor, _given: Given) -> Refusals:
    """For the schedule only; an editor may publish a scheduled story before its time."""
    scheduled = standing.state is State.SCHEDULED and actor.id is None
    if scheduled and (standing.scheduled_for is None or standing.scheduled_for > standing.now):
        yield Refusal("Its time has not come.")


def nothing_live(standing: Standing, _actor: Actor, _given: Given) -> Refusals:
    if standing.live:
        yield Refusal("An article of this story is on the site; withdraw it instead.")
