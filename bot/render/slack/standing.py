"""What people decided on the items of a check, and what that leaves to ask.

An item is a flag by its place in the report (``f0``) or a quote by its id (``q3``).  Who verifies a wording settles
every finding on that wording; a finding that waits for a second eye, or whose stored quote is disputed, stands.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.models import Flag, Judged, Report, Verdict
from bot.render.findings import Counts, Finding, counts, findings, matched, rank, touches
from bot.render.passages import WORDING_HOLDS
from bot.render.since import OF_WORDING


@dataclass(frozen=True, slots=True)
class Standing:
    """What people decided on an item.

    ``what`` is ``ignored``, ``not_right``, ``verified``, ``known`` (the same words were verified before), ``shared``
    (verified, and lifted out of a private channel), ``waiting`` (a second eye is wanted) or ``disputed``; ``by`` a
    Slack user id or a name, of a stored quote who verified it, or who disputed it; ``quote_id`` the stored quote that
    was made or disputed; ``shareable`` says that it was stored in a private channel and is not shared yet;
    ``confirmed_by`` is the second eye.
    """

    what: str
    by: str
    quote_id: int | None = None
    shareable: bool = False
    confirmed_by: str | None = None

    @property
    def settles(self) -> bool:
        """Whether nothing is left to ask about the item."""
        return self.what in ("ignored", "not_right") or self.verified

    @property
    def verified(self) -> bool:
        """Whether the wording counts as verified."""
        return self.what in ("verified", "known", "shared")


Standings = Mapping[str, Standing]
NONE: Standings = {}


def keyed(report: Report) -> dict[str, Finding]:
    """The findings, worst first, by the keys of their flags."""
    places = sorted(range(len(report.flags)), key=lambda place: rank(report.flags[place]))
    return {f"f{place}": finding for place, finding in zip(places, findings(report), strict=True)}


def of_wording(finding: Finding) -> bool:
    """Whether somebody could settle the finding by verifying the draft's own wording."""
    judged = finding.judged
    return (
        judged is not None
        and finding.flag.code in OF_WORDING
        and judged.verdict not in (*WORDING_HOLDS, Verdict.UNVERIFIED)
        and touches(finding.flag, judged)
    )


def deciding(key: str, keys: Mapping[str, Finding], standings: Standings) -> str | None:
    """The item whose standing decides on this finding: its own, or one that verified the same wording."""
    if key in standings:
        return key
    finding = keys[key]
    if not standings or finding.judged is None or not of_wording(finding):
        return None
    same = [finding.judged.quote.id]
    same += [other for other, each in keys.items() if each.judged is finding.judged and of_wording(each)]
    return next((other for other in same if other in standings and standings[other].verified), None)


def settled(key: str, keys: Mapping[str, Finding], standings: Standings) -> bool:
    """Whether nothing is left to ask about this finding."""
    decided = deciding(key, keys, standings)
    return decided is not None and standings[decided].settles


def standing_flags(report: Report, standings: Standings) -> tuple[Flag, ...]:
    """The flags that still ask something."""
    keys = keyed(report)
    return tuple(flag for place, flag in enumerate(report.flags) if not settled(f"f{place}", keys, standings))


def counts_after(report: Report, standings: Standings) -> Counts:
    """The figures of the first line, after what people decided."""
    left = replace(report, flags=standing_flags(report, standings))
    figures = counts(left)
    verified = _verified(report, standings)
    held = {id for flag in left.flags if flag.severity.value == "hold" for id in flag.quotes}
    sound = {judged.quote.id for judged in matched(left)}
    newly = [judged for judged in verified if judged.quote.id not in held | sound]
    absent = sum(judged.verdict is Verdict.UNVERIFIED for judged in verified)
    return replace(figures, matched=figures.matched + len(newly), not_in_store=figures.not_in_store - absent)


def _verified(report: Report, standings: Standings) -> list[Judged]:
    """The quotes whose wording somebody verified from this check."""
    items = {key for key, standing in standings.items() if standing.verified}
    ids = {finding.judged.quote.id for key, finding in keyed(report).items() if finding.judged and key in items}
    return [judged for judged in report.quotes if judged.quote.id in ids | items]
