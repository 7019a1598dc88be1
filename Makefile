PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test check bench clean

$(VENV)/.ready: requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	touch $@

demo: $(VENV)/.ready  ## the main job on the bundled example: terminal report and demo/report.html
	$(BIN)/verbatim demo

test: $(VENV)/.ready  ## every test
	$(BIN)/python -m pytest

check: $(VENV)/.ready  ## lint, types and layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/.ready  ## the speed figures that the README quotes
	$(BIN)/python -m bench.check_speed

clean:
	rm -rf $(VENV) demo
