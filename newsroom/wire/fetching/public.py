"""Which addresses are public: the newsroom asks no server inside a private network by accident."""

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

TRANSLATED = (
    IPv6Network("::/96"),  # IPv4-compatible, long out of use
    IPv6Network("::ffff:0:0/96"),  # IPv4-mapped
    IPv6Network("64:ff9b::/96"),  # NAT64
    IPv6Network("64:ff9b:1::/48"),  # NAT64 of one's own network
    IPv6Network("2001::/32"),  # Teredo
    IPv6Network("2002::/16"),  # 6to4
)
"""Addresses that hold another one, which may be private: no server of an agency has one of these."""

SET_ASIDE = (
    IPv4Network("192.0.0.0/24"),  # protocols between neighbours
    IPv4Network("192.88.99.0/24"),  # relays of 6to4
)
"""Addresses that Python's own table calls global, in some versions, and that no server has."""


def is_public(address: str) -> bool:
    """Whether anybody on the internet reaches it; what is no address is not public."""
    try:
        known = ip_address(address)
    except ValueError:
        return False
    return _is_public(known)


def _is_public(known: IPv4Address | IPv6Address) -> bool:
    if not known.is_global or known.is_multicast or known.is_reserved or known.is_unspecified:
        return False
    if isinstance(known, IPv4Address):
        return not any(known in network for network in SET_ASIDE)
    odd = known.is_site_local or known.scope_id is not None
    return not odd and not any(known in network for network in TRANSLATED)
