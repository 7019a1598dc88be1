"""What once went wrong: each a short scene of a newsroom's day."""

from __future__ import annotations

import logging
from typing import Any

import pytest

from bot.settings import Desk
from handlers.logs import start_logging
from tests.ingest.makers import web_server

from .articles import CLEAN, COTTAGES, RIGHT_PARAGRAPH, UNKNOWN, WRONG
from .slack import CLOSED, SECOND, VERIFIER, Slack, everything, seen
from .test_commands import Site

BASE, SECRET = "https://weir.example/", "a secret of some length, for tests"
BOTH = WRONG + "\n" + UNKNOWN.split("\n\n")[1]
PHOTO = b"\xff\xd8\xff\xe0" + bytes(99)


def verify(slack: Slack, answer: dict[str, Any], at: int = 0, user: str = VERIFIER) -> None:
    slack.click(answer, "verify", user, at=at)
    slack.submit(slack.api.views[-1], user=user)
    slack.work()


def test_show_button(desk: Slack) -> None:
    """Show below “Still open” posts what is open, in full."""
    root = desk.checked(WRONG.replace("handed in my keys", "never handed in my keys"))
    desk.say(RIGHT_PARAGRAPH, root["ts"])
    [answer] = desk.work()
    assert 200 == desk.click(answer, "show").status
    assert "never handed in my keys" in everything(desk.work())


@pytest.mark.parametrize("words", ["Can you check this? {}", "{} for page 4"])
def test_link_with_words_beside_it(make: Any, words: str) -> None:
    """A link with talk round it is the link; checked as five words it would look like a clean check."""
    with web_server(Site) as host:
        slack = make(Desk(allow_hosts=frozenset({host})))
        slack.stored(COTTAGES, "Mirela Danzig")
        slack.mention(words.format(f"http://{host}/story"))
        slack.work()
    assert "1 hold" in seen(slack.root())


def test_verify_on_an_older_answer_counts_in_the_root(desk: Slack) -> None:
    """A quote verified from the first answer counts in the root after a re-check."""
    root = desk.checked(BOTH)
    [answer] = desk.thread(root)
    desk.say(RIGHT_PARAGRAPH, root["ts"])
    desk.work()
    verify(desk, answer, at=1)
    assert "not in the store" not in seen(root)


def test_ignore_on_an_older_answer_counts_and_carries(desk: Slack) -> None:
    """A finding ignored in the first answer is ignored in the newest check, and in the next."""
    root = desk.checked(WRONG)
    [answer] = desk.thread(root)
    desk.say(CLEAN.split("\n\n")[2].replace("handed in", "never handed in"), root["ts"])
    desk.work()
    desk.click(answer, "ignore")
    desk.work()
    assert "Ignored by" in seen(answer)
    desk.say(CLEAN.split("\n\n")[2], root["ts"])
    desk.work()
    assert "hold" not in seen(root)


def test_confirm_on_an_older_answer_counts_in_the_root(make: Any) -> None:
    """A second eye on an older answer counts in the root."""
    slack = make(second_eye=True)
    slack.stored(COTTAGES, "Mirela Danzig")
    root = slack.checked(BOTH)
    [answer] = slack.thread(root)
    verify(slack, answer, at=3)
    slack.say(RIGHT_PARAGRAPH, root["ts"])
    slack.work()
    slack.click(answer, "confirm", SECOND)
    slack.work()
    assert "2 matched" in seen(root)


def test_mention_with_a_correction_in_a_checks_thread_keeps_the_check(desk: Slack) -> None:
    """A correction that mentions the bot is a correction, and no check of one paragraph."""
    root = desk.checked(WRONG)
    desk.mention(RIGHT_PARAGRAPH, root["ts"])
    desk.work()
    assert "Nothing to ask." in seen(root)


def test_first_event_while_auth_test_fails_is_told_again(make: Any) -> None:
    """An event that comes before Slack has vouched for the token is not taken for done."""
    root = make().checked(WRONG)
    slack = make()
    slack.api.fault("auth.test", status=500, times=9)
    said = slack.say(RIGHT_PARAGRAPH, root["ts"], tell=False)
    assert 500 <= slack.event({"type": "message", **said}).status or slack.store.jobs.waiting()


def test_report_button_of_a_long_answer_has_its_link(make: Any) -> None:
    """Report below a long answer gives the link to who presses it."""
    slack = make(base_url=BASE, secret=SECRET)
    dates = "\n".join(f"The gate at lock {n} was painted on 30 February {1950 + n}.\n" for n in range(70))
    root = slack.checked(f"Gates of the canal\n\n{dates}")
    last = slack.thread(root)[-1]
    slack.click(last, "report")
    slack.work()
    assert f"{BASE}report/" in str(slack.api.told)


def test_log_holds_no_words_of_a_quote(slack: Slack, capsys: pytest.CaptureFixture[str]) -> None:
    """A refused decision is logged without the words that it is about."""
    root_, handlers, level = logging.getLogger(), logging.getLogger().handlers[:], logging.getLogger().level
    start_logging("INFO")
    try:
        slack.stored(COTTAGES, "Mirela Danzig")
        root = slack.checked(WRONG)
        slack.click(slack.thread(root)[0], "dispute", VERIFIER)
        window = slack.api.views[-1]
        for n in range(2):
            slack.submit(window, {"reason": f"Another year, {n}."}, VERIFIER)
        slack.work()
        assert "cottage" not in capsys.readouterr().err
    finally:
        root_.handlers[:] = handlers
        root_.setLevel(level)
        logging.raiseExceptions = True


def test_store_as_verified_draws_the_check_anew(desk: Slack) -> None:
    """A piece stored as verified counts as matched, in its root and its answer."""
    root = desk.checked(UNKNOWN)
    desk.click(root, "store_all", VERIFIER)
    desk.submit(desk.api.views[-1], user=VERIFIER)
    desk.work()
    assert "1 matched" in seen(root)


def test_stored_whole_in_a_private_channel_can_be_confirmed(make: Any) -> None:
    """What waits for a second eye in a private channel can be confirmed in its thread."""
    slack = make(second_eye=True)
    root = slack.checked(UNKNOWN, channel=CLOSED)
    slack.click(root, "store_all", VERIFIER)
    slack.submit(slack.api.views[-1], user=VERIFIER)
    slack.work()
    assert any("[Confirm]" in seen(one) for one in [slack.open_home(SECOND), *slack.thread(root)])


def test_check_again_after_the_text_was_pasted_for_a_link(make: Any) -> None:
    """Check again checks the text that was pasted, not the link that failed."""
    with web_server(Site) as host:
        slack = make(Desk(allow_hosts=frozenset({host})))
        root = slack.checked(f"http://{host}/paywall")
        slack.say(WRONG, root["ts"])
        slack.work()
        slack.click(root, "check_again")
        assert "nothing has changed" in everything(slack.work())


def test_photo_beside_an_article_does_not_hide_it(desk: Slack) -> None:
    """A photo beside an article's text is no article."""
    photo = {**desk.api.drop("pump.jpg", PHOTO, "image/jpeg"), "mimetype": "image/jpeg"}
    desk.mention(WRONG, files=[photo])
    desk.work()
    assert "1 hold" in seen(desk.root())


def test_second_file_of_a_message_is_not_passed_over_in_silence(desk: Slack) -> None:
    """Of two files one is checked, and the other is named."""
    desk.mention(files=[desk.api.drop("a.txt", WRONG.encode()), desk.api.drop("b.txt", UNKNOWN.encode())])
    desk.work()
    assert "painted" in everything(desk.api.messages) or "b.txt" in everything(desk.api.messages)


def test_notice_stays_after_a_correction(desk: Slack) -> None:
    """What the reader must know of the draft still stands after a correction."""
    root = desk.checked(WRONG)
    desk.say(RIGHT_PARAGRAPH, root["ts"])
    desk.work()
    assert "The draft has no date" in seen(root)


def test_find_without_words_starts_no_check(desk: Slack) -> None:
    """A search for nothing is answered with help."""
    desk.command("find")
    assert [] == desk.work()


def test_dispute_with_a_blank_reason_says_so_beside_the_field(desk: Slack) -> None:
    """A dispute wants a reason, and says so in the window."""
    root = desk.checked(WRONG)
    desk.click(desk.thread(root)[0], "dispute", VERIFIER)
    assert "errors" in desk.submit(desk.api.views[-1], {"reason": "  "}, VERIFIER).body


def test_command_while_auth_test_fails_says_to_try_again(make: Any) -> None:
    """A command that Slack could not vouch for says to type it again."""
    slack = make()
    slack.api.fault("auth.test", status=500, times=9)
    assert "reinstall" not in slack.command(WRONG).body.lower()


def test_own_team_unknown_says_nothing_was_done(make: Any) -> None:
    """Nothing is promised of a command that was not written down."""
    slack = make()
    slack.command("help")
    slack.api.fault("auth.test", status=500, times=9)
    body = slack.command(WRONG).body
    assert slack.jobs() or "tries again by itself" not in body
