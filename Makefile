# readroom: `make run` opens the reading room, `make test` runs the tests, `make help` names the rest.
PYTHON ?= python3
BIN = .venv/bin
ORIGINALS = ../shared/seeds
# Debian packages of the programs that some tests drive; without them those tests skip.
TEST_PACKAGES = groff neovim pandoc screen strace tmux vim

export PIP_DISABLE_PIP_VERSION_CHECK = 1
ifneq ($(wildcard $(ORIGINALS)),)
export READROOM_ORIGINALS ?= $(abspath $(ORIGINALS))
endif

# Exactly the locked wheels: nothing unnamed is fetched, nothing but readroom itself is built.
PIP = $(BIN)/python -m pip --quiet
SYNC = $(PIP) install --compile --only-binary :all: --require-hashes --requirement
HERE = $(PIP) install --no-deps --no-build-isolation --editable .
# The newest versions that pyproject.toml allows, for Python 3.11 and later on every platform.
COMPILE = build/lock/bin/uv pip compile --quiet --no-config --universal --only-binary :all: \
	--generate-hashes --no-header --no-emit-index-url --group build pyproject.toml

.PHONY: bench golden soak kit kit-trial man pictures run test test-full test-full-packages lint check lock help

run: .venv/runtime ## set up, index seeds/ and open the reading room
	@$(BIN)/python -m compileall -q tui
	@$(BIN)/readroom index --corpus seeds
	@$(BIN)/readroom --corpus seeds

test: .venv/dev ## set up and run the tests
	@$(BIN)/pytest -q -n 2

test-full: .venv/dev ## list the programs that some tests want, run the tests, name what was skipped
	@echo "For every test: apt-get install $(TEST_PACKAGES)"
	@$(BIN)/pytest -q -n 2 -rs

golden: .venv/dev ## draw the screens in tests/screen/screens anew; look at each that changes
	@READROOM_ACCEPT=1 $(BIN)/pytest -q -n 2 tests/screen/test_screens.py
	@git --no-pager diff --stat tests/screen/screens

soak: .venv/dev ## the long doses: every kill, every text, every mutation; some take an hour
	@READROOM_SOAK=1 READROOM_EDITS=1000 $(BIN)/pytest -q -n 2 -rs
	@$(BIN)/python -m bench.drivers 500

test-full-packages: # the same list for .ci/run, one a line
	@printf '%s\n' $(TEST_PACKAGES)

lint: .venv/dev ## ruff and mypy
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy

bench: .venv/dev ## measure beside other programs: 10,000 texts, SIZE=1k or 100k, DEBS=folder for real ones
	@$(PIP) install --only-binary :all: tantivy
	@$(BIN)/python -m bench.suite --texts $(subst k,000,$(or $(SIZE),10k)) $(if $(DEBS),--debs $(DEBS))

check: lint test ## everything that must pass before a commit

man: .venv/dev ## write the man pages into build/man
	@$(BIN)/python docs/manual.py build/man

pictures: .venv/dev ## draw the pictures of the README anew
	@$(BIN)/python docs/pictures.py

kit: .venv/dev ## one archive for machines without a network, of what is committed
	@$(BIN)/python kit/build.py dist

kit-trial: kit ## install the kit in an empty home with no network, and run the tests on it
	@$(BIN)/python kit/trial.py dist/readroom-kit-*.tar.xz

lock: ## write the lock files anew, with the newest versions
	@$(PYTHON) -m venv build/lock
	@build/lock/bin/pip install --quiet uv
	@{ echo "# What readroom runs on and is built with. Written by make lock."; \
		$(COMPILE); } > requirements.lock
	@{ echo "# The same, and what tests and checks it. Written by make lock."; \
		$(COMPILE) --group dev --constraint requirements.lock; } > requirements-dev.lock

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1	/p' Makefile | expand -t 12

.venv/bin/pip:
	@echo "setting up .venv …"
	@$(PYTHON) -m venv .venv

# An empty file notes when .venv last agreed with a lock.
.venv/runtime: requirements.lock pyproject.toml | .venv/bin/pip
	@$(SYNC) requirements.lock
	@$(HERE)
	@touch $@

.venv/dev: requirements-dev.lock pyproject.toml | .venv/bin/pip
	@$(SYNC) requirements-dev.lock
	@$(HERE)
	@touch $@
