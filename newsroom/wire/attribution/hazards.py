"""Names that only look like an outlet's: part of a longer name, a person, a thing of the same name.

"The National Museum", "20th Century Fox" and "the former mayor Bloomberg" report nothing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from newsroom.wire.attribution.people import TITLES
from newsroom.wire.attribution.places import ADJECTIVES
from newsroom.wire.attribution.tables import word_set
from newsroom.wire.registry import Mention, Strength, fold

SHARED_NAMES = word_set("""
    Fox Bloomberg Forbes Kan Petra Sabah Globo Insider Welt Figaro Folha Reforma Nikkei Dawn
    Saba Safa Mena Antara Asahi Yomiuri Mainichi Magnum Getty Spiegel Vox Fars Mehr Jiji Lusa
    Rai RAI Al-Quds al-Quds Asharq Corriere Publico Clarin Intercept Sky ABC NBC Alamy Shehab
    Rudaw Cumhuriyet Kayhan Anadolu Walla Variety Wired Deadline Fortune Time Tablet Forward
""") | {"Daily News", "Press TV", "El Universal", "Foreign Policy", "Star Tribune", "Local Call"}
"""Names that people, places, firms or things bear as well."""

SHARED_ACRONYMS = word_set("""
    PA AA APA TT DR RT MAP TAP SPA INA ENA ANA PAP NAN MENA ONA GNA BNA NNA TPS CP CNA ANI VG DN
    SZ NOS NRC SABA STT BTA SANA QNA APS SDA EPA MTI RIA MEE CTK SRF SVT LBC ITV
""")
"""Initials with other owners: with an article they are never the agency ("the PA")."""

LONGER_NAMES = word_set("""
    Square Institute Foundation Studios Philanthropies Industries Office Building Company Co Co.
    Corp Corp. Corporation Inc Inc. Ltd Ltd. Group Holdings Plc Trust Center Centre Museum Park
    Hotel Tower Street Avenue Prize Award Awards Stadium Club University School College Union
    Guild Average Index Industrial Futures Conference Summit Festival Stylebook Warner Machine
    Capital Beach Terminal Bank Books Entertainment Pictures Searchlight Sports Gallery Theatre
    Theater Arena Airport Day Brigades Hospital Rocks Hills Valley Island Mountain Guard Front
    Party Bay Line Style Fund Partners Ventures Technologies Beer Giants Tennis Championship Cup
    League Open Tournament Hall Library Gate Room Academy
""")
"""A capitalised word that turns the name before it into that of something else."""

OF_OUTLETS_TOO = word_set("""
    TV Radio News Television Channel Online Agency World Service Magazine Newspaper Newspapers
    Daily Arabic English Persian International Europe Africa Asia Monday Tuesday Wednesday
    Thursday Friday Saturday Sunday January February March April May June July August September
    October November December Photo Weekend Verify Newsnight Panorama Business Politics
""")

DESCRIPTIONS = word_set("""
    newspaper daily magazine tabloid weekly paper website broadsheet news broadcaster channel
    network site outlet agency state
""")

_MAY_OPEN_A_SENTENCE = word_set("""
    Meanwhile Yesterday Separately As When After But And While Although Since If In On At By Via
    Per That Last Earlier Later Today Also Both Then However The An From With For Even Citing
    Quoting Because Before Once Where Local State So To According Told Only Source Photo
""")
_BEFORE = re.compile(r"([^\s,;:()\"“”]{1,40}) $")
_AFTER = re.compile(r" ([^\s,;:()\"“”]{1,40})")
_ARABIC = re.compile(r"al-[A-Z]")
_SPARE = 42


def plausible(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """The mentions that can be the outlet; shared names come out as weak ones."""
    folded = fold(text)
    for mention in mentions:
        name = folded[mention.start : mention.end]
        before = _BEFORE.search(folded[max(0, mention.start - _SPARE) : mention.start])
        after = _AFTER.match(folded, mention.end)
        word_before = before.group(1) if before else ""
        word_after = after.group(1).rstrip(".") if after else ""
        strength = _strength(name, mention)
        if _runs_on(word_after, strength):
            continue
        if word_after not in DESCRIPTIONS and _is_somebody_else(name, word_before, strength):
            continue
        if strength is Strength.BARE and not _described(word_before, word_after):
            continue
        yield replace(mention, strength=strength)


def _strength(name: str, mention: Mention) -> Strength:
    if name in SHARED_NAMES or name in SHARED_ACRONYMS:
        return min(Strength.WEAK, mention.strength)
    return mention.strength


def _runs_on(word_after: str, strength: Strength) -> bool:
    if not (word_after[:1].isupper() or _ARABIC.match(word_after)):
        return False
    if word_after in LONGER_NAMES:
        return True
    return strength < Strength.STRONG and word_after.removesuffix("'s") not in OF_OUTLETS_TOO


def _is_somebody_else(name: str, before: str, strength: Strength) -> bool:
    if name in SHARED_ACRONYMS and before.lower() == "the":
        return True
    if before.lower() in TITLES and " " not in name:
        return True
    if strength is Strength.STRONG or name[:4].lower() == "the ":
        return False
    inside_a_name = before[:1].isupper() or before[:1].isdigit()
    return inside_a_name and not (
        before in ADJECTIVES
        or before in OF_OUTLETS_TOO
        or before in _MAY_OPEN_A_SENTENCE
        or before.endswith(("'s", "s'", "/", "-based", "-run", "-owned", "-linked", "-backed"))
    )


def _described(before: str, after: str) -> bool:
    return (
        after in DESCRIPTIONS
        or before in DESCRIPTIONS
        or before in ADJECTIVES
        or before.endswith("'s")
    )
