"""A text as a reader sees it, and the way back to how it was written."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.direction import turned
from bot.language.lookalikes import disguises, undisguised
from bot.language.seen import as_seen, seen
from bot.language.text import forms, search_forms, words
from bot.names.forms import fold_name, same_person

UNSEEN = "\u200b\u00ad\u200d\u2060\ufeff\u200e\u202e\u2066\ufe0f\x01\x7f"


class TestSeen:
    @given(st.text(alphabet="aé’ 1,—\n" + UNSEEN, max_size=40))
    def test_every_place_is_its_place_as_written(self, text: str) -> None:
        """Each character that is seen stands where the way back says, in both directions."""
        shown = seen(text)
        if shown is None:
            assert not set(text) & set(UNSEEN)
            return
        for at, ch in enumerate(shown.text):
            start, end = shown.span(at, at + 1)
            assert (ch, at) == (text[start:end], shown.index(start))
        assert "".join(ch for ch in text if ch not in UNSEEN) == shown.text

    def test_what_stands_between_two_marks_keeps_what_is_hidden_there(self) -> None:
        """A quote is all that is written between its marks."""
        text = "“\u200bWe sail\u200b,\u200b” she said."
        shown = seen(text)
        assert shown is not None
        start, end = shown.between(1, 9)
        assert "\u200bWe sail\u200b,\u200b" == text[start:end]

    def test_a_plain_text_is_left_as_it_is(self) -> None:
        """Nothing is hidden in accents, dashes, emoji or another alphabet."""
        assert seen("Ćevapčići — “Ναι”, said Ο Νίκος. Путин, 日本, 🚢, naïve, Işık.") is None


class TestWords:
    @pytest.mark.parametrize(
        ("tricked", "plain"),
        [
            ("We will n\u200bo\u200bt clo\u00adse", "We will not close"),
            ("don\u200b’t, don’\u200bt", "don’t, don’t"),
            ("1\u200b40 jobs, £\u20605m", "140 jobs, £5m"),
            ("n\u0336o\u0336t", "not"),
            ("n\u20e5ot", "not"),
            ("\u202enot\u202c now", "not now"),
            ("n\u043et", "not"),
            ("n\u200b\u043e\u200bt", "not"),
            ("\u0406 think \u0430 boat", "I think a boat"),
            ("ｎｏｔ", "not"),
            ("𝐧𝐨𝐭", "not"),
            ("o\ufb03ce", "office"),
        ],
    )
    def test_are_compared_as_they_are_seen(self, tricked: str, plain: str) -> None:
        """What has no shape, and a letter that passes for another, make no other word."""
        assert forms(plain) == forms(tricked)
        assert search_forms(plain) == search_forms(tricked)

    def test_a_hidden_change_is_a_change(self) -> None:
        """A word that is seen to be another stays another."""
        assert forms("n\u200bow") != forms("not")

    @given(st.lists(st.sampled_from(["We", "will", "n\u043et", "140", "don’t", *UNSEEN, " ", " ", ", "]), max_size=30))
    def test_stand_where_they_are_written(self, pieces: list[str]) -> None:
        """The place of a word begins and ends with its own letters."""
        text = "".join(pieces)
        for word in words(text):
            assert as_seen(text[word.start : word.end]) == text[word.start : word.end].translate(
                {ord(ch): None for ch in UNSEEN} | {0x43E: "o"}
            )
            assert text[word.start] not in UNSEEN
            assert text[word.end - 1] not in UNSEEN


class TestDisguises:
    @pytest.mark.parametrize(
        ("text", "passes_for"),
        [
            ("We will n\u043et close", ["not"]),
            ("S\u0430m \u0412ell left", ["Sam", "Bell"]),
            ("\u0391 boat", ["A"]),
            ("\u03bff course", ["of"]),
            ("\u0262oogle", ["google"]),
            ("the \u0421\u0421\u0421\u0420 sign", ["CCCP"]),
        ],
    )
    def test_pass_for_latin_words(self, text: str, passes_for: list[str]) -> None:
        """A letter of another alphabet in a Latin word, or look-alikes alone amid Latin words."""
        assert passes_for == [word.shown for word in disguises(text)]

    @pytest.mark.parametrize(
        "text",
        [
            "Владимир Путин о том, а не сор", "Ο Αλέξης Τσίπρας μίλησε", "TNFα, IFNγ and TGFβ", "an α particle, 5 μm, 2 kΩ, ΔFosB",
            "the Russian word не", "Łódź, Ćevapčići, Işık, Ærø, ﬁne", "Вот café и résumé", "日本 and Nippon", "Հայաստան in Armenia",
        ],
    )  # fmt: skip
    def test_are_none_where_a_word_is_of_one_alphabet(self, text: str) -> None:
        """Honest names and symbols stay as they are."""
        assert [] == list(disguises(text))
        assert text == undisguised(text)

    def test_of_a_long_text_are_found_in_time(self) -> None:
        """A million letters of either alphabet take seconds."""
        began = time.process_time()
        for text in ("a" * 500_000 + "\u0430", "\u0430" * 500_000, "\u0430 b " * 150_000, "a\u0430" * 250_000):
            undisguised(text)
        assert time.process_time() - began < 6.0


class TestDirection:
    @pytest.mark.parametrize(
        "text",
        [
            "We \u202ewill\u202c sail", "We \u202bwill sail\u202c", "\u2067We will\u2069", "\u202e140", "a\n\u202eb",
            "\u202aWe \u202ewill\u202c\u202c", "from \u200f10 to 20",
        ],
    )  # fmt: skip
    def test_that_turns_latin_words_is_found(self, text: str) -> None:
        """An override, letters embedded leftwards, figures behind a mark of direction."""
        assert list(turned(text))

    @pytest.mark.parametrize(
        "text",
        [
            "We sail", "\u2067\u05e9\u05dc\u05d5\u05dd\u2069 said Noa", "\u200eWe sail\u200e", "\u202aWe sail\u202c",
            "\u202d+1 555 0100\u202c", "\u2068Noa\u2069", "\u202e\u202c", "\u05e9\u200f 10",
        ],
    )  # fmt: skip
    def test_that_turns_nothing_latin_is_let_be(self, text: str) -> None:
        """Names of their own script, and marks that only say what is so anyhow."""
        assert [] == list(turned(text))

    def test_ends_with_its_paragraph(self) -> None:
        """What nobody closes turns nothing beyond the line."""
        assert [(1, 3)] == list(turned("\u202eab\ncd"))

    def test_of_many_characters_is_found_in_time(self) -> None:
        """A hundred thousand openings take a second."""
        began = time.process_time()
        list(turned("\u202ea" * 100_000))
        list(turned("\u200f . " * 100_000))
        assert time.process_time() - began < 3.0


class TestNames:
    def test_are_one_person_however_they_are_spelled(self) -> None:
        """A zero-width space or a Cyrillic letter makes nobody else of a speaker."""
        assert fold_name("Ada Quill") == fold_name("\u0410da Qu\u200bi\u00adll") == fold_name("Ada Qu\u0456ll")
        assert same_person("Ada Quill", "A\u200bda Qu\u0456ll")
