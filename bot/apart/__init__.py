"""Reading in a process of its own, with limits: what a hostile file can do to its parser ends there.

The process gets the bytes on standard input and gives JSON on standard output.  It may use ``SECONDS`` of the
processor and ``MEMORY``, writes no file, and is given none of the environment that holds tokens.  It is started
afresh, not forked, so that a server with many threads can start it from any of them.  What runs there imports
nothing of the bot but its errors, to start within a fraction of a second.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bot import errors

SECONDS = 20
"""The processor time that a file may take, in seconds; by the clock it is twice that on a busy machine."""

MEMORY = 1_000_000_000
"""The bytes of address space that a file may take; a newspaper of a hundred pages takes a fifth of it."""

_TOO_MUCH = "This takes too much time or memory to read; send the article alone, or paste its text."
_ROOT = Path(errors.__file__).resolve().parents[1]
_PASSED_ON = ("PATH", "HOME", "LANG", "LD_LIBRARY_PATH", "PYTHONHOME", "SYSTEMROOT", "TMPDIR", "VIRTUAL_ENV")


def read_apart(module: str, content: bytes, damaged: str, seconds: float = 2 * SECONDS) -> Any:
    """What a module's ``answer`` makes of bytes; it is waited for so many seconds.

    Raises what the module raises of ``VerbatimError``, ``TooLarge`` where a limit is passed, and
    ``UnreadableArticle`` with the sentence ``damaged`` where the process breaks down.
    """
    try:
        done = subprocess.run(
            own_command(module), input=content, capture_output=True, timeout=seconds, env=own_environment()
        )
    except subprocess.TimeoutExpired as slow:
        raise errors.TooLarge(_TOO_MUCH, module) from slow
    if done.returncode < 0 and signal.Signals(-done.returncode).name in {"SIGXCPU", "SIGKILL"}:
        raise errors.TooLarge(_TOO_MUCH, module)
    try:
        told = json.loads(done.stdout)
    except ValueError as broken:
        raise errors.UnreadableArticle(damaged, done.stderr[-500:].decode("utf-8", "replace")) from broken
    if "error" in told:
        raise getattr(errors, told["error"])(told["said"], module)
    return told["made"]


def answer(read: Callable[[bytes], object]) -> None:
    """The process's side: limits itself, reads standard input, and prints what comes of it, or what is wrong."""
    _limit()
    told: dict[str, object]
    try:
        told = {"made": read(sys.stdin.buffer.read())}
    except errors.VerbatimError as refused:
        told = {"error": type(refused).__name__, "said": refused.for_editor}
    except MemoryError:
        told = {"error": errors.TooLarge.__name__, "said": _TOO_MUCH}
    json.dump(told, sys.stdout)


def _limit() -> None:
    if sys.platform == "win32":
        return
    import resource

    for what, most in (
        (resource.RLIMIT_CPU, SECONDS), (resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0), (resource.RLIMIT_NOFILE, 64),
    ):  # fmt: skip
        _, hard = resource.getrlimit(what)
        allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (allowed, allowed))


def own_command(module: str) -> list[str]:
    """The command that runs a module in a process of its own, whatever folder this one is in."""
    return [sys.executable, "-P", "-m", module]


def own_environment() -> dict[str, str]:
    """What such a process needs to start, without tokens and addresses of databases."""
    kept = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    path = [str(_ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    return kept | {"PYTHONPATH": os.pathsep.join(path)}
