"""Draws the items of an answer: the same items give the same message, but for what people decided since.

``f0`` is a finding by its flag's place, ``q3`` a quote to verify, ``m:q3`` a matched one, ``fixed:0`` a sentence on
what an edit cleared; ``matched``, ``absent`` and ``added`` are headings, ``more:0-2-9-1`` tells what was left out,
``rest:0-0-9-1`` what Show all left out too, ``open:1-2`` what is still open, ``cleared`` that nothing is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bot.models import Report, Severity
from bot.render.findings import Finding, matched, not_in_store
from bot.render.since import fixed_sentences
from bot.render.slack.budget import PARAGRAPH, weight
from bot.render.slack.closing import more_blocks, open_blocks, rest_blocks
from bot.render.slack.elements import Block, Element, bullets, clean, clip, fallback, icon, rich, section, written
from bot.render.slack.finding import LONGEST_SIDE, finding_blocks, heading, note_line
from bot.render.slack.listed import absent_blocks, matched_line
from bot.render.slack.message import Message
from bot.render.slack.standing import Standings, counts_after, deciding, keyed, settled

_HEADINGS = ("matched", "absent", "added")


class Sheet:
    """A report of one check, drawn item by item."""

    def __init__(self, report: Report, check_id: int, standings: Standings) -> None:
        self.report, self.check_id, self.standings = report, check_id, standings
        self.keys = keyed(report)
        self.matched, self.absent = matched(report), not_in_store(report)
        self.fixed = fixed_sentences(report)
        self._quotes = {judged.quote.id: judged for judged in report.quotes}

    def message(self, items: Sequence[str]) -> Message:
        """The message that shows these items, in their order."""
        return Message(fallback(self._notified(items)), tuple(self.blocks(items)))

    def blocks(self, items: Sequence[str]) -> list[Block]:
        """The blocks of these items; neighbouring lines share one."""
        out: list[Block] = []
        lines: list[tuple[str, Element]] = []
        above: Finding | None = None
        for item in items:
            line = self._line(item)
            if line is None:
                out += [*_paragraphs(lines), *self._blocks(item, above)]
                lines = []
                shown = item in self.keys and not settled(item, self.keys, self.standings)
                above = self.keys[item] if shown else None
            else:
                lines.append((item, line))
        return [*out, *_paragraphs(lines)]

    def _line(self, item: str) -> Element | None:
        """An item that is a line: a heading, a match, a note, a sentence."""
        if item in self.keys:
            finding = self.keys[item]
            return note_line(finding) if finding.flag.severity is Severity.NOTE else None
        if item.startswith("m:"):
            return matched_line(self._quotes[item[2:]])
        if item.startswith("fixed:"):
            sentence = clip(clean(self.fixed[int(item[6:])]), LONGEST_SIDE)
            return section(icon("white_check_mark"), written("Fixed: ", bold=True), written(sentence))
        return self._heading(item)

    def _heading(self, item: str) -> Element | None:
        if item == "matched":
            return section(
                icon("white_check_mark"), written("Matched", bold=True), written(f" ({len(self.matched):,})")
            )
        if item == "absent":
            count = f" ({len(self.absent):,}): nobody has verified these yet"
            return section(icon("white_circle"), written("Not in the store", bold=True), written(count))
        if item == "added":
            return section(icon("white_circle"), written("New, not in the store", bold=True))
        if item == "cleared":
            return section(written("Nothing is open."))
        return None

    def _blocks(self, item: str, above: Finding | None) -> list[Block]:
        if item in self.keys:
            decided = deciding(item, self.keys, self.standings)
            decision = None if decided is None else (decided, self.standings[decided])
            return finding_blocks(self.keys[item], item, self.check_id, above, decision)
        if item in self._quotes:
            return absent_blocks(self._quotes[item], item, self.check_id, self.standings.get(item))
        kind, _, numbers = item.partition(":")
        drawn = {"more": more_blocks, "rest": rest_blocks, "open": open_blocks}[kind]
        return drawn(self.check_id, [int(number) for number in numbers.split("-")])

    def _notified(self, items: Sequence[str]) -> str:
        """The first thing of a message, as a phone shows it."""
        first = next((item for item in items if item in self.keys), None)
        if first is not None:
            finding = self.keys[first]
            others = sum(item in self.keys for item in items) - 1
            who = f" · {finding.said_by}" if finding.said_by else ""
            return f"{heading(finding)}{who}{f' (and {others:,} more)' if others else ''}"
        if self.fixed and "fixed:0" in items:
            return f"Fixed: {self.fixed[0]}"
        figures = counts_after(self.report, self.standings)
        return f"{figures.matched:,} matched, {figures.not_in_store:,} not in the store"


def _paragraphs(lines: Sequence[tuple[str, Element]]) -> Iterator[Block]:
    """Lines as blocks of rich text, none too long, each heading with a new one; matches are a list."""
    kept: list[tuple[str, Element]] = []
    for item, line in lines:
        full = weight([line for _, line in kept]) + weight(line) > PARAGRAPH
        if kept and (full or item in _HEADINGS):
            yield _paragraph(kept)
            kept = []
        kept.append((item, line))
    if kept:
        yield _paragraph(kept)


def _paragraph(lines: Iterable[tuple[str, Element]]) -> Block:
    out: list[Element] = []
    for item, line in lines:
        if not item.startswith("m:"):
            out.append(line)
        elif out and out[-1]["type"] == "rich_text_list":
            out[-1]["elements"].append(line)
        else:
            out.append(bullets([line]))
    return rich(*out)
