"""What an import would do, as lines for the terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from bot.render.plain import show
from bot.render.words import day, opening, visible

if TYPE_CHECKING:
    from rich.console import Console


def render_preview(
    counts: Mapping[str, int],
    columns: Mapping[str, str],
    unread: Sequence[str],
    first: Sequence[tuple[str, str | None, str | None]],
    console: Console,
) -> None:
    """Prints how many rows would go in, from which headings, and the first of them (words, speaker, day said)."""
    renamed = [f"{column} from “{heading}”" for column, heading in columns.items() if column != heading]
    if renamed:
        _line(console, f"Columns: {', '.join(renamed)}.")
    if unread:
        _line(console, f"Not read: {', '.join(f'“{heading}”' for heading in unread)}.")
    for text, speaker, said_on in first:
        _line(console, " · ".join(part for part in (f"“{opening(text)}”", speaker, day(said_on)) if part), "dim")
    told = [f"{count:,} {what}" for what, count in counts.items() if count or what == "new"]
    _line(console, f"Nothing is stored yet: {', '.join(told)}.")


def _line(console: Console, line: str, style: str = "") -> None:
    from rich.text import Text

    show(console, Text(visible(line), style=style))
