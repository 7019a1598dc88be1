"""The bot's log: what it did and what went wrong, with no token, no answering address and no article text in it."""

from __future__ import annotations

import logging
import re
from copy import copy
from pathlib import Path
from traceback import format_tb

from bot.errors import VerbatimError
from handlers.problems import SlackProblem

_SECRET = re.compile(
    r"xox[a-z][-.][\w.-]+|xapp-[\w-]+|https?://hooks\.slack\.com/\S+|https?://\S*?/_resp/\S+|(?i:bearer) \S+"
    r"|(?<=/report/)[\w.-]+|(?<=://)[^\s/@:]+:[^\s/@]+(?=@)"
)
_OWN = ("bot", "store", "handlers")
_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_TALKATIVE = ("slack_bolt", "waitress")
"""Libraries that put whole requests in their log even where they warn."""


def evidence_of(problem: VerbatimError) -> str:
    """What a problem was about, as far as a log may hold it: Slack's own word or a number, else only what it is."""
    evidence = problem.evidence
    if isinstance(problem, SlackProblem) and isinstance(evidence, str):
        return evidence
    return str(evidence) if isinstance(evidence, (int, float, Path)) else type(evidence).__name__


def kind_of(error: BaseException) -> str:
    """An error as a log may hold it: its kind, and of the bot's own errors the sentence."""
    return f"{type(error).__name__}: {error}" if isinstance(error, VerbatimError) else type(error).__name__


class Redacted(logging.Formatter):
    """Lines of the log with every secret left out; of an error only its kind and where it happened.

    What an error says of itself is often what it stumbled over: the words of a draft.
    """

    def format(self, record: logging.LogRecord) -> str:
        """A line as it is written, with the way to an error below it."""
        line = copy(record)
        line.exc_info = line.exc_text = None
        error = record.exc_info[1] if record.exc_info else None
        return _SECRET.sub("[left out]", "\n".join([super().format(line), *_way_to(error)]))


def _way_to(error: BaseException | None) -> list[str]:
    """The lines of code that led to an error, those of what caused it first."""
    if error is None:
        return []
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return [*_way_to(before), "".join(format_tb(error.__traceback__)) + kind_of(error)]


def start_logging(level: str) -> None:
    """Writes the log to standard error from now on; of libraries only what is wrong, however much the bot itself says.

    Theirs would hold pages, headers and requests.  A line that cannot be written is lost, not printed with its parts.
    """
    logging.raiseExceptions = False
    handler = logging.StreamHandler()
    handler.setFormatter(Redacted(_FORMAT))
    wanted = logging.getLevelNamesMapping()[level]
    logging.basicConfig(level=max(logging.WARNING, wanted), handlers=[handler], force=True)
    for name in _OWN:
        logging.getLogger(name).setLevel(wanted)
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(max(logging.ERROR, wanted))
