"""The desk's development cases, scored by the desk's own scorer."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FLOORS = {
    "quote_recall": 1.0, "quote_precision": 1.0, "kind": 1.0, "speaker": 1.0, "verdict": 1.0, "flag_recall": 1.0,
    "flag_precision": 1.0, "silent": 1.0, "offsets": 1.0, "exit_code": 1.0,
}  # fmt: skip


def test_cases_are_read_and_judged_as_people_did(shared: Path, tmp_path: Path) -> None:
    """Quotes, speakers, verdicts and flags of every case, first check and re-check."""
    out = tmp_path / "score.json"
    command = [sys.executable, str(shared / "desk/score.py"), str(shared / "desk"), "--cwd", str(ROOT), "--recheck"]
    done = subprocess.run(
        [*command, "--cmd", f"{sys.executable} -m bot", "--json", str(out)], capture_output=True, text=True, timeout=300
    )
    scored = json.loads(out.read_text(encoding="utf-8"))
    for figures in (scored["scores"], scored["after_edit"]):
        measured = {name: figures[name] for name in FLOORS if figures.get(name) is not None}
        assert {} == {name: value for name, value in measured.items() if value < FLOORS[name]}, done.stdout
