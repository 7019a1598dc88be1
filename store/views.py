"""The view by which quotes are read, as it is and as each released step of the schema made it."""

from __future__ import annotations

KNOWN_QUOTE_AT_8 = """CREATE VIEW known_quote AS SELECT
    quote.id, quote.team_id, quote.channel_id, quote.scope, quote.text, quote.speaker,
    quote.external_id, quote.cue, quote.venue, quote.said_on,
    coalesce(quote.source, article.title, article.source) AS source,
    coalesce(quote.outlet, article.outlet) AS outlet, coalesce(quote.link, article.link) AS link,
    coalesce(quote.published, article.published) AS published,
    coalesce(quote.verified_by, quote.added_by) AS verified_by,
    coalesce(quote.verified_at, quote.added_at) AS verified_at,
    quote.against, quote.note, last.new_state AS state, quote.article_id, quote.position,
    quote.speaker_id, last.by AS decided_by, last.why AS decided_why
    FROM quote LEFT JOIN article ON article.id = quote.article_id
    JOIN audit AS last
    ON last.id = (SELECT id FROM audit WHERE quote_id = quote.id ORDER BY audit.id DESC LIMIT 1)"""
"""Quotes as they were read when each had a line in the audit."""

KNOWN_QUOTE_AT_12 = """CREATE VIEW known_quote AS SELECT
    quote.id, quote.team_id, quote.channel_id, quote.scope, quote.text, quote.speaker,
    quote.external_id, quote.cue, quote.venue, quote.said_on,
    coalesce(quote.source, article.title, article.source) AS source,
    coalesce(quote.outlet, article.outlet) AS outlet, coalesce(quote.link, article.link) AS link,
    coalesce(quote.published, article.published) AS published,
    coalesce(quote.verified_by, quote.added_by) AS verified_by,
    coalesce(quote.verified_at, quote.added_at) AS verified_at,
    quote.against, quote.note, coalesce(last.new_state, 'verified') AS state, quote.article_id, quote.position,
    quote.speaker_id, coalesce(last.by, quote.added_by) AS decided_by, last.why AS decided_why
    FROM quote LEFT JOIN article ON article.id = quote.article_id
    LEFT JOIN audit AS last
    ON last.id = (SELECT id FROM audit WHERE quote_id = quote.id ORDER BY audit.id DESC LIMIT 1)"""
"""Quotes as they were read before any came from a recording."""

KNOWN_QUOTE = KNOWN_QUOTE_AT_12.replace("last.why AS decided_why\n", "last.why AS decided_why, spoken.times\n").replace(
    "LEFT JOIN audit AS last\n", "LEFT JOIN spoken ON spoken.quote_id = quote.id\n    LEFT JOIN audit AS last\n"
)
"""Quotes as they are read: with what their article says of them, who last decided on them and why, and when in their
recording they were said."""
