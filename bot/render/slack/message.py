"""A message as Slack takes it, and a message of an answer that can be drawn anew."""

from __future__ import annotations

from dataclasses import dataclass

from bot.render.slack.elements import Block


@dataclass(frozen=True, slots=True)
class Message:
    """What is posted: ``text`` is the line that a notification shows, escaped; ``blocks`` are what is read."""

    text: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One message of an answer, with the keys of what it shows, by which it is drawn anew after a decision."""

    message: Message
    items: tuple[str, ...]
