"""Small messages: what a search found, help, a sentence, and the notice that a stored quote no longer stands."""

from __future__ import annotations

from collections.abc import Sequence

from bot.models import Match, State, VerifiedQuote
from bot.render.difference import Run
from bot.render.passages import origin, where
from bot.render.slack.elements import (
    LONGEST_NAME,
    Element,
    bar,
    clean,
    clip,
    fallback,
    icon,
    linked,
    naming,
    person,
    rich,
    said,
    section,
    written,
)
from bot.render.slack.message import Message
from bot.render.words import counted

FOUND = 10  # quotes of a search; more are no help on a phone
LONGEST_QUOTE = 400
LONGEST_ORIGIN = 160
LONGEST_SENTENCE = 600

HELP = (
    ("/verify link or text", "checks the quotes and dates of an article"),
    ("/verify", "opens a window for a long text or a file"),
    ("/verify find words", "searches the verified quotes; only you see the answer"),
    ("In a check’s thread", "post the corrected paragraph, or edit the message: only what changed is answered"),
    ("In any message’s menu", "Check quotes reads that message, its link or its files"),
)


def found_message(words: str, found: Sequence[VerifiedQuote]) -> Message:
    """What the store holds for some words, the best first."""
    asked = clip(clean(words), LONGEST_NAME)
    if not found:
        return plain_message(f"Nothing like “{asked}” is in the store. Try fewer words, or other forms of them.")
    head = f"{counted(len(found), 'verified quote')} for “{asked}”"
    parts = [section(written(head, bold=True)), *(part for quote in found[:FOUND] for part in entry(quote))]
    if len(found) > FOUND:
        parts.append(section(written(f"And {len(found) - FOUND:,} more: add a word to see fewer.")))
    return Message(fallback(head), (rich(*parts),))


def help_message() -> Message:
    """What can be asked of the bot, in five lines."""
    lines = [section(written(what, bold=True), written(f": {does}.")) for what, does in HELP]
    return Message(fallback("How to check quotes and dates"), (rich(*lines),))


def disputed_notice(quote: VerifiedQuote, by: str, why: str, state: str) -> Message:
    """Tells a thread whose check matched a stored quote that it is disputed or retracted, once."""
    head = f"A stored quote that this check matched is {state}."
    reason = clip(clean(why), LONGEST_SENTENCE)
    said_why = [*written(f"{state.capitalize()} by "), *person(by), *written(f": {reason}" if reason else "")]
    todo = "Settle it, or take the words out." if state == State.DISPUTED else "Take the words out, or ask for others."
    return Message(
        fallback(f"{head} {quote.speaker or ''}"),
        (
            rich(
                section(icon("red_circle"), written(head, bold=True)),
                *entry(quote),
                section(said_why),
                section(written(todo)),
            ),
        ),
    )


def plain_message(sentence: str, emoji: str = "", link: str | None = None) -> Message:
    """One sentence, which opens a page where there is a link."""
    shown = clip(clean(sentence), LONGEST_SENTENCE) or "–"
    return Message(fallback(shown), (rich(section(icon(emoji), linked(shown, link))),))


def entry(quote: VerifiedQuote) -> list[Element]:
    """A stored quote: its words, who said them, where they come from and who verified them."""
    place = clip(clean(where(quote)), LONGEST_ORIGIN)
    rest = clean(origin(Match(quote, 1.0))).removeprefix(clean(where(quote)))
    state = "" if quote.state is State.VERIFIED else f" · {quote.state.value}"
    who = f"{clip(clean(quote.speaker or ''), LONGEST_NAME) or 'nobody named'}{state}"
    about = [*written(f"{who} · " if place or rest else who), *linked(place, quote.link, quote.text)]
    verified = naming(clip(rest, LONGEST_ORIGIN), quote.verified_by)
    return [bar([said([Run(clean(quote.text) or "–")], LONGEST_QUOTE), [*about, *verified]])]
