"""This newsroom's paper, from its settings."""

from zoneinfo import ZoneInfo

from newsroom.publishing.site import Site
from newsroom.settings import current_settings


def site() -> Site:
    settings = current_settings()
    return Site(settings.paper_name, settings.public_url, ZoneInfo(settings.timezone))
