"""Words that turn a sentence round when one stands for the other, each with its common inflections.

Chosen from what newspapers report on: money, votes, courts, health, weather, sport.
"""

from __future__ import annotations

_PAIRS = """
open/close opened/closed opens/closes opening/closing opening/closure open/shut open/closed rise/fall
rises/falls rose/fell risen/fallen rising/falling increase/decrease increased/decreased increases/decreases
increase/cut increase/reduce increased/reduced increasing/decreasing raise/lower raised/lowered
raising/lowering raise/cut grow/shrink grew/shrank growing/shrinking growth/decline gain/lose gained/lost
gain/loss gains/losses profit/loss profits/losses up/down above/below over/under before/after early/late
earlier/later first/last start/stop started/stopped begin/end began/ended start/finish started/finished
win/lose won/lost wins/loses winning/losing winner/loser winners/losers victory/defeat more/less more/fewer
most/least many/few better/worse best/worst good/bad great/terrible strong/weak stronger/weaker high/low
higher/lower highest/lowest big/small bigger/smaller large/small larger/smaller long/short longer/shorter
fast/slow faster/slower quick/slow easy/hard easier/harder easy/difficult hot/cold warm/cool hotter/colder
guilty/innocent legal/illegal true/false right/wrong safe/dangerous safe/unsafe safer/riskier accept/reject
accepted/rejected accept/refuse accepted/refused allow/forbid allowed/forbidden allow/ban allowed/banned
allow/prevent approve/reject approved/rejected agree/disagree agreed/disagreed agreed/refused support/oppose
supported/opposed supports/opposes supporting/opposing support/opposition for/against admit/deny
admitted/denied admits/denies confirm/deny confirmed/denied love/hate loved/hated loves/hates like/dislike
liked/disliked like/hate liked/hated friend/enemy friends/enemies always/never everyone/nobody
everybody/nobody everything/nothing all/none everyone/none someone/nobody somebody/nobody something/nothing
everywhere/nowhere ever/never hire/fire hired/fired hiring/firing buy/sell bought/sold buying/selling
lend/borrow lent/borrowed save/spend saved/spent saving/spending save/lose earn/spend give/take gave/took
given/taken push/pull pushed/pulled come/go came/went arrive/leave arrived/left stay/leave stayed/left
staying/leaving stay/go remember/forget remembered/forgot succeed/fail succeeded/failed success/failure
pass/fail passed/failed live/die lived/died alive/dead birth/death born/died build/demolish built/demolished
create/destroy created/destroyed keep/scrap kept/scrapped keep/drop kept/dropped join/leave joined/left
include/exclude included/excluded include/omit public/private inside/outside indoors/outdoors in/out on/off
near/far close/far north/south east/west northern/southern eastern/western left/right top/bottom front/back
day/night morning/evening summer/winter new/old newer/older young/old younger/older rich/poor richer/poorer
full/empty clean/dirty wet/dry heavy/light hard/soft loud/quiet calm/angry happy/sad happy/angry
proud/ashamed brave/afraid honest/dishonest fair/unfair kind/cruel lucky/unlucky attack/defend
attacked/defended offense/defense peace/war ally/rival allies/rivals men/women man/woman boy/girl boys/girls
father/mother brother/sister son/daughter husband/wife male/female major/minor majority/minority
minimum/maximum temporary/permanent voluntary/compulsory optional/mandatory possible/impossible
likely/unlikely probable/improbable certain/uncertain sure/unsure able/unable willing/unwilling
aware/unaware help/hinder helped/hindered expand/contract strengthen/weaken strengthened/weakened
improve/worsen improved/worsened improving/worsening advance/retreat import/export imports/exports
income/expenditure asset/liability credit/debit surplus/deficit boom/bust encourage/discourage
encouraged/discouraged trust/distrust trusted/distrusted respect/contempt praise/criticize
praised/criticized praise/blame praised/blamed with/without presence/absence present/absent
positive/negative appear/disappear appeared/disappeared visible/invisible known/unknown heavier/lighter
thick/thin wide/narrow deep/shallow
"""


def _table() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for pair in _PAIRS.split():
        one, other = pair.split("/")
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return {word: frozenset(others) for word, others in found.items()}


ANTONYMS = _table()
