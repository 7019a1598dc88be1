"""When two writings of a name may be one bearer's, and when they conflict or look misspelled."""

from __future__ import annotations

import pytest

from bot.models import NameMention
from bot.names.find import find_names
from bot.names.forms import given, given_names_conflict, near_spelling, same_person, strip_title, surname
from bot.names.given import gender_of
from bot.names.relation import Relation, relation


class TestParts:
    @pytest.mark.parametrize(
        ("name", "first", "last"),
        [
            ("Ana Ruiz", "Ana", "Ruiz"),
            ("Dr. Ana M. Ruiz", "Ana", "Ruiz"),
            ("Sir Nigel Thorpe-Hale KC", "Nigel", "Thorpe-Hale"),
            ("Bill de Witt", "Bill", "de Witt"),
            ("Ursula von der Lund", "Ursula", "von der Lund"),
            ("Ruiz", "", "Ruiz"),
            ("William Hale Jr.", "William", "Hale"),
        ],
    )
    def test_a_name_is_taken_apart(self, name: str, first: str, last: str) -> None:
        """Titles and letters are no part of it, particles belong to the surname."""
        assert (first, last) == (given(name), surname(name))

    def test_a_bare_title_stays(self) -> None:
        """There is nothing else to call the mayor by."""
        assert "Mayor" == strip_title("Mayor")


class TestRelation:
    @pytest.mark.parametrize(
        ("draft", "verified", "expected"),
        [
            ("Ana Ruiz", "Ana Ruiz", Relation.SAME),
            ("Ms. Ruiz", "Ana Ruiz", Relation.SAME),
            ("Bill Hale", "William Hale", Relation.SAME),
            ("Kate Moss-Lee", "Katherine Moss-Lee", Relation.SAME),
            ("A. Ruiz", "Ana Ruiz", Relation.SAME),
            ("José Peña", "Jose Pena", Relation.SAME),
            ("Ada Ruiz", "Tom Ruiz", Relation.CONFLICT),
            ("Katie Vale", "Kim Vale", Relation.CONFLICT),
            ("Ana Ruis", "Ana Ruiz", Relation.NEAR),
            ("Tom Ekwall", "Ana Ruiz", Relation.OTHER),
            (None, "Ana Ruiz", Relation.UNKNOWN),
        ],
    )
    def test_of_two_speakers(self, draft: str | None, verified: str, expected: Relation) -> None:
        """One person, one name in two spellings, another given name, another person, or nobody named."""
        assert expected == relation(draft, verified)

    @pytest.mark.parametrize(("one", "other"), [("Jon Marlow", "John Marlow"), ("Sara Lind", "Sarah Lind")])
    def test_a_respelled_given_name_is_no_conflict(self, one: str, other: str) -> None:
        """It is a variant: a query, not a hold."""
        assert near_spelling(one, other)
        assert not given_names_conflict(one, other)
        assert not same_person(one, other) or near_spelling(one, other)

    @pytest.mark.parametrize(
        ("one", "other"), [("Iran", "Iraq"), ("Texas", "Texan"), ("Austria", "Australia"), ("Ann Hart", "Tim Harte")]
    )
    def test_names_that_differ_by_design_are_not_near(self, one: str, other: str) -> None:
        """Places, their people, and two people with given names of their own."""
        assert not near_spelling(one, other)


class TestGender:
    @pytest.mark.parametrize(
        ("name", "expected"),
        [("Ottilie", "f"), ("Róisín", "f"), ("Bertrand", "m"), ("Alun", "m"), ("Taylor", None), ("Zzyzx", None)],
    )
    def test_is_told_where_nearly_all_bearers_agree(self, name: str, expected: str | None) -> None:
        """A name borne by men and women alike tells nothing."""
        assert expected == gender_of(name)


class TestFind:
    def _found(self, text: str) -> dict[str, NameMention]:
        return {mention.text: mention for mention in find_names(text)}

    @pytest.mark.parametrize(
        ("text", "written", "full", "kind"),
        [
            ("Ana Ruiz left. Ruiz was tired.", "Ruiz", "Ana Ruiz", "person"),
            ("Grazier Neville Hart drove past. Hart waved.", "Hart", "Neville Hart", "person"),
            ("Neville ‘Bluey’ Hart drove past.", "Neville ‘Bluey’ Hart", "Neville Hart", "person"),
            ("Det Con Isla Mukherjee found it.", "Isla Mukherjee", "Isla Mukherjee", "person"),
            ("Prof Ana Ruiz MBE spoke.", "Ana Ruiz", "Ana Ruiz", "person"),
            ("Larkspur Council met on Monday.", "Larkspur Council", "Larkspur Council", "organisation"),
            ("The film ‘Dusk at Noon’ opens.", "Dusk at Noon", "Dusk at Noon", "work"),
            ("She flew to Texas on Monday.", "Texas", "Texas", "place"),
        ],
    )
    def test_a_name_is_what_it_is(self, text: str, written: str, full: str, kind: str) -> None:
        """Jobs, ranks and honours are no part of a name; a surname stands for its bearer."""
        found = self._found(text)[written]
        assert (full, kind) == (found.full, found.kind)
        assert written == text[found.start : found.end]
