# Every target sees to what it needs: Debian packages, fonts, tools. Run again, it does nothing twice.
.DEFAULT_GOAL := help
SHELL := /bin/sh
.PHONY: help report test bench bench-typography build install fonts picture format tools spark setup setup-tests clean

PREFIX ?= /usr/local
DESTDIR ?=
SWIFT ?= swift
# The program carries the Swift runtime, so that it runs where no Swift is.
RELEASE := -c release --static-swift-stdlib --product yinfa

BUILD_PACKAGES := libcairo2-dev libpango1.0-dev librsvg2-dev zlib1g-dev liblcms2-dev libcups2-dev libssl-dev \
    libcurl4-openssl-dev libp11-kit-dev libxml2-dev libgumbo-dev libzip-dev \
    libxlsxwriter-dev pkg-config
TEST_PACKAGES := poppler-utils qpdf mupdf-tools ghostscript python3-venv openjdk-17-jdk-headless libjaxb-java \
    fonts-droid-fallback fonts-dejavu-core cups-ipp-utils gcc parallel openssl softhsm2 libbcpkix-java
# 170 MB to fetch, 480 MB on disk; only for the comparison of typography.
XELATEX_PACKAGES := texlive-xetex texlive-lang-chinese

example := Examples/chaihudian-2022.yaml
output := output/chaihudian-2022.pdf
venv := .tools/venv
venv-bench := .tools/venv-bench
venv-spark := .tools/venv-spark

help: ## 本说明 · this list
	@sed -n 's/^\([a-z][a-z-]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 26

report: build fonts ## 排印示例报告到 output/ · typeset the example report into output/
	@mkdir -p output
	@"$$($(SWIFT) build $(RELEASE) --show-bin-path)/yinfa" render $(example) -o $(output)
	@echo "已生成 · written: $(CURDIR)/$(output)"

test: setup-tests fonts tools ## 运行全部测试 · run all tests
	$(SWIFT) test

picture: report setup-tests tools ## 重画 README 里的图 · draw the picture of README again
	$(venv)/bin/python .setup/draw-picture.py $(output) Examples/pages.png

bench: build fonts $(venv-bench)/ready ## 用时、字节、内存，与 Typst 相比 · time, bytes, memory, beside Typst
	$(SWIFT) run -c release --package-path Benchmarks Benchmarks \
	    --program "$$($(SWIFT) build $(RELEASE) --show-bin-path)/yinfa" $(BENCH)

bench-typography: setup fonts $(venv-bench)/ready ## 版面质量，与 Typst、XeLaTeX 相比 · typography, beside Typst and XeLaTeX
	@.setup/install-packages.sh $(XELATEX_PACKAGES)
	$(SWIFT) run -c release --package-path Benchmarks Benchmarks --only typography $(BENCH)

$(venv-bench)/ready: Benchmarks/requirements.txt | setup
	@.setup/install-packages.sh python3-venv
	rm -rf $(venv-bench)
	python3 -m venv $(venv-bench)
	$(venv-bench)/bin/pip --quiet --disable-pip-version-check install --require-hashes -r Benchmarks/requirements.txt
	touch $@

build: setup ## 编译程序 · build the program
	$(SWIFT) build $(RELEASE)

install: build fonts ## 安装到 PREFIX（默认 /usr/local）· install under PREFIX
	@.setup/install-program.sh "$$($(SWIFT) build $(RELEASE) --show-bin-path)/yinfa" "$(PREFIX)" "$(DESTDIR)"

fonts: ## 取免费字体到 fonts/free/ · get the free fonts into fonts/free/
	@fonts/get-fonts.sh

format: ## 整理源代码格式 · format the sources in place
	$(SWIFT) format --in-place --recursive --parallel Package.swift Sources Tests \
	    Benchmarks/Package.swift Benchmarks/Sources

tools: $(venv)/ready spark ## 测试所用的 Python 工具 · the tests' Python tools, in .tools/venv

$(venv)/ready: Tests/requirements.txt | setup-tests
	rm -rf $(venv)
	python3 -m venv $(venv)
	$(venv)/bin/pip --quiet --disable-pip-version-check install --require-hashes -r Tests/requirements.txt
	touch $@

spark: $(venv-spark)/ready ## 运行 Examples/distributed/spark.py 所用的 Apache Spark · Apache Spark, in .tools/venv-spark

$(venv-spark)/ready: Examples/distributed/requirements-build.txt Examples/distributed/requirements.txt | setup-tests
	rm -rf $(venv-spark)
	python3 -m venv $(venv-spark)
	set -e; for file in $^; do $(venv-spark)/bin/pip --quiet --disable-pip-version-check install --require-hashes \
	    --no-build-isolation --no-cache-dir -r $$file; done
	touch $@

setup: ## 安装编译所需的软件包 · install the packages that building needs
	@command -v $(SWIFT) >/dev/null || \
	    { echo "错误：没有 Swift 6，请先安装：https://www.swift.org/install/linux · error: Swift 6 is not installed" >&2; exit 3; }
	@.setup/install-packages.sh $(BUILD_PACKAGES)

setup-tests: setup
	@.setup/install-packages.sh $(TEST_PACKAGES)

clean: ## 删除编译结果（字体和工具保留）· remove what was built (fonts and tools stay)
	rm -rf .build Benchmarks/.build
	find output -mindepth 1 ! -name .gitkeep -delete
