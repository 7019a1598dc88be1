"""The root message of a check, edited in place: what is checked and for whom, how far it is, and the counts."""

from __future__ import annotations

from dataclasses import dataclass

from bot.models import Article, Report, Severity, Verdict
from bot.render.findings import Counts
from bot.render.fragments import web_link
from bot.render.slack.answer import leaves_out
from bot.render.slack.elements import (
    LONGEST_ADDRESS,
    LONGEST_NAME,
    Block,
    Element,
    actions,
    button,
    clean,
    clip,
    fallback,
    icon,
    person,
    rich,
    section,
    small,
    written,
)
from bot.render.slack.message import Message
from bot.render.slack.standing import NONE, Standings, counts_after
from bot.render.words import SEVERITIES, VERDICTS, counted, day, opening

LONGEST_SENTENCE = 600
NOTICES = 5  # lines of small print
SHOWN_SECONDS = 5.0  # a check that took longer says how long


@dataclass(frozen=True, slots=True)
class Asked:
    """What the root message says of who asked for what.

    ``title`` is the headline or the first words, ``about`` a few words on the draft; ``report_link`` is where the
    report's page is served, None where the button asks for a file.
    """

    by: str
    title: str
    about: str = ""
    check_id: int | None = None
    report_link: str | None = None


def about(article: Article) -> str:
    """When it is from and how long it is: ``draft of 14 May 2025, 912 words``."""
    length = counted(len(article.text.split()), "word")
    if article.published is None:
        return length
    kind = "published" if article.link else "draft of"
    return f"{kind} {day(article.published)}, {length}"


def title_of(article: Article) -> str:
    """The headline, or else the first words, or else where it is from."""
    first = clean(article.title or "") or opening(clean(article.text[:2_000])) or clean(article.source or "")
    return clip(first, LONGEST_NAME) or "A draft without words"


def root_reading(asked: Asked) -> Message:
    """The check has begun."""
    return _root(asked, "Reading…", [section(written("Reading…"))])


def root_counting(asked: Asked, done: int, total: int) -> Message:
    """So many quotes of so many are compared."""
    line = f"{done:,} of {counted(total, 'quote')}"
    return _root(asked, line, [section(written(line))])


def root_failed(asked: Asked, why: str) -> Message:
    """The check could not be done: ``why`` says what to do."""
    shown = clip(clean(why), LONGEST_SENTENCE)
    message = _root(asked, shown, [section(icon("warning"), written(shown))])
    buttons = [] if asked.check_id is None else [_check_again(asked.check_id)]
    return Message(message.text, (*message.blocks, *actions("check", buttons)))


def root_done(asked: Asked, report: Report, standings: Standings = NONE, slow_seconds: float | None = None) -> Message:
    """The counts, what the reader must know of the check itself, and what can be done next."""
    figures = counts_after(report, standings)
    took = f" · took {slow_seconds:,.0f} s" if slow_seconds and slow_seconds >= SHOWN_SECONDS else ""
    message = _root(asked, _told(figures, report), [section(_signs(figures, report), written(took))])
    notices = [small(notice.message) for notice in report.notices[:NOTICES]]
    return Message(message.text, (*message.blocks, *notices, *actions("check", _buttons(asked, report))))


def _root(asked: Asked, told: str, lines: list[Element]) -> Message:
    title = clip(clean(asked.title), LONGEST_NAME * 2) or "A draft"
    more = f" · {clip(clean(asked.about), LONGEST_NAME)}" if asked.about else ""
    head = section(written(title, bold=True), written(" · for "), person(asked.by) or written("you"), written(more))
    return Message(fallback(f"{title}: {told}"), (rich(head, *lines),))


def _figures(figures: Counts) -> list[tuple[str, str]]:
    """The counts that are not nothing, each with its sign."""
    rows = [
        (figures.holds, SEVERITIES[Severity.HOLD].emoji, counted(figures.holds, "hold")),
        (figures.queries, SEVERITIES[Severity.QUERY].emoji, counted(figures.queries, "query")),
        (figures.matched, VERDICTS[Verdict.VERBATIM].emoji, f"{figures.matched:,} matched"),
        (figures.not_in_store, VERDICTS[Verdict.UNVERIFIED].emoji, f"{figures.not_in_store:,} not in the store"),
    ]
    return [(sign, line) for number, sign, line in rows if number]


def _calm(figures: Counts, report: Report) -> str:
    """What there is to say where there are no quotes, or nothing to ask; else nothing."""
    if not report.quotes:
        return "No quotes in it."
    return "" if figures.holds + figures.queries else "Nothing to ask."


def _signs(figures: Counts, report: Report) -> list[Element]:
    out = written(_calm(figures, report))
    for sign, line in _figures(figures):
        out += [*(written("  ") if out else []), *icon(sign), *written(line)]
    return out


def _told(figures: Counts, report: Report) -> str:
    """The same without signs, for the notification."""
    counted_ = ", ".join(line for _, line in _figures(figures))
    return " ".join(part for part in (_calm(figures, report), counted_) if part)


def _buttons(asked: Asked, report: Report) -> list[Element]:
    if asked.check_id is None:
        return []
    value = str(asked.check_id)
    link = web_link(asked.report_link)
    url = link if link and len(link) <= LONGEST_ADDRESS else None
    out = [button("Report", "report", None if url else value, url=url), _check_again(asked.check_id)]
    if report.quotes:
        out.append(button("Store as verified", "store_all", value))
    return [*out, button("Show all", "show_all", value)] if leaves_out(report) else out


def _check_again(check_id: int) -> Block:
    return button("Check again", "check_again", str(check_id))
