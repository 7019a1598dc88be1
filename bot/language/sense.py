"""Whether a change of words turns the sense: negation, number, modal, quantifier, name, unit, antonym.

The line is the courts' and the style books': a material change in meaning (Masson v. New Yorker, 1991)
is a hold, a smoothed word is a query.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from bot.language.antonyms import ANTONYMS
from bot.language.text import expand

NEGATORS = frozenset(
    """
    not no never none nobody nothing nowhere neither nor without hardly scarcely barely rarely seldom nope
    cannot unlikely
    nicht nichts kein keine keinen keiner keinem nie niemals niemand ohne
    pas jamais aucun aucune rien sans ni
    nunca jamas nadie ningun ninguno ninguna nada tampoco sin
    non mai nessuno nessun nessuna niente senza ne
    nao ninguem nenhum nenhuma nem sem
    niet geen nooit niets zonder
    """.split()
)
"""Words that deny, in English and, a line each, in German, French, Spanish, Italian, Portuguese and Dutch."""
DOUBTS = frozenset(
    """
    doubt doubts doubted deny denies denied denying untrue false wrong myth lie lies nonsense refuse refuses
    refused pretend pretended rumor rumors impossible
    """.split()
)
MODALS = frozenset("will would may might can could shall should must".split())
CONDITIONS = frozenset("if unless except until provided although though".split())
_MODAL_TWINS = {"shall": "will"}
QUANTIFIERS = frozenset(
    """
    all every each some any most many few several half both more less fewer only always sometimes often usually
    nearly almost exactly least entire whole partly mostly dozens hundreds thousands millions billions dozen
    couple twice double triple
    """.split()
)
_QUANTIFIER_TWINS = {"each": "every", "entire": "whole"}
UNITS = frozenset(
    """
    mile kilometer meter foot feet inch yard ton tonne pound dollar euro cent penny pence percent day week month
    year hour minute second decade century degree liter gallon acre hectare gram kilogram ounce stone pint mph
    kmh watt kilowatt megawatt volt barrel
    """.split()
)
_SAME_UNIT = {"feet": "foot", "pence": "penny", "pennies": "penny", "inches": "inch", "centuries": "century"}
CALENDAR = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august
    september october november december today yesterday tomorrow tonight
    """.split()
)
_PREFIXES = ("un", "in", "im", "ir", "il", "dis", "non", "mis", "anti", "de")


def turn(draft: Sequence[str], verified: Sequence[str], names: Iterable[str] = ()) -> str | None:
    """What turns the sense between two stretches of folded words, in the desk's words, or None.

    ``names`` are the folded words, of either side, that are proper names.
    """
    left, right = _difference(_expanded(draft), _expanded(verified))
    if _negations(left) != _negations(right):
        return "a negation"
    if _numbers(left, right):
        return "a number"
    named = frozenset(names)
    checks = (
        ("a modal verb", _twins(left, MODALS, _MODAL_TWINS), _twins(right, MODALS, _MODAL_TWINS)),
        ("a condition", left & CONDITIONS, right & CONDITIONS),
        ("a day or month", left & CALENDAR, right & CALENDAR),
        (
            "a quantity",
            _twins(left, QUANTIFIERS, _QUANTIFIER_TWINS),
            _twins(right, QUANTIFIERS, _QUANTIFIER_TWINS),
        ),
        ("a unit", _units(left), _units(right)),
        ("a name", left & named, right & named),
    )
    for what, mine, theirs in checks:
        if mine != theirs:
            return what
    return "a word for its opposite" if _opposed(left, right) else None


def negated(words: Iterable[str]) -> bool:
    """Whether folded words hold a negation or a doubt that can turn what stands in its reach."""
    return any(word in NEGATORS or word in DOUBTS for word in _expanded(words))


def _expanded(words: Iterable[str]) -> list[str]:
    return [part for word in words for part in expand(word)]


def _difference(left: list[str], right: list[str]) -> tuple[set[str], set[str]]:
    mine, theirs = Counter(left), Counter(right)
    return set(mine - theirs), set(theirs - mine)


def _negations(words: set[str]) -> int:
    return sum(1 for word in words if word in NEGATORS)


def _numbers(left: set[str], right: set[str]) -> bool:
    """Whether figures differ; a lone ``one`` is a pronoun unless the other side counts as well."""
    mine = {word for word in left if word[:1].isdigit()}
    theirs = {word for word in right if word[:1].isdigit()}
    if mine == theirs:
        return False
    if not (mine | theirs) - {"1"}:
        return bool((left | right) & (QUANTIFIERS | {"2"}))
    return True


def _twins(words: set[str], wanted: frozenset[str], twins: dict[str, str]) -> set[str]:
    return {twins.get(word, word) for word in words if word in wanted}


def _units(words: set[str]) -> set[str]:
    singular = {_SAME_UNIT.get(word, word.removesuffix("s")) for word in words}
    return singular & UNITS


def _opposed(left: set[str], right: set[str]) -> bool:
    return any(_opposite(mine, theirs) for mine in left for theirs in right)


def _opposite(one: str, other: str) -> bool:
    if other in ANTONYMS.get(one, ()):
        return True
    short, long = sorted((one, other), key=len)
    if len(short) >= 3 and any(long == prefix + short for prefix in _PREFIXES):
        return True
    return (
        one[:-4] == other[:-3] and {one[-4:], other[-3:]} == {"less", "ful"}
        if len(one) > len(other)
        else (other[:-4] == one[:-3] and {other[-4:], one[-3:]} == {"less", "ful"})
    )
