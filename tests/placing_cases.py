"""Drafts of four desks, what their editors posted as corrections, and what they only said about them."""

from __future__ import annotations

FERRY = """Ferry merger to cost 140 jobs

PORT MARROW, 14 May — The two ferry lines of the Marrow estuary will merge in the autumn, and 140 people will lose their jobs, their owners said on Wednesday.

“We will close a depot this year,” said Greta Halloran, the chair of Halloran Boats, after a meeting with the harbour board.

She said the boats would keep their names. “Nobody buys a ferry to get rich. We expect a small profit by the second winter,” she said.

The union was not told before the announcement. “It was a shock,” said its secretary, Tam Okoro.

Okoro said 104 of the jobs were on the boats and the rest ashore. He will meet the owners on Friday. The union has called a meeting of its own for Monday evening.

Ana Ruiz, 40, who has sold tickets on the east quay since 2002, said: “I found out from a passenger.”

Ivo Ruiz, 44, who has sold tickets on the west quay since 2004, said: “I found out from the radio.”

“Never,” he said.

The harbour board will vote on the merger in June. Its chair, Idris Vane, said: “The committee will back the merger if the night boat stays.”

The night boat has run since 1931.
"""

COUNCIL = """Council drops plan for toll on Saddle Bridge
By Perpetua Sallow
‘We listened, and we were wrong,’ the leader of Dunmarrow council, Silas Penhale, told a meeting on Tuesday night.
The council had wanted to charge drivers £2 to cross the bridge from April.
‘It’s not a tax, it’s a thank-you to the bridge,’ Penhale had said in January. More than 3,000 people signed a petition against it.
Joan Arkwright, who started the petition, said: ‘I don’t think they listened at all. They counted.’
The bridge, which opened in 1874, needs repairs of about £1.2m. The county will pay a third of them.
Route 4 will run 12 buses an hour over the bridge while one lane is closed.
Route 5 will run 10 buses an hour over the bridge while one lane is closed.
‘Buses are the answer, and they always were,’ said Lorcan Dray of the Dunmarrow Bus Users.
Work starts on 3 March and will take nine weeks, the council’s engineer, Mirela Stanek, said.
"""

CLINIC = """The valley's only clinic may lose its doctor

Dr. Oona Verrill has looked after the people of Tarn Valley for 31 years, and on most days of them she has been the only doctor there.

Now she is leaving. "I am not tired of the people, I am tired of the forms," Verrill said in an interview with the Tarn Courier. "Nobody taught me forms." She turns 66 in July.

The health board has advertised the post twice and had no answer.

"We haven't given up and we won't," said the board's director, Piet Lanning. "A valley with 4,200 people needs a doctor who lives in it."

Verrill was born in the valley, studied in the capital and came back in 1994 with a husband, two dogs and a microscope. The microscope still works. The husband, Emmet, runs the post office.

"She set my arm in a barn," said a farmer, Col Brisk, 58. "I was nine, and she told me to look at the cow."

Asked whether she would stay another year, Verrill laughed.

"Ask me in winter," she said.

Lanning said that the board would pay a doctor from the city to come on two days a week. "It's not enough," he said, "but it's something."
"""

DERBY = """Rovers hold on for a point in the mud

Rovers drew 2-2 with Athletic on Saturday after a match in which nobody could see the lines by the end.

“We were awful for an hour and then we were brilliant for ten minutes,” the Rovers manager, Dessa Crane, told Radio Fell.

Marek Holub scored twice before half time. “I closed my eyes for the second one,” he said. “My mother will tell you I always do.”

Athletic’s captain, Joss Tindall, was sent off in the 71st minute for a second yellow card.

“I never touched him,” Tindall said afterwards.

Crane said that she would not appeal to the league about the state of the pitch. “It’s mud. We have played on mud since we were children,” she said.

The groundsman, Bram Ellery, had warned the club on Thursday. “I told them it wouldn’t drain,” Ellery said.

The teams meet again on 12 April at Fell Road.
"""

CHAIR = "“We will close a depot this year,” said Greta Halloran, the chair of Halloran Boats, after a meeting with the harbour board."
CHAIR_NOT = CHAIR.replace("will close", "will not close")
INDIRECT = "Greta Halloran, the chair of Halloran Boats, said after a meeting with the harbour board that a depot would close this year."
PROFIT = "She said the boats would keep their names. “Nobody buys a ferry to get rich. We expect a small profit by the second winter,” she said."
SHOCK = "The union was not told before the announcement. “It was a shock,” said its secretary, Tam Okoro."
UNION = "Okoro said 104 of the jobs were on the boats and the rest ashore. He will meet the owners on Friday. The union has called a meeting of its own for Monday evening."
ANA = "Ana Ruiz, 40, who has sold tickets on the east quay since 2002, said: “I found out from a passenger.”"
IVO = "Ivo Ruiz, 44, who has sold tickets on the west quay since 2004, said: “I found out from the radio.”"
VOTE = "The harbour board will vote on the merger in June. Its chair, Idris Vane, said: “The committee will back the merger if the night boat stays.”"
PENHALE = "‘It’s not a tax, it’s a thank-you to the bridge,’ Penhale had said in January. More than 3,000 people signed a petition against it."
JOAN = "Joan Arkwright, who started the petition, said: ‘I don’t think they listened at all. They counted.’"
FORMS = 'Now she is leaving. "I am not tired of the people, I am tired of the forms," Verrill said in an interview with the Tarn Courier. "Nobody taught me forms." She turns 66 in July.'
BORN = "Verrill was born in the valley, studied in the capital and came back in 1994 with a husband, two dogs and a microscope. The microscope still works. The husband, Emmet, runs the post office."
HOLUB = "Marek Holub scored twice before half time. “I closed my eyes for the second one,” he said. “My mother will tell you I always do.”"
AWFUL = "“We were awful for an hour and then we were brilliant for ten minutes,” the Rovers manager, Dessa Crane, told Radio Fell."

Changes = tuple[tuple[str, str], ...]

CORRECTIONS: dict[str, tuple[str, str, Changes]] = {
    "a not restored": (FERRY, CHAIR_NOT, ((CHAIR, CHAIR_NOT),)),
    "one word changed": (FERRY, SHOCK.replace("shock", "blow"), (("a shock", "a blow"),)),
    "a number changed": (FERRY, UNION.replace("104", "114"), (("104", "114"),)),
    "a quote reworded, same attribution": (
        FERRY,
        CHAIR.replace("We will close a depot this year", "No depot will shut before next spring"),
        (("We will close a depot this year", "No depot will shut before next spring"),),
    ),
    "a speaker renamed": (FERRY, SHOCK.replace("Tam Okoro", "Tamsin Okoro-Bell"), (("Tam Okoro.", "Tamsin Okoro-Bell."),)),
    "another speaker": (DERBY, "“I never touched him,” Holub said afterwards.", (("” Tindall said", "” Holub said"),)),
    "a sentence added at the end": (
        FERRY, SHOCK + " He had asked for a letter in March.", ((SHOCK, SHOCK + " He had asked for a letter in March."),),
    ),
    "a sentence added in front": (
        DERBY, "It rained all week. " + AWFUL, ((AWFUL, "It rained all week. " + AWFUL),),
    ),
    "a sentence dropped from the end": (
        FERRY, UNION.split(" The union has")[0], ((UNION, UNION.split(" The union has")[0]),),
    ),
    "a sentence dropped from the middle": (
        FERRY, UNION.replace(" He will meet the owners on Friday.", ""), ((" He will meet the owners on Friday.", ""),),
    ),
    "two paragraphs at once": (
        FERRY, CHAIR_NOT + "\n\n" + PROFIT.replace("second", "third"), ((CHAIR, CHAIR_NOT), ("second winter", "third winter")),
    ),
    "two paragraphs far apart": (
        FERRY, CHAIR_NOT + "\n" + VOTE.replace("June", "July"), ((CHAIR, CHAIR_NOT), ("in June", "in July")),
    ),
    "two paragraphs in the other order": (
        FERRY, VOTE.replace("June", "July") + "\n\n" + CHAIR_NOT, ((CHAIR, CHAIR_NOT), ("in June", "in July")),
    ),
    "a paragraph split in two": (
        FERRY,
        "She said the boats would keep their names.\n\n“Nobody buys a ferry to get rich. We expect a profit by the third winter,” she said.",
        (("their names. “", "their names.\n\n“"), ("a small profit by the second", "a profit by the third")),
    ),
    "two paragraphs joined": (
        FERRY, CHAIR_NOT + " " + PROFIT, ((CHAIR + "\n\n" + PROFIT, CHAIR_NOT + " " + PROFIT),),
    ),
    "a sentence alone": (FERRY, "He will meet the owners on Thursday.", (("on Friday", "on Thursday"),)),
    "the sentence with the quote alone": (
        FERRY, "“It was an outrage,” said its secretary, Tam Okoro.", (("a shock", "an outrage"),),
    ),
    "a quotation alone": (FERRY, "“We will not close a depot this year”", (("will close", "will not close"),)),
    "a quotation alone, with its comma": (FERRY, "“We will not close a depot this year.”", (("will close", "will not close"),)),
    "a long paragraph's second quotation": (
        CLINIC, '"A valley with 4,600 people needs a doctor who lives in it."', (("4,200", "4,600"),),
    ),
    "a tiny paragraph": (FERRY, "“Not now,” he said.", (("“Never,”", "“Not now,”"),)),
    "the first of two like paragraphs": (FERRY, ANA.replace("a passenger", "a postman"), (("a passenger", "a postman"),)),
    "the second of two like paragraphs": (FERRY, IVO.replace("the radio", "a postman"), (("the radio", "a postman"),)),
    "two like paragraphs at once": (
        FERRY,
        ANA.replace("a passenger", "my sister") + "\n\n" + IVO.replace("the radio", "my sister"),
        (("a passenger", "my sister"), ("the radio", "my sister")),
    ),
    "twins told by their number": (
        COUNCIL, "Route 5 will run 14 buses an hour over the bridge while one lane is closed.", (("run 10", "run 14"),),
    ),
    "twins told by their neighbour": (
        COUNCIL,
        "The bridge, which opened in 1875, needs repairs of about £1.2m. The county will pay a third of them.\n"
        "A new route will run 11 buses an hour over the bridge while one lane is closed.",
        (("1874", "1875"), ("Route 4 will run 12", "A new route will run 11")),
    ),
    "twins told by the neighbour behind": (
        COUNCIL,
        "A new route will run 11 buses an hour over the bridge while one lane is closed.\n"
        "‘Buses are the answer, and they always will be,’ said Lorcan Dray of the Dunmarrow Bus Users.",
        (("Route 5 will run 10", "A new route will run 11"), ("always were", "always will be")),
    ),
    "British single quotes": (COUNCIL, JOAN.replace("don’t think", "think"), (("I don’t think", "I think"),)),
    "single quotes and a fresh sentence": (
        COUNCIL, PENHALE.replace("3,000", "3,400").replace("not a tax", "not a charge"), (("3,000", "3,400"), ("a tax", "a charge")),
    ),
    "marks made curly": (
        CLINIC, "“Ask me in spring,” she said.", (('"Ask me in winter,"', "“Ask me in spring,”"),),
    ),
    "only the marks mended": (DERBY, '"I never touched him," Tindall said afterwards.', (("“I never touched him,”", '"I never touched him,"'),)),
    "a paragraph in the middle of three sentences": (
        CLINIC, '"Nobody taught me the forms." She turns 65 in July.', (("me forms", "me the forms"), ("66", "65")),
    ),
    "a long paragraph's last sentence": (CLINIC, "The husband, Emmet, ran the post office.", (("runs the", "ran the"),)),
    "a line of reporting": (CLINIC, "The health board has advertised the post three times and had one answer.", (("twice", "three times"), ("no answer", "one answer"))),
    "the headline": (FERRY, "Ferry merger to cost 104 jobs", (("cost 140 jobs", "cost 104 jobs"),)),
    "a dateline paragraph": (
        FERRY,
        "PORT MARROW, 14 May — The two ferry lines of the Marrow estuary will merge in the spring, and 140 people will lose their jobs, their owners said on Wednesday.",
        (("in the autumn", "in the spring"),),
    ),
    "a trailing attribution moved in front": (
        DERBY, "Tindall said afterwards: “I never touched him.”", (("“I never touched him,” Tindall said afterwards.", "Tindall said afterwards: “I never touched him.”"),),
    ),
    "an attribution added": (
        DERBY, "“I never touched him, not once,” Tindall said afterwards in the tunnel.", (("him,” Tindall said afterwards", "him, not once,” Tindall said afterwards in the tunnel"),),
    ),
    "a new paragraph between two": (
        DERBY,
        AWFUL + "\n\nIt was their fourth draw in five matches, and the crowd sang all the same.\n\n" + HOLUB.replace("twice", "twice, both headers,"),
        ((AWFUL, AWFUL + "\n\nIt was their fourth draw in five matches, and the crowd sang all the same."), ("twice", "twice, both headers,")),
    ),
    "a new paragraph behind": (
        DERBY,
        "“I never touched him, honestly,” Tindall said afterwards.\n\nThe referee, Una Mott, saw it otherwise and wrote two pages about it for the league.",
        (("him,” Tindall said afterwards.", "him, honestly,” Tindall said afterwards.\n\nThe referee, Una Mott, saw it otherwise and wrote two pages about it for the league."),),
    ),
    "a new paragraph in front": (
        COUNCIL,
        "Nobody on the council had crossed the bridge on foot since the winter, the petitioners said.\n" + JOAN.replace("at all", "for a minute"),
        ((JOAN, "Nobody on the council had crossed the bridge on foot since the winter, the petitioners said.\n" + JOAN.replace("at all", "for a minute")),),
    ),
    "Corrected:": (FERRY, "Corrected: " + CHAIR_NOT, ((CHAIR, CHAIR_NOT),)),
    "New graf:": (FERRY, "New graf: " + CHAIR_NOT, ((CHAIR, CHAIR_NOT),)),
    "fix:": (FERRY, "fix: " + SHOCK.replace("shock", "blow"), (("a shock", "a blow"),)),
    "Para 3:": (FERRY, "Para 3: " + CHAIR_NOT, ((CHAIR, CHAIR_NOT),)),
    "3rd para -": (FERRY, "3rd para - " + CHAIR_NOT, ((CHAIR, CHAIR_NOT),)),
    "Was and now": (FERRY, "Was: " + CHAIR + "\nNow: " + CHAIR_NOT, ((CHAIR, CHAIR_NOT),)),
    "a quote made indirect speech": (FERRY, INDIRECT, ((CHAIR, INDIRECT),)),
    "a label on its own line": (FERRY, "Here's the corrected version:\n\n" + CHAIR_NOT, ((CHAIR, CHAIR_NOT),)),
    "a label without a colon": (FERRY, "Fixed now.\n" + CHAIR_NOT, ((CHAIR, CHAIR_NOT),)),
    "a colleague called": (FERRY, "@dana corrected: " + CHAIR_NOT, ((CHAIR, CHAIR_NOT),)),
    "a word of thanks in front": (FERRY, "Thanks! New para:\n" + CHAIR_NOT, ((CHAIR, CHAIR_NOT),)),
    "talk on a line of its own": (FERRY, "Sorry, I had that from the old notes\n\n" + CHAIR_NOT + "\n\nCan you look again?", ((CHAIR, CHAIR_NOT),)),
    "nothing changed": (FERRY, CHAIR, ()),
    "a quotation unchanged": (FERRY, "“We will close a depot this year”", ()),
    "a sentence unchanged": (FERRY, "He will meet the owners on Friday.", ()),
    "spaces and line ends of another kind": (FERRY.replace("\n", "\r\n"), CHAIR_NOT + "  \n", ((CHAIR, CHAIR_NOT),)),
}  # fmt: skip

CHATTER = (
    (FERRY, "Thanks, fixed!"),
    (FERRY, "ok"),
    (FERRY, "Done"),
    (FERRY, "👍"),
    (FERRY, ":white_check_mark:"),
    (FERRY, ""),
    (FERRY, " \n "),
    (FERRY, "https://tide.example/ferry-merger"),
    (FERRY, "Halloran"),
    (FERRY, "140 → 104"),
    (FERRY, "Is “We will close a depot” right? I heard she said something else."),
    (FERRY, "@kim can you call Greta about the 140 jobs?"),
    (FERRY, "Should it be “We will not close a depot this year,” instead of “We will close a depot this year,”?"),
    (FERRY, "It should say “We will not close a depot this year” instead of “We will close a depot this year”."),
    (FERRY, "The third paragraph is wrong: she never said that the depot will close this year."),
    (FERRY, "She said “will not close”, not “will close”."),
    (FERRY, "Can we really say that 140 people will lose their jobs?"),
    (FERRY, "Who told us that the union was not told before the announcement?"),
    (FERRY, "I was at the meeting with the harbour board and Greta Halloran did not say that."),
    (
        FERRY,
        "I spoke to Greta Halloran, the chair of Halloran Boats, after the meeting with the harbour board and she denies it.",
    ),
    (FERRY, "Is this right? " + CHAIR_NOT),
    (FERRY, "Did she really say “We will close a depot this year,” after a meeting with the harbour board?"),
    (
        FERRY,
        "You have the quote by Greta Halloran, the chair of Halloran Boats, from before the meeting with the harbour board.",
    ),
    (FERRY, "Draft “We will close a depot this year”\nVerified “We will not close a depot this year”"),
    (FERRY, CHAIR_NOT + "\nor\n" + CHAIR.replace("will close", "might close")),
    (FERRY, "Cut this: " + CHAIR),
    (FERRY, CHAIR_NOT + " This is not what the tape says."),
    (FERRY, "Halloran never said we will close a depot this year."),
    (
        FERRY,
        "“We will not close a depot this year” is what Greta Halloran said after a meeting with the harbour board.",
    ),
    (FERRY, "Please change “It was a shock” to “It was a blow”."),
    (FERRY, "Tam says “It was a blow,” by the way, can somebody check the tape?"),
    (FERRY, "Okoro told me it was 114 of the jobs, and he will meet the owners on Friday."),
    (FERRY, "Ana Ruiz is 41 by now."),
    (FERRY, "The union called: they want the quote out."),
    (FERRY, "Let's wait for the vote of the harbour board in June."),
    (FERRY, "I think the night boat has run since 1913, not 1931."),
    (FERRY, "Never mind, he said no."),
    (FERRY, "Looks good to me, ship it. Great story, Perpetua."),
    (FERRY, "two ferry lines, 140 jobs, one depot"),
    (FERRY, "Reminder: the morning conference is at nine, bring your lists and your questions."),
    (COUNCIL, "Did Penhale say ‘it’s not a tax’ in January or in February?"),
    (COUNCIL, "my notes have: ‘I do think they listened’"),
    (COUNCIL, "Route 4 or Route 5?"),
    (COUNCIL, "The council had the figures wrong in its own press release, ask Mirela Stanek."),
    (COUNCIL, AWFUL),
    (CLINIC, "Verrill laughed?"),
    (CLINIC, "Why is there a microscope in it? Cut the bit with the husband and the two dogs, please."),
    (CLINIC, "Ask her in winter :joy:"),
    (CLINIC, "I can ask the director, Piet Lanning, whether a valley with 4,200 people needs a doctor."),
    (CLINIC, CHAIR),
    (DERBY, "Was Tindall sent off in the 71st minute or the 72nd?"),
    (DERBY, "he never touched him, I was there"),
    (DERBY, "Crane told Radio Fell, not us, so credit them in the second sentence."),
    (DERBY, "“It’s mud” is the headline, no?"),
    (DERBY, "The Rovers manager is Dessa Crane, isn't she, and Marek Holub scored once."),
    (DERBY, JOAN),
)
