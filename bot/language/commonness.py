"""Which words are so common that sharing them says nothing: the function words and stock verbs of English.

A run of words shared with a verified quote counts by the words in it that carry meaning.
"""

from __future__ import annotations

STOP_WORDS = frozenset(
    """
    a an the and or but if so as at by for from in into of off on onto out over to up down with within without
    about after before against between through during under than then that this these those there here it its
    itself he him his himself she her hers herself they them their theirs themselves we us our ours ourselves
    you your yours yourself i me my mine myself is am are was were be been being do does did doing done have has
    had having will would can could shall should may might must ought not no nor only just very too also all any
    both each few more most other some such own same what which who whom whose when where why how again further
    once because while until say says said saying think know get got go going went come came make made take like
    one thing things really well now still even much many want back way because yes oh ok im ive id ill dont
    doesnt didnt isnt arent wasnt werent wont cant couldnt wouldnt shouldnt hasnt havent hadnt thats theres
    whats hes shes theyre theyve theyll were weve we're we'll we'd i'll i'd he'll she'll youre youve youll lot
    lots kind sort something anything nothing everything someone anyone everyone somebody anybody everybody let
    lets every see people
    """.split()
)


def is_stop_word(form: str) -> bool:
    """Whether a folded word is too common to tell one quote from another."""
    return form in STOP_WORDS
