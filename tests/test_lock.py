"""What is installed is pinned: each dependency to one version, each version to its hashes."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOCKED = re.findall(
    r"^([a-z0-9._-]+)==([^\s;\\]+)((?:.*\\\n\s+--hash=sha256:[0-9a-f]{64})+)",
    (ROOT / "requirements.lock").read_text(encoding="utf-8"),
    re.MULTILINE | re.IGNORECASE,
)


class TestLock:
    def test_pins_all_that_the_project_asks_for(self) -> None:
        """With every extra, whatever case and mark a name is written with."""
        project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
        asked = [
            *project["dependencies"],
            *(one for extra in project["optional-dependencies"].values() for one in extra),
        ]
        names = {re.sub(r"[-_.]+", "-", re.split(r"[\[>=<~!; ]", one)[0]).lower() for one in asked}
        assert set() == names - {re.sub(r"[-_.]+", "-", name).lower() for name, _, _ in LOCKED}

    def test_has_nothing_without_a_version_and_its_hashes(self) -> None:
        """No line installs from an address, a folder or an index of its own."""
        lines = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
        entries = [line for line in lines if line and not line.startswith((" ", "#"))]
        assert len(entries) == len(LOCKED) > 30
