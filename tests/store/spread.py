"""Posting partitions laid on a second server, as README tells a newsroom to."""

from __future__ import annotations

from urllib.parse import urlsplit

import psycopg

from store.postgres_schema import PARTITIONS

FAR = range(PARTITIONS // 2, PARTITIONS)


def can_spread(server: str) -> bool:
    """Whether the server comes with postgres_fdw."""
    with psycopg.connect(f"{server}/postgres") as db:
        asked = "SELECT 1 FROM pg_available_extensions WHERE name = 'postgres_fdw'"
        return db.execute(asked).fetchone() is not None


def spread(store: str, far: str) -> None:
    """Puts half of an empty store's posting partitions into another server's database."""
    place = urlsplit(far)
    with psycopg.connect(far) as db:
        for number in FAR:
            columns = "scope bigint NOT NULL, h integer NOT NULL, id bigint NOT NULL, PRIMARY KEY (scope, h, id)"
            db.execute(f"CREATE TABLE gram_{number} ({columns})".encode())
    options = f"host '{place.hostname}', port '{place.port}', dbname '{place.path[1:]}', batch_size '1000'"
    with psycopg.connect(store, options="-c search_path=verbatim") as db:
        db.execute("CREATE EXTENSION postgres_fdw SCHEMA public")
        db.execute(f"CREATE SERVER far FOREIGN DATA WRAPPER postgres_fdw OPTIONS ({options})".encode())
        db.execute(f"CREATE USER MAPPING FOR CURRENT_USER SERVER far OPTIONS (user '{place.username}')".encode())
        for number in FAR:
            part = f"MODULUS {PARTITIONS}, REMAINDER {number}"
            db.execute(f"DROP TABLE gram_{number}".encode())
            db.execute(
                f"CREATE FOREIGN TABLE gram_{number} PARTITION OF gram FOR VALUES WITH ({part}) SERVER far"
                " OPTIONS (schema_name 'public')".encode()
            )
