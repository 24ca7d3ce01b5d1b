# Four Pillars: everything a contributor or CI runs. `make` lists it.
# Needs make and Python 3.11 to 3.13 only; the rest comes into .venv from requirements.lock.

PYTHON ?=
VENV   := .venv
BIN    := $(VENV)/bin
UV     := uv==0.13.9

export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help site serve check test bench lighthouse lint format lock venv clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' Makefile

site: $(VENV)/ready ## build the site
	@$(BIN)/pillars build

serve: $(VENV)/ready ## build the site, show it in the browser and follow edits
	@$(BIN)/pillars serve

check: $(VENV)/ready ## check every program
	@$(BIN)/pillars check

test: $(VENV)/ready lint ## everything CI runs: lint, types, tests (they build the site)
	@tools/ensure-node
	@chromium="$$(tools/ensure-chromium)" && CHROMIUM="$$chromium" $(BIN)/python -m pytest --numprocesses auto --dist loadfile

bench: $(VENV)/ready ## how long checking and building take, beside others
	@$(BIN)/python benchmarks/run.py

lighthouse: site ## what Lighthouse says of four pages on a phone, and their bytes
	@tools/run-lighthouse site

lint: $(VENV)/ready ## ruff and mypy
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy

format: $(VENV)/ready ## put the code in shape
	@$(BIN)/ruff check --fix
	@$(BIN)/ruff format

lock: ## remake requirements.lock; UPGRADE=1 takes newer versions
	@tools/lock '$(UV)' $(if $(UPGRADE),--upgrade)

venv: $(VENV)/ready ## make .venv (PYTHON=python3.12 chooses the interpreter)

clean: ## remove what was built, and caches; .venv stays
	rm -rf build site .pytest_cache .mypy_cache .ruff_cache .hypothesis .cache
	find generator tests -name __pycache__ -type d -prune -exec rm -rf {} +

# A changed lock makes a new environment, so nothing that left the lock lives on in it.
$(VENV)/locked: requirements.lock
	@tools/make-venv $(VENV) "$(PYTHON)"
	@echo "installing what requirements.lock names"
	@$(BIN)/python -m pip install -qq --require-hashes --only-binary :all: -r requirements.lock
	@touch $@

$(VENV)/ready: $(VENV)/locked pyproject.toml
	@$(BIN)/python -m pip install -qq --no-build-isolation --no-deps --no-index --editable .
	@touch $@
