"""The kinds of right to a photo: what each means, what must be said with it, what it costs."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    STAFF = "staff"
    COMMISSIONED = "commissioned"
    CONTRACT = "contract"
    SINGLE = "single"
    HANDOUT = "handout"
    PR = "pr"
    SCREENGRAB = "screengrab"
    SOCIAL = "social"
    READER = "reader"
    COMMONS = "commons"
    PUBLIC_DOMAIN = "public_domain"
    ILLUSTRATION = "illustration"
    RESTRICTED = "restricted"
    UNKNOWN = "unknown"


class Detail(StrEnum):
    """What may have to be said beside the kind."""

    SUPPLIER = "supplier"
    SOURCE = "source"
    OWNER = "owner"
    GIVEN_BY = "given_by"
    LICENCE = "licence"
    LINK = "link"
    RESTRICTION = "restriction"


LABELS = {
    Detail.SUPPLIER: "Supplier",
    Detail.SOURCE: "Source",
    Detail.OWNER: "Owner of the rights",
    Detail.GIVEN_BY: "Given by",
    Detail.LICENCE: "Licence",
    Detail.LINK: "Link",
    Detail.RESTRICTION: "Restriction",
}

LACKING = {
    Detail.SUPPLIER: "Name the agency that supplied it.",
    Detail.SOURCE: "Name the source: the programme, the page or the collection.",
    Detail.OWNER: "Name who owns the rights.",
    Detail.GIVEN_BY: "Name who gave it to us, and may.",
    Detail.LICENCE: "Name the licence, such as CC BY 4.0 or the number of the invoice.",
    Detail.LINK: "Give the address where it can be seen.",
    Detail.RESTRICTION: "Say what it may be used for, and what not.",
}
"""What is said beside a field that its kind asks for and that is empty."""


class Cost(StrEnum):
    FREE = "free"
    CONTRACT = "paid by the contract"
    EACH = "paid for each use"


@dataclass(frozen=True)
class Category:
    kind: Kind
    title: str
    means: str
    asks: tuple[Detail, ...] = ()
    """What must be said with it; the rest may be."""
    offers: tuple[Detail, ...] = (Detail.RESTRICTION,)
    cost: Cost = Cost.FREE
    caution: str = ""
    """What whoever uses it should know; shown as a warning."""
    may_run: bool = True
    by_contract: bool = False
    """Whether it runs only while the contract with its supplier covers photos."""
    is_open: bool = False
    """Whether it is free for everybody, so that readers are told by which licence."""

    @property
    def details(self) -> tuple[Detail, ...]:
        """The fields of its form, those that it asks for first."""
        return (*self.asks, *(one for one in self.offers if one not in self.asks))


D, K = Detail, Kind

CATEGORIES = (
    Category(K.STAFF, "Own staff", "Taken by somebody employed by the paper, at work."),
    Category(
        K.COMMISSIONED,
        "Commissioned",
        "Taken for the paper by a photographer whom it pays for the job.",
        offers=(D.OWNER, D.LICENCE, D.RESTRICTION),
    ),
    Category(
        K.CONTRACT,
        "Agency under contract",
        "From an agency whose contract with the paper covers photos.",
        asks=(D.SUPPLIER,),
        cost=Cost.CONTRACT,
        by_contract=True,
    ),
    Category(
        K.SINGLE,
        "Agency, single licence",
        "Bought for one use from an agency or a photographer.",
        asks=(D.SUPPLIER, D.LICENCE),
        cost=Cost.EACH,
    ),
    Category(
        K.HANDOUT,
        "Handout",
        "Given out by an authority, a body or a family to all papers.",
        asks=(D.GIVEN_BY,),
        caution="A handout shows what its giver wants shown; say in the caption who gave it.",
    ),
    Category(
        K.PR,
        "PR picture",
        "Sent by a firm, a club or a theatre for reports about itself.",
        asks=(D.GIVEN_BY,),
        caution="For reports about its giver only.",
    ),
    Category(
        K.SCREENGRAB,
        "Screengrab",
        "A frame of a broadcast, a film or a page that the story reports on.",
        asks=(D.SOURCE,),
        caution="Only beside a report on what it shows, and no larger than it needs.",
    ),
    Category(
        K.SOCIAL,
        "Social media",
        "From somebody’s account, with the leave of who took it.",
        asks=(D.SOURCE, D.LINK, D.GIVEN_BY),
        offers=(D.OWNER, D.RESTRICTION),
        caution="Who posted it need not have taken it.",
    ),
    Category(
        K.READER,
        "Supplied by a reader",
        "Sent to the paper by a reader who took it.",
        asks=(D.GIVEN_BY,),
    ),
    Category(
        K.COMMONS,
        "Creative Commons",
        "Free under a licence whose terms are kept: name, licence and link.",
        asks=(D.LICENCE, D.SOURCE, D.OWNER, D.LINK),
        caution="Its licence is named beside the picture, with a link; so are its maker and source.",
        is_open=True,
    ),
    Category(
        K.PUBLIC_DOMAIN,
        "Public domain",
        "Nobody’s any more, or given to everybody by its maker.",
        asks=(D.SOURCE,),
        offers=(D.LINK, D.RESTRICTION),
        is_open=True,
    ),
    Category(
        K.ILLUSTRATION,
        "Illustration or graphic",
        "Drawn or assembled for the paper.",
        offers=(D.OWNER, D.LICENCE, D.RESTRICTION),
    ),
    Category(
        K.RESTRICTED,
        "Restricted",
        "May be used, but only as its restriction says.",
        asks=(D.OWNER, D.RESTRICTION),
        offers=(),
    ),
    Category(
        K.UNKNOWN,
        "Archive, unknown",
        "In the archive, but nobody knows by which right. It runs only with leave.",
        offers=(D.SOURCE, D.OWNER, D.RESTRICTION),
        may_run=False,
    ),
)
"""In the order in which the page offers them."""

BY_KIND = {one.kind: one for one in CATEGORIES}


def without_words() -> Iterator[Category]:
    """Those that one click can choose, because nothing has to be said with them."""
    return (one for one in CATEGORIES if one.may_run and not one.asks)
