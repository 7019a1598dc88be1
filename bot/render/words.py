"""The desk's words and signs for verdicts, severities and flags: one table, so that every face says the same.

A sign is a single character that tells two states apart where there is no colour.  No word here says that
anybody told an untruth: a quote that nobody has verified is only not in the store yet.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from bot.models import Confidence, Quote, Severity, Verdict


@dataclass(frozen=True, slots=True)
class Label:
    """How a state is shown: a sign, a word or two, a sentence for the legend, Slack's name of an emoji."""

    sign: str
    word: str
    meaning: str
    emoji: str


SEVERITIES: dict[Severity, Label] = {
    Severity.HOLD: Label("■", "hold", "Do not run until cleared.", "red_circle"),
    Severity.QUERY: Label("?", "query", "Ask the reporter.", "large_orange_circle"),
    Severity.NOTE: Label("†", "note", "Be aware.", "large_blue_circle"),
}

VERDICTS: dict[Verdict, Label] = {
    Verdict.VERBATIM: Label("✓", "word for word", "A whole verified quote.", "white_check_mark"),
    Verdict.EXCERPT: Label("◐", "part of a longer quote", "Word for word, not all of it.", "white_check_mark"),
    Verdict.CONDENSED: Label("…", "shortened, and says so", "Every cut is marked.", "white_check_mark"),
    Verdict.ALTERED: Label("≠", "words differ", "Words were changed, dropped or added.", "large_orange_circle"),
    Verdict.SPLICED: Label("⋈", "run together", "Passages that do not follow each other.", "red_circle"),
    Verdict.PARTLY_VERIFIED: Label("◔", "partly in the store", "Some of it nobody verified.", "large_orange_circle"),
    Verdict.UNVERIFIED: Label("○", "not in the store", "Nobody has verified these words yet.", "white_circle"),
}

FLAG_TITLES: dict[str, str] = {
    "material_change": "words that turn the sense were changed",
    "words_altered": "the words were changed",
    "spliced": "passages run together",
    "partly_verified": "some of these words are not in the store",
    "qualifier_cut": "a condition was cut off",
    "misattributed": "these are somebody else’s words",
    "name_conflict": "another given name",
    "name_variant": "a name spelled two ways",
    "disputed_source": "the stored quote no longer stands",
    "said_on_conflict": "another day for these words",
    "venue_conflict": "two outlets for these words",
    "secondhand": "said to another outlet, not credited",
    "orphan_quote": "a quote without a speaker",
    "unbalanced_marks": "a quotation mark without its partner",
    "hidden_characters": "characters that are not what they look like",
    "self_divergent": "one quote in two wordings",
    "impossible_date": "a date that does not exist",
    "weekday_mismatch": "the weekday does not fit the date",
    "future_past": "told as past, dated after publication",
    "date_conflict": "two dates for one event",
    "elapsed_mismatch": "the time between does not fit the dates",
    "age_conflict": "an age that does not fit",
    "relative_date_unanchored": "no publication date to count from",
    "ambiguous_numeric_date": "day first or month first?",
    "publication_date_conflict": "two publication dates",
    "edit_broke_quote": "the edit changed a quote that was right",
    "quote_added": "a quote was added",
    "quote_removed": "a quote was taken out",
}

_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?")
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def flag_title(code: str) -> str:
    """The headline of a flag; a code that this version does not know is shown in plain words."""
    return FLAG_TITLES.get(code, code.replace("_", " "))


def day(moment: date | str | None) -> str | None:
    """A date as the desk writes it, at the precision known: ``3 Mar 2025``, ``Mar 2025``, ``2025``.

    What is no ISO 8601 date (``2024-Q3``, a note) is given back as it is.
    """
    if moment is None:
        return None
    written = moment if isinstance(moment, str) else moment.isoformat()
    found = _DAY.fullmatch(written)
    if not found or not 1 <= int(found[2] or 1) <= 12:
        return written or None
    parts = [found[1]]
    if found[2]:
        parts.insert(0, _MONTHS[int(found[2]) - 1])
    if found[3]:
        parts.insert(0, str(int(found[3])))
    return " ".join(parts)


def counted(number: int, one: str, many: str | None = None) -> str:
    """A number with its noun: ``1 query``, ``2 queries``, ``12,408 verified quotes``."""
    plural = many or (one[:-1] + "ies" if one.endswith("ry") else one + "s")
    return f"{number:,} {one if number == 1 else plural}"


def visible(text: str) -> str:
    """Text that cannot steer a terminal: control and direction characters are shown as a middle dot."""
    return _UNSEEN.sub("·", text)


def opening(text: str, words: int = 9) -> str:
    """The first words of a text on one line, with an ellipsis where it goes on; a comma at its end goes."""
    parts = text.split(maxsplit=words)
    cut = " ".join(parts[:words])
    return cut.rstrip(",;:.") + "…" if len(parts) > words else cut.rstrip(",")


_SURENESS = {Confidence.HIGH: "", Confidence.LIKELY: ", likely", Confidence.GUESS: ", a guess"}


def said_by(quote: Quote) -> str | None:
    """Whoever the draft gives the words to, with how sure the reading of it is where it is not certain.

    None where nobody is named; words that name nobody (``one resident``) stand as they are written.
    """
    if quote.speaker is None:
        return quote.speaker_as_written
    return quote.speaker + _SURENESS[quote.confidence]
