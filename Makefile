# What one runs here. Needs Python 3.11 with pip, and make.
#   make dataset   build outputs/ from seeds/
#   make test      run every test
#   make ui        Dagster on http://localhost:3000 (PORT=… for another port)
#   make readme    rewrite the parts of README.md that are made from the schemas
#   make lint      formatting, lint rules, types
#   make lock      pin the newest allowed versions of all dependencies

PYTHON ?= $(shell command -v python3.11 || command -v python3)
PORT ?= 3000
SEEDS ?= seeds
OUTPUTS ?= outputs

VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
DAGSTER_HOME := $(CURDIR)/.dagster

.PHONY: dataset test ui readme lint lock install
.DEFAULT_GOAL := dataset

dataset: $(INSTALLED)
	$(BIN)/python -m pipeline build --seeds $(SEEDS) --outputs $(OUTPUTS)

test: $(INSTALLED)
	$(BIN)/python -m pytest -n auto --dist loadfile $(PYTEST_ARGS)

# `env --default-signal` gives the server back the signals that a background shell takes from it.
# `dagster dev` says that it has a successor, which would bring a second tool chain with it: not repeated here.
ui: $(INSTALLED)
	@mkdir -p $(DAGSTER_HOME)
	@cp dagster.yaml $(DAGSTER_HOME)/dagster.yaml
	@PERU_US_SEEDS="$(abspath $(SEEDS))" PERU_US_OUTPUTS="$(abspath $(OUTPUTS))" DAGSTER_HOME=$(DAGSTER_HOME) \
	PYTHONWARNINGS="ignore:Function \`dev_command\` is superseded" \
	exec env --default-signal=TERM,INT $(BIN)/python -m pipeline.defs.serve ui --port $(PORT)

readme: $(INSTALLED)
	$(BIN)/python -m tests.readme_parts

lint: $(INSTALLED)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy pipeline schemas

install: $(INSTALLED)

# The environment has no pip of its own: the one of $(PYTHON) installs into it, so that systems
# whose Python comes without ensurepip (Debian) need nothing more. Modules are compiled once here,
# because imports stay slow where PYTHONDONTWRITEBYTECODE is set.
$(INSTALLED): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' || \
	  { echo "Python 3.11 is needed; $(PYTHON) is $$($(PYTHON) --version 2>&1). Name one: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv --without-pip $(VENV)
	$(PYTHON) -m pip --python $(BIN)/python install --quiet --disable-pip-version-check \
	  --require-hashes --no-deps --requirement requirements.lock
	PATH="$(CURDIR)/$(BIN):$$PATH" $(PYTHON) -m pip --python $(BIN)/python install --quiet --disable-pip-version-check \
	  --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q -j 0 $(VENV)/lib >/dev/null || true
	@touch $@

lock:
	test -x .cache/lock/bin/uv || { $(PYTHON) -m venv .cache/lock && .cache/lock/bin/pip install --quiet uv; }
	.cache/lock/bin/uv pip compile --quiet --python $(PYTHON) --group dev --generate-hashes --no-emit-index-url \
	  --no-header --no-annotate --output-file requirements.lock pyproject.toml
