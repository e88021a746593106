# make plan: plans the example roster. make test: all checks and tests. make bench: docs/benchmarks.md.
# make docs: what the docs have from the code. make settings: docs/settings.md.
# All install what they need first; see .ci/setup.

SHELL := /bin/bash
CARGO_HOME ?= $(HOME)/.cargo
export PATH := $(PATH):$(CARGO_HOME)/bin

TARGET := $(or $(CARGO_TARGET_DIR),target)
TOOLS := target/tools/venv/bin
ROSTER := fixtures/zwolle/roster.json
OUT := out
# The tests that compare what is written from the code, and write it with UPDATE_DOCS=1.
WRITTEN := test(the_api_page_is_up_to_date) | test(the_page_has_every_sheet_and_column)

# Lints beyond those of the manifest that serve reading; every warning fails the check here, not a build.
LINTS := missing_errors_doc missing_panics_doc map_unwrap_or manual_let_else \
	cloned_instead_of_copied explicit_iter_loop flat_map_option implicit_clone inefficient_to_string needless_continue \
	semicolon_if_nothing_returned unnested_or_patterns unused_async match_wildcard_for_single_variants \
	dbg_macro todo unimplemented
LINTS := -D warnings $(LINTS:%=-W clippy::%) -W unused_lifetimes

# The programs in examples/, which `make test` runs.
EXAMPLES := plan_roster own_weights score_plan call_service

.PHONY: plan test bench settings docs

plan:
	@.ci/setup plan
	cargo build --release --locked
	$(TARGET)/release/leerteam plan $(ROSTER) --out $(OUT) --force

# The quick checks come first. Clippy, tests and doctests select the same packages and targets, so
# that HiGHS is built once. Checks: form, spelling, Python, the page's scripts and styles, protos, lints; then
# tests (tests/house has licences and sources of dependencies), doctests, docs and examples.
test:
	@.ci/setup test
	cargo fmt --all --check
	$(TOOLS)/typos
	$(TOOLS)/ruff check --quiet
	$(TOOLS)/biome lint --error-on-warnings
	$(TOOLS)/buf lint proto
	$(TOOLS)/buf format --diff --exit-code proto
	cargo clippy --locked --workspace --all-targets -- $(LINTS)
	cargo nextest run --locked --workspace --all-targets --no-fail-fast
	cargo test --locked --workspace --doc
	RUSTDOCFLAGS="-D warnings" cargo doc --locked --workspace --no-deps
	cargo build --locked --workspace --all-targets
	for example in $(EXAMPLES); do $(TARGET)/debug/examples/$$example >/dev/null || exit 1; done
	$(TOOLS)/python tests/python/client.py $(TARGET)/debug/leerteam
	$(TOOLS)/python tests/python/jobs.py $(TARGET)/debug/leerteam
	$(TOOLS)/python tests/python/files.py $(TARGET)/debug/leerteam
	$(TOOLS)/python tests/python/page.py $(TARGET)/debug/leerteam
	$(TOOLS)/python tests/python/benches.py $(TARGET)/debug/leerteam

# Measures everything in docs/benchmarks.md and writes it: about a day on a machine that does nothing
# else. docs/benchmarks.md says how to measure a part.
bench:
	@.ci/setup bench
	target/tools/bench/bin/python benches/bench.py --resume
	target/tools/bench/bin/python benches/bench.py --report

# Plans every fixture and writes the tables of docs/settings.md: some minutes.
settings:
	@.ci/setup plan
	python3 benches/settings.py

# Writes what the docs have from the code (docs/api.md, the tables of docs/workbook.md), then tests that
# all docs agree with the code.
docs:
	@.ci/setup test
	UPDATE_DOCS=1 cargo nextest run --locked --workspace --all-targets -E '$(WRITTEN)'
	cargo nextest run --locked --workspace --all-targets -E 'binary(docs) | $(WRITTEN)'
