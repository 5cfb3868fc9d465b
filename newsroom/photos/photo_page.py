"""What a photo's page shows beside its words: what the file said, who signed it, what was decided."""

from typing import Any

from newsroom.accounts.queries import people_by_id
from newsroom.photos import credential_reading, deciding
from newsroom.photos.desk_words import TITLES
from newsroom.photos.facts import LABELS, Details
from newsroom.photos.models import Photo
from newsroom.photos.source_types import data_mining_in_words, in_words
from newsroom.roles import Permission
from newsroom.web.access import current_actor


def sections(photo: Photo) -> dict[str, Any]:
    """For the templates that the page includes, by their names."""
    decision = deciding.decision(photo.id)
    by = decision.by_id if decision else None
    return {
        "cleaned": [
            (LABELS[name], one.was, ", ".join(TITLES.get(by, by) for by in one.by))
            for name, one in photo.originals.items()
        ],
        "details": _details(photo.details, photo.digital_source),
        "credentials": credential_reading.report_on(photo.id),
        "credentials_wait": credential_reading.are_waiting(photo.id),
        "decision": decision,
        "may_decide": current_actor().may(Permission.EDIT_PHOTOS),
        "decided_by": people_by_id({by})[by].full_name if by else "the newsroom",
    }


def _details(details: Details, digital_source: str) -> list[tuple[str, list[str]]]:
    """(label, lines) of each that the file says."""
    licensors = [" ".join(filter(None, (one.name, one.url))) for one in details.licensors]
    said = (
        ("How it was made", [in_words(digital_source)]),
        ("Place of the camera", [place.in_words for place in details.created]),
        ("Learning by machines", [data_mining_in_words(details.data_mining)]),
        ("Licence", [details.web_statement]),
        ("Licensor", licensors),
        ("Copyright owner", list(details.copyright_owners)),
        ("Job", [details.job]),
        ("Creator’s title", [details.creator_title]),
        ("Caption by", [details.caption_writer]),
    )
    return [(label, lines) for label, lines in said if any(lines)]
