"""What happens once: the verbs by which two articles can be seen to date the same event.

A council meets often and a team wins often, so ``met on`` and ``won in`` date nothing that a second article
could contradict.  A house burns down once, a person dies once.
"""

from __future__ import annotations

import re

_ALONE = {
    "burn": "burned burnt gutted", "open": "opened inaugurated", "build": "built constructed erected",
    "found": "founded established",
    "close": "closed shut", "die": "died", "bear": "born", "demolish": "demolished", "collapse": "collapsed",
    "sink": "sank sunk", "launch": "launched", "retire": "retired", "resign": "resigned", "create": "created",
    "invent": "invented", "abolish": "abolished", "merge": "merged", "unveil": "unveiled", "complete": "completed",
    "premiere": "premiered", "debut": "debuted", "assassinate": "assassinated", "murder": "murdered", "kill": "killed",
    "execute": "executed hanged beheaded", "crown": "crowned", "ordain": "ordained", "knight": "knighted",
    "bury": "buried", "drown": "drowned", "explode": "exploded", "derail": "derailed", "ratify": "ratified",
    "incorporate": "incorporated", "publish": "published", "dissolve": "dissolved", "disband": "disbanded",
    "form": "formed", "approve": "approved", "ban": "banned", "diagnose": "diagnosed",
    "privatise": "privatised privatized",
    "nationalise": "nationalised nationalized", "decommission": "decommissioned", "scrap": "scrapped",
    "commission": "commissioned", "consecrate": "consecrated", "destroy": "destroyed", "overthrow": "overthrown",
    "reopen": "reopened", "discover": "discovered", "withdraw": "withdrawn", "crash": "crashed", "flood": "flooded",
}  # fmt: skip
_PAIRED = {"marry": "married wed", "divorce": "divorced"}
_WITH_OBJECT = {
    "appoint": "appointed", "buy": "bought acquired purchased", "sell": "sold", "move": "moved",
    "join": "joined", "leave": "left", "graduate": "graduated", "adopt": "adopted", "endorse": "endorsed",
    "sign": "signed", "nominate": "nominated", "elect": "elected", "enact": "enacted", "hire": "hired",
    "name": "named", "divest": "divested",
}  # fmt: skip
_MADE = frozenset(
    "build found open launch create invent demolish unveil publish form burn close abolish destroy complete".split()
)
_BY_FIRE = re.compile(r"\s(?:by|in)\s(?:an?\s|the\s)?(?:[a-z]+\s)?(?:fire|blaze|inferno)\b")
_PARTICLES = frozenset("down up out off over away".split())


def _by_form(table: dict[str, str]) -> dict[str, str]:
    return {form: action for action, forms in table.items() for form in forms.split()}


ALONE, PAIRED, WITH_OBJECT = _by_form(_ALONE), _by_form(_PAIRED), _by_form(_WITH_OBJECT)
FORMS = {**ALONE, **PAIRED, **WITH_OBJECT}
_FORMS = "|".join(sorted(FORMS, key=len, reverse=True))
VERB = re.compile(
    r"(?<![\w’'-])(?:(?:pulled|torn|knocked)\sdown\b|set\sup\b|"
    rf"(?P<verb>{_FORMS})\b(?!-)(?:\s(?P<particle>{'|'.join(sorted(_PARTICLES))})\b)?)"
)
NOUNS = {
    "death": "die", "birth": "bear", "opening": "open", "closure": "close", "demolition": "demolish",
    "collapse": "collapse", "founding": "found", "foundation": "found", "launch": "launch", "sinking": "sink",
    "retirement": "retire", "resignation": "resign", "assassination": "assassinate", "murder": "murder",
    "execution": "execute", "coronation": "crown", "funeral": "bury", "premiere": "premiere", "fire": "burn",
}  # fmt: skip


def action_of(found: re.Match[str]) -> str:
    """The action that a match of ``VERB`` names, the same for every verb that tells it."""
    verb = found["verb"]
    if verb is None:
        return "found" if found.group().startswith("set") else "demolish"
    action = FORMS[verb]
    if found["particle"] and action not in ("burn", "close"):
        return f"{action} {found['particle']}"
    if action == "destroy" and _BY_FIRE.match(found.string, found.end()):
        return "burn"
    return action


def is_made(action: str) -> bool:
    """Whether the thing done to, and not the doer, is what the event is about (``Vane founded the club``)."""
    return action in _MADE
