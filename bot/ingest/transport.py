"""The wire to a web server: it goes to the very address that was checked, and stops at one deadline.

The name is looked up once; what is connected to is what was judged, so that a name cannot change its
address in between.  Every read and write is bounded by the time left of the whole, so that a server that
sends a byte a second gains nothing.
"""

from __future__ import annotations

import ssl
import threading
import time
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

import httpcore

from bot.errors import LinkError, LinkFailed
from bot.ingest.addresses import Resolver, checked_addresses

TOO_SLOW = "The site gave no whole answer in 10 seconds; try again, paste the text, or drop the file."


@dataclass(frozen=True, slots=True)
class Deadline:
    """A moment, in seconds of the monotonic clock, by which everything must be done."""

    at: float

    @classmethod
    def within(cls, seconds: float) -> Deadline:
        """The deadline that many seconds from now."""
        return cls(time.monotonic() + seconds)

    def left(self) -> float:
        """The seconds left; raises ``LinkFailed`` where there are none."""
        left = self.at - time.monotonic()
        if left <= 0:
            raise LinkFailed(TOO_SLOW)
        return left


class CheckedBackend(httpcore.NetworkBackend):
    """Connects to checked addresses only; ``allowed`` are the desk's private ``host[:port]``."""

    def __init__(self, allowed: Collection[str], deadline: Deadline, resolver: Resolver) -> None:
        self._allowed = allowed
        self._resolver = resolver
        self._deadline = deadline
        self._network = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the first address of the host that answers."""
        failed: httpcore.ConnectError | None = None
        for address in _Lookup(host, port, self._allowed, self._resolver).result(self._deadline)[:4]:
            try:
                stream = self._network.connect_tcp(address, port, self._deadline.left())
            except httpcore.ConnectError as refused:
                failed = refused
            else:
                return _TimedStream(stream, self._deadline)
        raise failed or httpcore.ConnectError(host)

    def sleep(self, seconds: float) -> None:
        """Waits, never beyond the deadline."""
        time.sleep(min(seconds, self._deadline.left()))


class _TimedStream(httpcore.NetworkStream):
    """A connection whose every wait is bounded by the time left of the whole."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.left())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        secured = self._stream.start_tls(ssl_context, server_hostname, self._deadline.left())
        return _TimedStream(secured, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


@dataclass(slots=True)
class _Lookup:
    """A name looked up on a thread of its own, because the resolver knows no deadline."""

    host: str
    port: int
    allowed: Collection[str]
    resolver: Resolver
    found: tuple[str, ...] = ()
    failed: LinkError | None = field(default=None)

    def result(self, deadline: Deadline) -> tuple[str, ...]:
        thread = threading.Thread(target=self._look_up, daemon=True)
        thread.start()
        thread.join(deadline.left())
        if thread.is_alive():
            raise LinkFailed(TOO_SLOW, self.host)
        if self.failed:
            raise self.failed
        return self.found

    def _look_up(self) -> None:
        try:
            self.found = checked_addresses(self.host, self.port, self.allowed, self.resolver)
        except LinkError as failed:
            self.failed = failed
