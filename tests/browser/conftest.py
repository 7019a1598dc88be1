"""One Chromium for all tests of the page: the one that is installed, driven by Playwright."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from bot.models import Report
from bot.render.html import render_page
from handlers.cli.demo import demo_command

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
DESK, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
Open = Callable[..., "Page"]


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """The browser; without one, or without Playwright, these tests are skipped."""
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed: pip install .[dev]")
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        pytest.skip("no Chromium is installed: apt-get install chromium")
    with playwright.sync_playwright() as started:
        chromium = started.chromium.launch(executable_path=program, args=["--renderer-process-limit=1"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="package")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The two pages that `verbatim demo` writes, as an editor gets them."""
    page = tmp_path_factory.mktemp("demo") / "report.html"
    CliRunner().invoke(demo_command, ["--page", str(page)], standalone_mode=False, catch_exceptions=False)
    return page


@pytest.fixture
def first(demo: Path) -> Path:
    """The page of the bundled draft."""
    return demo


@pytest.fixture
def again(demo: Path) -> Path:
    """The page of the corrected draft."""
    return demo.with_name("report-corrected.html")


@pytest.fixture(scope="package")
def windows(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Windows by what they are asked to be: on a phone, in the dark, without script; each kind is made once."""
    made: dict[str, BrowserContext] = {}

    def window(**wishes: Any) -> BrowserContext:
        kind = repr(sorted(wishes.items()))
        if kind not in made:
            made[kind] = browser.new_context(**wishes)
        return made[kind]

    yield window
    for context in made.values():
        context.close()


@pytest.fixture
def open_page(windows: Callable[..., BrowserContext], tmp_path: Path) -> Iterator[Open]:
    """Opens a page from disk, or a report's; what the browser says against it, or asks of the net, fails the test."""
    complaints: list[str] = []
    pages: list[Page] = []

    def opened(shown: Path | Report, viewport: dict[str, int] = DESK, hash: str = "", **wishes: Any) -> Page:
        path = shown if isinstance(shown, Path) else tmp_path / "report.html"
        if isinstance(shown, Report):
            path.write_text(render_page(shown), encoding="utf-8")
        page = windows(viewport=viewport, **{"reduced_motion": "reduce", **wishes}).new_page()
        pages.append(page)
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda asked: None if asked.url.startswith("file:") else complaints.append(asked.url))
        page.goto(path.as_uri() + hash)
        return page

    yield opened
    for page in pages:
        page.close()
    assert [] == complaints
