"""The printed page: the article, then its findings as numbered notes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from tests.render.reports import DRAFT

from .articles import empty_report
from .conftest import DESK, PHONE, Open


def printed(page: Any) -> list[str]:
    """The text of every sheet, on one line each."""
    pypdf = pytest.importorskip("pypdf", reason="pypdf is not installed: pip install .[pdf]")
    reader = pypdf.PdfReader(BytesIO(page.pdf(format="A4")))
    return [" ".join(sheet.extract_text().split()) for sheet in reader.pages]


def squeezed(text: str) -> str:
    """A text without spaces, marks and figures, as far as a PDF keeps it."""
    return re.sub(r"[\W\d_]", "", text)


@pytest.fixture(scope="module")
def sheets(browser: Any, demo: Path) -> Iterator[list[str]]:
    """The bundled draft's report on paper, printed once for all tests."""
    page = browser.new_page(viewport=DESK)
    page.goto(demo.as_uri())
    yield printed(page)
    page.close()


class TestPrint:
    def test_every_finding_is_a_numbered_note(self, demo: Path, sheets: list[str]) -> None:
        """The numbers in the article are those of the notes, none left out."""
        refs = re.findall(r'class="ref" data-note="(\d+)"', demo.read_text(encoding="utf-8"))
        numbers = [int(ref) for ref in refs]
        text = " ".join(sheets)
        notes = text[text.index("Notes") :]
        kickers = re.findall(r"(\d+) ?[■?†] ?(?:Hold|Query|Note)\b", notes)
        assert sorted(numbers) == sorted(map(int, kickers)) == list(range(1, len(numbers) + 1))

    def test_the_article_is_whole(self, sheets: list[str]) -> None:
        """Every paragraph that was read is on paper."""
        text = squeezed(" ".join(sheets))
        for line in DRAFT.splitlines():
            if "newsletter" not in line:
                assert squeezed(line)[:60] in text

    def test_a_quote_without_a_finding_says_how_it_stands(self, sheets: list[str]) -> None:
        """Its sign stands where the others have their number."""
        text = " ".join(sheets)
        assert re.search("nobody in that room was surprised, ?✓", text)
        assert re.search("one fewer to miss is progress, ?○", text)

    def test_what_is_open_or_filtered_makes_no_difference(
        self, open_page: Open, first: Path, sheets: list[str]
    ) -> None:
        """Two editors print the same paper, whatever they last clicked, from a phone and in the dark too."""
        page = open_page(first, PHONE, color_scheme="dark")
        page.get_by_label("Next finding").click()
        page.locator(".tally", has_text="queries").click()
        assert sheets == printed(page)

    def test_paper_has_no_buttons(self, open_page: Open, again: Path) -> None:
        """What only a screen can do stays off the paper, and what it folds stands there whole."""
        page = open_page(again)
        fixed = page.locator(".since li").all_text_contents()
        text = " ".join(printed(page))
        assert not re.search(r"Back to the words|Letter keys|\d more\b|In the article|Findings, worst first", text)
        assert 9 == len(fixed)
        assert all(squeezed(told) in squeezed(text) for told in fixed)

    def test_sheets_are_numbered_and_few(self, sheets: list[str]) -> None:
        """The bundled draft with two dozen findings is at most four sheets, each with its number."""
        assert len(sheets) <= 4
        assert all(f"{n} / {len(sheets)}" in sheet for n, sheet in enumerate(sheets, 1))

    def test_an_article_without_quotes_is_one_sheet(self, open_page: Open) -> None:
        """And says that there is nothing to ask."""
        (sheet,) = printed(open_page(empty_report()))
        assert "No quotes were found, and nothing to ask." in sheet
