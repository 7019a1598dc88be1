"""The answer in the thread: holds, queries and notes, then what matched, then what is not in the store.

A phone shows a few lines at a time, so the lists are short where they are long, and the last line tells what was
left out.  A clean article gets one short message; an article without quotes and without findings none.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.models import Report, Severity
from bot.render.slack.budget import Unit, packed
from bot.render.slack.elements import LONGEST_NAME
from bot.render.slack.message import Message, Part
from bot.render.slack.sheet import Sheet
from bot.render.slack.standing import NONE, Standing, Standings

MOST = 3  # messages: Slack takes about one a second in a channel
MATCHED = 12  # lines of an answer; Show all lists the others
ABSENT = 8  # quotes to verify in an answer, each with its button
SPARE = 2  # lines too many that are still shown: "and 2 more" takes as much room
_LONGEST = Standing("waiting", "N" * LONGEST_NAME, shareable=True, confirmed_by="N" * LONGEST_NAME)


def answer(report: Report, check_id: int, standings: Standings = NONE, *, most: int = MOST) -> tuple[Part, ...]:
    """The messages that answer a check, worst first."""
    sheet = Sheet(report, check_id, standings)
    findings = [(key,) for key in sheet.keys]
    matched, absent = _matched(sheet), _absent(sheet)
    kept = [*findings, *_capped(matched, MATCHED), *_capped(absent, ABSENT)]
    return parts(sheet, kept, most, [*findings, *matched, *absent])


def show_all(report: Report, check_id: int, standings: Standings = NONE) -> tuple[Part, ...]:
    """Every matched quote and every one that is not in the store."""
    sheet = Sheet(report, check_id, standings)
    return parts(sheet, [*_matched(sheet), *_absent(sheet)], MOST, end="rest")


def answer_part(report: Report, check_id: int, items: Sequence[str], standings: Standings) -> Message:
    """A message of an answer again, after a decision: the same items in the same order."""
    return Sheet(report, check_id, standings).message(items)


def leaves_out(report: Report) -> bool:
    """Whether the answer lists fewer matches or quotes to verify than there are."""
    shown = {item for part in answer(report, 0) for item in part.items}
    sheet = Sheet(report, 0, NONE)
    return any(item not in shown for unit in (*_matched(sheet), *_absent(sheet)) for item in unit)


def parts(
    sheet: Sheet,
    units: Sequence[Unit],
    most: int,
    wanted: Sequence[Unit] = (),
    end: str = "more",
    last: Unit = (),
) -> tuple[Part, ...]:
    """The messages of these units, the last of which tells how much of what is wanted they leave out.

    Room is kept for the longest line that a decision leaves on an item, since it is drawn in the same message, and
    for what comes ``last`` however much is left out.
    """
    items = [*sheet.keys, *(judged.quote.id for judged in sheet.absent)]
    longest = Sheet(sheet.report, sheet.check_id, dict.fromkeys(items, _LONGEST))
    shown = packed(units, lambda items: longest.blocks([*items, *last]), most)
    seen = {item for items in shown for item in items}
    left = [item for unit in wanted or units for item in unit if item not in seen]
    more = _more(sheet, left)
    if shown and more:
        shown[-1].append(f"{end}:{more}")
    if shown:
        shown[-1] += last
    return tuple(Part(sheet.message(items), tuple(items)) for items in shown)


def headed(heading: str, items: Sequence[str]) -> list[Unit]:
    """Items below a heading that no message leaves behind."""
    return [(heading, item) if place == 0 else (item,) for place, item in enumerate(items)]


def _matched(sheet: Sheet) -> list[Unit]:
    return headed("matched", [f"m:{judged.quote.id}" for judged in sheet.matched])


def _absent(sheet: Sheet) -> list[Unit]:
    return headed("absent", [judged.quote.id for judged in sheet.absent])


def _capped(units: list[Unit], most: int) -> list[Unit]:
    return units if len(units) <= most + SPARE else units[:most]


def _more(sheet: Sheet, left: Sequence[str]) -> str:
    """The item that tells what was left out; nothing where nothing was."""
    severities = [sheet.keys[item].flag.severity for item in left if item in sheet.keys]
    absent = {judged.quote.id for judged in sheet.absent}
    numbers = [*(severities.count(each) for each in Severity)]
    numbers += [sum(item.startswith("m:") for item in left), sum(item in absent for item in left)]
    return "-".join(map(str, numbers)) if sum(numbers) else ""
