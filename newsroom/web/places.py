"""The places of the newsroom as the bar shows them: who sees each, and the key that goes there."""

from dataclasses import dataclass

from flask import Flask, request
from flask_login import current_user

from newsroom.roles import Permission

THEMES = ("light", "dark")
"""What a person may ask for; without a choice the device decides."""

THEME_COOKIE = "theme"


@dataclass(frozen=True)
class Place:
    name: str
    path: str
    needs: Permission
    key: str = ""

    def holds(self, path: str) -> bool:
        """Whether a page at that path belongs to this place."""
        if self.path == "/":
            return path == "/" or path.startswith("/stories")
        return path == self.path or path.startswith(f"{self.path}/")


PLACES = (
    Place("Desk", "/", Permission.READ_STORIES, "g d"),
    Place("Captions", "/captions", Permission.PASS_CAPTIONS, "g c"),
    Place("Photos", "/photos", Permission.USE_PHOTOS, "g p"),
    Place("Wire", "/wire", Permission.USE_WIRE, "g w"),
    Place("Lexicon", "/lexicon", Permission.USE_LEXICON, "g l"),
    Place("The paper", "/paper", Permission.READ_STORIES, "g t"),
    Place("People", "/people", Permission.MANAGE_PEOPLE),
    Place("Desks", "/desks", Permission.MANAGE_DESKS),
    Place("Audit", "/audit", Permission.READ_AUDIT),
)


def places() -> list[Place]:
    """Those that the signed-in person may open."""
    return [place for place in PLACES if current_user.actor.may(place.needs)]


def theme() -> str:
    asked = request.cookies.get(THEME_COOKIE, "")
    return asked if asked in THEMES else ""


def install(app: Flask) -> None:
    app.jinja_env.globals.update(places=places, theme=theme)
