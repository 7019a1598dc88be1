"""A check's thread: corrections, edits, the whole again, and all that is no correction."""

from __future__ import annotations

from .articles import CLEAN, COTTAGES, KEYS, RIGHT_PARAGRAPH, UNKNOWN, WRONG, WRONG_PARAGRAPH
from .slack import EDITOR, NEWS, OTHER, Slack, everything, seen
from .web_api import BOT

CHATTER = (
    "Thanks!",
    "Who has the recording of this?",
    "I'd cut the second graf",
    "ok will do :+1:",
    "@kim can you look?",
)


class TestCorrection:
    def test_is_answered_with_what_changed_and_the_root_counts_follow(self, desk: Slack) -> None:
        root = desk.checked(WRONG)
        desk.say(RIGHT_PARAGRAPH, root["ts"])
        [answer] = desk.work()
        assert "Fixed:" in seen(answer)
        assert "Nothing is open." in seen(answer)
        assert KEYS not in seen(answer)
        assert "Nothing to ask." in seen(root)
        assert "3 matched" in seen(root)

    def test_that_fixes_one_quote_and_breaks_another_says_both(self, desk: Slack) -> None:
        root = desk.checked(WRONG)
        desk.say(RIGHT_PARAGRAPH.replace("leak less", "leak more"), root["ts"])
        [answer] = desk.work()
        assert "Fixed:" in seen(answer)
        assert "New hold" in seen(answer)
        assert "leak more" in seen(answer)
        assert "hold" in seen(root)

    def test_that_was_edited_afterwards_is_checked_again(self, desk: Slack) -> None:
        """An editor mends the message with the correction, not the one that was checked."""
        root = desk.checked(WRONG)
        said = desk.say(WRONG_PARAGRAPH.replace("will sell a", "will sell a lone"), root["ts"])
        desk.work()
        desk.edit(said, RIGHT_PARAGRAPH)
        answer = desk.work()
        assert "Fixed:" in everything(answer)
        assert "Nothing to ask." in seen(root)

    def test_of_another_thread_is_nobodys(self, desk: Slack) -> None:
        """Two checks at once: a paragraph changes the one whose thread it stands in."""
        first, second = desk.checked(WRONG), desk.checked(WRONG + "\n")
        desk.say(RIGHT_PARAGRAPH, second["ts"])
        desk.work()
        assert "1 hold" in seen(first)
        assert "Nothing to ask." in seen(second)

    def test_that_changes_nothing_gets_no_answer(self, desk: Slack) -> None:
        root = desk.checked(WRONG)
        desk.say(WRONG_PARAGRAPH, root["ts"])
        assert [] == desk.work()

    def test_as_the_whole_article_again_is_a_recheck_of_the_whole(self, desk: Slack) -> None:
        root = desk.checked(WRONG)
        desk.say(CLEAN, root["ts"])
        [answer] = desk.work()
        assert "Fixed:" in seen(answer)
        assert "Nothing to ask." in seen(root)
        assert 1 == len(desk.rows("SELECT 1 FROM thread"))

    def test_after_correction_each_starts_from_the_last(self, desk: Slack) -> None:
        """Two paragraphs mended one after the other are both mended."""
        draft = WRONG.replace("handed in my keys", "handed in your keys")
        root = desk.checked(draft)
        desk.say(RIGHT_PARAGRAPH, root["ts"])
        desk.say(CLEAN.split("\n\n")[2], root["ts"])
        desk.work()
        assert "Nothing to ask." in seen(root)


class TestEdit:
    def test_of_the_message_that_was_checked_is_a_recheck(self, desk: Slack) -> None:
        said = desk.mention(WRONG)
        desk.work()
        root = desk.root()
        assert "1 hold" in seen(root)
        words = [{"type": "user", "user_id": BOT}, {"type": "text", "text": f" {CLEAN}"}]
        before, blocks = (
            dict(said),
            [{"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": words}]}],
        )
        said |= {"text": f"<@{BOT}> {CLEAN}", "blocks": blocks, "edited": {"user": EDITOR, "ts": "1.0"}}
        desk.changed(said, before)
        assert "Fixed:" in everything(desk.work())
        assert "Nothing to ask." in seen(root)

    def test_of_a_message_checked_by_shortcut_is_a_recheck(self, desk: Slack) -> None:
        said = desk.say(WRONG)
        desk.shortcut(said)
        desk.work()
        desk.edit(said, CLEAN)
        assert "Fixed:" in everything(desk.work())
        assert "Nothing to ask." in seen(desk.root())

    def test_of_a_threads_first_message_that_a_mention_had_checked_is_a_recheck(self, desk: Slack) -> None:
        first = desk.say(WRONG)
        desk.mention("", first["ts"])
        desk.work()
        desk.edit(first, CLEAN)
        desk.work()
        assert "Nothing to ask." in seen(desk.root())

    def test_by_an_unfurled_link_only_is_ignored(self, desk: Slack) -> None:
        """Slack tells of a preview below a message as of an edit; the words are the same."""
        said = desk.say(WRONG)
        desk.shortcut(said)
        desk.work()
        before = desk.jobs()
        desk.changed(said | {"attachments": [{"title": "A preview"}]}, said)
        assert before == desk.jobs()

    def test_of_any_other_message_is_ignored(self, desk: Slack) -> None:
        desk.checked(WRONG)
        before = desk.jobs()
        desk.edit(desk.say("Lunch?"), "Lunch at one?")
        assert before == desk.jobs()

    def test_of_the_bots_own_messages_is_ignored(self, desk: Slack) -> None:
        root = desk.checked(WRONG)
        before = desk.jobs()
        desk.changed({**root, "text": "1 hold"}, {**root, "text": "Reading…"})
        assert before == desk.jobs()


class TestSilence:
    def test_about_chatter(self, desk: Slack) -> None:
        root = desk.checked(WRONG)
        for words in CHATTER:
            desk.say(words, root["ts"])
        assert [] == desk.work()
        assert "1 hold" in seen(root)

    def test_about_a_photo(self, desk: Slack) -> None:
        root = desk.checked(WRONG)
        photo = desk.api.drop("pump.jpg", b"\xff\xd8\xff\xe0" + bytes(99), "image/jpeg", mimetype="image/jpeg")
        desk.say("Look at this", root["ts"], files=[{**photo, "mimetype": "image/jpeg"}])
        assert [] == desk.work()

    def test_about_chatter_where_the_text_is_forgotten(self, desk: Slack) -> None:
        root = desk.checked(UNKNOWN)
        desk.store.forget("2999-01-01")
        desk.say("Thanks!", root["ts"])
        assert [] == desk.work()
        assert [] == desk.api.told

    def test_about_messages_outside_of_threads_and_in_unknown_ones(self, desk: Slack) -> None:
        """Nothing of what is said elsewhere is written down, be it a correction word for word."""
        root = desk.checked(WRONG)
        before = desk.jobs()
        desk.say(RIGHT_PARAGRAPH)
        desk.say(RIGHT_PARAGRAPH, "1741262000.000001")
        desk.say(RIGHT_PARAGRAPH, root["ts"], channel=OTHER)
        assert before == desk.jobs()

    def test_about_the_same_thread_of_another_workspace(self, desk: Slack) -> None:
        root = desk.checked(WRONG)
        before = desk.jobs()
        said = desk.say(RIGHT_PARAGRAPH, root["ts"], tell=False)
        assert 200 == desk.event({"type": "message", **said}, team_id="T0OTHER001").status
        assert before == desk.jobs()

    def test_about_what_bots_say(self, desk: Slack) -> None:
        root = desk.checked(WRONG)
        before = desk.jobs()
        desk.say(RIGHT_PARAGRAPH, root["ts"], bot_id="B0OTHER001")
        desk.event({"type": "message", **root})
        assert before == desk.jobs()

    def test_keeps_no_word_of_it(self, desk: Slack) -> None:
        """What was said in a known thread and is no correction stands nowhere in the store."""
        root = desk.checked(WRONG)
        desk.say("Did the pelican really bite him?", root["ts"])
        desk.work()
        [kept] = desk.rows("SELECT count(*) FROM job WHERE payload LIKE '%pelican%'")
        assert (0,) == kept

    def test_about_joined_and_pinned(self, desk: Slack) -> None:
        """Events that need no answer are acknowledged all the same, so that Slack does not tell them again."""
        root = desk.checked(WRONG)
        before = desk.jobs()
        for subtype in ("channel_join", "message_deleted", "bot_message", "channel_topic"):
            event = {"type": "message", "subtype": subtype, "channel": NEWS, "ts": "1.2", "thread_ts": root["ts"]}
            assert 200 == desk.event({**event, "text": RIGHT_PARAGRAPH, "user": EDITOR}).status
        assert before == desk.jobs()


class TestMention:
    def test_with_an_article_is_answered_once_below_it(self, desk: Slack) -> None:
        """Slack tells of one post twice, as a message and as a mention; there is one check."""
        said = desk.mention(WRONG)
        posted = desk.work()
        assert 2 == len(posted)
        assert {said["ts"]} == {one["thread_ts"] for one in posted}
        assert "1 hold" in seen(desk.root())
        assert BOT not in seen(posted[1])

    def test_in_a_checks_thread_is_one_job(self, desk: Slack) -> None:
        """Of the two that Slack tells there, both could be answered."""
        root = desk.checked(WRONG)
        before = desk.jobs()
        desk.mention(CLEAN, root["ts"])
        assert before + 1 == desk.jobs()

    def test_alone_in_a_thread_checks_the_first_message(self, desk: Slack) -> None:
        first = desk.say(WRONG)
        desk.mention("", first["ts"])
        desk.work()
        assert "1 hold" in seen(desk.root())
        assert first["ts"] == desk.root()["thread_ts"]

    def test_alone_in_a_channel_says_how_to_ask(self, desk: Slack) -> None:
        desk.mention()
        desk.work()
        assert [] == desk.rows("SELECT 1 FROM thread")
        assert "Mention me with a link" in desk.told()

    def test_as_of_the_day_of_the_message(self, desk: Slack) -> None:
        desk.mention(CLEAN)
        desk.work()
        assert "as of 6 March 2025, the day it was posted" in seen(desk.root())


class TestShortcut:
    def test_inside_a_thread_answers_there(self, desk: Slack) -> None:
        first = desk.say("Here is the canal story")
        said = desk.say(UNKNOWN, first["ts"])
        desk.shortcut(said)
        posted = desk.work()
        assert {first["ts"]} == {one["thread_ts"] for one in posted}
        assert "1 not in the store" in seen(desk.root())

    def test_on_an_empty_message_says_so_privately(self, desk: Slack) -> None:
        desk.shortcut(desk.say(""))
        assert [] == desk.work()
        assert "There is nothing to check in this message" in desk.told()

    def test_twice_is_one_thread_with_two_answers(self, desk: Slack) -> None:
        said = desk.say(WRONG)
        desk.shortcut(said)
        desk.work()
        desk.stored(COTTAGES.replace("not sell", "sell"), "Mirela Danzig")
        desk.shortcut(said)
        desk.work()
        assert 1 == len(desk.rows("SELECT 1 FROM thread"))
        assert "3 matched" in seen(desk.root())
