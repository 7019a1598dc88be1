"""Who asks more often than is allowed is told so privately, with when to ask again, whatever way was taken."""

from __future__ import annotations

import json

import pytest

from .articles import CLEAN, UNKNOWN, WRONG, WRONG_PARAGRAPH
from .conftest import Making
from .slack import EDITOR, NEWS, OTHER, STRANGER, VERIFIER, Slack, seen

AGAIN = "ask again in 10 minutes."


@pytest.fixture
def tight(make: Making) -> Slack:
    """A desk where one person may ask twice, and a channel five times."""
    return make(user_limit=2, channel_limit=5)


@pytest.fixture
def spent(tight: Slack) -> Slack:
    """The same, and the editor has asked twice."""
    tight.checked(UNKNOWN)
    tight.checked(WRONG)
    return tight


class TestOverTheLimit:
    def test_of_a_command_is_answered_at_once_and_privately(self, spent: Slack) -> None:
        answer = spent.command(UNKNOWN)
        told = json.loads(answer.body)
        assert (200, "ephemeral") == (answer.status, told["response_type"])
        assert told["text"].startswith("You have asked 2 times in ten minutes")
        assert told["text"].endswith(AGAIN)
        assert [] == spent.work()

    def test_of_a_search_too(self, spent: Slack) -> None:
        assert AGAIN in json.loads(spent.command("find cottage").body)["text"]

    def test_help_and_the_window_are_still_there(self, spent: Slack) -> None:
        assert "/verify" in spent.command("help").body
        spent.command("")
        assert "article" == spent.api.views[-1]["callback_id"]

    def test_of_a_window_keeps_what_was_pasted(self, spent: Slack) -> None:
        """It is said beside the field, and the window stays open."""
        spent.command("")
        answer = json.loads(spent.submit(spent.api.views[-1], {"article": CLEAN}).body)
        assert "errors" == answer["response_action"]
        assert answer["errors"]["article"].endswith(AGAIN)

    def test_of_a_mention_is_said_to_who_asked_alone(self, spent: Slack) -> None:
        said = spent.mention(UNKNOWN)
        assert [] == spent.work()
        assert (NEWS, EDITOR, said["ts"]) == tuple(spent.api.told[-1][key] for key in ("channel", "user", "thread_ts"))
        assert AGAIN in spent.told()

    def test_of_a_shortcut_is_said_to_who_asked_alone(self, spent: Slack) -> None:
        spent.shortcut(spent.say(UNKNOWN))
        assert [] == spent.work()
        assert ("response_url", True) == (spent.api.told[-1]["how"], AGAIN in spent.told())

    @pytest.mark.parametrize("action", ["check_again", "report"])
    def test_of_a_button_is_said_to_who_pressed_it_alone(self, spent: Slack, action: str) -> None:
        spent.click(spent.root(), action)
        assert [] == spent.work()
        assert AGAIN in spent.told()
        assert [] == spent.api.uploads

    def test_of_a_channel_is_said_to_whoever_comes_next(self, spent: Slack) -> None:
        for user in ("U0ELSE0001", "U0ELSE0001", STRANGER):
            spent.command(UNKNOWN, user)
        assert "This channel has asked 5 times" in json.loads(spent.command(UNKNOWN, VERIFIER).body)["text"]
        assert "" == spent.command(UNKNOWN, VERIFIER, OTHER).body


class TestNeverRefused:
    def test_a_correction_in_the_thread(self, spent: Slack) -> None:
        """A correction that nobody answers would look like one that mends all."""
        root = spent.root()
        spent.say(WRONG_PARAGRAPH.replace("single cottage", "single lock"), root["ts"])
        spent.work()
        assert 2 == spent.rows('SELECT count(*) FROM "check" WHERE thread = 2')[0][0]

    def test_a_decision(self, make: Making) -> None:
        slack = make(user_limit=1)
        [answer] = slack.thread(slack.checked(UNKNOWN, user=VERIFIER))
        slack.click(answer, "verify", VERIFIER)
        slack.submit(slack.api.views[-1], user=VERIFIER)
        slack.work()
        assert f"verified by <@{VERIFIER}>" in seen(answer)


class TestWithinTheLimit:
    def test_a_check_counts_once(self, tight: Slack) -> None:
        """That its second half is a job of its own takes nothing of the allowance."""
        tight.checked(UNKNOWN)
        assert "" == tight.command(WRONG).body

    def test_other_people_ask_as_ever(self, spent: Slack) -> None:
        assert "" == spent.command(UNKNOWN, STRANGER).body

    def test_two_hundred_at_once_are_taken_where_nothing_is_set(self, slack: Slack) -> None:
        assert {""} == {slack.command(UNKNOWN).body for _ in range(200)}
        assert 200 == slack.jobs()
