"""Dated events: who or what, did what, when, as the article tells it.

Made to be sure rather than complete: only what happens once, only where subject, verb and date stand together,
and only dates that the article writes out.  Two facts are one event when the action is the same and one
subject is named within the other (``the Alhambra`` and ``the Alhambra Picture House``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.dates.compare import days, precision
from bot.dates.tense import last_match, sentence_round
from bot.facts.actions import NOUNS, PAIRED, VERB, WITH_OBJECT, action_of, is_made
from bot.facts.people import People, gender_in
from bot.language.text import fold
from bot.models import DatedFact, DateMention, NameMention
from bot.names.given import gender_of

_PREPOSITION = re.compile(r"\s(?:on|in|back\sin|in\s(?:early|late|mid))\s?-?(?:the\s)?$|\s\($")
_AUXILIARY = re.compile(
    r"(?:^|\s)(?P<aux>(?:(?:was|were|is|are|had|has|have|been|being|be|got|first|finally|officially|originally|"
    r"formally|later|then|"
    r"also|eventually|he|she)\s)*)$"
)
_NOT_DONE = re.compile(
    r"\b(?:not|never|n[’']t|will|would|should|could|may|might|must|can|to|be|if|almost|nearly|once|being|re|is|are)\s"
    r"(?:be\s|have\s|been\s|had\s)*$"
)
_AGAIN = re.compile(r"\b(?:again|twice|second|third|also|first\s(?:in|on)\s)\b")
_CUT = re.compile(
    r"(?:^|\s)(?:in|at|near|by|on|after|with|during|from|amid|under|for|when|while|before|because|outside|inside|"
    r"following|aged)\s.*$",
    re.DOTALL,
)
_MAKER = re.compile(r"\b(?:which|that|whom)\s(?:[A-Z][\w’'-]+\s?){1,4}$")
_RELATIVE = re.compile(r",?\s(?:which|who|that)$")
_APPOSITION = re.compile(r"^(?P<head>[^,]{3,70}),\s[^,;:]{2,80},?$")
_REACH = 240  # characters of a sentence that are looked at on either side of a date
_STOP = frozenset(
    "the a an its his her their this that these those and or of to into as first last time mr mrs ms dr sir dame "
    "lord lady prof rev st new old former late it he she they who which under after before since when while "
    "although though if but then by with for from on at both some many all each there what how why no another "
    "other more most".split()
)
_HEAD_END = re.compile(r"\s(?:in|at|near|on|outside|from|by|with|off|under|beside|for)\s")
_PART_OF = re.compile(r"\b[a-z]+\sof\s(?:the\s)?[A-Z]")  # the new wing of Larkspur Hall is not the hall
_NAME_WORD = re.compile(r"[A-Z][\w’'&-]*|\d+")
_PLAIN_NP = re.compile(r"(?:[Tt]he|[Ii]ts|[Tt]heir)\s((?:[a-z][a-z-]+\s){0,2}[a-z][a-z-]+)$")
_CLAUSE = re.compile(r"(?:[,;:(—–]|\b(?:that|when|after|before|since|because|where|while|said|says|but|as|until))\s")
_NOUN_OF = "|".join(NOUNS)
_POSSESSED = re.compile(rf"[’']s?\s(?P<noun>{_NOUN_OF})$")


_PLAIN_ONCE = frozenset("open build burn demolish sink destroy found".split())
_YEARLY = frozenset("open close launch complete unveil".split())
_ANNUAL = frozenset(
    "fair festival regatta show season exhibition games championships championship conference week market tournament "
    "open league cup parade carnival convention marathon derby tour school beach pool rink".split()
)


def find_facts(text: str, dates: Sequence[DateMention], names: Sequence[NameMention]) -> tuple[DatedFact, ...]:
    """The events that the text dates to a day, a month or a year, in order; offsets span verb to date."""
    people = People(text, names)
    facts: list[DatedFact] = []
    for one in dates:
        if _usable(one):
            facts.extend(_told(text, one, people, facts))
    return tuple(facts)


def same_event(a: DatedFact, b: DatedFact) -> bool:
    """Whether two facts tell of one event: the same action of subjects of which one is named within the other.

    A given name alone names too many people to be anybody (``Sean was killed``).
    """
    if a.action != b.action or not a.subject or not b.subject:
        return False
    if bool(a.keys) != bool(b.keys):
        return False
    short, long = sorted((a.subject, b.subject), key=len)
    if not a.keys or a.action in ("marry", "divorce"):
        return sorted(short) == sorted(long)
    if len(short) == 1 and gender_of(short[0]) is not None:
        return False
    if len(short) == 1 and len(long) > 1:
        return short[0] in (long[0], long[-1]) and len(short[0]) > 3
    return set(short) <= set(long)


def _usable(one: DateMention) -> bool:
    if one.kind != "date" or one.value is None or one.ambiguous or days(one.value) is None:
        return False
    written = one.year is not None or (one.day is not None and one.month is not None)
    return written and precision(one.value) in ("day", "month", "year")


def _told(text: str, one: DateMention, people: People, told: list[DatedFact]) -> Iterator[DatedFact]:
    left, right = sentence_round(text, one.start)
    left, right = max(left, one.start - _REACH), min(right, one.end + _REACH)
    lead = text[left : one.start]
    preposition = _PREPOSITION.search(lead)
    if preposition is None:
        return
    head = lead[: preposition.start()]
    nominal = _nominal(head)
    verb = None if nominal else _last_verb(head)
    if nominal:
        action, subject, start = nominal[0], nominal[1], left + nominal[2]
    elif verb is not None:
        read = _clause(text, head, verb, left, people, told)
        if read is None:
            return
        action, subject, start = read
    else:
        return
    proper = bool(subject) and subject[0] != ""
    words = tuple(word for word in subject if word)
    if (not proper and action not in _PLAIN_ONCE) or (action in _YEARLY and not _ANNUAL.isdisjoint(words)):
        return
    if words and one.value:
        keys = tuple(f"{action}:{word}" for word in words) if proper else ()
        yield DatedFact(words, action, one.value, text[left:right], start, one.end, keys)


def _last_verb(head: str) -> re.Match[str] | None:
    return last_match(VERB, head, max(0, len(head) - 90))


_Read = tuple[str, tuple[str, ...], int]


def _clause(
    text: str, head: str, verb: re.Match[str], left: int, people: People, told: list[DatedFact]
) -> _Read | None:
    """The action, its subject and its place, or None where the clause is not plain."""
    between = head[verb.end() :]
    if len(between.split()) > 8 or re.search(r"[,;:.“”\"]|\b(?:that|who|which|and|but|was|were|is|had|has)\b", between):
        return None
    if _AGAIN.search(between) or _NOT_DONE.search(head[: verb.start()]):
        return None
    before = head[: verb.start()]
    group = _AUXILIARY.search(before)
    aux = group["aux"] if group else ""
    passive = re.search(r"\b(?:was|were|been|is|are)\b", aux) is not None
    stem = before[: len(before) - len(aux)].rstrip() if group else before.rstrip()
    subject = _subject(text, stem, aux, left, people, told)
    target = tuple(_proper(_CUT.sub("", between))) if between.strip() else ()
    action = action_of(verb)
    if is_made(action) and _MAKER.search(stem):
        return None
    raw = verb["verb"] or ""
    if raw in PAIRED:
        subject = _couple(stem, between, subject)
    elif raw in WITH_OBJECT:
        if action == "appoint":
            target = tuple(_content(_CUT.sub("", between)))
        if not target or subject is None:
            return None
        action = f"{action} {' '.join(sorted(target))}"
    elif is_made(action) and not passive and _CUT.sub("", between).strip():
        subject = target or None
    elif target:
        return None
    return None if subject is None else (action, subject, left + verb.start())


def _couple(stem: str, between: str, subject: tuple[str, ...] | None) -> tuple[str, ...] | None:
    """Both of a couple, as a marriage is known by two people."""
    other = _proper(_CUT.sub("", between))
    if subject and subject[0] and other:
        return tuple(sorted({*subject, *other}))
    pair = re.search(r"(?P<one>(?:[A-Z][\w’'-]+\s){1,3})and\s(?P<two>(?:[A-Z][\w’'-]+\s?){1,3})$", stem)
    return tuple(sorted({*_proper(pair["one"]), *_proper(pair["two"])})) if pair and not between.strip() else None


def _subject(
    text: str, stem: str, aux: str, left: int, people: People, told: list[DatedFact]
) -> tuple[str, ...] | None:
    """The folded words of the subject; a common noun is led by an empty word; None where it is not plain."""
    pronoun = re.search(r"\b(he|she)\s", aux, re.IGNORECASE) or re.fullmatch(r"(He|She|he|she)", stem)
    if pronoun:
        meant = people.meant(left, gender_in(pronoun[1]))
        return tuple(_proper(meant.full)) if meant else None
    if re.search(r"(?:\band|\bthen|,)$", stem) and told and told[-1].start >= left:
        return told[-1].subject if told[-1].keys else ("", *told[-1].subject)
    relative = _RELATIVE.search(stem)
    phrase = stem[: relative.start()] if relative else stem
    apposition = _APPOSITION.match(phrase) if phrase.endswith(",") else None
    if apposition:
        phrase = apposition["head"]
    phrase = phrase.rstrip(",")
    starts = [found.end() for found in _CLAUSE.finditer(phrase)]
    phrase = phrase[starts[-1] :] if starts else phrase
    named = people.ending_at(left + len(stem)) if not relative else None
    if named is not None and phrase.endswith(named.text):
        return tuple(_proper(named.full))
    return _noun_phrase(phrase)


def _noun_phrase(phrase: str) -> tuple[str, ...] | None:
    """The name in a noun phrase, without what only says where it is (``in Castle Row``)."""
    phrase = re.sub(r"^(?:When|After|Before|Since|While|Until|Because|As)\s(?=[a-z])", "", phrase.strip())
    if re.match(r"(?:A|a|An|an)\s", phrase):
        return None
    phrase = re.sub(r"^(?:The|the|Its|His|Her|Their|And|But|In|On|At)\s", "the ", phrase.strip())
    head = _HEAD_END.split(phrase, maxsplit=1)[0]
    if re.search(r"\b(?:and|or)\b", head) or len(head.split()) > 8 or _PART_OF.search(head):
        return None
    words = _proper(head)
    if words and not any(word.isdigit() for word in words[:1]):
        last = head.split()[-1]
        if last[0].islower() and re.search(r"[’']s?\s", head):
            return (" ".join((*words, fold(last))),)
        return tuple(words) if last[0].isupper() or last[0].isdigit() else (*words, fold(last))
    plain = _PLAIN_NP.match(head)
    return ("", *(fold(word) for word in plain[1].split())) if plain else None


def _proper(phrase: str) -> list[str]:
    """The folded words of the names in a phrase."""
    words = (fold(re.sub(r"[’']s$", "", found.group())) for found in _NAME_WORD.finditer(phrase))
    return [word for word in words if word not in _STOP and len(word) > 1]


def _content(phrase: str) -> list[str]:
    """The folded words of a phrase that carry sense (``as mayor of Larkspur``)."""
    return [word for word in (fold(raw) for raw in re.findall(r"[\w’'-]+", phrase)) if word not in _STOP]


def _nominal(head: str) -> _Read | None:
    """``Okello's death``: the noun of an event with the name of whom or what it befell."""
    found = _POSSESSED.search(head)
    if not found:
        return None
    owner = re.search(r"(?:[A-Z][\w-]*\s?){1,5}$", head[: found.start()])
    words = _proper(owner.group()) if owner else []
    return (NOUNS[found["noun"]], tuple(words), owner.start()) if words and owner else None
