"""The parts of a person's name, and when two writings of a name may be one bearer's.

Names are compared folded (no case, no accents, one apostrophe).  A title before a name and letters after it
never matter; particles (van, de, bin) belong to the surname.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from bot.language.seen import as_seen
from bot.language.tables import word_set
from bot.names.given import gender_of, is_given_name, short_forms_agree

MALE_TITLES = word_set(
    """
    mr mister sir lord king prince duke earl baron father fr monsignor brother señor herr monsieur
    congressman councilman councillorman alderman chairman assemblyman dad grandad uncle emperor pope
    """
)
FEMALE_TITLES = word_set(
    """
    mrs ms miss mme mlle madame dame lady queen princess duchess baroness countess sister señora frau
    congresswoman councilwoman chairwoman assemblywoman mum aunt empress
    """
)
TITLES = (
    MALE_TITLES
    | FEMALE_TITLES
    | word_set(
        """
    dr doctor prof professor sen senator sens senators rep representative reps gov governor govs lt gen
    general col colonel capt captain maj major sgt sergeant cpl pvt adm admiral cmdr commander president
    vice prime minister first secretary chancellor mayor ambassador judge justice chief rev reverend hon
    bishop archbishop cardinal rabbi imam pastor deacon det detective insp inspector supt superintendent
    constable pc dc officer sheriff deputy marshal attorney attorneys cllr councillor councilor premier
    principal coach manager director chairperson chair speaker delegate commissioner comptroller
    treasurer md ceo nurse messrs former ex acting then-president sr lieutenant candidate nominee editor
    actor actress singer author spokesman spokeswoman spokesperson host anchor pollster strategist
    adviser advisor professeur agent striker midfielder goalkeeper defender winger captain-elect trainer
    jockey teacher headteacher engineer architect filmmaker comedian rapper producer novelist historian
    economist analyst consultant lawyer barrister solicitor founder leader lawmaker correspondent
    reporter columnist journalist prosecutor cr wpc dci dcs
    """
    )
)
LETTERS = word_set(
    """
    kc qc mp msp mep md phd obe cbe mbe dbe kbe gbe cmg kcmg dcmg esq kcb dds rn frs bem dso qpm oam ao
    """
)
_GENERATIONS = word_set("jr sr ii iii iv v")
_PARTICLES = word_set(
    """
    van von der den de del della di da la le du dos bin ibn al el ter ten st abu ap
    """
)
_PART = re.compile(r"[^\s,]+")
_SINGLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=2_048)
def fold_name(name: str) -> str:
    """A name as a reader sees it, for comparing: no case, accents or possessive, plain apostrophes, single spaces."""
    plain = unicodedata.normalize("NFKD", as_seen(name)).replace("’", "'").replace("‘", "'").replace("‑", "-")
    plain = "".join(ch for ch in plain if not unicodedata.combining(ch)).casefold()
    return " ".join(plain.removesuffix("'s").split())


@lru_cache(maxsize=2_048)
def strip_title(name: str) -> str:
    """The name without the titles before it and the letters after it; a bare title is given back as it is."""
    parts: list[str] = _PART.findall(name.strip())
    while len(parts) > 1 and (parts[0].casefold().rstrip(".") in TITLES or parts[0].casefold() == "the"):
        parts = parts[1:]
    while len(parts) > 1 and parts[-1].casefold().replace(".", "") in LETTERS | _GENERATIONS:
        parts = parts[:-1]
    return " ".join(parts)


@lru_cache(maxsize=2_048)
def surname(name: str) -> str:
    """The surname as written, with its particles (``de Blasio``); the whole of a one-word name."""
    parts = strip_title(name).removesuffix("'s").removesuffix("’s").split()
    at = len(parts) - 1
    while at > 1 and parts[at - 1].casefold() in _PARTICLES:
        at -= 1
    if at == 1 and parts[0].casefold() in _PARTICLES:
        at = 0
    return " ".join(parts[max(at, 0) :])


@lru_cache(maxsize=2_048)
def given(name: str) -> str:
    """The first given name as written, empty where there is none; an initial only where no more follows."""
    bare = strip_title(name).removesuffix("'s").removesuffix("’s")
    parts = bare.removesuffix(surname(name)).split()
    full = [part for part in parts if len(part.rstrip(".")) > 1]
    return (full or parts or [""])[0]


def _givens(name: str) -> list[str]:
    bare = fold_name(strip_title(name))
    return [part.strip("\"'“”.") for part in bare.removesuffix(fold_name(surname(name))).split()]


@lru_cache(maxsize=4_096)
def same_person(one: str, other: str) -> bool:
    """Whether two names may be one person's.

    A surname alone agrees with any given name before it, a given name alone with any surname after it;
    initials and known short forms agree; titles do not matter.
    """
    a, b = fold_name(strip_title(one)), fold_name(strip_title(other))
    if not a or not b or a == b:
        return a == b
    if " " not in a or " " not in b:
        alone, whole = (a, b) if " " not in a else (b, a)
        if alone == fold_name(surname(whole)):
            return True
        return is_given_name(alone) and any(short_forms_agree(alone, first) for first in _givens(whole)[:1])
    if fold_name(surname(one)) != fold_name(surname(other)):
        return False
    mine, theirs = _givens(one), _givens(other)
    if not mine or not theirs:
        return True
    return short_forms_agree(mine[0], theirs[0]) or mine[-1] == theirs[0] or mine[0] == theirs[-1]


def given_names_conflict(one: str, other: str) -> bool:
    """Whether two names share the surname but give another given name (Katie and Kim Vale).

    Not where either has no given name, where one is the other's initial or known short form, or where the
    two are nearly spelled alike: that is a variant.
    """
    if fold_name(surname(one)) != fold_name(surname(other)) or not given(one) or not given(other):
        return False
    if same_person(one, other):
        return False
    return not near_word(fold_name(given(one)), fold_name(given(other)))


@lru_cache(maxsize=4_096)
def near_spelling(one: str, other: str, same_kind: bool = False) -> bool:
    """Whether two names look like one name spelled in two ways (Thornqvist and Thornquist, Jon and John Smyth).

    One letter may differ from five letters on, two from nine; ``same_kind`` (both are films, both are people)
    lets one of four differ.  Doubled letters, a silent h or e, ie and y are one spelling at any length.
    Inflections (Texas, Texan), two places, and the names of two people whose given names differ are not near.
    """
    a, b = fold_name(strip_title(one)), fold_name(strip_title(other))
    if a == b or not a or not b:
        return False
    last_a, last_b = fold_name(surname(one)), fold_name(surname(other))
    first_a, first_b = fold_name(given(one)), fold_name(given(other))
    if first_a and first_b:
        if first_a == first_b or short_forms_agree(first_a, first_b):
            respelled = last_a == last_b and _skeleton(first_a) == _skeleton(first_b) and first_a != first_b
            return respelled or (last_a != last_b and near_word(last_a, last_b, same_kind))
        return last_a == last_b and near_word(first_a, first_b, same_kind)
    if first_a or first_b:
        return last_a != last_b and near_word(last_a, last_b, same_kind)
    return near_word(a, b, same_kind)


@lru_cache(maxsize=4_096)
def near_word(a: str, b: str, same_kind: bool = False) -> bool:
    """Whether two folded words are one name spelled in two ways; see ``near_spelling``."""
    if a == b or _inflected(a, b) or (a in _PLACES and b in _PLACES):
        return False
    if _skeleton(a) == _skeleton(b):
        return min(len(a), len(b)) >= 2
    shorter = min(len(a), len(b))
    if a[0] != b[0] and shorter < 6:
        return False
    allowed = 2 if shorter >= 9 else 1 if shorter >= 5 or (same_kind and shorter == 4) else 0
    if not allowed or abs(len(a) - len(b)) > allowed or {gender_of(a), gender_of(b)} == {"f", "m"}:
        return False
    from rapidfuzz.distance import OSA

    return OSA.distance(a, b, score_cutoff=allowed) <= allowed


def _skeleton(word: str) -> str:
    """What two spellings of one name have in common: Catherine and Kathryn are not, Ann and Anne are."""
    bare = word.replace("ph", "v").replace("ck", "k").replace("c", "k").replace("q", "k")
    bare = bare[:1] + bare[1:].replace("h", "")
    if len(bare) > 3 and bare.endswith(("ie", "ey")):
        bare = bare[:-2] + "i"
    return _SINGLED.sub(r"\1", bare.rstrip("e").replace("y", "i"))


_ENDINGS = ("s", "es", "n", "an", "ian", "ean", "ese", "ish", "i", "er", "ers", "ic", "ns", "ans", "ians")


def _inflected(a: str, b: str) -> bool:
    """Whether one word is the other's plural or the people of the other (Texas and Texan)."""
    short, long = sorted((a, b), key=len)
    for stem in {short, short.rstrip("aeiosy")}:
        if len(stem) >= 3 and long.startswith(stem):
            if stem == short and not long[len(stem) :].startswith(("s", "n", "an", "i", "er", "es")):
                continue
            tail, own = long[len(stem) :], short[len(stem) :]
            if tail in _ENDINGS and (not own or own in {"s", "a", "y", "o", "e", "as", "ia", "i"}):
                return True
    return False


_PLACES = word_set(
    """
    iran iraq austria australia niger nigeria mali malawi malta slovakia slovenia slovak slovene iranian
    iraqi austrian australian india indian indiana dominica guinea guyana gambia zambia oman amman
    jordan sudan bath batley chad china chile north south east west northern southern eastern western
    mauritius mauritania korea crimea kent trent leeds leeks latvia libya lithuania estonia georgia
    serbia siberia syria cork york dover devon essex sussex wessex paris parma verona vienna geneva
    genoa lincoln berlin dublin germany german france italy italian poland polish houston boston burton
    preston bolton moldova monaco morocco angola anglia
    """
)
