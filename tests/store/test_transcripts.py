"""Transcripts in the store: turns that are quotes, with their speakers and the seconds at which they were said."""

from __future__ import annotations

from dataclasses import replace

from bot.check import check
from bot.ingest import read_text
from bot.models import Article, State, Verdict, VerifiedQuote
from bot.transcripts import Transcript, Turn
from store import Scope, Store

LONG = "We will not close a depot this year. The boats are full in summer and the pier has earned its paint."
LINK = "https://harbour.example/talk"
TALK = Transcript(
    (
        Turn("Will the depot close this year?", "Ann Dale", "ANN DALE", ((0, 1),)),
        Turn(
            LONG,
            "Priya Raman",
            "PRIYA RAMAN",
            ((0, 6), (LONG.index("The boats"), 14), (LONG.index("the pier"), 21)),
        ),
        Turn("There are no plans to leave the harbour board.", "Priya Raman", "PRIYA RAMAN", ((0, 40),), follows=False),
    ),
    "talk.vtt",
)


def added(scope: Scope, transcript: Transcript = TALK, link: str | None = LINK) -> tuple[VerifiedQuote, ...]:
    article = Article(transcript.text, "Harbour talk", "talk.vtt", "Harbour Post", link)
    return scope.add_transcript(article, transcript, "Ines Okafor", said_on="2025-03-03")


def judged(scope: Scope, words: str) -> tuple[Verdict, VerifiedQuote | None]:
    """The verdict on words of Priya Raman, and the verified quote that they stand to."""
    [one] = check(read_text(f"“{words},” said Priya Raman."), scope).quotes
    return one.verdict, one.matches[0].verified if one.matches else None


class TestTurns:
    def test_are_verified_quotes(self, desk: Scope) -> None:
        """Each turn has its speaker, day and source, was verified from the transcript, and links to its second."""
        quote = added(desk)[1]
        assert ("Priya Raman", "2025-03-03", "Harbour talk", "transcript", f"{LINK}?t=6", 6) == (
            quote.speaker, quote.said_on, quote.source, quote.against, quote.link, quote.second,
        )  # fmt: skip

    def test_again_add_nothing(self, desk: Scope) -> None:
        """The same words and speakers are the same transcript, whatever its link."""
        assert [one.quote_id for one in added(desk)] == [one.quote_id for one in added(desk, link=None)]
        assert 3 == desk.size()

    def test_that_were_withdrawn_come_in_again(self, desk: Scope) -> None:
        """A verification that was taken back can be made anew, with its times."""
        desk.withdraw(added(desk)[1].quote_id, "Ines Okafor")
        again = added(desk)[1]
        assert (State.VERIFIED, TALK.turns[1].times) == (again.state, again.times)
        assert 4 == desk.size()

    def test_without_times_link_to_the_whole(self, desk: Scope) -> None:
        """A transcript without time codes has the link as it was given."""
        bare = Transcript(tuple(replace(turn, times=()) for turn in TALK.turns))
        assert [(LINK, None)] * 3 == [(quote.link, quote.second) for quote in added(desk, bare)]


class TestChecks:
    def test_link_to_the_second_of_the_very_words(self, desk: Scope) -> None:
        """An excerpt from the middle of a turn opens the recording where its own words begin."""
        added(desk)
        verdict, found = judged(desk, "the pier has earned its paint")
        assert (Verdict.EXCERPT, f"{LINK}?t=21", 21) == (verdict, found and found.link, found and found.second)

    def test_find_words_over_several_captions(self, desk: Scope) -> None:
        """What runs over three captions is one excerpt, and a word left out of it is seen."""
        added(desk)
        over = "close a depot this year. The boats are full in summer and the pier has earned"
        assert (Verdict.EXCERPT, 6) == ((found := judged(desk, over))[0], found[1] and found[1].second)
        assert Verdict.ALTERED is judged(desk, over.replace("a depot", "depots"))[0]

    def test_do_not_join_over_what_was_not_heard(self, desk: Scope) -> None:
        """Words from both sides of an [inaudible] do not follow each other."""
        added(desk)
        verdict, _ = judged(desk, "the pier has earned its paint. There are no plans to leave the harbour board")
        assert Verdict.SPLICED is verdict


class TestElsewhere:
    def test_times_go_with_a_quote_that_is_shared(self, fresh_store: Store) -> None:
        """The workspace's copy of a private channel's turn keeps its seconds."""
        private = fresh_store.scope("desk", "C0CLOSED01")
        number = added(private)[1].quote_id
        assert TALK.turns[1].times == private.share(number, "Ines Okafor").times

    def test_times_are_seen_where_the_quote_is(self, fresh_store: Store) -> None:
        """Another workspace sees neither."""
        added(fresh_store.scope("desk", "C0CLOSED01"))
        assert [] == list(fresh_store.scope("desk").quotes())
