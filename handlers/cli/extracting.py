"""``verbatim extract``: what an article says, without the store."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator

import click

from bot.errors import WrongInput
from handlers.cli import options
from handlers.cli.rows import rows


@click.command()
@click.argument("source", required=False, type=options.PLACE)
@click.option("--published", metavar="DATE", help="When the article is or was published.")
@options.as_json
@click.option(
    "--jsonl", is_flag=True, help='One {"id","text","published"} a line on standard input, one answer a line.'
)
def extract_command(source: str | None, published: str | None, wants_json: bool, jsonl: bool) -> int:
    """Quotes, dates and ages alone, without the store."""
    if jsonl:
        for line in _answers():
            sys.stdout.buffer.write(line)
        return 0
    if source is None:
        raise WrongInput("Say what to read: a file, a link, or - for standard input.")
    from bot.reading import read_article
    from bot.render.document import reading_document

    known = options.desk()
    reading = read_article(options.read_article(source, published, None, known), known)
    if wants_json:
        options.print_json(reading_document(reading))
        return 0
    from bot.render.listing import render_reading
    from bot.render.plain import desk_console

    render_reading(reading, desk_console())
    return 0


def _answers() -> Iterator[bytes]:
    from bot.models import Article
    from bot.reading import read_article
    from bot.render.document import reading_document

    known = options.desk()
    for row in rows(sys.stdin.buffer):
        article = Article(str(row["text"]), published=options.parse_day(row.get("published") or None))
        document = reading_document(read_article(article, known), row.get("id"))
        yield json.dumps(document, ensure_ascii=False).encode() + b"\n"
