"""A store made older: what takes one back to the eighth version, which kept no list of its words."""

from __future__ import annotations

from store.views import KNOWN_QUOTE_AT_8

TO_VERSION_8 = (
    *("DROP VIEW known_quote", KNOWN_QUOTE_AT_8, "DROP TABLE spoken", "DROP TABLE numbering"),
    "DROP TABLE term",
    "DROP TABLE job",
    *(f"DROP TABLE {table}" for table in ("thread_message", "answer", "settled", "thread")),
    *(f"DROP INDEX {index}" for index in ("audit_uncounted", "decision_carried", "check_by")),
    "ALTER TABLE finding DROP COLUMN mark",
    "ALTER TABLE decision DROP COLUMN carried_from",
    'ALTER TABLE "check" DROP COLUMN title',
    "CREATE VIRTUAL TABLE vocabulary USING fts5vocab (word, 'col')",
    "DELETE FROM _sqlite_migrations WHERE name >= 'm009'",
    "PRAGMA user_version = 8",
)
"""SQL; whoever adds a step to the schema adds here what undoes it."""
