"""What an excerpt or a … leaves outside, by tables of verified sentences and the words quoted from them."""

from __future__ import annotations

import pytest

from bot.check import check_quotes
from tests.memory import Memory

SPEAKER = "Tamsin Vale"


def codes(verified: str, draft: str) -> set[str]:
    report = check_quotes([(draft, SPEAKER)], Memory.of((SPEAKER, verified)))
    assert "unverified" != report.quotes[0].verdict.value
    return {flag.code for flag in report.flags}


class TestNegationLeftOutside:
    @pytest.mark.parametrize(
        ("verified", "draft"),
        [
            ("I never told her that I meant to sell the boat.", "I meant to sell the boat"),
            ("I don't think we should sell the ground to a supermarket.", "we should sell the ground to a supermarket"),
            ("It is not true that the money has gone to the island.", "the money has gone to the island"),
            ("It is not true, whatever the leaflet says, that the money has gone.", "the money has gone"),
            ("Nobody believes the bridge will stand until Easter.", "the bridge will stand until Easter"),
            (
                "I doubt that the school will reopen in time for the exams.",
                "the school will reopen in time for the exams",
            ),
            ("We deny that the tank was leaking in April.", "the tank was leaking in April"),
            ("No one told me the lights would be out on the stairs.", "the lights would be out on the stairs"),
            ("I can't say that I enjoyed the second half of it.", "I enjoyed the second half of it"),
            ("That we lost the money on the horses is not true.", "we lost the money on the horses"),
            ("The plan will work, I don't think.", "The plan will work"),
            ("Not one of the doctors thinks the ward is safe.", "the doctors thinks the ward is safe"),
            (
                "She is not, whatever the agents put in their windows, for hire to strangers.",
                "She is … for hire to strangers",
            ),
            ("We are proud, and nobody thinks that we failed the town.", "We are proud … we failed the town"),
            ("He is, they insist, not, for now, a candidate for the job.", "He is … a candidate for the job"),
            ("I will vote for it under no circumstances.", "I will vote for it"),
            ("I don't think it floats and we will sail in it by June.", "we will sail in it by June"),
            ("I don't think Tom and I should go to the island.", "should go to the island"),
            ("We failed to sell the pier to the firm in the spring.", "sell the pier to the firm in the spring"),
            ("We failed to sell the pier to the firm in the spring.", "to sell the pier to the firm in the spring"),
            ("I almost signed the order for the pumps that night.", "signed the order for the pumps that night"),
            ("I almost signed the order for the pumps that night.", "I … signed the order for the pumps that night"),
            ("I wish I had signed the order for the pumps.", "I had signed the order for the pumps"),
            ("Rather than sell the pier to them we would burn it.", "sell the pier to them we would burn it"),
            ("Few of the men who signed the order were there.", "the men who signed the order were there"),
            ("Only two of the men who signed it were there.", "the men who signed it were there"),
            (
                "We took money from the trust for the boats, or so he claims.",
                "We took money from the trust for the boats",
            ),
        ],
    )
    def test_is_a_hold(self, verified: str, draft: str) -> None:
        """A negation or doubt that reaches into what is quoted, and was left outside, is a material change."""
        assert "material_change" in codes(verified, draft)

    @pytest.mark.parametrize(
        ("verified", "draft"),
        [
            ("I am not fond of rain, but the boats are full every morning.", "the boats are full every morning"),
            ("We never slept, and the boats were full every morning.", "the boats were full every morning"),
            ("Nobody came. The boats were full every morning.", "The boats were full every morning"),
            ("The boats were full every morning. Nobody complained.", "The boats were full every morning"),
            ("The boats were full every morning and nobody complained.", "The boats were full every morning"),
            ("We neglected the harbour of the old town for years.", "the harbour of the old town for years"),
            ("We failed the people of the old town for years.", "the people of the old town for years"),
            ("I forgot the names of the men at the gate.", "the names of the men at the gate"),
            ("We chose the depot instead of the old pier by the sea.", "the old pier by the sea"),
            ("Few of the men who signed the order were there.", "the men who signed the order"),
            (
                "The bus is late, nobody cares, and we are happy as larks.",
                "The bus is late … we are happy as larks",
            ),
            ("I have a microphone, a tent and no heating at all.", "I have a microphone, a tent"),
            ("No, we have the money in the bank already.", "we have the money in the bank already"),
            ("It rained all night; not a soul slept; the boats were full by six.", "the boats were full by six"),
            ("We did not sleep because the boats were full by six.", "the boats were full by six"),
            ("I do not own the boat and I have always had the key.", "always had the key"),
            (
                "The boats were full. We have not slept since 2019, and I sing like a lark.",
                "The boats were full … I sing like a lark",
            ),
        ],
    )
    def test_is_silent_in_another_clause(self, verified: str, draft: str) -> None:
        """A negation in a clause of its own says nothing about what is quoted."""
        assert "material_change" not in codes(verified, draft)


class TestConditionLeftOutside:
    @pytest.mark.parametrize(
        ("verified", "draft"),
        [
            ("Exams will go ahead in the dome until the panels are replaced.", "Exams will go ahead in the dome"),
            ("We will pay every invoice, but not before the court has ruled.", "We will pay every invoice"),
            ("The pool opens in May unless the boiler fails again.", "The pool opens in May"),
            ("Everyone was paid except the two of us in the kitchen.", "Everyone was paid"),
            ("If the grant comes through, we will open in the spring.", "we will open in the spring"),
            ("Unless it rains we will walk to the sea.", "we will walk to the sea"),
            ("We will sign the contract only if the roof is mended.", "We will sign the contract"),
            ("I liked the play, although the second act was all fog.", "I liked the play"),
        ],
    )
    def test_is_a_query(self, verified: str, draft: str) -> None:
        """An excerpt that leaves its but, if, unless or until outside its own sentence is a query."""
        assert {"qualifier_cut"} == codes(verified, draft)

    @pytest.mark.parametrize(
        ("verified", "draft"),
        [
            ("The pool opens in May. But the boiler may fail again.", "The pool opens in May"),
            ("We will go ahead even if it rains on the day.", "We will go ahead"),
            ("The pool opens in May and the boiler is new.", "The pool opens in May"),
            ("If it rains we stay in, and the boats are full by six.", "the boats are full by six"),
        ],
    )
    def test_is_silent_outside_the_sentence(self, verified: str, draft: str) -> None:
        """A condition in another sentence or clause is none of the excerpt's."""
        assert set() == codes(verified, draft)


class TestBracketInAWord:
    @pytest.mark.parametrize(
        ("verified", "draft"),
        [
            ("The harbour is safe and I swim there daily.", "The harbour is [un]safe and I swim there daily"),
            ("It is legal and I swim there every day.", "It is [il]legal and I swim there every day"),
            ("He agrees with the plan of the harbour board.", "He [dis]agrees with the plan of the harbour board"),
            ("We have 10 boats and nobody to sail them.", "We have 10[0] boats and nobody to sail them"),
            ("We have 10 boats and nobody to sail them.", "We have [1]10 boats and nobody to sail them"),
            ("The harbour is safe and I swim there daily.", "The harbour is [unsafe] and I swim there daily"),
        ],
    )
    def test_that_turns_it_is_a_hold(self, verified: str, draft: str) -> None:
        """What is read is the word that the bracket makes, not the letters in it."""
        assert "material_change" in codes(verified, draft)

    @pytest.mark.parametrize(
        ("verified", "draft"),
        [
            ("The harbour is safe and I swim there daily.", "[t]he harbour is safe and I swim there daily"),
            ("I swim there every day and I like it.", "I swim[s] there every day and I like it"),
            ("We opened the harbour again in the spring.", "We [re]opened the harbour again in the spring"),
            ("I want them to look at the harbour.", "I want[ed] them to look at the harbour"),
        ],
    )
    def test_that_fits_it_into_the_sentence_is_none(self, verified: str, draft: str) -> None:
        """A capital, an ending and a prefix of no such kind are what brackets are for."""
        assert set() == codes(verified, draft)


class TestLineEnd:
    @pytest.mark.parametrize("end", ["\n", "\r\n"])
    def test_in_a_verified_quote_hides_no_negation(self, end: str) -> None:
        """A “not” on the line before what is quoted stands in its sentence all the same."""
        verified = f"I do not believe{end}that the mayor lied to the inquiry about the wall."
        assert "material_change" in codes(verified, "the mayor lied to the inquiry about the wall")
