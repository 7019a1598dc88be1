"""Finding the verified quotes that could explain a draft's words."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.archive import Archive
from bot.language.text import search_forms
from store import Scope, Store, open_store, search
from tests.store.said import said, stored

PLEDGE = "We will not raise the harbour fee this year, and we will not sell the old ferry."


def texts(scope: Scope, asked: str, speaker: str | None = None) -> list[str]:
    found = scope.candidates(asked, speaker)
    return [quote.text for quote in (*found.quotes, *scope.numbered(found.others))]


def asked_by_the_judgement(scope: Scope) -> Archive:
    """The scope as the judgement knows it: the type checker holds it to the protocol."""
    return scope


class TestCandidates:
    def test_answer_the_judgement(self, desk: Scope) -> None:
        """A scope is an archive as the judgement asks for one."""
        stored(desk, PLEDGE)
        archive = asked_by_the_judgement(desk)
        assert (1, PLEDGE) == (archive.size(), archive.candidates(PLEDGE).quotes[0].text)

    @pytest.mark.parametrize(
        "draft",
        [
            PLEDGE,
            "we will not raise the harbour fee this year",
            "We won’t raise the harbor fee this year",
            "not sell the old ferry",
            "the old ferry",
            "harbour fee",
            "ferry",
            "We will now raise the harbour fee next year, and we will not sell the old ferry.",
            "We will not raise the harbour fee … we will not sell the old ferry.",
            "[W]e will not raise the [mooring] fee this year",
            "The council will not sell [we will not sell the old ferry] anything",
        ],
    )
    def test_are_found_however_the_draft_has_them(self, desk: Scope, draft: str) -> None:
        """Whole, in part, with a word swapped, with omissions or brackets: the verified quote is found."""
        stored(desk, PLEDGE, "The gulls are back on Tern Island.", "Nobody asked the fishermen.")
        assert PLEDGE in texts(desk, draft)

    def test_are_none_where_nothing_is_shared(self, desk: Scope) -> None:
        """Words that no verified quote comes near have no candidates."""
        stored(desk, PLEDGE)
        assert [] == texts(desk, "The orchestra opens its season with a march.")
        assert [] == texts(desk, "… — !")

    @pytest.mark.parametrize(
        ("draft", "verified"),
        [
            ("We shall not yield", "We will not yield"),
            ("It is disgrace", "It is a disgrace"),
            ("It is a total disgrace", "It is a disgrace"),
            ("More European", "Much more European"),
        ],
    )
    def test_of_few_words_are_found_one_edit_away(self, desk: Scope, draft: str, verified: str) -> None:
        """A short quote with one word swapped, dropped or added is found, though it shares no five words."""
        stored(desk, verified, PLEDGE)
        assert [verified] == texts(desk, draft)

    def test_hold_both_sources_of_a_splice(self, desk: Scope) -> None:
        """Where many quotes explain the first half, the one that explains the second half is still there."""
        first = "I have always said that the harbour belongs to the town"
        second = "nobody will lose a mooring over this plan"
        stored(desk, second + ", I promise.", *(f"{first}, reason number {n}." for n in range(60)))

        found = texts(desk, f"{first}, and {second}.")
        assert second + ", I promise." in found[:2]
        assert 61 == len(found)

    def test_come_best_first(self, desk: Scope) -> None:
        """The quote that shares the most words comes before those that share a phrase."""
        stored(desk, "We will not raise the harbour fee, ever.", PLEDGE, "We will not raise the harbour wall.")
        assert PLEDGE == texts(desk, PLEDGE)[0]

    def test_are_there_in_every_state(self, desk: Scope) -> None:
        """A retracted quote is a candidate: the editor must be told of it."""
        [quote_id] = stored(desk, PLEDGE)
        desk.retract(quote_id, "Ines Okafor", "The recording says otherwise.")
        assert ["retracted"] == [quote.state for quote in desk.candidates(PLEDGE).quotes]

    def test_of_a_fragment_are_the_speakers_first(self, desk: Scope) -> None:
        """Of a two-word phrase that very many used, the speaker's own use is found all the same."""
        rows = [said(f"No comment on day {n} of the strike.", f"Person {chr(65 + n % 26)}") for n in range(300)]
        desk.add_quotes([*rows, said("I have no comment.", "Tomas Brandt")], "Ines Okafor")

        answer = desk.candidates("no comment", "Tomas Brandt")
        assert "I have no comment." in [quote.text for quote in answer.quotes]
        assert answer.truncated

    def test_say_when_a_cut_was_made(self, desk: Scope, monkeypatch: pytest.MonkeyPatch) -> None:
        """Where more quotes share the words than are read, the answer says so."""
        monkeypatch.setattr(search, "CAP", 50)
        stored(desk, *(f"At the end of the day pier {n} is shut." for n in range(80)))

        assert desk.candidates("At the end of the day we won").truncated
        assert not desk.candidates("pier 7 is shut").truncated

    def test_take_a_megabyte_of_anything(self, desk: Scope) -> None:
        """A pasted megabyte of words or marks is answered, and not for ever."""
        stored(desk, PLEDGE)
        assert desk.candidates("[(… " * 250_000 + "we will not sell the old ferry").quotes
        assert desk.candidates("we will not sell the old ferry " * 30_000).truncated


def shares_five(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    runs = {one[at : at + 5] for at in range(len(one) - 4)}
    return any(other[at : at + 5] in runs for at in range(len(other) - 4))


WORD = st.sampled_from("we will not sell the old ferry to anyone or at all this year".split())
WORDS = st.lists(WORD, min_size=1, max_size=14).map(" ".join)


class TestCompleteness:
    @given(corpus=st.lists(WORDS, min_size=1, max_size=60), draft=WORDS)
    @settings(max_examples=60, deadline=None)
    def test_nothing_that_shares_five_words_is_missed(
        self, tmp_path_factory: pytest.TempPathFactory, corpus: list[str], draft: str
    ) -> None:
        """Candidates hold every stored quote that shares five running words, as a scan of all of them tells."""
        store = open_store(tmp_path_factory.mktemp("complete") / "verbatim.db")
        stored(store.scope(), *corpus)
        self.compare(store.scope(), draft)
        store.close()

    def test_holds_where_every_run_is_common(self, desk: Scope, monkeypatch: pytest.MonkeyPatch) -> None:
        """With few words over and over no run is rare; thousands of pairs that share five words, none missed."""
        monkeypatch.setattr(search, "FIRST_COUNT", 40)
        rng = random.Random(7)
        vocabulary = "we will not sell".split()
        corpus = [" ".join(rng.choices(vocabulary, k=rng.randint(5, 30))) for _ in range(1_500)]
        desk.add_quotes([said(text, source=str(n)) for n, text in enumerate(corpus)], "Ines Okafor")
        pairs = 0
        for _ in range(40):
            pairs += self.compare(desk, " ".join(rng.choices(vocabulary, k=rng.randint(5, 12))))
        for text in rng.sample(corpus, 25):
            words = text.split()
            start = rng.randrange(len(words) - 4)
            pairs += self.compare(desk, " ".join(words[start : start + rng.randint(5, 9)]))
        assert pairs > 3_000

    def compare(self, scope: Scope, draft: str) -> int:
        answer = scope.candidates(draft)
        found = {quote.quote_id for quote in answer.quotes} | {*answer.others}
        asked = search_forms(draft)
        wanted = {quote.quote_id for quote in scope.quotes() if shares_five(asked, search_forms(quote.text))}
        assert not answer.truncated
        assert set() == wanted - found
        return len(wanted)


class TestScoping:
    def test_a_channel_sees_the_workspace_and_itself(self, fresh_store: Store) -> None:
        """What a private channel verified is seen there, and nowhere else; the workspace's is seen by both."""
        desk, channel = fresh_store.scope("T1"), fresh_store.scope("T1", "C1")
        stored(desk, PLEDGE)
        stored(channel, "We will not raise the harbour fee, says nobody.")

        assert 2 == len(texts(channel, "we will not raise the harbour fee"))
        assert [PLEDGE] == texts(desk, "we will not raise the harbour fee")
        assert [PLEDGE] == texts(fresh_store.scope("T1", "C2"), "we will not raise the harbour fee")
        assert [] == texts(fresh_store.scope("T2"), "we will not raise the harbour fee")
        assert (2, 1, 0) == (channel.size(), desk.size(), fresh_store.scope("T2", "C1").size())

    @given(mine=st.lists(WORDS, min_size=1, max_size=25), theirs=st.lists(WORDS, max_size=60), draft=WORDS)
    @settings(max_examples=40, deadline=None)
    def test_others_change_nothing(
        self, tmp_path_factory: pytest.TempPathFactory, mine: list[str], theirs: list[str], draft: str
    ) -> None:
        """Whatever other workspaces and channels add, an answer stays the same."""
        store = open_store(tmp_path_factory.mktemp("scopes") / "verbatim.db")
        scope = store.scope("T1", "C1")
        stored(store.scope("T1"), *mine[::2])
        stored(scope, *mine)
        before = (scope.candidates(draft), scope.find(draft), scope.size(), scope.speakers_like("Marta Veling"))
        for other in (store.scope("T2"), store.scope("T2", "C1"), store.scope("T1", "C2")):
            stored(other, *theirs, *mine)

        after = (scope.candidates(draft), scope.find(draft), scope.size(), scope.speakers_like("Marta Veling"))
        assert before == after
        store.close()

    def test_others_do_not_crowd_out(self, fresh_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
        """Another workspace full of the same words neither cuts an answer nor makes it say so."""
        monkeypatch.setattr(search, "CAP", 50)
        stored(fresh_store.scope("T2"), *(f"{PLEDGE} {n}" for n in range(200)))
        stored(fresh_store.scope("T1"), PLEDGE)

        answer = fresh_store.scope("T1").candidates(PLEDGE)
        assert ([PLEDGE], False) == ([quote.text for quote in answer.quotes], answer.truncated)


class TestRealText:
    def test_is_complete_on_real_sentences(self, shared: Path, desk: Scope) -> None:
        """On sentences of real news copy, too, every quote that shares five words is among the candidates."""
        import json
        import re

        lines = (shared / "data" / "polnear.dev.jsonl").read_text(encoding="utf-8").splitlines()[:60]
        sentences = [
            part for line in lines for part in re.split(r"(?<=[.!?])\s+|\n+", json.loads(line)["text"]) if part
        ]
        desk.add_quotes([said(part, source=str(n)) for n, part in enumerate(sentences)], "Ines Okafor")
        rng, checked = random.Random(3), TestCompleteness()
        pairs = sum(checked.compare(desk, part) for part in rng.sample(sentences, 60))
        assert pairs >= 60 * 0.8
