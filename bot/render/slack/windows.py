"""The windows: to check an article, to verify or dispute a quote, to store a piece that ran, to say a sentence.

The fields' blocks are named by their labels (``said_on``); what a submitted window holds is read by ``submitted``.
"""

from __future__ import annotations

from collections.abc import Sequence

from bot.render.difference import Run
from bot.render.fragments import web_link
from bot.render.slack.elements import (
    LONGEST_ADDRESS,
    LONGEST_NAME,
    Block,
    Element,
    bar,
    clean,
    clip,
    icon,
    plain,
    rich,
    said,
    section,
    written,
)
from bot.render.words import counted

LONGEST_TITLE = 24  # characters, Slack's limit
LONGEST_QUOTE = 2_400
LONGEST_LINE = 200  # characters of a name or a date
LONGEST_TEXT = 2_000  # characters of a note or a reason
LONGEST_SENTENCE = 1_000
FILES = ("docx", "pdf", "txt", "md", "html")
AGAINST = ("recording", "transcript", "article", "statement", "notes")
VALUE = "value"


def article_window(metadata: str) -> Block:
    """Asks for an article: pasted or as a file, and when and by whom it is published."""
    fields = [
        _field("Article", {"type": "rich_text_input"}, hint="Paste it here, or drop the file below."),
        _field("File", {"type": "file_input", "filetypes": list(FILES), "max_files": 1}),
        _field("Published", {"type": "datepicker"}, hint="Left empty: the draft is taken as of today."),
        _field("Outlet", _input(LONGEST_LINE)),
    ]
    return _modal("article", metadata, "Check an article", "Check", fields)


def verify_window(metadata: str, text: str, speaker: str | None, said_on: str | None, link: str | None) -> Block:
    """Asks who said these words, when, and what they were checked against."""
    fields = [
        _shown(text),
        _field("Speaker", _input(LONGEST_LINE, speaker), wanted=True),
        _field("Said on", _input(LONGEST_LINE, said_on), hint="2025-03-06, 2025-03 or 2025"),
        _source_link(link),
        _against(),
        _field("Note", _input(LONGEST_TEXT, multiline=True)),
    ]
    return _modal("verify", metadata, "Verify these words", "Verify", fields)


def dispute_window(metadata: str, text: str, speaker: str | None) -> Block:
    """Asks why a stored quote is in doubt."""
    reason = _field(
        "Reason",
        _input(LONGEST_TEXT, multiline=True),
        wanted=True,
        hint="Until somebody settles it, every draft with these words is held.",
    )
    return _modal("dispute", metadata, "Dispute a quote", "Dispute", [_shown(text, speaker), reason])


def store_window(metadata: str, title: str, count: int, holds: int = 0) -> Block:
    """Asks what the quotes of a piece that ran were checked against, and says what will be stored, holds and all."""
    name = clip(clean(title), LONGEST_NAME)
    told = [*written(f"Stores {counted(count, 'quote')} of "), *written(name or "this article", bold=True)]
    fields = [
        rich(section(told, written(" as verified by you."))),
        *([rich(section(icon("red_circle"), written(_held(holds))))] if holds else []),
        _against(),
        _source_link(None),
        _field("Note", _input(LONGEST_TEXT, multiline=True)),
    ]
    return _modal("store_all", metadata, "Store as verified", "Store", fields)


def _held(holds: int) -> str:
    stand = "is" if holds == 1 else "are"
    return f"{counted(holds, 'hold')} {stand} open on this piece: the wording as it stands is stored."


def message_window(title: str, sentence: str) -> Block:
    """A window that only says a sentence: what failed, or was refused, and what to do."""
    return _telling(title, written(_sentence(sentence)))


def _telling(title: str, line: Sequence[Element]) -> Block:
    return {
        "type": "modal",
        "title": plain(clip(clean(title), LONGEST_TITLE) or "Verbatim"),
        "close": plain("Close"),
        "blocks": [rich(section(line))],
    }


def _modal(name: str, metadata: str, title: str, submit: str, blocks: list[Block]) -> Block:
    return {
        "type": "modal",
        "callback_id": name,
        "private_metadata": metadata,
        "title": plain(title),
        "submit": plain(submit),
        "close": plain("Cancel"),
        "blocks": blocks,
    }


def _field(label: str, element: Element, wanted: bool = False, hint: str = "") -> Block:
    return {
        "type": "input",
        "block_id": label.lower().replace(" ", "_"),
        "label": plain(label),
        "optional": not wanted,
        "element": {**element, "action_id": VALUE},
        **({"hint": plain(hint)} if hint else {}),
    }


def _input(most: int, initial: str | None = None, multiline: bool = False) -> Element:
    shown = clip(clean(initial or ""), most)
    known = {"initial_value": shown} if shown else {}
    return {"type": "plain_text_input", "max_length": most, "multiline": multiline, **known}


def _source_link(link: str | None) -> Block:
    address = web_link(link)
    known = {"initial_value": address} if address and len(address) <= LONGEST_ADDRESS else {}
    return _field("Source link", {"type": "url_text_input", **known})


def _against() -> Block:
    options = [{"text": plain(name), "value": name} for name in AGAINST]
    return _field("Against", {"type": "static_select", "placeholder": plain("Choose"), "options": options})


def _shown(text: str, speaker: str | None = None) -> Block:
    who = clip(clean(speaker or ""), LONGEST_NAME)
    return rich(bar([said([Run(clean(text) or "–")], LONGEST_QUOTE)]), section(written(who)))


def _sentence(sentence: str) -> str:
    return clip(clean(sentence), LONGEST_SENTENCE) or "–"
