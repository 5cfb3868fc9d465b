"""The formats of agency copy that can be read."""

from enum import StrEnum


class Format(StrEnum):
    """As an editor is told of them."""

    RSS = "rss"
    ATOM = "atom"
    JSON_FEED = "json feed"
    NINJS_1 = "ninjs 1"
    NINJS_2 = "ninjs 2"
    NINJS_3 = "ninjs 3"
    NEWSML_G2 = "newsml-g2"
    NEWSML_1 = "newsml 1"
    NITF = "nitf"
    IPTC_7901 = "iptc 7901"
    ANPA_1312 = "anpa 1312"
    UNKNOWN = "unknown"
