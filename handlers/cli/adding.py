"""``verbatim add``: an article that ran becomes verified quotes, dated facts and ages."""

from __future__ import annotations

from dataclasses import replace

import click

from handlers.cli import options


@click.command()
@click.argument("source")
@options.who
@options.about_article
@click.option("--link", metavar="URL", help="Where the article can be read.")
@click.option("--against", metavar="WHAT", help="What the words were verified against: recording, transcript, article.")
@options.as_json
@options.database
def add_command(
    source: str,
    by: str,
    published: str | None,
    outlet: str | None,
    link: str | None,
    against: str | None,
    wants_json: bool,
    db: str | None,
) -> int:
    """Store an article's quotes, dated facts and ages as verified; the same text again adds nothing."""
    from bot.reading import read_article

    known = options.desk()
    article = options.read_article(source, published, outlet, known)
    article = replace(article, link=link or article.link)
    scope = options.scope(db)
    before = scope.size()
    stored = scope.add_article(article, read_article(article, known), by, against=against)
    if wants_json:
        from bot.render.document import verified_document

        options.print_json([verified_document(quote) for quote in stored])
        return 0
    added = scope.size() - before
    again = " (the rest was there already)" if added < len(stored) else ""
    click.echo(f"{added} {'quote' if added == 1 else 'quotes'} stored as verified by {by}{again}.")
    return 0
