"""How a store file is made, and how an older one is brought up to date: each step once, in order.

A step that has been released is never edited; a change of the schema is a new step below the last one, and
``SCHEMA_VERSION`` in ``store.db`` counts them.  What the desk decided is append-only by trigger: a verified
quote, an article and a line of the audit can be added, and never be changed or deleted.
"""

from __future__ import annotations

import sqlite3

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from store.keys import code_of, packed
from store.views import KNOWN_QUOTE, KNOWN_QUOTE_AT_8, KNOWN_QUOTE_AT_12

migrations = Migrations("verbatim")


def apply_all(db: sqlite3.Connection) -> int:
    """Runs every step that the file has not seen, inside the caller's transaction; gives their number."""
    tables = Database(db, execute_plugins=False)
    migrations.apply(tables)
    return len(migrations.applied(tables))


@migrations()
def m001_scopes(db: Database) -> None:
    """Workspaces and their private channels."""
    _run(
        db,
        """CREATE TABLE scope (
            id INTEGER PRIMARY KEY, team_id TEXT NOT NULL, channel_id TEXT,
            quotes INTEGER NOT NULL DEFAULT 0)""",
        "CREATE UNIQUE INDEX scope_place ON scope (team_id, ifnull(channel_id, ''))",
    )


@migrations()
def m002_sources(db: Database) -> None:
    """The articles that were verified, and the speakers with their other names."""
    _run(
        db,
        """CREATE TABLE article (
            id INTEGER PRIMARY KEY, team_id TEXT NOT NULL, channel_id TEXT,
            scope INTEGER NOT NULL REFERENCES scope (id), title TEXT, source TEXT, outlet TEXT, link TEXT,
            published TEXT, text_sha256 TEXT NOT NULL, added_by TEXT NOT NULL, added_at TEXT NOT NULL)""",
        "CREATE UNIQUE INDEX article_text ON article (scope, text_sha256)",
        """CREATE TABLE speaker (
            id INTEGER PRIMARY KEY, team_id TEXT NOT NULL, channel_id TEXT,
            scope INTEGER NOT NULL REFERENCES scope (id), name TEXT NOT NULL, folded TEXT NOT NULL,
            surname TEXT NOT NULL, kind TEXT NOT NULL)""",
        "CREATE UNIQUE INDEX speaker_folded ON speaker (scope, folded)",
        "CREATE INDEX speaker_surname ON speaker (scope, surname)",
        """CREATE TABLE alias (
            id INTEGER PRIMARY KEY, team_id TEXT NOT NULL, channel_id TEXT,
            scope INTEGER NOT NULL REFERENCES scope (id), speaker_id INTEGER NOT NULL REFERENCES speaker (id),
            alias TEXT NOT NULL, folded TEXT NOT NULL, surname TEXT NOT NULL,
            added_by TEXT NOT NULL, added_at TEXT NOT NULL)""",
        "CREATE UNIQUE INDEX alias_folded ON alias (scope, folded, speaker_id)",
        "CREATE INDEX alias_surname ON alias (scope, surname)",
        *_append_only("article", "alias"),
    )


@migrations()
def m003_quotes(db: Database) -> None:
    """Verified quotes, and the audit of what was decided on them."""
    _run(
        db,
        """CREATE TABLE quote (
            id INTEGER PRIMARY KEY, team_id TEXT NOT NULL, channel_id TEXT,
            scope INTEGER NOT NULL REFERENCES scope (id), article_id INTEGER REFERENCES article (id),
            position INTEGER NOT NULL, text TEXT NOT NULL, wordprint TEXT NOT NULL, identity BLOB NOT NULL,
            speaker TEXT, speaker_id INTEGER REFERENCES speaker (id), speaker_as_written TEXT, cue TEXT,
            venue TEXT, said_on TEXT, kind TEXT, part_of TEXT, source TEXT, outlet TEXT, link TEXT,
            published TEXT, verified_by TEXT, verified_at TEXT, against TEXT, note TEXT, external_id TEXT,
            corrects INTEGER REFERENCES quote (id), added_by TEXT NOT NULL, added_at TEXT NOT NULL)""",
        "CREATE INDEX quote_identity ON quote (scope, identity)",
        "CREATE INDEX quote_article ON quote (article_id, position) WHERE article_id IS NOT NULL",
        "CREATE INDEX quote_speaker ON quote (speaker_id) WHERE speaker_id IS NOT NULL",
        """CREATE TABLE audit (
            id INTEGER PRIMARY KEY, team_id TEXT NOT NULL, channel_id TEXT,
            quote_id INTEGER NOT NULL REFERENCES quote (id), action TEXT NOT NULL, old_state TEXT,
            new_state TEXT NOT NULL, by TEXT NOT NULL, at TEXT NOT NULL, why TEXT,
            other_quote INTEGER REFERENCES quote (id))""",
        "CREATE INDEX audit_quote ON audit (quote_id, id)",
        """CREATE VIEW known_quote AS SELECT
            quote.id, quote.team_id, quote.channel_id, quote.scope, quote.text, quote.speaker,
            quote.external_id, quote.cue, quote.venue, quote.said_on,
            coalesce(quote.source, article.title, article.source) AS source,
            coalesce(quote.outlet, article.outlet) AS outlet, coalesce(quote.link, article.link) AS link,
            coalesce(quote.published, article.published) AS published, quote.verified_by, quote.verified_at,
            quote.against, quote.note,
            (SELECT new_state FROM audit WHERE quote_id = quote.id ORDER BY audit.id DESC LIMIT 1) AS state,
            quote.article_id, quote.position, quote.speaker_id
            FROM quote LEFT JOIN article ON article.id = quote.article_id""",
        *_append_only("quote", "audit"),
    )


@migrations()
def m004_index(db: Database) -> None:
    """The word runs by which a quote is found again, and the words for searching by hand."""
    _run(
        db,
        """CREATE TABLE gram (
            scope INTEGER NOT NULL, h INTEGER NOT NULL, id INTEGER NOT NULL,
            PRIMARY KEY (scope, h, id)) WITHOUT ROWID""",
        """CREATE VIRTUAL TABLE word USING fts5 (
            words, speaker, content = '', columnsize = 0, tokenize = "ascii tokenchars '_.+-'")""",
        "CREATE VIRTUAL TABLE vocabulary USING fts5vocab (word, 'col')",
    )


@migrations()
def m005_facts(db: Database) -> None:
    """What verified articles say of events, ages and names."""
    _run(
        db,
        """CREATE TABLE fact (
            id INTEGER PRIMARY KEY, team_id TEXT NOT NULL, channel_id TEXT,
            article_id INTEGER NOT NULL REFERENCES article (id), subject TEXT NOT NULL, action TEXT NOT NULL,
            value TEXT NOT NULL, text TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
            keys TEXT NOT NULL)""",
        """CREATE TABLE fact_key (
            scope INTEGER NOT NULL, key TEXT NOT NULL, fact_id INTEGER NOT NULL REFERENCES fact (id),
            PRIMARY KEY (scope, key, fact_id)) WITHOUT ROWID""",
        """CREATE TABLE age (
            id INTEGER PRIMARY KEY, team_id TEXT NOT NULL, channel_id TEXT,
            scope INTEGER NOT NULL REFERENCES scope (id), article_id INTEGER NOT NULL REFERENCES article (id),
            surname TEXT NOT NULL, person TEXT NOT NULL, age INTEGER, born TEXT, text TEXT NOT NULL)""",
        "CREATE INDEX age_surname ON age (scope, surname)",
        """CREATE TABLE name (
            id INTEGER PRIMARY KEY, team_id TEXT NOT NULL, channel_id TEXT,
            article_id INTEGER NOT NULL REFERENCES article (id), name TEXT NOT NULL, kind TEXT NOT NULL)""",
        "CREATE UNIQUE INDEX name_article ON name (article_id, name, kind)",
        *_append_only("fact", "age", "name"),
    )


@migrations()
def m006_checks(db: Database) -> None:
    """Checks with their findings, and what people decided on each finding."""
    _run(
        db,
        """CREATE TABLE "check" (
            id INTEGER PRIMARY KEY, team_id TEXT NOT NULL, channel_id TEXT,
            scope INTEGER NOT NULL REFERENCES scope (id), thread TEXT, by TEXT, at TEXT NOT NULL,
            quotes INTEGER NOT NULL, hold INTEGER NOT NULL, query INTEGER NOT NULL, note INTEGER NOT NULL,
            report TEXT)""",
        'CREATE INDEX check_thread ON "check" (scope, thread)',
        'CREATE INDEX check_at ON "check" (scope, at)',
        """CREATE TABLE finding (
            id INTEGER PRIMARY KEY, team_id TEXT NOT NULL, channel_id TEXT,
            check_id INTEGER NOT NULL REFERENCES "check" (id), position INTEGER NOT NULL,
            code TEXT NOT NULL, severity TEXT NOT NULL)""",
        "CREATE INDEX finding_check ON finding (check_id, position)",
        """CREATE TABLE decision (
            id INTEGER PRIMARY KEY, team_id TEXT NOT NULL, channel_id TEXT,
            finding_id INTEGER NOT NULL REFERENCES finding (id), choice TEXT NOT NULL,
            by TEXT NOT NULL, at TEXT NOT NULL, why TEXT)""",
        "CREATE INDEX decision_finding ON decision (finding_id, id)",
        """CREATE TABLE check_match (
            quote_id INTEGER NOT NULL REFERENCES quote (id), check_id INTEGER NOT NULL REFERENCES "check" (id),
            team_id TEXT NOT NULL, channel_id TEXT, PRIMARY KEY (quote_id, check_id)) WITHOUT ROWID""",
        *_append_only("finding", "decision", "check_match"),
    )


@migrations()
def m007_standing(db: Database) -> None:
    """A quote is read with who last decided on it and why, so that a finding can say so."""
    _run(
        db,
        "DROP VIEW known_quote",
        """CREATE VIEW known_quote AS SELECT
            quote.id, quote.team_id, quote.channel_id, quote.scope, quote.text, quote.speaker,
            quote.external_id, quote.cue, quote.venue, quote.said_on,
            coalesce(quote.source, article.title, article.source) AS source,
            coalesce(quote.outlet, article.outlet) AS outlet, coalesce(quote.link, article.link) AS link,
            coalesce(quote.published, article.published) AS published, quote.verified_by, quote.verified_at,
            quote.against, quote.note, last.new_state AS state, quote.article_id, quote.position,
            quote.speaker_id, last.by AS decided_by, last.why AS decided_why
            FROM quote LEFT JOIN article ON article.id = quote.article_id
            JOIN audit AS last
            ON last.id = (SELECT id FROM audit WHERE quote_id = quote.id ORDER BY audit.id DESC LIMIT 1)""",
    )


@migrations()
def m008_smaller(db: Database) -> None:
    """Wordprints of two bytes a word, and a quote says only once who verified it where who added it did."""

    def shorter(print_: str | bytes) -> bytes:
        return packed("".join(code_of(ord(one) - 0x10000) for one in print_)) if isinstance(print_, str) else print_

    db.conn.create_function("shorter", 1, shorter)
    _run(
        db,
        "DROP TRIGGER quote_no_update",
        """UPDATE quote SET wordprint = shorter(wordprint),
            verified_by = nullif(verified_by, added_by), verified_at = nullif(verified_at, added_at)""",
        _append_only("quote")[0],
        "DROP VIEW known_quote",
        KNOWN_QUOTE_AT_8,
    )


@migrations()
def m009_terms(db: Database) -> None:
    """The words of each scope with how many quotes hold them: asking FTS5 for them read every list of every word."""
    _run(
        db,
        """CREATE TABLE term (
            scope INTEGER NOT NULL, col TEXT NOT NULL, form TEXT NOT NULL, quotes INTEGER NOT NULL,
            PRIMARY KEY (scope, col, form)) WITHOUT ROWID""",
        """INSERT INTO term (scope, col, form, quotes)
            SELECT CAST(substr(term, 1, instr(term, '_') - 1) AS INTEGER), col, substr(term, instr(term, '_') + 1), doc
            FROM vocabulary""",
        "DROP TABLE vocabulary",
    )


@migrations()
def m010_jobs(db: Database) -> None:
    """What is to be done outside the moment in which it was asked for, each once, also by several processes."""
    _run(
        db,
        """CREATE TABLE job (
            id INTEGER PRIMARY KEY, team_id TEXT NOT NULL, channel_id TEXT, event TEXT, kind TEXT NOT NULL,
            lane TEXT NOT NULL, payload TEXT NOT NULL, state TEXT NOT NULL, claim TEXT, due TEXT NOT NULL,
            tries INTEGER NOT NULL DEFAULT 0, done TEXT NOT NULL DEFAULT '{}', why TEXT, asked_at TEXT NOT NULL)""",
        "CREATE UNIQUE INDEX job_event ON job (team_id, event) WHERE event IS NOT NULL",
        "CREATE INDEX job_open ON job (team_id, lane, id) WHERE state IN ('waiting', 'taken')",
    )


@migrations()
def m011_conversations(db: Database) -> None:
    """Slack threads with their answers, what a choice is about, what was settled, and quotes that do not count."""
    _run(
        db,
        """CREATE INDEX audit_uncounted ON audit (quote_id)
            WHERE new_state IN ('waiting', 'withdrawn', 'shared')""",
        """CREATE TABLE thread (
            id INTEGER PRIMARY KEY, team_id TEXT NOT NULL, channel_id TEXT, channel TEXT NOT NULL, ts TEXT NOT NULL,
            root TEXT, source TEXT, by TEXT NOT NULL, at TEXT NOT NULL, about TEXT NOT NULL,
            check_id INTEGER REFERENCES "check" (id))""",
        "CREATE UNIQUE INDEX thread_ts ON thread (team_id, channel, ts)",
        "CREATE INDEX thread_source ON thread (team_id, channel, source) WHERE source IS NOT NULL",
        """CREATE TABLE thread_message (
            id INTEGER PRIMARY KEY, team_id TEXT NOT NULL, channel_id TEXT,
            thread_id INTEGER NOT NULL REFERENCES thread (id), ts TEXT NOT NULL)""",
        "CREATE UNIQUE INDEX thread_message_ts ON thread_message (team_id, ts, thread_id)",
        """CREATE TABLE answer (
            id INTEGER PRIMARY KEY, team_id TEXT NOT NULL, channel_id TEXT,
            thread_id INTEGER NOT NULL REFERENCES thread (id), check_id INTEGER NOT NULL REFERENCES "check" (id),
            ts TEXT NOT NULL, items TEXT NOT NULL)""",
        "CREATE UNIQUE INDEX answer_ts ON answer (thread_id, ts)",
        "CREATE INDEX answer_check ON answer (check_id)",
        """CREATE TABLE settled (
            id INTEGER PRIMARY KEY, team_id TEXT NOT NULL, channel_id TEXT,
            check_id INTEGER NOT NULL REFERENCES "check" (id), item TEXT NOT NULL, what TEXT NOT NULL,
            by TEXT NOT NULL, at TEXT NOT NULL, quote_id INTEGER REFERENCES quote (id))""",
        "CREATE INDEX settled_check ON settled (check_id, id)",
        *_append_only("settled"),
        "ALTER TABLE finding ADD COLUMN mark TEXT",
        "ALTER TABLE decision ADD COLUMN carried_from INTEGER REFERENCES finding (id)",
        "CREATE INDEX decision_carried ON decision (carried_from) WHERE carried_from IS NOT NULL",
        'ALTER TABLE "check" ADD COLUMN title TEXT',
        'CREATE INDEX check_by ON "check" (team_id, by, id)',
    )


@migrations()
def m012_shorter(db: Database) -> None:
    """A quote that was verified when it was added says so itself, without a line of the audit: 88 bytes of 1,126.

    Of a million quotes in 250 scopes, the letters of a column's name were 11 more.
    """
    _run(db, "DROP VIEW known_quote", KNOWN_QUOTE_AT_12, "UPDATE term SET col = substr(col, 1, 1)")


@migrations()
def m013_turns(db: Database) -> None:
    """Whose turn a job takes, when they last had one, and in which channel it counts as a question."""
    _run(
        db,
        "ALTER TABLE job ADD COLUMN asker TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE job ADD COLUMN asked_in TEXT",
        "ALTER TABLE job ADD COLUMN taken_at TEXT",
        "CREATE INDEX job_turn ON job (team_id, asker, taken_at)",
        "CREATE INDEX job_asker ON job (team_id, asker, asked_at) WHERE asked_in IS NOT NULL",
        "CREATE INDEX job_asked_in ON job (team_id, asked_in, asked_at) WHERE asked_in IS NOT NULL",
    )


@migrations()
def m014_spoken(db: Database) -> None:
    """When in their recording the words of a transcript were said: offsets and seconds, as JSON."""
    _run(
        db,
        """CREATE TABLE spoken (
            quote_id INTEGER PRIMARY KEY REFERENCES quote (id), team_id TEXT NOT NULL, channel_id TEXT,
            times TEXT NOT NULL)""",
        *_append_only("spoken"),
        "DROP VIEW known_quote",
        KNOWN_QUOTE,
    )


@migrations()
def m015_numbering(db: Database) -> None:
    """The last number that was given out of a table whose rows may come later than what points at them."""
    _run(db, "CREATE TABLE numbering (name TEXT PRIMARY KEY, last INTEGER NOT NULL) WITHOUT ROWID")


def _append_only(*tables: str) -> list[str]:
    """The triggers that let rows of these tables be added, and refuse to change or delete them."""
    return [
        f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        for table in tables
        for verb in ("UPDATE", "DELETE")
    ]


def _run(db: Database, *statements: str) -> None:
    for statement in statements:
        db.execute(statement)
