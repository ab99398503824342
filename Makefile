# What people type. Each target sets up what it needs; see 'make help'.
.DEFAULT_GOAL := help
.PHONY: help setup build clients checkers speak test check chaos soak fuzz bench understood proto clean

TEXT ?= Hello from Lyre.
VOICE ?= tara
SEED ?= 0
export LYRE_TEXT = $(TEXT)

help: ## Say what can be made.
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 22

setup: ## Install the system's packages and check Swift.
	@tools/setup

build: setup ## Build all programs.
	@swift build -c release

clients: setup ## Build the clients in Python and C++.
	@$(MAKE) -s -C proto/clients/python
	@$(MAKE) -s -C proto/clients/cpp

checkers: setup ## Install what deploy/ and the kernels for GPUs are judged with, where it can be had.
	@tools/deploy/install
	@tools/gpu/install

speak: build ## Speak TEXT into speech.wav, with its picture in speech.png.
	@.build/release/lyre speak --voice "$(VOICE)" --seed "$(SEED)" -o speech.wav --picture speech.png "$$LYRE_TEXT"

test: clients checkers ## Build and run all tests.
	@swift test -c release --disable-testable-imports

check: setup ## What CI runs besides the tests: generated code is current, C under sanitizers.
	@tools/proto/generate --check
	@tools/sanitize/run

chaos: clients ## Faults in the middle of speech, long: prints the figures of deploy/README.md.
	@LYRE_CHAOS_ROUNDS=$${LYRE_CHAOS_ROUNDS:-50} LYRE_CHAOS_STREAMS=$${LYRE_CHAOS_STREAMS:-32} \
	LYRE_CHAOS_CALLS=$${LYRE_CHAOS_CALLS:-2000} swift test -c release --disable-testable-imports \
	--filter 'ChaosTests|RollingTests|SlowListenerTests|HostilePeerTests|NetworkTests|ScaleTests|SeveralHostsTests'

soak: clients ## An hour at 70 % load with a service killed every minute.
	@LYRE_SOAK_MINUTES=$${LYRE_SOAK_MINUTES:-60} LYRE_CHAOS_STREAMS=$${LYRE_CHAOS_STREAMS:-24} \
	swift test -c release --disable-testable-imports --filter SoakTests

fuzz: setup ## Ten million damaged inputs for each parser, under the address sanitizer.
	@tools/fuzz/run 10000000

bench: build ## Measure the README's figures, beside PyTorch, ONNX Runtime and Python's clients.
	@.build/release/lyre bench rpc
	@tools/token-peers/run --readme README.md
	@tools/decoder-peers/run --readme README.md

understood: build ## Have a recogniser listen to every voice; needs tools/understood/requirements.txt.
	@python3 tools/understood/understood.py --lyre .build/release/lyre

proto: ## Generate Sources/CLyreProto from proto/.
	@tools/proto/generate

clean: ## Remove what was built.
	@rm -rf .build
	@$(MAKE) -s -C proto/clients/python clean
	@$(MAKE) -s -C proto/clients/cpp clean
