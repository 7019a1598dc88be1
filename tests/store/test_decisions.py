"""The life of a verified quote, and the audit that nobody can rewrite."""

from __future__ import annotations

import sqlite3

import pytest

from bot.errors import DecisionRefused, NoSuchQuote, WrongInput
from bot.models import State
from store import Scope, Store
from tests.store.said import article_of, stored

WORDS = "The ferry has never been late."
STEPS = ("dispute", "uphold", "retract", "correct")


def take(scope: Scope, quote_id: int, step: str) -> None:
    if step == "correct":
        scope.correct(quote_id, "The ferry has seldom been late.", "Ines Okafor", "Heard the tape.")
    else:
        getattr(scope, step)(quote_id, "Ines Okafor", "Heard the tape.")


class TestDecisions:
    @pytest.mark.parametrize(
        ("before", "allowed"),
        [
            ((), {"dispute": "disputed", "retract": "retracted", "correct": "corrected"}),
            (("dispute",), {"uphold": "verified", "retract": "retracted", "correct": "corrected"}),
            (("dispute", "uphold"), {"dispute": "disputed", "retract": "retracted", "correct": "corrected"}),
            (("retract",), {}),
            (("correct",), {}),
        ],
    )
    @pytest.mark.parametrize("step", STEPS)
    def test_follow_one_another_as_they_may(
        self, desk: Scope, before: tuple[str, ...], allowed: dict[str, str], step: str
    ) -> None:
        """From each state only the steps that make sense are taken; the others are refused and leave no line."""
        [quote_id] = stored(desk, WORDS)
        for earlier in before:
            take(desk, quote_id, earlier)
        lines = len(desk.history(quote_id))

        if step in allowed:
            take(desk, quote_id, step)
            assert allowed[step] == desk.quote(quote_id).state
        else:
            with pytest.raises(DecisionRefused, match=f"Quote {quote_id} cannot be"):
                take(desk, quote_id, step)
            assert lines == len(desk.history(quote_id))

    @pytest.mark.parametrize("step", STEPS)
    def test_tell_nothing_of_what_others_hold(self, fresh_store: Store, step: str) -> None:
        """Another workspace's quote and one that was never there are refused with the same sentence."""
        [quote_id] = stored(fresh_store.scope("T1"), WORDS)
        sentences = set()
        for number in (quote_id, 77):
            with pytest.raises(NoSuchQuote) as refused:
                take(fresh_store.scope("T2"), number, step)
            sentences.add(refused.value.for_editor.replace(str(number), "N"))
        assert 1 == len(sentences)

    @pytest.mark.parametrize("quote_id", [0, -1, 2**70])
    def test_know_no_odd_numbers(self, desk: Scope, quote_id: int) -> None:
        """A number that no quote can have is simply not there."""
        with pytest.raises(NoSuchQuote):
            desk.dispute(quote_id, "Ines Okafor", "Why not.")

    def test_want_a_name_and_a_reason(self, desk: Scope) -> None:
        """A decision that nobody signs, or that has no reason, is not taken."""
        [quote_id] = stored(desk, WORDS)
        with pytest.raises(WrongInput, match="--by"):
            desk.dispute(quote_id, "", "He denies it.")
        with pytest.raises(WrongInput, match="--why"):
            desk.dispute(quote_id, "Ines Okafor", " ")
        assert State.VERIFIED == desk.quote(quote_id).state

    def test_that_are_refused_leave_no_words_for_the_log(self, desk: Scope) -> None:
        """What the log is told of a quote is its number."""
        [quote_id] = stored(desk, WORDS)
        with pytest.raises(DecisionRefused) as refused:
            desk.uphold(quote_id, "Ines Okafor", "It is on the tape.")
        assert quote_id == refused.value.evidence
        with pytest.raises(WrongInput) as same:
            desk.correct(quote_id, WORDS, "Ines Okafor", "Heard the tape.")
        assert quote_id == same.value.evidence

    def test_may_be_taken_in_a_channel(self, fresh_store: Store) -> None:
        """A channel may dispute what the workspace verified; the workspace sees that it is disputed."""
        [quote_id] = stored(fresh_store.scope("T1"), WORDS)
        fresh_store.scope("T1", "C1").dispute(quote_id, "Ines Okafor", "He denies it.")

        assert State.DISPUTED == fresh_store.scope("T1").quote(quote_id).state


class TestCorrecting:
    def test_makes_a_new_quote_in_the_place_of_the_old(self, desk: Scope) -> None:
        """The new words are a verified quote of the same speaker and source; the old entry stays, corrected."""
        article, reading = article_of(("Marta Velling", WORDS))
        [old] = desk.add_article(article, reading, "Ines Okafor")
        new = desk.correct(old.quote_id, "The ferry is never late.", "Jo Aldous", "Heard the tape.")

        assert ("The ferry is never late.", "verified", "Jo Aldous") == (new.text, new.state, new.verified_by)
        assert (old.speaker, old.source, old.article_id, old.position, old.published) == (
            new.speaker, new.source, new.article_id, new.position, new.published,
        )  # fmt: skip
        assert (WORDS, "corrected") == (desk.quote(old.quote_id).text, desk.quote(old.quote_id).state)
        assert [new.text] == [
            quote.text for quote in desk.candidates("the ferry is never late").quotes if quote.state == "verified"
        ]

    def test_links_the_two(self, desk: Scope) -> None:
        """The history of each names the other."""
        [old] = stored(desk, WORDS)
        new = desk.correct(old, "The ferry is never late.", "Jo Aldous", "Heard the tape.")

        assert new.quote_id == desk.history(old)[-1].other_quote
        assert old == desk.history(new.quote_id)[0].other_quote

    @pytest.mark.parametrize("text", ["", "  ", WORDS])
    def test_wants_new_words(self, desk: Scope, text: str) -> None:
        """A correction that corrects nothing is refused."""
        [old] = stored(desk, WORDS)
        with pytest.raises(WrongInput, match="give the new words"):
            desk.correct(old, text, "Jo Aldous", "Heard the tape.")

    def test_stays_where_the_old_one_was(self, fresh_store: Store) -> None:
        """A channel that corrects the workspace's quote corrects it for the workspace."""
        [old] = stored(fresh_store.scope("T1"), WORDS)
        new = fresh_store.scope("T1", "C1").correct(old, "Never late.", "Jo Aldous", "Heard the tape.")
        assert new == fresh_store.scope("T1").quote(new.quote_id)


class TestHistory:
    def test_tells_who_when_and_why(self, desk: Scope) -> None:
        """Every decision is a line: who took it, what it changed, and why."""
        [quote_id] = stored(desk, WORDS)
        desk.dispute(quote_id, "Jo Aldous", "He denies it.")
        desk.uphold(quote_id, "Ines Okafor", "It is on the tape.")

        assert [
            ("verify", "Ines Okafor", None, "verified", None),
            ("dispute", "Jo Aldous", "verified", "disputed", "He denies it."),
            ("uphold", "Ines Okafor", "disputed", "verified", "It is on the tape."),
        ] == [(event.what, event.by, event.old_state, event.new_state, event.why) for event in desk.history(quote_id)]

    @pytest.mark.sqlite_file
    def test_begins_once_where_an_older_store_wrote_the_first_line(self, fresh_store: Store) -> None:
        """In a store whose audit has a line for the verifying itself, that line is the first, and no second is made."""
        desk = fresh_store.scope()
        [quote_id] = stored(desk, WORDS)
        line = "'desk', NULL, ?, 'verify', NULL, 'verified', 'Ines Okafor', '2025-03-06T09:00:00+00:00'"
        columns = "team_id, channel_id, quote_id, action, old_state, new_state, by, at"
        with sqlite3.connect(fresh_store.path) as db:
            db.execute(f"INSERT INTO audit ({columns}) VALUES ({line})", (quote_id,))
        db.close()

        assert [("verify", "2025-03-06T09:00:00+00:00")] == [(one.what, one.at) for one in desk.history(quote_id)]

    @pytest.mark.sqlite_file
    @pytest.mark.parametrize(
        "table", ["quote", "audit", "article", "alias", "fact", "age", "name", "finding", "decision", "settled"]
    )
    @pytest.mark.parametrize("verb", ["UPDATE {0} SET team_id = 'T9'", "DELETE FROM {0}"])
    def test_cannot_be_rewritten(self, fresh_store: Store, table: str, verb: str) -> None:
        """The database itself refuses to change or delete what was stored and decided."""
        desk = fresh_store.scope()
        article, reading = article_of(("Marta Velling", WORDS))
        [stored] = desk.add_article(article, reading, "Ines Okafor")
        desk.dispute(stored.quote_id, "Kim Aalto", "The tape says otherwise.")
        db = sqlite3.connect(fresh_store.path)
        triggers = {row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")}

        assert {f"{table}_no_update", f"{table}_no_delete"} <= triggers
        if table in ("quote", "audit", "article"):
            with pytest.raises(sqlite3.IntegrityError, match=f"{table} is append-only"):
                db.execute(verb.format(table))
        db.close()


class TestRows:
    @pytest.mark.sqlite_file
    def test_all_name_their_workspace(self, fresh_store: Store) -> None:
        """Every table of the desk's own names its workspace and channel, is an index that leads to one, or counts."""
        db = sqlite3.connect(fresh_store.path)
        tables = [
            row[0] for row in db.execute("SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main'")
        ]
        columns = {table: {row[1] for row in db.execute(f'PRAGMA table_info("{table}")')} for table in tables}
        without = {table for table in tables if not {"team_id", "channel_id"} <= columns[table]}

        assert {"gram", "term", "fact_key", "numbering"} == {
            table for table in without if not table.startswith(("sqlite_", "_sqlite_"))
        }
        assert all("scope" in columns[table] for table in ("gram", "fact_key"))
        db.close()
