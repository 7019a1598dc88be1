"""The verdict on a quote, by tables of verified words and what drafts do to them."""

from __future__ import annotations

import pytest

from bot.check import check_quotes
from bot.models import Report
from tests.memory import Memory

FERRY = (
    "We will not close a depot this year. The boats are full in summer and half empty in winter. "
    "If the council pays for the pier, we will keep the Sunday sailing."
)
TIDES = "I have watched these tides for 34 years and they have never once asked my opinion."
STORE = Memory.of(
    ("Priya Raman", FERRY),
    ("Tom Ekwall", TIDES),
    ("Tom Ekwall", "Nobody thinks that the harbour is finished."),
    ("Ana Ruiz", "The crew were told on Monday. They sang all the way home because the radio was broken."),
    ("Tom Ekwall", "My brother sold his boat to a dentist, and the dentist sold it to a goat farm."),
)


def judged(words: str, speaker: str | None = "Priya Raman", store: Memory = STORE) -> Report:
    return check_quotes([(words, speaker)], store)


def codes(report: Report) -> set[str]:
    return {flag.code for flag in report.flags}


class TestVerdict:
    @pytest.mark.parametrize(
        ("speaker", "draft", "expected"),
        [
            ("Priya Raman", FERRY, "verbatim"),
            ("Priya Raman", FERRY.upper().replace(".", "!"), "verbatim"),
            ("Tom Ekwall", TIDES.replace("34", "thirty-four"), "verbatim"),
            ("Priya Raman", "The boats are full in summer and half empty in winter,", "excerpt"),
            ("Priya Raman", "half empty", "excerpt"),
            ("Ana Ruiz", "half empty", "unverified"),
            ("Priya Raman", "We will not close a depot this year … we will keep the Sunday sailing.", "condensed"),
            ("Priya Raman", "We will not close [the Skarn] depot this year.", "condensed"),
            ("Priya Raman", "We will close a depot this year.", "altered"),
            ("Priya Raman", "We will not close the depot this year.", "altered"),
            ("Priya Raman", "The boats are full in summer and nearly empty in winter.", "altered"),
            (
                "Priya Raman",
                "We will not close a depot this year. If the council pays for the pier, we will keep the Sunday sailing.",
                "spliced",
            ),
            (
                "Priya Raman",
                "The boats are full in summer and half empty in winter. We will not close a depot this year.",
                "spliced",
            ),
            (
                "Priya Raman",
                "We will not close a depot this year. Every one of our painters has asked for a second ladder.",
                "partly_verified",
            ),
            (
                "Priya Raman",
                "We will never close a depot this year. Every one of our painters has asked for a second ladder.",
                "altered",
            ),
            ("Priya Raman", "The pier was built by Victorians with a sense of humour.", "unverified"),
            ("Tom Ekwall", f"{TIDES} Nobody thinks that the harbour is finished.", "verbatim"),
            (
                "Tom Ekwall",
                "they have never once asked my opinion. Nobody thinks that the harbour is finished.",
                "excerpt",
            ),
            (
                "Tom Ekwall",
                "I have watched these tides for 34 years and the dentist sold it to a goat farm.",
                "spliced",
            ),
            ("Tom Ekwall", "My brother sold his boat to a dentist who sold it to a goat farm.", "altered"),
            ("Ana Ruiz", "The crew were told on Tuesday.", "altered"),
            ("Priya Raman", "[T]he boats are full in summer and half empty in winter.", "excerpt"),
            ("Priya Raman", "… the boats are full in summer and half empty in winter …", "excerpt"),
            ("Tom Ekwall", "No body thinks that the harbour is finished.", "verbatim"),
            ("Tom Ekwall", "Nobody thinks that the harbor is finished!", "verbatim"),
            ("Tom Ekwall", "(Sven) sold his boat to a dentist, and the dentist sold it to a goat farm.", "condensed"),
            ("Tom Ekwall", "My brother sold [it] to a dentist, and the dentist sold it to a goat farm.", "condensed"),
            ("Priya Raman", "We'll not close a depot this year.", "altered"),
        ],
    )
    def test_stands_as_the_desk_would_say(self, speaker: str, draft: str, expected: str) -> None:
        """Each way of quoting gets the verdict that the contract names for it."""
        assert expected == judged(draft, speaker).quotes[0].verdict.value

    def test_an_empty_store_calls_everything_unverified(self) -> None:
        """A desk that has verified nothing is told that the words are not in the store."""
        assert judged(FERRY, store=Memory()).quotes[0].verdict.value == "unverified"


class TestMaterialChange:
    @pytest.mark.parametrize(
        "draft",
        [
            "We will close a depot this year.",
            "We may not close a depot this year.",
            "We will not open a depot this year.",
            "We will not close a depot this month.",
        ],
    )
    def test_holds_a_changed_sense(self, draft: str) -> None:
        """A dropped negation, another modal, an opposite or another unit is a hold."""
        assert {"material_change"} == codes(judged(draft))

    @pytest.mark.parametrize(
        ("speaker", "draft"),
        [
            ("Tom Ekwall", "the harbour is finished."),
            ("Priya Raman", "We will … close a depot this year."),
        ],
    )
    def test_holds_a_not_left_outside(self, speaker: str, draft: str) -> None:
        """Word for word and the opposite: the negation stands just outside the quoted words."""
        assert "material_change" in codes(judged(draft, speaker))

    @pytest.mark.parametrize(
        ("speaker", "draft"),
        [
            ("Priya Raman", "The boats are full in summer and half empty in winter."),
            ("Priya Raman", "We will not close a depot this year … we will keep the Sunday sailing."),
            ("Tom Ekwall", "I have watched these tides for 34 years."),
        ],
    )
    def test_is_silent_where_the_negation_is_elsewhere(self, speaker: str, draft: str) -> None:
        """A negation in another sentence or clause does not turn what is quoted."""
        assert set() == codes(judged(draft, speaker)) - {"qualifier_cut"}


class TestQualifierCut:
    def test_asks_for_the_condition_left_before(self) -> None:
        """An excerpt that starts after its "if" is a query."""
        assert {"qualifier_cut"} == codes(judged("we will keep the Sunday sailing."))


class TestMisattributed:
    def test_holds_the_right_words_in_the_wrong_mouth(self) -> None:
        """Verified words given to another person are a hold."""
        assert {"misattributed"} == codes(judged(TIDES, "Ana Ruiz"))

    def test_leaves_another_given_name_to_name_conflict(self) -> None:
        """The same surname with another given name is a name conflict alone."""
        assert {"name_conflict"} == codes(judged(TIDES, "Sven Ekwall"))

    def test_knows_short_forms(self) -> None:
        """Thomas Ekwall is Tom Ekwall."""
        assert set() == codes(judged(TIDES, "Thomas Ekwall"))


class TestSplitSentence:
    """A sentence that the earlier article split by its attribution."""

    STORE = Memory.of(("Priya Raman", "We will not,"), ("Priya Raman", "close a depot this year."))

    def test_is_one_sentence_to_a_draft_that_joins_it(self) -> None:
        """The parts run together are word for word."""
        report = judged("We will not close a depot this year", store=self.STORE)
        assert ("verbatim", set()) == (report.quotes[0].verdict.value, codes(report))

    def test_holds_the_half_without_its_not(self) -> None:
        """The second part is a whole stored entry and says the opposite without the first."""
        assert {"material_change"} == codes(judged("close a depot this year.", store=self.STORE))


class TestContraction:
    def test_written_out_is_a_change_that_does_not_turn_the_sense(self) -> None:
        """ "We'll" for "We will" is the reporter's word, not the speaker's: a query, no hold."""
        assert {"words_altered"} == codes(judged("We'll not close a depot this year."))


class TestSplice:
    STORE = Memory.of(
        ("Ana Ruiz", "warm friendship"),
        ("Ana Ruiz", "I have warm feelings for the mate and for his ferrets."),
        ("Ana Ruiz", "Lena seems to have a warm way with the engine. It purrs for her alone."),
        ("Ana Ruiz", "been out at sea again."),
    )

    def test_scattered_small_words_are_no_splice(self) -> None:
        """A new sentence that shares "and I", "have a warm" with stored ones comes from no stored passage."""
        words = "Tom and I have a warm friendship. I have warm feelings for the mate and for his ferrets."
        assert "partly_verified" == judged(words, "Ana Ruiz", self.STORE).quotes[0].verdict

    def test_a_sentence_of_small_words_from_elsewhere_is_one(self) -> None:
        """A sentence that stands elsewhere nearly whole is spliced in, however small its words."""
        words = "He's been out at sea again. Lena seems to have a warm way with the engine."
        assert "spliced" == judged(words, "Ana Ruiz", self.STORE).quotes[0].verdict

    def test_three_places_run_into_one_sentence(self) -> None:
        """Neither of the two other stretches is most of what differs, and each is a long run of verified words."""
        words = (
            "We will keep the Sunday sailing if the council pays for new timber nobody has mended our radio since "
            "that Monday night and my brother sold his boat to a dentist from Larkspur"
        )
        store = Memory.of(
            ("Ana Ruiz", "We will keep the Sunday sailing if the council pays for new timber with extra paint."),
            ("Gary Holt", "They sailed blind. Nobody has mended our radio since that Monday night or asked about it."),
            ("Rosa Quill", "Last year my brother sold his boat to a dentist from Larkspur for a goat."),
        )
        assert "spliced" == judged(words, "Ana Ruiz", store).quotes[0].verdict


class TestStrangers:
    STORE = Memory.of(
        ("Julie Marsh", "I don't see that happening unless they sack the whole of the harbour board."),
        ("Gary Holt", "She is now certain to be the next president of the rowing club of Larkspur."),
        ("Rosa Quill", "He shouts in meetings like a spoiled child and nobody stops him any more."),
        ("Ana Ruiz", "We measured every plank of the old pier twice and found worm in all but nine."),
    )

    @pytest.mark.parametrize(
        "words",
        [
            "I don't see it happening,",
            "I hope to be the next president of the rowing club and to mend the roof of it.",
            "like a spoiled child",
            "He shouts in meetings like a child. I was on the pier from dawn with two of the painters and a kettle.",
        ],
    )
    def test_stock_phrases_are_not_somebody_elses_words(self, words: str) -> None:
        """What two people say by chance is no altered quote, and in nobody's wrong mouth."""
        report = judged(words, "Tom Ekwall", self.STORE)
        assert ("unverified", set()) == (report.quotes[0].verdict, codes(report))

    def test_a_whole_quote_in_the_wrong_mouth_is_seen_through_an_edit(self) -> None:
        """Nearly all of another's sentence is that sentence, whoever is said to have spoken it."""
        report = judged(
            "We measured every plank of the old pier and found worm in all but nine.", "Tom Ekwall", self.STORE
        )
        assert "altered" == report.quotes[0].verdict
        assert "misattributed" in codes(report)
