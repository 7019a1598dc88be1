"""Files that are made to bring a reader down: each is an article or a sentence, in bounded time and memory."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable, Mapping

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.errors import UnreadableArticle
from bot.ingest import read_bytes
from bot.ingest.pdf_lines import paragraphs
from bot.ingest.source import shown_name

from .hostile_pdfs import HOSTILE
from .makers import W, para, pdf_file, word_file

DAMAGED = "The document is damaged and could not be opened; save it again as .docx, or paste the text."
TOO_MUCH = "The document holds too much to read; send the article alone, or paste its text."
UNPACKS = "The document unpacks to more than 50 MB; save it without pictures, or paste the text."
LAUGHS = '<!DOCTYPE d [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
)


def packed(parts: Mapping[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of these parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return made.getvalue()


def zipped(document: bytes | str, method: int = zipfile.ZIP_DEFLATED, **more: bytes) -> bytes:
    """A .docx with that document in it, packed as told."""
    return packed({"word/document.xml": document, **more}, method)


def document(body: str, before: str = "") -> str:
    """A Word document's XML with something before its root."""
    return f'{before}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'


def broken(content: bytes) -> bytes:
    """The archive with its packed bytes overwritten."""
    return content[:70] + b"\xff" * 8 + content[78:]


def swapped(content: bytes, old: bytes, new: bytes) -> bytes:
    assert old in content
    return content.replace(old, new)


WORD: list[tuple[str, Callable[[], bytes], str]] = [
    ("a picture of 80 MB", lambda: word_file(para("We sail."), extra={"word/media/sea.bin": bytes(80_000_000)}), UNPACKS),
    ("a text of 60 MB", lambda: zipped(document(para("a" * 60_000_000))), UNPACKS),
    ("a text that lies about its size", lambda: swapped(zipped(b" " * 60_000_000), (60_000_000).to_bytes(4, "little"), b"\1\0\0\0"), DAMAGED),
    ("eleven thousand parts", lambda: zipped(document(para("a")), **{f"m{n}": b"" for n in range(11_000)}), UNPACKS),
    ("eight million empty elements", lambda: zipped(document("<w:r/>" * 8_000_000)), TOO_MUCH),
    ("elements five thousand deep", lambda: zipped(document("<w:sdt>" * 5_000 + para("a") + "</w:sdt>" * 5_000)), DAMAGED),
    ("insertions five thousand deep", lambda: zipped(document(f"<w:p>{'<w:ins>' * 5_000}{'</w:ins>' * 5_000}</w:p>")), DAMAGED),
    ("entities that laugh a billion times", lambda: zipped(document(para("&j;"), f"{LAUGHS}]>")), DAMAGED),
    ("… in sixteen bits", lambda: zipped(document(para("&j;"), f'<?xml version="1.0" encoding="utf-16"?>{LAUGHS}]>').encode("utf-16")), DAMAGED),
    ("… in seven bits", lambda: zipped(document("", '<?xml version="1.0" encoding="utf-7"?>+ADw-!DOCTYPE a>')), DAMAGED),
    ("an entity from the disk", lambda: zipped(document(para("&x;"), '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>')), DAMAGED),
    ("an entity from the net", lambda: zipped(document(para("&x;"), '<!DOCTYPE d [<!ENTITY x SYSTEM "http://127.0.0.1:9/">]>')), DAMAGED),
    ("a definition from the net", lambda: zipped(document(para("a"), '<!DOCTYPE d SYSTEM "http://127.0.0.1:9/d.dtd">')), DAMAGED),
    ("an entity in the title", lambda: word_file(para("a"), extra={"docProps/core.xml": f"{LAUGHS}]><a>&j;</a>".encode()}), DAMAGED),
    ("an entity that nobody names", lambda: zipped(document(para("&tide;"))), DAMAGED),
    ("styles cut off", lambda: zipped(document(para("a")), **{"word/styles.xml": b"<a>" * 3_000}), DAMAGED),
    ("packed bytes that are none", lambda: broken(zipped(document(para("a" * 999)))), DAMAGED),
    ("… of another packer", lambda: broken(zipped(document(para("a" * 999)), zipfile.ZIP_LZMA)), DAMAGED),
    ("… of a third", lambda: broken(zipped(document(para("a" * 999)), zipfile.ZIP_BZIP2)), DAMAGED),
    ("a packer that nobody knows", lambda: swapped(zipped(document(para("a"))), b"PK\1\2\x14\3\x14\0\0\0\x08", b"PK\1\2\x14\3\x14\0\0\0\x63"), DAMAGED),
    ("half an archive", lambda: zipped(document(para("a" * 999)))[:-30], DAMAGED),
    ("a zip in a zip", lambda: zipped(zipped(document(para("a")))), DAMAGED),
    ("a locked zip", lambda: swapped(zipped(document(para("a"))), b"PK\1\2\x14\3\x14\0\0\0", b"PK\1\2\x14\3\x14\0\1\0"), "The file is locked with a password; save it without one, or paste the text."),
    ("a spreadsheet", lambda: packed({"xl/workbook.xml": b"<a/>"}), "This is a zip file with no Word document in it; save the draft as .docx, or paste the text."),
]  # fmt: skip


def outcome(content: bytes, name: str) -> str:
    """What the editor sees: the text, or the sentence."""
    try:
        return read_bytes(content, name).text
    except UnreadableArticle as refused:
        return refused.for_editor


class TestWordDocuments:
    @pytest.mark.parametrize(("made", "said"), [row[1:] for row in WORD], ids=[row[0] for row in WORD])
    def test_are_refused_with_a_sentence(self, made: Callable[[], bytes], said: str) -> None:
        """Bombs, entities, locks and damage: one sentence each, within seconds."""
        content, began = made(), time.process_time()
        with pytest.raises(UnreadableArticle) as refused:
            read_bytes(content, "draft.docx")
        assert said == refused.value.for_editor
        assert time.process_time() - began < 5.0

    @settings(max_examples=60, deadline=None)
    @given(st.lists(st.tuples(st.integers(0, 900), st.binary(min_size=1, max_size=6)), min_size=1, max_size=4))
    @example([(10, b"\x0e\x00")])
    def test_damaged_anywhere_are_an_article_or_a_sentence(self, wounds: list[tuple[int, bytes]]) -> None:
        """Whatever bytes of a document are overwritten, nothing but a sentence is raised."""
        content = bytearray(word_file(para("“We sail,” said Ada Quill.", "Title") + para("It rained."), "We sail"))
        for at, bytes_ in wounds:
            content[at : at + len(bytes_)] = bytes_
        assert outcome(bytes(content), "draft.docx")


class TestPrints:
    @pytest.mark.parametrize("made", HOSTILE.values(), ids=HOSTILE)
    def test_that_loop_swell_or_recurse_are_words_or_a_sentence(self, made: Callable[[], bytes]) -> None:
        """What the parser makes of it ends in its own process, and the editor is told what to do."""
        read = outcome(made(), "draft.pdf")
        assert read.startswith("We sail") or "paste" in read or "send the pages" in read

    def test_of_many_lines_are_joined_in_time(self) -> None:
        """A book without a blank line takes seconds, not the square of them."""
        lines = [f"Line {number} of the harbour and of all its boats and-" for number in range(30_000)]
        began = time.process_time()
        assert paragraphs([lines])[0].startswith("Line 0 of the harbour and of all its boats and-")
        assert time.process_time() - began < 4.0

    @settings(max_examples=6, deadline=None)
    @given(st.integers(0, 600), st.binary(min_size=1, max_size=20))
    def test_damaged_anywhere_are_an_article_or_a_sentence(self, at: int, bytes_: bytes) -> None:
        """Whatever bytes of a PDF are overwritten, nothing but a sentence is raised."""
        content = bytearray(pdf_file([["We sail at noon, said Ada Quill."]]))
        content[at : at + len(bytes_)] = bytes_
        assert outcome(bytes(content), "draft.pdf")


SAID = "<p>“We sail at noon,” said Ada Quill, who has kept the lock for thirty years and more.</p>"
PAGES: list[tuple[str, Callable[[], str], str]] = [
    ("an entity from the disk", lambda: f'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><p>&x;</p>{SAID * 9}', "We sail"),
    ("entities that laugh", lambda: f"{LAUGHS}]><html><body><p>&j;</p>{SAID * 9}", "There is no article"),
    ("data a hundred thousand deep", lambda: f'<html><head><script type="application/ld+json">{"[" * 100_000}</script></head><body>{SAID * 9}', "We sail"),
    ("boxes a hundred thousand deep", lambda: f"<html><body>{'<div>' * 100_000}We sail at noon.", "There is no article"),
    ("eighteen hundred tables", lambda: f"<html><body>{'<table><tr><td>a</td></tr></table>' * 1_800}", "There is no article"),
    ("a quarter of a million paragraphs", lambda: f"<html><body>{'<p>a</p>' * 250_000}", "The page is too long to read"),
    ("a million attributes", lambda: f"<html><body><p {'a=b ' * 1_000_000}>a</p>", "There is no article"),
    ("a million beginnings", lambda: f"<html><body>{'<' * 1_000_000}", "There is no article"),
    ("comments without end", lambda: f"<html><body>{'<!--' * 500_000}", "There is no article"),
]  # fmt: skip


class TestPages:
    @pytest.mark.parametrize(("made", "read"), [row[1:] for row in PAGES], ids=[row[0] for row in PAGES])
    def test_that_swell_or_recurse_are_words_or_a_sentence(self, made: Callable[[], str], read: str) -> None:
        """No entity is opened, and no page takes more than seconds of the bot's own process."""
        content, began = made().encode(), time.process_time()
        found = outcome(content, "page.html")
        assert read in found
        assert "root:" not in found
        assert "haha" not in found
        assert time.process_time() - began < 6.0


class TestNames:
    @pytest.mark.parametrize(
        "name",
        ["../../etc/passwd", "C:\\drafts\\ferry.docx", "draft.docx\0.exe", "draft\u202exod.docx", "a" * 5_000 + ".docx", "", ".", "draft.docx\n"],
    )  # fmt: skip
    def test_of_files_are_only_shown(self, name: str) -> None:
        """A name with a path, a control character or no end says nothing about where a file is read from."""
        article = read_bytes(word_file(para("We sail at noon.")), name)
        assert "We sail at noon." == article.text.strip()
        assert len(shown_name(name)) <= 80
        assert shown_name(name).isprintable()

    @pytest.mark.parametrize(
        ("name", "content", "read"),
        [
            ("draft.pdf", word_file(para("We sail at noon.")), "We sail"),
            ("draft.docx", pdf_file([["We sail at noon."]]), "We sail"),
            ("draft.docx", b"We sail at noon.", "We sail"),
            ("draft.pdf", b"We sail at noon.", "We sail"),
            ("draft.docx", b"<html><body>" + SAID.encode() * 9, "We sail"),
            ("draft.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "This is a picture, not an article"),
            ("draft.docx", b"\x7fELF\2\1\1\0\0", "This is a program, not an article"),
            ("draft.pdf", b"\0\1\2\3" * 99, "This is no .pdf file, or it is damaged"),
            ("draft.docx", b"{\\rtf1 We sail}", "This is an .rtf file"),
            ("draft.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "This is an old Word file"),
        ],
    )
    def test_that_are_wrong_do_not_matter(self, name: str, content: bytes, read: str) -> None:
        """The content tells what a file is; what is read by nobody is told by what it is."""
        found = outcome(content, name)
        assert read in found
