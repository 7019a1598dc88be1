"""The bot's home: quotes that wait for a second eye, the reader's recent checks, what the store holds, and help."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.models import VerifiedQuote
from bot.models.outcomes import DeskFigures
from bot.render.outcomes import bars, judged_line
from bot.render.slack.elements import (
    LONGEST_NAME,
    Block,
    Element,
    actions,
    bullets,
    button,
    clean,
    clip,
    linked,
    plain,
    rich,
    section,
    written,
)
from bot.render.slack.told import entry, help_message
from bot.render.words import counted, day

WAITING = 20  # quotes, two blocks each, of the hundred that a home may have
CHECKS = 10
_NOTHING_HELD = "Nothing yet: press Verify under a quote of a check, or drop a .csv of quotes."
_BARS = 31  # of the days: a phone shows them in one line


@dataclass(frozen=True, slots=True)
class HomeCheck:
    """A check as the home lists it; ``at`` is ISO 8601, ``link`` leads to its thread."""

    title: str
    at: str
    hold: int
    query: int
    link: str | None = None


def home_view(
    waiting: Sequence[VerifiedQuote],
    checks: Sequence[HomeCheck],
    size: int,
    may_verify: bool,
    second_eye: bool,
    figures: DeskFigures | None = None,
    figures_link: str | None = None,
) -> Block:
    """The home of one reader: nobody is offered what they may not do.

    ``figures`` are the desk's in its open channels, with the link to their page where one is served.
    """
    blocks = _second_eye(waiting, may_verify) if second_eye or waiting else []
    blocks += [_header("Your recent checks"), _recent(checks)]
    held = f"{counted(size, 'verified quote')}." if size else _NOTHING_HELD
    blocks += [_header("What the store holds"), rich(section(written(held)))]
    if figures is not None and figures.drafts:
        blocks += [_header(f"The desk in {counted(len(figures.days), 'day')}"), _figures(figures, figures_link)]
    blocks += [_header("Help"), *help_message().blocks]
    return {"type": "home", "blocks": blocks}


def _second_eye(waiting: Sequence[VerifiedQuote], may_verify: bool) -> list[Block]:
    out = [_header("Waiting for a second eye")]
    for quote in waiting[:WAITING]:
        out += _waiting(quote, may_verify)
    if len(waiting) > WAITING:
        more = f"And {len(waiting) - WAITING:,} more: they are shown as these are confirmed."
        out.append(rich(section(written(more))))
    return out if waiting else [*out, rich(section(written("Nothing is waiting.")))]


def _waiting(quote: VerifiedQuote, may_verify: bool) -> list[Block]:
    confirm = button("Confirm", "confirm", f"home:{quote.quote_id}", style="primary")
    return [rich(*entry(quote)), *actions(f"waiting:{quote.quote_id}", [confirm] if may_verify else [])]


def _recent(checks: Sequence[HomeCheck]) -> Block:
    if not checks:
        return rich(section(written("None yet.")))
    return rich(bullets([_check(check) for check in checks[:CHECKS]]))


def _figures(figures: DeskFigures, link: str | None) -> Block:
    """The desk's figures in a few lines, the days as small bars of text."""
    every = figures.every
    lines = [
        f"{bars(figures.days, _BARS)[0]} drafts a day",
        ", ".join(
            (counted(figures.drafts, "draft"), counted(figures.again, "later version"), counted(every.total, "finding"))
        ),
    ]
    if every.judged:
        lines.append(f"Of the findings that were judged, {judged_line(every)}")
    more = [*written("\n"), *linked("All the figures", link)] if link else []
    return rich(section(written("\n".join(lines)), more))


def _check(check: HomeCheck) -> Element:
    title = clip(clean(check.title), LONGEST_NAME) or "A draft"
    asked = [counted(number, word) for number, word in ((check.hold, "hold"), (check.query, "query")) if number]
    told = ", ".join(asked) or "nothing to ask"
    return section(linked(title, check.link), written(f" · {clean(day(check.at) or '')} · {told}"))


def _header(title: str) -> Block:
    return {"type": "header", "text": plain(title)}
