# Two commands do everything on a fresh machine with Rust, node and Debian: `make run` and `make test`.
# What they install is kept in TOOLS and reused. Long steps say what they are doing.

TOOLS ?= $(HOME)/.cache/hearth/tools
HEARTH := target/release/hearth
SITE := target/site
PROGRAMS := console desk door eyes phone tablet wall
BINDGEN_VERSION := 0.2.130
DENY_VERSION := 0.20.2
SBOM_VERSION := 0.5.9
BUNDLE := target/release-bundle
DEBIAN := chromium poppler-utils postgresql qpdf
export PATH := $(TOOLS)/bin:$(CURDIR)/end2end/node_modules/.bin:$(PATH)

.PHONY: run test natives build release setup

## run: builds Hearth, loads two invented conferences, and serves them on 127.0.0.1:3000.
# What is invented goes into its own folder, whatever database the environment names.
run: build
	@DATABASE_URL= $(HEARTH) demo --data data/demo --listen 127.0.0.1:3000

## test: every check there is; ends with `N passed, N failed`.
# Linking what the browser runs keeps one core busy and no more, so the tests are compiled beside it. What does not
# compile is said by the step that runs it.
test: setup target/.setup/debian $(TOOLS)/deny-$(DENY_VERSION)
	@$(MAKE) --no-print-directory --jobs=2 build natives
	@bash .ci/test

natives:
	@echo "==> compiling the tests, beside what the browser runs"
	@cargo test --locked --workspace --no-run --quiet || true

## build: the optimised binary, target/release/hearth, with everything it serves inside.
build: setup
	@rm -rf $(SITE) && mkdir -p $(SITE)/pkg && cp -r public/. $(SITE)
	@esbuild hearth=style/main.css seats=style/seats.css record=style/record.css fonts=style/fonts.css --bundle --minify "--external:/fonts/*" --log-level=warning \
		--outdir=$(SITE)/pkg
	@for program in $(PROGRAMS); do $(MAKE) --no-print-directory program-$$program || exit 1; done
	@node app/compress.mjs $(SITE)
	@echo "==> building the server (some minutes the first time)"
	@cargo build --release --locked --package server

## release: what an operator gets, in target/release-bundle: the binary with its assets inside, what it is made of
# (CycloneDX), how to run it, what to fill in before it is used, and the sums of all of it.
release: build $(TOOLS)/cyclonedx-$(SBOM_VERSION)
	@rm -rf $(BUNDLE) && mkdir -p $(BUNDLE)
	@cp $(HEARTH) LICENSE README.md server/deploy/* $(BUNDLE)
	@cargo cyclonedx --quiet --manifest-path server/Cargo.toml --format json --override-filename hearth.cdx
	@mv server/hearth.cdx.json $(BUNDLE) && find app server -name hearth.cdx.json -delete
	@cd $(BUNDLE) && sha256sum * > ../SHA256SUMS && mv ../SHA256SUMS .
	@echo "==> $(BUNDLE) is ready; check it anywhere with: sha256sum --check SHA256SUMS"

# One program of the browser (app/src/program.rs says what each is for). No wasm-opt: it makes the code a sixth smaller
# on the device but larger on the way there, because what it leaves compresses worse.
program-%:
	@echo "==> building what the browser runs: $* (the first one takes some minutes)"
	@cargo build --locked --package app --lib --no-default-features --features hydrate,$* \
		--target wasm32-unknown-unknown --profile wasm-release --target-dir target/front
	@mkdir -p target/bindgen
	@node app/prune.mjs target/front/wasm32-unknown-unknown/wasm-release/app.wasm target/bindgen/$*.pruned
	@wasm-bindgen --target web --no-typescript --remove-name-section --remove-producers-section \
		--out-name $* --out-dir target/bindgen target/bindgen/$*.pruned
	@esbuild target/bindgen/$*.js --minify --format=esm --log-level=warning --outfile=$(SITE)/pkg/$*.js
	@cp target/bindgen/$*_bg.wasm $(SITE)/pkg/$*.wasm

setup: target/.setup/wasm $(TOOLS)/bindgen-$(BINDGEN_VERSION) target/.setup/node

target/.setup/wasm: rust-toolchain.toml
	@echo "==> adding the browser's target to Rust"
	@rustup target add wasm32-unknown-unknown
	@mkdir -p $(@D) && touch $@

# Without --locked: the tool's own lock file asks for a yanked crate.
$(TOOLS)/bindgen-$(BINDGEN_VERSION):
	@echo "==> building wasm-bindgen (about three minutes, once for this machine)"
	@cargo install wasm-bindgen-cli --version $(BINDGEN_VERSION) --root $(TOOLS)
	@touch $@

$(TOOLS)/deny-$(DENY_VERSION):
	@echo "==> building cargo-deny, which checks licences (about five minutes, once for this machine)"
	@cargo install cargo-deny --version $(DENY_VERSION) --locked --root $(TOOLS)
	@touch $@

$(TOOLS)/cyclonedx-$(SBOM_VERSION):
	@echo "==> building cargo-cyclonedx, which lists what the binary is made of (some minutes, once for this machine)"
	@cargo install cargo-cyclonedx --version $(SBOM_VERSION) --locked --root $(TOOLS)
	@touch $@

target/.setup/node: end2end/package-lock.json
	@echo "==> installing what the site is made with, and the browser's tests"
	@cd end2end && npm ci --no-audit --no-fund
	@mkdir -p $(@D) && touch $@

# Looked at again when this file has changed: the list may be longer.
target/.setup/debian: Makefile
	@echo "==> installing from Debian what is missing of: $(DEBIAN)"
	@dpkg -s $(DEBIAN) >/dev/null 2>&1 || { SUDO=$$([ "$$(id -u)" = 0 ] || echo sudo); \
		$$SUDO apt-get update -qq && $$SUDO env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(DEBIAN); }
	@mkdir -p $(@D) && touch $@
