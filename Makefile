# `make demo` and `make test` do all the set-up they need; a second run sets up in seconds.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: setup demo test lint bench bench-large bench-page

setup: .venv/.ready

# Remade when what is installed may have changed; the editable install itself never goes stale.
.venv/.ready: pyproject.toml constraints.txt
	@command -v git >/dev/null || { echo "setup: git was not found; install it and run make again" >&2; exit 1; }
	@command -v $(PYTHON) >/dev/null || { echo "setup: $(PYTHON) was not found; install Python 3.11 or newer, or name one: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "setup: $(PYTHON) is older than 3.11; name a newer one: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo "setup: Python's venv module was not found; install it (Debian, Ubuntu: apt-get install python3-venv) and run make again" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@echo "setup: installing into .venv (a minute or two, once)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

demo: setup
	$(BIN)/autograder demo

test: lint
	$(BIN)/autograder build --check
	$(BIN)/autograder verify --fresh
	$(BIN)/python -m pytest -q -n 2 --dist loadfile

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# What only a benchmark needs; remade like the set-up.
.venv/.bench: .venv/.ready
	@echo "bench: installing nbgrader into .venv (once)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[bench]'
	@touch $@

# About half an hour on two cores that do nothing else; BENCH_SIZES=100 measures smaller classes.
bench: setup .venv/.bench
	$(BIN)/python -m benchmarks

# A class of 10,000: one to two hours.
bench-large: setup .venv/.bench
	$(BIN)/python -m benchmarks --part large

# The tables and figures in docs/, from build/bench.json.
bench-page: setup
	$(BIN)/python -m benchmarks.page
