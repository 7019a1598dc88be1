"""The house: layers, sizes and docstrings, as CONTRIBUTING.md states them."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MODULES = sorted(path for room in ("bot", "store", "handlers") for path in (ROOT / room).rglob("*.py"))
LAYERS = {"bot": {"bot"}, "store": {"store", "bot"}, "handlers": {"handlers", "store", "bot"}}
FORBIDDEN_IN_BOT = ("slack_", "sqlite", "psycopg")


def imported(tree: ast.AST) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
class TestModule:
    def test_imports_only_downwards(self, path: Path) -> None:
        """A module imports from its own room and the rooms below it; only the entry file steps up."""
        room = path.relative_to(ROOT).parts[0]
        names = imported(ast.parse(path.read_text(encoding="utf-8")))
        rooms = {name.split(".")[0] for name in names} & set(LAYERS)
        allowed = LAYERS["handlers"] if path == ROOT / "bot" / "__main__.py" else LAYERS[room]
        assert set() == rooms - allowed
        if room == "bot":
            assert [] == [name for name in names if name.startswith(FORBIDDEN_IN_BOT)]

    def test_keeps_to_its_size(self, path: Path) -> None:
        """No module is over 350 lines, no function over 50."""
        source = path.read_text(encoding="utf-8")
        functions = (ast.FunctionDef, ast.AsyncFunctionDef)
        sizes = {
            node.name: (node.end_lineno or 0) - node.lineno + 1
            for node in ast.walk(ast.parse(source))
            if isinstance(node, functions)
        }
        assert source.count("\n") <= 350
        assert {} == {name: size for name, size in sizes.items() if size > 50}

    def test_says_what_it_is_for(self, path: Path) -> None:
        """Every module opens with a docstring."""
        assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
