"""Where the words were said or written, as the draft credits it: Variety, The Breakfast Sofa, X, a statement.

Only what the reporter's own words around the quote name; a person spoken to is no venue.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.attribution.carry import Attributed
from bot.attribution.items import Row
from bot.models import NameMention
from bot.names.runs import UPPER

_NAME = rf"(?:[Tt]he )?[{UPPER}][\w'’&.+-]*(?:(?: (?:of|the|and|&|in|on|for) | )[{UPPER}0-9][\w'’&.+-]*)*"
_OUTLET_AFTER = r"(?:'s|’s)?(?: (?:magazine|newspaper|programme|program|show|podcast|radio))?"
_INTERVIEW = re.compile(
    rf"\b(?:interview(?:ed|s)?|conversation|sit-down|chat|Q&A) (?:with|by|on|for|to|in) ({_NAME}{_OUTLET_AFTER})"
    rf"|\b(?:speaking|spoke|speaks|talking|talked|talks|opened up|opening up) (?:exclusively )?(?:to|with) "
    rf"({_NAME}{_OUTLET_AFTER})"
    rf"|\b({_NAME})(?:'s|’s)? interview\b"
)
_POSTED = re.compile(
    r"\b(?:wrote|posted|tweeted|said|shared|writing|posting|post|message|statement|video|story|captioned|added) "
    r"(?:[\w ]{0,30}? )?(?:on|to) (X|Twitter|Facebook|Instagram|TikTok|Truth Social|Bluesky|Threads|LinkedIn|YouTube|"
    r"Snapchat|Reddit|Mastodon|Weibo|Telegram)\b"
)
_OCCASION = re.compile(
    r"\b(?:in|at|during|through|via) ((?:a|an|the|his|her|their|its) (?:[\w-]+ ){0,2}?(?:statement|news conference|"
    r"press conference|briefing|letter|e-?mail|speech|hearing|memo|op-ed|tweet|court))\b"
)
_SPOKEN_TO = (
    "nterview",
    "peaking ",
    "poke ",
    "peaks ",
    "alk",
    "pened up",
    "pening up",
    "onversation",
    "sit-down",
    "hat ",
    "Q&A",
)
_PLATFORMS = (
    " X", "Twitter", "Facebook", "Instagram", "TikTok", "Social", "Bluesky", "Threads", "LinkedIn", "YouTube",
    "Snapchat", "Reddit", "Mastodon", "Weibo", "Telegram",
)  # fmt: skip
_OCCASIONS = ("tatement", "onference", "riefing", "etter", "mail", "peech", "earing", "emo", "op-ed", "weet", "ourt")
_LINE = re.compile(r"[^\n\r]+")
_TOLD = frozenset(("told", "tells", "telling", "tell", "informed", "assured", "reminded"))


class Venues:
    """The venues of one article; an interview that a sentence speaks of holds for that person's later words."""

    def __init__(self, text: str, names: Sequence[NameMention]) -> None:
        self._text = text
        self._people = frozenset(form for name in names if name.kind == "person" for form in (name.full, name.text))
        self._interviews: list[tuple[int, str, str | None]] = []
        for line in _LINE.finditer(text) if "nterview" in text else ():
            if not any(word in line.group() for word in _SPOKEN_TO):
                continue
            for match in _INTERVIEW.finditer(text, *line.span()):
                venue = self._outlet(match)
                if venue:
                    self._interviews.append((match.end(), venue, _sentence_round(text, match.start())))

    def _outlet(self, match: re.Match[str]) -> str | None:
        """The outlet of a match, None where a person was spoken to."""
        venue = next((group for group in match.groups() if group), "")
        venue = venue.removesuffix("'s").removesuffix("’s").rstrip(".")
        return venue if venue and venue not in self._people and venue.split()[-1] not in self._people else None

    def of(self, found: Attributed, start: int) -> str | None:
        """The venue of the quote that begins at ``start``, None where the draft gives none."""
        if found.source is None or found.tie is None:
            return None
        if found.tie.event is not None and found.tie.event.cue in _TOLD:
            told = _told(self._text, found.source, found.tie.event.verb)
            if told and told not in self._people:
                return told
        span = stretch_of(found)
        stretch = self._text[span[0] : span[1]] if span else ""
        for pattern, telling in ((_INTERVIEW, _SPOKEN_TO), (_POSTED, _PLATFORMS), (_OCCASION, _OCCASIONS)):
            if not any(word in stretch for word in telling):
                continue
            for match in pattern.finditer(stretch):
                venue = self._outlet(match)
                if venue:
                    return venue
        return self._given_to(found.speaker.name if found.speaker else None, start)

    def _given_to(self, speaker: str | None, start: int) -> str | None:
        """The outlet of the last interview before a quote that speaks of its speaker."""
        if speaker is None:
            return None
        last = speaker.split()[-1]
        for end, venue, sentence in reversed(self._interviews):
            if end <= start and sentence is not None and last in sentence:
                return venue
        return None


def _sentence_round(text: str, at: int) -> str:
    """The sentence round an offset, roughly: from the stop or line end before it to the one after it."""
    before = max(text.rfind(stop, max(0, at - 400), at) for stop in (". ", "\n", "? ", "! "))
    ends = [end for stop in (". ", "\n", "? ", "! ") if (end := text.find(stop, at, at + 400)) >= 0]
    return text[before + 1 : min(ends, default=at + 400)]


def _told(text: str, row: Row, verb: int) -> str | None:
    """Whom something was told, where that is an outlet: told the Today programme, told Parade & Palette."""
    at = verb + 1
    while at < len(row.items) and row.codes[at] in "DNT9w'B" and at < verb + 12:
        at += 1
    held = [number for number in range(verb + 1, at) if row.codes[number] == "N"]
    if not held:
        return None
    first, last = held[0], held[-1]
    if first - 1 > verb and text[row.items[first - 1].start].isupper() and row.codes[first - 1] == "D":
        first -= 1
    while last + 1 < at and row.items[last + 1].low in (
        "programme",
        "program",
        "magazine",
        "newspaper",
        "podcast",
        "show",
    ):
        last += 1
    return text[row.items[first].start : row.items[last].end]


def stretch_of(found: Attributed) -> tuple[int, int] | None:
    """The place of the reporter's words that hold a quote's cue, between the quotes on either side."""
    row, tie = found.source, found.tie
    if row is None or tie is None:
        return None
    anchor = tie.event.verb if tie.event is not None else tie.subject.last
    start, end = row.sentence_of(anchor)
    first = max((at + 1 for at in range(start, anchor) if row.codes[at] == "Q"), default=start)
    last = min((at for at in range(anchor + 1, end) if row.codes[at] == "Q"), default=end)
    return row.items[first].start, row.items[last - 1].end
