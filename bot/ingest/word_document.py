"""A Word document as an article: the text as it would stand with every tracked change accepted.

Tracked insertions are kept and deletions left out, which the reader is told; hidden text, comments,
footnotes, headers and footers are not read.  The archive is measured before it is opened.
"""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element, ParseError, fromstring

from bot.errors import Encrypted, TooLarge, UnknownFormat, UnreadableArticle
from bot.ingest.paste import read_text
from bot.models import Article, Notice

LARGEST = 50_000_000
"""The most bytes that the parts of a document may unpack to; a 20 MB text of words alone has 40 million."""

TAGS = 1_000_000
"""The most tags a part may have, begun and ended ones; a book of two million characters has a third of that."""

DEEPEST = 200
"""How deep elements may stand in each other; tables in tables, ten times over, are 50 deep."""

TRACKED_CHANGES = Notice(
    "tracked_changes", "The document has tracked changes: insertions were read, deletions were left out."
)
_SKIPPED = frozenset(
    "del moveFrom delText instrText delInstrText pict drawing object Fallback footnoteReference endnoteReference"
    " commentReference rPr sectPr tblPr trPr tcPr sdtPr".split()
)
_TRACKED = frozenset("ins del moveFrom moveTo".split())
_BROKEN = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, ValueError, NotImplementedError, OSError)
_NO_DOCUMENT = "This is a zip file with no Word document in it; save the draft as .docx, or paste the text."
_DAMAGED = "The document is damaged and could not be opened; save it again as .docx, or paste the text."


@dataclass(slots=True)
class _Paragraphs:
    """What has been read so far; ``styles`` holds the style of each paragraph."""

    done: list[str] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)
    carried: str = ""
    tracked: bool = False


def read_word_document(content: bytes, source: str | None = None) -> Article:
    """The article in a .docx, a blank line between its paragraphs.

    Raises ``UnknownFormat`` for any other zip, ``Encrypted``, ``TooLarge``, and ``UnreadableArticle`` where
    it is damaged.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = _parts(archive, source)
    except _BROKEN as damaged:
        raise UnreadableArticle(_DAMAGED, source) from damaged
    root = _root(parts["document"], source)
    found = _Paragraphs()
    _read(root, found)
    article = read_text("\n\n".join(found.done), source)
    notices = (TRACKED_CHANGES,) if found.tracked else ()
    return replace(article, title=_title(found, parts, source) or article.title, notices=notices + article.notices)


def _parts(archive: zipfile.ZipFile, source: str | None) -> dict[str, bytes]:
    """The parts that are read, after the whole archive was measured."""
    members = archive.infolist()
    if sum(member.file_size for member in members) > LARGEST or len(members) > 10_000:
        raise TooLarge("The document unpacks to more than 50 MB; save it without pictures, or paste the text.", source)
    if any(member.flag_bits & 1 for member in members):
        raise Encrypted("The file is locked with a password; save it without one, or paste the text.", source)
    names = {member.filename for member in members}
    if "word/document.xml" not in names:
        raise UnknownFormat(_NO_DOCUMENT, source)
    wanted = {"document": "word/document.xml", "core": "docProps/core.xml", "styles": "word/styles.xml"}
    return {part: _unpacked(archive, name, source) for part, name in wanted.items() if name in names}


def _unpacked(archive: zipfile.ZipFile, name: str, source: str | None) -> bytes:
    with archive.open(name) as member:
        content = member.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise TooLarge("The document unpacks to more than 50 MB; save it without pictures, or paste the text.", source)
    return content


def _root(content: bytes, source: str | None) -> Element:
    """The tree of a part; one with a document type, which could bring entities, is refused."""
    shown = content.lstrip(b"\xef\xbb\xbf\xff\xfe\r\n\t \x00")
    if not shown.startswith(b"<") or b"<!DOCTYPE" in content.replace(b"\x00", b""):
        raise UnreadableArticle(_DAMAGED, source)
    if content.count(b"<") > TAGS:
        raise TooLarge("The document holds too much to read; send the article alone, or paste its text.", source)
    try:
        root = fromstring(content)
    except (ParseError, ValueError, LookupError) as broken:
        raise UnreadableArticle(_DAMAGED, source) from broken
    if _deeper_than(DEEPEST, root):
        raise UnreadableArticle(_DAMAGED, source)
    return root


def _deeper_than(most: int, root: Element) -> bool:
    """Whether elements stand in each other deeper than that."""
    level = [root]
    for _ in range(most):
        level = [child for element in level for child in element]
    return bool(level)


def _read(element: Element, found: _Paragraphs) -> None:
    """Walks the body in reading order, tables and content controls included."""
    for child in element:
        name = _name(child)
        found.tracked = found.tracked or name in _TRACKED
        if name == "p":
            _paragraph(child, found)
        elif name not in _SKIPPED:
            _read(child, found)
    if _name(element) == "body" and found.carried:
        found.done.append(found.carried.strip())
        found.styles.append("")


def _paragraph(paragraph: Element, found: _Paragraphs) -> None:
    pieces = list(_runs(paragraph, found))
    text = found.carried + "".join(pieces)
    if _mark_deleted(paragraph):
        found.carried, found.tracked = text, True
        return
    found.carried = ""
    if text.strip():
        found.done.append("\n".join(line.strip() for line in text.split("\n")).strip())
        found.styles.append(_style(paragraph))


def _runs(element: Element, found: _Paragraphs) -> Iterator[str]:
    for child in element:
        name = _name(child)
        if name in _TRACKED:
            found.tracked = True
        if name in _SKIPPED or (name == "r" and _hidden(child)):
            continue
        if name == "t":
            yield child.text or ""
        elif name in {"tab", "ptab"}:
            yield " "
        elif name in {"br", "cr"}:
            yield "\n"
        elif name == "noBreakHyphen":
            yield "-"
        elif name != "pPr":
            yield from _runs(child, found)


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _child(element: Element, *path: str) -> Element | None:
    at: Element | None = element
    for name in path:
        at = next((child for child in at if _name(child) == name), None) if at is not None else None
    return at


def _value(element: Element | None) -> str:
    """The ``val`` of a property, whatever namespace the document writes it in."""
    if element is None:
        return ""
    return next((value for key, value in element.items() if key.rpartition("}")[2] == "val"), "")


def _hidden(run: Element) -> bool:
    vanish = _child(run, "rPr", "vanish")
    return vanish is not None and _value(vanish) not in {"0", "false", "off"}


def _mark_deleted(paragraph: Element) -> bool:
    """Whether the paragraph's end was deleted, so that the next paragraph runs on in it."""
    return _child(paragraph, "pPr", "rPr", "del") is not None


def _style(paragraph: Element) -> str:
    return _value(_child(paragraph, "pPr", "pStyle"))


def _title(found: _Paragraphs, parts: dict[str, bytes], source: str | None) -> str | None:
    """The paragraph in the style Title, else the title of the document's properties where its text begins with it."""
    titles = {"Title"} | _title_styles(parts, source)
    for text, style in zip(found.done, found.styles, strict=True):
        if style in titles:
            return " ".join(text.split())
    if "core" not in parts:
        return None
    named = next((el.text for el in _root(parts["core"], source).iter() if _name(el) == "title"), None)
    stated = " ".join((named or "").split())
    return stated if stated and any(" ".join(text.split()) == stated for text in found.done[:5]) else None


def _title_styles(parts: dict[str, bytes], source: str | None) -> set[str]:
    """The ids of the style named Title, which Word translates."""
    if "styles" not in parts:
        return set()
    found: set[str] = set()
    for style in _root(parts["styles"], source).iter():
        if _name(style) == "style" and _value(_child(style, "name")).casefold() == "title":
            found.update(value for key, value in style.items() if key.rpartition("}")[2] == "styleId")
    return found
