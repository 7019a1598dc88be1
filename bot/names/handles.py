"""Handles (@harbourpost): whose posts an article quotes, where it gives no other name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.models import NameMention

_HANDLE = re.compile(r"(?<![\w@./])@[A-Za-z]\w{1,29}\b(?!\.\w)")


def find_handles(text: str, mentions: Sequence[NameMention]) -> list[NameMention]:
    """The handles of an article (@harbourpost), each its owner's where a name stands before it (Ann Lee (@annlee))."""
    if "@" not in text:
        return []
    ends = {mention.end: mention for mention in mentions if mention.kind in ("person", "organisation")}
    found = list(_HANDLE.finditer(text))
    owners: dict[str, NameMention] = {}
    for handle in found:
        owner = ends.get(handle.start() - 1) or ends.get(handle.start() - 2)
        if owner and text[owner.end : handle.start()] in (" ", " (", ", "):
            owners.setdefault(handle.group(), owner)
    out = []
    for handle in found:
        owner = owners.get(handle.group())
        full, kind = (owner.full, owner.kind) if owner else (handle.group(), "other")
        if owner is None or owner.end + 2 < handle.start():
            out.append(NameMention(handle.group(), *handle.span(), full, kind))
    return out
