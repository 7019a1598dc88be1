"""Links to the very words of a page."""

from __future__ import annotations

import pytest

from bot.render.fragments import fragment_link, web_link


class TestFragmentLink:
    @pytest.mark.parametrize(
        ("link", "words", "expected"),
        [
            ("https://tide.example/a", "The cat stays.", "https://tide.example/a#:~:text=The%20cat%20stays"),
            ("https://tide.example/a", "boiler-house cat", "https://tide.example/a#:~:text=boiler%2Dhouse%20cat"),
            (
                "https://tide.example/a",
                "cats, dogs & puffins",
                "https://tide.example/a#:~:text=cats%2C%20dogs%20%26%20puffins",
            ),
            ("https://tide.example/a#two", "the cat", "https://tide.example/a#two:~:text=the%20cat"),
            ("https://tide.example/a#:~:text=old", "the cat", "https://tide.example/a#:~:text=the%20cat"),
            ("https://tide.example/a?b=1", "café", "https://tide.example/a?b=1#:~:text=caf%C3%A9"),
            ("https://tide.example/a", "The cat stays,", "https://tide.example/a#:~:text=The%20cat%20stays"),
            ("https://tide.example/a", "Stay …", "https://tide.example/a#:~:text=Stay"),
            ("https://tide.example/a", "…", "https://tide.example/a#:~:text=%E2%80%A6"),
            ("https://tide.example/a", "  ", "https://tide.example/a"),
        ],
    )
    def test_words_are_encoded(self, link: str, words: str, expected: str) -> None:
        """Dash, comma and ampersand, which the syntax uses itself, are encoded; the closing stop or comma is left out."""
        assert expected == fragment_link(link, words)

    def test_a_long_passage_is_named_by_its_ends(self) -> None:
        """First and last five words find it even where the page breaks the lines elsewhere."""
        words = "one two three four five six seven eight nine ten eleven twelve thirteen"
        expected = (
            "https://tide.example/#:~:text=one%20two%20three%20four%20five,nine%20ten%20eleven%20twelve%20thirteen"
        )
        assert expected == fragment_link("https://tide.example/", words)

    @pytest.mark.parametrize(
        "link", [None, "", "javascript:alert(1)", "data:text/html,x", "ftp://a/b", "draft.txt", "https://", "http://[x"]
    )
    def test_only_web_pages_are_linked(self, link: str | None) -> None:
        """An address that a browser should not follow makes no link."""
        assert (web_link(link), fragment_link(link, "The cat stays.")) == (None, None)

    def test_a_lone_surrogate_does_not_stop_it(self) -> None:
        """Broken text from a broken file still makes a link."""
        assert fragment_link("https://tide.example/", "cat \ud800") == "https://tide.example/#:~:text=cat%20%3F"
