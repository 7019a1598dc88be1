"""The terminal's report: what stands in it, in which order, how wide, and that nothing steers the terminal."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from rich.cells import cell_len
from rich.console import Console

from bot.models import AgeMention, Article, DateMention, Flag, Reading, Report, Severity, State, Verdict
from bot.render.listing import Event, render_found, render_history, render_reading
from bot.render.passages import WORDING_HOLDS
from bot.render.plain import desk_console, render_recheck, render_report
from bot.render.words import FLAG_TITLES, VERDICTS

from .harbour import demo_report, rechecked_report
from .reports import Desk, verified
from .strategies import reports


def printed(report: Report, show_all: bool = False, width: int = 80) -> str:
    """The report as a pipe gets it."""
    stream = io.StringIO()
    render_report(report, desk_console(stream, width), show_all)
    return stream.getvalue()


def flat(text: str) -> str:
    """The words of some output, wherever its lines were broken."""
    return " ".join(text.split())


class TestReport:
    def test_the_first_line_says_what_was_checked(self) -> None:
        """Source, length, quotes, dates, time and the size of the store come first."""
        first = "draft.txt · 714 words · 17 quotes · 1 date · checked in 0.31 s against 12,408 verified quotes"
        assert printed(demo_report(), width=110).startswith(f"{first}\n")

    def test_a_narrow_first_line_is_broken_before_the_store(self) -> None:
        """Where it does not fit, the line breaks between what was read and what it was held against."""
        first, second = printed(demo_report()).splitlines()[:2]
        assert first == "draft.txt · 714 words · 17 quotes · 1 date"
        assert second == "checked in 0.31 s against 12,408 verified quotes"

    def test_a_pipe_gets_no_trailing_blanks(self) -> None:
        """Lines are not padded to the width, so that a diff or a mail of the report stays clean."""
        lines = printed(demo_report(), show_all=True).split("\n")
        assert [line for line in lines if line != line.rstrip()] == []

    def test_words_are_not_shown_twice_in_a_row(self) -> None:
        """Of two findings on one quote the second shows only what the first has not."""
        desk = Desk("“The cat goes,” said Roake.")
        entry = verified(1, "The cat stays.", "Elias Roake")
        desk.quote("The cat goes,", "Elias Roake", Verdict.ALTERED, entry)
        desk.flag("edit_broke_quote", Severity.HOLD, "The cat goes,", "Put it back.", entry, quotes=["q1"])
        desk.flag("material_change", Severity.HOLD, "The cat goes,", "Restore “stays”.", entry, quotes=["q1"])
        text = printed(Report(Article(desk.text), tuple(desk.quotes), flags=tuple(desk.flags)))
        assert (text.count("  verified  “"), text.count("  draft  "), text.count("HOLD")) == (1, 1, 2)

    def test_holds_come_before_queries_before_notes(self) -> None:
        """The worst is read first."""
        heads = [line.split()[0] for line in printed(demo_report()).splitlines() if line.endswith(tuple("0123456789"))]
        kinds = [head for head in heads if head in ("HOLD", "QUERY", "NOTE")]
        assert sorted(kinds, key=["HOLD", "QUERY", "NOTE"].index) == kinds
        assert {"HOLD", "QUERY", "NOTE"} == set(kinds)

    def test_a_missing_word_is_marked_without_colour(self) -> None:
        """In a pipe the verified words show the missing one between small marks."""
        assert "“We will ‹not› close a depot this year.”" in printed(demo_report())

    def test_a_missing_word_is_underlined_in_colour(self) -> None:
        """On a terminal the word is coloured and underlined instead."""
        stream = io.StringIO()
        render_report(demo_report(), Console(file=stream, force_terminal=True, width=100, color_system="standard"))
        assert "\x1b[1;4;32mnot\x1b[0m" in stream.getvalue()
        assert "‹" not in stream.getvalue()

    def test_a_finding_says_its_line_speaker_source_verifier_and_what_to_do(self) -> None:
        """All that an editor needs to clear a finding stands in its block."""
        block = flat(printed(demo_report()).split("HOLD")[1])
        for words in (
            "Greta Halloran",
            "line 9",
            "The Marrow Tide, 3 Mar 2025",
            "verified by Odile from the recording, 4 Mar 2025",
            "Hear the recording or restore the word.",
        ):
            assert words in block

    def test_another_speaker_is_named(self) -> None:
        """Words of somebody else are shown with the name of who said them."""
        assert "Nell Pomeroy · The Marrow Tide" in flat(printed(demo_report()))

    @pytest.mark.parametrize("code", sorted(FLAG_TITLES))
    def test_every_flag_has_a_headline(self, code: str) -> None:
        """Each flag is told in words of the desk, never by its code."""
        report = Report(Article("The cat stays."), flags=(Flag(code, Severity.QUERY, 4, 7, "Look at it."),))
        text = flat(printed(report))
        assert FLAG_TITLES[code] in text
        assert code not in text

    def test_the_lists_are_shown_only_on_request(self) -> None:
        """Matches and quotes that are not in the store take a line each with --all, else a count."""
        short, long = printed(demo_report()), printed(demo_report(), show_all=True)
        assert "(--all lists them)" in flat(short)
        assert "(--all" not in long
        assert "Matched (5)" not in short
        assert "part of a longer quote" in flat(long)
        assert "Not in the store: nobody has verified these yet (2)" in flat(long)

    @pytest.mark.parametrize("verdict", list(Verdict))
    def test_every_verdict_is_told_in_words(self, verdict: Verdict) -> None:
        """A list says in the desk's words how each quote stands to the store, and where its words are from."""
        desk = Desk("“The cat stays,” said Roake.")
        desk.quote("The cat stays,", "Elias Roake", verdict, verified(1, "The cat stays.", "Elias Roake"))
        text = flat(printed(Report(Article(desk.text), tuple(desk.quotes)), show_all=True))
        if verdict in WORDING_HOLDS:
            assert f"· {VERDICTS[verdict].word} · The Marrow Tide, 3 Mar 2025 · Odile" in text
        else:
            assert f"{int(verdict is Verdict.UNVERIFIED)} not in the store" in text

    def test_the_last_line_counts_and_gives_the_exit_code(self) -> None:
        """Holds, queries and the exit code close the report."""
        last = flat(printed(demo_report(), show_all=True).strip().splitlines()[-1])
        assert last == "5 matched, 2 not in the store 11 holds · 11 queries · 2 notes exit 1"
        last = flat(printed(demo_report(), width=110).strip().splitlines()[-1])
        assert "5 matched, 2 not in the store (--all lists them)" in last

    def test_a_clean_report_is_three_lines(self) -> None:
        """Silence: nothing to look at takes no room but one calm line."""
        report = Report(Article("The cat stays.", source="cat.txt"))
        assert [line.strip() for line in printed(report).splitlines()][:2] == [
            "cat.txt · 3 words · 0 quotes · 0 dates · against 0 verified quotes",
            "",
        ]
        assert flat(printed(report).splitlines()[-1]) == "0 matched, 0 not in the store nothing to ask exit 0"
        assert len(printed(report).splitlines()) == 3

    @pytest.mark.parametrize("width", [40, 60, 80, 110])
    def test_no_line_is_wider_than_the_console(self, width: int) -> None:
        """Long links, long names and wide characters are folded."""
        wide = "港の船は満員です。" * 12
        report = Report(
            Article(wide, source="https://tide.example/" + "x" * 200),
            flags=(Flag("impossible_date", Severity.HOLD, 5, 9, wide),),
        )
        assert width >= max(cell_len(line) for line in printed(report, width=width).splitlines())

    def test_text_cannot_steer_the_terminal(self) -> None:
        """Escape sequences and direction controls of a draft are shown as dots."""
        evil = "“Go \x1b[2J\x1b]0;owned\x07 \u202eaway,” he said."
        report = Report(Article(evil), flags=(Flag("orphan_quote", Severity.QUERY, 1, 20, evil),))
        text = printed(report)
        assert not {"\x1b", "\x07", "\u202e"} & set(text)

    def test_a_pipe_gets_80_columns_and_no_colour(self) -> None:
        """Output that goes to a file has no escape codes."""
        console = desk_console(io.StringIO())
        assert (console.width, console.color_system) == (80, None)

    @given(reports())
    @settings(max_examples=40, deadline=None)
    def test_any_report_is_printed(self, report: Report) -> None:
        """No text and no overlap of marks stops the report."""
        assert "exit" in printed(report, show_all=True)


class TestRecheck:
    def test_fixed_quotes_say_how_they_stand_now(self) -> None:
        """A quote that was mended is told in its new standing, a cleared date by its headline."""
        text = flat(printed(rechecked_report()))
        assert "✓ Fixed: “I felt the bank before I saw it, and…” is now word for word." in text
        assert "✓ Fixed: a date that does not exist." in text

    def test_findings_say_whether_they_are_new(self) -> None:
        """Of a re-check every finding is new or still open."""
        text = flat(printed(rechecked_report()))
        assert "HOLD new: the edit changed a quote that was right" in text
        assert "HOLD still open: words that turn the sense are missing" in text

    def test_only_the_changes_are_told_in_the_short_form(self) -> None:
        """What is still open is a count there."""
        stream = io.StringIO()
        render_recheck(rechecked_report(), desk_console(stream))
        text = flat(stream.getvalue())
        assert "Still open: 11 holds, 11 queries, 2 notes." in text
        assert "words that turn the sense" not in text
        assert "a quote was taken out" in text

    def test_nothing_changed_is_said(self) -> None:
        """An edit that touches no finding is answered all the same."""
        stream = io.StringIO()
        render_recheck(Report(Article("The cat stays.")), desk_console(stream))
        assert flat(stream.getvalue()) == "Nothing changed."


class TestListings:
    def test_a_reading_lists_quotes_dates_and_ages(self) -> None:
        """Each quote comes with its speaker, its kind and its line."""
        report = demo_report()
        reading = Reading(
            report.article,
            (report.quotes[0].quote,),
            dates=(DateMention("20 March", 0, 8, "2025-03-20"), DateMention("31 June", 0, 7, None)),
            ages=(AgeMention("Nell Pomeroy", 52, 0, 2),),
        )
        stream = io.StringIO()
        render_reading(reading, desk_console(stream))
        text = flat(stream.getvalue())
        assert "1 quote “We will close a depot this year,” Greta Halloran · direct · line 9" in text
        assert "20 March → 2025-03-20 31 June → not known" in text
        assert text.endswith("1 age Nell Pomeroy, 52")

    def test_found_quotes_have_their_number_and_state(self) -> None:
        """The number is what dispute and history take, and a state other than verified is said."""
        stream = io.StringIO()
        render_found([verified(12, "The cat stays.", "Elias Roake", state=State.RETRACTED)], desk_console(stream))
        text = flat(stream.getvalue())
        assert text.startswith("12 “The cat stays.” retracted · Elias Roake · The Marrow Tide, 3 Mar 2025")

    def test_nothing_found_says_what_to_do(self) -> None:
        """An empty search gives a hint."""
        stream = io.StringIO()
        render_found([], desk_console(stream))
        assert "Try fewer words" in stream.getvalue()

    def test_a_history_tells_who_did_what_when_and_why(self) -> None:
        """Every decision is a line, oldest first, with the words it brought."""
        stream = io.StringIO()
        events = [
            Event("2025-03-04T09:00:00+00:00", "Odile", "verified"),
            Event("2025-03-05", "Bram", "corrected", "A word was misheard", "The cat sways."),
        ]
        render_history(verified(12, "The cat stays.", "Elias Roake"), events, desk_console(stream))
        text = flat(stream.getvalue())
        assert "4 Mar 2025 · verified by Odile 5 Mar 2025 · corrected by Bram: A word was misheard" in text
        assert text.endswith("“The cat sways.”")
