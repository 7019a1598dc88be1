"""The one table of thresholds of the judgement, each with the example that set it."""

from __future__ import annotations

FRAGMENT_WORDS = 3
"""Up to so many words are confirmed only within the same speaker's words: “no comment” matches anybody."""

SENTENCE_SHARE = 0.6
"""“The key is under the mat” beside a verified “The key is under the pot”: five of six words are enough."""

LONG_RUN_WORDS = 5
LONG_RUN_CONTENT = 2
LONG_RUN_SHARE = 0.3
"""“The bells rang all night when the siege was lifted, because …”: ten running words of twenty are recognisable."""

SPLICE_PASSAGE_WORDS = 4
SPLICE_PASSAGE_CONTENT = 2
"""“… only visit it in the rain”: from four running words on, two of them with meaning of their own."""

FOREIGN_SHARE = 0.8
"""“He’s been through a lot” beside “been through a lot” of another place: nearly all of it, if in small words."""

FOREIGN_RUN = 0.7
"""Of a change inside a sentence so much must run on in another place, where it does not run for ``STRANGER_RUN``."""

STRANGER_SHARE = 0.75
UNNAMED_SHARE = 0.65
STRANGER_CONTENT = 3
STRANGER_RUN = 8
"""“I don't see that happening” of one speaker is not another's “I don't see it happening”: of 2,480 quotes of real
articles held against 2,700 of others, 75 were taken for altered ones before somebody else's words had to share this."""

STOCK_CONTENT = 3
"""“like a spoiled child”: so few words with meaning of their own, in six at most, are anybody's."""

STOCK_SPEAKERS = 3
"""A phrase that so many other speakers share (“we are helping police with their inquiries”) belongs to nobody."""

BRACKET_REPLACES = 12
"""So many verified words may one [ ] stand for: “[the board]” for “the men and women who sit on it”."""

DIVERGENT_SHARE = 0.7
DIVERGENT_WORDS = 5
"""A headline's “I'd have sold the boat” beside the body's “I would sell the boat” in a sentence of ten words."""

REPEATED_SHARE = 0.8
REPEATED_WORDS = 7
"""The body twice: “Gulls are far more likely to steal chips than (the) local crows”, not “I never said that”."""

NEAREST = 32
"""So many candidates, and as many of the speaker's own, are aligned: “at the end of the day” has thousands."""
