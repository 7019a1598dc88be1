"""PDFs that are made to bring a parser down, each by what it does."""

from __future__ import annotations

import zlib
from collections.abc import Callable

from .makers import assembled, locked_pdf, pdf_file

_PAGE = (
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> {} >> /Contents {} 0 R >>"
)
_FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica {} >>"
_WORDS = "BT /F1 11 Tf 72 700 Td (We sail at noon.) Tj ET"


def _stream(content: bytes, more: str = "") -> str:
    return f"<< /Length {len(content)} {more} >>\nstream\n{content.decode('latin-1')}\nendstream"


def _file(contents: str, font: str = "", resources: str = "", *more: str, kids: str = "[5 0 R]") -> bytes:
    """One page with these contents; ``more`` are objects from number 6 on."""
    pages = f"<< /Type /Pages /Kids {kids} /Count 1 >>"
    return assembled(
        ["<< /Type /Catalog /Pages 2 0 R >>", pages, _FONT.format(font), contents, _PAGE.format(resources, 4), *more]
    )


def _packed(content: bytes) -> str:
    return _stream(zlib.compress(content, 1), "/Filter /FlateDecode")


def _bomb_of_bombs() -> str:
    packed = zlib.compress(zlib.compress(b"q " * 50_000_000, 1), 9)
    return _stream(packed, "/Filter [/FlateDecode /FlateDecode]")


def _wide_map() -> str:
    ranges = "".join("1 beginbfrange\n<0000> <FFFF> <0000>\nendbfrange\n" for _ in range(3_000))
    return _packed(f"begincmap\n{ranges}endcmap".encode())


def _xref_loop() -> bytes:
    plain = _file(_stream(_WORDS.encode()))
    at = plain.rindex(b"xref\n0")
    return plain.replace(b"/Root 1 0 R", f"/Root 1 0 R /Prev {at}".encode())


HOSTILE: dict[str, Callable[[], bytes]] = {
    "pages that hold themselves": lambda: _file(_stream(_WORDS.encode()), kids="[2 0 R]"),
    "pages in a ring": lambda: _file(
        _stream(_WORDS.encode()), "", "", "<< /Type /Pages /Kids [2 0 R] /Count 1 >>", kids="[6 0 R]"
    ),
    "a form that draws itself": lambda: _file(
        _stream(b"/X Do"), "", "/XObject << /X 6 0 R >>",
        _stream(b"/X Do", "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>"),
    ),
    "forms that draw each other again and again": lambda: _file(
        _stream(b"/X Do " * 5), "", "/XObject << /X 6 0 R >>",
        *(
            _stream(b"/X Do " * 5, f"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X {n} 0 R >> >>")
            for n in range(7, 10)
        ),
        _stream(_WORDS.encode(), "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /F1 3 0 R >> >>"),
    ),
    "a page that swells to 100 MB": lambda: _file(_packed(b"q " * 50_000_000)),
    "a page that swells twice": lambda: _file(_bomb_of_bombs()),
    "brackets a hundred thousand deep": lambda: _file(_stream(b"[" * 100_000)),
    "dictionaries a hundred thousand deep": lambda: _file(_stream(b"<<" * 100_000)),
    "a name without end": lambda: _file(_stream(b"/" + b"a" * 5_000_000)),
    "a string without end": lambda: _file(_stream(b"(" * 2_000_000)),
    "a length that points to itself": lambda: _file("<< /Length 4 0 R >>\nstream\nBT ET\nendstream"),
    "a table that goes back to itself": _xref_loop,
    "a map of two hundred million letters": lambda: _file(_stream(_WORDS.encode()), "/ToUnicode 6 0 R", "", _wide_map()),
    "three thousand drawings": lambda: _file(_packed(_WORDS.encode() * 3_000)),
    "a table of a billion objects": lambda: _file(_stream(_WORDS.encode())).replace(b"/Size 6", b"/Size 999999999"),
    "a width beyond figures": lambda: _file(
        _stream(_WORDS.encode()), "/FirstChar 0 /LastChar 2000000000 /Widths [500]"
    ),
    "a picture line by line": lambda: _file(
        _stream(zlib.compress(b"\x02" + b"a" * 40_000_000), "/Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns 1 >>")
    ),
    "a catalogue that is no catalogue": lambda: assembled(["[1 0 R]"]),
    "nothing but a beginning": lambda: b"%PDF-1.7\n",
    "zeros": lambda: b"%PDF-1.7\n" + b"\0" * 1_000_000,
    "endings without end": lambda: b"%PDF-1.7\n" + b"startxref\n0\n%%EOF\n" * 200_000,
    "objects without end": lambda: b"%PDF-1.7\n" + b"1 0 obj\n" * 50_000,
    "half a file": lambda: (lambda whole: whole[: len(whole) // 2])(pdf_file([["We sail at noon."]] * 9)),
    "a file backwards": lambda: b"%PDF-1.7\n" + pdf_file([["We sail at noon."]])[::-1],
    "a password": lambda: locked_pdf("tide"),
    "an unknown lock": lambda: _file(_stream(_WORDS.encode())).replace(
        b"/Root 1 0 R", b"/Root 1 0 R /Encrypt << /Filter /Harbour /V 9 /R 9 /O (a) /U (b) /P -1 >> /ID [(a) (a)]"
    ),
}  # fmt: skip
