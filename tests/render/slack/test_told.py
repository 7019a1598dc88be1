"""The small messages and the home."""

from __future__ import annotations

from bot.models import State
from bot.render.slack import HomeCheck, disputed_notice, found_message, help_message, home_view, plain_message

from ..reports import verified
from .articles import KIM
from .limits import buttons, shown

CAT = verified(3, "The cat stays.", "Elias Roake", verified_by=KIM)


class TestTold:
    def test_a_search_shows_each_quote_with_its_origin(self) -> None:
        """Words, speaker, source, verifier; of many the first ten and how many more."""
        text = shown(found_message("cat", [CAT]))
        assert (
            "1 verified quote for “cat”“The cat stays.”\nElias Roake · The Marrow Tide, 3 Mar 2025 · verified by "
            in text
        )
        many = shown(found_message("cat", [CAT] * 14))
        assert 10 == many.count("“The cat stays.”")
        assert "And 4 more" in many

    def test_a_search_without_a_find_says_what_to_try(self) -> None:
        """Never an empty answer."""
        assert "Nothing like “dog” is in the store. Try fewer words" in shown(found_message("dog", []))

    def test_a_quote_that_no_longer_stands_says_so(self) -> None:
        """Its state is beside the speaker."""
        assert "Elias Roake · retracted" in shown(
            found_message("cat", [verified(3, "The cat stays.", "Elias Roake", state=State.RETRACTED)])
        )

    def test_help_is_five_lines(self) -> None:
        """What can be asked, and where."""
        (block,) = help_message().blocks
        assert 5 == len(block["elements"])
        assert "/verify find words: searches the verified quotes" in shown(help_message())

    def test_a_dispute_is_told_with_who_and_why(self) -> None:
        """The thread learns what to do."""
        text = shown(disputed_notice(CAT, KIM, "Nobody has the recording.", "disputed"))
        assert "A stored quote that this check matched is disputed." in text
        assert f"Disputed by {KIM}: Nobody has the recording." in text
        assert "Settle it, or take the words out." in text
        assert "Settle it" not in shown(disputed_notice(CAT, KIM, "Misheard.", "retracted"))

    def test_a_sentence_is_a_sentence(self) -> None:
        """With a sign where one is given."""
        assert "Invite me first." == shown(plain_message("Invite me first."))
        assert "emoji" == plain_message("Careful.", "warning").blocks[0]["elements"][0]["elements"][0]["type"]


class TestHome:
    def test_offers_to_confirm_only_to_those_who_may(self) -> None:
        """Everybody sees what is waiting."""
        assert [("Confirm", "confirm", "home:3")] == buttons(home_view([CAT], [], 1, True, True))
        assert [] == buttons(home_view([CAT], [], 1, False, True))
        assert "“The cat stays.”" in shown(home_view([CAT], [], 1, False, True))

    def test_says_nothing_of_a_second_eye_where_none_is_wanted(self) -> None:
        """Unless something is still waiting."""
        assert "second eye" not in shown(home_view([], [], 1, True, False))
        assert "Nothing is waiting." in shown(home_view([], [], 1, True, True))

    def test_lists_recent_checks_with_what_they_asked(self) -> None:
        """A clean one says so."""
        checks = [HomeCheck("Ferry merger", "2025-05-14T09:00:00+00:00", 1, 2, "https://slack.example/p1")]
        text = shown(home_view([], [*checks, HomeCheck("The cat", "2025-05-15", 0, 0)], 12_408, True, False))
        assert "Ferry merger · 14 May 2025 · 1 hold, 2 queries" in text
        assert "The cat · 15 May 2025 · nothing to ask" in text
        assert "12,408 verified quotes." in text
