"""``verbatim stats``: the figures as text, as JSON and as a page."""

from __future__ import annotations

import json

from store import open_store
from tests.store.test_outcomes import CLEAN, FIRST

from .conftest import Desk


def checked(desk: Desk) -> Desk:
    """A desk with a draft of three findings, and its clean next version."""
    store = open_store(desk.folder / "desk.db")
    for report in (FIRST, CLEAN):
        store.scope().save_check(report, "U1", thread="1")
    store.close()
    return desk


class TestStats:
    def test_tells_what_became_of_the_findings(self, desk: Desk) -> None:
        """Findings that the next version has no more were right."""
        done = checked(desk)("stats")
        assert (0, True) == (done.returncode, b"100% of 3" in done.stdout)

    def test_gives_json_and_a_page(self, desk: Desk) -> None:
        """--json is for programs; --html writes one self-contained page."""
        checked(desk)
        found = json.loads(desk("stats", "--days", "7", "--json").stdout)
        assert (1, 1, 7, 1.0) == (found["drafts"], found["again"], len(found["days"]), found["all"]["precision"])
        assert b"The figures are in page.html." in desk("stats", "--html", "page.html").stdout
        assert (desk.folder / "page.html").read_text().startswith("<!DOCTYPE html>")

    def test_of_no_store_or_no_folder_is_one_sentence(self, desk: Desk) -> None:
        """A store that is not there is not made, and a page that cannot be written is told."""
        done = desk("stats")
        assert (2, 1) == (done.returncode, len(done.stderr.decode().strip().splitlines()))
        done = checked(desk)("stats", "--html", "no/page.html")
        assert (2, 1) == (done.returncode, len(done.stderr.decode().strip().splitlines()))
