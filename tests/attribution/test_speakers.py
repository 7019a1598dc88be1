"""Who said it, by tables of the sentences in which newspapers say so."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.archive import NoArchive
from bot.check import check
from bot.models import Article, Confidence, Kind
from bot.reading import read_article
from bot.settings import Desk

SPOKEN = [
    ("The mayor, Ottoline Graves, was blunt. “We have no money,” she said.", ["Ottoline Graves"]),
    (
        "“We have no money,” Ms. Graves, the mayor of Larkspur since 2019, said on Tuesday.\n\nOttoline Graves is 52.",
        ["Ottoline Graves"],
    ),
    (
        "“We have no money,” said Ottoline Graves, mayor of Larkspur. “We have a boat.”\n\n“It leaks,” she added.",
        ["Ottoline Graves", "Ottoline Graves", "Ottoline Graves"],
    ),
    ("According to Tom Birk, the harbour master, “the tide waits for nobody in Larkspur”.", ["Tom Birk"]),
    ("Tom Birk: “I saw it sink.”\n\nAna Ruiz: “I did not.”", ["Tom Birk", "Ana Ruiz"]),
    ("Q: Did you see it?\n\nA: “I saw it sink,” Tom Birk said.", ["Tom Birk"]),
    ("Speaking to the Harbour Post, Tom Birk said that he was “tired but happy with it”.", ["Tom Birk"]),
    ("Detective Inspector Harriet Moss told the court: “He was asleep in the boat.”", ["Harriet Moss"]),
    (
        "Tom Birk denied it. His sister, Jane Birk, did not. “He sold it,” Jane Birk said. “I was there,” said Tom Birk.",
        ["Jane Birk", "Tom Birk"],
    ),
    ("The company said in a statement: “We are looking into it and will report in May.”", ["the company"]),
    ("Larkspur Water said: “We are looking into it and will report in May.”", ["Larkspur Water"]),
    ("“We are looking into it,” a spokesman for Larkspur Water said.", [None]),
    ("“I was frightened,” said a neighbour, who did not want to be named.", [None]),
    (
        "Ana Ruiz, 34, a nurse who lives opposite, ran out. “I was frightened,” she said. “It was like a war.”",
        ["Ana Ruiz", "Ana Ruiz"],
    ),
    ("Ana Ruiz wrote on X: “I was frightened by the noise.”", ["Ana Ruiz"]),
    ("In a letter to the council, Ana Ruiz wrote: “I was frightened by the noise.”", ["Ana Ruiz"]),
    (
        "‘I was frightened by the noise,’ says Ana Ruiz, whose house shook. ‘My cat hasn’t come back, and she’s old.’",
        ["Ana Ruiz", "Ana Ruiz"],
    ),
    ("Prof Ana Ruiz MBE, of Larkspur University, said: 'It's a rare fish, and it's ours.'", ["Ana Ruiz"]),
    ("Ana Ruiz described the boat as “a coffin with an engine”.", ["Ana Ruiz"]),
    ("The boat, which Ana Ruiz called “a coffin with an engine”, sank in June.", ["Ana Ruiz"]),
    ("Birk, who runs the ferry, asked: “Who will pay for the pier?”\n\nTom Birk has run it for years.", ["Tom Birk"]),
    ("“Who will pay for the pier?” asked Tom Birk. Nobody answered.", ["Tom Birk"]),
    ("“Never!” shouted Tom Birk.", ["Tom Birk"]),
    ("Tom Birk’s lawyer, Ana Ruiz, said: “He will appeal.”", ["Ana Ruiz"]),
    ("“He will appeal,” said Tom Birk’s lawyer, Ana Ruiz.", ["Ana Ruiz"]),
    ("“He will appeal,” Ana Ruiz, Tom Birk’s lawyer, said.", ["Ana Ruiz"]),
    (
        "Mr Birk said he was sorry. “It was my fault,” he said. “I fell asleep.”\n\nTom Birk, 44, was fined £200.",
        ["Tom Birk", "Tom Birk"],
    ),
    ("The film “Dusk at Noon” opens on Friday. Its director, Ana Ruiz, calls it “a love letter to mud”.", ["Ana Ruiz"]),
    ("Tom “Buck” Birk said: “I will run again next year.”", ["Tom Birk"]),
    ("Kwame Mensah-Okafor said, “I will run again next year.” He smiled.", ["Kwame Mensah-Okafor"]),
    ("Nguyen Thi Hoa said that “the river is a thief, and it comes back”.", ["Nguyen Thi Hoa"]),
    ("Ursula von der Leyden told reporters in Brussels on Monday: “We will act together.”", ["Ursula von der Leyden"]),
    ("“We will act together,” von der Leyden said.\n\nUrsula von der Leyden is president.", ["Ursula von der Leyden"]),
    ("Sir Nigel Thorpe-Hale said the plan was “bonkers, frankly, from start to finish”.", ["Nigel Thorpe-Hale"]),
    (
        "Lady Thorpe-Hale disagreed. “It is a good plan,” she said.\n\nSir Nigel Thorpe-Hale and his wife, Lady Imogen Thorpe-Hale, live at the hall.",
        ["Imogen Thorpe-Hale"],
    ),
    ("She had no doubts. “It is a good plan,” said the minister, Priya Anand.", ["Priya Anand"]),
    (
        "“It is a good plan,” Priya Anand, the minister, told MPs, adding: “It is also cheap.”",
        ["Priya Anand", "Priya Anand"],
    ),
    ("Priya Anand said it was a good plan, but added that it was “not cheap, and never will be”.", ["Priya Anand"]),
    ("Asked whether it was cheap, Priya Anand said: “No.”", ["Priya Anand"]),
    ("“No,” said Priya Anand when asked whether it was cheap.", ["Priya Anand"]),
    ("“It is a good plan” was how Priya Anand put it.", ["Priya Anand"]),
]
HARD = [
    ("“We will mend it,” Ana Ruiz said, “and we will do it by May.”", ["Ana Ruiz", "Ana Ruiz"]),
    ("Ana Ruiz spoke first.\n\n“The wall held.\n\n“It will hold again,” she added.", ["Ana Ruiz", "Ana Ruiz"]),
    ('“We lost the keys", the clerk told us.', [None]),
    ("''Nobody asked us,'' Mayor Tom Birk said.", ["Tom Birk"]),
    ("“He told me ‘stay put’ and hung up,” Ana Lee said.", ["Ana Lee"]),
    ('"When did "later" turn into "never"?" Ann Park asked.', ["Ann Park"]),
    ("‘It wasn’t the pilots’ fault,’ Nadia Shah said.", ["Nadia Shah"]),
    ('The so-called "express lane" took a year, but Kim Vale called it "an express lane to nowhere".', ["Kim Vale"]),
    ('She starred in "The Long Way Home" and left.', []),
    ('William "Duke" Hale said: "I will run again."', ["William Hale"]),
    ('Dr. Imani Cole met Paul Verne on Monday. "He was calm," she said.', ["Imani Cole"]),
    ("Tom Birk, a nurse who says the ward was “a shambles”, has left.", ["Tom Birk"]),
    ("“No,” said Rosa Lind, 44, a baker in Hull who lost her shop.", ["Rosa Lind"]),
    ("“Enough!” Rosa Lind wrote on X.", ["Rosa Lind"]),
    ("In a statement, Carla Reyes wrote:\n\n“Our position has not changed.”", ["Carla Reyes"]),
    ("“Yes,” said Amy Hu. “Absolutely not,” Joe Bell replied.", ["Amy Hu", "Joe Bell"]),
    ("“[The board] … knew,” Amy Hu said.", ["Amy Hu"]),
    ('The mast is 6\' 2" tall, and 12" of it is oak. “It leans,” Amy Hu said.', ["Amy Hu"]),
    ("The Ohio senator, Ann Vance, was brief.\n\nThe senator said “not now, and not here”.", ["Ann Vance"]),
]

SHAPES = [
    ("“Never,” an angry Tom Birk retaliated. “We stay.”", ["Tom Birk", "Tom Birk"]),
    ("After the mayor criticised her, Ana Ruiz shot back, “You have not read it.”", ["Ana Ruiz"]),
    ("When Tom Birk suggested a toll, Ana Ruiz hit back: “You first, and for a year.”", ["Ana Ruiz"]),
    ("Calling the bridge “a ruin with a view”, Ana Ruiz walked out of the hall.", ["Ana Ruiz"]),
    ("Ana Ruiz mocked Tom Birk’s claim that the bridge was “as safe as a church”.", ["Tom Birk"]),
    ("The row led Tom Birk to say, “I will pay for it myself.”", ["Tom Birk"]),
    ("As the pilot Tom Birk had written a week before, “the tide waits for nobody in Larkspur.”", ["Tom Birk"]),
    ("“It is a wreck,” declared Ana Ruiz, 29, of Larkspur.", ["Ana Ruiz"]),
    (
        "Tom Birk, editor of the harbour’s oldest paper, the Larkspur Bell, said it was “over and done with”.",
        ["Tom Birk"],
    ),
    ("Ana Ruiz, who, on a call on Friday, said it was “over and done with”, has left.", ["Ana Ruiz"]),
    (
        "“We are mending it,” Ana Ruiz said, though Tom Birk has said the pier is “done”. “Bear with us until May.”",
        ["Ana Ruiz", "Tom Birk", "Ana Ruiz"],
    ),
    ("Ana Ruiz added that Tom Birk wants the pier gone. “He won’t say so, but I think he does.”", ["Ana Ruiz"]),
    ("“We waited for hours and hours!” She left at noon, Tom Birk said.", [None]),
    (
        "NATO’s Jens Holm agreed. “They should stop,” Holm said.\n\nYukiya Tamano, director general of the agency, said in a "
        "statement that it was “regrettable, and more”. “I urge them to stop,” he said.",
        ["Jens Holm", "Yukiya Tamano", "Yukiya Tamano"],
    ),
    (
        "The singer Cornel West took over from Bernie Sands. Filling in for Sands at the fair, West sang.\n\n“I took the "
        "money,” he said.",
        ["Cornel West"],
    ),
    ("The Birk remark about Tom Vale offers a warning, said Joe Bell, a pilot. “We heard it,” he said.", ["Joe Bell"]),
    (
        "Joe Bell declined to attack Tom Vale and Sam Odum, who say he is too young.\n\nHe said that it was “the old song”.",
        ["Joe Bell"],
    ),
    ("Chief Executive Dana Holt was firm. “We have turned the corner,” she said.", ["Dana Holt"]),
    (
        "“I saw smoke,” said Mr Pike, 61, whose shop is next door. His daughter, Ellen Pike, ran. “She was quick,” he added.",
        ["Pike", "Pike"],
    ),
    ("He was, in the words of his agent Fay Dunn, “a gentleman and a menace”.", ["Fay Dunn"]),
    ("“It is over,” texted Rob Lane. Then, minutes later: “Sorry about that.”", ["Rob Lane", "Rob Lane"]),
    ("“Who’s there?” asked Rob Lane. “Only me,” Ann Ellis answered.", ["Rob Lane", "Ann Ellis"]),
    ("The report, by Prof Helen Vale, calls the bridge “structurally tired”.", [None]),
    ("The firm is “confident of a fair hearing in May”, though Ana Ruiz doubts it.", ["the firm"]),
    ("The video ends with footage of Tom Birk saying, “That was my boat.”", ["Tom Birk"]),
    (
        "A man who promised to pay appeared on Monday; Ana Ruiz wrote of the man who promised: “He never came back.”",
        ["Ana Ruiz"],
    ),
]


def speakers(text: str) -> list[str | None]:
    return [quote.speaker for quote in read_article(Article(text)).quotes]


class TestSpeaker:
    @pytest.mark.parametrize(("text", "expected"), SPOKEN + HARD + SHAPES)
    def test_is_who_the_sentence_says(self, text: str, expected: list[str | None]) -> None:
        """Cues before, after and between, pronouns, roles, letters and statements."""
        assert expected == speakers(text)

    @pytest.mark.parametrize(
        "text", ['Amy Hu never said "I quit".', "Nobody will say “sorry for the mess we made”, Amy Hu thinks."]
    )
    def test_is_a_guess_where_nothing_was_said(self, text: str) -> None:
        """Words that were never said are nobody's for certain."""
        assert {Confidence.GUESS} >= {quote.confidence for quote in read_article(Article(text)).quotes}

    def test_of_an_unclosed_quote_ends_at_its_cue(self) -> None:
        """A missing closer swallows no more than its own sentence, and is told."""
        reading = read_article(Article('"I never signed it, said Mr. Tom Oduya. He left.\n\nIt rained on the pier.'))
        assert 1 == len(reading.unpaired)
        assert all(len(quote.text) < 30 for quote in reading.quotes)

    def test_a_fragment_is_not_a_clause(self) -> None:
        """A whole clause of the speaker's is direct, words in the reporter's sentence are partial."""
        text = "“It leans,” Amy Hu said. She called the mast “a crooked old stick”."
        assert [Kind.DIRECT, Kind.PARTIAL] == [quote.kind for quote in read_article(Article(text)).quotes]


class TestAnyText:
    @settings(max_examples=250, deadline=None)
    @given(st.text(alphabet="Ann Lee said,.“”\"'‘’:?!—-()[]\n", max_size=160))
    def test_quotes_stand_where_they_say(self, text: str) -> None:
        """Offsets slice the quote's own words, quotes never overlap, and nothing raises."""
        quotes = read_article(Article(text)).quotes
        assert all(text[quote.start : quote.end] == quote.text for quote in quotes)
        assert all(one.end <= other.start for one, other in pairwise(quotes))

    @pytest.mark.parametrize(
        "unit", ["“", '"', "‘a’ ", "he said ", "9", "Ann ", ", ", "“A,” said B. ", "She said “a b” ", "Ann Lee said. "]
    )
    def test_time_grows_with_the_length(self, unit: str) -> None:
        """Four times the text takes about four times the time, whatever it is made of."""
        read_article(Article(unit * 200))
        small, large = self._spent(unit, 15_000), self._spent(unit, 60_000)
        assert large < 9 * max(small, 0.02)

    def _spent(self, unit: str, size: int) -> float:
        text = unit * (size // len(unit))
        spent = []
        for _ in range(3):
            began = time.process_time()
            check(Article(text), NoArchive(), Desk())
            spent.append(time.process_time() - began)
        return min(spent)
