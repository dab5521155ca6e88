# What a machine with Rust does here: `make serve` to read and to work, `make test` before handing in, `make dist` to
# publish, `make release` for those without Rust.
# Everything is built into target/. Cargo itself knows what is fresh; nothing here keeps stamps.
#
# A page is built in one of two ways. `serve` and the tests without a browser take the plain one, for which stable Rust
# is enough. `dist`, `size`, `browsers`, `bench` and `release` take the small one; where its flags are refused they say
# so, and take the plain one.

CORPUS ?= $(wildcard corpus/*.json)
PORT ?=
PROGRAMS = --bin initial --bin full --bin validator --bin coding --bin converter --target wasm32-unknown-unknown
NATIVE = --locked --quiet --features
# Optimised like the command line, our own code takes twice the time to compile, and a press on the page no less.
BUILD_PLAIN = cargo build --locked --quiet --config profile.dev.opt-level=0 $(PROGRAMS)
# The small page gets the standard library built for it, without the words of panics that nobody would read (loader.js
# says that the page has stopped): an eighth of the first load. The flags wait to become stable; RUSTC_BOOTSTRAP lets the
# stable compiler take them, and another release of it may refuse them.
NIGHTLY_FLAGS = -Zbuild-std=std,panic_abort -Zbuild-std-features=optimize_for_size
# The builder's home folder stays out of the page, and the page is the same whoever builds it. pack/stub_functions.rs
# reads what refers to what.
RUSTFLAGS_SMALL = '-Zunstable-options', '-Cpanic=immediate-abort', '-Zlocation-detail=none', '-Zfmt-debug=none', \
  '-Clink-arg=--emit-relocs', \
  '--remap-path-prefix=$(or $(CARGO_HOME),$(HOME)/.cargo)=.', '--remap-path-prefix=$(CURDIR)=.'
BUILD_SMALL = RUSTC_BOOTSTRAP=1 cargo build --locked --quiet $(NIGHTLY_FLAGS) \
  --config "target.wasm32-unknown-unknown.rustflags=[$(RUSTFLAGS_SMALL)]" --profile page

.PHONY: serve site dist release messages size test native browsers bench growth lint clean packed packed-small rust-src site-small wasm-target
.DEFAULT_GOAL := serve

serve: site
	@target/debug/standpoint serve target/site $(if $(PORT),--port $(PORT)) \
	  --watch src styles index.html corpus Cargo.toml --run "$(MAKE) --no-print-directory site"

# The site as it is worked on.
site: packed
	@target/debug/standpoint build --app target/app --corpus $(CORPUS) --out target/site

# The site to upload.
dist: packed-small
	@target/debug/standpoint build --app target/app-small --corpus $(CORPUS) --out dist $(if $(SITE),--site $(SITE))
	@echo "dist/ holds the site: upload it to any static host."

# The command line with the page inside, for whoever has no Rust, and the licence of the font that it draws with.
release: packed-small
	@echo "Building the command line that carries the page …"
	@cargo build --locked --quiet --release --features carry,previews --bin standpoint
	@cp "$$(cargo metadata --locked --features previews --format-version 1 --filter-platform $$(rustc --print host-tuple) \
	  | grep -o '[^"]*/notosans-[^"/]*/' | head -n 1)fonts/LICENSE_OFL.txt" target/release/LICENSE-NotoSans.txt
	@echo "target/release/standpoint needs nothing beside it; hand LICENSE and target/release/LICENSE-NotoSans.txt on with it."

# Brings the message files of every language up to the messages of the page.
messages:
	@cargo run $(NATIVE) pack --bin pack -- --messages

# The site as browsers are tested with it.
site-small: packed-small
	@target/debug/standpoint build --app target/app-small --corpus $(CORPUS) --out target/site-small

size: site-small
	@target/debug/pack --size target/site-small nato-2021/2021-12-17/

packed: wasm-target
	@echo "Building the page (wasm) …"
	@$(BUILD_PLAIN)
	@echo "Building the command line and the packer …"
	@cargo build $(NATIVE) pack --bin standpoint --bin pack
	@target/debug/pack target/wasm32-unknown-unknown/debug target/app

packed-small: wasm-target rust-src
	@echo "Building the small page (wasm) …"
	@mkdir -p target
	@if $(BUILD_SMALL) $(PROGRAMS) 2>target/small-page.log; then \
	  echo "Building the command line and the packer …"; \
	  cargo build $(NATIVE) dist --bin standpoint --bin pack; \
	else \
	  echo "The small page cannot be built with this Rust (target/small-page.log says why): it is built plain, a fifth larger."; \
	  cargo build --locked --quiet --profile page $(PROGRAMS) && cargo build $(NATIVE) pack,previews --bin standpoint --bin pack; \
	fi
	@target/debug/pack target/wasm32-unknown-unknown/page target/app-small

wasm-target:
	@test -d "$$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown" \
	  || { echo "Adding Rust's wasm target …"; rustup target add wasm32-unknown-unknown; }

rust-src:
	@test -d "$$(rustc --print sysroot)/lib/rustlib/src/rust/library" || ! command -v rustup >/dev/null \
	  || { echo "Adding the source of Rust's standard library …"; rustup component add rust-src || true; }

test:
	@begin=$$(date +%s); for part in lint native browsers; do \
	  start=$$(date +%s); $(MAKE) --no-print-directory $$part || exit 1; \
	  echo "make $$part took $$(( $$(date +%s) - start )) s"; \
	done; echo "make test took $$(( $$(date +%s) - begin )) s"

native:
	@echo "Tests without a browser …"
	@cargo test $(NATIVE) pack

lint: wasm-target
	@echo "Format and lints …"
	@cargo fmt --check
	@cargo clippy $(NATIVE) pack --all-targets --test browser --test bench --test growth -- -D warnings
	@cargo clippy --locked --quiet --lib $(PROGRAMS) -- -D warnings

# Names of scenarios or browsers narrow it down: make browsers ONLY="firefox link"
browsers: site-small
	@echo "Building the plain page (wasm) …"
	@$(BUILD_PLAIN)
	@target/debug/pack --plain target/wasm32-unknown-unknown/debug target/app
	@sh tests/support/install.sh
	@echo "Tests in Chromium, Firefox and WebKit …"
	@cargo test $(NATIVE) dist --test cli
	@cargo test $(NATIVE) dist --test browser -- $(ONLY)

# Costs beside the peers of tests/bench/peer, as medians and ratios of one run: make bench ONLY=press, ONLY=scale
bench: site-small
	@sh tests/support/install.sh
	@echo "Building the peers …"
	@target/debug/standpoint build --app target/app-small --corpus $(firstword $(CORPUS)) --out target/bench-site >/dev/null
	@node tests/bench/peer/build.mjs $(firstword $(CORPUS)) target/peer target/peer-cache
	@echo "Building the page's queries by themselves (wasm) …"
	@$(BUILD_SMALL) --example queries --target wasm32-unknown-unknown 2>target/small-queries.log \
	  || { echo "They are built plain, and slower (target/small-queries.log says why)."; \
	       cargo build --locked --quiet --profile page --example queries --target wasm32-unknown-unknown; }
	@echo "Measuring …"
	@cargo test $(NATIVE) dist --test bench -- $(ONLY)

# How the time of a check grows with its file, by shapes of files; words narrow it down: make growth ONLY=quotations
growth:
	@cargo test --locked --quiet --test growth -- $(ONLY)

clean:
	cargo clean
	rm -rf dist
