"""``verbatim match``: bare quotes against the store."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from bot.errors import WrongInput
from handlers.cli import options
from handlers.cli.rows import rows


@click.command()
@click.argument("source", metavar="FILE.jsonl", type=options.PLACE)
@options.database
def match_command(source: str, db: str | None) -> int:
    """Check bare quotes: one {"id","text","speaker"} a line in, one verdict a line out (- reads standard input)."""
    from bot.check import check_quotes
    from bot.render.document import flag_document, match_document

    known, asked = options.desk(), rows(_lines(source))
    with options.scope_to_read(db) as scope:
        for row in asked:
            report = check_quotes([(row["text"], row.get("speaker"))], scope, known)
            judged = report.quotes[0]
            answer = {
                "id": row.get("id"),
                "verdict": judged.verdict.value,
                "matches": [match_document(match) for match in judged.matches],
                "flags": [flag_document(flag) for flag in report.flags],
            }
            sys.stdout.buffer.write(json.dumps(answer, ensure_ascii=False).encode() + b"\n")
    return 0


def _lines(source: str) -> list[bytes]:
    if source == "-":
        return sys.stdin.buffer.read().splitlines()
    try:
        return Path(source).read_bytes().splitlines()
    except OSError as problem:
        raise WrongInput(f"{source} cannot be read: {problem.strerror}. Give a .jsonl file, or -.", source) from problem
