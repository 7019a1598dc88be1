"""What a browser shows of a page is what is read: struck-out and hidden words are not, and <q> has its marks."""

from __future__ import annotations

import pytest

from bot.ingest.page import read_page

LEAD = "<p>The harbour board met on Monday and heard from the farmers for two hours, as it does every spring.</p>"
MORE = "<p>The next meeting is in the old hall in April, and everybody who wants to speak there may do so.</p>"


def shown(paragraph: str) -> str:
    page = f"<html><body><article><h1>Board hears farmers</h1>{LEAD}<p>{paragraph}</p>{MORE}</article></body></html>"
    return read_page(page.encode()).text


@pytest.mark.parametrize("struck", ["<del>not</del>", "<s>not</s>", "<strike>not</strike>", "<span hidden>not</span>"])
def test_struck_words_are_not_read(struck: str) -> None:
    """A “not” that is struck through says nothing to the reader, and nothing to the desk."""
    text = shown(f"“We will {struck} sell the pier to the firm,” said Maren Bickley, who farms at Low Ings.")
    assert "“We will sell the pier to the firm,” said Maren Bickley" in " ".join(text.split())


@pytest.mark.parametrize(
    ("quoted", "said"),
    [
        ("<q>We will sell the pier.</q>", "“We will sell the pier.”"),
        ("<q>We will <em>never</em> sell it</q>", "“We will never sell it”"),
        ("<q>We will <em>never</em></q>", "“We will never”"),
    ],
)
def test_quotation_elements_have_their_marks(quoted: str, said: str) -> None:
    """A browser prints marks round them, so they are quotes."""
    assert f"Maren Bickley said: {said}" in " ".join(shown(f"Maren Bickley said: {quoted} She farms there.").split())
