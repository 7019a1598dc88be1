"""Files as a desk sends them: Word documents, PDFs, pages, and text in any encoding."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import UnreadableArticle
from bot.ingest import read_bytes

from .makers import locked_pdf, para, pdf_file, word_file

WORDS = "“We will not close the café,” said Ána Ruíz, who owns it."
BODY = "".join(f"<p>{WORDS} Paragraph {n} is about the harbour and its boats.</p>" for n in range(6))


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


class TestWordDocuments:
    def test_tracked_changes_are_taken_as_the_reporter_left_them(self) -> None:
        """Insertions are kept, deletions left out, and the report says so."""
        body = (
            f"<w:p>{run('“We will ')}<w:ins>{run('not ')}</w:ins><w:del><w:r><w:delText>never </w:delText></w:r></w:del>"
            f"{run('close a depot,” said Priya Raman.')}</w:p>"
        )
        article = read_bytes(word_file(body), "draft.docx")
        assert "“We will not close a depot,” said Priya Raman." == article.text.strip()
        assert ["tracked_changes"] == [notice.code for notice in article.notices]

    def test_paragraphs_stand_apart_and_the_title_comes_first(self) -> None:
        """A blank line parts paragraphs, and a title style is the headline."""
        article = read_bytes(word_file(para("Ferry board meets", "Title") + para(WORDS) + para("It rained.")), "a.docx")
        assert "Ferry board meets" == article.title
        assert f"Ferry board meets\n\n{WORDS}\n\nIt rained." == article.text.strip()

    def test_the_content_tells_what_a_file_is(self) -> None:
        """A Word document that is called .txt is read as what it is."""
        assert WORDS in read_bytes(word_file(para(WORDS)), "draft.txt").text

    def test_a_zip_without_a_document_is_told(self) -> None:
        """A sentence, and what to send instead."""
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr("holiday.txt", "sea")
        with pytest.raises(UnreadableArticle, match=r"no Word document in it; save the draft as \.docx"):
            read_bytes(packed.getvalue(), "draft.docx")

    def test_a_bomb_is_not_unpacked(self) -> None:
        """A document that swells to hundreds of megabytes is refused before it does."""
        bomb = word_file(para(WORDS), extra={"word/media/sea.bin": b"\0" * 80_000_000})
        with pytest.raises(UnreadableArticle):
            read_bytes(bomb, "draft.docx")


class TestPrints:
    def test_lines_become_paragraphs_and_broken_words_whole(self) -> None:
        """A word broken at a line's end is mended; a real hyphen stays."""
        lines = ["The council of the govern-", "ment met on the well-", "known pier in the old town of Larkspur today."]
        text = read_bytes(pdf_file([lines]), "draft.pdf").text
        assert "The council of the government met on the" in text
        assert "govern-" not in text

    def test_a_locked_print_is_told(self) -> None:
        """A password is asked for in no dialogue: the desk is told to save it without one."""
        with pytest.raises(UnreadableArticle, match="locked with a password"):
            read_bytes(locked_pdf("secret"), "draft.pdf")

    def test_a_scan_is_told(self) -> None:
        """A picture of words holds none."""
        with pytest.raises(UnreadableArticle, match="holds no text"):
            read_bytes(pdf_file([[]]), "scan.pdf")


class TestPages:
    PAGE = (
        '<html lang="en"><head><title>Café stays | The Harbour Tide</title>'
        '<meta property="og:title" content="Café stays"><meta property="og:site_name" content="The Harbour Tide">'
        '<meta property="article:published_time" content="2025-03-05T19:45:00-05:00"></head>'
        f"<body><nav><a href='/'>Home</a> <a href='/news'>News</a></nav><article><h1>Café stays</h1>{BODY}"
        "</article><footer>All rights reserved</footer></body></html>"
    )

    def test_the_page_says_what_it_is(self) -> None:
        """Title, outlet and day of publication are read from the page; its navigation is not."""
        article = read_bytes(self.PAGE.encode(), "page.html")
        assert ("Café stays", "The Harbour Tide", date(2025, 3, 5)) == (
            article.title,
            article.outlet,
            article.published,
        )
        assert WORDS in article.text
        assert "All rights reserved" not in article.text

    def test_a_page_without_an_article_is_told(self) -> None:
        """Navigation alone is no article."""
        with pytest.raises(UnreadableArticle, match="no article on this page"):
            read_bytes(b"<html><body><nav><a href='/'>Home</a></nav></body></html>", "page.html")


class TestEncodings:
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
    def test_the_text_is_read_in_whatever_it_was_saved(self, encoding: str) -> None:
        """Windows and Mac editors save in more ways than one."""
        assert WORDS == read_bytes(WORDS.encode(encoding), "draft.txt").text

    def test_a_guess_is_told(self) -> None:
        """What was read by guess says so, as accents may be wrong."""
        article = read_bytes("He said “no” at the café in Besançon, naïvely.".encode("cp1252"), "draft.txt")
        assert ["encoding_guessed"] == [notice.code for notice in article.notices]

    @settings(max_examples=150, deadline=None)
    @given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.docx", "a.pdf", "a.html", "a.md", None]))
    def test_any_bytes_are_an_article_or_a_sentence(self, content: bytes, name: str | None) -> None:
        """Nothing that a desk can drop raises anything but a sentence."""
        try:
            text = read_bytes(content, name).text
        except UnreadableArticle as refused:
            text = str(refused)
        assert text
