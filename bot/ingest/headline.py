"""The headline of a draft that says nowhere which line it is.

It is a line above the first paragraph that does not end as a sentence does.  The name of the paper,
a date, a byline and the furniture of the page are not headlines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.ingest import furniture_rules as rules
from bot.ingest.lines import Line, is_body, lines
from bot.models import Dropped, PublicationDate

_PAGE_HEADER = frozenset({rules.NAVIGATION, rules.NEWSLETTER, rules.COOKIES, rules.LEGAL})
_LONGEST = 220
_LOOKED_AT = 40
_MASTHEAD = re.compile(
    r"^(?:the )?(?:[A-Z][\w.'’&-]* ){0,4}(?:Times|Herald|News|Post|Gazette|Chronicle|Tribune|Journal|Echo|Mail|Star|Sun"
    r"|Mirror|Telegraph|Guardian|Observer|Express|Standard|Leader|Argus|Courier|Advertiser|Mercury|Press|Record|Review"
    r"|Daily|Weekly|Online|Independent|Examiner|Inquirer|Enquirer|Sentinel|Globe|Bulletin|Register|Messenger|Dispatch)$"
)
_DATELINE = re.compile(r"\((?:AP|AFP|Reuters|PA|CNN|UPI|Bloomberg)\)|[_–—-]$")
_CLOSING_STOP = re.compile(r"[.:;,…][\"'”’»)]*$")
_MARKDOWN = re.compile(r"^#{1,3} +")
_DATED = re.compile(r"\b\d{4}-\d\d-\d\d\b")


def headline(text: str, dropped: Sequence[Dropped] = (), dates: Sequence[PublicationDate] = ()) -> str | None:
    """The headline of a text, or None where it starts with its first paragraph.

    Under the header of a copied page (sections, sign-in) the longest candidate is taken, otherwise the first.
    """
    furniture = {line.start: line.reason for line in dropped}
    dated = {_line_start(text, statement.start) for statement in dates if statement.end}
    top: list[Line] = []
    noisy = False
    for at, line in enumerate(lines(text)[:_LOOKED_AT]):
        if line.start in furniture:
            noisy = noisy or furniture[line.start] in _PAGE_HEADER
        elif line.start not in dated:
            if is_body(line) or _is_wrapped(text, at):
                return _chosen(top, noisy)
            top.append(line)
    return _chosen(top[:-1], noisy)


def _chosen(top: Sequence[Line], noisy: bool) -> str | None:
    candidates = [line for line in top if _could_be(line)]
    if not candidates or not (noisy or candidates[0] is top[0]):
        return None
    chosen = max(candidates, key=lambda line: line.count) if noisy else candidates[0]
    if not noisy and chosen is top[0] and _MASTHEAD.match(chosen.words) and len(candidates) > 1:
        chosen = candidates[1]
    return _MARKDOWN.sub("", chosen.words)


def _could_be(line: Line) -> bool:
    if len(line.words) > _LONGEST or not any(ch.isalpha() for ch in line.words):
        return False
    return not (_CLOSING_STOP.search(line.words) or _DATELINE.search(line.words) or _DATED.search(line.words))


def _is_wrapped(text: str, at: int) -> bool:
    """Whether the line is the first of a paragraph that somebody broke by hand into lines of one length."""
    found = lines(text)
    if at + 1 >= len(found) or found[at + 1].after_blank or found[at].ends_sentence:
        return False
    return found[at + 1].words[:1].islower()


def _line_start(text: str, at: int) -> int:
    return max(text.rfind(end, 0, at) for end in "\n\r\u2028\u2029") + 1
