"""A report for the terminal: the first line, the findings worst first, then counts and the exit code.

Words that differ are coloured and underlined where the terminal has colour, and stand in ‹ › where it has
none.  The text is never wider than 110 columns, since longer lines are slow to read.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TextIO

from bot.models import Flag, Judged, Recheck, Report, Severity
from bot.render.difference import Run, abridged
from bot.render.findings import Finding, counts, exit_code, findings, matched, not_in_store
from bot.render.passages import WORDING_HOLDS, Passage, origin_in_brief
from bot.render.words import SEVERITIES, VERDICTS, counted, flag_title, opening, visible

if TYPE_CHECKING:
    from rich.console import Console
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


def render_report(report: Report, console: Console, show_all: bool = False) -> None:
    """Prints a report; ``show_all`` lists the matches and the quotes that are not in the store, a line each.

    Of a re-check, what was fixed comes first, and every finding says whether it is new.
    """
    console.print(_styled(_header(report), "bold"))
    for notice in report.notices:
        console.print(_styled(f"Note: {notice.message}", "italic"))
    console.print()
    if report.recheck is not None:
        _print_fixed(report, report.recheck, console)
    for finding in findings(report):
        _print_finding(finding, console, _standing(finding.flag, report.recheck))
    if show_all:
        _print_listed("Matched", matched(report), console)
        _print_listed("Not in the store: nobody has verified these yet", not_in_store(report), console)
    _print_closing(report, console, show_all)


def render_recheck(report: Report, console: Console) -> None:
    """Prints only what an edit changed: what is fixed, what is new, and how much is still open."""
    recheck = report.recheck or Recheck()
    _print_fixed(report, recheck, console)
    new = set(map(_identity, recheck.new))
    for finding in findings(report):
        if _identity(finding.flag) in new:
            _print_finding(finding, console, "new")
    if recheck.open:
        console.print(_plain(f"Still open: {_by_severity(recheck.open)}."))
    elif not recheck.new:
        console.print(_plain("Nothing is open." if recheck.fixed else "Nothing changed."))


def _header(report: Report) -> str:
    article = report.article
    against = counted(report.store_size, "verified quote")
    took = f"checked in {report.seconds:.2f} s against {against}" if report.seconds else f"against {against}"
    parts = [
        article.source or article.title or "draft",
        counted(len(article.text.split()), "word"),
        counted(len(report.quotes), "quote"),
        counted(len(report.dates), "date"),
        took,
    ]
    return " · ".join(parts)


def _print_finding(finding: Finding, console: Console, standing: str = "") -> None:
    label = SEVERITIES[finding.flag.severity].word.upper()
    title = f"{standing}: {finding.title}" if standing else finding.title
    who = f" · {finding.speaker}" if finding.speaker else ""
    head = _grid(7, None, 11, right=True)
    head.add_row(
        _styled(label, STYLES[finding.flag.severity]),
        _styled(title, "bold") + _plain(who),
        _styled(f"line {finding.line:,}", "dim"),
    )
    console.print(head)
    body = _grid(7, 10, None)
    for words, text in _rows(finding, console):
        body.add_row("", _styled(words, "dim"), text)
    console.print(body)
    message = _grid(7, None)
    message.add_row("", _plain(finding.flag.message))
    console.print(message)
    console.print()


def _rows(finding: Finding, console: Console) -> Iterator[tuple[str, Text]]:
    if finding.draft:
        is_quote = finding.judged is not None and finding.flag.end > finding.flag.start
        yield "draft", _words(finding.draft, console, "red", quoted=is_quote and _whole(finding))
    for passage in finding.passages:
        yield passage.label, _words(passage.shown, console, "green", quoted=not passage.same)
        if origins := _origin(passage, finding):
            yield "", _styled(origins, "dim")


def _whole(finding: Finding) -> bool:
    """Whether the draft's words are those of the quote, which stand between marks."""
    return finding.judged is not None and "".join(r.text for r in finding.draft) == finding.judged.quote.text


def _origin(passage: Passage, finding: Finding) -> str:
    other = passage.speaker if passage.speaker and passage.speaker != finding.speaker else None
    return " · ".join(part for part in (other, passage.origin) if part)


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
    console.print(_styled(f"{heading} ({len(judged):,})", "bold"))
    rows = _grid(2, None)
    for each in judged:
        label = VERDICTS[each.verdict]
        parts = [
            f"“{opening(each.quote.text, 6)}”",
            each.quote.speaker or each.quote.speaker_as_written or "nobody named",
        ]
        if each.matches and each.verdict in WORDING_HOLDS:
            parts += [label.word, origin_in_brief(each.matches[0])]
        rows.add_row(label.sign, _plain(" · ".join(part for part in parts if part)))
    console.print(rows)
    console.print()


def _print_fixed(report: Report, recheck: Recheck, console: Console) -> None:
    for flag in recheck.fixed:
        console.print(_styled("✓ Fixed: ", "bold green") + _plain(fixed_sentence(report, flag)))
    if recheck.fixed:
        console.print()


def fixed_sentence(report: Report, flag: Flag) -> str:
    """What became of a finding that an edit cleared: how the quote stands now, or that it is gone."""
    known = {evidence.quote_id for evidence in flag.evidence} - {None}
    for judged in report.quotes:
        if judged.verdict in WORDING_HOLDS and any(m.verified.quote_id in known for m in judged.matches):
            return f"“{opening(judged.quote.text)}” is now {VERDICTS[judged.verdict].word}."
    return f"{flag_title(flag.code)}: no longer in the draft."


def _standing(flag: Flag, recheck: Recheck | None) -> str:
    if recheck is None:
        return ""
    return "new" if _identity(flag) in set(map(_identity, recheck.new)) else "still open"


def _identity(flag: Flag) -> tuple[str, int, int]:
    return (flag.code, flag.start, flag.end)


def _by_severity(flags: Iterable[Flag]) -> str:
    severities = [flag.severity for flag in flags]
    parts = [counted(severities.count(each), SEVERITIES[each].word) for each in Severity if each in severities]
    return ", ".join(parts)


def _print_closing(report: Report, console: Console, show_all: bool) -> None:
    """The counts and the exit code on one line; the hint goes below where it would not fit."""
    figures = counts(report)
    stands = [counted(figures.holds, "hold"), counted(figures.queries, "query")]
    if figures.notes:
        stands.append(counted(figures.notes, "note"))
    left = f"{figures.matched:,} matched, {figures.not_in_store:,} not in the store"
    right, code = " · ".join(stands), f"exit {exit_code(report)}"
    hint = "" if show_all or not figures.matched + figures.not_in_store else "(--all lists them)"
    fits = len(left) + len(hint) + len(right) + len(code) + 8 <= console.width
    row = _grid(None, len(right), len(code) + 4, right=True)
    row.add_row(_plain(f"{left} {hint}" if fits else left), _styled(right, "bold"), _plain(code))
    console.print(row)
    if hint and not fits:
        console.print(_plain(hint))


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
