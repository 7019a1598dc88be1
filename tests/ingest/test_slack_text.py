"""What was written in Slack, as text: blocks, mrkdwn and what follows a command."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.ingest.paste import read_text
from bot.ingest.slack_text import Posted, command_text, posted, rich_text, unescaped
from bot.reading import read_article

DRAFT = (
    "Ferry merger will cost 140 jobs\n\n"
    "“We will not close a depot this year,” said Odile Brandt, who chairs the line.\n\n"
    "The union was not told. “It was a shock,” said its secretary, Tam Okoro, on Monday.\n\n"
    "Brandt denied it. “They had the letter in March.”"
)


def block(*parts: dict[str, Any]) -> dict[str, Any]:
    return {"type": "rich_text", "elements": list(parts)}


def section(*elements: dict[str, Any] | str, kind: str = "section") -> dict[str, Any]:
    written = [{"type": "text", "text": one} if isinstance(one, str) else one for one in elements]
    return {"type": f"rich_text_{kind}", "elements": written}


class TestUnescaped:
    @pytest.mark.parametrize(
        ("raw", "read"),
        [
            ("Boats &amp; sons &lt;line&gt;", "Boats & sons <line>"),
            ("&amp;lt; stays &amp;amp;", "&lt; stays &amp;"),
            ("&quot;stays&quot; &nbsp;", "&quot;stays&quot; &nbsp;"),
            ("<https://a.example/x|the story>", "the story"),
            ("<https://a.example/x|https://a.example/x>", "https://a.example/x"),
            ("<https://a.example/x?a=1&amp;b=2>", "https://a.example/x?a=1&b=2"),
            ("<@U1|kim> and <@U2>", "@kim and @U2"),
            ("<#C1|desk> <#C2> <#C3|>", "#desk #C2 #C3"),
            ("<!channel> <!here|here> <!everyone>", "@channel @here @everyone"),
            ("<!subteam^S1|@team> <!subteam^S2>", "@team @S2"),
            ("<mailto:odile@line.example|odile@line.example> <mailto:tam@line.example>",
             "odile@line.example tam@line.example"),
            ("<tel:+441234|01234>", "01234"),
            ("<!date^1392734382^{date}|18 February 2014>", "18 February 2014"),
            ("one\n\ntwo\nthree", "one\n\ntwo\nthree"),
            ("5 < 6 and 7 > 2", "5 < 6 and 7 > 2"),
            ("a <b> c <!-- d -->", "a <b> c <!-- d -->"),
            ("“quoted” 'as typed' :smile:", "“quoted” 'as typed' :smile:"),
        ],
    )  # fmt: skip
    def test_is_what_a_reader_sees(self, raw: str, read: str) -> None:
        """Escapes are undone once, and what stands between angle brackets is its label or its name."""
        assert read == unescaped(raw)


class TestRichText:
    def test_keeps_paragraphs_and_drops_styles(self) -> None:
        """Bold and struck words stay as words, and the line breaks that were typed stay."""
        words = {"type": "text", "text": "not", "style": {"strike": True, "bold": True}}
        assert "We will not close.\n\nNever." == rich_text(block(section("We will ", words, " close.\n\nNever.")))

    def test_a_list_is_a_line_an_item(self) -> None:
        """Items stand on lines of their own, apart from the words before and after them."""
        items = {"type": "rich_text_list", "elements": [section("one"), section("two")], "style": "bullet"}
        assert "Said:\none\ntwo\nEnd" == rich_text(block(section("Said:"), items, section("End")))

    def test_a_quotation_and_a_preformatted_block_are_lines(self) -> None:
        """A line break that Slack wrote already is not doubled."""
        parts = (section("Fix:\n"), section("“No,” she said.", kind="quote"), section("\nor"))
        assert "Fix:\n“No,” she said.\nor\na  b" == rich_text(block(*parts, section("a  b", kind="preformatted")))

    @pytest.mark.parametrize(
        ("element", "read"),
        [
            ({"type": "link", "url": "https://a.example/x", "text": "the story"}, "the story"),
            ({"type": "link", "url": "https://a.example/x"}, "https://a.example/x"),
            ({"type": "link", "url": "mailto:kim@desk.example"}, "kim@desk.example"),
            ({"type": "user", "user_id": "U1"}, "@U1"),
            ({"type": "usergroup", "usergroup_id": "S1"}, "@S1"),
            ({"type": "channel", "channel_id": "C1"}, "#C1"),
            ({"type": "broadcast", "range": "here"}, "@here"),
            ({"type": "emoji", "name": "thumbsup", "unicode": "1f44d-1f3fd"}, "👍🏽"),
            ({"type": "emoji", "name": "parrot"}, ":parrot:"),
            ({"type": "emoji", "name": "odd", "unicode": "d800"}, ":odd:"),
            ({"type": "date", "timestamp": 1, "format": "{date}", "fallback": "3 May"}, "3 May"),
            ({"type": "color", "value": "#ff0000"}, "#ff0000"),
            ({"type": "later", "text": "kept"}, "kept"),
        ],
    )
    def test_every_element_has_words(self, element: dict[str, Any], read: str) -> None:
        """People, groups, channels, links, signs and dates stand as a reader sees them."""
        assert f"see {read}." == rich_text(block(section("see ", element, ".")))

    def test_of_another_block_is_nothing(self) -> None:
        """A button row holds no words of the editor's."""
        assert "" == rich_text({"type": "actions", "elements": [{"type": "button"}]})


class TestPosted:
    def test_blocks_go_before_the_string(self) -> None:
        """Where Slack keeps the words apart from their formatting, those are read."""
        message = {"text": "*We will not* 2 _ 3", "blocks": [block(section("We *will* not"))]}
        assert "We *will* not" == posted(message).text

    def test_the_string_is_read_where_no_block_holds_words(self) -> None:
        """A message of buttons and sections has its words in the string."""
        assert "Draft & more" == posted({"text": "Draft &amp; more", "blocks": [{"type": "section"}]}).text

    @pytest.mark.parametrize(
        ("raw", "read"),
        [
            ("*Ferry* merger _will_ cost ~140~ jobs", "Ferry merger will cost 140 jobs"),
            ("*_both_*, (*this*) and “*that*”", "both, (this) and “that”"),
            ("*<https://a.example/b_c|The line>* said", "The line said"),
            ("snake_case_name stays, 2 * 3 * 4 too", "snake_case_name stays, 2 * 3 * 4 too"),
            ("a *b and * c*", "a *b and * c*"),
            ("~140 jobs and ~20 boats", "~140 jobs and ~20 boats"),
            ("`the _name_` and ``two''", "the _name_ and ``two''"),
            ("&gt; “No,” she said.\n&gt; “Never.”\nSo it is", "“No,” she said.\n“Never.”\nSo it is"),
            ("```\n“No,” *she* said.\n```", "“No,” *she* said."),
            ("``` a ```", "a"),
        ],
    )
    def test_formatting_marks_go_where_they_plainly_are_some(self, raw: str, read: str) -> None:
        """Pairs round whole words go; inside a word, or alone, they are characters."""
        assert read == posted({"text": raw}).text

    def test_names_links_and_people_in_order(self) -> None:
        """Links come bare, without the label and without the full stop behind them."""
        read = posted(
            {"text": "<@U1> see <https://a.example/1|this> and https://b.example/2_x_y. <mailto:k@d.example>"}
        )
        assert ("https://a.example/1", "https://b.example/2_x_y") == read.links
        assert ("U1",) == read.mentions
        assert "@U1 see this and https://b.example/2_x_y. k@d.example" == read.text

    def test_a_link_in_a_block_is_a_link(self) -> None:
        """Whether Slack made a link of it or not."""
        parts = section({"type": "link", "url": "https://a.example/1", "text": "one"}, " (https://b.example/(2))")
        assert ("https://a.example/1", "https://b.example/(2)") == posted({"blocks": [block(parts)]}).links

    @pytest.mark.parametrize(
        ("raw", "read"),
        [
            ("<@BOT> We will not close.", "We will not close."),
            ("<@BOT>: We will not close.", "We will not close."),
            ("<@BOT>, <@U1> wrote this", "@U1 wrote this"),
            ("Please check this <@BOT>", "Please check this"),
            ("hey <@BOT> check", "hey check"),
            ("<@BOT|verbatim>\nDraft", "Draft"),
            ("<@BOT>", ""),
        ],
    )
    def test_the_bots_own_name_is_taken_out(self, raw: str, read: str) -> None:
        """Whoever calls the bot does not write its name into the article."""
        message = posted({"text": raw}, without="BOT")
        assert read == message.text
        assert "BOT" not in message.mentions

    @pytest.mark.parametrize(
        ("raw", "link"),
        [
            ("<https://a.example/1>", "https://a.example/1"),
            (" <@BOT> <https://a.example/1|Ferry merger> ", "https://a.example/1"),
            ("<@BOT>: https://a.example/1", "https://a.example/1"),
            ("<https://a.example/1> <https://b.example/2>", None),
            ("Look: <https://a.example/1>", None),
            ("<@U1> <https://a.example/1>", None),
            ("<mailto:kim@desk.example>", None),
            ("", None),
        ],
    )
    def test_knows_a_message_that_is_one_link(self, raw: str, link: str | None) -> None:
        """Then the article is behind the link; with words beside it, it may be the words."""
        assert link == posted({"text": raw}, without="BOT").only_link

    def test_a_link_block_alone_is_one_link(self) -> None:
        """Whatever label it has."""
        parts = section(
            {"type": "user", "user_id": "BOT"}, " ", {"type": "link", "url": "https://a.example/1", "text": "x"}
        )
        assert "https://a.example/1" == posted({"blocks": [block(parts)]}, without="BOT").only_link


class TestCommandText:
    @pytest.mark.parametrize("raw", ["https://a.example/_x_?a=1&b=2", "<https://a.example/_x_?a=1&amp;b=2>"])
    def test_reads_a_link_escaped_or_not(self, raw: str) -> None:
        """Slack escapes a command's text or leaves it bare, as the app is set."""
        assert "https://a.example/_x_?a=1&b=2" == command_text(raw).only_link

    def test_keeps_every_sign_that_was_typed(self) -> None:
        """A command's text knows no formatting and no mentions: what looks like one is the article's own."""
        typed = "“We *will* never _close_ <@U123> <!channel> `it`,” she said. ~Really~"
        assert Posted(typed) == command_text(typed)
        assert Posted(typed) == command_text(typed.replace("<", "&lt;").replace(">", "&gt;"))

    def test_keeps_the_lines_of_a_pasted_article(self) -> None:
        """A draft behind the command is the draft."""
        assert Posted(DRAFT) == command_text(DRAFT)


class TestReading:
    def test_single_line_ends_read_as_blank_lines_do(self) -> None:
        """Slack may leave one line break of a paragraph's two: quotes and speakers are the same."""
        apart, close = (read_article(read_text(text)).quotes for text in (DRAFT, DRAFT.replace("\n\n", "\n")))
        assert 3 == len(apart)
        assert [(q.text, q.speaker, q.kind) for q in apart] == [(q.text, q.speaker, q.kind) for q in close]


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(alphabet="<>@!#|&amp;lt*_~`\n aU^:/h", max_size=30),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["type", "elements", "text", "blocks", "url", "user_id", "unicode", "name", "fallback"]),
            inner
            | st.sampled_from(["rich_text", "rich_text_section", "rich_text_list", "link", "user", "emoji", "1f600"]),
            max_size=5,
        )
    ),
    max_leaves=20,
)


class TestAnything:
    @settings(max_examples=300, deadline=None)
    @given(st.dictionaries(st.sampled_from(["type", "text", "blocks", "elements"]), anything, max_size=4))
    def test_is_read_without_a_fault(self, message: dict[str, Any]) -> None:
        """Whatever Slack sends, there is a text, with no blank at its ends."""
        read = posted(message, without="U")
        assert read.text == read.text.strip()
        assert isinstance(rich_text(message), str)

    @given(st.text(alphabet="aB “”.'\n,é", max_size=80))
    def test_plain_words_stay_as_they_are(self, text: str) -> None:
        """What holds no mark of Slack's comes back as typed."""
        assert text.strip() == posted({"text": text}).text == unescaped(text).strip()
