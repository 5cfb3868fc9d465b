"""The newsroom's clock: what a moment is called where its people work."""

from datetime import datetime
from zoneinfo import ZoneInfo

from newsroom.settings import current_settings


def local(moment: datetime) -> datetime:
    return moment.astimezone(ZoneInfo(current_settings().timezone))
