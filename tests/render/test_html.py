"""The page: the article unchanged, every finding beside it, nothing that runs but its own script."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256

import pytest
from hypothesis import example, given, settings
from lxml import etree, html

from bot.models import (
    Article,
    Dropped,
    Evidence,
    Flag,
    Judged,
    Kind,
    Match,
    Notice,
    Quote,
    Report,
    Severity,
    Verdict,
)
from bot.render.document import read_report, report_document
from bot.render.html import page_policy, render_page
from bot.render.words import FLAG_TITLES, SEVERITIES, VERDICTS

from .harbour import demo_report, rechecked_report
from .pages import tree, words
from .reports import DRAFT, Desk, verified
from .strategies import reports

CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
EVIL = "<script>alert(1)</script><img src=x onerror=alert(1)> </script> \u202e&amp; \"'"


def article_text(page: html.HtmlElement) -> str:
    """What a reader sees of the article, without the words that the page adds to it."""
    (article,) = page.xpath("//article")
    for added in article.xpath(".//summary"):
        added.text = ""
    return str(article.text_content())


def unified(text: str) -> str:
    """The text as HTML can hold it, with a dot for what would turn the words round it."""
    return TURNING.sub("·", CONTROLS.sub("\ufffd", re.sub(r"\r\n?", "\n", text)))


@pytest.fixture(scope="module")
def page() -> html.HtmlElement:
    """The page of the bundled draft."""
    return tree(demo_report())


class TestArticle:
    def test_the_article_is_the_draft(self, page: html.HtmlElement) -> None:
        """Marks, signs and folded lines take no character away and add none."""
        assert article_text(tree(demo_report())) == DRAFT

    @given(reports())
    @example(Report(Article("said \u202a and \u2069")))
    @settings(max_examples=80, deadline=None)
    def test_any_text_stays_itself(self, report: Report) -> None:
        """Whatever the text and the marks, the reader sees the text."""
        assert unified(article_text(tree(report))) == unified(report.article.text)

    @given(reports())
    @settings(max_examples=40, deadline=None)
    def test_the_page_is_well_formed(self, report: Report) -> None:
        """Every tag is closed in its order, for any text: the page is XML but for its void elements."""
        source = render_page(report)
        body = source[source.index("<body>") : source.index("</body>") + 7]
        body = re.sub(r"<script>.*?</script>", "", body, flags=re.DOTALL)
        named = re.sub(r"&(#\d+|amp|lt|gt|quot|apos);|&", lambda found: found.group() if found[1] else "&amp;", body)
        assert etree.fromstring(named.encode(), etree.XMLParser(huge_tree=True)) is not None

    def test_quotes_are_underlined_by_verdict_and_signed(self, page: html.HtmlElement) -> None:
        """Each mark has a class for its colour and its signs for the margin: how grave, and how the words stand."""
        for judged in demo_report().quotes:
            marks = [each for each in page.xpath("//article//a") if judged.quote.text.startswith(words(each))]
            assert any(f"verdict-{judged.verdict.value}" in each.get("class") for each in marks)
            signs = marks[0].xpath(".//span[contains(@class,'sign')]/@data-verdict")
            assert VERDICTS[judged.verdict].sign in signs
        held = page.xpath("//article//a[contains(@class,'level-hold')]/span[contains(@class,'found')]/@data-sign")
        assert set(held) == {"■"}

    def test_words_outside_quotes_are_marked_too(self, page: html.HtmlElement) -> None:
        """Dates, ages and names with a finding lead to their notes."""
        marked = {words(each) for each in page.xpath("//article//a[contains(@class,'passage')]")}
        assert {"31 June", "52", "Pommeroy", "4/6/2025", "Judith Dunmore"} <= marked

    def test_the_article_is_in_its_own_language(self) -> None:
        """A screen reader reads a German draft in German, and the words of the page in English."""
        german = "„Das Boot bleibt hier“, sagte Greta Halm. Die Fähre ist alt und der Hafen nicht mehr sicher."
        page = tree(Report(Article(german)))
        assert ("en", "de") == (page.get("lang"), page.xpath("//article")[0].get("lang"))
        assert "" == tree(Report(Article("Котът остава на кея."))).xpath("//article")[0].get("lang")

    def test_words_of_another_script_keep_their_direction(self) -> None:
        """What a message quotes is isolated, so that its marks do not jump to the other side."""
        flag = Flag("words_altered", Severity.QUERY, 4, 7, "The draft has “החתול” for “הכלב”. Restore it.")
        (message,) = tree(Report(Article("The cat."), flags=(flag,))).xpath("//p[@class='todo']")
        assert ["“החתול”", "“הכלב”"] == message.xpath(".//bdi/text()")

    def test_furniture_is_folded_away(self, page: html.HtmlElement) -> None:
        """A newsletter line is there to look up, under the reason it was not read for."""
        (dropped,) = page.xpath("//article//details")
        assert words(dropped.find("summary")) == "Not read: newsletter line"
        assert words(dropped.find("p")).startswith("Sign up for our newsletter")

    def test_the_headline_is_the_first_heading(self, page: html.HtmlElement) -> None:
        """One h1: the draft's own first line, the title where the text does not begin with it, or whence it came."""
        assert [words(h) for h in page.xpath("//h1")] == ["One harbour, one funnel: Packet and Gannet agree to marry"]
        titled = tree(Report(Article("The cat stays on the quay.", title="Cat stays on")))
        assert [words(h) for h in titled.xpath("//h1")] == ["Cat stays on"]
        bare = tree(Report(Article("The cat stays on the quay.", source="cat.txt")))
        assert [words(h) for h in bare.xpath("//h1")] == ["cat.txt"]

    @pytest.mark.parametrize(
        ("article", "title"),
        [
            (Article("The cat stays.\n", title="Cat stays on"), "Cat stays on · Verbatim"),
            (Article("Cat stays on\n\nThe cat will stay.", source="draft.txt"), "Cat stays on · Verbatim"),
            (Article("The cat stays.", source="draft.txt"), "draft.txt · Verbatim"),
            (Article("The cat stays."), "Draft · Verbatim"),
        ],
    )
    def test_the_tab_says_which_article_it_is(self, article: Article, title: str) -> None:
        """The headline, or else where the text came from."""
        assert title == words(tree(Report(article)).xpath("//title")[0])


class TestNotes:
    def test_every_mark_leads_to_a_note(self, page: html.HtmlElement) -> None:
        """No link of the article is dead, also without script."""
        notes = set(page.xpath("//div[contains(@class,'card')]/@id"))
        assert {link[1:] for link in page.xpath("//article//a/@href")} <= notes

    def test_every_note_has_its_mark(self, page: html.HtmlElement) -> None:
        """A note is reached from the article even where another one stands on the same words."""
        reached = " ".join(page.xpath("//article//a/@data-cards")).split()
        assert set(page.xpath("//div[contains(@class,'card')]/@id")) == set(reached)

    @pytest.mark.parametrize("code", sorted(FLAG_TITLES))
    @pytest.mark.parametrize("severity", list(Severity))
    def test_every_flag_has_its_note(self, code: str, severity: Severity) -> None:
        """The note says how grave it is, what it is and what to do."""
        report = Report(Article("The cat stays."), flags=(Flag(code, severity, 4, 7, "Ask the cat."),))
        (card,) = tree(report).xpath("//div[contains(@class,'card')]")
        assert f"level-{severity.value}" in card.get("class")
        assert SEVERITIES[severity].word in words(card)
        assert f"{FLAG_TITLES[code]} Ask the cat." in words(card)

    @pytest.mark.parametrize("verdict", list(Verdict))
    def test_every_verdict_has_its_note(self, verdict: Verdict) -> None:
        """A quote without a finding has a quiet note with the verified words."""
        desk = Desk("“The cat stays,” said Roake.")
        desk.quote("The cat stays,", "Elias Roake", verdict, verified(1, "The cat stays.", "Elias Roake"))
        (card,) = tree(Report(Article(desk.text), tuple(desk.quotes))).xpath("//div[contains(@class,'card')]")
        assert VERDICTS[verdict].word in words(card)
        assert "The Marrow Tide, 3 Mar 2025 · verified by Odile from the recording, 4 Mar 2025" in words(card)

    def test_a_missing_word_is_an_insertion_beside_the_draft(self, page: html.HtmlElement) -> None:
        """The verified words show what the draft left out."""
        card = next(c for c in page.xpath("//div[contains(@class,'card')]") if "depot" in words(c))
        assert [words(each) for each in card.xpath(".//ins")] == ["not"]

    def test_a_source_is_linked_at_its_words(self, page: html.HtmlElement) -> None:
        """The link opens the page at the verified words and tells the site nothing of the report."""
        card = next(c for c in page.xpath("//div[contains(@class,'card')]") if "depot" in words(c))
        (link,) = card.xpath(".//dd/a")
        assert link.get("href").startswith("https://tide.example/2025/03/packet-and-gannet#:~:text=We%20will%20not")
        assert link.get("rel") == "noreferrer noopener"

    def test_findings_of_one_quote_share_its_note(self) -> None:
        """The words are shown once, the worst finding first, the others below it."""
        desk = Desk("“The cat goes,” said Roake.")
        entry = verified(1, "The cat stays.", "Bettina Crisp")
        desk.quote("The cat goes,", "Elias Roake", Verdict.ALTERED, entry)
        desk.flag("secondhand", Severity.QUERY, "The cat goes,", "Credit it.", entry, quotes=["q1"])
        desk.flag("material_change", Severity.HOLD, "The cat goes,", "Restore “stays”.", entry, quotes=["q1"])
        (card,) = tree(Report(Article(desk.text), tuple(desk.quotes), flags=tuple(desk.flags))).xpath(
            "//div[contains(@class,'card')]"
        )
        assert words(card).index("Restore “stays”.") < words(card).index("Credit it.")
        assert card.get("data-levels") == "hold query"
        assert len(card.xpath(".//ins")) == 1
        assert "Bettina Crisp" in words(card)

    def test_the_counts_stand_on_top_and_filter(self, page: html.HtmlElement) -> None:
        """Five buttons, each with a sign, a number and a state that a screen reader can tell."""
        buttons = page.xpath("//nav[@aria-label='Findings by kind']/button")
        expected = ["■ 11 holds", "? 11 queries", "† 2 notes", "✓ 5 matched", "○ 2 not in the store"]
        assert expected == [words(button) for button in buttons]
        assert {"false"} == {button.get("aria-pressed") for button in buttons}

    def test_a_count_of_nothing_filters_nothing(self) -> None:
        """A button that would leave an empty page cannot be pressed."""
        buttons = tree(Report(Article("The cat stays."))).xpath("//nav[@aria-label='Findings by kind']/button")
        assert 5 == len(buttons)
        assert all(button.get("disabled") for button in buttons)

    def test_a_recheck_says_what_the_edit_did(self) -> None:
        """The page tells what is fixed, new and still open above the article, and says so on each note."""
        page = tree(rechecked_report())
        (since,) = page.xpath("//section[@class='since']")
        assert words(since) == (
            "Fixed since the last version ✓ “I felt the bank before I saw it, and…” is now word for word. "
            "✓ A date that does not exist. New: 1 hold, 2 notes. Still open: 11 holds, 11 queries, 2 notes."
        )
        assert "+ 3 new" == words(page.xpath("//nav[@aria-label='Findings by kind']/button")[0])
        assert len(page.xpath("//div[contains(@data-levels,'new')]")) == 3
        assert {"new", "still open"} == set(page.xpath("//p[@class='kicker']/span[@class='standing']/text()"))

    def test_a_first_check_says_nothing_of_a_last_version(self, page: html.HtmlElement) -> None:
        """There is no such box and no such count on the page of a first check."""
        assert [] == page.xpath("//*[@class='since'] | //*[@class='standing'] | //button[@data-level='new']")

    def test_the_draft_is_shown_only_beside_other_words(self, page: html.HtmlElement) -> None:
        """A note on a date, and one whose verified words are the same, do not repeat the article next to them."""
        shown = page.xpath("//div[@class='draft']/parent::dl/parent::div/h3/text()")
        assert "words that turn the sense are missing" in shown
        assert not {"a date that does not exist", "these are somebody else’s words"} & set(shown)

    def test_a_clean_article_has_one_calm_line(self) -> None:
        """Where nothing stands the notes say so, in one line."""
        desk = Desk("“The cat stays,” said Roake.")
        desk.quote("The cat stays,", "Elias Roake", Verdict.VERBATIM, verified(1, "The cat stays.", "Elias Roake"))
        page = tree(Report(Article(desk.text), tuple(desk.quotes)))
        assert ["Nothing to hold, nothing to ask."] == [words(each) for each in page.xpath("//p[@class='nothing']")]

    def test_a_report_that_was_kept_says_nothing_of_the_store_s_size(self) -> None:
        """What its JSON does not keep is not told as none."""
        kept = read_report(json.loads(json.dumps(report_document(demo_report()))))
        assert "12,408 in the store" in words(tree(demo_report()).xpath("//p[@class='facts']")[0])
        assert "in the store" not in words(tree(kept).xpath("//p[@class='facts']")[0])

    def test_notices_are_shown(self, page: html.HtmlElement) -> None:
        """What the reader must know of the check stands above the article."""
        assert "Taken as of 14 May 2025" in words(page.xpath("//ul[@class='notices']")[0])

    def test_a_cut_has_its_place(self) -> None:
        """A quote that was taken out is marked between the words where it stood."""
        points = tree(rechecked_report()).xpath("//article//a[contains(@class,'point')]")
        assert len(points) == 1
        assert "The cat stays." in words(points[0].getparent())


def hostile() -> Report:
    """A report of which every text is an attempt to break out of the page."""
    text = f"“{EVIL},” said {EVIL}."
    quote = Quote("q1", EVIL, 1, 1 + len(EVIL), Kind.DIRECT, speaker=EVIL, speaker_as_written=EVIL)
    entry = replace(
        verified(1, EVIL, EVIL), source=EVIL, outlet=EVIL, link="javascript:alert(1)", note=EVIL, venue=EVIL
    )
    known = Evidence(EVIL, quote_id=9, source=EVIL, link="data:text/html," + EVIL)
    return Report(
        Article(text, title=EVIL, source="javascript:alert(1)", outlet=EVIL, dropped=(Dropped(0, 1, EVIL),)),
        (Judged(quote, Verdict.ALTERED, (Match(entry, 0.9),)),),
        flags=(Flag("words_altered", Severity.QUERY, 1, 9, EVIL, ("q1",), (known,)),),
        notices=(Notice("x", EVIL),),
    )


class TestSafety:
    def test_no_text_becomes_markup(self) -> None:
        """Scripts and images in a draft, a name, a source or a note stay text."""
        page = tree(hostile())
        assert page.xpath("//img | //*[@onerror] | //iframe") == []
        assert len(page.xpath("//script")) == 3
        assert EVIL.replace("\u202e", "·") in str(page.text_content())

    def test_no_link_runs_a_script(self) -> None:
        """Only pages of the web are linked."""
        assert [a for a in tree(hostile()).xpath("//@href") if not a.startswith(("#", "http"))] == []

    def test_linked_data_cannot_close_its_script(self) -> None:
        """The quotations and annotations are whole JSON, whatever they quote."""
        found = tree(hostile()).xpath("//script[@type='application/ld+json']")
        read = [json.loads(each.text) for each in found]
        assert read[0]["@graph"][0]["text"] == EVIL
        assert read[1]["items"][0]["body"][1]["value"] == EVIL

    def test_the_policy_allows_only_the_page_s_own_style_and_script(self, page: html.HtmlElement) -> None:
        """The hashes are those of the text that stands in the page."""
        (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert page_policy() == policy
        for element in (*page.xpath("//style"), *page.xpath("//script[not(@type)]")):
            digest = b64encode(sha256(element.text.encode()).digest()).decode()
            assert f"'sha256-{digest}'" in policy
        assert "default-src 'none'" in policy

    def test_the_page_asks_for_nothing(self) -> None:
        """No image, font, style or script comes from elsewhere, and no style stands in an attribute."""
        source = render_page(demo_report())
        assert not re.search(r"@import|url\(|<link|<img|\ssrc=|\sstyle=|\son\w+=", source)

    @given(reports())
    @settings(max_examples=30, deadline=None)
    def test_no_text_adds_an_element_that_runs(self, report: Report) -> None:
        """Fuzzed texts add no script, no handler and no frame."""
        page = tree(report)
        assert len(page.xpath("//script")) == 3
        assert page.xpath("//iframe | //object | //embed | //img | //form") == []


class TestReach:
    def test_landmarks_and_names_are_there(self, page: html.HtmlElement) -> None:
        """A screen reader finds the article, the notes and the counts, and every button has a name."""
        assert len(page.xpath("//main")) == 1
        assert page.get("lang") == "en"
        assert {"Notes"} == set(page.xpath("//section[contains(concat(' ',@class,' '),' notes ')]/@aria-label"))
        assert all(button.get("aria-label") or words(button) for button in page.xpath("//button"))
        assert {"button"} == set(page.xpath("//button/@type"))

    def test_the_layout_of_screens_is_not_that_of_paper(self, page: html.HtmlElement) -> None:
        """A printed page is narrow, but no note slides up on it: rules on width are for screens only."""
        style = page.xpath("//style")[0].text
        widths = re.findall(r"@media ([^{]*width[^{]*)\{", style)
        assert widths
        assert all(rule.startswith("screen and") for rule in widths)
        assert "@media print" in style

    def test_ids_are_unique(self, page: html.HtmlElement) -> None:
        """A link leads to one place."""
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids))

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    def test_colours_can_be_read(self, scheme: str) -> None:
        """Text stands out from its ground by 4.5 to 1 or more, in the light and in the dark (WCAG 2.2 AA)."""
        style = render_page(Report(Article("")))
        block = style.split(":root {")[1 if scheme == "light" else 2]
        colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6})\b", block.split("}")[0]))
        grounds = [colours[name] for name in ("paper", "lift", "hold-tint", "gone", "come")]
        inks = [colours[name] for name in ("ink",)]
        signs = [colours[name] for name in ("soft", "hold", "query", "note", "matched", "absent")]
        assert min(contrast(ink, ground) for ink in inks for ground in grounds) >= 4.5
        assert min(contrast(sign, ground) for sign in signs for ground in grounds[:2]) >= 4.5


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, as WCAG 2.2 defines it."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    """The relative luminance of a colour written ``#abc`` or ``#aabbcc``."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * each for each in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
