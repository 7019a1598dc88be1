"""The last line of an answer: what it left out, or what an edit left open, with the way to it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.models import Severity
from bot.render.slack.elements import Block, Element, actions, button, rich, section, written
from bot.render.words import SEVERITIES, counted

_ASKING = tuple(SEVERITIES[severity].word for severity in Severity)


def more_blocks(check_id: int, left: Sequence[int]) -> list[Block]:
    """What was left out (holds, queries, notes, matched, not in the store), and where it can be read."""
    *asking, matched, absent = left
    value = str(check_id)
    buttons = [button("Show all", "show_all", value)] if matched + absent else []
    if sum(asking) or not buttons:
        buttons.insert(0, button("Report", "report", value))
    return _left_out(left, buttons)


def rest_blocks(check_id: int, left: Sequence[int]) -> list[Block]:
    """What even the whole list left out, which only the report has room for."""
    return _left_out(left, [button("Report", "report", str(check_id))])


def _left_out(left: Sequence[int], buttons: Sequence[Element]) -> list[Block]:
    *asking, matched, absent = left
    parts = [
        _asking(asking),
        f"{matched:,} matched" if matched else "",
        f"{absent:,} not in the store" if absent else "",
    ]
    told = ", ".join(part for part in parts if part)
    return [rich(section(written(f"And {sum(left):,} more: {told}."))), *actions("more", buttons)]


def open_blocks(check_id: int, still: Sequence[int]) -> list[Block]:
    """How much an edit left open (holds, queries), and the button that shows it."""
    shown = actions("open", [button("Show", "show", str(check_id))])
    return [rich(section(written("Still open: ", bold=True), written(_asking(still)))), *shown]


def _asking(numbers: Sequence[int]) -> str:
    """``1 hold, 2 queries``: only the severities that occur."""
    return ", ".join(counted(number, word) for number, word in zip(numbers, _ASKING, strict=False) if number)
