# SPDX-License-Identifier: GPL-3.0-or-later
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.ONESHELL:
.DEFAULT_GOAL := demo

SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
# The wide vectors of this machine, where it has them; without (make NATIVE=) all results are the same bits.
VECTORS := $(shell grep -qm1 avx512vl /proc/cpuinfo 2>/dev/null && echo v4 || { grep -qm1 avx2 /proc/cpuinfo 2>/dev/null && echo v3; })
NATIVE := $(VECTORS:%=-Xswiftc -Xcc -Xswiftc -march=x86-64-%)
# As tests are built and run.
TESTED := -c release $(NATIVE) -Xswiftc -enable-testing
SELARAS := .build/release/selaras
SCENARIO := scenarios/pangkalpinang/quick-win-1.yaml
SAMPLE := quick-win-1-quarterly

.PHONY: demo test fuzz soak bench bench-peers samples set-up peers pdf-tools build

# Installs what is missing, builds, plans the Pangkalpinang scenario and says where its results lie.
demo: build
	@echo "Planning $(SCENARIO); by months this takes about ten seconds."
	$(SELARAS) run $(SCENARIO)
	echo "Read reports/$(basename $(notdir $(SCENARIO)))/summary.md first."

# The same set-up; format lint, all tests, and every worked scenario against its baseline.
test: set-up peers
	@swift format lint --strict --recursive Sources Tests Package.swift
	python3 -m doctest Tests/Peers/planning_table.py Tests/Peers/fuzz_runs.py
	swift build $(TESTED) --build-tests
	swift test $(TESTED) --skip-build 2>&1 | tee .build/test.log
	grep -E "Test run with [0-9]+ tests?.* passed" .build/test.log | tail -n 1
	$(SELARAS) test scenarios --jobs 2

# Mutated scenarios and outcomes for MINUTES (10), repeatable by SEED: none may crash, hang or be half written.
fuzz: build peers
	@.build/peers/bin/python Tests/Peers/fuzz.py $(SELARAS)

# The tests of random scenarios for HOURS (1) with seeds that `make test` does not know, from SEED on.
soak: set-up
	@swift build $(TESTED) --build-tests
	python3 Tests/Peers/soak.py $(TESTED)

# Commands, planning beside other solvers (BENCH=quick|full) and simulation, into reports/benchmarks.md.
bench: build bench-peers
	@python3 Tests/Peers/bench.py $(SELARAS) $(PARTS)

# The solvers that plans are timed against; those that are not there are skipped.
bench-peers: peers
	@.build/peers/bin/python -c 'import pyscipopt' 2>/dev/null \
	    || .build/peers/bin/pip install -q --disable-pip-version-check pyscipopt \
	    || echo "SCIP could not be installed: it will be skipped."
	{ [ -x /usr/bin/cbc ] && [ -x /usr/bin/glpsol ]; } || { $(SUDO) apt-get update -qq \
	    && $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq coinor-cbc glpk-utils >/dev/null; } \
	    || echo "CBC and glpsol could not be installed: they will be skipped."

# The committed sample report, in both languages, with the outcome that it was made from and its pictures.
samples: build peers
	@$(SELARAS) run scenarios/pangkalpinang/$(SAMPLE).yaml --out .build/sample
	cp .build/sample/outcome.json reports/$(SAMPLE)/outcome.json
	$(SELARAS) report reports/$(SAMPLE)/outcome.json --lang en
	mv reports/$(SAMPLE)/report.html reports/$(SAMPLE)/report.en.html
	$(SELARAS) report reports/$(SAMPLE)/outcome.json
	.build/peers/bin/python Tests/Peers/pictures.py reports/$(SAMPLE)/report.html reports/$(SAMPLE) \
	    || echo "The pictures are as they were: they need playwright and chromium."

build: set-up
	@swift build -c release $(NATIVE) --product selaras

# Debian packages that are not there yet.
set-up:
	@missing=()
	[ -e /usr/include/glpk.h ] || missing+=(libglpk-dev)
	[ -e /usr/include/xlsxwriter.h ] || missing+=(libxlsxwriter-dev)
	python3 -c 'import ensurepip, venv' 2>/dev/null || missing+=(python3-venv)
	if [ $${#missing[@]} -gt 0 ]; then
	    echo "Installing $${missing[*]}"
	    $(SUDO) apt-get update -qq
	    $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$${missing[@]}"
	fi

# WeasyPrint for `--pdf`, all of it pinned, in an environment of its own that selaras finds by itself.
pdf-tools: set-up
	@missing=()
	for package in libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-liberation; do
	    [ "$$(dpkg-query -W -f='$${db:Status-Status}' $$package 2>/dev/null)" = installed ] \
	        || missing+=($$package)
	done
	if [ $${#missing[@]} -gt 0 ]; then
	    echo "Installing $${missing[*]}"
	    $(SUDO) apt-get update -qq
	    $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$${missing[@]}"
	fi
	[ -x .build/pdf-tools/bin/python ] || python3 -m venv .build/pdf-tools
	.build/pdf-tools/bin/pip install -q --disable-pip-version-check weasyprint==70.0 brotli==1.2.1 \
	    cffi==2.1.1 cssselect2==0.10.1 fonttools==4.68.0 pillow==13.0.0 pycparser==3.12 pydyf==0.13.0 \
	    pyphen==0.18.1 tinycss2==1.5.1 tinyhtml5==2.1.0 webencodings==0.6.1 zopfli==0.4.3
	.build/pdf-tools/bin/weasyprint --version

# HiGHS for the tests of exported models, jsonschema for that of the schema, openpyxl and pypdf for those
# of workbooks and the PDF, lxml and the JUnit schema that
# pytest is tested with for that of JUnit files, Chromium with playwright and axe-core for that of the pages; without them those
# tests are skipped.
peers: set-up
	@[ -x .build/peers/bin/python ] || python3 -m venv .build/peers
	.build/peers/bin/python -c 'import highspy, jsonschema, numpy, openpyxl, pypdf, yaml' 2>/dev/null \
	    || .build/peers/bin/pip install -q --disable-pip-version-check highspy jsonschema numpy openpyxl pypdf pyyaml \
	    || echo "Python packages could not be installed: the tests of exports, schema, workbooks and PDF will be skipped."
	.build/peers/bin/python -c 'import playwright, axe_playwright_python' 2>/dev/null \
	    || .build/peers/bin/pip install -q --disable-pip-version-check playwright axe-playwright-python \
	    || echo "playwright could not be installed: the test of the pages in a browser will be skipped."
	[ -x /usr/bin/chromium ] || { echo "Installing chromium" \
	    && $(SUDO) apt-get update -qq \
	    && $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null; } \
	    || echo "chromium could not be installed: the test of the pages in a browser will be skipped."
	[ -e .build/peers/junit-10.xsd ] || {
	    .build/peers/bin/pip install -q --disable-pip-version-check lxml
	    .build/peers/bin/pip download -q --disable-pip-version-check --no-deps --no-binary pytest \
	        -d .build/peers pytest==8.3.4
	    tar -xzf .build/peers/pytest-8.3.4.tar.gz -C .build/peers --strip-components=3 \
	        pytest-8.3.4/testing/example_scripts/junit-10.xsd
	} || echo "The JUnit schema could not be fetched: the test of JUnit files will be skipped."
