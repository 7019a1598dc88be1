"""Whose a claim is: the process that made it, so that another on the same machine sees at once that it is gone.

A process is told by the machine's boot, its process namespace, its number and its start.  Where the system does not
tell these (there is no ``/proc``), and of a process on another machine, nobody is called gone.
"""

from __future__ import annotations

import os
import secrets
from functools import cache
from pathlib import Path

_PROC = Path("/proc")
_DEAD = "ZX"
_STATE, _START = 0, 19
"""Places among the fields of ``/proc/PID/stat`` that follow the name."""


def new_claim() -> str:
    """A claim that nobody has made before."""
    return f"{_own()}/{secrets.token_hex(8)}"


def is_gone(claim: str) -> bool:
    """Whether the process of a claim surely lives no more."""
    made_by = claim.rpartition("/")[0]
    here = _own().rsplit(":", 2)[0]
    machine, _, process = made_by.rpartition(":")[0].rpartition(":")
    return bool(here) and machine == here and f"{process}:{_started(process)}" != made_by.removeprefix(f"{machine}:")


@cache
def _own() -> str:
    """This process; empty where the system does not tell."""
    number, start = str(os.getpid()), _started(str(os.getpid()))
    try:
        boot = (_PROC / "sys/kernel/random/boot_id").read_text().strip()
        space = os.readlink(_PROC / "self/ns/pid")
    except OSError:
        return ""
    return f"{boot}:{space}:{number}:{start}" if start else ""


def _started(number: str) -> str:
    """When a process was started, in ticks of the machine; empty where there is none, or it is dead."""
    try:
        told = (_PROC / number / "stat").read_text()
    except OSError:
        return ""
    fields = told.rpartition(")")[2].split()
    return "" if fields[_STATE] in _DEAD else fields[_START]
