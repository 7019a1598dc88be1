"""What became of the findings since the last version of an article: which are new, still open, or fixed.

A fixed finding is told by how its quote stands now; where no quote tells it, by its headline and by the
words or the person that it was about, since the old text is no longer at hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.models import Flag, Recheck, Report, Severity
from bot.render.passages import WORDING_HOLDS
from bot.render.words import SEVERITIES, VERDICTS, counted, flag_title, opening

NEW, STILL_OPEN = "new", "still open"
OF_WORDING = frozenset(
    {"material_change", "words_altered", "spliced", "partly_verified", "qualifier_cut", "edit_broke_quote"}
)
_QUOTED = re.compile("“([^“”]{1,80})”")


class Standings:
    """Tells of each flag of a report whether an edit brought it; says nothing where there was no re-check."""

    def __init__(self, recheck: Recheck | None) -> None:
        self._compared = recheck is not None
        self._new = {_identity(flag) for flag in recheck.new} if recheck else set()

    def of(self, flag: Flag) -> str:
        """``new``, ``still open``, or nothing on a first check."""
        if not self._compared:
            return ""
        return NEW if _identity(flag) in self._new else STILL_OPEN


def fixed_sentences(report: Report) -> tuple[str, ...]:
    """What an edit cleared, a sentence each, none twice."""
    fixed = report.recheck.fixed if report.recheck else ()
    return tuple(dict.fromkeys(fixed_sentence(report, flag) for flag in fixed))


def fixed_sentence(report: Report, flag: Flag) -> str:
    """What became of a finding that an edit cleared: how its quote stands now, or what it was about."""
    if flag.code in OF_WORDING:
        for judged in report.quotes:
            if judged.quote.id in flag.quotes and judged.verdict in WORDING_HOLDS:
                return f"“{opening(judged.quote.text)}” is now {VERDICTS[judged.verdict].word}."
    about = _about(flag)
    return f"{flag_title(flag.code)} ({about})." if about else f"{flag_title(flag.code)}."


def by_severity(flags: Iterable[Flag]) -> str:
    """How many flags of each severity there are, worst first: ``1 hold, 2 queries``."""
    severities = [flag.severity for flag in flags]
    parts = [counted(severities.count(each), SEVERITIES[each].word) for each in Severity if each in severities]
    return ", ".join(parts)


def _about(flag: Flag) -> str:
    quoted = None if flag.code in OF_WORDING else _QUOTED.search(flag.message)
    if quoted:
        return f"“{opening(quoted[1])}”"
    return next((evidence.speaker for evidence in flag.evidence if evidence.speaker), "")


def _identity(flag: Flag) -> tuple[str, int, int]:
    return (flag.code, flag.start, flag.end)
