"""What comes in while the check that it belongs to is still to be done."""

from __future__ import annotations

import json

from .articles import STORED
from .slack import Slack

WORDS, SPEAKER = STORED[0]
DRAFT = f"The board met\n\n“{WORDS}” {SPEAKER} said on Monday.\n\nThe board meets again in May, after the fair."


class TestWhileACheckWaits:
    def test_a_reply_in_its_thread_is_read_when_it_is_done(self, desk: Slack) -> None:
        """A correction posted before the bot has come to the check is not lost."""
        asked = desk.mention(DRAFT)
        desk.say(f"“{WORDS}” {SPEAKER} said on Tuesday evening.", asked["ts"])
        desk.work()
        assert ["Monday", "Tuesday"] == [day for text in texts(desk) for day in ("Monday", "Tuesday") if day in text]

    def test_an_edit_of_its_message_is_read_when_it_is_done(self, desk: Slack) -> None:
        """Who mends a message right after asking for its check has the mended one checked too."""
        asked = desk.mention(DRAFT)
        desk.edit(asked, DRAFT.replace("Monday", "Tuesday"))
        desk.work()
        assert ["Monday", "Tuesday"] == [day for text in texts(desk) for day in ("Monday", "Tuesday") if day in text]

    def test_talk_elsewhere_is_passed_over(self, desk: Slack) -> None:
        """Only the thread that waits for its check is heard."""
        desk.mention(DRAFT)
        before = desk.jobs()
        desk.say("Who has the key of the archive?", "1741262999.000100")
        assert before == desk.jobs()


def texts(desk: Slack) -> list[str]:
    """The articles of the reports that were kept, the first check's first."""
    reports = [json.loads(row[0]) for row in desk.rows('SELECT report FROM "check" ORDER BY id')]
    return [str(report["article"]["text"]) for report in reports]
