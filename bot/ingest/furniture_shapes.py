"""Whether one line is page furniture: by its phrase, or by its shape (a byline, a credit, a bar of links)."""

from __future__ import annotations

import re

from bot.ingest import furniture_rules as rules

_SPOKEN = re.compile(r"\b(?:said|says|told|urged|added|warned|asked)\b", re.I)
_SOURCE = re.compile(r"(?:Source|SOURCE|Credit|CREDIT|Courtesy|Photo|PHOTO|Image|Picture|Pic)s?: ?(\S.{0,80})")
_STOPS = re.compile(r"[.!?,;]")
_SHARE = re.compile(
    r"\b(?:share(?: (?:this|the))?(?: (?:article|story|page|post|on|to|via|with|by))?"
    r"|(?:link|share|post|send|comment)(?:ed)? (?:to|on|via|by) (?=facebook|twitter|x\b|email|flipboard"
    r"|whatsapp|linkedin|reddit)"
    r"|facebook|twitter|flipboard|whatsapp|linkedin|reddit|pinterest|telegram|instagram|tiktok|threads|bluesky"
    r"|messenger"
    r"|copy(?: the)? link|link copied!?|copied to clipboard|copy url|e-?mail(?: this)?(?: (?:article|story))?"
    r"|print(?: this)?(?: (?:article|page|story))?|tweet(?: this)?|bookmark|save(?: (?:article|story|for later))?"
    r"|gift(?: this)?(?: article)?|like(?= |$)|(?:view|show|read|add|post|leave|see|jump to|hide|open|go to)?"
    r"(?: a| all| the| your)? ?\d{0,6} ?comments?(?: section)?|join the discussion|shares?|views?|x(?= |$|share"
    r"|link)|sms"
    r"|more options|close|menu|search|toggle (?:menu|search)|open (?:menu|search)|back to top|home(?:page)?"
    r"|skip to (?:main )?(?:content|navigation))",
    re.I,
)
_SHARE_WORD = re.compile(
    r"share|link|comment|facebook|print|copy|mail|tweet|save|bookmark|skip|menu|search|top|gift|home|like|x\b|twitter",
    re.I,
)
_SOCIAL = re.compile(
    r"(?:share|link|post) (?:to|on|via) ?(?:facebook|twitter|x|flipboard|email|whatsapp|linkedin|reddit)", re.I
)
_NOT_WORDS = re.compile(r"[\W\d_]+")
_BAR = re.compile(r" ?[|›»•·] ?| > | / ")
_SMALL_WORDS = frozenset("and for in of at the de da di del der den du la le van von bin ibn al el with y e".split())
_BYLINE = re.compile(
    r"(?:By|BY|Words by|Written by|Story by|Report by|Analysis by|Opinion by|Edited by|Reported by) (\S.{2,120})"
)
_REPORTERS = re.compile(
    r"\(?(?:additional |with )?(?:reporting|editing|writing|contributions?|files?|produced|compiled) (?:by"
    r"|from) ([^!?]{3,300})\)?",
    re.I,
)
_DUTIES = frozenset(
    "additional with reporting editing writing graphics research contributions contributed files produced compiled by"
    " from for in at the to this story report article".split()
)
_NAME = re.compile(r"[^\W\d_][\w.'’-]*")
_PUNCTUATED = re.compile(r"[.!?;:]$")
_NO_NAME = frozenset(
    "the a an january february march april may june july august september october november december monday tuesday"
    " wednesday thursday friday saturday sunday christmas easter royal popular contrast comparison law then now".split()
)


def reason_to_drop(line: str) -> str | None:
    """Why a line, stripped of outer space, is page furniture; None where it may be part of the article."""
    if len(line) > rules.LONGEST:
        return None
    if _is_byline(line):
        return rules.BYLINE
    if is_credit(line):
        return rules.CREDIT
    for reason, phrase in rules.PHRASES:
        if phrase.fullmatch(line):
            return None if reason != rules.LINK and _SPOKEN.search(line) else reason
    if _is_share_bar(line):
        return rules.SHARE_BAR
    return rules.NAVIGATION if _is_navigation(line) else None


def is_credit(line: str) -> bool:
    """Whether a line is nothing but the owner of a picture, such as ``Source: MEGA``."""
    found = _SOURCE.fullmatch(line)
    if not found or _STOPS.search(found[1].removesuffix(".com")):
        return False
    words = found[1].split()
    return len(words) <= 6 and all(not word[0].islower() or word in _SMALL_WORDS or "." in word for word in words)


def _is_byline(line: str) -> bool:
    """``By Ann Bell and Jo Pell``: names alone, so that ``By Friday`` or ``By the river`` stays."""
    credited = _REPORTERS.fullmatch(line)
    if credited and all(_is_name_or(word, _DUTIES) for word in _NAME.findall(credited[1])):
        return True
    found = _BYLINE.fullmatch(line)
    if not found or _PUNCTUATED.search(line) or any(ch.isdigit() for ch in line):
        return False
    names = _NAME.findall(found[1])
    if not 2 <= len(names) <= 12 or names[0].casefold() in _NO_NAME:
        return False
    return all(_is_name_or(name, frozenset()) for name in names)


def _is_name_or(word: str, others: frozenset[str]) -> bool:
    return word[0].isupper() or word in _SMALL_WORDS or word.strip(".").casefold() in others


def _is_share_bar(line: str) -> bool:
    """A line of nothing but what one does with a page: share, print, comment, go to the top."""
    if len(line) > 200 or not _SHARE_WORD.search(line):
        return False
    if len(_SOCIAL.findall(line)) >= 2:
        return True
    return not _NOT_WORDS.sub("", _SHARE.sub(" ", line))


def _is_navigation(line: str) -> bool:
    """A bar of sections (``News | Sport | Weather``) or a trail of them (``Home > News > Mossbank``)."""
    if len(line) > 200 or line[0] in "|-" or line[-1] in ".!?|":
        return False
    parts = _BAR.split(line)
    if any(ch.isdigit() for ch in line) or any(len(part.split()) > 4 for part in parts):
        return False
    return len(parts) >= 3 and all(part[:1].isupper() for part in parts)
