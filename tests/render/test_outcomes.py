"""The desk's own figures as text, as JSON and as a page."""

from __future__ import annotations

from datetime import date, timedelta
from io import StringIO
from xml.etree import ElementTree

from rich.console import Console

from bot.models.outcomes import CheckedDay, DeskFigures, Outcomes
from bot.render.outcomes import bars, figures_document, render_figures, sparkline
from bot.render.outcomes_page import HIGH, WIDE, figures_policy, render_figures_page

FIRST = date(2031, 5, 1)
DAYS = tuple(CheckedDay(FIRST + timedelta(days=number), number % 5, number % 2) for number in range(30))
FIGURES = DeskFigures(
    DAYS, 412, (Outcomes("words_altered", fixed=12, ignored=2, wrong=2, open=3), Outcomes("spliced", disputed=1))
)
EMPTY = DeskFigures((CheckedDay(FIRST), CheckedDay(FIRST + timedelta(days=1))), 0, ())


def printed(figures: DeskFigures) -> str:
    out = StringIO()
    render_figures(figures, Console(file=out, width=100))
    return out.getvalue()


class TestText:
    def test_says_how_often_a_kind_was_right(self) -> None:
        """A line a kind, by what became of it, and the share that was right with how many it is of."""
        lines = printed(FIGURES).splitlines()
        assert "1 May 2031 to 30 May 2031: 60 drafts, 15 later versions, 412 quotes" == lines[0]
        [altered] = [line for line in lines if line.startswith("the words were changed")]
        assert ["12", "·", "·", "2", "2", "3", "86%", "of", "14"] == altered.split()[4:]
        [every] = [line for line in lines if line.startswith("all ")]
        assert every.split()[-3:] == ["87%", "of", "15"]

    def test_of_nothing_says_where_checks_are_counted(self) -> None:
        """An empty table would look broken."""
        assert "No draft was checked" in printed(EMPTY)

    def test_bars_stand_for_weeks_where_days_are_too_many(self) -> None:
        """A year is weeks, the last of them up to today; no bar is lost and none is higher than the highest."""
        year = [CheckedDay(FIRST + timedelta(days=number), 1) for number in range(365)]
        assert ("▂" + "█" * 52, "a week") == bars(year)
        assert ("▁▂█▅", "a day") == (sparkline([0, 1, 8, 4]), bars(DAYS)[1])
        assert "▁▁" == sparkline([0, 0])

    def test_as_json_has_the_same_figures(self) -> None:
        """Days, kinds and the share of right ones; null where none was judged."""
        document = figures_document(FIGURES)
        assert ("2031-05-01", "2031-05-30", 60, 30) == (
            document["from"], document["to"], document["drafts"], len(document["days"]),
        )  # fmt: skip
        assert [0.8571, 1.0] == [kind["precision"] for kind in document["findings"]]
        assert None is figures_document(EMPTY)["all"]["precision"]


class TestPage:
    def test_draws_the_days_within_their_plot(self) -> None:
        """Every bar lies within the plot, drafts stand on its ground, and a hand over one is told its numbers."""
        page = render_figures_page(FIGURES)
        plot = ElementTree.fromstring(page[page.index("<svg") : page.index("</svg>") + 6])
        rects = plot.findall("rect")
        assert sum(bool(day.drafts) + bool(day.again) for day in DAYS) == len(rects)
        for rect in rects:
            x, y, width, height = (float(rect.get(name, "")) for name in ("x", "y", "width", "height"))
            assert 0 <= x <= x + width <= WIDE
            assert 0 <= y <= y + height <= HIGH + 0.02
        assert "2 May 2031: 1 draft, 1 later version" == rects[0].findtext("title")

    def test_tells_each_kind_with_its_share(self) -> None:
        """Kinds in the desk's words, and the same share as the terminal."""
        page = render_figures_page(FIGURES)
        assert "The words were changed" in page
        assert "12 of 14 right (86%)" in page
        assert "13 of 15 right (87%)" in page

    def test_carries_its_own_style_and_no_script(self) -> None:
        """The policy allows the style by its hash and nothing else."""
        page = render_figures_page(EMPTY)
        assert "<script" not in page
        assert "No draft was checked" in page
        assert figures_policy().startswith("default-src 'none'; style-src 'sha256-")
