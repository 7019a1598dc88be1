"""What an excerpt, a … or a [ ] leaves outside: the "not" before it, the "if" after it.

An excerpt can be word for word and say the opposite.  The verified sentence around the quoted words is
read clause by clause: a negation in reach of what is quoted turns it; one that stands in a clause of its
own does not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.language.sense import DOUBTS, MODALS, NEGATORS, QUANTIFIERS, negated, turn
from bot.language.text import expand
from bot.wording.passages import Passage, Token

QUALIFIERS = frozenset("but if unless except although though until till provided providing assuming barring".split())
_QUALIFYING = (("only", "if"), ("only", "when"), ("only", "until"), ("as", "long", "as"), ("so", "long", "as"),
               ("on", "condition"), ("subject", "to"), ("on", "the", "condition"), ("in", "case"))  # fmt: skip
_COORDINATORS = frozenset("and but so or yet nor because while whereas for".split())
_JOINTS = frozenset("that to of in for from with by as than whether which".split())
_SUBJECTS = frozenset(
    """
    i we you he she it they there this that these those the a an my our your his her its their who what nobody
    everyone everybody somebody someone some all people im ive weve its theyre theres hes shes thats we're youre
    i'll we'll i'd we'd
    """.split()
)
_NOMINATIVES = frozenset("i we he she they there".split())
_TAKES_A_CLAUSE = frozenset(
    """
    think believe say said suppose know mean claim claims expect imagine guess feel hope agree accept admit see
    understand tell told promise promised suggest suggested argue true certain sure convinced thinks believes says
    thought knew knows
    """.split()
)
_ADVERBS = frozenset("not never hardly scarcely barely rarely seldom neither".split())
_HEDGES = frozenset("only nearly almost barely scarcely under over about roughly around".split())
_FAILED = frozenset("failed fails fail failing neglected omitted forgot".split())
_INSTEAD = (("rather", "than"), ("instead", "of"))
_DETERMINERS = frozenset("the a an my our your his her its their this that these those".split())
_SAID = frozenset("said say says saying answered".split())
_OPENERS = frozenset("and but that because who which if when while where so or as than".split())
_AFTERTHOUGHTS = (
    ("i", "do", "not", "think"), ("i", "do", "not", "believe"), ("i", "do", "not", "suppose"), ("or", "not"),
    ("not", "at", "all"), ("not", "if"), ("not", "unless"), ("not", "until"), ("not", "yet"), ("not", "really"),
    ("not", "ever"), ("never",), ("which", "is", "not"), ("which", "is", "untrue"), ("which", "is", "false"),
    ("but", "that", "is", "not"), ("or", "so"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Held:
    """Verified words that a draft quotes: a half-open range of the passage's tokens."""

    start: int
    end: int


def turned_before(passage: Passage, held: Held) -> list[Token]:
    """The words left out before an excerpt, in its own sentence, if they turn what is quoted; else nothing."""
    reach = _in_reach_before(passage, held)
    if reach and reach[-1].form in _HEDGES and _counts(passage.tokens[held.start]):
        return reach[-1:]
    forms = [token.form for token in reach]
    undone = _undone(forms, passage.tokens[held.start].form) or _of_few(forms, _rest_of_sentence(passage, held.end))
    return reach if _denies(reach) or undone else []


def _undone(before: Sequence[str], following: str) -> bool:
    """Whether what follows these words did not happen: nearly, I wish, failed to; a thing still is one."""
    last = (*before[-2:], following)
    if last[-2:-1] in (("almost",), ("nearly",), ("wish",)) or last[-3:-1] == ("wish", "that"):
        return True
    if last[-3:-1] in _INSTEAD:
        return following not in _DETERMINERS
    return any(one in _FAILED and other == "to" for one, other in pairwise(last))


def _of_few(before: Sequence[str], rest: Sequence[Token]) -> bool:
    """Whether these words say of how few the whole sentence after them is told: few of, only two of."""
    return not rest and before[-1:] == ["of"] and ("few" in before[-2:-1] or "only" in before[-3:-1])


def _denies(tokens: Sequence[Token]) -> bool:
    """Whether the words negate; a no that was only said (``She said no and left``) does not."""
    spoken = {at for at in range(1, len(tokens)) if tokens[at].form == "no" and tokens[at - 1].form in _SAID}
    return negated(token.form for at, token in enumerate(tokens) if at not in spoken)


def _counts(token: Token) -> bool:
    return token.form[:1].isdigit() or token.form in QUANTIFIERS


def turned_after(passage: Passage, held: Held) -> list[Token]:
    """The words left out after an excerpt, in its own sentence, if they turn what is quoted; else nothing."""
    rest = _rest_of_sentence(passage, held.end)
    if not rest or not held.end:
        return []
    if rest[0].comma:
        flat = [part for token in rest for part in expand(token.form)]
        found = flat == ["not"] or any(tuple(flat[: len(after)]) == after for after in _AFTERTHOUGHTS)
        return _clause(rest) if found else []
    near: list[Token] = []
    for token in rest[:4]:
        if near and token.comma:
            break
        near.append(token)
        if token.form in _OPENERS or token.form in QUALIFIERS:
            return []
        if negated([token.form]):
            return near
    return []


def qualifier_after(passage: Passage, held: Held) -> list[Token]:
    """The clause that the verified sentence goes on with, where it begins with but, if, unless, until…"""
    rest = _rest_of_sentence(passage, held.end)
    if not rest:
        return []
    head = tuple(token.form for token in rest[:3])
    first = head[0]
    if first in QUALIFIERS or any(head[: len(words)] == words for words in _QUALIFYING):
        return _clause(rest)
    return _clause(rest) if rest[0].comma and first in ("yet", "however", "only") else []


def condition_before(passage: Passage, held: Held) -> list[Token]:
    """The words left out before an excerpt where they hold the ``if`` or ``unless`` that it hangs on."""
    before = _since_coordinator(passage, held)
    at = next((i for i, token in enumerate(before) if token.form in ("if", "unless")), None)
    if at is None or (at and before[at - 1].form in ("as", "even")):
        return []
    return before[at:]


def turned_inside(passage: Passage, start: int, end: int) -> list[Token]:
    """The words that a … swallows, if a negation among them reaches into the words that were kept."""
    left_out = list(passage.tokens[start:end])
    if left_out and left_out[-1].form in ("almost", "nearly") and _goes_on(passage, end):
        return left_out[-1:]
    if not left_out or not negated(token.form for token in left_out):
        return []
    clauses = _clauses(left_out)
    after = passage.tokens[end] if end < len(passage.tokens) else None
    for i, clause in enumerate(clauses):
        opens_mid = i == 0 and not clause[0].comma and _goes_on(passage, start)
        closes_mid = i == len(clauses) - 1 and after is not None and not after.comma and _goes_on(passage, end)
        bare = len(clause) <= 2 and clause[0].form in _ADVERBS
        if (opens_mid or closes_mid or bare) and negated(token.form for token in clause):
            if opens_mid and not closes_mid and clause[0].form in _OPENERS:
                continue
            return clause
    return []


def put_in_turns(inserted: Sequence[Token], replaced: Sequence[Token]) -> str | None:
    """What a [ ] puts into, or takes out of, its sentence that turns it: a negation, an opposite, a number, a modal."""
    mine = [token.form for token in inserted]
    theirs = [token.form for token in replaced]
    if negated(mine) != negated(theirs):
        return "a negation"
    what = turn(mine, theirs)
    if what == "a word for its opposite":
        return "the sense"
    if what == "a modal verb" or (what == "a number" and not theirs and not mine):
        return what if {*mine} & MODALS or {*theirs} & MODALS else None
    figures = {form for form in mine if form[:1].isdigit()}
    others = {form for form in theirs if form[:1].isdigit()}
    return "a number" if figures and others and figures != others else None


def _goes_on(passage: Passage, at: int) -> bool:
    """Whether the token belongs to the same sentence as the one before it."""
    return 0 < at < len(passage.tokens) and passage.tokens[at].sentence == passage.tokens[at - 1].sentence


def _before_in_sentence(passage: Passage, held: Held) -> list[Token]:
    if held.start >= len(passage.tokens):
        return []
    sentence = passage.tokens[held.start].sentence
    at = held.start
    while at and passage.tokens[at - 1].sentence == sentence:
        at -= 1
    return list(passage.tokens[at : held.start])


def _since_coordinator(passage: Passage, held: Held) -> list[Token]:
    """The words before an excerpt in its sentence, from the last clause that ``, and``, ``but`` or ``and I`` opens."""
    before = _before_in_sentence(passage, held)
    first = passage.tokens[held.start] if before else None
    if before and first and _independent(before[-1], first) and (before[-1].comma or not _governed(before)):
        return []
    for i in range(len(before) - 1, 0, -1):
        if before[i].form in _COORDINATORS and (before[i].comma or _new_subject(before, i)):
            return before[i + 1 :]
    return before


def _new_subject(before: list[Token], at: int) -> bool:
    """Whether the coordinator opens a clause with its own ``I`` or ``we`` that nothing before it governs."""
    follows = before[at + 1].form if at + 1 < len(before) else ""
    return follows in _NOMINATIVES and not _governed(before[:at])


def _governed(before: list[Token]) -> bool:
    """Whether a denied ``think``, ``say`` or ``true`` may govern every clause that follows it."""
    denied = False
    for token in before:
        if token.form in DOUBTS or (denied and token.form in _TAKES_A_CLAUSE):
            return True
        denied = denied or negated([token.form])
    return False


def _independent(joint: Token, first: Token) -> bool:
    """Whether a coordinator before the excerpt lets it start a clause of its own."""
    if joint.form not in _COORDINATORS or joint.form in ("or", "nor"):
        return False
    return joint.comma or first.form in _SUBJECTS or not _likely_verb(first)


def _likely_verb(token: Token) -> bool:
    return token.form.endswith(("ed", "ing")) or token.form in MODALS


def _in_reach_before(passage: Passage, held: Held) -> list[Token]:
    before = _since_coordinator(passage, held)
    if not before:
        return []
    first = passage.tokens[held.start]
    clauses = _clauses(before)
    reach: list[Token] = []
    open_on = first.comma and first.form not in _JOINTS
    if open_on:
        return []
    for clause in reversed(clauses):
        reach = [*clause, *reach]
        if not all(token.form in _JOINTS for token in clause):
            break
    if negated(token.form for token in reach) or not _parenthetical(clauses):
        return reach
    return before


def _parenthetical(clauses: list[list[Token]]) -> bool:
    """Whether a matrix clause before the last one still waits for its ``that``: ``It is not true, he said, that``."""
    return len(clauses) >= 3 and all(token.form in _JOINTS for token in clauses[-1])


def _rest_of_sentence(passage: Passage, end: int) -> list[Token]:
    if not 0 < end < len(passage.tokens):
        return []
    sentence = passage.tokens[end - 1].sentence
    out: list[Token] = []
    for token in passage.tokens[end:]:
        if token.sentence != sentence:
            break
        out.append(token)
    return out


def _clause(tokens: list[Token]) -> list[Token]:
    """The first clause of a stretch, up to the next comma."""
    for i, token in enumerate(tokens[1:], start=1):
        if token.comma:
            return tokens[:i]
    return tokens


def _clauses(tokens: list[Token]) -> list[list[Token]]:
    out: list[list[Token]] = []
    for token in tokens:
        if not out or token.comma or token.sentence != out[-1][-1].sentence:
            out.append([])
        out[-1].append(token)
    return out


def doubts(words: Sequence[str]) -> bool:
    """Whether the reporter's own words around a fragment carry the negation or the doubt themselves."""
    return any(part in NEGATORS or part in DOUBTS for word in words for part in expand(word))
