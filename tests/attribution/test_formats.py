"""Who said it where the page is no plain story: transcripts, block quotations, posts, live blogs, letters, court copy."""

from __future__ import annotations

import pytest

from bot.models import Article, Confidence
from bot.reading import read_article

Said = list[tuple[str, str | None]]

FORMATS: list[tuple[str, Said]] = [
    (
        "Carla Reyes wrote on Monday:\n\n> Our position has not changed.\n> We will not sell.\n\nShe left.",
        [("Our position has not changed.", "Carla Reyes"), ("We will not sell.", "Carla Reyes")],
    ),
    (
        "In a statement, Carla Reyes wrote:\n\n    Our position has not changed.\n\n    We will not sell.\n\nShe left.",
        [("Our position has not changed.", "Carla Reyes"), ("We will not sell.", "Carla Reyes")],
    ),
    (
        "Ten minutes with Wilma Sturt\n\nWilma Sturt, 79, paints kettles.\n\nQ: How do you begin?\n\nA: I wait for the room "
        "to bore me.\n\nQ: And when is it done?\n\nA: I have never finished a picture.",
        [("I wait for the room to bore me.", "Wilma Sturt"), ("I have never finished a picture.", "Wilma Sturt")],
    ),
    (
        "Wilma Sturt, 79, paints kettles. Tom Birk met her.\n\nBIRK: How do you begin?\n\nSTURT: I wait for the room to "
        "bore me.\n\nBIRK: Do you?\n\nSTURT: I do.",
        [
            ("How do you begin?", "Tom Birk"),
            ("I wait for the room to bore me.", "Wilma Sturt"),
            ("Do you?", "Tom Birk"),
            ("I do.", "Wilma Sturt"),
        ],
    ),
    ("The fair is on Saturday.\n\nWHEN: Saturday, noon\n\nWHERE: Larkspur Pier\n\nTICKETS: Two pounds at the gate", []),
    ("Tom Birk chairs the club.\n\nNote: bring a coat\n\nTom Birk: chairman since 2019, a pilot by trade", []),
    (
        "9.40am\n\nTom Birk has arrived. “I am here to listen,” he says.\n\n9.52am\n\nAna Ruiz, the mayor: “We are full.”"
        "\n\n10.05am\n\nMore from Ruiz: “Go home, please.”",
        [
            ("I am here to listen,", "Tom Birk"),
            ("We are full.", "Ana Ruiz"),
            ("Go home, please.", "Ana Ruiz"),
        ],
    ),
    ("“We are closed until Monday,” @larkspurferry wrote on X.", [("We are closed until Monday,", "@larkspurferry")]),
    (
        "Ana Ruiz (@anaruiz) posted: “We are closed until Monday.” Later @anaruiz added: “Sorry to all.”",
        [("We are closed until Monday.", "Ana Ruiz"), ("Sorry to all.", "Ana Ruiz")],
    ),
    ("“We are closed.” — Ana Ruiz (@anaruiz) May 3, 2025", [("We are closed.", "Ana Ruiz")]),
    ("@tombirk: “Nobody told us.”", [("Nobody told us.", "@tombirk")]),
    (
        "Prosecutor Ana Ruiz told the jury: “He took the boat and he sold it.” Birk, 44, told the court that he “never "
        "saw a boat”.\n\nTom Birk denies theft.",
        [("He took the boat and he sold it.", "Ana Ruiz"), ("never saw a boat", "Tom Birk")],
    ),
    (
        "“You sold it, did you not?” asked Ana Ruiz, prosecuting. “I did not,” replied the defendant.",
        [("You sold it, did you not?", "Ana Ruiz"), ("I did not,", None)],
    ),
    (
        "Sir, – Your leader said the pier was “beyond repair”. It is not.\n\nAna Ruiz\n\nLarkspur",
        [("beyond repair", None)],
    ),
    (
        "Tom Birk and his sister Jane Birk run the ferry. “I steer,” said Tom Birk. “I do the money,” said Jane. “He "
        "steers badly,” Ms Birk added.",
        [("I steer,", "Tom Birk"), ("I do the money,", "Jane Birk"), ("He steers badly,", "Jane Birk")],
    ),
    (
        "“We regret the delay,” Larkspur Ferries said. The Larkspur Harbour Board said it was “minded to refuse”.",
        [("We regret the delay,", "Larkspur Ferries"), ("minded to refuse", "Larkspur Harbour Board")],
    ),
    (
        "The Rt Hon Sir Nigel Thorpe-Hale MP said: “I shall resign.” Rev. Dr. Ada Cole said: “Amen to that.” Dame Ada "
        "Quill DBE said: “Quite.” Lord Pell of Larkspur said “it is a pity”.",
        [
            ("I shall resign.", "Nigel Thorpe-Hale"),
            ("Amen to that.", "Ada Cole"),
            ("Quite.", "Ada Quill"),
            ("it is a pity", "Pell"),
        ],
    ),
    (
        "State Sen. Mark Odum (D-Larkspur) said, “We had the votes.” Lt. Gov. Ann Vale said, “They did not.” Chief "
        "Justice Ruth Hale wrote that it was “a close call”.",
        [("We had the votes.", "Mark Odum"), ("They did not.", "Ann Vale"), ("a close call", "Ruth Hale")],
    ),
    (
        "William “Buck” Hale said: “I will run.” Anthony 'Tony' Pell said: “So will I.”",
        [("I will run.", "William Hale"), ("So will I.", "Anthony Pell")],
    ),
    (
        "Ludwig van der Berg said: “No.” Siân O’Hara said: “Perhaps.” Łukasz Żak said: “Never.” Ursula Le Guinn said: “Fine.”",
        [
            ("No.", "Ludwig van der Berg"),
            ("Perhaps.", "Siân O’Hara"),
            ("Never.", "Łukasz Żak"),
            ("Fine.", "Ursula Le Guinn"),
        ],
    ),
    (
        "Nguyen Thi Hoa said: “The river is a thief.” Kim Jae-hyun told reporters: “We won.” Kim said “it was close”. "
        "Abdullah bin Rashid al-Harbi said: “We work.”",
        [
            ("The river is a thief.", "Nguyen Thi Hoa"),
            ("We won.", "Kim Jae-hyun"),
            ("it was close", "Kim Jae-hyun"),
            ("We work.", "Abdullah bin Rashid al-Harbi"),
        ],
    ),
    ("According to the memo, staff were “exhausted”.", [("exhausted", None)]),
    (
        "Lena Vance criticised Paul Ortega, and in the interview she called him “a tourist”.",
        [("a tourist", "Lena Vance")],
    ),
    (
        "Mayor: city ‘out of money’\n\n“We are out of money and out of time.”\n\nAnn Park, mayor\n\nThe city met on Monday.",
        [("We are out of money and out of time.", "Ann Park")],
    ),
    ("“We are out of money.\n\nAnn Park, mayor.”\n\nThe city met on Monday.", [("We are out of money.", "Ann Park")]),
    ("“Pier shuts early again,” by the Post’s Ann Park. “It rained,” Tom Birk said.", [("It rained,", "Tom Birk")]),
    (
        "Tom Birk asked Ana Ruiz about the pier at the hearing.\n\n“BIRK: Is it safe?\n\n“RUIZ: It is not.”\n\nThe crowd "
        "chanted “Ana Ruiz: safe for all of us”.",
        [("BIRK: Is it safe?", "Tom Birk"), ("RUIZ: It is not.", "Ana Ruiz"), ("Ana Ruiz: safe for all of us", None)],
    ),
    ('The line `x = "a b"` failed. “It broke,” Amy Hu said.', [("It broke,", "Amy Hu")]),
]
UNSURE = [
    "Amy Hu said Joe Bell’s “betrayal” line hurt.",
    "Amy Hu and Joe Bell said in a letter that it was “beyond repair”.",
    "Amy Hu and Joe Bell said: “It was beyond repair.”",
    "Amy Hu never said “I quit and I mean it”.",
]


@pytest.mark.parametrize(("text", "expected"), FORMATS)
def test_words_go_to_whoever_the_page_says(text: str, expected: Said) -> None:
    """Labels, handles, signatures, indents and titles name the speaker as a cue does."""
    assert expected == [(quote.text, quote.speaker) for quote in read_article(Article(text)).quotes]


@pytest.mark.parametrize("text", UNSURE)
def test_words_that_may_be_another_s_are_never_sure(text: str) -> None:
    """Joint sources, another's word in somebody's sentence and what was not said make no certain attribution."""
    assert Confidence.HIGH not in {quote.confidence for quote in read_article(Article(text)).quotes}
