"""Typst (PyPI) over the documents that the benchmark wrote.

measure.py start                              import the compiler, nothing more
measure.py cold DOCUMENT OUT [--archive]      one document in this process
measure.py batch FOLDER COUNT OUT [--archive] one compiler, documents 1 to COUNT, a PDF each; prints JSON
"""

import json
import os
import pathlib
import sys
import tempfile
import time

import typst

HERE = pathlib.Path(__file__).resolve().parent
FONTS = HERE.parents[2] / "fonts" / "free"
ARCHIVE = ["a-2a", "ua-1"]


def compiler(folder):
    """A compiler that knows the Fandol faces alone, as ours opens no others; they are linked into the folder."""
    for face in FONTS.glob("Fandol*.otf"):
        os.symlink(face, os.path.join(folder, face.name))
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder])
    return typst.Compiler(str(HERE / "report.typ"), root="/", font_paths=fonts)


def issue(worker, document, output, standards):
    _, warnings = worker.compile_with_warnings(
        output=str(output), format="pdf", sys_inputs={"document": str(document)},
        pdf_standards=standards, timestamp=0, pdf_tags=True)
    if warnings:
        raise SystemExit(f"{document}: {warnings[0]}")


def peak_memory():
    for line in open("/proc/self/status", encoding="ascii"):
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    raise SystemExit("no VmHWM in /proc/self/status")


def main(arguments):
    standards = ARCHIVE if "--archive" in arguments else []
    arguments = [word for word in arguments if word != "--archive"]
    if arguments[0] == "start":
        return
    with tempfile.TemporaryDirectory() as fonts:
        if arguments[0] == "cold":
            cold(compiler(fonts), pathlib.Path(arguments[1]).resolve(), arguments[2], standards)
        else:
            batch(compiler(fonts), pathlib.Path(arguments[1]).resolve(), int(arguments[2]),
                  pathlib.Path(arguments[3]), standards)


def cold(worker, document, output, standards):
    issue(worker, document, output, standards)
    print(json.dumps({"bytes": os.path.getsize(output), "peakMemory": peak_memory()}))


def batch(worker, folder, count, out, standards):
    each, sizes = [], []
    start = time.process_time()
    for number in range(1, count + 1):
        before = time.process_time()
        issue(worker, folder / f"{number}.json", out / f"{number}.pdf", standards)
        each.append((time.process_time() - before) * 1e3)
        sizes.append((out / f"{number}.pdf").stat().st_size)
    cpu = (time.process_time() - start) * 1e3
    print(json.dumps({"cpu": cpu, "each": each, "bytes": sizes, "peakMemory": peak_memory()}))


main(sys.argv[1:])
