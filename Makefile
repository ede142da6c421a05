# make run and make test are all a newcomer needs; each does its own set-up.

SHELL := /bin/bash
PREFIX ?= /usr/local
DESTDIR ?=
NOTES := Resources/notes
SYSTEM := $(shell uname -s)
# Warnings of ours are errors; imports that Package.swift does not allow are errors.
STRICT := -Xswiftc -warnings-as-errors --explicit-target-dependency-import-check error
# A static standard library: the program starts faster and runs where no Swift is installed.
RELEASE := -c release --product ebb $(if $(filter Linux,$(SYSTEM)),-Xswiftc -static-stdlib)
ifeq ($(SYSTEM),Darwin)
BREW := $(shell brew --prefix 2>/dev/null)
FLAGS := -Xcc -I$(BREW)/include -Xlinker -L$(BREW)/lib
endif
# On a crash the toolchain's backtracer would ask at the terminal and wait.
export SWIFT_BACKTRACE = enable=no

.PHONY: run test test-all build setup install uninstall format lint golden decks decks-check verify-notes card-sample bench fuzz sanitize clean

run: build
	@exec "$$(swift build $(RELEASE) $(FLAGS) --show-bin-path)/ebb"

setup:
	@scripts/setup.sh

build: setup
	@echo "make: building ebb (the first build takes a few minutes)"
	@swift build $(RELEASE) $(FLAGS)

test: setup lint
	@echo "make: building the tests"
	@swift build --build-tests $(STRICT) $(FLAGS)
	@echo "make: checking that decks/ is what $(NOTES)/ compiles to"
	@"$$(swift build $(FLAGS) --show-bin-path)/ebb" compile $(NOTES) -o decks --check
	@echo "make: running all tests"
	@swift test --skip-build $(STRICT) $(FLAGS)

# Everything, the long vectors and trials included.
test-all: export EBB_LONG_TESTS = 1
test-all: test

lint:
	@echo "make: checking the format"
	@swift format lint --strict --recursive Sources Tests Package.swift

format:
	@swift format --in-place --recursive Sources Tests Package.swift

# Recording fails the run, so that a person reads the difference.
golden: setup
	@EBB_RECORD=1 swift test $(FLAGS) --filter Golden || true
	@git --no-pager diff --stat -- Tests
	@echo "make: read the differences (git diff Tests), then run make test"

decks: build
	@"$$(swift build $(RELEASE) $(FLAGS) --show-bin-path)/ebb" compile $(NOTES) -o decks

verify-notes:
	@scripts/verify-notes

# A random sample of cards with their sources, to be graded by hand: SEED= N= NOTES=
SEED ?= 1
N ?= 150
card-sample: build
	@decks="$$(mktemp -d)"; trap 'rm -rf "$$decks"' EXIT; \
	"$$(swift build $(RELEASE) $(FLAGS) --show-bin-path)/ebb" compile $(NOTES) -o "$$decks" >/dev/null; \
	scripts/card-sample --decks "$$decks" --notes $(NOTES) --seed $(SEED) --count $(N)

# Peers from PyPI in a throw-away environment, as far as they can be installed. EBB_BENCH= measures
# some parts only, such as EBB_BENCH="store reports", and keeps no table.
EBB_BENCH ?=
export EBB_BENCH
bench: export EBB_PEERS_SCRIPT = $(CURDIR)/scripts/bench-peers
bench: build
	@echo "make: installing the libraries to compare with into .build/peers"
	@python3 -m venv .build/peers && .build/peers/bin/pip -q install fsrs==6.3.2 fsrs-rs-python==0.9.3 anki==26.9.3 markdown-it-py==4.3.0 \
	  || { echo "make: they cannot be installed; measuring ebb alone"; rm -rf .build/peers; }
	@swift build $(subst ebb,ebb-bench,$(RELEASE)) $(FLAGS)
	@[ ! -x .build/peers/bin/python ] || export EBB_PEERS="$(CURDIR)/.build/peers/bin/python"; \
	table="$(if $(EBB_BENCH),/dev/null,Resources/bench/$$(date -u +%F).txt)"; mkdir -p Resources/bench; \
	set -o pipefail; "$$(swift build $(RELEASE) $(FLAGS) --show-bin-path)/ebb-bench" \
	  "$$(swift build $(RELEASE) $(FLAGS) --show-bin-path)/ebb" decks $(NOTES) | tee "$$table"

# Seconds for each reader of foreign input, or a number of RUNS=; TARGETS= chooses some of them.
SECONDS_EACH ?= 60
RUNS ?=
fuzz: export RUNS := $(RUNS)
fuzz: setup
	@scripts/fuzz $(SECONDS_EACH) $(TARGETS)

sanitize: setup
	@scripts/sanitize

install: build
	@echo "make: installing into $(DESTDIR)$(PREFIX)"
	@set -e; program="$$(swift build $(RELEASE) $(FLAGS) --show-bin-path)/ebb"; \
	root="$(DESTDIR)$(PREFIX)"; share="$$root/share"; \
	install -d "$$root/bin" "$$share/ebb/decks" "$$share/ebb/notes" "$$share/man/man1" \
	  "$$share/bash-completion/completions" "$$share/zsh/site-functions" \
	  "$$share/fish/vendor_completions.d"; \
	install -m 755 "$$program" "$$root/bin/ebb"; strip "$$root/bin/ebb"; \
	install -m 644 decks/*.jsonl "$$share/ebb/decks"; \
	install -m 644 $(NOTES)/*.md $(NOTES)/LICENSE "$$share/ebb/notes"; \
	install -m 644 Resources/man/ebb.1 "$$share/man/man1/ebb.1"; \
	"$$program" --generate-completion-script bash >"$$share/bash-completion/completions/ebb"; \
	"$$program" --generate-completion-script zsh >"$$share/zsh/site-functions/_ebb"; \
	"$$program" --generate-completion-script fish >"$$share/fish/vendor_completions.d/ebb.fish"
	@echo "make: installed; run $(PREFIX)/bin/ebb"

uninstall:
	@rm -f "$(DESTDIR)$(PREFIX)/bin/ebb" "$(DESTDIR)$(PREFIX)/share/man/man1/ebb.1" \
	  "$(DESTDIR)$(PREFIX)/share/bash-completion/completions/ebb" \
	  "$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_ebb" \
	  "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/ebb.fish"
	@rm -rf "$(DESTDIR)$(PREFIX)/share/ebb"
	@echo "make: removed ebb from $(DESTDIR)$(PREFIX); progress is kept"

clean:
	@rm -rf .build
	@echo "make: removed .build"
