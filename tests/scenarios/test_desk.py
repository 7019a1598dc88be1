"""One desk in Slack and on the command line: the same store, and the same news of a quote in doubt."""

from __future__ import annotations

from click.testing import CliRunner

from handlers.cli.life import dispute_command, retract_command
from store import open_store
from tests.store.said import said

from .slack import Slack, everything

DEPOT = "We will not close a depot this year."
DRAFT = f"Ferry board looks ahead\n\n“{DEPOT}” Priya Raman, the chair of the ferry board, said on Monday.\n"


class TestCommandLine:
    def test_words_stored_there_are_matched_in_slack(self, slack: Slack) -> None:
        """What the command line brings in is the workspace's own."""
        open_store(slack.store.path).scope().add_quotes([said(DEPOT, "Priya Raman")], "kim")
        assert "1 matched" in slack.checked(DRAFT)["text"]

    def test_a_dispute_there_is_told_once_in_the_threads_that_relied_on_the_quote(self, slack: Slack) -> None:
        """Who disputes on the command line is heard in Slack, and hears how many threads will be told."""
        quote_id = slack.stored(DEPOT, "Priya Raman")
        root = slack.checked(DRAFT)
        before = len(slack.thread(root))
        given = [str(quote_id), "--by", "kim", "--why", "The tape says otherwise.", "--db", str(slack.store.path)]

        done = CliRunner().invoke(dispute_command, given, standalone_mode=False)
        slack.work()
        slack.work()

        assert "tells 1 thread" in done.output
        told = slack.thread(root)[before:]
        assert 1 == len(told)
        assert "The tape says otherwise." in everything(told)

    def test_a_retraction_is_told_too_and_nobody_is_told_where_nobody_relied_on_it(self, slack: Slack) -> None:
        """A quote that no check has matched is retracted without a word in Slack."""
        quote_id = slack.stored(DEPOT, "Priya Raman")
        given = [str(quote_id), "--by", "kim", "--why", "He denies it.", "--db", str(slack.store.path)]

        done = CliRunner().invoke(retract_command, given, standalone_mode=False)

        assert f"Quote {quote_id} is retracted.\n" == done.output
        assert 0 == slack.jobs()
