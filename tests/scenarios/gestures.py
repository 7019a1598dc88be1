"""Who may do what in Slack: one row a gesture, with what comes of it for each kind of person who makes it.

The columns are people and places.  ``anybody`` is in the channel and no verifier; the others are verifiers: in the
channel, with the same numbers sent from another channel of the workspace, from another workspace, and in the channel
since another company reads it (Slack Connect).
"""

from __future__ import annotations

from dataclasses import dataclass

from .articles import COTTAGES, long_article
from .making import (
    TWICE_WRONG,
    WRONG,
    Making,
    command,
    confirm_at_home,
    corrected,
    correction,
    edited,
    file_shared,
    home,
    ignored,
    mention,
    pasted,
    press,
    quotes_dropped,
    shortcut,
    submit,
    verified,
)
from .slack import CLOSED

COLUMNS = ("anybody", "verifier", "elsewhere", "foreign", "shared")


@dataclass(frozen=True, slots=True)
class Cell:
    """What comes of a gesture: words that stand in the channel then, or words for who made it alone; else nothing.

    Where nothing is posted nothing was done.  ``says`` is how the document calls it; what it ``hides`` is shown nobody.
    """

    says: str
    posts: str = ""
    tells: str = ""
    hides: str = COTTAGES


@dataclass(frozen=True, slots=True)
class Gesture:
    """A row: what the app listens to (``kind`` and ``name``), ``of`` what, how it is made, and what each person gets."""

    kind: str
    name: str
    of: str
    make: Making
    cells: tuple[Cell, Cell, Cell, Cell, Cell]
    second_eye: bool = False

    @property
    def called(self) -> str:
        """The gesture as the document calls it."""
        return f"{self.kind} `{self.name}` {self.of}".strip()


def done(words: str) -> Cell:
    """It is done, and the channel sees it."""
    return Cell("yes", posts=words, hides="")


def told(words: str, hides: str = "", says: str = "yes") -> Cell:
    """It is done, and who asked sees it alone."""
    return Cell(says, tells=words, hides=hides)


NOTHING = Cell("nothing")
ONLY = Cell("refused", tells="Only the desk's verifiers may do this.")
GONE = Cell("not known", tells="no longer known here")
LOST_NUMBER = Cell("not known", tells="There is no verified quote")
NOWHERE = Cell("–")
"""The App Home is in no channel, so there is no other one to send its numbers from."""
CONNECT = Cell("refused", tells="Other companies read this channel")
STRANGER = Cell("its own store", posts="3 not in the store")
CHECKED = done("1 hold")
CHECK = (CHECKED, CHECKED, CHECKED, STRANGER, CONNECT)
"""A draft may be checked by anybody, anywhere; another workspace's store knows none of the words."""


def of_check(words: str) -> tuple[Cell, Cell, Cell, Cell, Cell]:
    """What anybody in the channel of a check may do with it, and nobody elsewhere."""
    return (done(words), done(words), GONE, GONE, CONNECT)


def decided(words: str) -> tuple[Cell, Cell, Cell, Cell, Cell]:
    """What only a verifier in the channel of a check may do with it."""
    return (ONLY, done(words), GONE, GONE, CONNECT)


def window(words: str) -> tuple[Cell, Cell, Cell, Cell, Cell]:
    """A window that opens for verifiers alone; whether other companies read the channel is asked when it is sent."""
    return (ONLY, told(words), GONE, GONE, told(words))


def everywhere(cell: Cell) -> tuple[Cell, Cell, Cell, Cell, Cell]:
    """What is the same for everybody."""
    return (cell, cell, cell, cell, cell)


FOUND, LOST = told(COTTAGES), told("Nothing like", COTTAGES, "its own store")
STORED, THEIRS = done("1 quote stored as verified"), Cell("its own store", posts="1 quote stored as verified")
KNOWN = done("1 there already")
NOT_STORED = Cell("refused", posts="Only the desk's verifiers may do this.")
RECHECKED = (done("Fixed"), done("Fixed"), NOTHING, NOTHING, CONNECT)
EMPTY = told("Nothing yet", COTTAGES, "its own store")
HOME = told("quotes.", hides="[Confirm]")
WAITING = told("[Confirm]")
LONG = long_article(30)

GESTURES = (
    Gesture("command", "/verify", "and a draft", command(WRONG), CHECK),
    Gesture("command", "/verify", "alone", command(""), everywhere(told("Paste it here"))),
    Gesture("command", "/verify", "find", command("find cottage"), (FOUND, FOUND, FOUND, LOST, CONNECT)),
    Gesture("command", "/verify", "help", command("help"), everywhere(told("/verify"))),
    Gesture("shortcut", "check_quotes", "", shortcut, CHECK),
    Gesture("event", "app_mention", "and a draft", mention, CHECK),
    Gesture("event", "app_mention", "and quotes", quotes_dropped, (NOT_STORED, KNOWN, STORED, THEIRS, CONNECT)),
    Gesture("event", "message", "a correction", correction, RECHECKED),
    Gesture("event", "message", "an edit", edited, RECHECKED),
    Gesture("event", "file_shared", "", file_shared, everywhere(NOTHING)),
    Gesture("event", "app_home_opened", "", home, (HOME, WAITING, NOWHERE, EMPTY, NOWHERE), True),
    Gesture("view", "article", "", pasted, CHECK),
    Gesture("view", "verify", "", submit("verify"), decided("verified by")),
    Gesture("view", "dispute", "", submit("dispute", reason="Another year."), decided("Stored quote disputed")),
    Gesture("view", "store_all", "", submit("store_all"), decided("stored as verified")),
    Gesture("action", "verify", "", press("verify"), window("Speaker")),
    Gesture("action", "dispute", "", press("dispute"), window(COTTAGES)),
    Gesture("action", "store_all", "", press("store_all"), window("Stores 4 quotes")),
    Gesture("action", "ignore", "", press("ignore"), of_check("Ignored by")),
    Gesture("action", "not_right", "", press("not_right"), of_check("Called a wrong alarm")),
    Gesture("action", "undo", "of a choice", press("undo", before=ignored), of_check("[Ignore]")),
    Gesture("action", "undo", "of a verification", press("undo", before=verified()), decided("[Verify]")),
    Gesture("action", "confirm", "", press("confirm", before=verified()), decided("confirmed by"), True),
    Gesture(
        "action",
        "confirm",
        "at home",
        confirm_at_home,
        (ONLY, done("confirmed by"), NOWHERE, LOST_NUMBER, NOWHERE),
        True,
    ),
    Gesture("action", "share", "", press("share", channel=CLOSED, before=verified(CLOSED)), decided("hared")),
    Gesture("action", "show", "", press("show", TWICE_WRONG, before=corrected), of_check("[Ignore]")),
    Gesture("action", "show_all", "", press("show_all", LONG), of_check("dragons")),
    Gesture("action", "check_again", "", press("check_again"), of_check("Checked again")),
    Gesture("action", "report", "", press("report"), of_check("report.html")),
)


def table() -> list[str]:
    """The rows as the document has them."""
    return [f"| {one.called} | {' | '.join(cell.says for cell in one.cells)} |" for one in GESTURES]
