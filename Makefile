# What a machine with Rust does here: `make serve` to read and to work, `make test` before handing in, `make dist` to
# publish, `make release` for those without Rust.
# Everything is built into target/. Cargo itself knows what is fresh; nothing here keeps stamps.

CORPUS ?= $(wildcard corpus/*.json)
PORT ?=
WASM = target/wasm32-unknown-unknown/page
NATIVE = --locked --quiet --features pack
# The page gets the standard library built for it, small and without the words of panics that nobody would read
# (boot.js says that the page has stopped): an eighth of the first load. The flags wait to become stable; this lets
# the stable compiler take them.
SMALL = RUSTC_BOOTSTRAP=1
# The builder's home folder stays out of the page, and the page is the same whoever builds it.
# Browsers compile each function when it is first called: the smallest are put where they are called, a tenth of all.
# pack/lean.rs asks what refers to what.
FLAGS = '-Zunstable-options', '-Cpanic=immediate-abort', '-Zlocation-detail=none', '-Zfmt-debug=none', \
  '-Cllvm-args=-inline-threshold=20', '-Clink-arg=--emit-relocs', \
  '--remap-path-prefix=$(or $(CARGO_HOME),$(HOME)/.cargo)=.', '--remap-path-prefix=$(CURDIR)=.'

.PHONY: serve site dist release words size test browsers bench lint clean wasm-target
.DEFAULT_GOAL := serve

serve: site
	@target/debug/standpoint serve target/site $(if $(PORT),--port $(PORT)) \
	  --watch src styles index.html corpus Cargo.toml --run "$(MAKE) --no-print-directory site"

# The site as it is tried and tested here.
site: OUT = target/site
site: packed
	@target/debug/standpoint build --app target/app --corpus $(CORPUS) --out $(OUT)

# The site to upload.
dist: packed
	@target/debug/standpoint build --app target/app --corpus $(CORPUS) --out dist $(if $(SITE),--site $(SITE))
	@echo "dist/ holds the site: upload it to any static host."

# The command line with the page inside, for whoever has no Rust, and the licence of the font that it draws with.
release: packed
	@echo "Building the command line that carries the page …"
	@cargo build --locked --quiet --release --features carry --bin standpoint
	@cp "$$(cargo metadata --locked --format-version 1 --filter-platform $$(rustc --print host-tuple) \
	  | grep -o '[^"]*/notosans-[^"/]*/' | head -n 1)fonts/LICENSE_OFL.txt" target/release/LICENSE-NotoSans.txt
	@echo "target/release/standpoint needs nothing beside it; hand LICENSE and target/release/LICENSE-NotoSans.txt on with it."

# Brings the message files of every language up to the words of the page.
words:
	@cargo run $(NATIVE) --bin pack -- --words

size: site
	@target/debug/pack --size target/site nato-2021/2021-12-17/

.PHONY: packed
packed: wasm-target
	@echo "Building the page (wasm) …"
	@$(SMALL) cargo build --locked --quiet -Zbuild-std=std,panic_abort -Zbuild-std-features=optimize_for_size \
	  --config "target.wasm32-unknown-unknown.rustflags=[$(FLAGS)]" \
	  --target wasm32-unknown-unknown --profile page --bin page --bin reading --bin checker
	@echo "Building the command line and the packer …"
	@cargo build $(NATIVE) --bin standpoint --bin pack
	@target/debug/pack $(WASM) target/app

wasm-target:
	@test -d "$$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown" \
	  || { echo "Adding Rust's wasm target …"; rustup target add wasm32-unknown-unknown; }
	@test -d "$$(rustc --print sysroot)/lib/rustlib/src/rust/library" \
	  || { echo "Adding the source of Rust's standard library …"; rustup component add rust-src; }

test: lint
	@echo "Tests without a browser …"
	@cargo test $(NATIVE)
	@$(MAKE) --no-print-directory browsers

lint: wasm-target
	@echo "Format and lints …"
	@cargo fmt --check
	@cargo clippy $(NATIVE) --all-targets -- -D warnings
	@cargo clippy --locked --quiet --target wasm32-unknown-unknown --lib --bin page --bin reading --bin checker -- -D warnings

# Names of scenarios or browsers narrow it down: make browsers ONLY="firefox link"
browsers: site
	@sh tests/support/install.sh
	@echo "Tests in Chromium, Firefox and WebKit …"
	@cargo test $(NATIVE) --test browser -- $(ONLY)

# Costs beside the peers of tests/bench/peer, as medians and ratios of one run: make bench ONLY=press
bench: site
	@sh tests/support/install.sh
	@echo "Building the peers …"
	@target/debug/standpoint build --app target/app --corpus $(firstword $(CORPUS)) --out target/bench-site >/dev/null
	@node tests/bench/peer/build.mjs $(firstword $(CORPUS)) target/peer target/peer-cache
	@echo "Measuring …"
	@cargo test $(NATIVE) --test bench -- $(ONLY)

clean:
	cargo clean
	rm -rf dist
