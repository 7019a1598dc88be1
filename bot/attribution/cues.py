"""The words by which a reporter says that somebody spoke, wrote, or used a word of something.

Verbs are from the lists in Verbatim's field reading (BBC, Guardian and Gender Gap Tracker cue lists agree on
most of them) and are written in their base form; the finite forms and the participle are made here.
"""

from __future__ import annotations

from bot.language.tables import word_set

_SPEAKING = word_set(
    """
    bark bemoan cackle chirp chortle croak drawl giggle hiss marvel orate purr riff rue scribble sputter
    rasp accuse acknowledge add address admit advise affirm agree allege announce answer apologise
    apologize appeal argue ask assert assure beg begin bellow blurt boast brag bristle caution challenge
    chant charge chide chime chuckle cite claim clarify comment complain concede conclude confess
    confide confirm contend continue correct counter crack cry deadpan debate declare decree demand deny
    describe detail dictate disclose discuss dish echo elaborate emphasise emphasize encourage enthuse
    estimate exclaim exhort explain express fret fume gasp gloat gripe groan growl grin grumble guess
    gush hail hint holler howl implore imply indicate inform inquire enquire insist instruct interject
    interrupt intone invoke jest joke justify lament laugh maintain mention moan mock murmur muse mutter
    narrate note object observe offer opine order outline plead pledge point ponder post praise preach
    predict press proclaim promise pronounce propose protest quip quote rage rail rant reaffirm reassure
    recall reckon recite recollect recommend recount reflect refuse reiterate rejoin relate remark
    remember remind repeat reply report request respond retort retweet reveal roar sass say scoff scold
    scream shout shriek share sigh signal sneer snap sniff sob specify speculate stammer state stress
    stutter submit suggest summarise summarize surmise swear tease testify text thank theorise theorize
    threaten tweet underline underscore urge utter vent volunteer vow wager warn whisper wonder worry
    wail yell campaign sing teach thunder tout trumpet preface caption shrug smile wish anticipate envision
    foresee guarantee posit insinuate reason relay retaliate email blog scrawl whine plea posit recap
    """
)
_NAMING = word_set(
    """
    call brand denounce deride describe dismiss dub label characterise characterize condemn criticise
    criticize decry attack blast bash blame slam rip ridicule portray lambast lambaste laud hail title
    reject refer compare cast nickname deem depict declare term liken vilify welcome applaud celebrate
    belittle hammer pan disparage rebuke trash assail lampoon castigate defend promote demand deploy
    endorse espouse embrace consider regard view frame paint trumpet berate chastise upbraid mock taunt fault
    hail tout dispute envisage
    """
)
_MENTAL = word_set(
    """
    want seek believe think feel expect hope know like love hate fear prefer regret wish worry wonder
    regard consider view
    """
)
_IRREGULAR = {
    "say": "said says saying", "tell": "told tells telling", "write": "wrote writes writing written",
    "think": "thought thinks thinking", "begin": "began begins beginning", "sing": "sang sings singing",
    "swear": "swore swears swearing", "feel": "felt feels feeling", "read": "read reads reading",
    "speak": "spoke speaks speaking", "go": "went goes going", "know": "knew knows knowing",
    "deny": "denied denies denying", "cry": "cried cries crying", "reply": "replied replies replying",
    "imply": "implied implies implying", "justify": "justified justifies justifying",
    "testify": "testified testifies testifying", "specify": "specified specifies specifying",
    "clarify": "clarified clarifies clarifying", "worry": "worried worries worrying",
    "vilify": "vilified vilifies vilifying", "teach": "taught teaches teaching", "seek": "sought seeks seeking",
    "find": "found finds finding", "shoot": "shot shoots shooting", "hit": "hit hits hitting",
    "put": "put puts putting", "make": "made makes making", "give": "gave gives giving",
    "come": "came comes coming", "fire": "fired fires firing", "hear": "heard hears hearing",
    "hold": "held holds holding", "see": "saw sees seeing", "cast": "cast casts casting",
    "sniff": "sniffed sniffs sniffing", "submit": "submitted submits submitting",
    "admit": "admitted admits admitting", "beg": "begged begs begging", "brag": "bragged brags bragging",
    "refer": "referred refers referring", "quip": "quipped quips quipping", "slam": "slammed slams slamming",
    "rip": "ripped rips ripping", "dub": "dubbed dubs dubbing", "grin": "grinned grins grinning",
    "sob": "sobbed sobs sobbing", "snap": "snapped snaps snapping", "pan": "panned pans panning",
}  # fmt: skip


def _forms(base: str) -> tuple[str, str, str]:
    """The past, the third person and the participle of a verb."""
    if base in _IRREGULAR:
        past, third, participle, *_ = _IRREGULAR[base].split()
        return past, third, participle
    if base.endswith("e"):
        return base + "d", base + "s", base[:-1] + "ing"
    if base.endswith("y") and base[-2] not in "aeiou":
        return base[:-1] + "ied", base[:-1] + "ies", base + "ing"
    return base + "ed", base + ("es" if base.endswith(("s", "sh", "ch", "x", "z")) else "s"), base + "ing"


def _all_forms(bases: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    finite: set[str] = set()
    participles: set[str] = set()
    for base in bases:
        past, third, participle = _forms(base)
        finite.update((past, third, *_IRREGULAR.get(base, "").split()[3:]))
        participles.add(participle)
    return frozenset(finite), frozenset(participles)


SPEAKING, SPEAKING_ING = _all_forms(_SPEAKING | _MENTAL | {"tell", "write", "read"})
NAMING, NAMING_ING = _all_forms(_NAMING)
_MINDED, _MINDED_ING = _all_forms(_MENTAL)
MENTAL = _MINDED | _MINDED_ING | _MENTAL
BASES = _SPEAKING | _NAMING | _MENTAL | {"tell", "write", "think"}
PLAIN = word_set(
    """
    said says say told tells wrote writes added adds explained explains replied replies asked tweeted
    recalled continued argued warned insisted noted declared concluded responded joked admitted stated
    remarked acknowledged announced saying adding telling writing stating declares asks notes recalls continues
    argues warns insists concludes responds jokes admits states remarks acknowledges announces tweets
    """
)
GOING_ON = {
    "back": word_set("shot shoots fired fires hit hits wrote writes punched countered clapped came comes called"),
    "in": word_set("chimed chimes chipped chips weighed weighs cut cuts broke breaks"),
    "on": word_set("went goes"),
    "up": word_set("piped pipes spoke speaks"),
}
"""Verbs that mean to speak only with a small word after them: shot back, went on."""
SPEECH_NOUNS = word_set(
    """
    statement speech interview remark remarks comment comments letter memo email tweet tweets post
    message op-ed answer reply response words word phrase slogan motto quote question claim argument
    assertion call promise testimony line warning advice description complaint plea view opinion belief
    announcement report ruling opinion
    """
)
