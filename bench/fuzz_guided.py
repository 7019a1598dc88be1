"""Articles that a fuzzer grows towards code not run yet: ``python -m bench.fuzz_guided [-runs=N] [FOLDER …]``.

Wants atheris (``pip install atheris``, Linux).  The folders hold texts to start from and keep what was found; the
promises are those of ``bench.fuzz``.  A text that breaks one is written to ``crash-…`` beside the caller.
"""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["bot"]):
    from bench.fuzz import faults


def one_text(content: bytes) -> None:
    """Reads and checks the bytes as a text, broken ones included."""
    text = content.decode("utf-8", errors="surrogateescape")
    fault = faults(text)
    if fault:
        raise AssertionError(f"{fault}: {text!r}")


def main() -> None:
    """Hands over to the fuzzer, which never comes back."""
    atheris.Setup(sys.argv, one_text)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
