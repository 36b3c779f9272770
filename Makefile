# Two commands do all the set-up: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
DEMO_LEDGER := demo.ledger

.PHONY: demo setup test check bench train clean browser board

demo: $(VENV)/.installed
	@rm -f $(DEMO_LEDGER) $(DEMO_LEDGER)-wal $(DEMO_LEDGER)-shm
	$(BIN)/fogline read examples/demo --ledger $(DEMO_LEDGER)
	@$(BIN)/fogline claims --ledger $(DEMO_LEDGER) --stance denies --limit 8
	@$(BIN)/fogline questions --ledger $(DEMO_LEDGER) --limit 5
	@cat examples/next.txt

setup: $(VENV)/.tested

test: $(VENV)/.tested browser board
	$(BIN)/python -m pytest
	$(BIN)/lint-imports

check: $(VENV)/.tested browser board
	$(BIN)/ruff format --check src tests gate bench training gazetteer
	$(BIN)/ruff check src tests gate bench training gazetteer
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest

# The board is tested in a real Chromium; where none can be had those tests are skipped, visibly.
browser:
	@command -v chromium >/dev/null 2>&1 || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null \
		&& apt-get update -qq && apt-get install -y -qq chromium >/dev/null; } \
		|| echo "no Chromium: the tests of the board in a browser are skipped" >&2

# With npm at hand the tests rebuild the board and compare, and look for faults of accessibility.
board:
	@[ -d web/node_modules ] || { command -v npm >/dev/null 2>&1 && cd web && npm ci --silent --no-audit --no-fund; } \
		|| echo "no npm: the board is not rebuilt" >&2

bench: $(VENV)/.tested
	$(BIN)/python -m bench.read

train: $(VENV)/.tested
	$(PIP) install --require-hashes -r requirements/train.txt
	$(BIN)/python -m training.train

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

# The lock says which files may be installed; the package itself comes from this folder.
$(VENV)/.installed: requirements/run.txt pyproject.toml | $(VENV)/bin/python
	$(PIP) install --require-hashes -r requirements/run.txt
	$(PIP) install --no-deps --no-build-isolation -e .
	@$(BIN)/python -m compileall -q src
	@touch $@

$(VENV)/.tested: requirements/test.txt pyproject.toml | $(VENV)/bin/python
	$(PIP) install --require-hashes -r requirements/test.txt
	$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@ $(VENV)/.installed

clean:
	rm -rf $(VENV) $(DEMO_LEDGER)* .pytest_cache .mypy_cache .ruff_cache .hypothesis build dist
