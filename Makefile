# The commands that people type; pre-commit and CI call the same ones. Every target works on a fresh machine.
SHELL := /bin/sh
.DEFAULT_GOAL := help

VENV := .venv
BIN := $(VENV)/bin
PYTHON := $(BIN)/python
INSTALLED := $(VENV)/.installed
LOCAL := $(PYTHON) -m deploy.local
FAST := not integration and not crash and not e2e and not long
PARTS := reporting triage networks notify kafka store issuer mail
COMPILE := PATH="$(BIN):$$PATH" uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
	--exclude-newer '1 week'

.PHONY: help
help: ## list what can be made
	@awk -F ':.*## ' '/^[a-z%-]+:.*## / { printf "  %-16s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo '  restart-<part>   one of: $(PARTS)'

.PHONY: install
install: $(INSTALLED) ## make .venv from the lock, every hash checked

$(INSTALLED): requirements-dev.lock pyproject.toml deploy/local/install.sh
	@echo 'installing the locked dependencies into $(VENV)'
	@deploy/local/install.sh
	@touch $@

.PHONY: hooks
hooks: $(INSTALLED) ## let git run lint, types and import contracts before each commit
	@$(BIN)/pre-commit install

.PHONY: java
java: ## make sure of a JDK and Maven, which Kafka and the local store run on
	@deploy/local/java.sh

.PHONY: jars
jars: $(INSTALLED) java ## fetch what Kafka and the local store run on
	@$(LOCAL) fetch

.PHONY: up
up: $(INSTALLED) java ## start the platform on this machine and leave it running
	@$(LOCAL) up

.PHONY: down
down: $(INSTALLED) ## stop the platform and wait until nothing of it is left
	@$(LOCAL) down

.PHONY: status
status: $(INSTALLED) ## show each part of the running platform
	@$(LOCAL) status

.PHONY: demo
demo: $(INSTALLED) java ## play a day of reports through the platform; DATA=<folder> uses real public data, KILL=1 kills its parts
	@$(PYTHON) -m deploy.demo $(if $(DATA),--data '$(DATA)') $(if $(KILL),--kill)

restart-%: $(INSTALLED)
	@$(LOCAL) restart $*

.PHONY: format
format: $(INSTALLED) ## write the code the one way
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix --exit-zero --quiet .

.PHONY: lint
lint: $(INSTALLED) ## formatting and lint
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .

.PHONY: types
types: $(INSTALLED) ## mypy, strict
	@$(BIN)/mypy

.PHONY: imports
imports: $(INSTALLED) ## who may import whom
	@$(BIN)/lint-imports

.PHONY: check-compose
check-compose: ## load docker-compose.yml with the compose specification's own library (needs Go)
	@cd deploy/compose/check && go run . ../../../docker-compose.yml

.PHONY: compose-if-go
compose-if-go:
	@if command -v go >/dev/null; then $(MAKE) --no-print-directory check-compose; \
	else echo 'docker-compose.yml not checked: no Go here'; fi

.PHONY: check
check: lint types imports ## format, lint, types, import contracts and the fast tests
	@$(PYTHON) -m pytest -m '$(FAST)'

.PHONY: test
test: jars lint types imports compose-if-go ## all that CI runs: check, contract, integration and a short crash selection
	@$(PYTHON) -m pytest -m 'not long'

.PHONY: test-all
test-all: jars lint types imports compose-if-go ## every test there is, the long ones too
	@$(PYTHON) -m pytest

.PHONY: bench
bench: jars ## the benchmarks, as a table
	@$(PYTHON) -m tests.bench

.PHONY: corpus
corpus: $(INSTALLED) ## score triage on the labelled reports and write docs/triage-scores.md
	@$(PYTHON) -m tests.corpus

.PHONY: second-reader
second-reader: $(INSTALLED) ## train triage's second reader on the labelled reports
	@$(PYTHON) -m tests.corpus --train

.PHONY: schemas
schemas: $(INSTALLED) ## write the event schemas after a deliberate change
	@$(PYTHON) -m deploy.cli.schemas

.PHONY: lock
lock: $(INSTALLED) ## resolve the dependencies anew, none younger than a week
	@$(COMPILE) --all-extras pyproject.toml -o requirements-dev.lock
	@$(COMPILE) -c requirements-dev.lock pyproject.toml -o requirements.lock \
		--extra reporting --extra triage --extra networks --extra notify --extra telemetry
	@$(COMPILE) -c requirements-dev.lock pyproject.toml -o requirements-analytics.lock --extra triage --extra analytics

.PHONY: clean
clean: ## stop the platform and remove its data, keys, mails and logs; fetched jars stay
	@if [ -x $(PYTHON) ]; then $(LOCAL) down; fi
	@find .local -mindepth 1 -maxdepth 1 ! -name cache -exec rm -rf {} + 2>/dev/null || true
	@rm -rf .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
