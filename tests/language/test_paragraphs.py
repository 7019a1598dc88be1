"""Lines that a program broke are one paragraph again; those that a writer ended stay apart."""

from __future__ import annotations

import textwrap
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.paragraphs import lines, paragraphs, unwrapped

WORDS = st.lists(
    st.sampled_from("I the ferry Ada Quill said, harbour, 2024, “not we will” never a it’s".split()),
    min_size=20,
    max_size=60,
)
LOWER = "they will not close the depot in the harbour this year or the next, whatever becomes of the old ferry there"


def read(text: str) -> list[str]:
    return [" ".join(text[start:end].split()) for start, end, _ in paragraphs(text) if end > start]


class TestUnwrapped:
    @given(st.lists(WORDS, min_size=1, max_size=4), st.integers(60, 95), st.sampled_from(["\n", "\r\n"]))
    def test_gives_back_what_was_wrapped(self, written: list[list[str]], width: int, end: str) -> None:
        """Whatever words begin a line, capitals and figures too, the paragraphs are those of the writer."""
        wanted = [" ".join(words) for words in written]
        blocks = [textwrap.fill(one, width, break_on_hyphens=False) for one in [LOWER, LOWER, *wanted, LOWER]]
        text = "\n\n".join(blocks).replace("\n", end)
        assert read(text) == [LOWER, LOWER, *wanted, LOWER]

    @pytest.mark.parametrize(
        ("opener", "closer"), [("“", "”"), ('"', '"'), ("„", "“"), ("»", "«"), ("« ", " »"), ("”", "”")]
    )
    def test_joins_what_stands_within_a_quotation(self, opener: str, closer: str) -> None:
        """A line that its writer ended within the marks does not end the quote."""
        text = f"{opener}It is my street,\nI was never asked\nMy opinion{closer}, said Ada.\nShe left.\n"
        assert read(text) == [f"{opener}It is my street, I was never asked My opinion{closer}, said Ada.", "She left."]

    @pytest.mark.parametrize(
        "text",
        [
            "“It is late,” she said.\n“It is not,” he said.\n",
            "»It is late«, she said.\n»It is not«, he said.\n",
            '"It is late," she said.\n"It is not," he said.\n',
            "« It is late », she said.\n« It is not », he said.\n",
            "“It is late.\n“It is not early,” she said.\n",
            "“It is late.\n\nIt is not early,” she said.\n",
            "The ferry is late\nThe harbour board met on Monday and said “no”.\n",
            "Harbour board says no to the ferry and to the depot as well and\nThe harbour board met.\n",
            'A pipe of 5" was found\nA pipe of 6" was not\n',
        ],
    )
    def test_keeps_apart_what_a_writer_ended(self, text: str) -> None:
        """Dialogue line by line, a quotation that is opened anew, a headline over its story, a blank line."""
        assert read(text) == [line for line in text.splitlines() if line]

    def test_keeps_the_turns_of_speakers_apart(self) -> None:
        """Dialogue a line each stays so in a wrapped text, as long as its lines may be."""
        turns = [
            "“We will never close a depot this year,” said Greta Halloran on Monday.",
            "“Infrastructure matters more than any single line on a map of the bay.”",
            "INTERVIEWER: Infrastructure matters, and the ferry, and the depot, too?",
            "VANE: I have said so for a year, and I will say so again in the autumn.",
        ]
        text = textwrap.fill(LOWER, 72) + "\n\n" + "\n".join(turns) + "\n"
        assert read(text) == [LOWER, *turns]

    def test_joins_a_wrapped_text_in_which_a_line_was_made_longer(self) -> None:
        """An editor who puts a word into one line of a mail does not part its names."""
        said = "“The harbour is unsafe and I swim there every day of the year,” said Maren\nBickley, who farms at Low Ings."
        text = f"{textwrap.fill(LOWER, 66)}\n\n{said}\n"
        assert read(text) == [LOWER, said.replace("\n", " ")]

    def test_joins_what_has_no_blank_lines(self) -> None:
        """Lines of one width without blank ones between the paragraphs are joined where they end in a sentence."""
        said = "“We will not sell the pier to the firm in this year or in the next one,” said Maren Bickley, who farms there. It is over."
        text = "\n".join(textwrap.fill(one, 60) for one in [LOWER + ".", said, LOWER + "."])
        assert read(text)[1] == said

    @pytest.mark.parametrize(
        "text",
        [
            "„Wir schließen nicht, sagte sie am Montag im Hafen.\nIdris Vane nannte das “reinen Unfug von gestern”.\n",
            'He called it "the plan.\nThe pipe is 5" wide, said Ada.\n',
        ],
    )
    def test_takes_no_forgotten_mark_for_a_quotation(self, text: str) -> None:
        """A mark that was never closed does not swallow the paragraph after it."""
        assert read(text) == text.splitlines()

    def test_takes_a_line_of_spaces_for_a_blank_one(self) -> None:
        """It parts two paragraphs, though something stands in it."""
        assert read("“It is late.\n \nIt is not early,” she said.\n") == [
            "“It is late.",
            "",
            "It is not early,” she said.",
        ]

    def test_takes_its_time_once_a_line(self) -> None:
        """A text whose every line leaves a quotation open is read as fast as any."""
        text = 'x" "\n' * 50_000
        began = time.process_time()
        list(paragraphs(text))
        assert time.process_time() - began < 5

    def test_keeps_a_list_in_a_wrapped_text_apart(self) -> None:
        """A line that had room for the next word was ended by its writer."""
        text = textwrap.fill(LOWER, 70) + "\n\nKey facts\nThe ferry is late\nThe depot is not\n"
        assert read(text) == [LOWER, "Key facts", "The ferry is late", "The depot is not"]

    @given(st.text(st.sampled_from('aB “”"„«»\n\r. ')))
    def test_loses_no_line(self, text: str) -> None:
        """Every line that holds something lies in one paragraph, and every paragraph ends where one of them does."""
        spans = [line[:2] for line in lines(text) if line[1] > line[0]]
        joined = unwrapped(text, spans)
        assert [span for span in spans if not any(one[0] <= span[0] and span[1] <= one[1] for one in joined)] == []
        assert {one[0] for one in joined} <= {one[0] for one in spans}
        assert {one[1] for one in joined} <= {one[1] for one in spans}
        assert all(one[1] <= other[0] for one, other in pairwise(joined))
