"""How an outlet is called without its name: "a Turkish news agency", "state television"."""

from newsroom.wire.attribution.tables import word_set
from newsroom.wire.outlets import OutletType as T

_PRINT = frozenset({T.NEWSPAPER})
_ON_AIR = frozenset({T.BROADCASTER})
_WEB = frozenset({T.DIGITAL, T.NEWSPAPER})
_WIRE = frozenset({T.AGENCY})
_ANY = frozenset(T)

HEADS: dict[str, frozenset[T]] = {
    "newspaper": _PRINT, "tabloid": _PRINT, "broadsheet": _PRINT, "paper": _PRINT,
    "daily": _PRINT, "weekly": frozenset({T.MAGAZINE, T.NEWSPAPER}),
    "magazine": frozenset({T.MAGAZINE}), "broadcaster": _ON_AIR, "channel": _ON_AIR,
    "network": _ON_AIR, "station": _ON_AIR, "television": _ON_AIR, "tv": _ON_AIR,
    "radio": _ON_AIR, "agency": _WIRE, "newswire": _WIRE, "wire": _WIRE, "service": _WIRE,
    "site": _WEB, "website": _WEB, "portal": _WEB, "blog": _WEB, "outlet": _ANY,
    "publication": _ANY, "media": _ANY, "press": _ANY, "organisation": _ANY, "organization": _ANY,
    "newsletter": _WEB, "journal": _PRINT,
}  # fmt: skip
"""The noun, and the types of outlet that "the ..." with it may go back to."""

PLURALS = {
    plural: noun
    for noun in HEADS
    for plural in (f"{noun}s", f"{noun[:-1]}ies" if noun.endswith("y") else "")
    if plural
} | {"dailies": "daily", "agencies": "agency", "weeklies": "weekly"}

PLAIN = word_set("newspaper tabloid broadcaster newswire television radio media")
"""These are outlets whatever stands before them; the others need a word that says so."""

OF_MEDIA = word_set("""
    news press wire media radio television tv broadcast cable newspaper satellite broadcasting
    broadcaster
""")
"""Before a noun they make it an outlet: a news site, a television channel."""

RESOLVES = word_set("""
    newspaper tabloid broadsheet paper daily weekly magazine broadcaster channel network station
    agency outlet publication site website portal newswire journal
""")
"""With "the", these point back to an outlet that was named."""

ONLY_OF_THEIR_TYPE = word_set("agency site website station portal weekly journal")
"""Said of much else: they point back only to an outlet of their own type."""

NATION_IS_ENOUGH = word_set("""
    channel network daily weekly magazine paper outlet broadsheet press publication portal
    website newswire site
""")
"""With a nation before them these are outlets: a Lebanese daily, the Israeli press."""

MODIFIERS = word_set("""
    state public private local national regional foreign international independent opposition
    official semiofficial business financial economic popular influential respected leading
    conservative liberal centrist satellite pan-arab main mainstream domestic major other
    several some many various two three four provincial investigative online digital sports
    religious military army government party student community ultra-orthodox right-wing
    left-wing hardline reformist secular commercial partisan nonprofit all-news veteran big
    british-based evening morning sunday free prestigious established hebrew arabic english
    persian tech trade industry celebrity gossip entertainment
""")
SOCIAL = frozenset({"social", "mass", "multi"})

TITLES = word_set("""
    Times Herald Gazette Tribune Chronicle Courier Observer Examiner Dispatch Journal Telegraph
    Inquirer Enquirer Sentinel Bulletin Newswire News TV Television Radio FM Weekly Newspaper
    Monitor Reporter Online Ledger Advertiser Argus Mercury Register Media
""")
"""The last word of a paper's or a station's name."""

ENDINGS = frozenset(
    {"News Agency", "Press Agency", "News Service", "Press Service", "Broadcasting Corporation"}
)

TITLES_OF_OTHERS_TOO = word_set("""
    Post Mail Express Star Sun Globe Mirror Standard Echo Press Independent Daily Today Advocate
    Planet Bee Leader Record Review Magazine
""")
"""Deutsche Post and Royal Mail also say things: these must report, write or reveal."""
