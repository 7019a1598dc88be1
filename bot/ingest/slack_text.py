"""What a person wrote in Slack, as the plain text of an article.

Slack keeps a message twice: as ``rich_text`` blocks, where formatting is apart from the words, and as one string
of mrkdwn.  The blocks are read where they hold the words.  Of the string ``&amp; &lt; &gt;`` and ``<…>`` are
undone, once, and formatting marks go where they plainly are some: in pairs round whole words, never in
``snake_case``.  Quotation marks, line ends and ``:smile:`` stay as they are.  Nothing here raises.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.ingest.rich_text import Piece, pieces_of, rich_text, with_bare_links

__all__ = ["Posted", "command_text", "posted", "rich_text", "unescaped"]

_ENTITY = re.compile(r"&(amp|lt|gt);")
_MEANT = {"amp": "&", "lt": "<", "gt": ">"}
_TOKEN = re.compile(
    r"<(?:@(?P<user>[^<>|\s]+)|#(?P<channel>[^<>|\s]+)|!(?P<special>(?:here|channel|everyone|group)|[a-z]+\^[^<>|\n]*)"
    r"|(?P<link>[a-z][a-z0-9+.-]*:[^<>|\s]+))(?:\|(?P<label>[^<>\n]*))?>",
    re.I,
)
_FENCE = re.compile(r"```\n?(.*?)\n?```", re.S)
_LITERAL = re.compile(r"(?<![`\w])`(?=[^\s`])([^`\n]+)`(?![`\w])|((?<![<\w])https?://[^\s<>|]+)")
_QUOTED_LINE = re.compile(r"^[^\S\n]*(?:&gt;|>){1,3} ?", re.M)
_FORMATTED = [
    re.compile(
        rf"(<[^<>\n]*>)|(?<![\w{mark}]){mark}(?=[^\s{mark}])((?:<[^<>\n]*>|[^{mark}<\n])+)(?<!\s){mark}(?![\w{mark}])"
    )
    for mark in (r"\*", "_", "~")
]
_ADDRESS = re.compile(r"^[,:]?[^\S\n]+")


@dataclass(frozen=True, slots=True)
class Posted:
    """A message as an editor reads it.

    ``text`` keeps the quotation marks and the line breaks that were typed; ``links`` are the http(s) links in
    it, bare and in order; ``mentions`` the ids of the people it names.  ``alone`` says that the message is one
    link and nothing else.
    """

    text: str
    links: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    alone: bool = False

    @property
    def only_link(self) -> str | None:
        """The link, where the message is nothing but one link (spaces and a mention of the bot aside)."""
        return self.links[0] if self.alone else None


def posted(message: Mapping[str, Any], *, without: str | None = None) -> Posted:
    """What a message, or the event of one, says; ``without`` is the bot's user id, whose mention is taken out."""
    read = _joined(_of_blocks(message.get("blocks")), without)
    if read.text or read.links:
        return read
    text = message.get("text")
    return _joined(_of_mrkdwn(text) if isinstance(text, str) else (), without)


def command_text(text: str) -> Posted:
    """What follows ``/verify``: one string without formatting, in which only links stand in ``<…>``, or bare.

    Every ``*``, ``_`` and ``<!channel>`` in it was typed, and is the article's own.
    """
    return _joined(_of_command(text), None)


def unescaped(text: str) -> str:
    """A string of Slack's as a reader sees it: names for ``<@U1|kim>``, labels for links, ``&`` for ``&amp;``."""
    return "".join(piece.text for piece in _of_tokens(text))


def _of_command(text: str) -> Iterator[Piece]:
    at = 0
    for found in _TOKEN.finditer(text):
        if found["link"]:
            yield from with_bare_links(_entities(text[at : found.start()]))
            yield _token(found)
            at = found.end()
    yield from with_bare_links(_entities(text[at:]))


def _of_blocks(blocks: object) -> Iterator[Piece]:
    """The pieces of all rich_text blocks of a message, a line break between two."""
    started = False
    for block in blocks if isinstance(blocks, Sequence) else ():
        here = list(pieces_of(block))
        if here and started:
            yield Piece("\n")
        started = started or bool(here)
        yield from here


def _of_mrkdwn(text: str) -> Iterator[Piece]:
    for at, part in enumerate(_FENCE.split(text)):
        yield from _of_tokens(part if at % 2 else _unformatted(_QUOTED_LINE.sub("", part)))


def _unformatted(text: str) -> str:
    """Without the marks of formatting; between backticks, and in a link, they are characters like others."""
    out, at = [], 0
    for found in _LITERAL.finditer(text):
        out += [_without_pairs(text[at : found.start()]), found[1] or found[2]]
        at = found.end()
    return "".join([*out, _without_pairs(text[at:])])


def _without_pairs(text: str) -> str:
    for formatted in _FORMATTED:
        text = formatted.sub(lambda found: found[1] or found[2], text)
    return text


def _of_tokens(text: str) -> Iterator[Piece]:
    at = 0
    for found in _TOKEN.finditer(text):
        yield from with_bare_links(_entities(text[at : found.start()]))
        yield _token(found)
        at = found.end()
    yield from with_bare_links(_entities(text[at:]))


def _token(found: re.Match[str]) -> Piece:
    """What one ``<…>`` stands for."""
    label = _entities(found["label"] or "")
    if found["user"]:
        return Piece("@" + (label or found["user"]).removeprefix("@"), mention=found["user"])
    if found["channel"]:
        return Piece("#" + (label or found["channel"]).removeprefix("#"))
    if found["special"]:
        kind, _, name = found["special"].partition("^")
        return Piece(label) if kind == "date" else Piece("@" + (label or name or kind).removeprefix("@"))
    link = _entities(found["link"])
    web = link if link.casefold().startswith(("http://", "https://")) else None
    return Piece(label or re.sub(r"^(?:mailto|tel):", "", link), link=web)


def _entities(text: str) -> str:
    return _ENTITY.sub(lambda found: _MEANT[found[1]], text)


def _joined(pieces: Iterable[Piece], without: str | None) -> Posted:
    """The pieces as one message; where the bot was addressed, the comma or colon behind its name goes too."""
    kept: list[Piece] = []
    addressed = False
    for piece in pieces:
        if without and piece.mention == without:
            addressed = True
        elif piece.text:
            apart = addressed and (not kept or kept[-1].text[-1:].isspace())
            addressed = False
            kept.append(piece._replace(text=_ADDRESS.sub("", piece.text)) if apart else piece)
    said = [piece for piece in kept if piece.text.strip()]
    return Posted(
        "".join(piece.text for piece in kept).strip(),
        tuple(piece.link for piece in kept if piece.link),
        tuple(piece.mention for piece in kept if piece.mention),
        alone=len(said) == 1 and said[0].link is not None,
    )
