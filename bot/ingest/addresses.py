"""Where a link may lead: public web servers, and what the desk has allowed by name.

Everything on the inside of a network is refused, in whatever spelling: private, loopback, link-local,
carrier-grade, multicast and reserved addresses, cloud metadata, and IPv6 forms that carry such an IPv4.
"""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Callable, Collection, Sequence

from bot.errors import LinkFailed, LinkRefused
from bot.language.lookalikes import imitates

Resolver = Callable[[str, int], Sequence[str]]
"""Gives the addresses of a host, best first; raises ``OSError`` or ``UnicodeError`` where there is none."""

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

PORTS = {"http": 80, "https": 443}
"""The two schemes that are followed, and the only port of each that needs no allowance."""

_PRIVATE = "This link leads inside a private network; paste the text, or have its host allowed (VERBATIM_ALLOW_HOSTS)."
_IMITATION = (
    "The name of this site is written with letters that only look like others; type the link yourself,"
    " or paste the text."
)
_NO_NAME = "This link has no proper host name; look at it again, or paste the text."
_REFUSED_NETWORKS = tuple(
    ipaddress.ip_network(network)
    for network in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "168.63.129.16/32", "169.254.0.0/16",
        "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15",
        "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        "::/128", "::1/128", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "3fff::/20", "5f00::/16",
        "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
    )
)  # fmt: skip
_CARRIERS = (
    ("::ffff:0:0/96", 0),
    ("::ffff:0:0:0/96", 0),
    ("::/96", 0),
    ("64:ff9b::/96", 0),
    ("2002::/16", 80),
)
_NUMERIC = re.compile(r"(?:0x[0-9a-f]*|\d+)", re.I)
_NAME = re.compile(r"[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?", re.I)


def normal_host(host: str) -> str:
    """A host name in lower case and without its final dot; raises ``LinkRefused`` for disguised addresses.

    ``127.1``, ``0x7f000001`` and ``2130706433`` are ways to write an address that no newspaper uses.
    """
    plain = host.strip("[]").removesuffix(".").casefold()
    if literal(plain) is not None:
        return plain
    if not _NAME.fullmatch(plain) or _NUMERIC.fullmatch(plain.rpartition(".")[2]) or len(plain) > 253:
        raise LinkRefused(_NO_NAME, host)
    if imitates(_as_shown(plain)):
        raise LinkRefused(_IMITATION, host)
    return plain


def _as_shown(host: str) -> list[str]:
    """The labels of a host as a browser shows them; one that no browser could show stays as it is."""
    import idna

    labels = host.split(".")
    for at, label in enumerate(labels):
        if label.startswith("xn--"):
            try:
                labels[at] = idna.ulabel(label)
            except (idna.IDNAError, UnicodeError) as broken:
                raise LinkRefused(_NO_NAME, host) from broken
    return labels


def literal(host: str) -> Address | None:
    """The address that a host is, where it is written as one."""
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None


def is_allowed(host: str, port: int, allowed: Collection[str]) -> bool:
    """Whether the desk's list names ``host:port``, or the host alone where the port is a usual one."""
    names = {name.strip().casefold() for name in allowed}
    shown = f"[{host}]" if ":" in host else host
    return f"{shown}:{port}" in names or (port in PORTS.values() and bool({host, shown} & names))


def check_port(host: str, port: int, allowed: Collection[str]) -> None:
    """Raises ``LinkRefused`` for a port other than 80 and 443, unless the desk's list names it."""
    if port not in PORTS.values() and not is_allowed(host, port, allowed):
        raise LinkRefused(f"Links to port {port} are not followed; paste the text, or drop the file.", f"{host}:{port}")


def is_public(address: Address) -> bool:
    """Whether an address is one that anybody on the internet may reach."""
    carried = _carried(address)
    if carried is not None:
        return is_public(carried)
    if any(address.version == network.version and address in network for network in _REFUSED_NETWORKS):
        return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def _carried(address: Address) -> Address | None:
    """The IPv4 address inside an IPv6 one (mapped, translated, compatible, NAT64, 6to4)."""
    if not isinstance(address, ipaddress.IPv6Address) or int(address) <= 1:
        return None
    for network, shift in _CARRIERS:
        if address in ipaddress.IPv6Network(network):
            return ipaddress.IPv4Address((int(address) >> shift) & 0xFFFFFFFF)
    return None


def system_resolver(host: str, port: int) -> Sequence[str]:
    """The addresses that the machine's own resolver gives a host."""
    answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(answer[4][0]) for answer in answers]


def checked_addresses(
    host: str, port: int, allowed: Collection[str], resolver: Resolver = system_resolver
) -> tuple[str, ...]:
    """The addresses of a host that may be connected to, in the order in which the resolver gives them.

    Raises ``LinkRefused`` where any of them is not public and the desk has not allowed the host, and
    ``LinkFailed`` where there is none.  What is connected to must be one of these, not the name again.
    """
    found = _resolved(host, port, resolver)
    if not is_allowed(host, port, allowed) and not all(is_public(address) for address in found):
        raise LinkRefused(_PRIVATE, host)
    return tuple(str(address) for address in found)


def _resolved(host: str, port: int, resolver: Resolver) -> Sequence[Address]:
    written = literal(host)
    if written is not None:
        return [written]
    unknown = LinkFailed(f"There is no site “{host[:80]}”; look at the link again, or paste the text.", host)
    try:
        answers = resolver(host, port)
    except (OSError, UnicodeError) as failed:
        raise unknown from failed
    if not answers:
        raise unknown
    return list(dict.fromkeys(ipaddress.ip_address(answer.partition("%")[0]) for answer in answers))
