"""What the desk shows, as the address bar says it; each role begins with a view of its own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from newsroom.accounts.models import Desk
from newsroom.roles import Actor, Role
from newsroom.stories.board import ARCHIVE, Filter
from newsroom.stories.states import WORKING, State

FIRST_VIEW: tuple[tuple[Role, dict[str, str]], ...] = (
    (Role.EDITOR, {"state": State.EDIT.value}),
    (Role.PHOTO_DESK, {"state": State.PHOTO_CHECK.value}),
    (Role.REPORTER, {"mine": "1"}),
)
"""What a person sees who asked for nothing: an editor the copy that waits, the photo desk the
captions, a reporter their own. The first role held decides."""

NAMES = ("state", "desk", "mine", "overdue", "q")


@dataclass(frozen=True)
class DeskFilter:
    """The filters as words of an address; empty is "all on their way"."""

    state: str = ""
    desk: str = ""
    mine: bool = False
    overdue: bool = False
    q: str = ""
    desk_id: int | None = None

    @classmethod
    def read(cls, args: Mapping[str, str], actor: Actor, desks: Sequence[Desk]) -> "DeskFilter":
        asked = {name: args.get(name, "") for name in NAMES}
        if not any(name in args for name in (*NAMES, "all")):
            asked |= first_view(actor)
        ids = {desk.slug: desk.id for desk in desks}
        known = asked["state"] in {state.value for state in State}
        return cls(
            state=asked["state"] if known else "",
            desk=asked["desk"] if asked["desk"] in ids else "",
            mine=asked["mine"] == "1",
            overdue=asked["overdue"] == "1",
            q=asked["q"].strip()[:80],
            desk_id=ids.get(asked["desk"]),
        )

    def as_filter(self, actor: Actor) -> Filter:
        return Filter(
            states=(State(self.state),) if self.state else WORKING,
            desk_id=self.desk_id,
            reporter_id=actor.id if self.mine else None,
            overdue=self.overdue,
            words=self.q,
        )

    def address(self, **changed: object) -> dict[str, str]:
        """The query of the same view with some filters changed; `all` says that none is meant."""
        other = replace(self, **changed)  # type: ignore[arg-type]  # the template names its fields
        found = {
            "state": other.state,
            "desk": other.desk,
            "mine": "1" if other.mine else "",
            "overdue": "1" if other.overdue else "",
            "q": other.q,
        }
        kept = {name: value for name, value in found.items() if value}
        return kept or {"all": "1"}

    @property
    def resting(self) -> bool:
        return bool(self.state) and State(self.state) in ARCHIVE


def first_view(actor: Actor) -> dict[str, str]:
    for role, view in FIRST_VIEW:
        if actor.holds(role):
            return view
    return {}
