"""Articles whose quotes the desk has verified: stored once, with their dated facts, ages and names.

The text itself is not kept, only its SHA-256, by which the same text is known again.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from bot.archive import KnownName
from bot.models import Article, Quote, Reading, State, VerifiedQuote
from store.audit import Decision, Signature
from store.database import Database
from store.facts import write_ages, write_facts
from store.place import Place, own_scope
from store.quotes import AT_ONCE, NewQuote, QuoteRow, quotes_where, refuse_nul, unknown_quotes, write_quotes


@dataclass(frozen=True, slots=True)
class Verification:
    """Who verified an article's quotes and when, against what (recording, transcript…), and a note.

    ``first`` is the first line of each: whether it counts at once, or waits for a second eye.
    """

    signed: Signature
    against: str | None = None
    note: str | None = None
    first: Decision = AT_ONCE


def write_article(db: Database, place: Place, article: Article, reading: Reading, verification: Verification) -> int:
    """Stores an article and all that was read in it; gives its number, the old one for the same text.

    Of the same text again only the quotes go in that were withdrawn since: they are verified anew.
    """
    refuse_nul(article.text)
    scope = own_scope(db, place)
    known = known_article(db, scope, article)
    if known is not None:
        _write_withdrawn(db, place, scope, known, article, reading, verification)
        return known
    article_id = write_row(db, place, scope, article, verification.signed)
    kinds = {name.full: name.kind for name in reading.names}
    new = list(_new_quotes(article, reading.quotes, article_id, verification))
    write_quotes(db, place, scope, new, verification.signed, first=verification.first, kinds=kinds)
    write_facts(db, place, scope, article_id, reading.facts)
    write_ages(db, place, scope, article_id, article.text, reading)
    _write_names(db, place, article_id, kinds)
    return article_id


def known_article(db: Database, scope: int, article: Article) -> int | None:
    """The number of the article with the same text; None where the scope has none."""
    asked = "SELECT id FROM article WHERE scope = ? AND text_sha256 = ?"
    known = db.execute(asked, (scope, _digest(article))).fetchone()
    return None if known is None else int(known[0])


def stored_identities(db: Database, article_id: int) -> set[bytes]:
    """What the quotes of an article are known again by."""
    return {bytes(row[0]) for row in db.execute("SELECT identity FROM quote WHERE article_id = ?", (article_id,))}


def article_quotes(db: Database, place: Place, article_id: int) -> tuple[VerifiedQuote, ...]:
    """Every quote of an article that was not withdrawn, in its order, old wordings after the new ones."""
    order = "article_id = :article AND state <> 'withdrawn' ORDER BY position, id DESC"
    return tuple(quotes_where(db, place, order, article=article_id))


def sequence(db: Database, place: Place, article_id: int) -> tuple[VerifiedQuote, ...]:
    """The quotes of an article as they stand now: a corrected wording gives its place to the new one."""
    quotes = article_quotes(db, place, article_id)
    return tuple(quote for quote in quotes if quote.state.counts and quote.state is not State.CORRECTED)


def article_names(db: Database, place: Place, article_ids: Sequence[int]) -> tuple[KnownName, ...]:
    """The names that these articles use, each with its article's source."""
    rows = db.execute(
        "SELECT name.name, name.kind, coalesce(article.title, article.source), article.outlet, article.link"
        " FROM name JOIN article ON article.id = name.article_id"
        " WHERE name.article_id IN INTS(:ids) AND name.team_id = :team"
        " AND (name.channel_id IS NULL OR name.channel_id = :channel) ORDER BY name.id",
        place.named(ids=json.dumps(list(article_ids))),
    )
    return tuple(KnownName(*row) for row in rows)


def _write_withdrawn(
    db: Database,
    place: Place,
    scope: int,
    article_id: int,
    article: Article,
    reading: Reading,
    verification: Verification,
) -> None:
    """Writes those quotes of a known article again whose verification was taken back."""
    new = unknown_quotes(db, scope, _new_quotes(article, reading.quotes, article_id, verification))
    stored = stored_identities(db, article_id)
    withdrawn = [one for one in new if one.identity() in stored]
    if withdrawn:
        write_quotes(db, place, scope, withdrawn, verification.signed, first=verification.first)


def _digest(article: Article) -> str:
    return sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()


def write_row(db: Database, place: Place, scope: int, article: Article, signed: Signature) -> int:
    """Writes what is known of an article, without its quotes; gives its number."""
    published = article.published.isoformat() if article.published else None
    return db.insert(
        "INSERT INTO article (team_id, channel_id, scope, title, source, outlet, link, published,"
        " text_sha256, added_by, added_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(place.team, place.channel, scope, article.title, article.source, article.outlet, article.link),
            *(published, _digest(article), signed.by, signed.at),
        ),
    )


def _new_quotes(
    article: Article, quotes: Sequence[Quote], article_id: int, verification: Verification
) -> Iterator[NewQuote]:
    """The quotes to write, in reading order.

    Between a headline, caption or pull quote and the body a position is left free, because what stands
    there does not follow on.
    """
    position, in_body = -1, True
    signed = verification.signed
    for quote in sorted(quotes, key=lambda one: one.start):
        position += 1 if quote.in_body and in_body else 2
        in_body = quote.in_body
        yield NewQuote(
            QuoteRow(
                text=quote.text, speaker=quote.speaker, said_on=quote.said_on, venue=quote.venue,
                verified_by=signed.by, verified_at=signed.at, against=verification.against, note=verification.note,
            ),
            described=article.title or article.source, article_id=article_id, position=position,
            speaker_as_written=quote.speaker_as_written, cue=quote.cue, kind=quote.kind.value, part_of=quote.group,
        )  # fmt: skip


def _write_names(db: Database, place: Place, article_id: int, kinds: dict[str, str]) -> None:
    db.insert_many(
        "INSERT INTO name (team_id, channel_id, article_id, name, kind) VALUES (?, ?, ?, ?, ?)",
        [(place.team, place.channel, article_id, name, kind) for name, kind in kinds.items()],
    )
