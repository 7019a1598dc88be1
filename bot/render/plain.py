"""A report for the terminal: the first line, the findings worst first, then counts and the exit code.

Words that differ are coloured and underlined where the terminal has colour, and stand in ‹ › where it has
none.  The text is never wider than 110 columns, since longer lines are slow to read.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TextIO

from bot.models import Judged, Report, Severity
from bot.render.difference import Run, abridged
from bot.render.findings import Counts, Finding, counts, exit_code, findings, matched, not_in_store
from bot.render.passages import WORDING_HOLDS, Passage, origin_in_brief
from bot.render.since import NEW, STILL_OPEN, by_severity, fixed_sentences
from bot.render.words import SEVERITIES, VERDICTS, counted, opening, said_by, visible

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.table import Table
    from rich.text import Text

WIDEST = 110
PIPED = 80
STYLES = {Severity.HOLD: "bold red", Severity.QUERY: "bold yellow", Severity.NOTE: "bold blue"}


def desk_console(stream: TextIO | None = None, width: int | None = None) -> Console:
    """A console as wide as the terminal, up to 110 columns; 80 and without colour where it is piped."""
    from rich.console import Console

    console = Console(file=stream or sys.stdout, highlight=False, markup=False, emoji=False)
    console.width = width or (min(console.width, WIDEST) if console.is_terminal else PIPED)
    return console


def show(console: Console, block: RenderableType) -> None:
    """Prints a line or a grid; in a pipe without the blanks that pad its lines to the full width."""
    if console.color_system is not None:
        console.print(block)
        return
    with console.capture() as capture:
        console.print(block)
    console.file.write("\n".join(line.rstrip() for line in capture.get().split("\n")))


def render_report(report: Report, console: Console, show_all: bool = False) -> None:
    """Prints a report; ``show_all`` lists the matches and the quotes that are not in the store, a line each.

    Of a re-check, what was fixed comes first, and every finding says whether it is new.
    """
    for line in _header(report, console.width):
        show(console, _styled(line, "bold"))
    for notice in report.notices:
        show(console, _styled(notice.message, "italic"))
    console.print()
    _print_fixed(report, console)
    _print_findings(findings(report), console)
    if show_all:
        _print_listed("Matched", matched(report), console)
        _print_listed("Not in the store: nobody has verified these yet", not_in_store(report), console)
    _print_closing(report, console, show_all)


def render_recheck(report: Report, console: Console, list_open: bool = False) -> None:
    """Prints only what an edit changed: what is fixed, what is new, and how much is still open.

    ``list_open`` gives what is still open a line each, with its place in the draft as it is now.
    """
    _print_fixed(report, console)
    found = findings(report)
    _print_findings([finding for finding in found if finding.standing == NEW], console)
    recheck = report.recheck
    if recheck and recheck.open:
        show(console, _plain(f"Still open: {by_severity(recheck.open)}{':' if list_open else '.'}"))
        for finding in found if list_open else ():
            if finding.standing == STILL_OPEN:
                show(console, _head(finding, finding.title))
    elif not recheck or not recheck.new:
        show(console, _plain("Nothing is open." if recheck and recheck.fixed else "Nothing changed."))


def render_counts(report: Report, console: Console) -> None:
    """Prints what was checked and how many holds and queries stand, on one line; nothing of a clean article."""
    if exit_code(report):
        console.print(_plain(f"{_name(report)}: {by_severity(report.flags)}"), soft_wrap=True)


def _name(report: Report) -> str:
    return report.article.source or report.article.title or "draft"


def _header(report: Report, width: int) -> Iterator[str]:
    """What was checked, on one line where it fits, else with the store on a second."""
    article = report.article
    against = f"against {counted(report.store_size, 'verified quote')}"
    if report.seconds:
        against = f"checked in {max(report.seconds, 0.01):.2f} s {against}"
    parts = [
        _name(report),
        counted(len(article.text.split()), "word"),
        counted(len(report.quotes), "quote"),
        counted(len(report.dates), "date"),
    ]
    whole = " · ".join([*parts, against])
    if len(whole) <= width:
        yield whole
    else:
        yield from (" · ".join(parts), against)


def _print_findings(found: Iterable[Finding], console: Console) -> None:
    """Prints findings; words that the finding above has shown of the same quote are not shown again."""
    above: Finding | None = None
    for finding in found:
        _print_finding(finding.beyond(above), console)
        above = finding


def _print_finding(finding: Finding, console: Console) -> None:
    title = f"{finding.standing}: {finding.title}" if finding.standing else finding.title
    show(console, _head(finding, title))
    body = _grid(7, 10, None)
    for words, text in _rows(finding, console):
        body.add_row("", _styled(words, "dim"), text)
    if body.row_count:
        show(console, body)
    message = _grid(7, None)
    message.add_row("", _plain(finding.flag.message))
    show(console, message)
    console.print()


def _head(finding: Finding, title: str) -> Table:
    """Severity, headline, speaker and line of a finding."""
    label = SEVERITIES[finding.flag.severity].word.upper()
    who = f" · {finding.said_by}" if finding.said_by else ""
    head = _grid(7, None, 11, right=True)
    head.add_row(
        _styled(label, STYLES[finding.flag.severity]),
        _styled(title, "bold") + _plain(who),
        _styled(f"line {finding.line:,}", "dim"),
    )
    return head


def _rows(finding: Finding, console: Console) -> Iterator[tuple[str, Text]]:
    if finding.draft:
        yield "draft", _words(finding.draft, console, "red", quoted=finding.is_quote)
    for passage in finding.passages:
        yield passage.label, _words(passage.shown, console, "green", quoted=not passage.same)
        if origins := _origin(passage, finding):
            yield "", _styled(origins, "dim")


def _origin(passage: Passage, finding: Finding) -> str:
    return " · ".join(part for part in (finding.other_speaker(passage), passage.origin) if part)


def _words(side: Sequence[Run], console: Console, colour: str, quoted: bool) -> Text:
    """The words of one side between marks, the differing ones coloured, or in ‹ › without colour."""
    plain = console.color_system is None or console.no_color
    text = _plain("“" if quoted else "")
    for run in abridged(side):
        words = " ".join(visible(run.text).split(" ")).replace("\n", " ")
        if run.mark == "changed" and plain:
            text.append(f"‹{words}›")
        else:
            text.append(words, {"changed": f"bold underline {colour}", "gap": "dim", "": ""}[run.mark])
    return text.append("”" if quoted else "")


def _print_listed(heading: str, judged: Sequence[Judged], console: Console) -> None:
    if not judged:
        return
    show(console, _styled(f"{heading} ({len(judged):,})", "bold"))
    rows = _grid(2, None)
    for each in judged:
        label = VERDICTS[each.verdict]
        parts = [
            f"“{opening(each.quote.text, 6)}”",
            said_by(each.quote) or "nobody named",
        ]
        if each.matches and each.verdict in WORDING_HOLDS:
            parts += [label.word, origin_in_brief(each.matches[0])]
        rows.add_row(label.sign, _plain(" · ".join(part for part in parts if part)))
    show(console, rows)
    console.print()


def _print_fixed(report: Report, console: Console) -> None:
    sentences = fixed_sentences(report)
    rows = _grid(2, None)
    for sentence in sentences:
        rows.add_row(_styled("✓", "bold green"), _styled("Fixed: ", "bold green") + _plain(sentence))
    if sentences:
        show(console, rows)
        console.print()


def _print_closing(report: Report, console: Console, show_all: bool) -> None:
    """The counts and the exit code on one line; the hint goes below where it would not fit."""
    figures = counts(report)
    left = f"{figures.matched:,} matched, {figures.not_in_store:,} not in the store"
    right, code = _standing(figures), f"exit {exit_code(report)}"
    hint = "" if show_all or not figures.matched + figures.not_in_store else "(--all lists them)"
    fits = len(left) + len(hint) + len(right) + len(code) + 8 <= console.width
    row = _grid(None, len(right), len(code) + 4, right=True)
    row.add_row(_plain(f"{left} {hint}" if fits else left), _styled(right, "bold"), _plain(code))
    show(console, row)
    if hint and not fits:
        show(console, _plain(hint))


def _standing(figures: Counts) -> str:
    """The holds, queries and notes; of a clean report, that there is nothing to do."""
    if not figures.holds + figures.queries + figures.notes:
        return "nothing to ask"
    stands = [counted(figures.holds, "hold"), counted(figures.queries, "query")]
    return " · ".join([*stands, *([counted(figures.notes, "note")] if figures.notes else [])])


def _grid(*widths: int | None, right: bool = False) -> Table:
    """A table without lines; a column of width None takes what is left; ``right`` is for the last column."""
    from rich.table import Table

    grid = Table.grid(padding=0, expand=True)
    for index, width in enumerate(widths):
        last = right and index == len(widths) - 1
        if width is None:
            grid.add_column(ratio=1, overflow="fold")
        else:
            grid.add_column(width=width, overflow="fold", justify="right" if last else "left")
    return grid


def _plain(text: str) -> Text:
    return _styled(text, "")


def _styled(text: str, style: str) -> Text:
    from rich.text import Text

    return Text(visible(text), style=style)
