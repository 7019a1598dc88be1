"""``verbatim browse``: the store in Datasette, for reading, on this machine alone."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from bot.errors import StoreError, StoreMissing
from handlers.cli import options
from handlers.cli.watched import watched

if TYPE_CHECKING:
    from store.scope import Scope

_EXTRA = "Browsing needs Datasette; install it with: pip install “.[browse]” in the project's folder."
_SECONDS = 5_000  # milliseconds that one question may take; Datasette's own second is short for a million quotes


@click.command()
@click.option("--port", type=click.IntRange(1, 65_535), default=8001, show_default=True, help="Where it is served.")
@click.option("--host", default="127.0.0.1", show_default=True, help="To whom; 0.0.0.0 is everybody who reaches this.")
@click.option("--open/--no-open", "opens", default=True, help="Open it in the browser.")
@click.option("--write", metavar="FILE", type=click.Path(dir_okay=False), help="Write the file that is read, and end.")
@options.database
def browse_command(port: int, host: str, opens: bool, write: str | None, db: str | None) -> int:
    """Open the store in Datasette: by speaker, in doubt, by whom, on a subject, a month; search, facets, plots.

    What is read is a copy of this moment, without private channels, unconfirmed quotes, checks and drafts.
    """
    scope = options.scope(db, create=False)
    if write is not None:
        click.echo(f"{_written(scope, Path(write)):,} quotes are in {write}, for reading.")
        return 0
    if find_spec("datasette") is None:
        raise StoreMissing(_EXTRA, "datasette")
    return _served(scope, port, host, opens)


def _written(scope: Scope, path: Path) -> int:
    """Writes the quotes to a new file; raises ``StoreError`` where there is one."""
    from store.shelf import write_shelf

    if path.exists():
        raise StoreError(f"The file {path} is there already; give a new name.", path)
    if not path.absolute().parent.is_dir():
        raise StoreError(f"There is no folder {path.absolute().parent}; make it, or give another name.", path)
    with watched("Copying quotes", scope.size()) as tell:
        return write_shelf(path, scope.quotes(), tell)


def _served(scope: Scope, port: int, host: str, opens: bool) -> int:
    """Runs Datasette on a copy until it is stopped, and takes the copy away."""
    from store.shelf import NAME, metadata

    with TemporaryDirectory(prefix="verbatim-") as folder:
        file, about = Path(folder) / f"{NAME}.db", Path(folder) / "metadata.json"
        count = _written(scope, file)
        about.write_text(json.dumps(metadata(f"{datetime.now():%H:%M, %d %B %Y}")), encoding="utf-8")
        words = [sys.executable, "-m", "datasette", "serve", "--immutable", str(file), "--metadata", str(about)]
        words += ["--host", host, "--port", str(port), "--setting", "sql_time_limit_ms", str(_SECONDS)]
        click.echo(f"{count:,} quotes at http://{host}:{port}/{NAME}; stop with Ctrl-C.", err=True)
        signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(0))  # so that the copy goes with this process
        try:
            return subprocess.run([*words, *(["--open"] if opens else [])], check=False).returncode
        except KeyboardInterrupt:
            return 0
