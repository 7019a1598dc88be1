"""The quotes of a whole workspace in a file of their own, for reading: what ``verbatim browse`` opens.

Only what the workspace itself may see and what counts is in it: no private channel's quote, none that waits for a
second eye or was withdrawn; no check, no draft, no token.  It is a copy of one moment, so that whoever reads it can
change nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot.models import State, VerifiedQuote
from bot.render.fragments import web_link
from bot.transcripts.seconds import clock

if TYPE_CHECKING:
    pass

NAME = "quotes"
"""The name of the file, and with it of the database that readers see."""

VIEWS = {
    "by_speaker": """SELECT speaker, count(*) AS quotes, min(said) AS first, max(said) AS last,
        count(DISTINCT outlet) AS outlets, sum(state = 'disputed') AS disputed
        FROM quote WHERE speaker IS NOT NULL GROUP BY speaker ORDER BY quotes DESC, speaker""",
    "in_doubt": """SELECT id, state, decided_by, decided_why, text, speaker, said, source, outlet, link, verified_by
        FROM quote WHERE state <> 'verified' ORDER BY state = 'disputed' DESC, id DESC""",
    "verified_by_whom": """SELECT verified_by, against, count(*) AS quotes, min(verified_on) AS first,
        max(verified_on) AS last FROM quote GROUP BY verified_by, against ORDER BY quotes DESC, verified_by""",
    "quotes_a_month": """SELECT month, count(*) AS quotes, count(DISTINCT speaker) AS speakers,
        sum(state = 'disputed') AS disputed FROM quote WHERE month IS NOT NULL GROUP BY month ORDER BY month""",
}
"""Ready-made views: quotes by speaker, what is in doubt and why, who verified what, quotes a month."""

ON_A_SUBJECT = """SELECT quote.said, quote.text, quote.speaker, quote.source, quote.outlet, quote.link, quote.state,
    quote.verified_by FROM quote JOIN quote_fts ON quote_fts.rowid = quote.id
    WHERE quote_fts MATCH coalesce(nullif(escape_fts(:words), ''), '""') AND quote.speaker LIKE '%' || :speaker || '%'
    ORDER BY quote.said, quote.id"""
"""What a speaker said on a subject, oldest first; nothing where no word is given.  ``escape_fts`` is Datasette's."""


def write_shelf(path: Path, quotes: Iterable[VerifiedQuote], progress: Callable[[int], None] | None = None) -> int:
    """Writes the quotes that count to a new file with its views and its index of words; gives their number."""
    from sqlite_utils import Database

    file = Database(path, execute_plugins=False)
    try:
        file.create_table("quote", {"id": int, **dict.fromkeys(_TEXTS, str)}, pk="id")
        file.table("quote").insert_all(_rows(quotes, progress or _untold), batch_size=1_000)
        file.table("quote").enable_fts(["text", "speaker", "source"], tokenize="porter unicode61")
        for column in ("speaker", "said", "state"):
            file.table("quote").create_index([column])
        for name, view in VIEWS.items():
            file.create_view(name, view)
        file.execute("VACUUM")
        return file.table("quote").count
    finally:
        file.close()


def metadata(written: str) -> dict[str, Any]:
    """What Datasette tells of the file: titles, facets, ready-made questions; ``written`` says as of when it is."""
    tables = {
        "quote": {
            "title": "Verified quotes",
            "facets": ["speaker", "outlet", "state", "verified_by", "against", "year"],
            "sort_desc": "id",
            "label_column": "text",
        },
        "by_speaker": {"title": "Quotes by speaker"},
        "in_doubt": {"title": "Disputed, corrected and retracted", "facets": ["state", "decided_by"]},
        "verified_by_whom": {"title": "Verified by whom", "facets": ["verified_by", "against"]},
        "quotes_a_month": {"title": "Quotes a month", "description_html": f'<a href="{_PLOT}">As a plot</a>'},
    }
    about = f"The newsroom’s verified quotes as of {written}. Nothing can be changed here; start again for newer ones."
    links = " · ".join(f'<a href="{address}">{title}</a>' for title, address in _LINKS.items())
    described = {
        "title": "Verified quotes",
        "description_html": f"<p>{about}</p><p>{links}</p>",
        "tables": tables,
        "queries": {"on_a_subject": {"title": "What a speaker said on a subject, over time", "sql": ON_A_SUBJECT}},
    }
    return {"title": "Verified quotes", "description": about, "databases": {NAME: described}}


_PLOT = (
    f"/{NAME}/quotes_a_month?_size=max#g.mark=bar&amp;g.x_column=month&amp;g.x_type=ordinal"
    "&amp;g.y_column=quotes&amp;g.y_type=quantitative"
)
"""The months with their plot open, as datasette-vega spells it."""

_LINKS = {
    "Search": f"/{NAME}/quote",
    "By speaker": f"/{NAME}/by_speaker",
    "A speaker on a subject": f"/{NAME}/on_a_subject",
    "In doubt": f"/{NAME}/in_doubt",
    "Verified by whom": f"/{NAME}/verified_by_whom",
    "Quotes a month": _PLOT,
}
_TEXTS = (
    *("text", "speaker", "said", "month", "year", "venue", "source", "outlet", "link", "at", "published"),
    *("verified_by", "verified_on", "against", "note", "state", "decided_by", "decided_why", "external_id"),
)


def _rows(quotes: Iterable[VerifiedQuote], progress: Callable[[int], None]) -> Iterator[dict[str, object]]:
    for number, quote in enumerate(quotes, 1):
        if quote.state.counts:
            yield _row(quote)
        if not number % 1_000:
            progress(number)


def _row(quote: VerifiedQuote) -> dict[str, object]:
    published = quote.published.isoformat() if quote.published else None
    said = quote.said_on or published
    decided = quote.state is not State.VERIFIED
    return {
        "id": quote.quote_id,
        "text": quote.text,
        "speaker": quote.speaker,
        "said": said,
        "month": said[:7] if said and len(said) >= 7 and said[5:7].isdigit() else None,
        "year": said[:4] if said and said[:4].isdigit() else None,
        "venue": quote.venue,
        "source": quote.source,
        "outlet": quote.outlet,
        "link": web_link(quote.link),
        "at": None if quote.second is None else clock(quote.second),
        "published": published,
        "verified_by": quote.verified_by,
        "verified_on": (quote.verified_at or "")[:10] or None,
        "against": quote.against,
        "note": quote.note,
        "state": quote.state.value,
        "decided_by": quote.decided_by if decided else None,
        "decided_why": quote.decided_why if decided else None,
        "external_id": quote.external_id,
    }


def _untold(done: int) -> None:
    """Progress that nobody wants to hear of."""
