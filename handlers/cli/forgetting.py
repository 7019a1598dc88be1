"""``verbatim forget``: the texts of old checks, out of the rows and out of the file."""

from __future__ import annotations

import click

from handlers.cli import options


@click.command()
@click.option(
    "--before", metavar="DATE", help="Of checks made before this day. [default: $VERBATIM_RETENTION_DAYS ago]"
)
@click.option("--rewrite", is_flag=True, help="Write the tables anew, so that nothing older is left either.")
@options.database
def forget_command(before: str | None, rewrite: bool, db: str | None) -> int:
    """Forget the texts and titles of old checks, as the bot does hourly; decisions and verified quotes stay."""
    from handlers.retention import kept_since

    store = options.store(db, create=False)
    since = before or kept_since(options.settings().workspace)
    count = store.forget(since)
    clean = store.scrub(rewrite=rewrite)
    click.echo(f"Forgot the texts of {count:,} {'check' if count == 1 else 'checks'} made before {since[:10]}.")
    if not clean:
        sentence = (
            "The store is being read just now, so its log still holds what was forgotten; run this again in a minute."
        )
        click.echo(sentence, err=True)
    return 0 if clean else 1
