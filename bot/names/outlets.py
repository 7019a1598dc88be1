"""Outlets and programmes, to which people tell things, as against courts, crowds and press conferences."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.language.text import forms

_NOT_OUTLETS = re.compile(
    r"\b(?:court|jury|jurors?|judge|tribunal|inquest|inquiry|hearing|council|councill?ors|committee|board|panel|"
    r"parliament|senate|congress|house|assembly|cabinet|commission|conference|briefing|statement|meeting|rally|crowd|"
    r"audience|supporters|fans|delegates|members|voters|residents|reporters?|journalists?|press|media|police|officers|"
    r"investigators|detectives|students|pupils|staff|workers|colleagues|shareholders|investors|analysts|friends|family|"
    r"mps|lawmakers|legislators|senators|ministers|union|congregation|mourners|readers|listeners|viewers|"
    r"x|twitter|facebook|instagram|tiktok|bluesky|threads|linkedin|youtube|letter|email|e-mail|post|memo|speech)\b",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"\b(?:told|tells|interview(?:ed)?|spoke|speaking|talking|talked|said|says|according|comments?|reported|wrote|"
    r"writes|writing|appear(?:ed|ing)|quoted|podcast|confided|revealed)\b",
    re.IGNORECASE,
)
_DAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$")
_NAMED = re.compile(r"[^\W\d_a-z]")


def is_outlet(venue: str | None) -> bool:
    """Whether a venue is a named outlet or programme; a court, council, press conference or statement is not."""
    if not venue or not _NAMED.search(venue) or _DAY.match(venue):
        return False
    found = _NOT_OUTLETS.search(venue)
    return not found or _is_title(venue, found)


def _is_title(venue: str, found: re.Match[str]) -> bool:
    """Whether the word is part of a name: ``the Harbour Post``, ``The Press``, ``Meet the Press``."""
    return (
        found.group()[0].isupper()
        and (venue[: found.start()].strip().casefold() not in ("", "a", "an"))
        and (found.group().casefold() in ("post", "press", "house", "x", "media", "reporter", "journalist", "threads"))
    )


def same_outlet(one: str, other: str) -> bool:
    """Whether two writings name one outlet: the article before it and a short form do not matter."""
    a, b = _key(one), _key(other)
    return bool(a and b) and (a == b or a <= b or b <= a)


def _key(name: str) -> frozenset[str]:
    return frozenset(forms(name)) - {"the", "magazine", "newspaper", "com", "radio"}


def any_outlet(name: str, others: Iterable[str]) -> bool:
    """Whether the outlet is one of the others."""
    return any(same_outlet(name, other) for other in others)


def credits(sentence: str, outlet: str) -> bool:
    """Whether a sentence of the draft credits the outlet with an interview or a report."""
    words = [word for word in forms(outlet) if word != "the"]
    return bool(words) and set(words) <= set(forms(sentence)) and bool(_CREDIT.search(sentence))
