"""The bot's log: what it did and what went wrong, with no token, no answering address and no article text in it."""

from __future__ import annotations

import logging
import re
from pathlib import Path

from bot.errors import VerbatimError
from handlers.problems import SlackProblem

_SECRET = re.compile(
    r"xox[a-z]-[\w-]+|xapp-[\w-]+|https?://hooks\.slack\.com/\S+|https?://\S*?/_resp/\S+|(?i:bearer) \S+"
)
_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_TALKATIVE = {
    "slack_bolt": logging.ERROR,
    "slack_sdk": logging.WARNING,
    "httpx": logging.WARNING,
    "waitress": logging.ERROR,
}
"""Libraries that put whole requests in their log below these levels."""


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
    """Lines of the log with every secret left out, in tracebacks too."""

    def format(self, record: logging.LogRecord) -> str:
        """A line as it is written."""
        return _SECRET.sub("[left out]", super().format(record))


def start_logging(level: str) -> None:
    """Writes the log to standard error from now on."""
    handler = logging.StreamHandler()
    handler.setFormatter(Redacted(_FORMAT))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name, least in _TALKATIVE.items():
        logging.getLogger(name).setLevel(max(least, logging.getLevelNamesMapping()[level]))
