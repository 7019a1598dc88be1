"""Windows: an article pasted or dropped, a quote verified, and what is wrong said beside the field."""

from __future__ import annotations

import json

from tests.ingest.makers import para, word_file

from .articles import CLEAN, UNKNOWN, WRONG
from .slack import EDITOR, NEWS, VERIFIER, Slack, rich, seen

LONG = CLEAN + "\n\n".join(
    f"The trust met for the {n}th time, and the minutes were read out in full." for n in range(4, 90)
)


def opened(slack: Slack) -> dict[str, object]:
    slack.command("")
    return slack.api.views[-1]


class TestArticle:
    def test_opens_at_once_and_stores_nothing(self, desk: Slack) -> None:
        window = opened(desk)
        assert "Check an article" == window["title"]["text"]
        assert 0 == desk.jobs()

    def test_of_six_thousand_characters_is_checked_whole(self, desk: Slack) -> None:
        assert 6_000 < len(LONG)
        desk.submit(opened(desk), {"article": rich(LONG + "\n\n" + UNKNOWN)})
        desk.work()
        assert "3 matched" in seen(desk.root())
        assert "1 not in the store" in seen(desk.root())
        assert f"<@{EDITOR}>" in seen(desk.root())

    def test_with_date_and_outlet_is_taken_so(self, desk: Slack) -> None:
        desk.submit(opened(desk), {"article": rich(CLEAN), "published": "2025-03-07", "outlet": "The Sluice"})
        desk.work()
        assert "draft of 7 Mar 2025" in seen(desk.root())
        assert "The draft has no date" not in seen(desk.root())
        report = json.loads(desk.store.scope().check(1).report)
        assert "The Sluice" == report["article"]["outlet"]

    def test_as_a_file_is_read(self, desk: Slack) -> None:
        file = desk.api.drop("draft.docx", word_file("".join(para(one) for one in WRONG.split("\n\n"))))
        desk.submit(opened(desk), {"file": [file]})
        desk.work()
        assert "1 hold" in seen(desk.root())

    def test_with_nothing_in_it_says_so_beside_the_field(self, desk: Slack) -> None:
        answer = desk.submit(opened(desk))
        assert {"article": "Paste the article, or drop a file."} == json.loads(answer.body)["errors"]
        assert 0 == desk.jobs()

    def test_with_a_day_that_cannot_be_read_says_so_beside_the_field(self, desk: Slack) -> None:
        answer = desk.submit(opened(desk), {"article": rich(CLEAN), "published": "the Ides of March"})
        assert ["published"] == list(json.loads(answer.body)["errors"])
        assert 0 == desk.jobs()

    def test_sent_twice_is_one_check(self, desk: Slack) -> None:
        window = opened(desk)
        desk.stutters = True
        desk.submit(window, {"article": rich(WRONG)})
        desk.submit(window, {"article": rich(WRONG)})
        assert 2 == len(desk.work())
        assert "1 hold" in seen(desk.root(NEWS))

    def test_for_a_channel_without_the_bot_is_answered_in_a_message_of_its_own(self, desk: Slack) -> None:
        """A window comes with no address to answer at."""
        window = opened(desk)
        desk.api.away.add(NEWS)
        desk.submit(window, {"article": rich(CLEAN)})
        [said] = desk.work()
        assert EDITOR == said["channel"]
        assert "/invite @Verbatim" in seen(said)


class TestVerify:
    def window(self, desk: Slack, text: str = UNKNOWN) -> tuple[dict[str, object], dict[str, object]]:
        root = desk.checked(text)
        desk.click(desk.thread(root)[0], "verify", VERIFIER)
        return root, desk.api.views[-1]

    def test_shows_the_words_and_the_speaker(self, desk: Slack) -> None:
        _, window = self.window(desk)
        assert "Green was the cheapest paint in the shed" in seen(window)
        [speaker] = [one for one in window["blocks"] if one.get("block_id") == "speaker"]
        assert "Tove Arnesen" == speaker["element"]["initial_value"]

    def test_stores_the_words_with_all_that_is_known_of_them(self, desk: Slack) -> None:
        root, window = self.window(desk)
        given = {
            "said_on": "2025-03-05", "source_link": "https://weir.example/paint", "against": "recording",
            "note": "Tape 4, minute 12",
        }  # fmt: skip
        assert "" == desk.submit(window, given, VERIFIER).body
        desk.work()
        [found] = desk.store.scope().find("cheapest paint")
        assert ("Tove Arnesen", "2025-03-05", "https://weir.example/paint", "recording", "Tape 4, minute 12", VERIFIER) == (
            found.speaker, found.said_on, found.link, found.against, found.note, found.verified_by,
        )  # fmt: skip
        assert f"verified by <@{VERIFIER}>" in seen(desk.thread(root)[0])
        assert "1 matched" in seen(root)
        assert "not in the store" not in seen(root)

    def test_with_a_day_or_a_link_that_cannot_be_read_says_so_beside_the_field(self, desk: Slack) -> None:
        _, window = self.window(desk)
        before = desk.jobs()
        for field, wrong in (("said_on", "2025-02-30"), ("source_link", "ftp://weir.example")):
            answer = desk.submit(window, {field: wrong}, VERIFIER)
            assert [field] == list(json.loads(answer.body)["errors"])
        assert before == desk.jobs()

    def test_of_a_new_wording_settles_the_finding(self, desk: Slack) -> None:
        root, window = self.window(desk, WRONG)
        desk.submit(window, user=VERIFIER)
        desk.work()
        assert f"verified by <@{VERIFIER}>" in seen(desk.thread(root)[0])
        assert "Nothing to ask." in seen(root)

    def test_is_taken_back_by_undo(self, desk: Slack) -> None:
        root, window = self.window(desk)
        desk.submit(window, user=VERIFIER)
        desk.work()
        desk.click(desk.thread(root)[0], "undo", VERIFIER)
        desk.work()
        assert "1 not in the store" in seen(root)
        assert [] == desk.store.scope().find("cheapest paint")
        assert desk.button(desk.thread(root)[0], "verify")

    def test_counts_in_the_next_check(self, desk: Slack) -> None:
        _, window = self.window(desk)
        desk.submit(window, user=VERIFIER)
        desk.work()
        assert "1 matched" in seen(desk.checked(UNKNOWN + "\n"))

    def test_of_a_check_whose_text_is_forgotten_says_so(self, desk: Slack) -> None:
        root = desk.checked(UNKNOWN)
        desk.store.forget("2999-01-01")
        desk.click(desk.thread(root)[0], "verify", VERIFIER)
        assert "no longer kept" in seen(desk.api.views[-1])
