"""A finding as blocks: the headline, the draft's words beside the verified ones, what to do, and its buttons.

Once it is settled only its headline, the draft's words and the decision stay, so that the open ones stand out.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from bot.models import Severity
from bot.render.findings import Finding
from bot.render.passages import Passage
from bot.render.slack.decided import asking, decided, line
from bot.render.slack.elements import (
    LONGEST_NAME,
    Block,
    Element,
    actions,
    bar,
    clean,
    clip,
    icon,
    linked,
    naming,
    rich,
    said,
    section,
    written,
)
from bot.render.slack.standing import Standing
from bot.render.words import SEVERITIES, opening

LONGEST_SIDE = 400  # characters of the words of one side
LONGEST_ORIGIN = 160
LONGEST_MESSAGE = 480
PASSAGES = 3  # shown of what a finding stands on
_OF_AN_EDIT = frozenset({"quote_added", "quote_removed"})


def finding_blocks(
    finding: Finding,
    key: str,
    check_id: int,
    above: Finding | None = None,
    decision: tuple[str, Standing] | None = None,
) -> list[Block]:
    """A finding with its buttons; what the finding ``above`` shows of the same quote is not shown again.

    ``decision`` is the item that was decided on and how it stands.
    """
    if decision is not None and decision[1].settles:
        parts = [section(written(heading(finding), strike=True)), bar(list(_draft(finding)))]
    else:
        message = written(clip(clean(finding.flag.message), LONGEST_MESSAGE))
        parts = [section(_headline(finding)), bar(list(_sides(finding.beyond(above)))), section(message)]
    if decision is None:
        return [rich(*parts), *actions(key, asking(finding, check_id, key))]
    item, standing = decision
    return [rich(*parts, section(line(standing))), *actions(key, decided(standing, check_id, item))]


def heading(finding: Finding) -> str:
    """What a finding is, in a few words: ``Hold: a condition was cut off``, ``New hold: …`` of a re-check."""
    word = SEVERITIES[finding.flag.severity].word
    if finding.standing == "new":
        return f"New {word}: {finding.title}"
    return f"{word.capitalize()}{f', {finding.standing}' if finding.standing else ''}: {finding.title}"


def note_line(finding: Finding) -> Element:
    """A note in a line or two: it asks nothing of anybody."""
    sign = icon(SEVERITIES[Severity.NOTE].emoji)
    text = finding.judged.quote.text if finding.judged else next((each.text for each in finding.flag.evidence), "")
    about = clip(opening(clean(text)), LONGEST_SIDE)
    if finding.flag.code in _OF_AN_EDIT and about:
        title = finding.title[:1].upper() + finding.title[1:]
        return section(sign, written(f"{title}: ", bold=True), written(f"“{about}”"))
    message = clip(clean(finding.flag.message), LONGEST_MESSAGE)
    return section(sign, written(heading(finding), bold=True), written(f"\n{message}" if message else ""))


def _headline(finding: Finding) -> list[Element]:
    who = f" · {clip(clean(finding.said_by), LONGEST_NAME)}" if finding.said_by else ""
    return [*icon(SEVERITIES[finding.flag.severity].emoji), *written(heading(finding), bold=True), *written(who)]


def _draft(finding: Finding) -> Iterator[list[Element]]:
    if finding.draft:
        yield [*written("Draft  ", italic=True), *said(finding.draft, LONGEST_SIDE, finding.is_quote)]


def _sides(finding: Finding) -> Iterator[list[Element]]:
    """The draft's words and those they stand against; where neighbours come from one place it is told once."""
    yield from _draft(finding)
    shown = finding.passages[:PASSAGES]
    for passage, below in zip_longest(shown, shown[1:]):
        label = written(f"{passage.label.capitalize()}  ", italic=True)
        yield [*label, *said(passage.shown, LONGEST_SIDE, not passage.same)]
        origin = _origin(passage, finding.other_speaker(passage))
        if origin and (below is None or (below.origin, below.speaker) != (passage.origin, passage.speaker)):
            yield origin


def _origin(passage: Passage, speaker: str | None) -> list[Element]:
    """Who said the words where that is somebody else, where they come from (a link to them), who verified them."""
    where = clean(passage.where)
    rest = clean(passage.origin).removeprefix(where)
    who = clip(clean(speaker), LONGEST_NAME) if speaker else ""
    shown = clip(where, LONGEST_ORIGIN) or ("the words" if passage.link else "")
    between = " · " if rest and not where and passage.link else ""
    return [
        *written(f"{who} · " if who and (shown or rest) else who),
        *linked(shown, passage.link, passage.text),
        *written(between),
        *naming(clip(rest, LONGEST_ORIGIN), passage.by),
    ]
