"""Every gesture in Slack, made by every kind of person, does what the table says, and nothing else."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from slack_bolt import BoltResponse

from handlers.app import _LISTENERS

from .articles import STORED
from .conftest import Making as Desks
from .gestures import COLUMNS, GESTURES, NOWHERE, Cell, Gesture, table
from .making import Person, shared_since
from .slack import BOT, OTHER, STRANGER, Slack, seen

FOREIGN = "T0OTHER001"
PEOPLE = {
    "anybody": Person(STRANGER),
    "verifier": Person(),
    "elsewhere": Person(channel=OTHER),
    "foreign": Person(team={"team_id": FOREIGN}),
    "shared": Person(),
}
FIRST = ("foreign", "elsewhere", "shared", "anybody", "verifier")
"""Who tries first: those who change nothing, so that there is still something to be done for who may."""
_KEPT = ("quote", "audit", "article", "decision", "settled", '"check"')


class Watched:
    """What a gesture changed: what the channels show, what was said privately, what the desk's store holds."""

    def __init__(self, slack: Slack) -> None:
        self._slack = slack
        self._shown, self._told, self._views = self._showing(), len(slack.api.told), len(slack.api.views)
        self._homes, self._rows = dict(slack.api.homes), self.rows()

    def rows(self) -> list[Any]:
        """How many decisions, checks and quotes the desk has."""
        return [self._slack.rows(f"SELECT count(*) FROM {table} WHERE team_id = 'desk'") for table in _KEPT]

    @property
    def nothing_done(self) -> bool:
        return self._rows == self.rows()

    def posted(self) -> str:
        """What stands in the channels now and did not before."""
        return "\n".join(line for line in self._showing() if line not in self._shown)

    def told(self, answer: object) -> str:
        """What somebody was shown alone: the answer to the request itself, sentences, windows, a home."""
        api = self._slack.api
        body = answer.body if isinstance(answer, BoltResponse) else ""
        body = json.dumps(json.loads(body), ensure_ascii=False) if body[:1] == "{" else body
        homes = [one for user, one in api.homes.items() if one is not self._homes.get(user)]
        alone = [one for one in api.messages if one["user"] == BOT and one["channel"].startswith("U")]
        return "\n".join([body, *map(seen, [*api.told[self._told :], *api.views[self._views :], *homes, *alone])])

    def _showing(self) -> list[str]:
        api = self._slack.api
        own = [one for one in api.messages if one["user"] == BOT and not one["channel"].startswith("U")]
        return [f"{one['channel']} {one['ts']} {seen(one)}" for one in own] + [
            f"{one['id']} {one['name']}" for one in api.uploads
        ]


def scenes(gesture: Gesture) -> list[tuple[str, ...]]:
    """Who makes a gesture one after the other; who changes something makes it last, or in a scene of their own."""
    alone = gesture.cells[0].posts and gesture.cells[0].says == "yes"
    return [FIRST[:-1], FIRST[-1:]] if alone else [FIRST]


SCENES = [(gesture, who) for gesture in GESTURES for who in scenes(gesture)]


@pytest.mark.parametrize(("gesture", "people"), SCENES, ids=[f"{one.called} {'-'.join(who)}" for one, who in SCENES])
def test_gesture(make: Desks, gesture: Gesture, people: tuple[str, ...]) -> None:
    """What the cell says is posted or told, no more, and what it hides is shown nobody."""
    slack = make(second_eye=gesture.second_eye)
    for words, speaker in STORED:
        slack.stored(words, speaker)
    made = gesture.make(slack)
    slack.work()
    for who in people:
        cell = gesture.cells[COLUMNS.index(who)]
        if cell is NOWHERE:
            continue
        ends = shared_since(slack) if who == "shared" else None
        watched = Watched(slack)
        answer = made(PEOPLE[who])
        slack.work()
        comes_true(cell, watched, answer, who)
        if ends is not None:
            ends()


def comes_true(cell: Cell, watched: Watched, answer: object, who: str) -> None:
    posted, told = watched.posted(), watched.told(answer).strip()
    assert cell.posts in posted if cell.posts else not posted, f"{who}: {posted or told}"
    assert cell.tells in told if cell.tells else not told or cell.posts, f"{who}: {told or posted}"
    if cell.says != "yes":
        assert watched.nothing_done, who
    if cell.hides:
        assert cell.hides not in posted + told, who


class Heard:
    """An app that only notes what is listened to."""

    def __init__(self) -> None:
        self.names: set[tuple[str, str]] = set()

    def __getattr__(self, kind: str) -> Callable[[str], Callable[[Any], Any]]:
        def listen(name: str) -> Callable[[Any], Any]:
            self.names.add((kind, name))
            return lambda function: function

        return listen


class TestTable:
    def test_has_a_row_for_everything_that_the_app_listens_to(self, slack: Slack) -> None:
        """A new button, window or command without a row fails here."""
        heard: Any = Heard()
        for module in _LISTENERS:
            module.register(heard, slack.bot.services)
        assert len(heard.names) > 20
        assert heard.names == {(one.kind, one.name) for one in GESTURES}

    def test_stands_in_the_document(self) -> None:
        """docs/reliability.md has every row, with the same answers, and no other."""
        text = (Path(__file__).resolve().parents[2] / "docs/reliability.md").read_text(encoding="utf-8")
        assert table() == re.findall(r"^\| (?=command|shortcut|event|view|action).*\|$", text, re.MULTILINE)
