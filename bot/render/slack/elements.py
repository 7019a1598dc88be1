"""The small pieces of a Slack message: text, names, links and buttons, each safe for any words.

Words of a draft or of the store go into rich text, which Slack shows as it is.  Only the line that a phone
notifies and the small print are Slack's own markup, and what goes there is escaped.  A maker of elements gives
a list, empty where there is nothing to show, since Slack refuses an empty text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from bot.render.difference import Run, abridged
from bot.render.fragments import fragment_link, web_link
from bot.render.words import visible

Block = dict[str, Any]
Element = dict[str, Any]

LONGEST_FRAGMENT = 800  # characters of an address that opens its page at the words
LONGEST_ADDRESS = 2_000  # characters of any address; Slack refuses a button's beyond 3,000
LONGEST_NAME = 80  # characters of a speaker, a verifier, a headline
LONGEST_BUTTON = 75  # characters, Slack's limit
_USER = re.compile(r"[UW][A-Z0-9]{5,}")
_BREAK = re.compile(r"[ \t]*[\r\n\v\f\x85\u2028\u2029]+\s*")
_MARKUP = re.compile(r"(?<=<)(?=[!@#])")


def escape(text: str) -> str:
    """Text for Slack's own markup, in which no word can become a mention, a link or a broadcast."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def clean(text: str) -> str:
    """Text on one line, with characters that steer a screen shown as a dot."""
    return visible(_BREAK.sub(" ", text)).strip()


def clip(text: str, most: int) -> str:
    """The text, cut at a word with an ellipsis where it is longer than so many characters."""
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut[most // 2 :] else cut).rstrip(" ,;:") + "…"


def fallback(text: str, most: int = 600) -> str:
    """The line that a notification shows; a dash where there are no words."""
    return escape(clip(clean(text), most)) or "–"


def written(text: str, **style: bool) -> list[Element]:
    """Text as it is, with ``bold``, ``italic`` or ``strike`` where set.

    A client that reads text as markup must not find a mention in it: such a text is given in two pieces.
    """
    pieces = [piece for piece in _MARKUP.split(text) if piece]
    return [{"type": "text", "text": piece, **({"style": style} if style else {})} for piece in pieces]


def icon(name: str) -> list[Element]:
    """A sign, with a space after it; nothing where it has no name."""
    return [{"type": "emoji", "name": name}, *written(" ")] if name else []


def is_user(name: str | None) -> bool:
    """Whether a name is Slack's id of somebody."""
    return bool(name and _USER.fullmatch(name))


def person(name: str) -> list[Element]:
    """Somebody by name, so that Slack shows a user's own."""
    return [{"type": "user", "user_id": name}] if is_user(name) else written(clip(clean(name), LONGEST_NAME))


def naming(line: str, name: str | None) -> list[Element]:
    """A line that holds somebody's name, who is shown as a user where the name is an id."""
    if name is None or not is_user(name) or name not in line:
        return written(line)
    before, _, after = line.rpartition(name)
    return [*written(before), *person(name), *written(after)]


def linked(text: str, link: str | None, at: str = "") -> list[Element]:
    """Text that opens a page, at these words of it; plain where the link cannot be followed."""
    address = fragment_link(link, at)
    if address is None or len(address) > LONGEST_FRAGMENT:
        address = web_link(link)
    if not text or address is None or len(address) > LONGEST_ADDRESS:
        return written(text)
    return [{"type": "link", "url": address, "text": piece["text"]} for piece in written(text)]


def said(side: Sequence[Run], most: int, quoted: bool = True) -> list[Element]:
    """Words of a draft or of the store, between marks, with those that differ in bold and long ones abridged."""
    out = written("“") if quoted else []
    left = most
    for run in abridged(side):
        text = visible(_BREAK.sub(" ", run.text))
        shown = clip(text, left) if left > 1 else "…"
        out += written(shown, bold=True) if run.mark == "changed" else written(shown)
        left -= len(text)
        if left <= 0:
            break
    return out + (written("”") if quoted else [])


def section(*parts: Sequence[Element]) -> Element:
    """A paragraph of rich text."""
    return {"type": "rich_text_section", "elements": [element for part in parts for element in part]}


def bar(lines: Sequence[Sequence[Element]]) -> Element:
    """Lines beside a bar, as Slack shows a quotation."""
    elements: list[Element] = []
    for line in lines:
        elements += [*(written("\n") if elements else []), *line]
    return {"type": "rich_text_quote", "elements": elements}


def bullets(lines: Sequence[Element]) -> Element:
    """Paragraphs as a list."""
    return {"type": "rich_text_list", "style": "bullet", "elements": list(lines)}


def rich(*parts: Element, block_id: str = "") -> Block:
    """A block of rich text, without the parts that hold nothing."""
    kept = [part for part in parts if part["elements"]]
    return {"type": "rich_text", **({"block_id": block_id} if block_id else {}), "elements": kept}


def small(text: str) -> Block:
    """A line of small print."""
    shown = escape(clip(clean(text), LONGEST_ADDRESS)) or "–"
    return {"type": "context", "elements": [{"type": "mrkdwn", "text": shown, "verbatim": True}]}


def plain(text: str) -> Element:
    """A label of a window or a button; colons in it stay colons."""
    return {"type": "plain_text", "text": text, "emoji": False}


def button(label: str, action: str, value: str | None, url: str | None = None, style: str = "") -> Element:
    """A button; ``value`` comes back with the click, and one that opens a page and wants no answer has none."""
    made = {"type": "button", "text": plain(clip(label, LONGEST_BUTTON)), "action_id": action}
    given = {"value": value, "url": url, "style": style}
    return {**made, **{name: one for name, one in given.items() if one}}


def actions(block_id: str, buttons: Sequence[Element]) -> list[Block]:
    """A row of buttons; nothing where there are none."""
    return [{"type": "actions", "block_id": block_id, "elements": list(buttons)}] if buttons else []
