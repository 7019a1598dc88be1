"""Surnames that are also common words or months: Helen Prior, Mark Long, David March.

Such a word alone is a name only where the article gives it in full, and where it stands as a name would: with a
capital inside a sentence, or before a verb that only a person takes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from bot.models import NameMention
from bot.names.words import CALENDAR, COMMON

_PERSONAL = r" (?:said|says|told|added|asked|replied|wrote|explained|argued|recalled|insisted)\b"
_VERB = re.compile(rf"{_PERSONAL}| (?:who|is|was|has|had|will|would|did|does)\b|['’]s\b")
_SPEAKS = re.compile(_PERSONAL)
_BEFORE_NAME = re.compile(r"(?:[a-z,;“‘\"'(—–-]|\b(?:Mr|Mrs|Ms|Dr)\.?) $")
_JOINED = re.compile(r"[ \u00a0][A-Z0-9]")


def find_common(
    text: str, mentions: Sequence[NameMention], by_surname: Mapping[str, Sequence[str]]
) -> list[NameMention]:
    """The mentions of people by a surname that is also a common word, beside the ``mentions`` already found."""
    out: list[NameMention] = []
    taken = [(mention.start, mention.end) for mention in mentions]
    for folded, bearers in by_surname.items():
        if folded not in COMMON and folded not in CALENDAR:
            continue
        for found in re.finditer(rf"(?<!\w){re.escape(folded.capitalize())}(?!\w)", text):
            start, end = found.span()
            if any(a < end and start < b for a, b in taken) or _JOINED.match(text, end):
                continue
            if _stands_as_name(text, start, end, folded in CALENDAR):
                out.append(NameMention(found.group(), start, end, bearers[0], "person"))
    return out


def _stands_as_name(text: str, start: int, end: int, month: bool) -> bool:
    inside = _BEFORE_NAME.search(text, max(0, start - 6), start) is not None
    if month:
        return _SPEAKS.match(text, end) is not None
    return (inside and not text.endswith(" the ", 0, start)) or _VERB.match(text, end) is not None
