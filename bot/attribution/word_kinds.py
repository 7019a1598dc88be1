"""The closed classes of words by which a reporter's sentence is read: one letter for each word (see ``items``)."""

from __future__ import annotations

from bot.attribution.cues import BASES, NAMING, NAMING_ING, SPEAKING, SPEAKING_ING
from bot.language.tables import word_set
from bot.names.forms import TITLES
from bot.names.words import ROLES

FINITE = word_set(
    """
    am is are was were has have had do does did will would shall should can could may might must cannot
    ain't aren't can't couldn't didn't doesn't don't hadn't hasn't haven't isn't mustn't needn't shan't
    shouldn't wasn't weren't won't wouldn't said says went goes came comes got gets made makes took
    takes gave gives knew knows thought thinks saw sees told tells felt feels kept keeps left leaves
    lost loses met meets ran runs won wins wants wanted needs needed became becomes began begins broke
    brought bought built caught chose drove ate fell fought found flew forgot grew heard held hurt led
    let lied lay meant paid put read rose sold sent shook shot spent stood stuck taught threw understood
    woke wore wrote works worked looks looked loves loved likes liked hates hated hopes hoped happened
    happens seems seemed stops stopped starts started tries tried turns turned uses used asks asked
    believes believed belongs calls called changes changed costs gets helps helped lives lived matters
    means moves moved plays played remains sits sat speaks spoke stays stayed talks talked waits waited
    walks walked watched burst wept fled rang sang swept struck strode hung drew blew froze slept stole swore swung tore
    bore bent clung crept dug fed knelt leapt lit rode sank shone sprang hid laid sought slid spun stung strove
    """
)
PRONOUNS = word_set(
    """
    he she they i we it you
    """
)
_OBJECTS = word_set(
    """
    him them us me myself yourself ourselves
    """
)
COUNTED = word_set(
    """
    one some others other many few several most both all each another two three four five six
    """
)
_WHO = word_set(
    """
    who whom which
    """
)
_AUXILIARIES = word_set(
    """
    has have had having is are was were be been being am will would shall should can could may might
    must do does did not don't doesn't didn't won't wouldn't can't cannot couldn't hasn't haven't hadn't
    isn't aren't wasn't weren't never ever to
    """
)
_ADVERBS = word_set(
    """
    also again already always ago afterward afterwards before earlier even eventually famously finally
    first further furthermore however immediately initially instead just last later long meanwhile
    merely more most much next now nonetheless often once only otherwise perhaps quickly quietly quite
    rather recently repeatedly sarcastically simply since so sometimes soon still subsequently then
    there therefore though thus today together tomorrow tonight too twice ultimately usually very well
    yesterday yet himself herself themselves itself elsewhere here indeed all both back out up monday likewise
    conversely nevertheless besides moreover thereafter mainly afterwards
    tuesday wednesday thursday friday saturday sunday
    """
)
NOT_ADVERBS = word_set(
    "family reply rally ally bully early daily weekly monthly assembly anomaly only italy july supply fly jelly belly"
)
_DETERMINERS = word_set(
    """
    the a an this that these those his her their its my our your one two three four five six seven eight
    nine ten some several many most every each another any no both few other dozens hundreds thousands
    half
    """
)
_PREPOSITIONS = word_set(
    """
    of in on at for from with by to about after against among around before behind between beyond during
    including inside into like near off onto over outside past per since through throughout toward
    towards under until upon via within without regarding than despite across above below alongside amid
    following concerning unlike
    """
)
_CONJUNCTIONS = word_set(
    """
    and or but nor plus &
    """
)
_SUBORDINATORS = word_set(
    """
    that as because while when if although though whether where why how what whereas since after before
    until once unless
    """
)
NOUN_TOO = word_set(
    """
    states reports comments calls points attacks orders claims notes offers promises remarks quotes
    questions posts requests demands predictions estimates hopes fears likes loves views frames paints
    casts declares appeals answers charges credits cries objects details labels brands names threats
    sings concerns titles slams blasts laughs smiles tweets wishes thanks interests challenges cautions
    echoes signals hints complains guesses jokes wonders boasts disputes felt pressed stressed used
    shared concerned reserved dedicated suggested proposed expected supposed intended limited united
    """
)
PLAIN_BASES = word_set(
    """
    say tell argue write believe think describe insist add explain call
    """
)


def _table() -> dict[str, str]:
    kinds: dict[str, str] = {}
    for letter, words in (
        ("T", TITLES | ROLES), ("B", BASES), ("V", SPEAKING | NAMING), ("G", SPEAKING_ING | NAMING_ING),
        ("A", _ADVERBS), ("S", _SUBORDINATORS), ("J", _PREPOSITIONS), ("X", _AUXILIARIES), ("C", _CONJUNCTIONS),
        ("D", _DETERMINERS), ("P", PRONOUNS), ("H", _WHO), ("M", _OBJECTS),
    ):  # fmt: skip
        kinds.update(dict.fromkeys(words, letter))
    kinds.update({"that": "S", "according": "S"})
    punctuation = {"—": "-", "–": "-", "-": "-", "―": "-", "…": "-", "!": ".", "?": ".", "[": "(", "]": ")"}
    return kinds | punctuation


KINDS = _table()
