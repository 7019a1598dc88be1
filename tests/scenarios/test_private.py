"""What a private channel verified is seen there alone, until a verifier shares it."""

from __future__ import annotations

from typing import Any

from .articles import COTTAGES, UNKNOWN, WRONG
from .conftest import Making
from .slack import CLOSED, NEWS, SHARED, STRANGER, VERIFIER, Slack, everything, seen

PAINT = "cheapest paint"


def verified_in(slack: Slack, channel: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """The root message and the answer of a check whose one quote was verified in this channel."""
    root = slack.checked(UNKNOWN, channel=channel)
    [answer] = slack.thread(root)
    slack.click(answer, "verify", VERIFIER)
    slack.submit(slack.api.views[-1], user=VERIFIER)
    slack.work()
    return root, answer


class TestPrivateQuote:
    def test_counts_in_its_channel(self, slack: Slack) -> None:
        root, _ = verified_in(slack, CLOSED)
        assert "1 matched" in seen(root)
        assert "1 matched" in seen(slack.checked(UNKNOWN + "\n", channel=CLOSED))

    def test_is_not_seen_in_another_channel(self, slack: Slack) -> None:
        verified_in(slack, CLOSED)
        root = slack.checked(UNKNOWN + "\n", channel=NEWS)
        assert "1 not in the store" in seen(root)

    def test_is_not_found_from_another_channel(self, slack: Slack) -> None:
        verified_in(slack, CLOSED)
        slack.command(f"find {PAINT}")
        slack.work()
        assert "Nothing like" in slack.told()
        slack.command(f"find {PAINT}", channel=CLOSED)
        slack.work()
        assert "Green was the cheapest paint" in slack.told()

    def test_is_not_counted_in_the_home(self, slack: Slack) -> None:
        verified_in(slack, CLOSED)
        assert "Green was the cheapest paint" not in seen(slack.open_home(VERIFIER))
        assert "Nothing yet" in seen(slack.open_home(VERIFIER))

    def test_that_waits_is_not_shown_in_the_home(self, make: Making) -> None:
        slack = make(second_eye=True)
        verified_in(slack, CLOSED)
        assert "Green was the cheapest paint" not in seen(slack.open_home(VERIFIER))

    def test_of_a_message_between_two_is_theirs(self, slack: Slack) -> None:
        """A direct message is as private as a private channel."""
        verified_in(slack, "D0DIRECT01")
        assert "1 not in the store" in seen(slack.checked(UNKNOWN + "\n", channel=CLOSED))

    def test_beside_the_workspaces(self, desk: Slack) -> None:
        """A private channel sees what the workspace has verified."""
        assert "1 hold" in seen(desk.checked(WRONG, channel=CLOSED))


class TestShare:
    def test_gives_it_to_the_workspace(self, slack: Slack) -> None:
        _, answer = verified_in(slack, CLOSED)
        slack.click(answer, "share", VERIFIER)
        slack.work()
        assert "1 matched" in seen(slack.checked(UNKNOWN + "\n", channel=NEWS))
        assert "[Share]" not in seen(answer)

    def test_is_a_verifiers(self, slack: Slack) -> None:
        _, answer = verified_in(slack, CLOSED)
        slack.click(answer, "share", STRANGER)
        slack.work()
        assert "Only the desk's verifiers" in slack.told()
        assert "1 not in the store" in seen(slack.checked(UNKNOWN + "\n", channel=NEWS))

    def test_is_not_offered_in_an_open_channel(self, slack: Slack) -> None:
        _, answer = verified_in(slack, NEWS)
        assert "[Share]" not in seen(answer)


class TestDisputeOfTheWorkspacesQuote:
    def test_is_told_in_the_private_threads_of_the_workspace_and_in_no_other_workspace(self, desk: Slack) -> None:
        away = desk.store.threads
        other = desk.store.scope("T0OTHER001", "G0OTHER001")
        private = desk.checked(WRONG, channel=CLOSED)
        root = desk.checked(WRONG)
        kept = desk.rows('SELECT report FROM "check" WHERE id = 1')[0][0]
        thread = away.open(other.place, CLOSED, "1741260000.000001", "U0ELSE0001", {}, root="1741260000.000001")
        other.save_check(kept, "U0ELSE0001", thread=str(thread.id))
        desk.click(desk.thread(root)[0], "dispute", VERIFIER)
        desk.submit(desk.api.views[-1], {"reason": "Another year."}, VERIFIER)
        [notice] = desk.work()
        assert (CLOSED, private["ts"]) == (notice["channel"], notice["thread_ts"])

    def test_of_a_private_quote_is_told_nowhere_else(self, slack: Slack) -> None:
        slack.stored(COTTAGES, "Mirela Danzig", CLOSED)
        slack.checked(WRONG)
        root = slack.checked(WRONG, channel=CLOSED)
        slack.click(slack.thread(root)[0], "dispute", VERIFIER)
        slack.submit(slack.api.views[-1], {"reason": "Another year."}, VERIFIER)
        assert [] == slack.work()
        assert "disputed" == slack.store.scope("desk", CLOSED).quote(1).state.value


class TestChannelThatTurned:
    def verified_after(self, slack: Slack, channel: str, kind: str) -> dict[str, Any]:
        """The answer in a channel that became something else between the check and the click."""
        root = slack.checked(UNKNOWN, channel=channel)
        [answer] = slack.thread(root)
        slack.api.kinds[channel] = kind
        slack.click(answer, "verify", VERIFIER)
        slack.submit(slack.api.views[-1], user=VERIFIER)
        slack.work()
        return answer

    def test_private_keeps_what_is_verified_from_then_on(self, slack: Slack) -> None:
        """What kind a channel is is asked anew when something is written, and the message says what was done."""
        answer = self.verified_after(slack, NEWS, "private")
        assert f"verified by <@{VERIFIER}>" in seen(answer)
        assert [] == slack.store.scope().find(PAINT)

    def test_open_gives_it_to_the_workspace_and_offers_no_share(self, slack: Slack) -> None:
        answer = self.verified_after(slack, CLOSED, "public")
        assert f"verified by <@{VERIFIER}>" in seen(answer)
        assert "[Share]" not in seen(answer)
        assert 1 == len(slack.store.scope().find(PAINT))


class TestSharedWithAnotherCompany:
    def test_is_refused_with_a_sentence_for_who_asked(self, desk: Slack) -> None:
        desk.command(WRONG, channel=SHARED)
        assert [] == desk.work()
        assert "Other companies read this channel" in desk.told()
        assert [] == desk.rows("SELECT 1 FROM thread")

    def test_finds_nothing_there(self, desk: Slack) -> None:
        desk.command("find cottage", channel=SHARED)
        desk.work()
        assert "Other companies read this channel" in desk.told()

    def test_is_refused_to_mentions_and_shortcuts(self, desk: Slack) -> None:
        desk.mention(WRONG, channel=SHARED)
        desk.shortcut(desk.say(WRONG, channel=SHARED))
        assert [] == desk.work()
        assert 2 == len(desk.api.told)
        assert "Other companies read this channel" in everything(desk.api.told)
