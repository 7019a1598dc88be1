"""What stands in a Slack rich_text block, as plain text, with the links and the people it names.

A section is running text, a list is a line an item, a quotation or a preformatted block is its own lines.
Styles are left out: bold and italics say nothing of the words.  Words struck through stay: an editor may have
struck them to delete them, or to show what was there before, and the bot does not guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

_BARE_LINK = re.compile(r"https?://[\w\[][^\s<>\"“”‘’«»|]*", re.I)
_AFTER_LINK = ".,;:!?'*_~)]}…"
_SIGN = re.compile(r"[0-9a-f]{2,6}(?:-[0-9a-f]{2,6})*", re.I)


class Piece(NamedTuple):
    """A run of what was written: plain words, or the words of one link or of one mention."""

    text: str
    link: str | None = None
    mention: str | None = None


def rich_text(block: Mapping[str, Any]) -> str:
    """The words of a rich_text block, or of the value of a rich_text_input; of anything else nothing."""
    return "".join(piece.text for piece in pieces_of(block))


def pieces_of(block: object) -> Iterator[Piece]:
    """The pieces of a rich_text block in reading order, a line break wherever a new part begins."""
    if not isinstance(block, Mapping) or block.get("type") != "rich_text":
        return
    before = ""
    for part in _listed(block.get("elements")):
        here = list(_part(part))
        words = "".join(piece.text for piece in here)
        if before and words and not before.endswith("\n") and not words.startswith("\n"):
            yield Piece("\n")
        yield from here
        before = words or before


def with_bare_links(text: str) -> Iterator[Piece]:
    """Plain words, with each link that is typed out in them as a piece of its own."""
    at = 0
    for found in _BARE_LINK.finditer(text):
        link = _without_tail(found.group())
        yield Piece(text[at : found.start()])
        yield Piece(link, link=link)
        at = found.start() + len(link)
    yield Piece(text[at:])


def _without_tail(link: str) -> str:
    """A link without the punctuation of the sentence it stands in; a bracket that opened in it stays."""
    end, unopened = len(link), link.count(")") - link.count("(")
    while link[end - 1] in _AFTER_LINK and (link[end - 1] != ")" or unopened > 0):
        unopened -= link[end - 1] == ")"
        end -= 1
    return link[:end]


def _part(part: Mapping[str, Any]) -> Iterator[Piece]:
    """The pieces of a section, a quotation or a preformatted block; of a list those of its items, a line each."""
    elements = _listed(part.get("elements"))
    if part.get("type") != "rich_text_list":
        for element in elements:
            yield from _element(element)
        return
    for number, item in enumerate(elements):
        if number:
            yield Piece("\n")
        for element in _listed(item.get("elements")):
            yield from _element(element)


def _element(element: Mapping[str, Any]) -> Iterator[Piece]:
    """One element of a section: words, or what stands for a person, a group, a channel, a link or a sign."""
    kind = _string(element, "type")
    if kind == "link":
        link = _string(element, "url")
        web = link if link.casefold().startswith(("http://", "https://")) else None
        yield Piece(_string(element, "text") or link.removeprefix("mailto:"), link=web)
    elif kind == "user":
        yield Piece(f"@{_string(element, 'user_id')}", mention=_string(element, "user_id"))
    elif kind == "emoji":
        yield Piece(_emoji(element))
    elif kind in _NAMED:
        sign, name = _NAMED[kind]
        yield Piece(sign + _string(element, name))
    else:
        yield from with_bare_links(_string(element, "text"))


_NAMED = {
    "usergroup": ("@", "usergroup_id"),
    "channel": ("#", "channel_id"),
    "broadcast": ("@", "range"),
    "date": ("", "fallback"),
    "color": ("", "value"),
}


def _emoji(element: Mapping[str, Any]) -> str:
    """The sign itself where Slack says which it is (``1f44d-1f3fd``), else its name between colons."""
    code = _string(element, "unicode")
    if _SIGN.fullmatch(code):
        points = [int(one, 16) for one in code.split("-")]
        if all(32 <= point < 0x110000 and not 0xD800 <= point < 0xE000 for point in points):
            return "".join(map(chr, points))
    name = _string(element, "name")
    return f":{name}:" if name else ""


def _listed(value: object) -> Sequence[Mapping[str, Any]]:
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, Sequence) else []


def _string(element: Mapping[str, Any], key: str) -> str:
    value = element.get(key)
    return value if isinstance(value, str) else ""
