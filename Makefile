# The five things one does here. Cargo decides what is stale; nothing is stamped.
CARGO = cargo
CORPUS = corpus/nato-2021.json
PAGE = target/wasm32-unknown-unknown/page/page.wasm
PACK = target/debug/pack
STANDPOINT = target/debug/standpoint
SOURCES = src index.html styles corpus Cargo.toml

.PHONY: serve test dist size bench clean site wasm native

serve: site ## the reader on this machine, rebuilt and reloaded on every change
	@$(STANDPOINT) serve target/site $(foreach path,$(SOURCES),--watch $(path)) --run "$(MAKE) --no-print-directory site"

site: wasm native
	@$(PACK) $(PAGE) target/app
	@$(STANDPOINT) build --app target/app --corpus $(CORPUS) --out target/site

wasm:
	@rustup target list --installed | grep -q wasm32-unknown-unknown || { echo "Adding the wasm target…"; rustup target add wasm32-unknown-unknown; }
	@echo "Building the page…"
	@$(CARGO) build --locked --profile page --target wasm32-unknown-unknown --bin page

native:
	@echo "Building the packer and the command line…"
	@$(CARGO) build --locked --features pack --bin pack --bin standpoint

dist: site ## the static site, in dist/
	@$(STANDPOINT) build --app target/app --corpus $(CORPUS) --out dist
	@echo "dist/ is a site: put it on any web server."

size: dist ## what a first visit loads
	@$(PACK) --size dist

test: ## everything; installs browsers and drivers where they are missing
	@sh tests/support/install.sh
	@echo "Format and lints…"
	@$(CARGO) fmt --check
	@$(CARGO) clippy --locked --all-targets --features pack -- -D warnings
	@$(MAKE) --no-print-directory dist size
	@$(CARGO) clippy --locked --profile page --target wasm32-unknown-unknown --bin page -- -D warnings
	@echo "Tests…"
	@$(CARGO) test --locked --features pack

clean:
	@$(CARGO) clean
	@rm -rf dist
