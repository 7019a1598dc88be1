"""A reader that does what a hostile file makes a parser do: the bytes say what."""

from __future__ import annotations

import os
import signal
import sys

from bot.apart import answer
from bot.errors import Encrypted


def misbehave(content: bytes) -> object:
    """Loops, fills memory, dies, writes, refuses, or says what it knows of its surroundings."""
    match content:
        case b"loop":
            while True:
                pass
        case b"fill":
            return len(list(range(10**9)))
        case b"die":
            os.kill(os.getpid(), signal.SIGSEGV)
        case b"spent":
            os.kill(os.getpid(), signal.SIGXCPU)
        case b"babble":
            print("We sail", end="")
        case b"write":
            with open("stuck.out", "wb") as file:
                file.write(b"a" * 10)
        case b"refuse":
            raise Encrypted("The file is locked.")
        case b"limits":
            import resource

            return [resource.getrlimit(what)[0] for what in (resource.RLIMIT_CPU, resource.RLIMIT_AS)]
    return [dict(os.environ), sys.path]


if __name__ == "__main__":
    answer(misbehave)
