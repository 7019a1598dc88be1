"""How each gesture in Slack is made: what must be there first, and then the gesture itself, by whoever makes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from .articles import UNKNOWN, WRONG, WRONG_PARAGRAPH
from .slack import BOT, CLOSED, EDITOR, NEWS, SECOND, VERIFIER, Slack, rich

MIXED = f"{WRONG}\n{UNKNOWN}"
TWICE_WRONG = WRONG.replace("handed in my keys", "never handed in my keys")
RIGHT_PARAGRAPH = WRONG_PARAGRAPH.replace("will sell", "will not sell")
QUOTES = "text,speaker\nThe pump house floods at spring tide.,Osk Brandvold\n"


@dataclass(frozen=True, slots=True)
class Person:
    """Who makes a gesture, and from where: None is the channel that the gesture is about."""

    user: str = VERIFIER
    team: Mapping[str, str] = field(default_factory=dict)
    channel: str | None = None


Made = Callable[[Person], object]
Making = Callable[[Slack], Made]


def command(text: str) -> Making:
    """Types ``/verify`` and some words."""

    def make(slack: Slack) -> Made:
        return lambda who: slack.command(text, who.user, who.channel or NEWS, **who.team)

    return make


def shortcut(slack: Slack) -> Made:
    """Picks **Check quotes** in the menu of a message."""
    message = slack.say(WRONG, tell=False)
    return lambda who: slack.shortcut({**message, "channel": who.channel or NEWS}, who.user, **who.team)


def pasted(slack: Slack) -> Made:
    """Sends the window off into which a draft was pasted."""
    slack.command("")
    view = slack.api.views[-1]

    def send(who: Person) -> object:
        placed = {**view, "private_metadata": who.channel or NEWS}
        return slack.submit(placed, {"article": rich(WRONG)}, who.user, **who.team)

    return send


def mention(slack: Slack) -> Made:
    """Names the bot beside a draft."""
    return lambda who: _happens(slack, who, type="app_mention", text=f"<@{BOT}> {WRONG}", ts=slack.api.tick())


def quotes_dropped(slack: Slack) -> Made:
    """Names the bot beside a file of quotes that are to be stored."""
    file = slack.api.drop("quotes.csv", QUOTES.encode())
    return lambda who: _happens(slack, who, type="app_mention", text=f"<@{BOT}>", ts=slack.api.tick(), files=[file])


def file_shared(slack: Slack) -> Made:
    """Drops a file, of which Slack tells apart from the message that it came with."""
    return lambda who: _happens(slack, who, type="file_shared", file_id="F00000001")


def correction(slack: Slack) -> Made:
    """Posts a corrected paragraph in the thread of a check."""
    root = slack.checked(WRONG)
    said = {"type": "message", "text": RIGHT_PARAGRAPH, "blocks": [rich(RIGHT_PARAGRAPH)], "thread_ts": root["ts"]}
    return lambda who: _happens(slack, who, **said, ts=slack.api.tick())


def edited(slack: Slack) -> Made:
    """Edits the message that was checked."""
    message = slack.say(WRONG, tell=False)
    slack.shortcut(message)
    slack.work()

    def edit(who: Person) -> object:
        before = {**message, "user": who.user, "channel": who.channel or NEWS}
        right = WRONG.replace("will sell", "will not sell")
        return slack.changed({**before, "text": right, "blocks": [rich(right)]}, before, **who.team)

    return edit


def home(slack: Slack) -> Made:
    """Opens the App Home while a quote waits for a second eye."""
    slack.checked(UNKNOWN)
    verified()(slack)
    opened = {"type": "app_home_opened", "channel": "D0HOME0001", "tab": "home"}
    return lambda who: slack.event({**opened, "user": who.user}, **who.team)


def confirm_at_home(slack: Slack) -> Made:
    """Presses **Confirm** in a verifier's App Home."""
    home(slack)(Person())
    slack.work()
    shown = slack.api.homes[VERIFIER]

    def press(who: Person) -> object:
        slack.api.homes[who.user] = shown
        return slack.click_home(who.user, "confirm", **who.team)

    return press


def press(
    action: str, draft: str = MIXED, channel: str = NEWS, before: Callable[[Slack], None] | None = None
) -> Making:
    """Presses a button in the check of a draft, as it stands when ``before`` has been done."""

    def make(slack: Slack) -> Made:
        root = slack.checked(draft, channel=channel)
        if before is not None:
            before(slack)
        shown = [one for one in (root, *slack.thread(root)) if f"'action_id': '{action}'" in str(one["blocks"])]
        message = dict(shown[-1])
        return lambda who: slack.click({**message, "channel": who.channel or channel}, action, who.user, **who.team)

    return make


def submit(action: str, **values: str) -> Making:
    """Sends the window off that a verifier opened with a button."""

    def make(slack: Slack) -> Made:
        press(action)(slack)(Person())
        view = slack.api.views[-1]

        def send(who: Person) -> object:
            about = view["private_metadata"].replace(NEWS, who.channel or NEWS)
            return slack.submit({**view, "private_metadata": about}, values, who.user, **who.team)

        return send

    return make


def verified(channel: str = NEWS, by: str = SECOND) -> Callable[[Slack], None]:
    """A verifier verifies the first quote that is not in the store."""

    def verify(slack: Slack) -> None:
        slack.click(slack.thread(slack.root(channel))[0], "verify", by)
        slack.submit(slack.api.views[-1], user=by)
        slack.work()

    return verify


def ignored(slack: Slack) -> None:
    """Somebody ignores a finding."""
    slack.click(slack.thread(slack.root())[0], "ignore", EDITOR)
    slack.work()


def corrected(slack: Slack) -> None:
    """Somebody posts a corrected paragraph."""
    slack.say(RIGHT_PARAGRAPH, slack.root()["ts"])
    slack.work()


def shared_since(slack: Slack) -> Callable[[], None]:
    """Lets another company into every channel, and gives what ends that; the bot asks Slack anew a minute later."""
    before = dict(slack.api.kinds)

    def turn(kinds: Mapping[str, str]) -> None:
        slack.api.kinds.update(kinds)
        slack.bot.services.channels._known.clear()

    turn(dict.fromkeys((NEWS, CLOSED), "shared"))
    return lambda: turn(before)


def _happens(slack: Slack, who: Person, **event: Any) -> object:
    placed = {"channel_type": "channel", "channel": who.channel or NEWS, "user": who.user}
    return slack.event({**placed, **event}, **who.team)
