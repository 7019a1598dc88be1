"""Links that open a recording at a second of it, and times as people read them.

Players take the second as ``t``: in the address where the recording is on a page (``?t=83``), behind it where the
address is the recording itself (``#t=83``, as the W3C's *Media Fragments URI* has it).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from urllib.parse import urlsplit

_MEDIA = re.compile(r"\.(?:mp3|m4a|mp4|m4v|webm|ogg|oga|ogv|opus|wav|flac|mov|aac|srt|vtt|txt)$", re.I)
_HAS = re.compile(r"(?<=[?&])t=[\w:.]*|(?<=#)t=[\w:.,]*")


def link_at(link: str | None, second: int | None) -> str | None:
    """The link that opens a recording at a second; the link as it is where there is none, or no second."""
    if not link or second is None:
        return link
    if _HAS.search(link):
        return _HAS.sub(f"t={second}", link, count=1)
    address, mark, anchor = link.partition("#")
    try:
        path, query = urlsplit(address).path, urlsplit(address).query
    except ValueError:
        return link
    if _MEDIA.search(path):
        return f"{address}#t={second}"
    return f"{address}{'&' if query else '?'}t={second}{mark}{anchor}"


def clock(second: int) -> str:
    """A second as a player shows it: ``2:03``, ``1:02:03``."""
    minutes, seconds = divmod(second, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def second_at(times: Sequence[tuple[int, int]], offset: int) -> int | None:
    """The second at which the word at an offset of a turn was said; None where the turn has no time codes.

    ``times`` are pairs of an offset and a second, in order.
    """
    if not times:
        return None
    return times[max(bisect_right([start for start, _ in times], offset) - 1, 0)][1]
