"""Captions of a recording (.srt, .vtt) as stretches of speech with their seconds.

``webvtt-py`` takes the files apart.  It passes over what it cannot read, and words that are passed over would put
others next to each other that were not said so; such a file is refused with the line.
"""

from __future__ import annotations

import html
import io
import re
from collections.abc import Iterator, Sequence

from bot.errors import UnknownFormat
from bot.transcripts.labels import NAME, names_nobody
from bot.transcripts.speech import Stretch, stretches

_VOICE = re.compile(r"<v(?:\.[^\s<>]+)*\s+([^<>]+)>")
_TAG = re.compile(r"</?[^<>\n]{0,200}>|\{\\[^{}\n]{0,40}\}")
_SPOKEN_AT = re.compile(r"<\d{2}:\d{2}[:.\d]*>")
_OPENING = re.compile(r"\s*(?:(?P<change>>{2,3}|&gt;&gt;&gt;?|[-–—](?=\s))\s*)?")
_LABEL = re.compile(rf"{NAME}(?:\s*[\[(][^\[\]()\n]{{1,40}}[\])])?\s?:(?:\s+|$)")
_NO_WORDS = ("NOTE", "STYLE", "REGION")


def read_captions(text: str, is_vtt: bool) -> list[Stretch]:
    """The speech of a caption file; raises ``UnknownFormat`` where it is none, or a caption of it cannot be read."""
    import webvtt

    read = webvtt.WebVTT.from_buffer
    try:
        captions = read(io.StringIO(text), format="vtt" if is_vtt else "srt").captions
    except webvtt.errors.MalformedFileError as broken:
        kind = ".vtt" if is_vtt else ".srt"
        raise UnknownFormat(f"This cannot be read as a {kind} file; save the captions again.", kind) from broken
    _refuse_lost(text, [line for one in captions for line in one.raw_text.splitlines()])
    rolling, voiced = _SPOKEN_AT.search(text) is not None, _VOICE.search(text) is not None
    found: list[Stretch] = []
    before: list[str] = []
    for caption in captions:
        lines = caption.raw_text.splitlines()
        fresh = _unsaid(lines, before) if rolling else lines
        before = [_bare(line) for line in lines if _bare(line)] or before
        found += _spoken(fresh, caption.start_in_seconds, voiced)
    return _sure(found)


def _refuse_lost(text: str, kept: Sequence[str]) -> None:
    """Raises where a line with words on it is in no caption; a name of a caption, before its times, may be."""
    known, lines, skipped = {line.strip() for line in kept}, text.splitlines(), True
    for number, line in enumerate(lines):
        words, following = line.strip(), lines[number + 1] if number + 1 < len(lines) else ""
        skipped = (skipped and bool(words)) or words.startswith(_NO_WORDS)
        named = not words or words.isdigit() or "-->" in following or words in known
        if not skipped and not named and not _is_timing(words):
            sentence = f"Line {number + 1} of the captions cannot be read as part of one; mend it, or cut it out."
            raise UnknownFormat(sentence, words)


def _is_timing(line: str) -> bool:
    return re.match(r"[\d:.,]+\s+-->\s+[\d:.,]+", line) is not None


def _unsaid(lines: Sequence[str], before: Sequence[str]) -> list[str]:
    """The lines of a caption without those that roll up from the one before it."""
    said = list(before)
    for count in range(min(len(lines), len(said)), 0, -1):
        if [_bare(line) for line in lines[:count]] == said[-count:]:
            return list(lines[count:])
    return list(lines)


def _spoken(lines: Sequence[str], second: int, voiced: bool) -> Iterator[Stretch]:
    """The stretches of one caption: a new one at each voice, label or dash.

    Where captions are ``voiced`` (``<v Name>``) one without a voice is somebody else's: a voice ends with its caption.
    """
    pending: list[str] = []
    who: tuple[str | None, bool] = (None, voiced)
    for line in lines:
        for voice, words in _voices(line):
            label, change, rest = _opened(words)
            if voice or label or change:
                if pending:
                    yield from stretches(" ".join(pending), second, *who)
                pending, who = [], (label or voice, change)
            pending.append(rest)
    yield from stretches(" ".join(pending), second, *who)


def _voices(line: str) -> list[tuple[str | None, str]]:
    """The parts of a line by the ``<v Name>`` that stands before each, as bare words."""
    parts = _VOICE.split(line)
    after = [
        (html.unescape(voice).strip(), _bare(words)) for voice, words in zip(parts[1::2], parts[2::2], strict=True)
    ]
    return [(None, _bare(parts[0])), *after] if _bare(parts[0]) or not after else list(after)


def _opened(words: str) -> tuple[str | None, bool, str]:
    """The label at the head of a line, whether somebody else begins there, and the words after that."""
    opening = _OPENING.match(words)
    at = opening.end() if opening else 0
    found = _LABEL.match(words, at)
    change = bool(opening and opening["change"])
    return (found["label"], change, words[found.end() :]) if found else (None, change, words[at:])


def _bare(line: str) -> str:
    return html.unescape(_TAG.sub("", line)).strip()


def _sure(found: list[Stretch]) -> list[Stretch]:
    """The stretches, a label that may be a sentence's own word (``Remember: …``) put back as one."""
    times: dict[str, int] = {}
    for one in found:
        if one.label:
            times[one.label] = times.get(one.label, 0) + 1
    return [_as_words(one) if one.label and not _is_label(one.label, times[one.label]) else one for one in found]


def _is_label(label: str, times: int) -> bool:
    return label.isupper() or " " in label or times > 1 or names_nobody(label)


def _as_words(one: Stretch) -> Stretch:
    return Stretch(f"{one.label}: {one.text}", one.second, None, one.changes, one.apart)
