"""Quotes that ask nothing, a line each: those that matched, and those that nobody has verified yet."""

from __future__ import annotations

from bot.models import Judged, VerifiedQuote
from bot.render.difference import Run
from bot.render.passages import where
from bot.render.slack.decided import decided, line, verifying
from bot.render.slack.elements import (
    LONGEST_NAME,
    Block,
    Element,
    actions,
    clean,
    clip,
    linked,
    person,
    rich,
    said,
    section,
    written,
)
from bot.render.slack.standing import Standing
from bot.render.words import VERDICTS, opening, said_by

LONGEST_ABSENT = 240  # characters of a quote that somebody is to verify: enough to know it by
LONGEST_LINE = 80  # characters of a matched quote's opening and of its source
MATCHED_OPENING = 6  # words, as in the terminal's list


def matched_line(judged: Judged) -> Element:
    """A quote whose words are verified: how it opens, who says it, how it stands, where from and who verified it."""
    shown = clip(opening(clean(judged.quote.text), MATCHED_OPENING), LONGEST_LINE)
    head = f"“{shown}” · {speaker(judged)} · {VERDICTS[judged.verdict].word}"
    return section(written(head), _source(judged.matches[0].verified) if judged.matches else [])


def absent_blocks(judged: Judged, key: str, check_id: int, standing: Standing | None) -> list[Block]:
    """A quote that nobody has verified, with the button for it, or with who has verified it since."""
    quote = said([Run(clean(judged.quote.text))], LONGEST_ABSENT)
    about = section(quote, written(f" · {speaker(judged)}"))
    if standing is None:
        return [rich(about), *actions(key, verifying(check_id, key))]
    return [rich(about, section(line(standing))), *actions(key, decided(standing, check_id, key))]


def speaker(judged: Judged) -> str:
    """Who says the words, with how sure that is."""
    return clip(clean(said_by(judged.quote) or ""), LONGEST_NAME) or "nobody named"


def _source(entry: VerifiedQuote) -> list[Element]:
    """Where verified words come from, a link to them, and whose name stands for them."""
    place = clip(clean(where(entry)), LONGEST_LINE) or ("the words" if entry.link else "")
    out = [*written(" · "), *linked(place, entry.link, entry.text)] if place else []
    return [*out, *written(" · "), *person(entry.verified_by)] if entry.verified_by else out
