"""What an article says, what the store holds, and the life of a verified quote, as lines for the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.models import Match, Reading, State, VerifiedQuote
from bot.render.findings import Lines
from bot.render.passages import origin
from bot.render.plain import show
from bot.render.words import counted, day, said_by, visible

if TYPE_CHECKING:
    from rich.console import Console

INDENT = 8  # columns: a quote's number and two spaces


@dataclass(frozen=True, slots=True)
class Event:
    """One decision in the life of a verified quote; ``at`` is ISO 8601, ``what`` a word (``disputed``)."""

    at: str
    by: str
    what: str
    why: str | None = None
    text: str | None = None


def render_reading(reading: Reading, console: Console) -> None:
    """Prints the quotes, dates and ages that an article holds, each quote with its line."""
    lines = Lines(reading.article.text)
    _line(console, counted(len(reading.quotes), "quote"), 0, "bold")
    for quote in reading.quotes:
        who = said_by(quote) or "nobody named"
        _line(console, f"“{quote.text}”", 2)
        _line(console, f"{who} · {quote.kind.value} · line {lines.of(quote.start):,}", 4, "dim")
    _line(console, counted(len(reading.dates), "date"), 0, "bold")
    for mention in reading.dates:
        _line(console, f"{mention.text} → {mention.value or 'not known'}", 2)
    _line(console, counted(len(reading.ages), "age"), 0, "bold")
    for age in reading.ages:
        _line(console, f"{age.person}, {age.age}", 2)


def render_found(found: Sequence[VerifiedQuote], console: Console) -> None:
    """Prints verified quotes with their numbers, which ``dispute``, ``correct`` and ``history`` take."""
    if not found:
        _line(console, "Nothing like it is in the store. Try fewer words, or other forms of them.", 0)
    for quote in found:
        state = "" if quote.state is State.VERIFIED else quote.state.value
        details = [state, quote.speaker or "nobody named", origin(Match(quote, 1.0)), quote.note]
        _line(console, f"“{quote.text}”", INDENT, number=quote.quote_id)
        _line(console, " · ".join(part for part in details if part), INDENT, "dim")


def render_history(quote: VerifiedQuote, events: Sequence[Event], console: Console) -> None:
    """Prints a verified quote and every decision on it, oldest first."""
    render_found([quote], console)
    for event in events:
        why = f": {event.why}" if event.why else ""
        _line(console, f"{day(event.at)} · {event.what} by {event.by}{why}", INDENT)
        if event.text:
            _line(console, f"“{event.text}”", INDENT + 2, "dim")


def _line(console: Console, line: str, indent: int, style: str = "", number: int | None = None) -> None:
    """One entry, wrapped under its own indent, with a quote's number in front of it."""
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=0, expand=True)
    grid.add_column(width=indent)
    grid.add_column(ratio=1, overflow="fold")
    front = "" if number is None else f"{number:>{INDENT - 2}}"
    grid.add_row(Text(front), Text(visible(line), style=style))
    show(console, grid if indent else Text(visible(line), style=style))
