"""What every face shows of a report: the findings worst first, the matches, and what is not in the store.

A finding is a flag made ready to read: its headline, the draft's words and the words it stands against, with
the differences marked, where those come from and who verified them.  A quote counts as *matched* where its
wording is verified and no hold stands on it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.models import Article, Flag, Judged, Report, Severity, Verdict
from bot.render.difference import Run, passage
from bot.render.passages import WORDING_HOLDS, Passage, beside, sides
from bot.render.since import Standings
from bot.render.words import flag_title, said_by

_ORDER = {severity: rank for rank, severity in enumerate(Severity)}
_CHANGES = {
    "delete": "words that turn the sense are missing",
    "insert": "words that turn the sense were put in",
    "replace": "words that turn the sense were changed",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """A flag made ready to read.

    ``number`` counts from 1, worst first; ``line`` is that of the draft, from 1; ``judged`` is the quote it
    speaks of, where it is about one; ``draft`` are the draft's words, empty where words were taken out;
    ``standing`` says of a re-check whether the finding is ``new`` or ``still open``.
    """

    number: int
    flag: Flag
    title: str
    line: int
    judged: Judged | None
    draft: tuple[Run, ...]
    passages: tuple[Passage, ...]
    standing: str = ""

    @property
    def speaker(self) -> str | None:
        """Who says the words in the draft, or said those that were taken out of it, as fully as it names them."""
        if self.flag.code == "quote_removed":
            return next((evidence.speaker for evidence in self.flag.evidence), None)
        if self.judged is None:
            return None
        return self.judged.quote.speaker or self.judged.quote.speaker_as_written

    @property
    def said_by(self) -> str | None:
        """The speaker, with how sure the reading is where it is not certain."""
        return self.speaker if self.judged is None else said_by(self.judged.quote)

    @property
    def is_quote(self) -> bool:
        """Whether the draft's words are the whole of its quote, which stands between marks."""
        shown = "".join(run.text for run in self.draft)
        return self.judged is not None and self.flag.end > self.flag.start and shown == self.judged.quote.text

    def other_speaker(self, passage: Passage) -> str | None:
        """Who said a passage, where the draft gives its words to somebody else."""
        return passage.speaker if passage.speaker != self.speaker else None

    def beyond(self, above: Finding | None) -> Finding:
        """What the finding above has not shown yet, where both are about one quote."""
        if above is None or above.judged is None or above.judged is not self.judged:
            return self
        fresh = tuple(passage for passage in self.passages if passage not in above.passages)
        return replace(self, draft=() if self.draft == above.draft else self.draft, passages=fresh)


@dataclass(frozen=True, slots=True)
class Counts:
    """The figures of the first line."""

    holds: int
    queries: int
    notes: int
    matched: int
    not_in_store: int


def findings(report: Report) -> tuple[Finding, ...]:
    """Every flag as a finding: holds, queries, notes, each in the order of the article."""
    by_id = {judged.quote.id: judged for judged in report.quotes}
    lines, standings = Lines(report.article.text), Standings(report.recheck)
    made = (_finding(number, flag, report.article, by_id, lines) for number, flag in enumerate(ranked(report), 1))
    return tuple(replace(finding, standing=standings.of(finding.flag)) for finding in made)


def ranked(report: Report) -> list[Flag]:
    """The flags, worst first and then in the order of the article."""
    return sorted(report.flags, key=rank)


def rank(flag: Flag) -> tuple[int, int, int, str]:
    """What puts the worst flags first, and those of one severity in the order of the article."""
    return _ORDER[flag.severity], flag.start, flag.end, flag.code


def matched(report: Report) -> tuple[Judged, ...]:
    """The quotes whose wording is verified and on which no hold stands."""
    held = {id for flag in report.flags if flag.severity is Severity.HOLD for id in flag.quotes}
    return tuple(j for j in report.quotes if j.verdict in WORDING_HOLDS and j.quote.id not in held)


def not_in_store(report: Report) -> tuple[Judged, ...]:
    """The quotes that nobody has verified yet."""
    return tuple(judged for judged in report.quotes if judged.verdict is Verdict.UNVERIFIED)


def counts(report: Report) -> Counts:
    """The figures that an editor reads first."""
    severities = [flag.severity for flag in report.flags]
    return Counts(
        holds=severities.count(Severity.HOLD),
        queries=severities.count(Severity.QUERY),
        notes=severities.count(Severity.NOTE),
        matched=len(matched(report)),
        not_in_store=len(not_in_store(report)),
    )


def exit_code(report: Report) -> int:
    """What the command line ends with: 0 clean, 1 where a hold or a query stands."""
    return int(any(flag.severity is not Severity.NOTE for flag in report.flags))


class Lines:
    """The line numbers (from 1) of many places of one text, without counting it anew for each."""

    def __init__(self, text: str) -> None:
        self._text, self._at, self._line = text, 0, 1
        self._known: dict[int, int] = {}

    def of(self, place: int) -> int:
        """The line on which this code point stands."""
        if place not in self._known:
            if place < self._at:
                self._at, self._line = 0, 1
            self._line += self._text.count("\n", self._at, place)
            self._at = place
            self._known[place] = self._line
        return self._known[place]


def _finding(number: int, flag: Flag, article: Article, by_id: Mapping[str, Judged], lines: Lines) -> Finding:
    judged = by_id.get(flag.quote) if flag.quote else None
    draft: tuple[Run, ...] = ()
    passages: tuple[Passage, ...] = ()
    if judged is not None and touches(flag, judged):
        draft, passages = sides(flag, judged)
    else:
        if flag.end > flag.start:
            draft = passage(article.text, flag.start, flag.end)
        passages = beside(flag, judged)
    return Finding(number, flag, _title(flag, judged), lines.of(flag.start), judged, draft, passages)


def touches(flag: Flag, judged: Judged) -> bool:
    """Whether the flag is about the quote's own words, not about a name or a date beside them."""
    return flag.start < judged.quote.end and flag.end > judged.quote.start


def _title(flag: Flag, judged: Judged | None) -> str:
    if flag.code == "material_change" and judged and judged.matches:
        kinds = {edit.op for edit in judged.matches[0].diff}
        if len(kinds) == 1:
            return _CHANGES.get(kinds.pop(), flag_title(flag.code))
    return flag_title(flag.code)
