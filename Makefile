# What a person types. Each target sets up what it needs; the work is done by the scripts in .ci/.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help run dev test bench shots setup build

help: ## this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:[^#]*## /\t/' | expand -t 10

run: build ## set up, build, migrate, load the demo data, serve on http://127.0.0.1:3000 beside a payment sandbox
	@source .ci/env && exec .ci/serve target/release/sandbox target/release/server serve --seed

dev: ## rebuild and restart whenever a source changes
	@.ci/setup run
	@source .ci/env && cargo build -p sandbox && exec .ci/serve target/debug/sandbox cargo leptos watch -- serve --seed

test: ## everything CI checks, with the figures at the end
	@.ci/setup test
	@.ci/test

bench: build ## the load figures alone
	@.ci/setup test
	@.ci/test load

shots: build ## a screenshot of every page into end2end/shots/
	@.ci/setup test
	@.ci/test shots

setup: ## everything the other targets need
	@.ci/setup test

build: ## the release build, if a source is newer than it
	@.ci/setup run
	@.ci/build
