"""Files dropped in a thread or beside a mention: articles are checked, tables of quotes are taken in."""

from __future__ import annotations

from http.server import BaseHTTPRequestHandler

import pytest

from bot.ingest.source import LARGEST
from tests.ingest.makers import locked_pdf, para, pdf_file, web_server, word_file
from tests.render.slack.limits import nodes

from .articles import CLEAN, COTTAGES, LOCKS, STORED, UNKNOWN, WRONG
from .slack import STRANGER, VERIFIER, Slack, everything, seen

TABLE = "text,speaker,said_on\n" + "\n".join(f'"{words}",{who},2025-03-01' for words, who in STORED)
ENCRYPTED_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(512)


def as_word(text: str) -> bytes:
    return word_file("".join(para(one) for one in text.split("\n\n")))


class TestArticle:
    @pytest.mark.parametrize(
        ("name", "content"),
        [
            ("draft.docx", as_word(WRONG)),
            ("draft.txt", WRONG.encode()),
            ("draft.md", WRONG.encode()),
            ("draft.html", "".join(f"<p>{one}</p>" for one in WRONG.split("\n\n")).encode()),
            ("draft.pdf", pdf_file([[line for line in WRONG.split("\n") if line]])),
        ],
        ids=["docx", "txt", "md", "html", "pdf"],
    )
    def test_beside_a_mention_is_checked(self, desk: Slack, name: str, content: bytes) -> None:
        desk.mention("please", files=[desk.api.drop(name, content)])
        desk.work()
        assert "1 hold" in seen(desk.root())

    def test_is_fetched_with_the_token_from_slacks_own_host(self, desk: Slack) -> None:
        file = desk.api.drop("draft.txt", WRONG.encode())
        desk.mention(files=[file])
        desk.work()
        [fetched] = [call for call in desk.api.calls if call.method == f"/files/{file['id']}"]
        assert "xoxb-42-keep-me-out-of-the-log" == fetched.token

    def test_on_another_host_gets_neither_a_visit_nor_the_token(self, desk: Slack) -> None:
        asked: list[str] = []

        class Elsewhere(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                asked.append(self.headers.get("Authorization") or self.path)
                self.send_error(404)

        with web_server(Elsewhere) as host:
            file = desk.api.drop("draft.txt", b"x", url_private_download=f"http://{host}/story")
            desk.mention(files=[file])
            desk.work()
        assert [] == asked
        assert "is kept outside Slack" in seen(desk.root())

    def test_dropped_in_the_thread_is_a_recheck_of_the_whole(self, desk: Slack) -> None:
        root = desk.checked(WRONG)
        desk.say("New version", root["ts"], files=[desk.api.drop("draft-2.docx", as_word(CLEAN))])
        assert "Fixed:" in everything(desk.work())
        assert "Nothing to ask." in seen(root)

    def test_picked_by_shortcut_is_checked(self, desk: Slack) -> None:
        said = desk.say("The story", files=[desk.api.drop("draft.txt", WRONG.encode())])
        desk.shortcut(said)
        desk.work()
        assert "1 hold" in seen(desk.root())

    def test_as_a_snippet_is_checked(self, desk: Slack) -> None:
        """Slack makes a file of a long paste."""
        snippet = {**desk.api.drop("Untitled", WRONG.encode(), "text/plain", filetype="text"), "mode": "snippet"}
        desk.mention(files=[snippet])
        desk.work()
        assert "1 hold" in seen(desk.root())

    def test_of_which_slack_names_the_number_alone_is_checked(self, desk: Slack) -> None:
        file = desk.api.drop("draft.txt", WRONG.encode())
        desk.mention(files=[{"id": file["id"], "file_access": "check_file_info"}])
        desk.work()
        assert "1 hold" in seen(desk.root())


class TestUnreadable:
    @pytest.mark.parametrize(
        ("name", "content", "kind", "more", "sentence"),
        [
            ("book.pdf", b"x", "application/pdf", {"size": LARGEST + 1}, "over 20 MB"),
            ("draft.docx", b"<!doctype html><html>Sign in</html>", "text/html", {}, "(files:read)"),
            ("locked.docx", ENCRYPTED_WORD, "application/octet-stream", {}, "password"),
            ("locked.pdf", locked_pdf("oar"), "application/pdf", {}, "password"),
            ("empty.txt", b"  \n", "text/plain", {}, "empty"),
            ("photo.jpg", b"\xff\xd8\xff\xe0" + bytes(200), "image/jpeg", {}, ""),
        ],
        ids=["too big", "sign-in page", "locked Word", "locked PDF", "empty", "photo"],
    )
    def test_says_why_and_what_to_do_in_the_root_message(
        self, desk: Slack, name: str, content: bytes, kind: str, more: dict[str, object], sentence: str
    ) -> None:
        desk.mention(files=[desk.api.drop(name, content, kind, **more)])
        desk.work()
        assert sentence in seen(desk.root())
        assert ":warning:" in seen(desk.root())
        assert [] == desk.thread(desk.root())

    def test_in_the_thread_of_a_check_leaves_the_check_as_it_was(self, desk: Slack) -> None:
        root = desk.checked(WRONG)
        desk.say("", root["ts"], files=[desk.api.drop("locked.pdf", locked_pdf("oar"))])
        [answer] = desk.work()
        assert "password" in seen(answer)
        assert "1 hold" in seen(root)

    def test_is_made_good_by_the_text_in_its_thread(self, desk: Slack) -> None:
        """What was pasted is the draft from then on."""
        desk.mention(files=[desk.api.drop("locked.pdf", locked_pdf("oar"))])
        desk.work()
        root = desk.root()
        desk.say(WRONG, root["thread_ts"])
        desk.work()
        assert "1 hold" in seen(root)
        desk.click(root, "check_again")
        assert "nothing has changed" in everything(desk.work())

    def test_that_was_deleted_says_so(self, desk: Slack) -> None:
        file = desk.api.drop("draft.txt", WRONG.encode())
        desk.api.files.clear()
        desk.mention(files=[file])
        desk.work()
        assert ":warning:" in seen(desk.root())


TALK = f"""WEBVTT

00:01.000 --> 00:06.000
<v Ann Dale>Will the cottages be sold?

01:05.000 --> 01:10.000
<v Mirela Danzig>{COTTAGES}

01:10.000 --> 01:14.000
<v Mirela Danzig>{LOCKS}
"""


class TestImport:
    def test_by_a_verifier_is_taken_in(self, slack: Slack) -> None:
        slack.mention("import", user=VERIFIER, files=[slack.api.drop("quotes.csv", TABLE.encode())])
        [answer] = slack.work()
        assert "3 quotes stored as verified." in seen(answer)
        assert "3 matched" in seen(slack.checked(CLEAN))

    def test_in_the_thread_of_a_check_is_taken_in(self, slack: Slack) -> None:
        root = slack.checked(CLEAN)
        slack.say("", root["ts"], VERIFIER, files=[slack.api.drop("quotes.csv", TABLE.encode())])
        assert "3 quotes stored as verified." in everything(slack.work())
        assert [(3,)] == slack.rows("SELECT count(*) FROM quote")

    def test_twice_adds_nothing(self, slack: Slack) -> None:
        for _ in range(2):
            slack.mention(user=VERIFIER, files=[slack.api.drop("quotes.csv", TABLE.encode())])
            said = slack.work()
        assert "0 quotes stored as verified, 3 there already." in seen(said[0])

    def test_by_anybody_else_is_refused(self, slack: Slack) -> None:
        slack.mention(user=STRANGER, files=[slack.api.drop("quotes.csv", TABLE.encode())])
        assert "Only the desk's verifiers" in everything(slack.work())
        assert [(0,)] == slack.rows("SELECT count(*) FROM quote")

    def test_of_a_transcript_is_taken_in_with_its_seconds(self, slack: Slack) -> None:
        """Captions by a verifier are verified words; a draft's quote then opens the recording of the message's link."""
        talk = slack.api.drop("talk.vtt", TALK.encode())
        slack.mention("https://weir.example/talk", user=VERIFIER, files=[talk])
        [answer] = slack.work()
        assert "2 quotes stored as verified." in seen(answer)
        slack.checked(CLEAN)
        links = [node["url"] for node in nodes(slack.thread(slack.root())) if "url" in node]
        assert any(link.startswith("https://weir.example/talk?t=65") for link in links)
        slack.mention("https://weir.example/talk", user=VERIFIER, files=[talk])
        assert "0 quotes stored as verified, 2 there already." in seen(slack.work()[0])

    def test_of_a_transcript_that_names_nobody_says_what_to_do(self, slack: Slack) -> None:
        nameless = b"1\n00:00:01,000 --> 00:00:02,000\nWe will.\n"
        slack.mention(user=VERIFIER, files=[slack.api.drop("talk.srt", nameless)])
        assert "Nobody is named in talk.srt" in everything(slack.work())
        assert [(0,)] == slack.rows("SELECT count(*) FROM quote")

    def test_of_bad_lines_names_them_and_takes_the_others(self, slack: Slack) -> None:
        table = TABLE + "\n,Nobody,\n"
        slack.mention(user=VERIFIER, files=[slack.api.drop("quotes.csv", table.encode())])
        [answer] = slack.work()
        assert "3 quotes stored as verified, 1 not read." in seen(answer)
        assert "line 5" in seen(answer)

    def test_in_a_private_channel_stays_there(self, slack: Slack) -> None:
        slack.mention(user=VERIFIER, channel="C0CLOSED01", files=[slack.api.drop("quotes.csv", TABLE.encode())])
        slack.work()
        assert "3 not in the store" in seen(slack.checked(CLEAN))
        assert "1 not in the store" in seen(slack.checked(UNKNOWN))
