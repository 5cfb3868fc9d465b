"""Every event the newsroom records: its name, how it reads, and the facts that come with it."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Event(StrEnum):
    """name, sentence after the actor's name, names of its facts; all facts must be given."""

    sentence: str
    facts: frozenset[str]

    def __new__(cls, name: str, sentence: str, *facts: str) -> Self:
        event = str.__new__(cls, name)
        event._value_ = name
        event.sentence = sentence
        event.facts = frozenset(facts)
        return event

    PERSON_ADDED = "person.added", "added {full_name}", "name", "full_name"
    PERSON_CHANGED = "person.changed", "changed {full_name}: {changes}", "full_name", "changes"
    PERSON_DEACTIVATED = "person.deactivated", "closed the account of {full_name}", "full_name"
    PERSON_REACTIVATED = "person.reactivated", "opened {full_name}’s account again", "full_name"
    PASSWORD_RESET = "person.password_reset", "gave {full_name} a new password", "full_name"
    PASSWORD_CHANGED = "person.password_changed", "chose a new password"
    SIGN_INS_ENDED = (
        "person.sign_ins_ended",
        "signed {full_name} out: {ended}",
        "full_name",
        "ended",
    )
    ROLE_GRANTED = "role.granted", "made {full_name} {role} on {desk}", "full_name", "role", "desk"
    ROLE_REVOKED = (
        "role.revoked",
        "took the role {role} on {desk} from {full_name}",
        "full_name",
        "role",
        "desk",
    )

    DESK_ADDED = "desk.added", "added the desk {name}", "name"
    DESK_CHANGED = "desk.changed", "changed the desk {name}: {changes}", "name", "changes"

    STANDARDS_SET = (
        "standards.set",
        "set the standards of the desk {name}: {changes}",
        *("name", "changes"),
    )

    CAPTION_RULES_SET = (
        "caption_rules.set",
        "set the caption rules of the desk {name}: {changes}",
        *("name", "changes"),
    )

    STORY_MADE = "story.made", "started {slug}", "slug"
    STORY_PLANNED = "story.planned", "changed the plan of {slug}: {changes}", "slug", "changes"
    STORY_MOVED = (
        "story.moved",
        "moved {slug} from {source} to {target}: {move}",
        *("slug", "move", "source", "target", "version", "note", "own_copy"),
    )
    PHOTO_WAIVED = (
        "story.photo_waived",
        "let {slug} run without a photo: {reason}",
        "slug",
        "reason",
    )
    CORRECTION_REWORDED = (
        "story.correction_reworded",
        "reworded the correction of {slug}: {correction}",
        *("slug", "correction", "version"),
    )
    FINDING_DISMISSED = (
        "finding.dismissed",
        "dismissed {words}: {reason}",
        *("words", "reason", "version"),
    )
    FINDING_REOPENED = "finding.reopened", "opened {words} again", "words", "version"
    SOURCE_RELEASED = (
        "source.released",
        "released an unnamed source of {slug} at version {version}: {reason}",
        *("slug", "version", "reason"),
    )
    SPELLING_LEFT = (
        "finding.left",
        "left {words} alone in this story: {reason}",
        *("words", "reason", "version"),
    )
    SPELLING_LEFT_ENDED = (
        "finding.left_ended",
        "no longer leaves {words} alone in this story",
        *("words", "version"),
    )

    WIRE_ATTACHED = (
        "wire.attached",
        "said that {slug} has words of {agency}: {headline}",
        *("slug", "agency", "headline", "item"),
    )
    WIRE_DETACHED = (
        "wire.detached",
        "detached {agency}’s {headline} from {slug}: {reason}",
        *("slug", "agency", "headline", "item", "reason"),
    )
    WIRE_KILLED = (
        "wire.killed",
        "told {slug} that {agency} killed {headline}",
        *("slug", "agency", "headline", "item"),
    )
    WIRE_KILL_PLACED = (
        "wire.kill_placed",
        "said that the kill of {agency} is of {headline}",
        *("agency", "headline", "item"),
    )
    WIRE_PHOTO_KILLED = (
        "wire.photo_killed",
        "told {slug} that {agency} killed the copy that its photo {name} came with",
        *("slug", "agency", "name", "photo"),
    )
    EMBARGO_RELEASED = (
        "wire.embargo_released",
        "released the embargo of {agency} on {headline}: {reason}",
        *("slug", "agency", "headline", "item", "reason"),
    )
    TERMS_HEEDED = (
        "wire.terms_heeded",
        "acknowledged the terms of {agency} on {headline}: {terms}",
        *("slug", "agency", "headline", "item", "terms"),
    )

    THREAD_RESOLVED = (
        "thread.resolved",
        "resolved the talk about {about}",
        *("slug", "thread", "about"),
    )
    THREAD_REOPENED = (
        "thread.reopened",
        "opened the talk about {about} again",
        *("slug", "thread", "about"),
    )
    FIX_DEMANDED = (
        "thread.must_fix",
        "said of {about} that it must be fixed",
        *("slug", "thread", "about"),
    )
    FIX_RELEASED = (
        "thread.must_fix_cleared",
        "took back that {about} must be fixed",
        *("slug", "thread", "about"),
    )

    PHOTO_ADDED = "photo.added", "added the photo {name}", "name"
    PHOTO_CHANGED = "photo.changed", "changed the photo {name}: {changes}", "name", "changes"
    PHOTO_ALLOWED = (
        "photo.allowed",
        "let the photo {name} run though it {flag}; readers are told “{label}”: {reason}",
        *("name", "flag", "label", "reason"),
    )
    PHOTO_REFUSED = (
        "photo.refused",
        "refused the photo {name}, which {flag}: {reason}",
        *("name", "flag", "reason"),
    )
    PHOTO_WORD_ADDED = "photo_word.added", "added {word} to “{list}” of photos", "word", "list"
    PHOTO_WORD_REMOVED = (
        "photo_word.removed",
        "took {word} from “{list}” of photos",
        *("word", "list"),
    )
    CLEANER_SWITCHED_OFF = "photo_cleaner.off", "switched off “{title}” for photos", "title"
    CLEANER_SWITCHED_ON = "photo_cleaner.on", "switched on “{title}” for photos", "title"
    PHOTO_RIGHTS_SET = (
        "photo.rights_set",
        "set the rights of the photo {name}: {rights}",
        *("name", "rights"),
    )
    PHOTO_RIGHTS_REMEMBERED = (
        "photo.rights_remembered",
        "let “{rights}” stand for every photo credited to {credited}",
        *("credited", "rights"),
    )
    PHOTO_RIGHTS_FORGOTTEN = (
        "photo.rights_forgotten",
        "ended the choice of rights for photos credited to {credited}",
        "credited",
    )
    PHOTO_LET_RUN = "photo.let_run", "let the photo {name} run: {reason}", "name", "reason"
    PHOTO_STOPPED = "photo.stopped", "stopped the photo {name}: {reason}", "name", "reason"
    PHOTO_LEASE_ENDED = (
        "photo.lease_ended",
        "ended what was said of the photo {name}: {reason}",
        *("name", "reason"),
    )
    PHOTO_WITHHELD = (
        "photo.withheld",
        "took the photo {name} off {channels}: {reason}",
        *("name", "channels", "reason"),
    )
    PHOTO_SHOWN_AGAIN = (
        "photo.shown_again",
        "shows the photo {name} again on {channels}",
        *("name", "channels"),
    )
    COLLECTION_MADE = "collection.made", "began the collection {name}", "name"
    COLLECTION_CHANGED = (
        "collection.changed",
        "changed the collection {name}: {changes}",
        *("name", "changes"),
    )
    COLLECTION_REMOVED = "collection.removed", "removed the collection {name}", "name"
    UPLOAD_LINK_MADE = "photo.link_made", "made an upload link for {hours} hours", "hours"
    UPLOAD_LINK_CLOSED = "photo.link_closed", "closed an upload link"
    PHOTO_CROPPED = "photo.cropped", "cropped the photo {name} to {crop}", "name", "crop", "box"
    PHOTO_CROP_REMOVED = (
        "photo.crop_removed",
        "took away the crop {crop} of {name}",
        *("name", "crop"),
    )
    PHOTO_FOCUSED = "photo.focused", "set the focal point of the photo {name}", "name"
    CONCEPT_ADDED = "lexicon.added", "added {name} to the lexicon", "name"
    CONCEPT_CHANGED = "lexicon.changed", "changed {name}: {changes}", "name", "changes"
    EXCEPTION_PROPOSED = (
        "lexicon.exception_proposed",
        "proposed {text} as an exception of {name}, from {slug}",
        *("name", "text", "slug"),
    )
    EXCEPTION_DECLINED = (
        "lexicon.exception_declined",
        "declined {text} as an exception of {name}: {reason}",
        *("name", "text", "reason"),
    )
    OUTLET_ADDED = "outlet.added", "added the outlet {name}", "name"
    OUTLET_CHANGED = "outlet.changed", "changed the outlet {name}: {changes}", "name", "changes"
    OUTLETS_LOADED = "outlet.loaded", "added {count} outlets from the built-in list", "count"
    OUTLETS_IMPORTED = (
        "outlet.imported",
        "imported outlets from {file}: {added} added, {changed} changed",
        *("file", "added", "changed"),
    )
    FEED_ADDED = "feed.added", "added the feed {name}: {address}", "name", "address"
    FEED_CHANGED = "feed.changed", "changed the feed {name}: {changes}", "name", "changes"
    FEED_PAUSED = "feed.paused", "paused the feed {name}", "name"
    FEED_RESUMED = "feed.resumed", "let the feed {name} go on", "name"
    FEED_REMOVED = "feed.removed", "removed the feed {name}", "name"
    FEED_TOKEN_MADE = "feed.token_made", "made a new push token for the feed {name}", "name"
    FEED_ASKED = "feed.asked", "asked for the feed {name} to be read at once", "name"
    FEED_FILE_SENT = "feed.file_sent", "uploaded {file} to the feed {name}", "name", "file"
    RULE_ADDED = "rule.added", "added a routing rule: {rule}", "rule"
    RULE_CHANGED = (
        "rule.changed",
        "changed a routing rule from {before} into {rule}",
        *("before", "rule"),
    )
    RULE_PAUSED = "rule.paused", "paused a routing rule: {rule}", "rule"
    RULE_RESUMED = "rule.resumed", "let a routing rule go on: {rule}", "rule"
    RULE_MOVED = "rule.moved", "moved up a routing rule: {rule}", "rule"
    RULE_REMOVED = "rule.removed", "removed a routing rule: {rule}", "rule"
    ARTICLE_PUBLISHED = "article.published", "published version {version}", "version", "path"
    ARTICLE_CORRECTED = (
        "article.corrected",
        "corrected the article with version {version}: {correction}",
        *("version", "correction"),
    )
    ARTICLE_WITHDRAWN = "article.withdrawn", "withdrew the article: {reason}", "reason"
    SCHEDULE_REFUSED = (
        "schedule.refused",
        "could not publish version {version}: {reason}",
        *("version", "reason"),
    )


_BY_NAME = {event.value: event for event in Event}


def event_named(name: str) -> Event | None:
    """The event that the log calls so; None for one that this version does not know."""
    return _BY_NAME.get(name)
