"""Rows of JSON lines, as scripts hand them to ``extract --jsonl`` and ``match``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from bot.errors import WrongInput


def rows(lines: Iterable[bytes]) -> Iterator[dict[str, Any]]:
    """Each row that has a ``text``, blank lines passed over; raises ``WrongInput`` with the number of a bad line.

    Halves of characters that JSON can spell (``\\ud800``) become U+FFFD, as nothing could write them out again.
    """
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _row(line, number)


def _row(line: bytes, number: int) -> dict[str, Any]:
    from bot.ingest.charset import whole_characters

    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as problem:
        raise WrongInput(f"Line {number} is not JSON; give one object a line.", line) from problem
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise WrongInput(f'Line {number} has no "text"; give one object with "id" and "text" a line.', line)
    return {key: whole_characters(value) if isinstance(value, str) else value for key, value in row.items()}
