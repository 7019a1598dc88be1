"""The log: what went wrong and where, with no secret in it and none of an article's words."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest

from bot.errors import WrongInput
from handlers.logs import start_logging

WORDS = "The lock keeper is going to resign on Friday"
SECRETS = (
    "xoxb-1234-abcd", "xoxe.xoxp-1-Mi0y", "xapp-1-A012-345", "https://hooks.slack.com/commands/T01/99/aBc",
    "https://slack.example/_resp/17", "Bearer sEcret.value", "https://weir.example/report/WyJkZXNrIiwxXQ.aQ.sig",
    "postgresql://weir:hunter2@db.example/news",
)  # fmt: skip


@pytest.fixture(autouse=True)
def logging_as_before() -> Iterator[None]:
    root, loggers = logging.getLogger(), dict(logging.root.manager.loggerDict)
    handlers, level, raising = root.handlers[:], root.level, logging.raiseExceptions
    levels = {name: one.level for name, one in loggers.items() if isinstance(one, logging.Logger)}
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    logging.raiseExceptions = raising
    for name in ("bot", "store", "handlers", *levels):
        logging.getLogger(name).setLevel(levels.get(name, logging.NOTSET))


def started() -> logging.Logger:
    """The log of a worker as the bot writes it, to where the test listens."""
    start_logging("DEBUG")
    return logging.getLogger("handlers.workers")


class TestSecrets:
    @pytest.mark.parametrize("secret", SECRETS)
    def test_are_left_out_wherever_they_stand(self, capsys: pytest.CaptureFixture[str], secret: str) -> None:
        log = started()
        log.info("answering at %s, as asked", secret)
        try:
            raise WrongInput(f"“{secret}” is not what was wanted.")
        except WrongInput as error:
            log.error("it failed", exc_info=error)
        said = capsys.readouterr().err
        assert 2 == said.count("[left out]")
        assert [] == [
            part for part in ("abcd", "Mi0y", "345", "aBc", "_resp", "sEcret", "WyJ", "hunter2") if part in said
        ]
        assert "as asked" in said


class TestErrors:
    def test_are_told_by_their_kind_and_place_alone(self, capsys: pytest.CaptureFixture[str]) -> None:
        """What an error says of itself may be what it stumbled over: the words of a draft."""
        log = started()
        try:
            try:
                raise KeyError(WORDS)
            except KeyError as missing:
                raise ValueError(f"nobody said {WORDS}") from missing
        except ValueError as error:
            log.error("job 7 failed", exc_info=error)
        said = capsys.readouterr().err
        assert "resign" not in said
        assert said.index("KeyError") < said.index("ValueError")
        assert 2 == said.count("test_logs.py")

    def test_of_the_bot_keep_their_sentence(self, capsys: pytest.CaptureFixture[str]) -> None:
        log = started()
        try:
            raise WrongInput("PORT is taken; set another one.")
        except WrongInput as error:
            log.error("stopped", exc_info=error)
        assert "WrongInput: PORT is taken; set another one." in capsys.readouterr().err

    def test_in_a_line_of_the_log_itself_are_not_told(self, capsys: pytest.CaptureFixture[str]) -> None:
        """A line that cannot be put together is lost, rather than printed with all that was to go in."""
        log = started()
        log.info("%d quotes", WORDS)
        assert "" == capsys.readouterr().err


class TestLibraries:
    @pytest.mark.parametrize("name", ["trafilatura.core", "httpcore.http11", "pypdf", "slack_sdk.web", "asyncio"])
    def test_do_not_tell_all_they_do_where_the_bot_does(self, capsys: pytest.CaptureFixture[str], name: str) -> None:
        """LOG_LEVEL=DEBUG is for the bot's own lines; a library's would hold pages and headers."""
        log = started()
        logging.getLogger(name).debug("read %s", WORDS)
        logging.getLogger(name).info("read %s", WORDS)
        log.debug("one job more")
        said = capsys.readouterr().err
        assert "resign" not in said
        assert "one job more" in said

    def test_are_heard_when_something_is_wrong(self, capsys: pytest.CaptureFixture[str]) -> None:
        started()
        logging.getLogger("pypdf").warning("a broken table")
        assert "a broken table" in capsys.readouterr().err
