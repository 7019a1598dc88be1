"""A private channel's quote given to the whole workspace."""

from __future__ import annotations

import pytest

from bot.errors import DecisionRefused, NoSuchQuote
from bot.models import State
from store import Scope, Store
from store.quotes import QuoteRow
from tests.store.said import article_of

WORDS = "The ferry has never been late, whatever the harbour master says."
ROW = QuoteRow(WORDS, "Marta Velling", source="Harbour tape", note="second call", external_id="H-7")


@pytest.fixture
def channel(fresh_store: Store) -> Scope:
    return fresh_store.scope("T1", "C1")


@pytest.fixture
def everybody(fresh_store: Store) -> Scope:
    return fresh_store.scope("T1")


class TestShare:
    def test_makes_a_copy_that_all_see(self, fresh_store: Store, channel: Scope, everybody: Scope) -> None:
        """It knows all that the channel's own knew, and who verified that; other workspaces do not see it."""
        own = channel.verify(ROW, "U1")
        copy = channel.share(own.quote_id, "U2")
        assert [copy] == everybody.find("harbour master")
        assert (WORDS, "Marta Velling", "Harbour tape", "second call", "H-7", "U1", own.verified_at) == (
            copy.text, copy.speaker, copy.source, copy.note, copy.external_id, copy.verified_by, copy.verified_at,
        )  # fmt: skip
        assert copy in fresh_store.scope("T1", "C2").candidates(WORDS).quotes
        assert () == fresh_store.scope("T2").candidates(WORDS).quotes

    def test_keeps_what_the_article_said_of_it(self, channel: Scope, everybody: Scope) -> None:
        """Source, outlet and date stand in the copy itself; the channel's article stays its own."""
        article, reading = article_of(("Marta Velling", WORDS))
        [own] = channel.add_article(article, reading, "U1")
        copy = channel.share(own.quote_id, "U1")
        assert (own.source, own.outlet, own.link, own.published, own.cue) == (
            copy.source, copy.outlet, copy.link, copy.published, copy.cue,
        )  # fmt: skip
        assert copy.article_id is None
        assert own.article_id is not None
        assert () == channel.sequence(own.article_id)
        assert () == everybody.names([own.article_id])

    def test_lets_the_copy_count_in_the_channel(self, channel: Scope, everybody: Scope) -> None:
        """The channel finds the words once, as the copy; a dispute of the copy is seen there."""
        own = channel.verify(ROW, "U1")
        copy = channel.share(own.quote_id, "U1")
        assert State.SHARED is channel.quote(own.quote_id).state
        assert [copy.quote_id] == [quote.quote_id for quote in channel.candidates(WORDS).quotes]
        assert [copy.quote_id] == [quote.quote_id for quote in channel.find("harbour master")]
        everybody.dispute(copy.quote_id, "U3", "not on the tape")
        assert [State.DISPUTED] == [quote.state for quote in channel.candidates(WORDS).quotes]
        with pytest.raises(DecisionRefused, match="decide on the workspace's quote"):
            channel.dispute(own.quote_id, "U3", "not on the tape")

    def test_is_in_both_histories(self, channel: Scope, everybody: Scope) -> None:
        own = channel.verify(ROW, "U1")
        copy = channel.share(own.quote_id, "U2")
        assert [("verify", "U1", None), ("share", "U2", copy.quote_id)] == [
            (event.what, event.by, event.other_quote) for event in channel.history(own.quote_id)
        ]
        assert [("share", "U2", own.quote_id, None)] == [
            (event.what, event.by, event.other_quote, event.channel) for event in everybody.history(copy.quote_id)
        ]
        with pytest.raises(NoSuchQuote):
            everybody.history(own.quote_id)

    @pytest.mark.parametrize("disputed", [True, False])
    def test_of_words_that_all_have_gives_those(self, channel: Scope, everybody: Scope, disputed: bool) -> None:
        own = channel.verify(ROW, "U1")
        theirs = everybody.verify(ROW, "U9")
        if disputed:
            theirs = everybody.dispute(theirs.quote_id, "U9", "not on the tape")
        given = channel.share(own.quote_id, "U1")
        assert (theirs.quote_id, theirs.state, 2) == (given.quote_id, given.state, channel.size())
        assert [theirs.quote_id] == [quote.quote_id for quote in channel.candidates(WORDS).quotes]
        assert own.quote_id == everybody.history(theirs.quote_id)[-1].other_quote

    def test_of_words_that_wait_leaves_the_channel_its_own(self, channel: Scope, everybody: Scope) -> None:
        """A channel does not lose its verified quote to one that nobody has confirmed yet."""
        own = channel.verify(ROW, "U1")
        theirs = everybody.verify(ROW, "U9", second_eye=True)
        assert theirs == channel.share(own.quote_id, "U1")
        assert [own.quote_id] == [quote.quote_id for quote in channel.candidates(WORDS).quotes]

    def test_refuses_what_is_not_the_channels_own(self, fresh_store: Store, channel: Scope, everybody: Scope) -> None:
        theirs = everybody.verify(ROW, "U1")
        for scope in (channel, everybody):
            with pytest.raises(DecisionRefused, match="the whole workspace's already") as refused:
                scope.share(theirs.quote_id, "U1")
            assert theirs.quote_id == refused.value.evidence
        other = fresh_store.scope("T1", "C2").verify(QuoteRow("We sail at noon.", "Åse Lind"), "U1")
        with pytest.raises(NoSuchQuote):
            channel.share(other.quote_id, "U1")

    def test_refuses_what_is_not_verified(self, channel: Scope) -> None:
        waiting = channel.verify(ROW, "U1", second_eye=True)
        with pytest.raises(DecisionRefused, match="cannot be shared: it waits for a second eye"):
            channel.share(waiting.quote_id, "U1")
        channel.confirm(waiting.quote_id, "U2")
        channel.share(waiting.quote_id, "U2")
        with pytest.raises(DecisionRefused, match="cannot be shared: it was shared"):
            channel.share(waiting.quote_id, "U2")

    def test_leaves_nothing_to_import_again(self, channel: Scope, everybody: Scope) -> None:
        """The channel's own file adds nothing after the sharing, and verifying the words gives the copy."""
        copy = channel.share(channel.verify(ROW, "U1").quote_id, "U1")
        assert 0 == channel.add_quotes([ROW], "U1").added
        assert copy == channel.verify(ROW, "U1")
        assert copy == everybody.verify(ROW, "U1")
