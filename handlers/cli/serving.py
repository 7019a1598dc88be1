"""``verbatim serve``: the Slack bot."""

from __future__ import annotations

import click

from handlers.cli import options


@click.command("serve")
@options.database
def serve_command(db: str | None) -> int:
    """Run the Slack bot: in Socket Mode with SLACK_APP_TOKEN, else over HTTP on PORT."""
    from handlers.logs import start_logging
    from handlers.serving import serve
    from store import open_store
    from store.connection import THREAD_CACHE_KB

    settings = options.settings()
    start_logging(settings.log_level)
    serve(settings, open_store(db or settings.database, cache_kb=THREAD_CACHE_KB))
    return 0
