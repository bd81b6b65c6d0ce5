"""Sets the texts of a folder with Typst and XeLaTeX and prints what the probe counts in their PDFs and in ours.

compare.py FOLDER [--json]    FOLDER holds NAME.json and NAME-yinfa.pdf for each text
"""

import json
import pathlib
import sys
import unicodedata

import peers
import probe
import selftest

PROGRAMS = [("yinfa", "印发 · Yinfa"), ("typst", "Typst"), ("xelatex", "XeLaTeX")]
TEXTS = [("example", "示例报告 · the example report"), ("sample", "标点、数字、外文较多的文字 · a text rich in marks, numbers, Latin")]
PLACES = 5


def main(folder, as_json):
    selftest.check()
    results = {}
    for name, _ in TEXTS:
        document = folder / f"{name}.json"
        peers.by_typst(document, folder / f"{name}-typst.pdf")
        peers.by_xelatex(document, folder / f"{name}-xelatex.pdf")
        blocks = json.loads(document.read_text("utf-8"))["blocks"]
        results[name] = {program: probe.judge(str(folder / f"{name}-{program}.pdf"), blocks) for program, _ in PROGRAMS}
    if as_json:
        print(json.dumps(
            {name: {program: {"pages": found.pages, "lines": found.lines, **found.numbers, "places": dict(found.places)}
                    for program, found in by_program.items()} for name, by_program in results.items()},
            ensure_ascii=False, sort_keys=True))
        return
    for name, title in TEXTS:
        print_table(title, results[name])


def print_table(title, by_program):
    found = [by_program[program] for program, _ in PROGRAMS]
    rows = [[name] + [_number(f.numbers[key], in_points) for f in found] + [_mark(key, found)]
            for key, name, in_points in probe.ROWS]
    rows.append(["正文行数 · lines of body"] + [str(f.lines) for f in found] + [""])
    rows.append(["页数 · pages"] + [str(f.pages) for f in found] + [""])
    header = ["", *(name for _, name in PROGRAMS), ""]
    widths = [max(_width(row[column]) for row in [header] + rows) for column in range(5)]
    rule = "─" * (sum(widths) + 12)
    print(title, rule, _line(header, widths), rule, *(_line(row, widths) for row in rows), rule, sep="\n")
    for key, name, _ in probe.ROWS:
        if _mark(key, found):
            print(f"  ◂ {name}")
            for place in by_program["yinfa"].places[key][:PLACES]:
                print(f"      {place}")
    print()


def _mark(key, found):
    """Where a peer does better than we do."""
    return "◂" if round(found[0].numbers[key], 3) > min(round(f.numbers[key], 3) for f in found[1:]) else ""


def _number(value, in_points):
    return f"{value:.3f}" if in_points else str(value)


def _width(text):
    return sum(2 if unicodedata.east_asian_width(char) in "WF" or char in "—…" else 1 for char in text)


def _line(cells, widths):
    padded = [cell + " " * (width - _width(cell)) if column == 0 else " " * (width - _width(cell)) + cell
              for column, (cell, width) in enumerate(zip(cells, widths))]
    return "   ".join(padded).rstrip()


main(pathlib.Path(sys.argv[1]), "--json" in sys.argv)
