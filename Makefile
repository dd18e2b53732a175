# make demo    set up, build, and report on the examples
# make check   set up, build with sanitizers, run every test
# make         build the program: build/release/tellings
# make install PREFIX=/usr/local
# make format | tidy | fuzz | bench

PREFIX ?= /usr/local
JOBS ?= $(shell nproc)
DEVELOP := tools/setup.sh develop

.PHONY: all setup demo check install format tidy fuzz bench clean

all: setup
	@cmake --preset release $(QUIET)
	@cmake --build build/release -j $(JOBS)

setup:
	@tools/setup.sh build

demo: QUIET = >/dev/null
demo: all
	@build/release/tellings report examples/kestrel -o report.html

check: setup
	cmake --preset dev
	cmake --build build/dev -j $(JOBS)
	ctest --preset dev -j $(JOBS)

install: all
	cmake --install build/release --prefix $(PREFIX)

format:
	@$(DEVELOP)
	git ls-files '*.h' '*.cc' | xargs clang-format-19 -i

tidy:
	@$(DEVELOP)
	cmake --preset tidy
	cmake --build build/tidy -j $(JOBS)

fuzz:
	@$(DEVELOP)
	cmake --preset fuzz
	cmake --build build/fuzz -j $(JOBS)
	tools/fuzz.py build/fuzz $(SECONDS)

bench: all
	@$(DEVELOP)
	python3 bench/run.py build/release/tellings

clean:
	rm -rf build web/node_modules report.html
