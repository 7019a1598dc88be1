"""Articles whose quotes are verified: stored once, in order, with what else they say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.archive import KnownName
from bot.errors import WrongInput
from bot.models import (
    AgeMention,
    Article,
    BirthMention,
    DatedFact,
    KnownAge,
    KnownFact,
    NameMention,
    Provenance,
    Reading,
)
from store import Scope, Store
from tests.store.said import article_of, said

AT = "2025-03-07T09:00:00+00:00"
FERRY = ("Marta Velling", "We will not sell the ferry.")
BRIDGE = ("Tomas Brandt", "The bridge is safe, I would drive my mother over it.")
PROVENANCE = Provenance("Bridge vote put off", "The Harbour Post", None, date(2025, 3, 6), "Ines Okafor", AT)


def add(scope: Scope, article: Article, reading: Reading) -> list[int]:
    return [quote.quote_id for quote in scope.add_article(article, reading, "Ines Okafor", at=AT)]


class TestAdding:
    def test_keeps_what_is_known_of_each_quote(self, desk: Scope) -> None:
        """A stored quote has its words, speaker, cue, place in the article, source and who verified it."""
        article, reading = article_of(FERRY, BRIDGE)
        _, bridge = desk.add_article(article, reading, "Ines Okafor", against="recording", note="tape 4", at=AT)

        assert (BRIDGE[1], BRIDGE[0], "said", 1) == (bridge.text, bridge.speaker, bridge.cue, bridge.position)
        assert ("Bridge vote put off", "The Harbour Post", date(2025, 3, 6)) == (
            bridge.source,
            bridge.outlet,
            bridge.published,
        )
        assert ("Ines Okafor", AT, "recording", "tape 4", "verified") == (
            bridge.verified_by,
            bridge.verified_at,
            bridge.against,
            bridge.note,
            bridge.state,
        )

    def test_adds_the_same_text_once(self, desk: Scope) -> None:
        """The same text again adds nothing, and gives what is stored."""
        article, reading = article_of(FERRY, BRIDGE)
        first = add(desk, article, reading)
        again = add(desk, replace(article, title="Ferry stays"), reading)

        assert first == again
        assert 2 == desk.size()

    def test_gives_the_present_state_of_what_is_stored(self, desk: Scope) -> None:
        """Adding the same text again does not settle a dispute."""
        article, reading = article_of(FERRY)
        [ferry] = add(desk, article, reading)
        desk.dispute(ferry, "Ines Okafor", "He denies it.")

        assert ["disputed"] == [quote.state for quote in desk.add_article(article, reading, "Ines Okafor")]

    def test_keeps_the_same_text_apart_by_scope(self, fresh_store: Store) -> None:
        """Two workspaces may both store one article; neither learns of the other."""
        article, reading = article_of(FERRY)
        assert add(fresh_store.scope("T1"), article, reading) != add(fresh_store.scope("T2"), article, reading)

    def test_wants_a_name(self, desk: Scope) -> None:
        """Somebody must stand for verified words."""
        with pytest.raises(WrongInput, match="Nobody is named"):
            desk.add_article(*article_of(FERRY), by=" ")

    def test_takes_an_article_without_quotes(self, desk: Scope) -> None:
        """An article in which nobody is quoted is stored too, for its facts."""
        assert () == desk.add_article(*article_of(), by="Ines Okafor")

    def test_undoes_all_where_something_fails(self, fresh_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
        """An article goes in whole or not at all."""
        article, reading = article_of(FERRY)
        broken = replace(reading, facts=(DatedFact((), "open", "2025", "Half a \ud83d.", 0, 9, ()),))
        with pytest.raises(UnicodeEncodeError):
            add(fresh_store.scope(), article, broken)

        assert 0 == fresh_store.scope().size()
        assert [] == list(fresh_store.scope().quotes())


class TestSequence:
    def test_is_the_order_of_the_article(self, desk: Scope) -> None:
        """The quotes of an article come in the order in which they stand in it."""
        article, reading = article_of(FERRY, BRIDGE, ("Marta Velling", "Ask me in May."))
        quotes = desk.add_article(article, replace(reading, quotes=tuple(reversed(reading.quotes))), "Ines Okafor")
        assert quotes[0].article_id is not None
        sequence = desk.sequence(quotes[0].article_id)

        assert [FERRY[1], BRIDGE[1], "Ask me in May."] == [quote.text for quote in sequence]
        assert [0, 1, 2] == [quote.position for quote in sequence]

    def test_leaves_room_beside_a_headline(self, desk: Scope) -> None:
        """A quote in a headline is no neighbour of the first quote of the body."""
        article, reading = article_of(("Marta Velling", "Not for sale"), FERRY, BRIDGE)
        headline = replace(reading.quotes[0], in_body=False)
        reading = replace(reading, quotes=(headline, *reading.quotes[1:]))
        positions = [quote.position for quote in desk.add_article(article, reading, "Ines Okafor")]

        assert positions[1] > positions[0] + 1
        assert positions[2] == positions[1] + 1

    def test_shows_a_correction_in_the_old_place(self, desk: Scope) -> None:
        """A corrected quote stands in its article in its new wording."""
        article, reading = article_of(FERRY, BRIDGE)
        quotes = desk.add_article(article, reading, "Ines Okafor")
        desk.correct(quotes[0].quote_id, "We will never sell the ferry.", "Ines Okafor", "Heard the tape again.")

        assert quotes[0].article_id is not None
        texts = [quote.text for quote in desk.sequence(quotes[0].article_id)]
        assert ["We will never sell the ferry.", BRIDGE[1]] == texts

    def test_is_empty_from_elsewhere(self, fresh_store: Store) -> None:
        """Another workspace sees nothing of an article, not even that it is there."""
        article, reading = article_of(FERRY)
        [ferry] = fresh_store.scope("T1").add_article(article, reading, "Ines Okafor")
        assert ferry.article_id is not None
        assert () == fresh_store.scope("T2").sequence(ferry.article_id)


class TestFacts:
    FACT = DatedFact(("kestrel", "bridge"), "open", "2019-05-04", "The Kestrel Bridge opened on May 4.", 0, 35,
                     ("kestrel", "bridge:open"))  # fmt: skip

    def test_are_found_by_any_key(self, desk: Scope) -> None:
        """A dated event is found by each of its keys, with its article's standing."""
        article, reading = article_of(FERRY)
        add(desk, article, replace(reading, facts=(self.FACT,)))

        assert (KnownFact(self.FACT, PROVENANCE),) == desk.facts(["nothing", "bridge:open"])
        assert (KnownFact(self.FACT, PROVENANCE),) == desk.facts(["kestrel", "bridge:open"])
        assert () == desk.facts(["ferry"])

    def test_stay_in_their_scope(self, fresh_store: Store) -> None:
        """What a private channel's article says is known in that channel alone."""
        article, reading = article_of(FERRY)
        add(fresh_store.scope("T1", "C1"), article, replace(reading, facts=(self.FACT,)))

        assert 1 == len(fresh_store.scope("T1", "C1").facts(["kestrel"]))
        assert () == fresh_store.scope("T1").facts(["kestrel"])


class TestAges:
    def test_are_found_by_surname(self, desk: Scope) -> None:
        """An age and a birth date are found by the folded surname, with the line they stand in."""
        article, reading = article_of(FERRY)
        text = article.text + "\nMarta Velling, 58, was born on 9 May 1966.\nShe swims."
        at, born = text.index("58"), text.index("9 May")
        ages = (AgeMention("Marta Velling", 58, at, at + 2),)
        births = (BirthMention("Marta Velling", "1966-05-09", born, born + 10),)
        add(desk, replace(article, text=text), replace(reading, ages=ages, births=births))

        line = "Marta Velling, 58, was born on 9 May 1966."
        assert (
            KnownAge("Marta Velling", 58, None, line, PROVENANCE),
            KnownAge("Marta Velling", None, "1966-05-09", line, PROVENANCE),
        ) == desk.ages(["velling", "brandt"])
        assert () == desk.ages(["brandt"])

    @pytest.mark.parametrize(
        ("person", "surname"),
        [
            ("José Núñez", "nunez"),
            ("Ada Lloyd-Penn", "lloyd-penn"),
            ("Ada Lloyd-Penn", "penn"),
            ("Sam Reed Jr.", "reed"),
        ],
    )
    def test_fold_the_surname(self, desk: Scope, person: str, surname: str) -> None:
        """Accents, double-barrelled names and what follows a name do not hide a person."""
        article, reading = article_of(FERRY)
        add(desk, article, replace(reading, ages=(AgeMention(person, 40, 0, 2),)))
        assert [person] == [age.person for age in desk.ages([surname])]

    def test_cut_a_long_line_at_words(self, desk: Scope) -> None:
        """Of a very long line the words around the age are kept, whole."""
        text = "harbour " * 400 + "Marta Velling, 58, waited " + "ashore " * 400
        at = text.index("58")
        article, reading = article_of()
        ages = (AgeMention("Marta Velling", 58, at, at + 2),)
        add(desk, replace(article, text=text), replace(reading, ages=ages))

        [age] = desk.ages(["velling"])
        assert len(age.text) < 400
        assert {"harbour", "Marta", "Velling,", "58,", "waited", "ashore"} == set(age.text.split())


class TestNames:
    def test_are_those_of_the_articles_asked_for(self, desk: Scope) -> None:
        """The names of an article come once each, with its source; those of other articles do not."""
        article, reading = article_of(FERRY)
        names = (
            NameMention("Velling", 0, 7, "Marta Velling", "person"),
            NameMention("Marta Velling", 9, 22, "Marta Velling", "person"),
            NameMention("Kestrel Bridge", 30, 44, "Kestrel Bridge", "place"),
        )
        [ferry] = desk.add_article(article, replace(reading, names=names), "Ines Okafor")
        desk.add_article(*article_of(BRIDGE), by="Ines Okafor")

        assert ferry.article_id is not None
        where = ("Bridge vote put off", "The Harbour Post", None)
        assert (
            KnownName("Marta Velling", "person", *where),
            KnownName("Kestrel Bridge", "place", *where),
        ) == desk.names([ferry.article_id])
        assert () == desk.names([])


class TestAddingRows:
    def test_adds_the_same_quote_once(self, desk: Scope) -> None:
        """The same words by the same speaker from the same source are one quote, however they are punctuated."""
        rows = [
            said("We won’t sell the ferry", source="council minutes"),
            said("“We won't sell the ferry!”", "MARTA VELLING", source="council minutes"),
            said("We won't sell the ferry", source="radio"),
            said("We won't sell the ferry", "Tomas Brandt", source="council minutes"),
        ]
        first = desk.add_quotes(rows, "Ines Okafor")
        again = desk.add_quotes(rows, "Ines Okafor")

        assert (3, 1, 0, 4) == (first.added, first.already, again.added, again.already)

    def test_does_not_bring_a_retracted_quote_back(self, desk: Scope) -> None:
        """A row that was retracted is there already, and stays retracted."""
        desk.add_quotes([said(FERRY[1])], "Ines Okafor")
        desk.retract(1, "Ines Okafor", "Never said.")

        assert 1 == desk.add_quotes([said(FERRY[1])], "Ines Okafor").already
        assert ["retracted"] == [quote.state for quote in desk.quotes()]

    def test_tells_its_progress(self, desk: Scope) -> None:
        """The caller is told after each batch how many rows have been dealt with; each is twice the one before."""
        told: list[int] = []
        desk.add_quotes((said(f"Pier {n} is shut.") for n in range(3_100)), "Ines Okafor", progress=told.append)
        assert [1_000, 3_000, 3_100] == told
