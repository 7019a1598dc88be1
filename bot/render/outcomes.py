"""The desk's own figures: as lines for the terminal, as JSON, and the small plots that stand in text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from bot.models.outcomes import CheckedDay, DeskFigures, Outcomes
from bot.render.plain import show
from bot.render.words import counted, day, flag_title

if TYPE_CHECKING:
    from rich.console import Console

_BARS = "▁▂▃▄▅▆▇█"
_WIDEST = 62  # bars in a line of the terminal: two months of days
_COLUMNS = ("fixed", "disputed", "verified", "ignored", "wrong", "open")
EXPLAINED = (
    "Right: the next version no longer had the finding, or the stored quote was disputed. Wrong: somebody pressed"
    " “Not right”. Findings that were ignored, are still open, or whose words were verified count as neither."
)
NONE_YET = "No draft was checked in this time. Checks are counted where the Slack bot makes them."


def sparkline(numbers: Sequence[int]) -> str:
    """Numbers as bars of text; the lowest bar is nothing."""
    most = max(numbers, default=0)
    return "".join(_BARS[-(-number * (len(_BARS) - 1) // most)] if number else _BARS[0] for number in numbers)


def bars(days: Sequence[CheckedDay], widest: int = _WIDEST) -> tuple[str, str]:
    """The drafts of the days as a sparkline, and what one bar stands for: a day, or a week where days are too many."""
    numbers = [one.drafts for one in days]
    if len(numbers) <= widest:
        return sparkline(numbers), "a day"
    weeks = [sum(numbers[max(end - 7, 0) : end]) for end in range(len(numbers), 0, -7)]
    return sparkline(weeks[::-1][-widest:]), "a week"


def judged_line(kind: Outcomes) -> str:
    """How often findings were right: ``12 of 14 right (86%)``; a dash where nobody has said."""
    if kind.precision is None:
        return "–"
    return f"{kind.right:,} of {kind.judged:,} right ({kind.precision:.0%})"


def span(figures: DeskFigures) -> str:
    """The days that figures are of."""
    return f"{day(figures.days[0].day)} to {day(figures.days[-1].day)}"


def figures_document(figures: DeskFigures) -> dict[str, Any]:
    """The figures as JSON; ``precision`` is null where no finding has been judged."""
    return {
        "from": figures.days[0].day.isoformat(),
        "to": figures.days[-1].day.isoformat(),
        "drafts": figures.drafts,
        "again": figures.again,
        "quotes": figures.quotes,
        "days": [{"day": one.day.isoformat(), "drafts": one.drafts, "again": one.again} for one in figures.days],
        "findings": [_outcomes(kind) for kind in figures.kinds],
        "all": _outcomes(figures.every),
    }


def render_figures(figures: DeskFigures, console: Console) -> None:
    """Prints the figures: what was checked, what became of what was found, how often a finding was right."""
    from rich.table import Table
    from rich.text import Text

    plot, bar = bars(figures.days)
    later = f", {counted(figures.again, 'later version')}" if figures.again else ""
    drafts, quotes = counted(figures.drafts, "draft"), counted(figures.quotes, "quote")
    show(console, Text(f"{span(figures)}: {drafts}{later}, {quotes}"))
    if not figures.drafts:
        show(console, Text(NONE_YET, style="dim"))
        return
    show(console, Text(f"drafts {bar}  {plot}"))
    show(console, Text(""))
    if not figures.kinds:
        show(console, Text("Nothing was found in them."))
        return
    table = Table(box=None, padding=(0, 2, 0, 0))
    table.add_column("finding", overflow="fold")
    for name in (*_COLUMNS, "right"):
        table.add_column(name, justify="right")
    for kind in (*figures.kinds, *([figures.every] if len(figures.kinds) > 1 else [])):
        title = "all" if kind.code == "all" else flag_title(kind.code)
        table.add_row(title, *(_figure(getattr(kind, name)) for name in _COLUMNS), _share(kind))
    show(console, table)
    show(console, Text(""))
    show(console, Text(EXPLAINED, style="dim"))


def _share(kind: Outcomes) -> str:
    return "–" if kind.precision is None else f"{kind.precision:.0%} of {kind.judged:,}"


def _figure(number: int) -> str:
    return f"{number:,}" if number else "·"


def _outcomes(kind: Outcomes) -> dict[str, Any]:
    counts = {name: getattr(kind, name) for name in _COLUMNS}
    precision = None if kind.precision is None else round(kind.precision, 4)
    return {"code": kind.code, **counts, "precision": precision}
