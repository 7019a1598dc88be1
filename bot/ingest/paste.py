"""Pasted text as an article: the text stays as it is, and what is furniture, headline and date is found in it.

Only a byte order mark goes, so that every offset of a report is an offset of what the editor pasted.
"""

from __future__ import annotations

from bot.errors import EmptyArticle, TooLarge
from bot.ingest.charset import whole_characters
from bot.ingest.clean import furniture
from bot.ingest.headline import headline
from bot.ingest.published import publication_dates
from bot.models import Article, Notice

LONGEST = 2_000_000
"""The most characters an article may have: contract §5 names 20 MB as too much, a book has 1 million."""

_SLACK_LIMITS = (3_000, 4_000)
_ENDS = ".!?…\"'”’»)]:*_"


def read_text(text: str, source: str | None = None) -> Article:
    """The article that a pasted text is; raises ``EmptyArticle`` for blanks and ``TooLarge`` over ``LONGEST``."""
    pasted = text.removeprefix("\ufeff")
    body = whole_characters(pasted)
    if len(body) > LONGEST:
        raise TooLarge(
            f"The text has {len(body):,} characters and the limit is {LONGEST:,}; send the article alone.", source
        )
    if not body.strip():
        raise EmptyArticle("There is no text in this; paste the article, or send another file.", source)
    dropped = furniture(body)
    dates = publication_dates(body)
    return Article(
        text=body,
        title=headline(body, dropped, dates),
        source=source,
        published=dates[0].value if dates else None,
        publication_dates=dates,
        dropped=dropped,
        notices=((REPLACED,) if body != pasted else ()) + ((CUT,) if looks_cut(body) else ()),
    )


REPLACED = Notice(
    "characters_replaced",
    "Some characters of the text are broken and stand as \ufffd; look at them in the draft.",
)
CUT = Notice(
    "text_cut",
    "The text stops in the middle of a sentence, as if it had been cut off; send the rest, or drop the file.",
)


def looks_cut(text: str) -> bool:
    """Whether a text stops mid-sentence where Slack cuts a field (3,000) or a message (4,000 characters)."""
    length = len(text)
    at_a_limit = any(limit - 20 <= length <= limit for limit in _SLACK_LIMITS)
    return at_a_limit and text.rstrip()[-1:] not in _ENDS
