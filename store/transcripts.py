"""Recordings written down: each turn a verified quote, with its speaker and the seconds at which it was said."""

from __future__ import annotations

from collections.abc import Iterator

from bot.models import Article
from bot.transcripts import Transcript
from bot.transcripts.seconds import link_at
from store.articles import Verification, known_article, stored_identities, write_row
from store.database import Database
from store.place import Place, own_scope
from store.quotes import NewQuote, QuoteRow, refuse_nul, unknown_quotes, write_quotes
from store.spoken import Times, write_times

AGAINST = "transcript"


def write_transcript(
    db: Database, place: Place, article: Article, transcript: Transcript, said_on: str | None, by: Verification
) -> int:
    """Stores a transcript and its turns; gives its number as an article, the old one for the same words and speakers.

    ``article`` is what is known of the recording, its text the transcript's.  Of the same one again only the turns go
    in that were withdrawn since.
    """
    refuse_nul(article.text)
    scope = own_scope(db, place)
    known = known_article(db, scope, article)
    article_id = known or write_row(db, place, scope, article, by.signed)
    new = dict(_new_quotes(article, transcript, article_id, said_on, by))
    coming = list(new)
    if known:
        stored = stored_identities(db, known)
        coming = [one for one in unknown_quotes(db, scope, coming) if one.identity() in stored]
    ids = write_quotes(db, place, scope, coming, by.signed, first=by.first)
    write_times(db, place, ((id_, new[one]) for id_, one in zip(ids, coming, strict=True)))
    return article_id


def _new_quotes(
    article: Article, transcript: Transcript, article_id: int, said_on: str | None, by: Verification
) -> Iterator[tuple[NewQuote, Times]]:
    """The quotes to write, each with its times; where words may be missing between two, a position is left free."""
    position = -1
    for turn in transcript.turns:
        position += 1 if turn.follows else 2
        second = turn.times[0][1] if turn.times else None
        row = QuoteRow(
            text=turn.text, speaker=turn.speaker, said_on=said_on, link=link_at(article.link, second),
            verified_by=by.signed.by, verified_at=by.signed.at, against=by.against or AGAINST, note=by.note,
        )  # fmt: skip
        new = NewQuote(
            row, described=article.title or article.source, article_id=article_id, position=position,
            speaker_as_written=turn.label, kind="direct",
        )  # fmt: skip
        yield new, turn.times
