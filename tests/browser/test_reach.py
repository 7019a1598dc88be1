"""What axe-core finds against the page: nothing, in any of its states."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bot.models import Report

from .articles import empty_report, hebrew_report
from .conftest import DESK, PHONE, Open


def violations(page: Any) -> list[str]:
    """Every rule that the page breaks, with the elements."""
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="axe is not installed: pip install .[dev]"
    )
    found = axe.Axe().run(page).response["violations"]
    return [f"{rule['id']}: {node['html'][:200]}" for rule in found for node in rule["nodes"]]


class TestAxe:
    def test_the_first_check(self, open_page: Open, first: Path) -> None:
        """On a desk, by day, with the whole list unfolded."""
        page = open_page(first)
        page.locator(".contents summary").click()
        assert [] == violations(page)

    def test_a_note_on_a_phone(self, open_page: Open, first: Path) -> None:
        """By night, with the note slid up over the article."""
        page = open_page(first, PHONE, color_scheme="dark")
        page.get_by_label("Next finding").click()
        assert [] == violations(page)

    def test_a_recheck(self, open_page: Open, again: Path) -> None:
        """With the versions side by side, and filtered to what is new."""
        page = open_page(again)
        page.locator(".edit summary").click()
        page.locator(".tally", has_text="new").click()
        assert [] == violations(page)

    @pytest.mark.parametrize("report", [empty_report(), hebrew_report()])
    def test_other_articles(self, open_page: Open, report: Report) -> None:
        """Without a quote, and written from right to left."""
        assert [] == violations(open_page(report))


class TestKeyboard:
    def test_the_first_stop_leads_past_the_head(self, open_page: Open, first: Path) -> None:
        """The skip link shows itself when it is reached, and goes to the article."""
        page = open_page(first)
        page.keyboard.press("Tab")
        assert "To the article" == page.evaluate("document.activeElement.textContent")
        assert page.locator(".skip").bounding_box()["x"] >= 0
        page.keyboard.press("Enter")
        assert "article" == page.evaluate("document.activeElement.id")

    def test_every_stop_can_be_seen(self, open_page: Open, first: Path) -> None:
        """Wherever Tab goes there is a ring, and the place is in the window."""
        page = open_page(first)
        for _ in range(25):
            page.keyboard.press("Tab")
            ring, box = page.evaluate(
                "[getComputedStyle(document.activeElement).outlineStyle,"
                " document.activeElement.getBoundingClientRect().toJSON()]"
            )
            assert "none" != ring
            assert 0 <= box["left"] < DESK["width"]
            assert 0 <= box["bottom"]
            assert box["top"] < DESK["height"]

    def test_places_to_press_are_large_enough(self, open_page: Open, first: Path) -> None:
        """Buttons are 24 pixels or more each way, on a phone too (WCAG 2.2, 2.5.8)."""
        for viewport in (DESK, PHONE):
            page = open_page(first, viewport)
            sizes = (
                page.locator("button")
                .filter(visible=True)
                .evaluate_all("all => all.map(each => [each.offsetWidth, each.offsetHeight])")
            )
            assert all(min(size) >= 24 for size in sizes)

    def test_a_step_is_told(self, open_page: Open, first: Path) -> None:
        """A screen reader hears how far it is, how grave and what, without leaving the button."""
        page = open_page(first)
        button = page.get_by_label("Next finding")
        button.focus()
        page.keyboard.press("Enter")
        assert "2 of 24: query, the words were changed" == page.locator("[role=status]").text_content()
        assert "Next finding" == page.evaluate("document.activeElement.getAttribute('aria-label')")

    def test_who_wants_no_motion_sees_none(self, open_page: Open, first: Path) -> None:
        """With reduced motion nothing slides; otherwise the notes do."""
        still, moving = (open_page(first, PHONE, reduced_motion=wish) for wish in ("reduce", "no-preference"))
        durations = [
            page.locator(".card").first.evaluate("c => getComputedStyle(c).transitionDuration")
            for page in (still, moving)
        ]
        assert "0s" == durations[0]
        assert "0s" != durations[1].split(",")[0]
