# Every command of the project, one line of meaning each: `make help`.

PORT ?= 8000
KILLS ?= 1000
FUZZ ?= 150
TARGETS ?= pdf text minutes file docx odt
SHARED ?= --numprocesses auto --dist worksteal
SEED ?= 1
PYTHON ?= $(shell for one in python3 python3.14 python3.13 python3.12 python3.11; do \
  $$one -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$one && exit; done; echo python3)
VENV := .venv
UV := $(shell command -v uv 2>/dev/null)
INSTALL := $(if $(UV),$(UV) pip install --quiet --python $(VENV)/bin/python,$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check)
LOCK = uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header
WORDS := cd src/declic && DJANGO_SETTINGS_MODULE=declic.config.settings ../../$(VENV)/bin/python -m django

.PHONY: help demo test check browser docs words lock audit fuzz benchmarks bench scale kills proofs mutants clean
.DEFAULT_GOAL := help

help: ## Say what each command does
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "make %-11s %s\n", $$1, $$2}'

demo: $(VENV)/.base ## Open the restated pact with invented people and serve it (PORT=8000)
	@$(VENV)/bin/declic demo --port $(PORT)

test: $(VENV)/.check browser ## Run every test, in a real browser too, then those of the database on PostgreSQL
	@$(VENV)/bin/python -m pytest $(SHARED) --ignore=tests/house
	@$(VENV)/bin/python -m pytest $(SHARED) -p tests.postgres --quiet

check: $(VENV)/.check ## Verify style, types, import contracts, templates, the house's own rules, generated docs
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports
	$(VENV)/bin/djlint src --check --lint --quiet
	$(VENV)/bin/python -m pytest --quiet $(SHARED) tests/house
	$(VENV)/bin/python docs/generate.py --check

browser: ## Have Debian's chromium for the browser tests, where it can be had
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null \
	|| { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null \
	     && echo "Installing chromium for the browser tests…" \
	     && apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium >/dev/null; } \
	|| echo "Chromium is not here: the browser tests will be skipped. To have it: sudo apt-get install chromium"

docs: $(VENV)/.check ## Write again the docs that are made from the code
	$(VENV)/bin/python docs/generate.py

words: $(VENV)/.test ## Gather the words to translate, then compile the catalogues (needs gettext)
	$(WORDS) makemessages --locale fr --no-obsolete --no-location --verbosity 0
	$(WORDS) compilemessages --locale fr --verbosity 0

lock: ## Pin every dependency with its hashes, from pyproject.toml (needs uv)
	@for kind in base postgres test check; do \
	  case $$kind in base) groups="";; postgres) groups="--extra postgres --constraint requirements/base.txt";; test) groups="--group test";; check) groups="--group test --group check";; esac; \
	  $(LOCK) pyproject.toml $$groups --output-file requirements/$$kind.txt || exit 1; \
	done
	@for kind in audit scan fuzz; do \
	  $(LOCK) --group $$kind --output-file requirements/$$kind.txt || exit 1; \
	done
	@echo 'setuptools>=77' | $(LOCK) - --output-file requirements/build.txt
	@sed -i '1i # Pinned by « make lock » from pyproject.toml; do not edit.' requirements/*.txt

audit: $(VENV)/.base .venv-audit/.made .venv-scan/.made ## Attack the demonstration with schemathesis and wapiti (LONG=--long: the large run)
	@$(VENV)/bin/python audit/run.py $(LONG)

fuzz: .venv-fuzz/.made ## Look for texts and files that break the reader, fifteen minutes (FUZZ=150 seconds each, TARGETS=pdf …)
	@for one in $(TARGETS); do \
	  nice .venv-fuzz/bin/python audit/fuzz.py $$one .fuzz/$$one -max_len=4000 -max_total_time=$(FUZZ) || exit 1; \
	done

.venv-%/.made: requirements/%.txt
	@echo "Installing what attacks the site and the reader (.venv-$*)…"
	@rm -rf .venv-$* && $(PYTHON) -m venv .venv-$*
	@$(if $(UV),$(UV) pip install --quiet --python .venv-$*/bin/python,.venv-$*/bin/python -m pip install --quiet --disable-pip-version-check) --require-hashes --requirement $<
	@touch $@

benchmarks: $(VENV)/.base ## Measure how fast the site answers, what its guards cost, how well a document is read (wrk)
	$(VENV)/bin/python benchmarks/speed_of_reading.py
	$(VENV)/bin/python benchmarks/score_planoise.py
	$(VENV)/bin/python benchmarks/speed_of_files.py
	$(VENV)/bin/python benchmarks/cost_of_guards.py
	$(VENV)/bin/python benchmarks/speed_of_serving.py

bench: $(VENV)/.test ## Score the reading of documents fact by fact, precision and recall apart (docs/reference/accuracy.md)
	$(VENV)/bin/python benchmarks/accuracy_of_sittings.py --write
	$(VENV)/bin/python benchmarks/accuracy_of_layouts.py --write
	$(VENV)/bin/python benchmarks/accuracy_of_plans.py --write
	$(VENV)/bin/python benchmarks/speed_of_files.py --write

scale: $(VENV)/.test ## Measure the pages of steering with every priority neighbourhood of France in one database (half an hour)
	nice $(VENV)/bin/python benchmarks/speed_at_scale.py

kills: $(VENV)/.test ## Kill the whole server while people write, and look for losses (KILLS=1000 SEED=1)
	$(VENV)/bin/python -m tests.safety.kills --kills $(KILLS) --seed $(SEED) --out kills.json

proofs: $(VENV)/.test ## Compare a million rights with the oracle, and look for canaries in 10,000 answers (half an hour)
	nice $(VENV)/bin/python benchmarks/proofs_of_access.py worlds 1000000
	nice $(VENV)/bin/python benchmarks/proofs_of_access.py crawl 10000

mutants: $(VENV)/.test ## Spoil the rules of rights in every small way, and see that a test says so (ten minutes)
	nice $(VENV)/bin/python benchmarks/mutants_of_rights.py

clean: ## Remove the environment and every cache; the data folder stays
	rm -rf $(VENV) .venv-audit .venv-scan .venv-fuzz .fuzz .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache src/*.egg-info
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +

# --- the environment, made once and renewed when what it holds changes ---------------------------

$(VENV)/bin/python:
	@[ -w . ] || { echo "Ce dossier n'est pas accessible en écriture / this folder cannot be written: $$PWD" >&2; exit 2; }
	@command -v $(PYTHON) >/dev/null || { echo "Il faut Python 3.11 ou plus récent / Python 3.11 or later is needed: $(PYTHON) is not here" >&2; exit 2; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	|| { echo "Il faut Python 3.11 ou plus récent / Python 3.11 or later is needed: this is $$($(PYTHON) --version). Try make PYTHON=python3.11 …" >&2; exit 2; }
	@$(if $(UV),$(UV) venv --quiet --python "$$($(PYTHON) -c 'import sys; print(sys.executable)')" $(VENV),$(PYTHON) -m venv $(VENV) >/dev/null) \
	|| { rm -rf $(VENV); echo "Il manque le module venv / the venv module is missing: sudo apt-get install python3-venv" >&2; exit 2; }

$(VENV)/.base: requirements/build.txt requirements/base.txt pyproject.toml | $(VENV)/bin/python
	@echo "Installing what Déclic stands on…"
	@$(INSTALL) --require-hashes --requirement requirements/build.txt --requirement requirements/base.txt
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.test: requirements/test.txt $(VENV)/.base
	@echo "Installing what the tests need…"
	@$(INSTALL) --require-hashes --requirement requirements/test.txt
	@touch $@

$(VENV)/.check: requirements/check.txt $(VENV)/.test
	@echo "Installing what the checks need…"
	@$(INSTALL) --require-hashes --requirement requirements/check.txt
	@touch $@
