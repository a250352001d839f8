# What people and machines call. A stamp remembers what is installed, so that a second call is quick.
# The Python of the machine makes the environment: make run PYTHON=python3.12

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet
SOURCES := pyproject.toml constraints.txt

.PHONY: run test test-browser reports compile docs scores speed clean

run: $(VENV)/installed
	$(BIN)/factcheck run seeds/

test: $(VENV)/installed-test
	$(BIN)/python -m pytest -n 2 --dist worksteal

test-browser: $(VENV)/installed-browser
	$(BIN)/python -m pytest tests/test_html_in_browser.py

reports: $(VENV)/installed
	$(BIN)/factcheck run seeds --format json --output reports/seeds.json || test $$? -eq 1
	$(BIN)/factcheck run seeds --format text --verbose --output reports/seeds.txt || test $$? -eq 1

docs: $(VENV)/installed
	$(BIN)/python -m checker.rule_pages
	$(BIN)/python tests/console.py README.md docs/newcomer.md

compile: $(VENV)/installed
	$(BIN)/python -m checker.compile
	$(BIN)/python -m checker.rule_pages

scores: $(VENV)/installed
	$(BIN)/python benchmarks/scores.py
	$(BIN)/python benchmarks/relations.py

speed: $(VENV)/installed
	$(BIN)/python benchmarks/speed.py

clean:
	rm -rf $(VENV) .factcheck_cache

# The build backend first and pinned like the rest, so that building the project installs nothing that is not.
$(VENV)/installed: $(SOURCES)
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(PIP) install -c constraints.txt hatchling editables
	$(PIP) install -c constraints.txt --no-build-isolation -e .
	touch $@

$(VENV)/installed-test: $(VENV)/installed
	$(PIP) install -c constraints.txt --no-build-isolation -e '.[test]'
	touch $@

# The driver is a Python package; the browser is the machine's own, installed where that is allowed.
$(VENV)/installed-browser: $(VENV)/installed-test
	$(PIP) install -c constraints.txt --no-build-isolation -e '.[browser]'
	command -v chromium || command -v chromium-browser || command -v google-chrome || { apt-get update -q && apt-get install -yq --no-install-recommends chromium; }
	touch $@
