"""How a draft stands to the verified words: verdicts, flags, and the report that every face is rendered from."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from bot.models.article import Article, Notice
from bot.models.reading import AgeMention, DateMention, Quote
from bot.models.verified import VerifiedQuote


class Verdict(StrEnum):
    """How a draft's words stand to the verified words; in the order in which the worst one wins."""

    SPLICED = "spliced"
    ALTERED = "altered"
    PARTLY_VERIFIED = "partly_verified"
    CONDENSED = "condensed"
    EXCERPT = "excerpt"
    VERBATIM = "verbatim"
    UNVERIFIED = "unverified"


class Severity(StrEnum):
    """What a flag asks of the desk: do not run, ask the reporter, or be aware."""

    HOLD = "hold"
    QUERY = "query"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Edit:
    """One difference between the draft's words and the verified ones.

    ``op`` is ``replace``, ``delete`` (the draft left words out) or ``insert`` (the draft put words in).
    Draft offsets are of ``Article.text``, verified offsets of the match's ``text``.
    """

    op: str
    draft: str
    draft_start: int
    draft_end: int
    verified: str
    verified_start: int
    verified_end: int


@dataclass(frozen=True, slots=True)
class Match:
    """A verified quote that a draft's quote stands to, with the words that differ."""

    verified: VerifiedQuote
    score: float
    diff: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class Judged:
    """A quote of the draft with its verdict and every verified quote that explains it, best first."""

    quote: Quote
    verdict: Verdict
    matches: tuple[Match, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a flag stands on: another passage of the draft (``quote``), or a verified entry.

    ``second`` is when in their recording the words begin.
    """

    text: str
    quote: str | None = None
    quote_id: int | None = None
    speaker: str | None = None
    source: str | None = None
    outlet: str | None = None
    link: str | None = None
    said_on: str | None = None
    published: date | None = None
    verified_by: str | None = None
    verified_at: str | None = None
    second: int | None = None


@dataclass(frozen=True, slots=True)
class Flag:
    """What an editor must look at: the words, a sentence on what is wrong and what to do, and why."""

    code: str
    severity: Severity
    start: int
    end: int
    message: str
    quotes: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()

    @property
    def quote(self) -> str | None:
        """The quote that the flag is about, where it is about one."""
        return self.quotes[0] if self.quotes else None


@dataclass(frozen=True, slots=True)
class Change:
    """A paragraph that an edit changed: its words ``before``, where they stood, and where its new words stand.

    ``before`` is empty where the paragraph is new; ``start`` equals ``end`` where it was taken out.
    """

    before: str
    before_start: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Recheck:
    """What an edit did to the findings of the version before, and to its paragraphs."""

    fixed: tuple[Flag, ...] = ()
    open: tuple[Flag, ...] = ()
    new: tuple[Flag, ...] = ()
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """One check, whole: the value that every face (Slack, page, terminal, JSON) is rendered from."""

    article: Article
    quotes: tuple[Judged, ...] = ()
    dates: tuple[DateMention, ...] = ()
    ages: tuple[AgeMention, ...] = ()
    flags: tuple[Flag, ...] = ()
    notices: tuple[Notice, ...] = ()
    recheck: Recheck | None = None
    store_size: int = 0
    seconds: float = field(default=0.0, compare=False)
