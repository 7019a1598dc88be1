"""The answer in the thread: worst first, every word exact, short where it is long."""

from __future__ import annotations

import pytest

from bot.models import Article, Flag, Report, Severity, Verdict
from bot.render.slack import answer, answer_part, show_all

from ..harbour import demo_report
from ..reports import Desk, verified
from .articles import HOSTILE, KIM, long_report
from .limits import buttons, nodes, shown, texts


def depot(**more: object) -> Report:
    """A draft of one quote that left out a word."""
    desk = Desk("“We will close a depot this year,” said Greta Halloran.")
    entry = verified(12, "We will not close a depot this year.", "Greta Halloran", verified_by=KIM, **more)
    quote = desk.quote("We will close a depot this year,", "Greta Halloran", Verdict.ALTERED, entry)
    message = "The draft leaves out “not”. Hear the recording or restore the word."
    desk.flag("material_change", Severity.HOLD, "We will close a depot this year,", message, entry, quotes=[quote])
    return Report(Article(desk.text), tuple(desk.quotes), flags=tuple(desk.flags))


class TestFinding:
    def test_shows_both_wordings_with_the_difference_in_bold(self) -> None:
        """The headline, the draft's words, the verified ones, where from, by whom, and what to do."""
        (part,) = answer(depot(), 7)
        text = shown(part.message)
        assert "Hold: words that turn the sense are missing · Greta Halloran" in text
        assert "“We will close a depot this year,”" in text
        assert "“We will not close a depot this year.”" in text
        assert "The Marrow Tide, 3 Mar 2025 · verified by " + KIM + " from the recording, 4 Mar 2025" in text
        assert text.index("Hear the recording or restore the word.") > text.index(KIM)
        bold = [node["text"] for node in nodes(part.message.blocks) if node.get("style", {}).get("bold")]
        assert "not" in bold
        assert ("f0",) == part.items

    def test_whoever_verified_is_a_user_and_the_source_a_link_to_the_words(self) -> None:
        """Slack shows an id by the person's own name; a tap opens the page at the words."""
        found = list(nodes(answer(depot(), 7)[0].message.blocks))
        assert [KIM] == [node["user_id"] for node in found if node.get("type") == "user"]
        (link,) = [node["url"] for node in found if node.get("type") == "link"]
        assert link.startswith("https://tide.example/2025/03/packet-and-gannet#:~:text=We%20will%20not%20close")

    def test_a_link_that_no_browser_should_follow_is_plain(self) -> None:
        """The source is still named."""
        report = depot(link="javascript:alert(1)")
        message = answer(report, 7)[0].message
        assert [] == [node for node in nodes(message.blocks) if node.get("type") == "link"]
        assert "The Marrow Tide, 3 Mar 2025" in shown(message)

    def test_offers_what_can_be_decided(self) -> None:
        """Words that differ can be verified or the stored quote disputed, a date can only be ignored."""
        assert [
            ("Ignore", "ignore", "7:f0"),
            ("Not right", "not_right", "7:f0"),
            ("Verify", "verify", "7:f0"),
            ("Dispute", "dispute", "7:f0:12"),
        ] == buttons(answer(depot(), 7)[0].message)
        date = Report(Article("until 31 June"), flags=(Flag("impossible_date", Severity.HOLD, 6, 13, "No such day."),))
        assert ["Ignore", "Not right"] == [label for label, _, _ in buttons(answer(date, 7)[0].message)]

    def test_a_quote_that_is_disputed_already_is_not_disputed_again(self) -> None:
        """The finding says so; what is left is to settle it elsewhere or to change the draft."""
        report = demo_report()
        place = next(place for place, flag in enumerate(report.flags) if flag.code == "disputed_source")
        labels = [
            label for part in answer(report, 7) for label, _, value in buttons(part.message) if value == f"7:f{place}"
        ]
        assert ["Ignore", "Not right"] == labels

    def test_the_same_words_are_shown_once(self) -> None:
        """Two findings on one quote share its wordings; the second keeps its own message and buttons."""
        report = depot()
        twice = Report(
            report.article,
            report.quotes,
            flags=(
                *report.flags,
                Flag("words_altered", Severity.QUERY, 1, 33, "Ask.", ("q1",), report.flags[0].evidence),
            ),
        )
        (part,) = answer(twice, 7)
        assert 1 == shown(part.message).count("“We will not close a depot this year.”")
        assert ("Dispute", "dispute", "7:f1:12") in buttons(part.message)

    def test_findings_come_worst_first_whatever_their_place(self) -> None:
        """A key names the flag by its place in the report, so that it stays when others are settled."""
        flags = tuple(
            Flag("impossible_date", severity, 0, 2, "No such day.")
            for severity in (Severity.NOTE, Severity.QUERY, Severity.HOLD)
        )
        (part,) = answer(Report(Article("31 June"), flags=flags), 7)
        assert ("f2", "f1", "f0") == part.items
        assert "Hold: a date that does not exist (and 2 more)" == part.message.text


class TestWords:
    def test_a_hostile_quote_is_shown_as_it_is(self) -> None:
        """No sign of it becomes a mention, a link or a style; what steers the screen is a dot."""
        message = answer(long_report(1, 0, 1, HOSTILE), 7)[0].message
        assert HOSTILE.replace("\u202e", "·").replace("\x07", "·") in shown(message)
        assert [] == [node for node in nodes(message.blocks) if node.get("type") in ("user", "link", "mrkdwn")]
        assert not any("<!channel" in each for each in texts(message.blocks))

    def test_a_long_quote_is_abridged_around_the_difference(self) -> None:
        """The words that differ stay in view."""
        long = "and the boats go out again " * 60
        desk = Desk(f"“{long}never {long}” said Roake.")
        entry = verified(1, f"{long}always {long}", "Roake")
        said = desk.text[1 : desk.text.index("”")]
        desk.flag(
            "words_altered",
            Severity.QUERY,
            said,
            "Ask.",
            entry,
            quotes=[desk.quote(said, "Roake", Verdict.ALTERED, entry)],
        )
        text = shown(answer(Report(Article(desk.text), tuple(desk.quotes), flags=tuple(desk.flags)), 7)[0].message)
        assert "never" in text
        assert "always" in text
        assert len(text) < 1_200


class TestLists:
    def test_a_match_is_one_line(self) -> None:
        """How it opens, who says it, how it stands, where from and who verified it; no button."""
        (part,) = answer(long_report(1), 7)
        assert (
            "Matched (1)“The boats are full, and the…” · Elias Roake · word for word · The Marrow Tide, 3 Mar 2025"
            in (shown(part.message))
        )
        assert [] == buttons(part.message)
        assert "1 matched, 0 not in the store" == part.message.text

    def test_a_quote_that_nobody_verified_has_its_button(self) -> None:
        """Its id is the item."""
        (part,) = answer(long_report(2, 0, 2), 7)
        assert ("absent", "q1", "q2") == part.items
        assert [("Verify", "verify", "7:q1"), ("Verify", "verify", "7:q2")] == buttons(part.message)
        assert "Not in the store (2): nobody has verified these yet" in shown(part.message)

    def test_nothing_to_say_is_no_message(self) -> None:
        """An article without quotes and findings gets no answer below its root."""
        assert () == answer(Report(Article("The cat stays.")), 7)

    def test_a_long_list_ends_in_a_line_that_counts_the_rest(self) -> None:
        """Twelve matches and eight quotes to verify, then how many more, and the button that shows them."""
        (part,) = answer(long_report(60, 0, 20), 7)
        assert 12 == sum(item.startswith("m:") for item in part.items)
        assert "And 40 more: 28 matched, 12 not in the store." in shown(part.message)
        assert ("Show all", "show_all", "7") == buttons(part.message)[-1]

    def test_findings_without_room_are_in_the_report(self) -> None:
        """The last message counts them and leads there; nothing is dropped without a word."""
        parts = answer(long_report(80, 80), 7)
        told = sum(item[0] == "f" for part in parts for item in part.items)
        assert f"And {80 - told:,} more: {80 - told} holds." in shown(parts[-1].message)
        assert ("Report", "report", "7") == buttons(parts[-1].message)[-1]

    @pytest.mark.parametrize("report", [long_report(60, 0, 20), demo_report()], ids=["long", "demo"])
    def test_show_all_lists_every_match_and_every_absent_quote(self, report: Report) -> None:
        """Each of them once."""
        items = [item for part in show_all(report, 7) for item in part.items if item not in ("matched", "absent")]
        assert len(items) == len(set(items))
        absent = {judged.quote.id for judged in report.quotes if judged.verdict is Verdict.UNVERIFIED}
        assert absent == {item for item in items if not item.startswith("m:")}

    def test_what_even_show_all_leaves_out_is_in_the_report(self) -> None:
        """Showing all again would show the same."""
        last = show_all(long_report(400, 0, 400), 7)[-1].message
        assert ("Report", "report", "7") == buttons(last)[-1]
        assert "Show all" not in [label for label, _, _ in buttons(last)]

    def test_the_same_items_are_the_same_message(self) -> None:
        """A part drawn anew without decisions is what was posted."""
        for part in (*answer(demo_report(), 7), *show_all(long_report(60, 0, 20), 7)):
            report = demo_report() if part.items[0][0] == "f" else long_report(60, 0, 20)
            assert part.message == answer_part(report, 7, part.items, {})
