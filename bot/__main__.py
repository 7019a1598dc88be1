"""The entry of the command ``verbatim``, also ``python -m bot``: the one step from the judgement up to its edges."""

from __future__ import annotations


def main() -> None:
    """Run the command line; the process ends with its exit code."""
    from handlers.cli import main as run

    run()


if __name__ == "__main__":
    main()
