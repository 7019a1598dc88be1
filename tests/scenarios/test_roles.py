"""Who may verify, dispute, share and import, asked at the click and again when a window is sent off."""

from __future__ import annotations

import json

import pytest

from .articles import CLEAN, STORED, UNKNOWN, WRONG
from .conftest import Making
from .slack import EDITOR, SECOND, STRANGER, VERIFIER, Slack, seen

GROUP = "S0VERIFY01"
ONLY = "Only the desk's verifiers may do this."


class TestAtTheClick:
    @pytest.mark.parametrize(("action", "draft"), [("verify", UNKNOWN), ("dispute", WRONG)])
    def test_anybody_else_is_told_so_in_a_window(self, desk: Slack, action: str, draft: str) -> None:
        root = desk.checked(draft)
        desk.click(desk.thread(root)[0], action, STRANGER)
        window = desk.api.views[-1]
        assert ONLY in seen(window)
        assert "callback_id" not in window

    def test_anybody_else_may_not_store_a_whole_piece(self, desk: Slack) -> None:
        desk.click(desk.checked(UNKNOWN), "store_all", STRANGER)
        assert ONLY in seen(desk.api.views[-1])

    def test_anybody_may_ignore(self, desk: Slack) -> None:
        root = desk.checked(WRONG)
        desk.click(desk.thread(root)[0], "ignore", STRANGER)
        desk.work()
        assert f"Ignored by <@{STRANGER}>" in seen(desk.thread(root)[0])


class TestAtTheSubmit:
    @pytest.mark.parametrize(("action", "draft"), [("verify", UNKNOWN), ("dispute", WRONG)])
    def test_is_asked_again(self, desk: Slack, action: str, draft: str) -> None:
        """A window that a verifier opened is of no use to anybody else."""
        root = desk.checked(draft)
        desk.click(desk.thread(root)[0], action, VERIFIER)
        values = {"reason": "No."} if action == "dispute" else {}
        before = desk.jobs()
        answer = desk.submit(desk.api.views[-1], values, STRANGER)
        assert ONLY in next(iter(json.loads(answer.body)["errors"].values()))
        assert before == desk.jobs()

    def test_of_a_whole_piece_is_asked_again(self, desk: Slack) -> None:
        desk.click(desk.checked(UNKNOWN), "store_all", VERIFIER)
        answer = desk.submit(desk.api.views[-1], {}, STRANGER)
        assert ONLY in next(iter(json.loads(answer.body)["errors"].values()))


class TestUndo:
    def test_of_a_verification_is_the_verifiers(self, desk: Slack) -> None:
        root = desk.checked(UNKNOWN)
        desk.click(desk.thread(root)[0], "verify", VERIFIER)
        desk.submit(desk.api.views[-1], user=VERIFIER)
        desk.work()
        desk.click(desk.thread(root)[0], "undo", STRANGER)
        desk.work()
        assert ONLY in desk.told()
        assert "1 matched" in seen(root)


class TestNobody:
    def test_is_told_how_to_set_somebody(self, make: Making) -> None:
        slack = make(verifiers=frozenset())
        root = slack.checked(UNKNOWN)
        slack.click(slack.thread(root)[0], "verify", EDITOR)
        assert "VERBATIM_VERIFIERS" in seen(slack.api.views[-1])


class TestEverybody:
    def test_may_verify_where_the_desk_says_so(self, make: Making) -> None:
        slack = make(verifiers=frozenset({"*"}))
        root = slack.checked(UNKNOWN)
        slack.click(slack.thread(root)[0], "verify", STRANGER)
        slack.submit(slack.api.views[-1], user=STRANGER)
        slack.work()
        assert f"verified by <@{STRANGER}>" in seen(slack.thread(root)[0])


class TestGroup:
    def test_members_may_and_others_may_not(self, make: Making) -> None:
        slack = make(verifiers=frozenset({GROUP}))
        slack.api.groups[GROUP] = [VERIFIER]
        root = slack.checked(UNKNOWN)
        slack.click(slack.thread(root)[0], "verify", STRANGER)
        assert ONLY in seen(slack.api.views[-1])
        slack.click(slack.thread(root)[0], "verify", VERIFIER)
        assert "verify" == slack.api.views[-1]["callback_id"]

    @pytest.mark.parametrize("how", [{"status": 500}, {"error": "missing_scope"}])
    def test_that_slack_does_not_tell_lets_nobody_in(self, make: Making, how: dict[str, object]) -> None:
        slack = make(verifiers=frozenset({GROUP}))
        slack.api.groups[GROUP] = [VERIFIER]
        root = slack.checked(UNKNOWN)
        slack.api.fault("usergroups.users.list", times=9, **how)
        slack.click(slack.thread(root)[0], "verify", VERIFIER)
        assert "nothing was done" in seen(slack.api.views[-1])
        assert "callback_id" not in slack.api.views[-1]

    def test_beside_a_name_is_not_asked_for_that_one(self, make: Making) -> None:
        slack = make(verifiers=frozenset({GROUP, VERIFIER}))
        root = slack.checked(UNKNOWN)
        slack.click(slack.thread(root)[0], "verify", VERIFIER)
        assert "verify" == slack.api.views[-1]["callback_id"]


class TestSecondEye:
    @pytest.fixture
    def eyes(self, make: Making) -> Slack:
        slack = make(second_eye=True)
        for words, speaker in STORED:
            slack.stored(words, speaker)
        return slack

    def waiting(self, eyes: Slack) -> tuple[dict[str, object], dict[str, object]]:
        root = eyes.checked(UNKNOWN)
        [answer] = eyes.thread(root)
        eyes.click(answer, "verify", VERIFIER)
        eyes.submit(eyes.api.views[-1], user=VERIFIER)
        eyes.work()
        return root, answer

    def test_leaves_a_quote_waiting(self, eyes: Slack) -> None:
        root, answer = self.waiting(eyes)
        assert "waiting for a second eye" in seen(answer)
        assert "1 not in the store" in seen(root)
        assert "1 not in the store" in seen(eyes.checked(UNKNOWN + "\n"))

    def test_is_nobodys_own(self, eyes: Slack) -> None:
        _, answer = self.waiting(eyes)
        eyes.click(answer, "confirm", VERIFIER)
        eyes.work()
        assert "You verified this quote yourself" in eyes.told()
        assert "waiting for a second eye" in seen(answer)

    def test_is_a_verifiers(self, eyes: Slack) -> None:
        _, answer = self.waiting(eyes)
        eyes.click(answer, "confirm", STRANGER)
        eyes.work()
        assert ONLY in eyes.told()
        assert "waiting for a second eye" in seen(answer)

    def test_of_another_verifier_ends_the_waiting(self, eyes: Slack) -> None:
        root, answer = self.waiting(eyes)
        eyes.click(answer, "confirm", SECOND)
        eyes.work()
        assert "waiting" not in seen(answer)
        assert "1 matched" in seen(root)
        assert [VERIFIER, SECOND] == [line.by for line in eyes.store.scope().history(4)]
        assert "1 matched" in seen(eyes.checked(UNKNOWN + "\n"))

    def test_of_a_whole_piece_leaves_its_quotes_waiting(self, eyes: Slack) -> None:
        root = eyes.checked(UNKNOWN)
        eyes.click(root, "store_all", VERIFIER)
        eyes.submit(eyes.api.views[-1], user=VERIFIER)
        [said] = eyes.work()
        assert "for a second eye" in seen(said)
        assert 1 == len(eyes.store.scope().waiting())

    def test_of_what_was_stored_before_is_not_wanted(self, eyes: Slack) -> None:
        assert "3 matched" in seen(eyes.checked(CLEAN))
