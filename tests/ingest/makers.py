"""Files made by code for the tests of what comes in: Word documents, PDFs, and small web servers."""

from __future__ import annotations

import io
import threading
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import StreamRequestHandler, ThreadingTCPServer

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def word_file(body: str, core_title: str | None = None, extra: dict[str, bytes] | None = None) -> bytes:
    """A .docx with the given paragraphs as WordprocessingML."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>')
        if core_title is not None:
            archive.writestr(
                "docProps/core.xml",
                f'<cp xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{core_title}</dc:title></cp>',
            )
        for name, content in (extra or {}).items():
            archive.writestr(name, content)
    return made.getvalue()


def para(text: str, style: str | None = None) -> str:
    """One Word paragraph."""
    shown = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{shown}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def pdf_file(pages: Sequence[Sequence[str]]) -> bytes:
    """A PDF whose pages hold the given lines, one below the other."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    objects.append(font)
    kids = []
    for lines in pages:
        drawn = "".join(f"({_escaped(line)}) Tj T*\n" for line in lines)
        stream = f"BT /F1 11 Tf 14 TL 72 760 Td\n{drawn}ET"
        stream = stream.encode("cp1252").decode("latin-1")
        length = len(stream)
        objects.append(f"<< /Length {length} >>\nstream\n{stream}\nendstream")
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >>"
            f" /Contents {len(objects)} 0 R >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    return assembled(objects)


def _escaped(line: str) -> str:
    return line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def assembled(objects: Sequence[str]) -> bytes:
    """The objects of a PDF, numbered from 1, with the table and the trailer that find them."""
    made, places = bytearray(b"%PDF-1.4\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(made))
        made += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    start = len(made)
    made += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    made += "".join(f"{place:010} 00000 n \n" for place in places).encode()
    made += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF".encode()
    return bytes(made)


def locked_pdf(password: str) -> bytes:
    """A PDF that opens with a password only (with none, where it is empty)."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf_file([["The weir is open to all who can row."]]))))
    writer.encrypt(user_password=password, owner_password="press-room", algorithm="RC4-128")
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


@contextmanager
def web_server(handler: type[BaseHTTPRequestHandler]) -> Iterator[str]:
    """A server on loopback for the time of a test; gives its ``host:port``."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield f"127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)


@contextmanager
def raw_server(answer: Callable[[str], Iterable[bytes]], heard: list[str] | None = None) -> Iterator[str]:
    """A server on loopback that sends whatever bytes ``answer`` gives for a path; ``heard`` takes what was asked."""

    class Raw(StreamRequestHandler):
        def handle(self) -> None:
            asked = b""
            while b"\r\n\r\n" not in asked and (more := self.request.recv(4_096)):
                asked += more
            if heard is not None:
                heard.append(asked.decode("latin-1"))
            with suppress(OSError):
                for piece in answer(asked.split(b" ", 2)[1].decode("ascii") if b" " in asked else ""):
                    self.request.sendall(piece)

    server = ThreadingTCPServer(("127.0.0.1", 0), Raw)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        yield f"127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.socket.close()
