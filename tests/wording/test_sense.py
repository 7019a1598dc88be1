"""What turns a meaning and what does not: a table of verified sentences and what drafts make of them."""

from __future__ import annotations

import pytest

from bot.check import check_quotes
from tests.memory import Memory

SPEAKER = "Tamsin Vale"
CASES = [
    (
        "The hospital cannot afford another winter like this.",
        "The hospital can afford another winter like this.",
        "altered material_change",
    ),
    (
        "The hospital can't afford another winter like this.",
        "The hospital cannot afford another winter like this.",
        "altered words_altered",
    ),
    ("We have never been late with the wages.", "We have been late with the wages.", "altered material_change"),
    ("I did nothing wrong in that meeting.", "I did something wrong in that meeting.", "altered material_change"),
    ("There was hardly any water in the reservoir.", "There was water in the reservoir.", "altered material_change"),
    ("We lost 14 cows in the flood.", "We lost 40 cows in the flood.", "altered material_change"),
    ("We lost fourteen cows in the flood.", "We lost 14 cows in the flood.", "verbatim"),
    ("The fee went up by 4%.", "The fee went up by four per cent.", "verbatim"),
    ("It may rain on the parade on Sunday.", "It will rain on the parade on Sunday.", "altered material_change"),
    ("We could sell the ground next year.", "We should sell the ground next year.", "altered material_change"),
    ("All of the children were found safe.", "Most of the children were found safe.", "altered material_change"),
    (
        "Every school in the county will close at noon.",
        "Some schools in the county will close at noon.",
        "altered material_change",
    ),
    ("It is about three miles from the sea.", "It is about three kilometres from the sea.", "altered material_change"),
    ("The dam is safe and has been inspected.", "The dam is unsafe and has been inspected.", "altered material_change"),
    ("Prices rose in every shop in town.", "Prices fell in every shop in town.", "altered material_change"),
    ("I support the bypass and always have.", "I oppose the bypass and always have.", "altered material_change"),
    ("We won more seats than we had hoped.", "We won fewer seats than we had hoped.", "altered material_change"),
    ("He was innocent from the very first day.", "He was guilty from the very first day.", "altered material_change"),
    (
        "The plan was approved before the election.",
        "The plan was approved after the election.",
        "altered material_change",
    ),
    ("We always pay our drivers on time.", "We sometimes pay our drivers on time.", "altered material_change"),
    (
        "I spoke to Marcus about the missing keys.",
        "I spoke to Martin about the missing keys.",
        "altered material_change",
    ),
    (
        "The meeting is on Tuesday at the library.",
        "The meeting is on Thursday at the library.",
        "altered material_change",
    ),
    ("It cost £3m and it leaks in the rain.", "It cost £3bn and it leaks in the rain.", "altered material_change"),
    ("It cost £3m and it leaks in the rain.", "It cost three million pounds and it leaks in the rain.", "verbatim"),
    ("The colour of the water was grey that morning.", "The color of the water was gray that morning.", "verbatim"),
    ("Mr. Hale told me to wait by the gate.", "Mr Hale told me to wait by the gate.", "verbatim"),
    ("We're proud of every one of them.", "We are proud of every one of them.", "altered words_altered"),
    ("I was sat by the river all afternoon.", "I was sitting by the river all afternoon.", "altered words_altered"),
    ("The crowd was enormous and it sang.", "The crowd was massive and it sang.", "altered words_altered"),
    ("I really do think the bridge will hold.", "I do think the bridge will hold.", "altered words_altered"),
    ("I don't think the bridge will hold.", "the bridge will hold", "excerpt material_change"),
    ("I don't think the bridge will hold.", "I ... think the bridge will hold.", "condensed material_change"),
    (
        "We are not going to close, whatever they say.",
        "We are … going to close, whatever they say.",
        "condensed material_change",
    ),
    ("We will rebuild it if the money comes.", "We will rebuild it", "excerpt qualifier_cut"),
    ("We will rebuild it, unless the court stops us.", "We will rebuild it", "excerpt qualifier_cut"),
    ("We will rebuild it. If the money comes, we will paint it too.", "We will rebuild it.", "excerpt"),
    ("It was a long night but we slept in the end.", "It was a long night", "excerpt qualifier_cut"),
    ("He is brave, kind and slow to anger.", "He is brave, kind", "excerpt"),
    ("I was not there. The door was open when I came home.", "The door was open when I came home.", "excerpt"),
    ("Nobody told us, and the door was open all night.", "the door was open all night", "excerpt"),
    ("It isn't that we are poor. We are careful.", "We are careful.", "excerpt"),
    ("I deny that I took the boat out that night.", "I took the boat out that night", "excerpt material_change"),
    ("It would be wrong to say that we knew of the leak.", "we knew of the leak", "excerpt material_change"),
    ("I refuse to believe that she lied to the board.", "she lied to the board", "excerpt material_change"),
    ("Far from being over, the strike is spreading to the docks.", "the strike is spreading to the docks", "excerpt"),
    ("She said no and walked out of the room.", "walked out of the room", "excerpt"),
    (
        "The council voted for it in May and, after a row, the money came in June.",
        "The council voted for it in May and … the money came in June.",
        "condensed",
    ),
    (
        "The council voted for it in May and he spent it.",
        "The council voted for it in May and [the treasurer] spent it.",
        "condensed",
    ),
    ("They told him that it was over.", "They told [Mr Hale] that it was over.", "condensed"),
    (
        "We will not sell it. We will mend it. We will sail it by June.",
        "We will not sell it. We will sail it by June.",
        "spliced spliced",
    ),
    (
        "We will not sell it. We will mend it. We will sail it by June.",
        "We will sail it by June. We will not sell it.",
        "spliced spliced",
    ),
    (
        "We will not sell it. We will mend it. We will sail it by June.",
        "We will not sell it … We will sail it by June.",
        "condensed",
    ),
    (
        "The harbour is full of mud this year.",
        "The harbour is full of mud this year. We are all going to drown in it.",
        "partly_verified partly_verified",
    ),
    (
        "The harbour is full of mud this year.",
        "We are all going to drown in the reservoir before Easter.",
        "unverified",
    ),
    ("The harbour is full of mud this year.", "The harbor is full of silt this year.", "altered words_altered"),
    (
        "I have lived here for 34 years and never locked the door.",
        "I have lived here for 34 years and locked the door.",
        "altered material_change",
    ),
    ("I have lived here for 34 years and never locked the door.", "lived here for 34 years", "excerpt"),
    ("It's the best thing that ever happened to this town.", "the best thing", "excerpt"),
    ("Half of the money has gone already.", "Half the money has gone already.", "altered words_altered"),
    ("Two of the boats came back.", "Only two of the boats came back.", "altered material_change"),
    ("He might have been pushed off the pier.", "He was pushed off the pier.", "altered material_change"),
    (
        "The first thing I did was call my mother.",
        "The last thing I did was call my mother.",
        "altered material_change",
    ),
    (
        "There are too few nurses on the ward at night.",
        "There are too many nurses on the ward at night.",
        "altered material_change",
    ),
    ("Nothing will change until the law does.", "Nothing will change", "excerpt qualifier_cut"),
    ("This is not the end of the matter.", "This is … the end of the matter.", "condensed material_change"),
    ("I would vote for it tomorrow.", "I would [not] vote for it tomorrow.", "condensed material_change"),
    ("The ward opens in May, subject to the inspectors.", "The ward opens in May", "excerpt qualifier_cut"),
    (
        "The tests were negative for all nine swimmers.",
        "The tests were positive for all nine swimmers.",
        "altered material_change",
    ),
    ("We expect to open in spring, not in summer.", "We expect to open in spring", "excerpt"),
    ("We expect to open in spring, not in summer.", "We expect to open … in summer.", "condensed material_change"),
]


@pytest.mark.parametrize(("verified", "draft", "expected"), CASES)
def test_an_edit_is_judged_by_what_it_does_to_the_meaning(verified: str, draft: str, expected: str) -> None:
    """The verdict on the draft's words, and the flags, if any, that it raises."""
    report = check_quotes([(draft, SPEAKER)], Memory.of((SPEAKER, verified)))
    assert expected == " ".join([report.quotes[0].verdict.value, *(flag.code for flag in report.flags)])


class TestEdges:
    @pytest.mark.parametrize(
        ("verified", "draft", "marked"),
        [
            ("I do not intend to bury a third.", "I do not intend to bury another", "a third"),
            ("He might have been pushed off the pier.", "He was pushed off the pier.", "might have been"),
            ("Only two of the boats came back.", "Two of the boats came back.", "Only"),
        ],
    )
    def test_the_whole_phrase_is_shown(self, verified: str, draft: str, marked: str) -> None:
        """A change at the edge of a quote shows all the verified words that it stands for."""
        report = check_quotes([(draft, SPEAKER)], Memory.of((SPEAKER, verified)))
        assert f"“{marked}”" in report.flags[0].message
