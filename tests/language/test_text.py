"""Words as the desk compares them: what is one word, what is the same word, and where it stands."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.language.text import expand, forms, has_words, search_forms, words


class TestForms:
    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("twenty-five", "25"),
            ("one hundred and five boats", "105 boats"),
            ("£5m", "five million pounds"),
            ("$2.75", "2.75 dollars"),
            ("40%", "40 per cent"),
            ("40 percent", "forty per cent"),
            ("the colour grey", "the color gray"),
            ("Mr. Vale", "Mr Vale"),
            ("“don’t”", '"don\'t"'),
            ("the U.S. coast", "the US coast"),
            ("café", "cafe"),
            ("co­operate", "cooperate"),
            ("12,500 tonnes", "12500 tonnes"),
            ("salt & vinegar", "salt and vinegar"),
            ("½ a loaf", "half a loaf"),
            ("٣ boats", "3 boats"),
            ("INVESTED $8BN IN THE 21ST", "invested $8bn in the 21st"),
            ("5M boats", "5m boats"),
        ],
    )
    def test_house_spelling_is_no_change(self, one: str, other: str) -> None:
        """Marks, case, accents, spelled-out numbers, signs and house spelling make no difference."""
        assert forms(one) == forms(other)

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("don't", "do not"),
            ("he says", "he said"),
            ("boat", "boats"),
            ("we're", "were"),
            ("I'll", "ill"),
            ("12", "1.2"),
            ("5m", "5bn"),
            ("12345678901234567890", "12345678901234567891"),
        ],
    )
    def test_the_speakers_own_words_stay_apart(self, one: str, other: str) -> None:
        """Tense, number, contractions and every digit belong to the speaker."""
        assert forms(one) != forms(other)

    @given(st.text(st.sampled_from("aé5.,'’-%£$½ \n\u00a0\u2003\x1f\u00ad“”kTU…"), max_size=60))
    def test_the_words_for_searching_are_those_for_comparing_with_contractions_written_out(self, text: str) -> None:
        """Reading a text space by space for the index finds the very words that reading it whole does."""
        assert search_forms(text) == tuple(part for form in forms(text) for part in expand(form))

    @given(st.text(max_size=4) | st.text(st.sampled_from("a9éЖ½%$_ \u0301\u00ad\u200b.'’…"), max_size=6))
    def test_a_glance_tells_whether_there_are_words(self, text: str) -> None:
        """What the import takes for a text without words has none, and no other has none."""
        assert has_words(text) == bool(search_forms(text))

    @pytest.mark.parametrize("text", ["¹k", "1²m", "9" * 400, "9" * 400 + "k", "9" * 400 + " trillion", "9" * 5000])
    def test_reads_any_figure(self, text: str) -> None:
        """Superscripts and figures beyond all counting are words like others, and no error."""
        assert forms(text)

    def test_a_comma_after_a_figure_ends_the_figure(self) -> None:
        """The comma that closes a clause after a year is no part of the number."""
        text = "not since 2019, and"
        assert ["not", "since", "2019", "and"] == [text[word.start : word.end] for word in words(text)]


class TestExpand:
    def test_writes_a_contraction_out(self) -> None:
        """A contraction hides its negation from nobody."""
        assert ("do", "not") == expand("dont")
        assert search_forms("I can't go") == search_forms("I can not go") == search_forms("I cannot go")


class TestOffsets:
    @settings(max_examples=300, deadline=None)
    @given(st.text(max_size=80))
    def test_every_word_stands_where_it_says(self, text: str) -> None:
        """Words come in order, inside the text, and never overlap but for a currency told after its amount."""
        found = words(text)
        assert all(0 <= word.start < word.end <= len(text) for word in found)
        assert all(one.start <= other.start for one, other in pairwise(found))

    @settings(max_examples=200, deadline=None)
    @given(st.text(alphabet="0123456789,.km²¹½ andhuredtwoiv-", max_size=60))
    def test_no_figure_raises(self, text: str) -> None:
        """Whatever stands for a number is read or left as it is."""
        assert isinstance(forms(text), tuple)
