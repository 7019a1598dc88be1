"""The picture of the report page for the README: ``python -m tests.browser.picture docs/report.png``."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from click.testing import CliRunner

from handlers.cli.demo import demo_command

from .conftest import PROGRAMS


def picture(target: Path) -> None:
    """The page of the bundled draft on a wide window, with its first finding open."""
    from playwright.sync_api import sync_playwright

    program = next(filter(None, map(shutil.which, PROGRAMS)))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as started:
        page = Path(folder) / "report.html"
        CliRunner().invoke(demo_command, ["--page", str(page)], standalone_mode=False, catch_exceptions=False)
        chromium = started.chromium.launch(executable_path=program)
        window = chromium.new_page(viewport={"width": 1280, "height": 800}, color_scheme="light")
        window.goto(page.as_uri())
        window.screenshot(path=target)
        chromium.close()


if __name__ == "__main__":
    picture(Path(sys.argv[1]))
