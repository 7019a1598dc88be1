"""Quotes that one person verified and another must confirm, and verifications that are taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.check import check
from bot.errors import DecisionRefused, NoSuchQuote, WrongInput
from bot.ingest import read_text
from bot.models import State, Verdict
from bot.settings import Desk
from store import Scope, Store, open_store
from store.exports import export_file
from store.imports import import_file
from store.quotes import COUNTED, QuoteRow
from tests.store.said import article_of, said, stored

WORDS = "The ferry has never been late, whatever the harbour master says."
ROW = QuoteRow(WORDS, "Marta Velling", source="Harbour tape", against="recording")


def seen(scope: Scope) -> list[bool]:
    """Whether the words are found in every way in which a store is asked for words that count."""
    return [bool(scope.candidates(WORDS).quotes), bool(scope.find("harbour master ferry"))]


def verdict(scope: Scope) -> Verdict:
    draft = read_text(f"Ferries run\n\n“{WORDS}” said Marta Velling.\n", "draft.txt")
    return check(draft, scope, Desk()).quotes[0].verdict


class TestVerify:
    def test_adds_one_quote_as_it_was_given(self, desk: Scope) -> None:
        """It is stored with all that was told of it and who verified it, and counts at once."""
        quote = desk.verify(ROW, "U1", at="2031-05-06T12:00:00+00:00")
        assert (WORDS, "Marta Velling", "Harbour tape", "recording", "U1", "2031-05-06T12:00:00+00:00") == (
            quote.text, quote.speaker, quote.source, quote.against, quote.verified_by, quote.verified_at,
        )  # fmt: skip
        assert State.VERIFIED is quote.state
        assert [True, True] == seen(desk)
        assert Verdict.VERBATIM is verdict(desk)

    @pytest.mark.parametrize("state", [State.VERIFIED, State.WAITING, State.DISPUTED])
    def test_gives_the_same_quote_where_it_stands_already(self, desk: Scope, state: State) -> None:
        first = desk.verify(ROW, "U1", second_eye=state is State.WAITING)
        if state is State.DISPUTED:
            desk.dispute(first.quote_id, "U2", "not on the tape")
        again = desk.verify(QuoteRow(WORDS.upper(), "Marta Velling", source="Harbour tape"), "U2")
        assert (first.quote_id, state, 1) == (again.quote_id, again.state, desk.size())

    def test_after_a_withdrawal_goes_in_anew(self, desk: Scope) -> None:
        """Also by an import, once each; the withdrawn entry stays as it was."""
        first = desk.verify(ROW, "U1")
        desk.withdraw(first.quote_id, "U1", "wrong button")
        second = desk.verify(ROW, "U1")
        desk.withdraw(second.quote_id, "U1")
        assert (1, 1) == (desk.add_quotes([ROW, ROW], "U2").added, desk.add_quotes([ROW], "U2").already)
        states = [quote.state for quote in desk.quotes()]
        assert [State.WITHDRAWN, State.WITHDRAWN, State.VERIFIED] == states

    def test_of_retracted_words_makes_a_new_quote(self, desk: Scope) -> None:
        """Words that stand after all go in again by hand; an import does not bring them back."""
        first = desk.verify(ROW, "U1")
        desk.retract(first.quote_id, "U1", "not on the tape")
        assert 0 == desk.add_quotes([ROW], "U2").added
        assert first.quote_id != desk.verify(ROW, "U2").quote_id

    def test_of_a_corrected_wording_is_refused(self, desk: Scope) -> None:
        first = desk.verify(ROW, "U1")
        desk.correct(first.quote_id, "The ferry is seldom late.", "U1", "heard the tape")
        with pytest.raises(DecisionRefused, match="use the new wording") as refused:
            desk.verify(ROW, "U2")
        assert first.quote_id == refused.value.evidence

    def test_in_a_channel_knows_what_the_workspace_has(self, fresh_store: Store) -> None:
        """The workspace's quote is given, not doubled; another channel's is not seen."""
        first = fresh_store.scope("T1").verify(ROW, "U1")
        assert first == fresh_store.scope("T1", "C1").verify(ROW, "U2")
        other = QuoteRow("We sail at noon and eat at one.", "Åse Lind")
        secret = fresh_store.scope("T1", "C1").verify(other, "U1")
        assert secret.quote_id != fresh_store.scope("T1", "C2").verify(other, "U1").quote_id
        assert secret.quote_id != fresh_store.scope("T2").verify(other, "U1").quote_id

    def test_wants_words_and_a_name(self, desk: Scope) -> None:
        with pytest.raises(WrongInput, match="no words to verify"):
            desk.verify(said(" … "), "U1")
        with pytest.raises(WrongInput):
            desk.verify(ROW, " ")


class TestWaiting:
    def test_quotes_match_nothing_until_another_confirms(self, desk: Scope) -> None:
        quote = desk.verify(ROW, "U1", second_eye=True)
        assert (State.WAITING, (quote,)) == (quote.state, desk.waiting())
        assert [False, False] == seen(desk)
        assert Verdict.UNVERIFIED is verdict(desk)

        confirmed = desk.confirm(quote.quote_id, "U2")
        assert (State.VERIFIED, "U1", "U2") == (confirmed.state, confirmed.verified_by, confirmed.decided_by)
        assert () == desk.waiting()
        assert [True, True] == seen(desk)
        assert Verdict.VERBATIM is verdict(desk)

    @pytest.mark.parametrize("verifier", ["U1", None, "Marta from the night desk"])
    def test_nobody_confirms_their_own(self, desk: Scope, verifier: str | None) -> None:
        """Whether the row names somebody else as verifier or not: who put it in does not confirm it."""
        row = QuoteRow(WORDS, "Marta Velling", verified_by=verifier)
        quote = desk.verify(row, "U1", second_eye=True)
        for by in ("U1", " U1 ", verifier or "U1"):
            with pytest.raises(DecisionRefused, match="somebody else must confirm it"):
                desk.confirm(quote.quote_id, by)
        with pytest.raises(DecisionRefused) as refused:
            desk.confirm(quote.quote_id, "U1")
        assert quote.quote_id == refused.value.evidence
        assert State.WAITING is desk.quote(quote.quote_id).state

    def test_quotes_of_a_piece_wait_one_by_one(self, desk: Scope) -> None:
        """A quote of an article that is confirmed counts, its neighbours do not yet."""
        article, reading = article_of(("Marta Velling", WORDS), ("Marta Velling", "We sail at noon."))
        first, second = desk.add_article(article, reading, "U1", second_eye=True)
        assert [first, second] == list(desk.waiting())
        assert first.article_id is not None
        assert () == desk.sequence(first.article_id)
        desk.confirm(first.quote_id, "U2")
        assert [first.quote_id] == [quote.quote_id for quote in desk.sequence(first.article_id)]
        assert [second] == list(desk.waiting())

    def test_of_an_import_are_those_that_only_the_importer_stands_for(self, desk: Scope, tmp_path: Path) -> None:
        """A row that names somebody else as verifier counts at once; the order of the file is kept."""
        path = tmp_path / "quotes.csv"
        rows = f'"{WORDS}",Marta Velling,\nWe sail at noon.,Åse Lind,Jo\nWe eat at one.,Åse Lind, U1 \n'
        path.write_text(f"text,speaker,verified_by\n{rows}")
        assert (3, 0) == ((result := import_file(desk, path, "U1", second_eye=True)).added, result.already)
        assert [(WORDS, "waiting"), ("We sail at noon.", "verified"), ("We eat at one.", "waiting")] == [
            (quote.text, quote.state) for quote in desk.quotes()
        ]
        assert [False, False] == seen(desk)
        first, second = desk.waiting()
        assert ("U1", "U1") == (first.verified_by, second.verified_by)
        with pytest.raises(DecisionRefused, match="somebody else must confirm it"):
            desk.confirm(first.quote_id, "U1")
        desk.confirm(first.quote_id, "U2")
        assert [True, True] == seen(desk)
        assert (0, 3) == ((again := import_file(desk, path, "U1", second_eye=True)).added, again.already)

    def test_of_an_import_are_none_where_one_eye_is_enough(self, desk: Scope) -> None:
        desk.add_quotes([ROW], "U1")
        assert () == desk.waiting()

    def test_what_a_channel_waits_for_is_its_own(self, fresh_store: Store) -> None:
        """A channel sees the workspace's waiting quotes beside its own; nobody sees another's."""
        everybodys = fresh_store.scope("T1").verify(ROW, "U1", second_eye=True)
        own = fresh_store.scope("T1", "C1").verify(said("We sail at noon."), "U1", second_eye=True)
        assert (everybodys, own) == fresh_store.scope("T1", "C1").waiting()
        assert (everybodys,) == fresh_store.scope("T1").waiting() == fresh_store.scope("T1", "C2").waiting()
        assert () == fresh_store.scope("T2").waiting()
        with pytest.raises(NoSuchQuote):
            fresh_store.scope("T1").confirm(own.quote_id, "U2")

    def test_leave_no_export(self, desk: Scope, tmp_path: Path) -> None:
        """An export holds what is verified now, neither what waits nor what was taken back."""
        desk.verify(ROW, "U1", second_eye=True)
        taken_back = desk.verify(said("We sail at noon."), "U1")
        desk.withdraw(taken_back.quote_id, "U1")
        assert 0 == export_file(desk, tmp_path / "out.jsonl")


class TestWithdraw:
    @pytest.mark.parametrize("second_eye", [True, False])
    def test_takes_a_verification_back(self, desk: Scope, second_eye: bool) -> None:
        """The quote matches nothing more, is still there by its number, and its history says who and why."""
        quote = desk.verify(ROW, "U1", second_eye=second_eye)
        gone = desk.withdraw(quote.quote_id, "U2", "wrong speaker")
        assert (State.WITHDRAWN, "U2", "wrong speaker") == (gone.state, gone.decided_by, gone.decided_why)
        assert [False, False] == seen(desk)
        assert () == desk.waiting()
        assert [("verify", "U1", None), ("withdraw", "U2", "wrong speaker")] == [
            (event.what, event.by, event.why) for event in desk.history(quote.quote_id)
        ]

    def test_leaves_a_hole_in_its_article(self, desk: Scope) -> None:
        """What stood before and after a withdrawn quote does not follow on."""
        lines = ("We sail at noon every day.", WORDS, "We eat at one every day.")
        article, reading = article_of(*(("Marta Velling", line) for line in lines))
        quotes = desk.add_article(article, reading, "U1")
        desk.withdraw(quotes[1].quote_id, "U1")
        draft = read_text(f"Ferries\n\n“{lines[0]} {lines[2]}” said Marta Velling.\n", "draft.txt")
        assert Verdict.SPLICED is check(draft, desk, Desk()).quotes[0].verdict

    def test_lets_the_same_text_in_again(self, desk: Scope) -> None:
        """Of a text that is added again only what was withdrawn goes in, in its old place."""
        article, reading = article_of(("Marta Velling", WORDS), ("Åse Lind", "We sail at noon."))
        first, second = desk.add_article(article, reading, "U1")
        desk.withdraw(first.quote_id, "U1")
        again = desk.add_article(article, reading, "U2")
        assert ["U2", "U1"] == [quote.verified_by for quote in again]
        assert (first.article_id, first.position) == (again[0].article_id, again[0].position)
        assert second == again[1]
        assert first.quote_id != again[0].quote_id
        assert again == desk.add_article(article, reading, "U3")
        assert [quote.quote_id for quote in again] == [quote.quote_id for quote in desk.sequence(first.article_id or 0)]

    def test_may_be_done_with_all_of_a_text(self, desk: Scope) -> None:
        article, reading = article_of(("Marta Velling", WORDS), ("Åse Lind", "We sail at noon."))
        for quote in desk.add_article(article, reading, "U1"):
            desk.withdraw(quote.quote_id, "U1")
        assert [State.WAITING] * 2 == [
            quote.state for quote in desk.add_article(article, reading, "U2", second_eye=True)
        ]


class TestVerified:
    def test_are_the_quotes_that_count(self, fresh_store: Store) -> None:
        """Neither what waits, nor what was taken back or shared; a disputed one does, as drafts are held against it."""
        everybody, channel = fresh_store.scope("T1"), fresh_store.scope("T1", "C1")
        assert 0 == everybody.verified()
        waits, gone, disputed = stored(everybody, "We sail at noon.", "We eat at one.", "We dock at two.")
        everybody.withdraw(waits, "U1")
        waits = everybody.verify(said("We sail at noon."), "U1", second_eye=True).quote_id
        channel.withdraw(gone, "U1")
        everybody.dispute(disputed, "U1", "not on the tape")
        own = channel.verify(ROW, "U1")
        fresh_store.scope("T2").verify(ROW, "U1")
        assert (1, 4, 2, 5) == (everybody.verified(), everybody.size(), channel.verified(), channel.size())
        channel.share(own.quote_id, "U1")
        assert (2, 2) == (everybody.verified(), channel.verified())
        everybody.confirm(waits, "U2")
        assert (3, 3, 1) == (everybody.verified(), channel.verified(), fresh_store.scope("T2").verified())

    @pytest.mark.sqlite_file
    def test_are_counted_without_reading_them(self, fresh_store: Store) -> None:
        """A store of a million quotes is asked as soon as a small one: only the lines that do not count are read."""
        with fresh_store._connections.reading() as db:
            plan = db.execute(f"EXPLAIN QUERY PLAN {COUNTED}", {"team": "T1", "channel": None}).fetchall()
        steps = "\n".join(row[3] for row in plan)
        assert "SCAN line USING INDEX audit_uncounted" in steps
        assert "SEARCH quote USING INTEGER PRIMARY KEY" in steps


class TestShownAmongOthers:
    def test_withdrawn_words_crowd_out_none_that_count(self, desk: Scope) -> None:
        """Many withdrawn quotes that hold the words better leave the one that counts where it was found before."""
        [kept] = stored(desk, "The harbour master says that the ferry has never been late.")
        before = desk.candidates(WORDS), desk.find("harbour ferry late", limit=1)
        for number in range(40):
            quote = desk.verify(said(WORDS, source=f"tape {number}"), "U1")
            desk.withdraw(quote.quote_id, "U1")
        assert before == (desk.candidates(WORDS), desk.find("harbour ferry late", limit=1))
        assert kept == before[1][0].quote_id


ACTIONS = ("confirm", "dispute", "uphold", "retract", "correct", "withdraw")


@given(second_eye=st.booleans(), actions=st.lists(st.sampled_from(ACTIONS), max_size=6))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_quote_is_found_as_long_as_its_state_counts(
    tmp_path_factory: pytest.TempPathFactory, second_eye: bool, actions: list[str]
) -> None:
    """Whatever is decided in whatever order: what is found, what waits and what history says agree with the state."""
    store = open_store(tmp_path_factory.mktemp("life") / "desk.db")
    desk = store.scope()
    quote = desk.verify(ROW, "U1", second_eye=second_eye)
    for action in actions:
        rest = {"confirm": ("U2",), "correct": ("Quite other things were said.", "U2", "why")}
        try:
            getattr(desk, action)(quote.quote_id, *rest.get(action, ("U2", "why")))
        except DecisionRefused:
            continue
    now = desk.quote(quote.quote_id)
    found = {one.quote_id for one in desk.candidates(WORDS).quotes}
    assert now.state.counts == (quote.quote_id in found)
    assert (now.state is State.WAITING) == (quote.quote_id in {one.quote_id for one in desk.waiting()})
    assert now.state is desk.history(quote.quote_id)[-1].new_state
    store.close()
