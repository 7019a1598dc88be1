"""Links as attackers write them, each with the sentence that the editor gets: one row an attack.

``WRITTEN`` are refused by how they are written, ``NAMED`` by what the resolver says of their name, ``ANSWERED`` by
what the site sends back.  No row leaves the machine: names are looked up in the row, sites answer on loopback.
"""

from __future__ import annotations

import gzip
import time
import zlib
from collections.abc import Callable, Iterable, Iterator

NO_HOST = "This link has no proper host name; look at it again, or paste the text."
NO_LINK = "This is no proper link; copy it again, or paste the text."
PRIVATE = "This link leads inside a private network; paste the text, or have its host allowed (VERBATIM_ALLOW_HOSTS)."
SCHEME = "Only http and https links are followed; paste the text, or drop the file."
PASSWORD = "Links with a name or password in them are not followed; paste the text."
IMITATION = (
    "The name of this site is written with letters that only look like others; type the link yourself,"
    " or paste the text."
)
LARGE = "The page is over 5 MB; paste the text of the article, or drop the file."
BROKEN = "The site could not be reached; look at the link, paste the text, or drop the file."
UNREADABLE = "The site sent the page in a form that cannot be read; paste the text."
CUT_OFF = "The site broke off in the middle of the page; try again, paste the text, or drop the file."
SLOW = "The site gave no whole answer in 10 seconds; try again, paste the text, or drop the file."
ENDLESS = "The link keeps leading to another page; paste the text, or drop the file."


def port(number: int) -> str:
    """What a link to another port is told."""
    return f"Links to port {number} are not followed; paste the text, or drop the file."


def kind(name: str) -> str:
    """What a link to another kind of file is told."""
    return f"The link leads to {name}, not to an article; paste the text."


def status(code: int) -> str:
    """What a site that says no is told as."""
    return f"The site answered {code}. Paste the text, or drop the file."


WRITTEN = [
    ("the loopback in decimal", "http://2130706433/", NO_HOST),
    ("in octal", "http://017700000001/", NO_HOST),
    ("in octal with points", "http://0177.0.0.1/", NO_LINK),
    ("in hex", "http://0x7f000001/", NO_HOST),
    ("in hex with points", "http://0x7f.0x0.0x0.0x1/", NO_HOST),
    ("in two parts", "http://127.1/", NO_HOST),
    ("in three parts", "http://127.0.1/", NO_HOST),
    ("beyond 255", "http://127.0.0.257/", NO_LINK),
    ("in five parts", "http://127.0.0.0.1/", NO_HOST),
    ("as nought", "http://0/", NO_HOST),
    ("as four noughts", "http://0.0.0.0/", PRIVATE),
    ("another loopback", "http://127.8.8.8/", PRIVATE),
    ("with a trailing dot", "http://127.0.0.1./", PRIVATE),
    ("with two trailing dots", "http://127.0.0.1../", NO_HOST),
    ("by its name", "http://localhost/", PRIVATE),
    ("by its name with a dot", "http://LOCALHOST./", PRIVATE),
    ("in wide figures", "http://１２７.0.0.1/", NO_LINK),
    ("in circled figures", "http://①②⑦.⓪.⓪.①/", NO_LINK),
    ("in circled letters", "http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/", NO_LINK),
    ("with ideographic points", "http://127。0。0。1/", PRIVATE),
    ("with a soft hyphen", "http://local\u00adhost/", NO_LINK),
    ("with a zero-width space", "http://local\u200bhost/", NO_LINK),
    ("percent-encoded", "http://%31%32%37.0.0.1/", NO_HOST),
    ("with encoded points", "http://127%2e0%2e0%2e1/", NO_HOST),
    ("a private network of the first class", "http://10.0.0.7/cms", PRIVATE),
    ("of the second", "http://172.31.255.1/", PRIVATE),
    ("of the third", "http://192.168.1.1/", PRIVATE),
    ("of the third, short", "http://192.168.257/", NO_HOST),
    ("a carrier's network", "http://100.64.1.1/", PRIVATE),
    ("a multicast address", "http://224.0.0.251/", PRIVATE),
    ("the broadcast address", "http://255.255.255.255/", PRIVATE),
    ("cloud metadata", "http://169.254.169.254/latest/meta-data/", PRIVATE),
    ("cloud metadata in hex", "http://0xa9fea9fe/", NO_HOST),
    ("cloud metadata in decimal", "http://2852039166/", NO_HOST),
    ("cloud metadata over IPv6", "http://[fd00:ec2::254]/", PRIVATE),
    ("cloud metadata, mapped", "http://[::ffff:169.254.169.254]/", PRIVATE),
    ("a second cloud's metadata", "http://168.63.129.16/", PRIVATE),
    ("a third cloud's metadata", "http://100.100.100.200/", PRIVATE),
    ("a fourth cloud's metadata", "http://192.0.0.192/", PRIVATE),
    ("the loopback in IPv6", "http://[::1]/", PRIVATE),
    ("in IPv6 at length", "http://[0:0:0:0:0:0:0:1]/", PRIVATE),
    ("in IPv6 with a zone", "http://[::1%25lo]/", PRIVATE),
    ("IPv4 mapped", "http://[::ffff:127.0.0.1]/", PRIVATE),
    ("IPv4 mapped in hex", "http://[::ffff:7f00:1]/", PRIVATE),
    ("IPv4 compatible", "http://[::127.0.0.1]/", PRIVATE),
    ("IPv4 translated", "http://[::ffff:0:127.0.0.1]/", PRIVATE),
    ("through NAT64", "http://[64:ff9b::7f00:1]/", PRIVATE),
    ("through 6to4", "http://[2002:7f00:1::]/", PRIVATE),
    ("through Teredo", "http://[2001:0:7f00:1::1]/", PRIVATE),
    ("IPv6 on the cable", "http://[fe80::1]/", PRIVATE),
    ("IPv6 with a future version", "http://[v1.fe80::a+en1]/", NO_LINK),
    ("IPv4 in brackets", "http://[127.0.0.1]/", NO_LINK),
    ("IPv6 without brackets", "http://::1/", NO_LINK),
    ("half a bracket", "http://[::1/", NO_LINK),
    ("a name and a password", "http://desk:word@harbour.example/", PASSWORD),
    ("a name alone", "http://harbour.example@127.0.0.1/", PASSWORD),
    ("an empty name", "http://:@127.0.0.1/", PASSWORD),
    ("a name with a port", "http://harbour.example:443@127.0.0.1/", PASSWORD),
    ("a name behind a backslash", "http://127.0.0.1\\@harbour.example/", PASSWORD),
    ("an encoded @", "http://harbour.example%40127.0.0.1/", NO_HOST),
    ("the port of mail", "http://harbour.example:25/", port(25)),
    ("of a shell", "http://harbour.example:22/", port(22)),
    ("of a cache", "http://harbour.example:6379/", port(6379)),
    ("of a database", "https://harbour.example:5432/", port(5432)),
    ("port nought", "http://harbour.example:0/", port(0)),
    ("a port that is none", "http://harbour.example:65536/", port(65536)),
    ("a port below nought", "http://harbour.example:-1/", port(-1)),
    ("two ports", "http://harbour.example:80:22/", NO_LINK),
    ("a file", "file:///etc/passwd", SCHEME),
    ("a file on a host", "file://localhost/etc/passwd", SCHEME),
    ("gopher", "gopher://127.0.0.1:6379/_INFO", SCHEME),
    ("dict", "dict://127.0.0.1:11211/stats", SCHEME),
    ("ftp", "ftp://harbour.example/a.txt", SCHEME),
    ("ldap", "ldap://127.0.0.1/", SCHEME),
    ("a socket", "http+unix://%2Frun%2Fengine.sock/info", SCHEME),
    ("a stream of a language", "php://filter/resource=/etc/passwd", SCHEME),
    ("a script", "javascript:alert(1)", SCHEME),
    ("a script with a host", "javascript://harbour.example/%0aalert(1)", SCHEME),
    ("the page in its own link", "data:text/html,<p>We sail.</p>", SCHEME),
    ("an archive", "jar:http://harbour.example!/", SCHEME),
    ("the source of a page", "view-source:http://127.0.0.1/", SCHEME),
    ("a link with one slash", "http:/127.0.0.1/", NO_HOST),
    ("a link with three", "http:///127.0.0.1/", NO_HOST),
    ("no host", "https://", NO_HOST),
    ("a header in the host", "http://harbour.example\r\nHost: 127.0.0.1/", NO_LINK),
    ("a nought in the host", "http://harbour.example\0/", NO_LINK),
    ("a host beyond measure", "http://" + "a." * 200 + "example/", NO_HOST),
    ("a link beyond measure", "http://harbour.example/" + "a" * 70_000, NO_LINK),
    ("one Cyrillic letter", "http://h\u0430rbour.example/", IMITATION),
    ("the same, encoded", "http://xn--hrbour-4nf.example/", IMITATION),
    ("Cyrillic alone that passes for Latin", "http://\u0441\u043e\u0440\u0443.example/", IMITATION),
    ("a Greek letter", "http://harb\u03bfur.example/", IMITATION),
    ("a small capital", "http://\u0262arbour.example/", IMITATION),
    ("punycode of nothing", "http://xn--a/", NO_HOST),
]

NAMED = [
    ("a name that stands for the loopback", "http://127.0.0.1.harbour.example/", [["127.0.0.1"]], PRIVATE),
    ("for the loopback over IPv6", "http://harbour.example/", [["::1"]], PRIVATE),
    ("for metadata", "http://metadata.harbour.example/", [["169.254.169.254"]], PRIVATE),
    ("for a mapped address", "http://harbour.example/", [["::ffff:10.0.0.1"]], PRIVATE),
    ("for a public and a private address", "http://harbour.example/", [["93.184.216.34", "10.0.0.1"]], PRIVATE),
    ("for an address with a zone", "http://harbour.example/", [["fe80::1%eth0"]], PRIVATE),
    ("for nothing", "http://harbour.example/", [[]], "There is no site “harbour.example”; look at the link again, or paste the text."),
]  # fmt: skip

PAGE = b"<html><body><article><p>We sail at noon, said Ada Quill.</p></article></body></html>"


def head(body: bytes = b"", line: str = "200 OK", **headers: str) -> bytes:
    """An answer with its body, headers by name (``Content_Type``)."""
    lines = [f"HTTP/1.1 {line}", *(f"{name.replace('_', '-')}: {value}" for name, value in headers.items())]
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + body


def onward(to: str) -> Callable[[], Iterable[bytes]]:
    """A page that points on."""
    return lambda: [head(b"", "302 Found", Location=to, Content_Length="0")]


def sent(*pieces: bytes) -> Callable[[], Iterable[bytes]]:
    """An answer in pieces."""
    return lambda: pieces


def without_end(opening: bytes, piece: bytes, pause: float = 0.0) -> Callable[[], Iterable[bytes]]:
    """An answer that never ends, with a pause in seconds between its pieces."""

    def pieces() -> Iterator[bytes]:
        yield opening
        while True:
            yield piece
            time.sleep(pause)

    return pieces


def _packed(content: bytes, wbits: int = 31) -> bytes:
    packer = zlib.compressobj(9, wbits=wbits)
    return packer.compress(content) + packer.flush()


_HTML = {"Content_Type": "text/html"}
_GZIP = {"Content_Type": "text/html", "Content_Encoding": "gzip"}
_BOMB = _packed(b"\0" * 50_000_000)

ANSWERED: list[tuple[str, Callable[[], Iterable[bytes]], str]] = [
    ("points to metadata", onward("http://169.254.169.254/latest/"), PRIVATE),
    ("points to the loopback", onward("http://127.0.0.1:80/"), PRIVATE),
    ("points to the loopback without a scheme", onward("//127.0.0.1/"), PRIVATE),
    ("points to the loopback in IPv6", onward("http://[::1]/"), PRIVATE),
    ("points to the loopback in decimal", onward("http://2130706433/"), NO_HOST),
    ("points to a file", onward("file:///etc/passwd"), SCHEME),
    ("points to gopher", onward("gopher://127.0.0.1:6379/_FLUSHALL"), SCHEME),
    ("points to a page in its own link", onward("data:text/html,We sail"), SCHEME),
    ("points to another port", onward("http://harbour.example:22/"), port(22)),
    ("points on with a password", onward("http://desk:word@harbour.example/"), PASSWORD),
    ("points on to half a bracket", onward("http://[::1"), NO_LINK),
    ("points on to a port of letters", onward("http://harbour.example:mail/"), NO_LINK),
    ("points on in bytes that are no text", onward("http://\xff\xfe\x81/"), NO_LINK),
    ("points on beyond measure", onward("http://harbour.example/" + "a" * 70_000), NO_LINK),
    ("points to itself", onward("?"), ENDLESS),
    ("announces 2 GB", sent(head(b"<p>", Content_Length="2147483648", **_HTML)), LARGE),
    ("announces a length beyond all figures", sent(head(b"<p>", Content_Length="9" * 5_000, **_HTML)), BROKEN),
    ("announces a length below nought", sent(head(b"<p>", Content_Length="-1", **_HTML)), BROKEN),
    ("announces two lengths", sent(head(b"<p>", **_HTML, Content_Length="3, 4")), BROKEN),
    ("never ends", without_end(head(**_HTML), b"<p>sea</p>" * 10_000), LARGE),
    ("never ends, in chunks", without_end(head(Transfer_Encoding="chunked", **_HTML), b"f000\r\n" + b"a" * 0xF000 + b"\r\n"), LARGE),
    ("never ends its headers", without_end(b"HTTP/1.1 200 OK\r\n", b"X: " + b"a" * 5_000 + b"\r\n"), BROKEN),
    ("never ends its first line", without_end(b"HTTP/1.1 ", b"a" * 50_000), BROKEN),
    ("says wait without end", without_end(b"", b"HTTP/1.1 100 Continue\r\n\r\n", 0.01), SLOW),
    ("sends a letter now and then", without_end(head(**_HTML), b"a", 0.05), SLOW),
    ("sends its headers a letter now and then", without_end(b"HTTP/1.1 200 OK\r\nX: ", b"a", 0.05), SLOW),
    ("says nothing", without_end(b"", b"", 0.05), SLOW),
    ("swells from 50 kB to 50 MB", sent(head(_BOMB, **_GZIP)), LARGE),
    ("swells without a gzip header", sent(head(_packed(b"\0" * 50_000_000, 15), Content_Type="text/html", Content_Encoding="deflate")), LARGE),
    ("is packed twice", sent(head(gzip.compress(_BOMB), Content_Type="text/html", Content_Encoding="gzip, gzip")), UNREADABLE),
    ("is packed in an unknown way", sent(head(b"\x1b\x00", Content_Type="text/html", Content_Encoding="br")), UNREADABLE),
    ("is packed wrongly", sent(head(b"no gzip", **_GZIP)), UNREADABLE),
    ("breaks off in what is packed", sent(head(gzip.compress(PAGE * 99)[:-40], **_GZIP)), CUT_OFF),
    ("breaks off before its length", sent(head(PAGE, Content_Length="5000", **_HTML)), BROKEN),
    ("breaks off in a chunk", sent(head(b"ff\r\nsea", Transfer_Encoding="chunked", **_HTML)), BROKEN),
    ("is a chunk of no length", sent(head(b"zz\r\nsea\r\n", Transfer_Encoding="chunked", **_HTML)), BROKEN),
    ("speaks no HTTP", sent(b"220 mail.example ESMTP\r\n"), BROKEN),
    ("speaks HTTP of long ago", sent(PAGE), BROKEN),
    ("hangs up", sent(), BROKEN),
    ("is a picture", sent(head(b"\x89PNG", Content_Type="image/png")), kind("image/png")),
    ("is a recording", sent(head(b"ID3", Content_Type="audio/mpeg")), kind("audio/mpeg")),
    ("is a program", sent(head(b"\x7fELF", Content_Type="application/octet-stream")), kind("application/octet-stream")),
    ("is data", sent(head(b"{}", Content_Type="application/json")), kind("application/json")),
    ("calls itself a thing of 400 letters", sent(head(b"a", Content_Type="a" * 400)), kind("a" * 60)),
    ("wants a password", sent(head(b"", "401 Unauthorized", Content_Length="0")), status(401)),
    ("wants money", sent(head(b"", "402 Payment Required", Content_Length="0")), status(402)),
    ("wants another protocol", sent(head(b"", "101 Switching Protocols", Upgrade="h2c", Connection="Upgrade")), BROKEN),
    ("fails", sent(head(b"", "500 Internal Server Error", Content_Length="0")), status(500)),
    ("has nothing to say", sent(head(b"", "204 No Content")), status(204)),
]  # fmt: skip
