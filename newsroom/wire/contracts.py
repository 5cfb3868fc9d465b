"""What a contract with an outlet lets us use, until when, and the sentence where it does not."""

from datetime import date
from enum import StrEnum

from newsroom.wire.outlets import OutletFacts

SOON_DAYS = 30
"""An end that is nearer is told on the list."""


class Use(StrEnum):
    TEXT = "text"
    PHOTOS = "photos"


def covers(outlet: OutletFacts, use: Use, day: date) -> bool:
    """Whether that may run on that day; the last day of a contract is one of its days."""
    given = outlet.text_contract if use is Use.TEXT else outlet.photo_contract
    return given and (outlet.contract_until is None or day <= outlet.contract_until)


def lacking(outlet: OutletFacts, use: Use, day: date) -> str:
    """Why its text or its photos may not be used on that day; empty where they may."""
    if covers(outlet, use, day):
        return ""
    until = outlet.contract_until
    if not (outlet.text_contract or outlet.photo_contract):
        return f"There is no contract with {outlet.name}."
    if until is not None and until < day:
        return f"The contract with {outlet.name} ended on {until:%-d %B %Y}."
    return f"The contract with {outlet.name} does not cover its {use}."


def state_in_words(outlet: OutletFacts, today: date) -> str:
    """What the list marks: an end that is near or past; empty where there is nothing to do."""
    until = outlet.contract_until
    if until is None or not (outlet.text_contract or outlet.photo_contract):
        return ""
    days = (until - today).days
    if days < 0:
        return f"contract ended on {until:%-d %B %Y}"
    if days > SOON_DAYS:
        return ""
    return {0: "contract ends today", 1: "contract ends tomorrow"}.get(
        days, f"contract ends in {days} days"
    )


def in_words(outlet: OutletFacts) -> str:
    """What the outlet's page says."""
    text, photos = outlet.text_contract, outlet.photo_contract
    if not (text or photos):
        return "No contract: what of its copy stands in a story is asked about."
    what = " and ".join([*["its text"] * text, *["its photos"] * photos])
    end = f" until {outlet.contract_until:%-d %B %Y}" if outlet.contract_until else ""
    but = "" if text and photos else f", but not {'its photos' if text else 'its text'}"
    return f"{what[0].upper()}{what[1:]} may be used{end}{but}."
