"""Texts made by chance, and those that once broke something: no exception, no wrong offset, no time without end."""

from __future__ import annotations

import random
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bench.fuzz import PIECES, faults, torn, whole_articles

ROOT = Path(__file__).resolve().parents[2]
CORPUS = sorted((ROOT / "tests" / "fuzz" / "corpus").glob("*.txt"))
WORDS = "We will not close a depot this year Ada Quill Councillor Ruíz said told the Post on 3 May 2024 aged 71".split()
texts = st.lists(
    st.one_of(st.sampled_from(WORDS).map(lambda word: f"{word} "), st.sampled_from(PIECES), st.characters()),
    max_size=120,
).map("".join)


class TestTexts:
    @settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(texts)
    def test_of_any_characters_keep_every_promise(self, text: str) -> None:
        """Whatever is pasted is read, and every offset slices its own words."""
        assert faults(text) is None

    def test_torn_from_articles_keep_every_promise(self) -> None:
        """Two hundred articles with a dozen injuries each; ``make fuzz`` reads on."""
        chance, articles = random.Random(7), whole_articles()
        assert [] == [fault for _ in range(200) if (fault := faults(torn(chance, articles)))]

    @pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
    def test_that_were_kept_keep_every_promise(self, path: Path) -> None:
        """The corpus: texts made to trip a reader up, and whatever once did."""
        assert faults(path.read_bytes().decode("utf-8", errors="surrogateescape")) is None


def test_a_guided_fuzzer_finds_nothing_in_a_moment(tmp_path: Path) -> None:
    """A hundred texts grown from the corpus; ``make fuzz-guided`` goes on."""
    if find_spec("atheris") is None:
        pytest.skip("atheris is not installed: pip install atheris (Linux)")
    command = [sys.executable, "-m", "bench.fuzz_guided", "-runs=100", "-max_len=2000", "-seed=7"]
    command += [f"-artifact_prefix={tmp_path}/", str(tmp_path), str(ROOT / "tests" / "fuzz" / "corpus")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, timeout=300)
    assert done.returncode == 0, done.stderr.decode(errors="replace")[-3000:]
