"""How much a message holds: items are packed in order into as few messages as they need.

Slack refuses more than 50 blocks, and messages were refused from about 13,200 characters in all.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from bot.render.slack.elements import Block

BLOCKS = 46  # of 50: the closing line and its buttons still fit
CHARACTERS = 9_600  # of 10,000: the closing line takes some
PARAGRAPH = 2_800  # characters of one block of lines

Unit = tuple[str, ...]
Draw = Callable[[Sequence[str]], Sequence[Block]]


def weight(value: Any) -> int:
    """The characters of a message, addresses included, as Slack may count them (UTF-16)."""
    if isinstance(value, dict):
        own = sum(_units(each) for key, each in value.items() if key in ("text", "url") and isinstance(each, str))
        return own + sum(weight(each) for each in value.values())
    if isinstance(value, list | tuple):
        return sum(weight(each) for each in value)
    return 0


def packed(units: Sequence[Unit], draw: Draw, most: int) -> list[list[str]]:
    """The items of each message, up to the first for which none has room; a unit's items stay together."""
    out: list[list[str]] = []
    for unit in units:
        if out and _fits(draw([*out[-1], *unit])):
            out[-1] += unit
        elif len(out) < most:
            out.append(list(unit))
        else:
            break
    return out


def _fits(blocks: Sequence[Block]) -> bool:
    return len(blocks) <= BLOCKS and weight(list(blocks)) <= CHARACTERS


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
