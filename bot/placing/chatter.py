"""What people say about a draft, told from what they would have in it; and the labels they put before that.

Words between quotation marks are the speaker's and tell nothing: a question, a name called, “I”, “please” or
“paragraph” outside of them is talk, unless the draft has the word there too.
"""

from __future__ import annotations

import re
from collections import Counter

from bot.language.text import forms
from bot.placing.stretch import Stretch, stretch

_TALK = frozenset(
    """
    i me my mine im ive i'd i'll you your yours youre youve youll you'd please pls thanks thank thx ty ta cheers
    ok okay hi hey hello sorry yep yup nope yeah lol hmm oops para paragraph paragraphs graf grafs graph typo typos
    nvm fyi imo afaik btw tbh wdyt lgtm asap headline lede subeditor recheck
    """.split()
)
"""Words that an editor writes to a colleague and no reporter writes outside quotation marks."""
_TALKATIVE = frozenset(
    """
    we us our we'll we'd weve we're lets should shouldnt instead wrong right correct incorrect sure check checked
    sentence quote quotes quoted quotation wording word words draft story article verify verified read reads missing
    mean means meant think guess maybe why recording transcript tape attribution source fix fixed change delete
    remove add replace
    """.split()
)
"""Words of talk that a report may hold as well."""
_ABOUT_COPY = frozenset(
    """
    instead wrong incorrect sentence quote quotes quoted quotation wording draft transcript tape attribution delete
    lets we us our we'll we'd weve we're
    """.split()
)
"""Words of talk that make several added words, and a whole added sentence, talk about the copy."""
_SHAPES = re.compile(
    r"""[”"’']\s?,?\s{1,3}(?:is|was|are|were|isn['’]t|wasn['’]t|not|but\snot|or(?=\s*[“"‘'])|should|instead|needs|sounds|looks)\b
    |\b(?:not|never|n['’]t)\s(?:even\s|really\s|actually\s|ever\s)?(?:say|said|saying|tell|told|call|called)\b
    |\b(?:deny|denies|denied)\ssaying\b
    |\bshould(?:\sreally|\sactually|\sprobably)?\s(?:say|read|be)\W{0,3}[“"‘']
    |^\W*(?:no|not|yes|actually)\b\s*[,:;“"‘'–—-]
    |\b(?:is|was)\snot\swhat\b""",
    re.I | re.X,
)
"""“… is what she said”, “…, not …”, she never said, it should say “…, no: “…: talk about a quote, no report of it."""
_LABELS = frozenset(
    """
    corrected correction corrections correct new newer fix fixed fixes update updated updates revised revision rewrite
    rewritten reworded edit edited version text graf graph para par paragraph paragraphs sentence line quote quotes
    lede lead intro nutgraf is now here heres the this it its in to of for my our a should be read reads say change
    changed replace replaced with by please thanks thank you and ok okay done hi so try instead how about with re
    first second third fourth fifth sixth seventh eighth ninth tenth last final top number again better below following
    """.split()
)
_LABEL = re.compile(
    r"\s*([^\n:.!?,“”\"‘—–]{1,60}?(?:,[^\n:.!?,“”\"‘—–]{1,40})?)\s*(?::|[.!](?=\s)|\s[-—–](?=\s)|\n)\s*"
)
_CALLED = re.compile(r"\s*(?:@[\w.-]+[,:]?\s+|:[a-z0-9_+-]+:\s*)+")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_OLD = re.compile(r"\s*(?:old|was|before|previously|original|originally|currently)\b[^\n:.“”\"‘]{0,20}:", re.I)
_QUOTED = "\ufffc"
_QUESTION = re.compile(r"\?")
_CALLS = re.compile(r"(?<!\w)@\w|(?<![\w:]):[a-z0-9_+-]{2,}:(?!\w)|https?://")


def unlabelled(posting: str, draft: str) -> str:
    """A posting without “Corrected:”, “New graf:”, “Para 3 -”, “@kim” before it, where the draft has no such words."""
    while True:
        found = _CALLED.match(posting) or _label(posting)
        if not found or found.group().strip() in draft:
            return posting
        posting = posting[found.end() :]


def is_old(posting: str) -> bool:
    """Whether a posted paragraph is what stood in the draft: “Was: …”, above “Now: …”."""
    return bool(_OLD.match(posting))


def _label(posting: str) -> re.Match[str] | None:
    found = _LABEL.match(posting)
    if not found:
        return None
    head = [word.casefold().replace("’", "").replace("'", "") for word in _WORD.findall(found[1])]
    return (
        found
        if head and all(word in _LABELS or re.fullmatch(r"\d{1,2}(?:st|nd|rd|th)?", word) for word in head)
        else None
    )


def outside(one: Stretch) -> str:
    """The text with a sign that is no letter and no space for each character between quotation marks."""
    text = one.text
    for mark in one.marked():
        text = text[: mark.start] + _QUOTED * (mark.end - mark.start) + text[mark.end :]
    return text


def words_outside(one: Stretch, text: str) -> list[int]:
    """The numbers of the words that stand outside quotation marks, of which ``text`` is what ``outside`` left."""
    return [at for at, word in enumerate(one.words) if text[word.start] != _QUOTED]


def is_chatter(posting: str) -> bool:
    """Whether a posting, of whatever draft, is surely talk: by the words outside its marks, and by its shape."""
    around = outside(stretch(posting))
    return "?" in around or is_talk(set(forms(around))) or bool(_SHAPES.search(posting))


def is_talk(said: set[str]) -> bool:
    """Whether words outside quotation marks are surely talk."""
    return bool(said & _TALK)


def may_be_talk(said: set[str]) -> bool:
    """Whether words outside quotation marks may be talk."""
    return bool(said & _TALKATIVE)


def is_about_copy(said: set[str]) -> bool:
    """Whether several words outside quotation marks are about the text that they stand with."""
    return bool(said & _ABOUT_COPY)


def shapes(text: str) -> Counter[str]:
    """How often the text outside quotation marks has the shape of talk: a question, a name called, “not …”."""
    found = (len(shape.findall(text)) for shape in (_QUESTION, _CALLS, _SHAPES))
    return +Counter(dict(zip(("question", "call", "contradiction"), found, strict=True)))
