"""Every attack of the table is refused with its sentence, and nothing but what was checked is connected to."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterable, Iterator, Sequence

import pytest

from bot.errors import LinkError, LinkRefused
from bot.ingest import read_source
from bot.ingest.addresses import system_resolver
from bot.ingest.fetch import fetch
from bot.settings import Desk

from .attacks import ANSWERED, NAMED, PAGE, PRIVATE, WRITTEN, head, onward
from .makers import raw_server

ROWS = {name: answer for name, answer, _ in ANSWERED}


def resolver_of(answers: Sequence[Sequence[str]]) -> Callable[[str, int], Sequence[str]]:
    """A resolver that gives one answer after the other, as a name with a lifetime of nought does."""
    left = list(answers)
    return lambda host, port: left.pop(0) if len(left) > 1 else left[0]


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with raw_server(lambda path: ROWS[list(ROWS)[int(path.strip("/").partition("?")[0])]]()) as address:
        yield address


@pytest.fixture
def dialled(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """The addresses that anything connects to, and no connection is made."""
    seen: list[object] = []

    def refuse(address: object, *more: object, **named: object) -> socket.socket:
        seen.append(address)
        raise ConnectionRefusedError

    monkeypatch.setattr(socket, "create_connection", refuse)
    return seen


class TestTable:
    def test_holds_eighty_and_no_attack_twice(self) -> None:
        """The table is as long as the promise, and every row is its own."""
        links = [link for _, link, _ in WRITTEN] + [f"{link} {found}" for _, link, found, _ in NAMED] + list(ROWS)
        assert len(set(links)) == len(links) == len(WRITTEN) + len(NAMED) + len(ANSWERED)
        assert len(links) >= 80

    @pytest.mark.parametrize(("link", "said"), [row[1:] for row in WRITTEN], ids=[row[0] for row in WRITTEN])
    def test_a_link_is_refused_as_it_is_written(self, link: str, said: str, dialled: list[object]) -> None:
        """The sentence says what is wrong and what to do, and nothing was connected to."""
        with pytest.raises(LinkRefused) as refused:
            read_source(link, Desk())
        assert (said, []) == (refused.value.for_editor, dialled)

    @pytest.mark.parametrize(
        ("link", "answers", "said"), [row[1:] for row in NAMED], ids=[row[0] for row in NAMED]
    )  # fmt: skip
    def test_a_name_is_judged_by_what_it_stands_for(
        self, link: str, answers: list[list[str]], said: str, dialled: list[object]
    ) -> None:
        """One private address among those of a name is enough, and nothing was connected to."""
        with pytest.raises(LinkError) as refused:
            fetch(link, resolver=resolver_of(answers))
        assert (said, []) == (refused.value.for_editor, dialled)

    @pytest.mark.parametrize(("at", "said"), [(n, row[2]) for n, row in enumerate(ANSWERED)], ids=list(ROWS))
    def test_a_site_that_misbehaves_is_left(self, site: str, at: int, said: str) -> None:
        """Whatever it sends, the editor gets one sentence, and within the time limit."""
        began = time.monotonic()
        with pytest.raises(LinkError) as failed:
            fetch(f"http://{site}/{at}", {site}, seconds=0.5 if "10 seconds" in said else 10.0)
        assert said == failed.value.for_editor
        assert time.monotonic() - began < 8.0


class TestTheCheckedAddress:
    def test_is_the_one_that_is_connected_to(self, dialled: list[object]) -> None:
        """A name that answers first public and then private is connected to at the public address."""
        with pytest.raises(LinkError):
            fetch("http://harbour.example/", resolver=resolver_of([["93.184.216.34"], ["127.0.0.1"]]))
        assert [("93.184.216.34", 80)] == dialled

    def test_is_looked_up_anew_at_each_redirect(self) -> None:
        """A page that points on to a name is followed only where the name is public at that moment."""
        looked: list[str] = []

        def resolver(host: str, port: int) -> Sequence[str]:
            looked.append(host)
            return ["10.0.0.1"]

        with (
            raw_server(lambda path: onward("http://harbour.example/")()) as site,
            pytest.raises(LinkRefused) as refused,
        ):
            fetch(f"http://{site}/", {site}, resolver=resolver)
        assert (PRIVATE, ["harbour.example"]) == (refused.value.for_editor, looked)

    def test_keeps_the_name_in_what_is_asked(self) -> None:
        """The site is asked by its name although its address is dialled."""
        asked: list[str] = []

        def answer(path: str) -> Iterable[bytes]:
            asked.append(path)
            return [head(PAGE, Content_Type="text/html", Content_Length=str(len(PAGE)))]

        with raw_server(answer, asked) as site:
            name = f"harbour.example:{site.partition(':')[2]}"
            assert PAGE == fetch(f"http://{name}/ferry", {name}, resolver=lambda host, port: ["127.0.0.1"]).content
        assert f"Host: {name}" in asked[0]

    def test_the_machine_knows_its_own_name(self) -> None:
        """The usual resolver is the machine's."""
        assert {"127.0.0.1", "::1"} & set(system_resolver("localhost", 80))
