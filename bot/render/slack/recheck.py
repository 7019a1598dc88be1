"""The answer to a corrected paragraph: only what the edit changed.

What was fixed, each new finding in full, new quotes to verify, and how much is still open.
"""

from __future__ import annotations

from bot.models import Report, Severity, Verdict
from bot.render.findings import Finding
from bot.render.since import NEW, STILL_OPEN
from bot.render.slack.answer import MOST, headed, parts
from bot.render.slack.budget import Unit
from bot.render.slack.message import Part
from bot.render.slack.sheet import Sheet
from bot.render.slack.standing import NONE, Standings, settled

FIXED = 10  # sentences on what was fixed; the others are clear from the root's counts


def recheck_answer(report: Report, check_id: int, standings: Standings = NONE) -> tuple[Part, ...]:
    """What an edit fixed, brought and left open; nothing at all where it changed nothing."""
    sheet = Sheet(report, check_id, standings)
    new = {key: finding for key, finding in sheet.keys.items() if finding.standing == NEW}
    if not new and not sheet.fixed:
        return ()
    fixed: list[Unit] = [(f"fixed:{place}",) for place in range(min(FIXED, len(sheet.fixed)))]
    to_verify = {key: finding.judged.quote.id for key, finding in new.items() if finding.judged and _added(finding)}
    told: list[Unit] = [(key,) for key in new if key not in to_verify]
    units = [*fixed, *told, *headed("added", list(to_verify.values()))]
    return parts(sheet, units, MOST, last=_still(sheet))


def _added(finding: Finding) -> bool:
    """Whether the finding is a new quote that somebody may verify: shown as such, not as a note."""
    judged = finding.judged
    return finding.flag.code == "quote_added" and judged is not None and judged.verdict is Verdict.UNVERIFIED


def _still(sheet: Sheet) -> Unit:
    """How much is open from before; that nothing is, where the edit brought nothing either."""
    asking = {key: finding for key, finding in sheet.keys.items() if finding.flag.severity is not Severity.NOTE}
    left = [finding for key, finding in asking.items() if not settled(key, sheet.keys, sheet.standings)]
    old = [finding.flag.severity for finding in left if finding.standing == STILL_OPEN]
    if old:
        return (f"open:{old.count(Severity.HOLD)}-{old.count(Severity.QUERY)}",)
    return () if left else ("cleared",)
