"""What Slack refuses or fails to do, as sentences for the editor.

SlackProblem
  MayNotPost      the bot is not in the channel, or may not write there
  NotInstalled    the workspace has no token of the bot
  SharedChannel   a channel that other companies read (Slack Connect)
  MissingScope    the app was installed without a right that it needs
  SlackFailed     Slack gave no answer, or an error of its own; worth trying again
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from socket import gaierror
from urllib.error import URLError

from slack_sdk.errors import SlackApiError, SlackClientError

from bot.errors import VerbatimError

INVITE = "I am not in this channel. Type /invite @Verbatim there, then ask again."
_NOT_THERE = {"not_in_channel", "channel_not_found"}
_CLOSED = {"is_archived", "restricted_action", "restricted_action_read_only_channel", "posting_to_channel_denied"}
_DELETED = {"message_not_found", "thread_not_found"}
_GONE = {"invalid_auth", "account_inactive", "token_revoked", "token_expired", "not_authed"}


class SlackProblem(VerbatimError):
    """Slack stands between the bot and the editor."""


class MayNotPost(SlackProblem):
    """The bot is not in the channel, or may not write there."""


class NotInstalled(SlackProblem):
    """The workspace has no token of the bot."""


class SharedChannel(SlackProblem):
    """A channel that other companies read (Slack Connect)."""


class MissingScope(SlackProblem):
    """The app was installed without a right that it needs."""


class SlackFailed(SlackProblem):
    """Slack gave no answer, or an error of its own; ``after`` is how many seconds it asks to be left alone.

    ``unclear`` says that nobody answered: what was asked may have been done, or be done yet.
    """

    def __init__(
        self, for_editor: str, evidence: object = None, after: float | None = None, *, unclear: bool = False
    ) -> None:
        super().__init__(for_editor, evidence)
        self.after = after
        self.unclear = unclear


@contextmanager
def slack_problems() -> Iterator[None]:
    """Turns what the Web API refuses into a ``SlackProblem``; the API's own word is kept as evidence."""
    try:
        yield
    except SlackApiError as refused:
        raise problem_of(refused) from refused
    except (SlackClientError, URLError, OSError, TimeoutError) as failed:
        sentence = "Slack gave no answer; ask again in a few minutes."
        raise SlackFailed(sentence, repr(failed), unclear=not _never_sent(failed)) from failed


def _never_sent(failed: BaseException) -> bool:
    """Whether no line to Slack was had at all, so that nothing was asked."""
    reason = getattr(failed, "reason", failed)
    return isinstance(reason, (ConnectionRefusedError, gaierror))


def problem_of(refused: SlackApiError) -> SlackProblem:
    """The problem that an answer of the Web API is."""
    word, status = error_of(refused), getattr(refused.response, "status_code", 200)
    if word in _NOT_THERE:
        return MayNotPost(INVITE, word)
    if word in _CLOSED:
        return MayNotPost("I may not write in this channel. Ask in another one, or let me post there.", word)
    if word in _DELETED:
        return SlackProblem("The message is gone from Slack, and its thread with it; ask again in a new one.", word)
    if word in _GONE:
        return NotInstalled("Slack no longer takes the bot's token; install the bot again.", word)
    if word == "missing_scope":
        needed = _field(refused, "needed")
        return MissingScope(
            f"The app lacks the right {needed or 'it needs'}; install it again from manifest.json.", word
        )
    if (
        status == 429
        or status >= 500
        or word in {"internal_error", "fatal_error", "service_unavailable", "ratelimited"}
    ):
        return SlackFailed("Slack is busy; ask again in a few minutes.", word, _retry_after(refused))
    return SlackProblem(f"Slack refused this ({word or status}); try again, or tell whoever runs the bot.", word)


def error_of(refused: SlackApiError) -> str:
    """Slack's own word for what is wrong (``not_in_channel``), empty where it gave none."""
    return _field(refused, "error")


def _field(refused: SlackApiError, name: str) -> str:
    found = refused.response.get(name) if hasattr(refused.response, "get") else None
    return found if isinstance(found, str) else ""


def _retry_after(refused: SlackApiError) -> float | None:
    headers = getattr(refused.response, "headers", None) or {}
    for name, value in headers.items():
        if name.casefold() == "retry-after" and str(value).isdigit():
            return float(value)
    return None
