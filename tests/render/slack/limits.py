"""What Slack refuses of a message or a window, as its reference states it, and what a message shows."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from bot.render.slack import Block, Message

LONGEST = {"section": 3_000, "button": 75, "header": 150, "value": 2_000, "message": 10_000, "title": 24}


def refused(message: Message) -> list[str]:
    """Everything about a message that Slack would refuse."""
    out = [*_blocks(message.blocks, 50)]
    if sum(len(each) for each in texts(message.blocks)) > LONGEST["message"]:
        out.append("too much text")
    if not 1 <= len(message.text) <= 3_000 or re.search(r"[<>]|&(?!amp;|lt;|gt;)", message.text):
        out.append(f"fallback {message.text!r}")
    return out


def refused_view(view: Block) -> list[str]:
    """Everything about a window or a home that Slack would refuse."""
    out = [*_blocks(view["blocks"], 100)]
    out += [key for key in ("title", "submit", "close") if key in view and len(view[key]["text"]) > LONGEST["title"]]
    out += ["metadata"] if len(view.get("private_metadata", "")) > 3_000 else []
    return out + (["250 kB"] if len(json.dumps(view)) > 250_000 else [])


def texts(value: Any) -> list[str]:
    """Every text that is shown, in order."""
    return [node["text"] for node in nodes(value) if isinstance(node.get("text"), str)]


def shown(message: Message | Block) -> str:
    """All that a message or a window shows, in one string, users as ``<user>``."""
    blocks = message.blocks if isinstance(message, Message) else message["blocks"]
    found = (node.get("user_id") or node.get("text") for node in nodes(list(blocks)))
    return "".join(each for each in found if isinstance(each, str))


def buttons(message: Message | Block) -> list[tuple[str, str, str]]:
    """The label, action and value of every button, in order."""
    blocks = message.blocks if isinstance(message, Message) else message["blocks"]
    found = (node for node in nodes(list(blocks)) if node.get("type") == "button")
    return [(node["text"]["text"], node["action_id"], node.get("value", "")) for node in found]


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Every dict within a value, the outer ones first."""
    if isinstance(value, dict):
        yield value
        for each in value.values():
            yield from nodes(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from nodes(each)


def _blocks(blocks: Sequence[Block], most: int) -> Iterator[str]:
    if not 1 <= len(blocks) <= most:
        yield f"{len(blocks)} blocks"
    ids = [block["block_id"] for block in blocks if "block_id" in block]
    if len(ids) != len(set(ids)) or any(not 1 <= len(each) <= 255 for each in ids):
        yield f"block ids {ids}"
    for block in blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    if sum(map(len, texts(block))) > LONGEST["section"]:
        yield f"long {block['type']}"
    actions = [node["action_id"] for node in nodes(block) if "action_id" in node]
    if len(actions) != len(set(actions)):
        yield f"actions {actions}"
    for node in nodes(block):
        if node.get("text") == "" or node.get("elements") == []:
            yield f"empty {node.get('type')}"
        if node.get("type") == "button" and not _sound(node):
            yield f"button {node}"
        if node.get("type") == "header" and len(node["text"]["text"]) > LONGEST["header"]:
            yield "long header"
        if "url" in node and not re.match(r"https?://", node["url"], re.IGNORECASE):
            yield f"address {node['url']}"


def _sound(button: dict[str, Any]) -> bool:
    return (
        len(button["text"]["text"]) <= LONGEST["button"]
        and len(button.get("value", "")) <= LONGEST["value"]
        and len(button.get("url", "")) <= 3_000
    )
