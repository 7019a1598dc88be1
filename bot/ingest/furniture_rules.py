"""What page furniture looks like, phrase by phrase: the lines of newspaper pages, and the reason shown for each.

A rule reads one whole line and must be true of newspaper pages in general.  A rule that could meet a
sentence of the article is bound to the shape of a label: its colon, its capitals, its few words.
"""

from __future__ import annotations

import re

ADVERTISEMENT = "advertisement"
BYLINE = "byline"
CAPTION = "caption"
COOKIES = "cookie line"
CREDIT = "photo credit"
LEGAL = "legal line"
LINK = "link to another story"
NAVIGATION = "navigation"
NEWSLETTER = "newsletter line"
READING_TIME = "reading time"
SHARE_BAR = "share bar"

LONGEST = 700
"""The longest line, in characters, that is looked at: legal footers are shorter, body paragraphs may be longer."""

_AGENCY = (
    r"(?:AP Photo|AP|AFP|Reuters|REUTERS|PA|Getty Images|Getty|File photo|File|Photo|Photograph|Picture|Image"
    r"|Pic|Handout)"
)
_NAMES = r"(?:(?:[^\W\d_a-z]|[@©])[^\s!?]*|and|for|of|the|via|de|van|von|[a-z0-9.-]+\.com|/)"
_OWNER = r"(?:[^\W\d_a-z][\w.&’'-]{0,24}|[@©][\w.-]{1,24}|and|for|of|the|via|de|van|von|[\w-]{1,30}\.com|-)"
_NETWORKS = r"(?:facebook|twitter|x|instagram|tiktok|youtube|whatsapp|threads|bluesky|linkedin|google news|apple news)"
_PICTURE = (
    r"(?i:(?:main |top |lead |cover |file )?(?:photo(?:graph(?:y|s|er)?)?s?|pictures?|images?|illustrations?"
    r"|graphics?))"
)
_STORIES = r"(?:stories|articles|topics|content|coverage|links|news|posts|videos?|reading)"


def _whole(*phrases: str, flags: re.RegexFlag = re.IGNORECASE) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{phrase})" for phrase in phrases), flags)


_ADVERTISEMENTS = _whole(
    r"(?:article|story|post|text) continues?(?: (?:below|after|under))?(?: (?:this|the))?"
    r"(?: ?(?:ad|advert|advertisement|video|promotion|image))?[.:…]*",
    r"\W{0,3}(?:advertisements?|advert|ad|sponsored(?: content)?|promoted(?: content)?|paid content)\W{0,3}",
    r"ad feedback|remove ads|after newsletter promotion",
    r"skip (?:advertisement|ad|promotion .{1,60}|past newsletter .{0,60}|after .{1,60})",
    r"continue reading(?: below)?(?: the main story)?[.…]*",
    r"scroll (?:down )?to continue(?: reading)?|scroll down for (?:video|more)",
)
_LABELLED_LINKS = _whole(
    r"[•*►▶→>-]? ?(?:read (?:more|also|next|this)|also read|see also|see more|related(?: \w{4,10})?"
    r"|more on this|more stories"
    r"|don[’']t miss|must[- ]read|recommended(?: reading| for you)?|you (?:may|might) (?:also )?like"
    r"|in case you missed it"
    r"|icymi|up next|trending(?: now)?|explore more|keep reading|further reading|editor[’']?s[’']? picks?)"
    r"(?::| [–—|►>→]) ?\S.{0,250}",
    r"(?:read more|see also|related|also read) - \S.{0,250}",
    r"(?:watch|listen|video|more|live|opinion|gallery|in pictures|analysis|explainer|quiz|podcast): ?\S.{0,200}[^\s.]",
)
GENRE = re.compile(r"(?:watch|listen|video|live|opinion|gallery|in pictures|analysis|explainer|quiz|podcast):", re.I)
"""How a headline begins that names its kind: above the article it is the article's own, elsewhere another story's."""
_LINK_HEADS = _whole(
    r"(?:read more|see more)(?: stories| news| articles)? (?:on|about|from|by|in|at)(?: [^\s.!?]+){1,7}[ :»›>→]*",
    r"more (?:stories |news |articles )?(?:on|about|from|by|in)(?: [^\s.!?]+){1,5}[ :»›>→]*",
    r"read (?:more|next|the full (?:story|article|interview|statement))(?: here)?[ :.»›>→…]*",
    rf"(?:related|recommended|more|promoted|sponsored) {_STORIES}[ :»›>→]*",
    r"(?:recommended for you|you (?:may|might) also (?:like|be interested in)|more on this story)[ :»›>→…]*",
    r"(?:most (?:read|popular|viewed|shared)(?: stories)?|trending(?: now| stories)?|top stories)[ :»›>→]*",
    r"(?:latest (?:news|stories|headlines)|editor[’']?s[’']? picks?|don[’']t miss|in case you missed it)[ :»›>→]*",
    r"(?:up next|see also|also read|keep reading|explore more|from around the web|also in the news)[ :»›>→]*",
    r"(?:what to read next|(?:view|see) all|show more|load more(?: stories)?)[ :»›>→]*",
)
_NEWSLETTERS = _whole(
    r"(?:subscribe|sign ?up|sign in|log ?in|register|log ?out|sign out)(?: now| today| here| free| for free)?[.!]?",
    r"my account|become a (?:member|subscriber|supporter)[.!]?|support us[.!]?|donate(?: now)?[.!]?",
    r"create (?:an|your free|a free) account[.!]?|(?:daily |our )?newsletters?|(?:your )?e-?mail(?: address)?",
    r"already (?:a|have an?) (?:subscriber|member|account)\?.{0,60}|enter your e-?mail.{0,80}|invalid e-?mail.{0,60}",
    r"(?:not a|don[’']t have an?) (?:subscriber|member|account).{0,60}|thank you for (?:subscribing|signing up).{0,60}",
    r"never miss (?:a (?:story|thing|beat)|an (?:article|exclusive|update|issue)|an)\W*|privacy notice:.{0,300}",
    r"(?:click here to |please )?sign ?up(?: now| here| today)?(?: free| for free)? (?:for|to"
    r"|with|via|on|below)\b.{0,200}",
    r"(?:click here to |please )?subscribe(?: now| here| today| free| for free| to| with| via| on| below)*"
    r"(?:(?: our| the| your| \w+[’']s)\b.{0,150}|(?<= to) [^.!?,]{1,60}|(?<= on) [^.!?,]{1,30})?[.!]?",
    r"(?:sign in|log ?in|register) (?:for free|to (?:our|read|continue|comment|your)|with (?:google|facebook|apple)"
    r"|below)\b.{0,150}",
    r"join (?:us on|our (?:\S{1,20} ){0,3}(?:channel|community|group|page|club|chat|newsletter|mailing list))\b"
    r".{0,150}",
    r"join the conversation(?: (?:below|on|in the comments)\b.{0,80})?[.!…]?|follow (?:us|@\w+)\b.{0,150}",
    rf"follow our (?:\S{{1,20}} ){{0,4}}(?:coverage|(?:live ?)?blog|page|channel|accounts?|updates|{_NETWORKS})\b"
    r".{0,80}",
    rf"follow (?:the )?(?-i:[A-Z@])[^.!?]{{0,60}} on {_NETWORKS}\b.{{0,120}}",
    rf"(?:like|find) (?:us|our [^.!?]{{1,30}}) on {_NETWORKS}\b.{{0,120}}",
    r"(?:get|receive|have) .{1,120}(?:(?:to|in) your inbox|our newsletters?)\b.{0,80}",
    r"(?:get|receive) .{0,80}\b(?:news|stories|updates|alerts|headlines|briefing)\b.{0,40} by e-?mail\b.{0,80}",
    r"[^.!?]{1,160}\b(?:to|in|into) your inbox(?: (?:every|each) [^.!?]{1,40})?!?",
    r"[^.!?]{1,160}\b(?:delivered|sent)(?: straight| directly| right)? (?:to|into) your inbox(?: (?:every"
    r"|each) [^.!?]{1,40})?\.",
    r"by (?:entering|submitting|providing|signing|clicking|subscribing|registering|creating)\b.{0,160}"
    r"\b(?:agree|agreeing|consent|acknowledge)\b.{0,400}",
    r"(?:download|get) our(?: \S{1,20}){0,3} app\b.{0,80}|(?:download|get) the(?: \S{1,20}){0,3} app\b[^.]{0,60}",
)
_COOKIES = _whole(
    r"(?:we(?: and our partners)? use|this (?:web)?site uses|our (?:web)?sites? uses?|this page uses) cookies"
    r"(?: (?:to|and|for|on|that)\b.{0,400})?[.]?",
    r"(?:accept|reject|manage|allow)(?: all)?(?: of)?(?: the)? (?:cookies|preferences)|cookies",
    r"cookies? (?:policy|settings|preferences|notice|consent)|manage (?:my )?(?:cookies|consent|preferences)",
)
_LEGAL = _whole(
    r"(?:©|\(c\) ?(?=\d{4}|copyright\b)|copyright ?(?:©|\(c\)|:|(?=\d{4}))).{0,600}",
    r".{0,300}\ball rights reserved\b.{0,300}",
    r"terms (?:of (?:service|use)|(?:and|&) conditions)|privacy (?:policy|notice|statement|cent(?:re|er)|settings)",
    r"user agreement|accessibility(?: statement)?|contact(?: us)?(?: by e-?mail)?|about(?: us)?|advertise(?: with us)?",
    r"corrections|site ?map|careers|help(?: cent(?:re|er))?|editorial (?:guidelines|standards|policy)"
    r"|complaints|imprint",
    r"rss(?: feeds?)?|faqs?|ethics policy|report (?:an error|this ad|a correction|a typo)|your (?:privacy|ad) choices",
    r"do not (?:sell|share)(?: or (?:sell|share))? my (?:personal )?(?:info|data)\w*.{0,30}",
    r"opt[- ]?out of (?:personali[sz]ed|targeted|ads|sale)\b.{0,60}",
    r"this (?:material|article|content|story) may not be (?:published|reproduced|broadcast|copied)\b.{0,200}",
    r"registration on or use of this (?:web)?site constitutes\b.{0,400}",
    r"(?:this (?:article|post|story|page)|we)(?: may)? (?:contains?|earn) (?:affiliate|a commission)\b.{0,250}",
    r"(?:offers|prices) (?:may be|are) subject to change\b.{0,100}",
)
_READING_TIMES = _whole(
    r"(?:reading time|time to read|read time|estimated reading time)\W{0,3}(?:about )?\d{1,3} ?min(?:ute)?s?\.?",
    r"\d{1,3}[- –]?min(?:ute)?s?[- ](?:of )?read(?:ing)?(?: time)?(?: left)?|\d{1,3} min(?:ute)?s? listen",
    r"listen to this (?:article|story)\b.{0,40}|listen \W?\d{1,2}[: ]\d\d\W?",
)
_CREDITS = _whole(
    rf"{_PICTURE}(?:/\w+)?(?i: credits?| source)?(?i: by|:| ?©| courtesy of:?| courtesy:)(?: {_NAMES}){{1,12}}",
    rf"(?i:photo|image|picture|video)? ?(?i:credits?|courtesy):? ?(?:\.\.\.|…|(?<=:)) ?{_NAMES}(?: {_NAMES}){{0,9}}",
    rf"(?:via |© ?)?(?:{_OWNER}[ /,]{{1,2}}){{0,6}}(?i:getty(?: images)?|shutterstock|alamy(?: stock photo)?"
    r"|istock(?:photo)?"
    r"|wireimage|filmmagic|ap photo|pa wire|pa media|epa-efe|splash ?news(?:\.com| online)?"
    r"|backgrid)(?: ?/ ?[\w.’' -]{1,40})?\.?",
    rf"[(\[]?{_AGENCY}(?:/| by |: )[^()]{{1,60}}[)\]]",
    flags=re.NOFLAG,
)
_CAPTIONS = _whole(
    rf".{{1,400}}\({_AGENCY}(?:/|: | by | via )[^()]{{2,80}}\)",
    r".{1,400}\b(?:Photograph|Photo|Picture|Image|Credit|Photo credit|Pic): ?[^.!?:,]{2,80}",
    r".{1,400}(?:[(\[]Getty Images[)\]]|\b(?:REUTERS|AFP|AP)/[A-Z][\w.' -]{2,40}|/Getty Images|via Getty Images"
    r"|via AP)",
    r"(?i:photo|image|picture|file photo|headshot|profile (?:image|picture|photo))(?: of(?: (?!the\b|a\b"
    r"|an\b)[^\s!?,;:]+){1,7})?",
    flags=re.NOFLAG,
)
PHRASES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (ADVERTISEMENT, _ADVERTISEMENTS),
    (CREDIT, _CREDITS),
    (LINK, _LABELLED_LINKS),
    (LINK, _LINK_HEADS),
    (NEWSLETTER, _NEWSLETTERS),
    (COOKIES, _COOKIES),
    (LEGAL, _LEGAL),
    (READING_TIME, _READING_TIMES),
    (CAPTION, _CAPTIONS),
)
"""Each reason with the lines it stands for; a rule holds where it matches the whole line."""
