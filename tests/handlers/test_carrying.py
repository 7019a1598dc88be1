"""``verbatim import --dry-run`` and ``verbatim export``, as the desk types them."""

from __future__ import annotations

import json

from .conftest import Desk

ROWS = "Quote text,Said by,Mood\nThe ferry is late.,Marta Velling,glad\nGulls are back.,,\n"


class TestDryRun:
    def test_stores_nothing(self, desk: Desk) -> None:
        """What would go in and what is bad is told, and not even an empty store is made."""
        (desk.folder / "quotes.csv").write_text(ROWS)
        done = desk("import", "quotes.csv", "--dry-run")
        assert (1, "line 3: The row has no speaker; fill it in.\n") == (done.returncode, done.stderr.decode())
        told = done.stdout.decode()
        assert "text from “Quote text”" in told
        assert "Not read: “Mood”." in told
        assert "“The ferry is late.” · Marta Velling" in told
        assert told.endswith("Nothing is stored yet: 1 new, 1 not read.\n")
        assert not (desk.folder / "desk.db").exists()

    def test_knows_what_is_there(self, desk: Desk) -> None:
        """After the import the same file brings nothing new, and the store stays as it is."""
        (desk.folder / "quotes.csv").write_text(ROWS)
        desk("import", "quotes.csv")
        done = desk("import", "quotes.csv", "--dry-run")
        assert b"0 new, 1 there already, 1 not read" in done.stdout

    def test_of_no_file_is_one_sentence(self, desk: Desk) -> None:
        """A file that is not there is told as it is for an import."""
        done = desk("import", "nowhere.csv", "--dry-run")
        assert (2, 1) == (done.returncode, len(done.stderr.decode().strip().splitlines()))


class TestExport:
    def test_in_each_format_by_name_or_option(self, desk: Desk) -> None:
        """The file's name says the format, --format goes before it; the desk's outlet signs a claim review."""
        (desk.folder / "quotes.csv").write_text(ROWS)
        desk("import", "quotes.csv")
        assert b"1 quote written to out.jsonld." in desk("export", "out.jsonld").stdout
        assert "Quotation" == json.loads((desk.folder / "out.jsonld").read_text())["@graph"][0]["@type"]
        desk("export", "review.jsonld", "--format", "claimreview", VERBATIM_OUTLET="Weir Gazette")
        [review] = json.loads((desk.folder / "review.jsonld").read_text())["@graph"]
        assert "Weir Gazette" == review["author"]["name"]

    def test_says_how_many_annotations_want_a_link(self, desk: Desk) -> None:
        """Quotes without a link are no annotations of anything; their number is told."""
        (desk.folder / "quotes.csv").write_text(ROWS)
        desk("import", "quotes.csv")
        done = desk("export", "out.json", "--format", "annotation")
        assert "0 quotes written to out.json; those without a link are left out.\n" == done.stdout.decode()
