"""The App Home: one's own checks, what waits for a second eye, what the store holds."""

from __future__ import annotations

from typing import Any

from tests.render.slack.limits import nodes

from .articles import UNKNOWN, WRONG
from .conftest import Making
from .slack import EDITOR, SECOND, STRANGER, VERIFIER, Slack, seen


def waiting(make: Making) -> Slack:
    """A desk with one quote that waits for a second eye."""
    slack = make(second_eye=True)
    root = slack.checked(UNKNOWN)
    slack.click(slack.thread(root)[0], "verify", VERIFIER)
    slack.submit(slack.api.views[-1], user=VERIFIER)
    slack.work()
    return slack


def links(home: dict[str, Any]) -> list[str]:
    return [node["url"] for node in nodes(home["blocks"]) if "url" in node]


class TestHome:
    def test_lists_ones_own_checks_with_the_way_to_them(self, desk: Slack) -> None:
        root = desk.checked(WRONG)
        home = desk.open_home(EDITOR)
        assert "Canal trust keeps its cottages" in seen(home)
        assert "1 hold" in seen(home)
        assert [f"https://weir-gazette.example/archives/C0NEWS0001/p{root['ts'].replace('.', '')}"] == links(home)
        assert "Canal trust" not in seen(desk.open_home(STRANGER))

    def test_says_what_the_store_holds(self, desk: Slack) -> None:
        assert "3 verified quotes." in seen(desk.open_home())

    def test_says_how_to_begin_and_helps(self, slack: Slack) -> None:
        assert "Nothing yet" in seen(slack.open_home())
        assert "/verify link or text" in seen(slack.open_home())

    def test_is_drawn_though_slack_does_not_tell_its_address(self, desk: Slack) -> None:
        desk.checked(WRONG)
        desk.api.fault("auth.test", "missing_scope")
        home = desk.open_home(EDITOR)
        assert "Canal trust keeps its cottages" in seen(home)

    def test_is_drawn_again_at_the_next_opening(self, desk: Slack) -> None:
        desk.open_home(EDITOR)
        desk.checked(WRONG)
        assert "Canal trust keeps its cottages" in seen(desk.open_home(EDITOR))


class TestSecondEye:
    def test_is_offered_to_verifiers_alone(self, make: Making) -> None:
        slack = waiting(make)
        assert "[Confirm]" in seen(slack.open_home(SECOND))
        assert "[Confirm]" not in seen(slack.open_home(STRANGER))

    def test_confirmed_at_home_counts(self, make: Making) -> None:
        slack = waiting(make)
        slack.open_home(SECOND)
        slack.click_home(SECOND, "confirm")
        slack.work()
        assert "Green was the cheapest paint" not in seen(slack.open_home(SECOND))
        assert "1 matched" in seen(slack.checked(UNKNOWN + "\n"))

    def test_of_ones_own_is_refused_and_told(self, make: Making) -> None:
        slack = waiting(make)
        slack.open_home(VERIFIER)
        slack.click_home(VERIFIER, "confirm")
        told = slack.work()
        assert "You verified this quote yourself" in seen(told[-1])
        assert VERIFIER == told[-1]["channel"]
        assert "Green was the cheapest paint" in seen(slack.open_home(VERIFIER))

    def test_confirmed_is_gone_from_the_home_at_once(self, make: Making) -> None:
        slack = waiting(make)
        slack.open_home(SECOND)
        slack.click_home(SECOND, "confirm")
        slack.work()
        assert "Green was the cheapest paint" not in seen(slack.api.homes[SECOND])

    def test_confirmed_at_home_is_shown_in_the_thread_too(self, make: Making) -> None:
        """The message where the quote was verified says that it no longer waits."""
        slack = waiting(make)
        [answer] = slack.thread(slack.root())
        slack.open_home(SECOND)
        slack.click_home(SECOND, "confirm")
        slack.work()
        assert "waiting for a second eye" not in seen(answer)
        assert "1 matched" in seen(slack.root())
