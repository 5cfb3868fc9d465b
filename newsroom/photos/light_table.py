"""The light table as a page: the photos of a view, its filters, and what became of an upload."""

from flask import render_template, request, url_for
from flask_login import current_user

from newsroom.accounts.queries import desks
from newsroom.photos import collections, library_queries, looks
from newsroom.photos.library_filter import ORIENTATIONS, RIGHTS, SORTS, USES, Choices, LibraryFilter
from newsroom.photos.rights.queries import verdicts
from newsroom.photos.uploads import Upload
from newsroom.roles import Permission
from newsroom.web.access import current_actor
from newsroom.web.sane import asked_number

Filter = tuple[str, str, str, Choices]
"""Its name, its label, what it says where nothing is chosen, and its choices."""


def shown(upload: Upload) -> str:
    actor = current_actor()
    asked, before = LibraryFilter.read(request.args), asked_number("before")
    laid = collections.seen_by(actor)
    if asked.collection:
        # Somebody else's private one is not there, for whoever types its number.
        collections.one(actor, int(asked.collection))
    page = library_queries.page(asked, before)
    return render_template(
        "photos/library.html",
        photos=page.photos,
        verdicts=verdicts(page.photos),
        twins=looks.twins([one.id for one in page.photos]),
        asked=asked,
        filters=_filters(asked, laid),
        older=_address(asked, page.older) if page.older else None,
        newest=_address(asked, None) if before else None,
        upload=upload,
        collections=[one for one in laid if collections.may_change(actor, one.row)],
        may_add=actor.may(Permission.ADD_PHOTOS),
        me=current_user.id,
    )


def _address(asked: LibraryFilter, before: int | None) -> str:
    return url_for("photos.library", **asked.address(), before=before)  # type: ignore[arg-type]


def _filters(asked: LibraryFilter, laid: list[collections.Listed]) -> list[Filter]:
    on = tuple((str(desk.id), desk.name) for desk in desks())
    named = tuple((name, name) for name in library_queries.agencies())
    in_collections = tuple((str(one.row.id), one.row.name) for one in laid)
    found: list[Filter] = [
        ("used", "Use", "Used or not", USES),
        ("desk", "Desk", "All desks", on),
        ("agency", "Agency", "All agencies", named),
        ("orientation", "Shape", "Any shape", ORIENTATIONS),
        ("rights", "Rights", "Any rights", RIGHTS),
        ("collection", "Collection", "All photos", in_collections),
        ("sort", "Order", "Newest added first", SORTS),
    ]
    return [
        (name, label, every, _with(choices, getattr(asked, name)))
        for name, label, every, choices in found
        if choices or getattr(asked, name)
    ]


def _with(choices: Choices, chosen: str) -> Choices:
    """What is chosen stays to be seen, also where nothing of it came lately."""
    known = not chosen or chosen in dict(choices)
    return choices if known else (*choices, (chosen, chosen))
