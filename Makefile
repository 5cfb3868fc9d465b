# What can be done with this checkout. `make help` lists it.

PYTHON = .venv/bin/python
COMPILE = .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-header $(UPGRADE) pyproject.toml
BUNDLE = newsroom/static/dist/manifest.json
FRONTEND = $(shell find newsroom/frontend newsroom/static/css newsroom/static/icons \
	-name node_modules -prune -o -type f -print)

.DEFAULT_GOAL = help
.DELETE_ON_ERROR:
.PHONY: help setup run test lint format bench bench-live bench-style bench-wire converge screenshots lock spelling-weights wheel clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: .venv/editable $(BUNDLE) ## Make the environment in .venv and build the browser's files

run: setup ## Run the newsroom with its demo on this machine, data in var/
	@NEWSROOM_DEVELOPMENT=1 exec .venv/bin/newsroom run

test: lint ## Check the code, then run every test
	$(PYTHON) -m pytest -n auto --dist loadgroup $(ARGS)
	$(PYTHON) newsroom/frontend/run.py test

lint: setup ## Check form, types, imports and templates without running anything
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy
	.venv/bin/lint-imports --no-logo
	$(PYTHON) -m djlint --lint --quiet templates
	$(PYTHON) newsroom/frontend/run.py check

format: setup ## Bring Python files into form
	$(PYTHON) -m ruff check --fix .
	$(PYTHON) -m ruff format .

bench: setup ## Measure the requests and jobs that have a limit, and print them
	$(PYTHON) -m tests.bench
	$(PYTHON) -m tests.bench.renditions

bench-live: setup ## Measure people who write together, open streams, and the page in a browser
	$(PYTHON) -m tests.bench.live

bench-style: setup ## Measure the style check beside other tools, which are installed in .bench/
	$(PYTHON) -m tests.bench.style

bench-wire: setup ## Measure how stories are held against a million paragraphs of agency copy
	$(PYTHON) -m tests.bench.reuse

converge: setup ## Let people write together over a bad network, a hundred times on each database
	$(PYTHON) -m tests.convergence

screenshots: setup ## Take the README's pictures from the demo newsroom
	$(PYTHON) -m tests.screenshots

lock: .venv/locked ## Resolve the requirements again; UPGRADE=--upgrade takes newer releases
	$(PYTHON) -m pip install --quiet uv
	$(COMPILE) --output-file requirements.lock
	$(COMPILE) --group dev --constraint requirements.lock --output-file requirements-dev.lock
	$(COMPILE:pyproject.toml=) --group training --no-deps --constraint requirements.lock \
		--output-file requirements-training.lock
	$(PYTHON) newsroom/frontend/run.py lock

spelling-weights: setup .venv-training/locked ## Learn the weights of unlisted spellings again
	.venv-training/bin/python -m newsroom.housestyle.training

wheel: setup ## Build the wheel into dist/
	$(PYTHON) -m hatchling build --target wheel

clean: ## Remove what was built; the data in var/ stays
	rm -rf .venv .venv-training .bench dist build newsroom/static/dist newsroom/frontend/node_modules
	rm -rf .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	find newsroom workers tests migrations -name __pycache__ -type d -prune -exec rm -rf {} +

# The files below are stamps: what is newer than its stamp is done again, the rest in no time.

.venv/bin/python:
	@python=$$(sh .ci/find-python) && "$$python" -m venv --clear .venv

.venv/locked: requirements-dev.lock | .venv/bin/python
	@sh .ci/install-packages
	@touch $@

.venv-training/locked: requirements-training.lock | .venv/bin/python
	.venv/bin/python -m venv --clear .venv-training
	.venv-training/bin/python -m pip install --quiet --no-deps --require-hashes \
		--requirement requirements-training.lock
	@touch $@

.venv/editable: pyproject.toml .venv/locked
	@$(PYTHON) -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(BUNDLE): $(FRONTEND) | .venv/locked
	$(PYTHON) newsroom/frontend/run.py build
	@touch $@
