"""The page in a real browser: what a click, a key and a tap do."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from bot.models import Article, Flag, Report, Severity
from bot.render.html import page_policy

from .articles import empty_report, german_report, hebrew_report, long_report
from .conftest import PHONE, Open

ACTIVE = ".card.active"
HTML = "text/html; charset=utf-8"


def counted(page: Any, word: str) -> int:
    """The figure of a count on top."""
    return int(page.locator(".tally", has_text=word).first.locator(".figure").inner_text().split()[-1])


def shown_cards(page: Any) -> Any:
    return page.locator(".card").filter(visible=True)


def in_sight(page: Any, selector: str) -> bool:
    """Whether an element stands in the window, below the head of the page."""
    box = page.locator(selector).first.bounding_box()
    head = page.locator(".masthead").bounding_box()
    return bool(box and head["height"] <= box["y"] <= page.viewport_size["height"])


class TestOpening:
    def test_the_worst_is_beside_its_words(self, open_page: Open, first: Path) -> None:
        """On a wide window the first finding is open, level with its words."""
        page = open_page(first)
        card, mark = page.locator(ACTIVE).bounding_box(), page.locator(".mark.active").first.bounding_box()
        assert abs(card["y"] - mark["y"]) < 12
        assert card["x"] > mark["x"] + mark["width"]

    def test_a_link_to_a_note_opens_it(self, open_page: Open, first: Path) -> None:
        """An editor may send another to one finding, by its note or by its words."""
        for name in ("#note-14", "#at-note-14"):
            page = open_page(first, hash=name)
            assert "note-14" == page.locator(ACTIVE).get_attribute("id")
            assert in_sight(page, ".mark.active")

    def test_a_source_opens_at_its_words(self, open_page: Open, first: Path, browser: Any) -> None:
        """The link of a note leads past the head of the source's page to the very words."""
        page = browser.new_page()
        words = (
            "<p>The ferry.</p>" * 200 + "<p>“We will not close a depot this year,” she said.</p>" + "<p>End.</p>" * 200
        )
        page.route("https://tide.example/**", lambda asked: asked.fulfill(content_type=HTML, body=words))
        page.goto(first.as_uri())
        page.locator(f"{ACTIVE} .origin a").click()
        page.wait_for_url("https://tide.example/**")
        page.wait_for_function("scrollY > 1000")
        page.close()

    def test_without_script_every_note_can_be_read(self, open_page: Open, first: Path) -> None:
        """The page is whole where nothing may run: each mark is a link to its note."""
        page = open_page(first, java_script_enabled=False)
        assert page.locator(".card").count() == shown_cards(page).count() > 20
        page.locator("article .mark").nth(3).click()
        assert in_sight(page, page.url[page.url.index("#") :])

    def test_the_served_page_works_under_its_policy(self, open_page: Open, first: Path, browser: Any) -> None:
        """The policy that the server sends lets the page's own style and script through, and nothing else."""
        page = browser.new_page(viewport=PHONE)
        refused: list[str] = []
        page.on("console", lambda message: refused.append(message.text))
        answer = {"body": first.read_text(encoding="utf-8"), "headers": {"Content-Security-Policy": page_policy()}}
        page.route("**/*", lambda asked: asked.fulfill(content_type=HTML, **answer))
        page.goto("https://desk.example/report/1")
        page.locator(".contents a").first.click()
        assert page.locator(ACTIVE).is_visible()
        assert [] == refused
        page.evaluate(
            "document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.ran = 1'}))"
        )
        page.evaluate("document.body.setAttribute('style', 'color: red')")
        assert page.evaluate("window.ran") is None
        assert "rgb(255, 0, 0)" != page.locator("body").evaluate("body => getComputedStyle(body).color")
        assert refused
        page.close()


class TestMarks:
    def test_a_click_opens_the_note_of_the_words(self, open_page: Open, first: Path) -> None:
        """The note comes level with the words, whatever stood there."""
        page = open_page(first)
        mark = page.locator(".mark", has_text="31 June")
        mark.click()
        card = page.locator(ACTIVE)
        assert "a date that does not exist" in card.inner_text().lower()
        assert abs(card.bounding_box()["y"] - mark.bounding_box()["y"]) < 12

    def test_a_click_on_a_quiet_quote_tells_who_verified_it(self, open_page: Open, first: Path) -> None:
        """A quote without a finding has its source one click away."""
        page = open_page(first)
        page.locator(".mark", has_text="Nobody in that room was asked").click()
        assert "verified by Bram from the recording" in page.locator(ACTIVE).inner_text()

    def test_enter_moves_into_the_note_and_escape_back(self, open_page: Open, first: Path) -> None:
        """Who uses no mouse reads the note and is then where he was."""
        page = open_page(first)
        mark = page.locator(".mark", has_text="31 June")
        mark.focus()
        page.keyboard.press("Enter")
        assert "card" in page.evaluate("document.activeElement.className")
        page.keyboard.press("Escape")
        assert "31 June" in page.evaluate("document.activeElement.textContent")
        assert 0 == page.locator(ACTIVE).count()

    def test_two_findings_on_one_place_take_turns(self, open_page: Open) -> None:
        """A second click on the words opens the other note."""
        flags = tuple(Flag(code, Severity.QUERY, 9, 13, "Check it.") for code in ("name_variant", "age_conflict"))
        page = open_page(Report(Article("The ship Anna is 52."), flags=flags))
        opened = []
        for _ in range(3):
            page.locator("article .mark").click()
            opened.append(page.locator(f"{ACTIVE} h3").inner_text())
        assert opened[0] == opened[2] != opened[1]


class TestFilter:
    def test_a_count_shows_its_notes_alone(self, open_page: Open, first: Path) -> None:
        """Only notes of that kind stay; one note may hold several findings, so there are never more than counted."""
        page = open_page(first)
        for word in ("hold", "quer", "note", "matched", "not in the store"):
            button = page.locator(".tally", has_text=word).first
            button.click()
            kinds = shown_cards(page).evaluate_all("cards => cards.map(card => card.dataset.levels.split(' '))")
            assert kinds
            assert all(button.get_attribute("data-level") in kind for kind in kinds)
            assert len(kinds) <= counted(page, word)
            assert ["true"] == page.locator(".tally[aria-pressed=true]").evaluate_all(
                "all => all.map(b => b.ariaPressed)"
            )

    def test_pressed_again_it_shows_all(self, open_page: Open, first: Path) -> None:
        """The second press takes the filter away."""
        page = open_page(first)
        before = shown_cards(page).count()
        button = page.locator(".tally", has_text="hold")
        button.click()
        assert shown_cards(page).count() < before
        button.click()
        assert before == shown_cards(page).count()

    def test_the_keys_walk_what_is_shown(self, open_page: Open, first: Path) -> None:
        """Filtered by notes, j goes from note to note and says how many there are."""
        page = open_page(first)
        page.locator(".tally", has_text="note").first.click()
        page.keyboard.press("j")
        page.keyboard.press("j")
        assert page.locator(".where").inner_text().startswith("2 of 2")
        assert "level-note" in page.locator(ACTIVE).get_attribute("class")

    def test_the_list_keeps_to_what_is_shown(self, open_page: Open, first: Path) -> None:
        """Filtered by notes, the list at the head names the two notes, though they were folded away."""
        page = open_page(first)
        page.locator(".tally", has_text="note").first.click()
        assert "2 more" == page.locator(".contents summary").inner_text()
        page.locator(".contents summary").click()
        assert 2 == page.locator(".contents li").filter(visible=True).count()

    def test_what_an_edit_brought_can_be_shown_alone(self, open_page: Open, again: Path) -> None:
        """On the page of a re-check."""
        page = open_page(again)
        page.locator(".tally", has_text="new").click()
        assert shown_cards(page).count() == page.locator("[data-levels~=new]").count() > 0


class TestJumps:
    def test_the_list_leads_to_the_words(self, open_page: Open, first: Path) -> None:
        """The words come into sight with their note open, also from the folded rest."""
        page = open_page(first)
        page.locator(".contents summary").click()
        page.locator(".contents a", has_text="Another given name").click()
        assert in_sight(page, ".mark.active")
        assert "Judith Dunmore" == page.locator(".mark.active").inner_text()
        assert "another given name" in page.locator(ACTIVE).inner_text().lower()

    def test_the_strip_leads_to_every_place_of_a_date(self, open_page: Open, first: Path) -> None:
        """A second click goes on to the second place."""
        page = open_page(first)
        date = page.locator(".timeline a", has_text="20 Mar")
        date.click()
        one = page.evaluate("scrollY")
        assert in_sight(page, "#date-4")
        date.click()
        assert in_sight(page, "#date-6")
        assert one < page.evaluate("scrollY")

    def test_j_and_k_walk_the_findings(self, open_page: Open, first: Path) -> None:
        """In the order of the article, from one end to the other, and no further."""
        page = open_page(first)
        page.keyboard.press("j")
        walked = page.evaluate(f"""Array.from({{length: 30}}, () => {{
            const at = document.querySelector({ACTIVE!r}).id;
            document.dispatchEvent(new KeyboardEvent("keydown", {{key: "j"}}));
            return at;
        }})""")
        numbers = [int(name.removeprefix("note-")) for name in dict.fromkeys(walked)]
        assert numbers == sorted(numbers)
        assert page.locator(".card:not(.quiet)").count() - 1 == len(numbers)
        page.keyboard.press("k")
        assert f"note-{numbers[-2]}" == page.locator(ACTIVE).get_attribute("id")

    def test_the_letter_keys_can_be_switched_off(self, open_page: Open, first: Path) -> None:
        """Who speaks to his computer does not want single letters to do things."""
        page = open_page(first)
        page.get_by_label("Letter keys").uncheck()
        page.keyboard.press("j")
        assert page.locator(".where").inner_text().startswith("1 of")

    def test_the_comparison_leads_into_the_article(self, open_page: Open, again: Path) -> None:
        """Also where a paragraph was taken out; what the edit brought opens its note."""
        page = open_page(again)
        page.locator(".edit summary").click()
        page.locator(".edit li", has_text="taken out").first.get_by_text("In the article").click()
        assert in_sight(page, "#edit-4")
        page.locator(".edit a", has_text="New hold").first.click()
        assert "everybody in that room" in page.locator(".mark.active").inner_text()


class TestPhone:
    def test_a_tap_slides_the_note_up(self, open_page: Open, first: Path) -> None:
        """It stands at the foot of the window, and the words stay in sight above it."""
        page = open_page(first, PHONE, has_touch=True)
        assert 0 == shown_cards(page).count()
        page.locator(".mark", has_text="31 June").tap()
        card, mark = page.locator(ACTIVE).bounding_box(), page.locator(".mark.active").bounding_box()
        assert abs(card["y"] + card["height"] - PHONE["height"]) < 1
        assert mark["y"] + mark["height"] < card["y"]
        page.locator(f"{ACTIVE} .close").tap()
        assert 0 == shown_cards(page).count()

    def test_the_arrows_walk_the_findings(self, open_page: Open, first: Path) -> None:
        """There are no keys on a phone."""
        page = open_page(first, PHONE, has_touch=True)
        page.get_by_label("Next finding").tap()
        page.get_by_label("Next finding").tap()
        assert page.locator(".where").inner_text().startswith("2 of")
        assert 1 == shown_cards(page).count()

    def test_the_dates_stand_below_the_article(self, open_page: Open, first: Path) -> None:
        """The first finding is on the first screen; on a wide window the strip stands above."""
        page = open_page(first, PHONE)
        assert page.locator(".contents a").first.bounding_box()["y"] < PHONE["height"] / 2
        assert page.locator(".timeline").bounding_box()["y"] > page.locator("article").bounding_box()["y"]
        page.set_viewport_size({"width": 1440, "height": 900})
        page.wait_for_function("document.querySelector('main > .timeline') !== null")
        assert page.locator(".timeline").bounding_box()["y"] < page.locator("article").bounding_box()["y"]

    def test_nothing_flashes_while_it_opens(self, open_page: Open, first: Path) -> None:
        """No note is seen sliding away at the start, with motion allowed."""
        page = open_page(first, PHONE, reduced_motion="no-preference")
        assert 0 == shown_cards(page).count()


class TestWidths:
    @pytest.mark.parametrize("report", [long_report(12), empty_report(), hebrew_report(), german_report()])
    def test_nothing_is_wider_than_the_window(self, open_page: Open, report: Report) -> None:
        """No page scrolls sideways, whatever its language and length, from the narrowest phone to a laptop."""
        page = open_page(report, PHONE)
        for width in (320, 600, 1024):
            page.set_viewport_size({"width": width, "height": 700})
            assert page.evaluate("document.documentElement.scrollWidth") <= width

    def test_the_comparison_fits_a_phone(self, open_page: Open, again: Path) -> None:
        """Before and after stand one above the other there."""
        page = open_page(again, {"width": 320, "height": 700})
        page.locator(".edit summary").click()
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        was, now = (page.locator(f".edit .{name}").first.bounding_box() for name in ("was", "is"))
        assert was["y"] + was["height"] <= now["y"]


class TestLongArticle:
    def test_notes_never_cover_each_other(self, open_page: Open) -> None:
        """Sixty quotes and as many clicks: every note stands below the one before and below the head."""
        page = open_page(long_report())
        rows = page.evaluate("""Array.from({length: 24}, () => {
            document.dispatchEvent(new KeyboardEvent("keydown", {key: "j"}));
            const cards = [...document.querySelectorAll(".card")].filter((card) => card.offsetHeight);
            return cards.map((card) => [card.offsetTop, card.offsetHeight]);
        })""")
        for boxes in rows:
            assert boxes[0][0] >= 0
            assert all(top + height <= below for (top, height), (below, _) in pairwise(boxes))

    def test_a_step_is_quick(self, open_page: Open) -> None:
        """From finding to finding in under a twentieth of a second of the browser's own time, over ten steps."""
        page = open_page(long_report())
        browser = page.context.new_cdp_session(page)
        browser.send("Performance.enable", {"timeDomain": "threadTicks"})

        def spent() -> float:
            return float(
                {row["name"]: row["value"] for row in browser.send("Performance.getMetrics")["metrics"]}["TaskDuration"]
            )

        before = spent()
        page.evaluate("""Array.from({length: 10}, () => {
            document.dispatchEvent(new KeyboardEvent("keydown", {key: "j"}));
        })""")
        assert "11 of 24" in page.locator(".where").inner_text()
        assert 0 < (spent() - before) / 10 < 0.05


class TestScripts:
    def test_words_from_right_to_left_stand_at_the_right(self, open_page: Open) -> None:
        """A Hebrew paragraph begins at the right edge, and a name in Latin letters does not turn it round."""
        page = open_page(hebrew_report())
        directions = page.locator("article p, article h1, .card dd:not(.origin)").evaluate_all(
            "all => all.map(each => getComputedStyle(each).direction)"
        )
        assert {"rtl"} == set(directions)
        assert "ltr" == page.locator(".todo").first.evaluate("each => getComputedStyle(each).direction")
