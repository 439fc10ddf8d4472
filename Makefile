# Two commands do everything on a fresh machine with Rust, node and Debian: `make run` and `make test`.
# What they install is kept in TOOLS and reused. Long steps say what they are doing.

TOOLS ?= $(HOME)/.cache/hearth/tools
HEARTH := target/release/hearth
LEPTOS_VERSION := 0.3.10
BINDGEN_VERSION := 0.2.130
DENY_VERSION := 0.20.2
DEBIAN := chromium poppler-utils postgresql qpdf
export PATH := $(TOOLS)/bin:$(CURDIR)/end2end/node_modules/.bin:$(PATH)

.PHONY: run test build setup

## run: builds Hearth, loads two invented conferences, and serves them on 127.0.0.1:3000.
run: build
	@$(HEARTH) demo --data data/demo --listen 127.0.0.1:3000

## test: every check there is; ends with `N passed, N failed`.
test: build target/.setup/debian $(TOOLS)/deny-$(DENY_VERSION)
	@bash .ci/test

## build: the optimised binary, target/release/hearth, with everything it serves inside.
build: setup
	@echo "==> building what the browser runs (some minutes the first time)"
	@cargo leptos build --release --frontend-only --precompress
	@echo "==> building the server (some minutes the first time)"
	@cargo build --release --locked --package server

setup: target/.setup/wasm $(TOOLS)/leptos-$(LEPTOS_VERSION) $(TOOLS)/bindgen-$(BINDGEN_VERSION) target/.setup/node

target/.setup/wasm: rust-toolchain.toml
	@echo "==> adding the browser's target to Rust"
	@rustup target add wasm32-unknown-unknown
	@mkdir -p $(@D) && touch $@

$(TOOLS)/leptos-$(LEPTOS_VERSION):
	@echo "==> building cargo-leptos, which builds the browser's code (about ten minutes, once for this machine)"
	@cargo install cargo-leptos --version $(LEPTOS_VERSION) --locked --root $(TOOLS)
	@touch $@

# Without --locked: the tool's own lock file asks for a yanked crate.
$(TOOLS)/bindgen-$(BINDGEN_VERSION):
	@echo "==> building wasm-bindgen (about three minutes, once for this machine)"
	@cargo install wasm-bindgen-cli --version $(BINDGEN_VERSION) --root $(TOOLS)
	@touch $@

$(TOOLS)/deny-$(DENY_VERSION):
	@echo "==> building cargo-deny, which checks licences (about five minutes, once for this machine)"
	@cargo install cargo-deny --version $(DENY_VERSION) --locked --root $(TOOLS)
	@touch $@

target/.setup/node: end2end/package-lock.json
	@echo "==> installing the browser's test tools"
	@cd end2end && npm ci --no-audit --no-fund
	@mkdir -p $(@D) && touch $@

target/.setup/debian:
	@echo "==> installing from Debian what is missing of: $(DEBIAN)"
	@dpkg -s $(DEBIAN) >/dev/null 2>&1 || { SUDO=$$([ "$$(id -u)" = 0 ] || echo sudo); \
		$$SUDO apt-get update -qq && $$SUDO env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(DEBIAN); }
	@mkdir -p $(@D) && touch $@
