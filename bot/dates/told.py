"""Whether a sentence tells something as done on a date, and not as planned for it.

Stricter than the tense of the clause, because a hold hangs on it: the date must hang on a verb in the past
(``was rung for the first time on 3 May``).  Verbs and nouns of planning (``announced a concert on``, ``won
a place in the final on``) are left alone.
"""

from __future__ import annotations

import re

from bot.dates.tense import IRREGULAR, last_match, sentence_round

_PREPOSITION = re.compile(
    r"(?:\b(?P<word>on|in|during|since|back\sin|late\sin|early\sin)\s(?:the\s(?:morning|evening|night|"
    r"afternoon)\sof\s)?"
    r"(?:the\s)?(?:early\s|late\s|mid-)?|,\s)?$"
)
_VERB = re.compile(rf"(?<![\w’'-])(?P<verb>[a-z]{{2,}}ed|{'|'.join(sorted(IRREGULAR | {'born'}))})(?![\w-])")
_PLANS = frozenset(
    "called set scheduled planned proposed booked invited agreed promised pledged vowed urged hoped wanted "
    "expected decided fixed "
    "registered entered reserved postponed adjourned remanded bailed extended delayed advertised listed billed "
    "intended wished "
    "needed supposed rescheduled slated tipped predicted forecast projected due estimated targeted budgeted "
    "permitted required "
    "demanded requested threatened warned based related united limited dated focused used interested prepared "
    "qualified looked "
    "hinted suggested assured earmarked pencilled designated mentioned pushed put got gave had made told asked "
    "tasked timed".split()
)
_OFTEN_PLANS = frozenset(
    "announced approved confirmed granted selected chose chosen offered authorised authorized allowed named "
    "voted ordered "
    "unveiled revealed arranged backed supported welcomed endorsed sold bought awarded advertised signed".split()
)
_SPEECH = frozenset("said wrote spoke added".split())
_STAGED = frozenset(
    "was were held opened began started attended hosted ended took saw staged ran closed met won lost watched "
    "missed played "
    "led drew fought completed finished joined disrupted".split()
)
_OCCASION = (
    r"(?:finals?|semi-finals?|match|matches|game|games|race|races|concerts?|shows?|festival|elections?|vote|votes|"
    r"referendum|"
    r"hearing|trial|meeting|conference|summit|wedding|launch|opening|premiere|tour|exhibition|fair|events?|"
    r"ceremony|gig|"
    r"debates?|exam|exams|deadline|strikes?|march|rally|auction|sale|primary|primaries|ballot|inquest|parade|visit|"
    r"performances?|closure|retirement|reunion|anniversary|birthday|caucus|caucuses|convention|day|tickets?|"
    r"season|plans?|"
    r"talks|date|dates|fixture|test|tournament|cup|derby|fight|bout|clash|service|funeral|session|release|start|"
    r"end)\b"
)
_OCCASIONS = re.compile(rf"\b{_OCCASION}")
_OCCASION_APART = re.compile(rf"\b(?:in|for|of|at|to|from|into|about|over|with)\s(?:[\w’'-]+\s){{0,4}}{_OCCASION}")
_BETWEEN = re.compile(
    r"\b(?:will|would|shall|should|could|may|might|must|can|that|if|when|once|until|till|before|ahead|due|"
    r"scheduled|set|"
    r"expected|planned|is|are|has|have|be|towards?|"
    r"for(?!\s(?:the\s(?:first|second|third|last|final)\stime|\w+\s(?:years|months|weeks|days|hours)|good))|"
    r"to(?=\s(?!the\b|a\b|an\b|his\b|her\b|their\b|its\b)[a-z])|[a-z]+ing)\b|[;:“”\"]"
)
_MODAL = re.compile(r"\b(?:will|would|shall|should|could|may|might|must|can|won[’']t|to(?=\s[a-z]+\s))\b|[’']ll\b")
_NEW_CLAUSE = re.compile(r"[,;:—–“”\"]|\.\s|\b(?:and|but|that|which|who|said|says|after|when|as|while|because)\b")
_PASSIVE = re.compile(r"\b(?:was|were)\s(?:\w+ly\s|first\s)?$")
_PERFECT = re.compile(r"\b(?:has|have|[’']s|[’']ve)\s(?:\w+\s){0,2}$")
_NOT_DONE = re.compile(
    r"(?:\b(?:will|would|shall|should|could|may|might|must|can|cannot|to|be|being|is|are|if|once|until|not|never|"
    r"n[’']t|"
    r"to\shave|will\shave|would\shave|have\sbeen\sdue)\s(?:also\s|then\s|be\s|have\s|been\s){0,2})$"
)


def told_as_past(text: str, start: int, end: int, strict: bool = False) -> bool:
    """Whether the span ``text[start:end]`` dates something that the sentence tells as having happened.

    ``strict`` wants verb and date closer together: for a date that is known to the month or year only, which
    plans and forecasts name as often.
    """
    left, _ = sentence_round(text, start)
    lead = text[max(left, start - 160) : start]
    preposition = _PREPOSITION.search(lead)
    head = lead[: preposition.start()] if preposition else lead
    verb = last_match(_VERB, head)
    if verb is None or verb["verb"] in _PLANS or _undone(head[: verb.start()]):
        return False
    between = head[verb.end() :]
    if not (preposition and preposition["word"]) and between.strip():
        return False
    if verb["verb"] in _SPEECH:
        return not between.strip()
    since = preposition is not None and preposition["word"] == "since"
    if strict and (len(between.split()) > 3 or (_PERFECT.search(head[: verb.start()]) and not since)):
        return False
    if verb["verb"] in _OFTEN_PLANS and (between.strip() or not _PASSIVE.search(head[: verb.start()])):
        return False
    return _plain(verb["verb"], between)


def _undone(before: str) -> bool:
    """Whether what stands before a verb makes it no deed of the past (``will be raised``)."""
    modal = last_match(_MODAL, before)
    return _NOT_DONE.search(before) is not None or (modal is not None and not _NEW_CLAUSE.search(before, modal.end()))


def _plain(verb: str, between: str) -> bool:
    """Whether nothing between the verb and its date could hold the date instead."""
    if len(between.split()) > 9 or _BETWEEN.search(between):
        return False
    return not (_OCCASION_APART if verb in _STAGED else _OCCASIONS).search(between)
