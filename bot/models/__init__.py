"""The values that everything agrees on: an article, what it says, and how that stands to the verified words.

All of them are frozen, so that a finding can be kept, compared and rendered without fear that a later
step changed it.  Offsets are Unicode code points of ``Article.text``, half-open.  A moment that is known
only in part (a year, a month, a day) is an ISO 8601 string at the precision known, as TIMEX3 writes it.
"""

from bot.models.article import Article, Dropped, Notice, PublicationDate
from bot.models.reading import (
    AgeMention,
    BirthMention,
    Confidence,
    DatedFact,
    DateMention,
    Kind,
    NameMention,
    Quote,
    Reading,
    UnpairedMark,
)
from bot.models.report import Change, Edit, Evidence, Flag, Judged, Match, Recheck, Report, Severity, Verdict
from bot.models.verified import KnownAge, KnownFact, Provenance, State, VerifiedQuote

__all__ = [
    "AgeMention",
    "Article",
    "BirthMention",
    "Change",
    "Confidence",
    "DateMention",
    "DatedFact",
    "Dropped",
    "Edit",
    "Evidence",
    "Flag",
    "Judged",
    "Kind",
    "KnownAge",
    "KnownFact",
    "Match",
    "NameMention",
    "Notice",
    "Provenance",
    "PublicationDate",
    "Quote",
    "Reading",
    "Recheck",
    "Report",
    "Severity",
    "State",
    "UnpairedMark",
    "Verdict",
    "VerifiedQuote",
]
