PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test check audit bench bench-store crash e2e fuzz fuzz-guided fuzz-long load dist lock clean

PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check install --no-compile

$(VENV)/.runs: requirements.txt pyproject.toml  # what the command needs; compiled when it is first used
	$(PYTHON) -m venv $(VENV)
	$(PIP) --require-hashes --requirement requirements.txt
	$(PIP) --no-deps --editable .
	touch $@

$(VENV)/.ready: requirements.lock $(VENV)/.runs  # and what the tests need
	$(PIP) --require-hashes --requirement requirements.lock
	touch $@

demo: $(VENV)/.runs  ## the main job on the bundled example: terminal report and demo/report.html
	$(BIN)/verbatim demo

test: $(VENV)/.ready  ## every test, on every core
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile

check: $(VENV)/.ready  ## lint, types and layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

audit:  ## what is known against the versions that requirements.lock pins; asks PyPI, and fails where it does not answer
	$(PYTHON) -m venv .audit
	.audit/bin/python -m pip install --quiet --disable-pip-version-check pip-audit==2.10.1
	.audit/bin/pip-audit --strict --require-hashes --disable-pip --requirement requirements.lock

bench: $(VENV)/.ready  ## the speed figures that the README quotes
	$(BIN)/python -m bench.check_speed

bench-store: $(VENV)/.ready  ## ten thousand quotes asked for every way: rank, completeness, verdicts, time
	folder=$$(mktemp -d) && $(BIN)/python -m bench.million 10000 --store $$folder/s.db; code=$$?; rm -r $$folder; exit $$code

crash: $(VENV)/.ready  ## the bot killed at three hundred random moments, and again with two on PostgreSQL: nothing lost
	$(BIN)/python -m tests.crash.run 300
	$(BIN)/python -m tests.crash.run 300 --postgres

e2e: $(VENV)/.ready  ## an editor's story against the Slack stand-in beside the project
	$(BIN)/python -m tests.e2e.story

fuzz: $(VENV)/.ready  ## torn-up articles for half a minute: no exception, every offset right
	$(BIN)/python -m bench.fuzz 30

load: $(VENV)/.ready  ## two hundred /verify and a thousand messages in a minute, and 2,000 checks' memory; STORE=a copy of a big one
	$(BIN)/python -m tests.load $(if $(STORE),--store $(STORE))
	$(BIN)/python -m tests.load.memory 2000 $(if $(STORE),--store $(STORE))

fuzz-long: $(VENV)/.ready  ## a million torn-up articles, or ARTICLES=…: an hour and a half of one core
	nice -n 19 $(BIN)/python -m bench.fuzz --articles $(or $(ARTICLES),1000000)

fuzz-guided: $(VENV)/.ready  ## texts grown towards code that was not run yet, for RUNS=…: wants Linux
	$(BIN)/python -m pip install --quiet --disable-pip-version-check "atheris>=3.0"
	nice -n 19 $(BIN)/python -m bench.fuzz_guided -runs=$(or $(RUNS),20000) tests/fuzz/corpus

dist: $(VENV)/.ready  ## wheel and sdist in dist/, and the wheel tried in a folder of its own; PYTHON=python3.13 tries that one
	rm -rf build dist && $(BIN)/python -m build
	folder=$$(mktemp -d) && $(PYTHON) -m venv $$folder && $$folder/bin/python -m pip install --quiet dist/*.whl \
		&& cd $$folder && bin/verbatim demo; code=$$?; rm -r $$folder; exit $$code

lock:  ## after a change of the dependencies: everything (requirements.lock), and what a host runs (requirements.txt)
	folder=$$(mktemp -d) && $(PYTHON) -m venv $$folder && $$folder/bin/python -m pip install --quiet uv \
		&& $$folder/bin/uv pip compile pyproject.toml --quiet --all-extras \
			--universal --generate-hashes --no-header --output-file requirements.lock \
		&& $$folder/bin/uv pip compile pyproject.toml --quiet --extra oauth --extra pdf --extra postgres \
			--constraints requirements.lock --universal --generate-hashes --no-header --output-file requirements.txt; \
		code=$$?; rm -r $$folder; exit $$code

clean:
	rm -rf $(VENV) .audit build demo dist
