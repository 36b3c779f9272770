# Two commands do all the set-up: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
DEMO_LEDGER := demo.ledger

.PHONY: demo setup test check bench train gazetteer clean

demo: $(VENV)/.installed
	@rm -f $(DEMO_LEDGER) $(DEMO_LEDGER)-wal $(DEMO_LEDGER)-shm
	$(BIN)/fogline read examples/demo --ledger $(DEMO_LEDGER)
	@$(BIN)/fogline speakers --ledger $(DEMO_LEDGER) --limit 8
	@$(BIN)/fogline claims --ledger $(DEMO_LEDGER) --kind control
	@cat examples/next.txt

setup: $(VENV)/.tested

test: $(VENV)/.tested
	$(BIN)/python -m pytest
	$(BIN)/lint-imports

check: $(VENV)/.tested
	$(BIN)/ruff format --check src tests gate bench training gazetteer
	$(BIN)/ruff check src tests gate bench training gazetteer
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest

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
	@touch $@

$(VENV)/.tested: requirements/test.txt pyproject.toml | $(VENV)/bin/python
	$(PIP) install --require-hashes -r requirements/test.txt
	$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@ $(VENV)/.installed

clean:
	rm -rf $(VENV) $(DEMO_LEDGER)* .pytest_cache .mypy_cache .ruff_cache .hypothesis build dist
