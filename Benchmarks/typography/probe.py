"""Judges the typography of a finished PDF by the positions of its glyphs.

probe.py FILE.pdf DOCUMENT.json    prints what it counts, and where; the document is what the benchmark writes for
                                   the peers, and tells the paragraphs apart
"""

import json
import pathlib
import sys
from collections import Counter, defaultdict

import body
import characters
import spacing

# Key, name, and whether the number is points rather than a count.
ROWS = [
    ("start", "行首禁则 · prohibited line starts", False),
    ("end", "行末禁则 · prohibited line ends", False),
    ("orphan", "孤字 · last lines under 2 Han characters", False),
    ("widow", "页首孤行 · single last lines at a page top", False),
    ("foot", "页末标题 · headings at a page foot", False),
    ("unit", "拆开的数、单位、文号、——、…… · split units", False),
    ("date", "日期在年月日之间断行 · dates broken between parts", False),
    ("word", "拆开的外文、网址 · split words and addresses", False),
    ("inner", "数字、外文、——中被拉开 · spread inside units", False),
    ("full", "行末标点未作半角 · line-end marks not half width", False),
    ("pair", "连用标点宽于一个半字 · adjacent marks over 1.5 em", False),
    ("ragged", "参差行（0.05 磅）· lines not flush (0.05 pt)", False),
    ("rough", "参差行（0.5 磅）· lines not flush (0.5 pt)", False),
    ("cells", "纯汉字行不合字格 · Han lines off the 28 cells", False),
    ("baseline", "不在行格上的行 · baselines off the grid", False),
    ("worst", "最松的行，每隙 · worst stretch of a line, pt a gap", True),
    ("mean", "各行平均，每隙 · mean stretch of lines, pt a gap", True),
    ("gap", "最大的字隙 · widest single gap, pt beyond natural", True),
    ("squeeze", "最大的挤压，过半角 · worst squeeze below least, pt", True),
]


class Findings:
    def __init__(self):
        self.numbers = {key: 0 for key, _, _ in ROWS}
        self.places = defaultdict(list)
        self.lines = 0
        self.pages = 0

    def add(self, key, line, what=""):
        self.numbers[key] += 1
        self.places[key].append(_place(line, what))

    def largest(self, key, value, line):
        if value > self.numbers[key]:
            self.numbers[key] = value
            self.places[key] = [_place(line, f"{value:.2f}")]


def _place(line, what):
    return f"p.{line.page} l.{line.number} {line.words}" + (f"  [{what}]" if what else "")


def judge(path, blocks, geometry=body.Geometry()):
    pages, lines = body.read(path, blocks, geometry)
    findings = Findings()
    findings.lines, findings.pages = len(lines), len(pages)
    stretches = []
    for line in lines:
        if line.kind == "signature":
            continue
        _judge_ends(line, findings)
        _judge_spacing(line, geometry, findings, stretches)
        _judge_edges(line, geometry, findings)
    _judge_pages(pages, lines, geometry, findings)
    findings.numbers["mean"] = sum(value for value, _ in stretches) / max(1, len(stretches))
    loosest = sorted(stretches, key=lambda entry: -entry[0])
    findings.places["mean"] = [_place(line, f"{value:.2f}") for value, line in loosest if value > 0]
    return findings


def _judge_ends(line, findings):
    text, words = line.text, line.words
    if not line.first and characters.may_not_begin(text, line.start) and not _in_address(text, line.start):
        findings.add("start", line)
    if line.last:
        # The end of a long address is no orphan.
        if not line.first and sum(map(characters.is_han, words)) < 2 and not _in_address(text, line.start):
            findings.add("orphan", line)
        return
    if words[-1] in characters.NOT_AT_END and not _in_address(text, line.end):
        findings.add("end", line)
    kind = characters.split(text, line.end)
    if kind == "word" and words[-1] == "-":
        kind = None
    if kind:
        findings.add(kind, line, text[line.end - 6:line.end] + "|" + text[line.end:line.end + 6])


def _in_address(text, at):
    return any(match.start() < at < match.end() for match in characters.ADDRESS.finditer(text))


def _judge_spacing(line, geometry, findings, stretches):
    boxes = spacing.boxes(line.glyphs, geometry.cell)
    total = 0.0
    at = line.start
    for a, b in zip(boxes, boxes[1:]):
        at += 1
        if line.text[at:at + 1].isspace():
            while line.text[at].isspace():
                at += 1
            continue
        gap = spacing.Gap(a, b, geometry.cell)
        if gap.western or gap.whole:
            if gap.stretch > 0.1 * geometry.cell:
                findings.add("inner", line, f"{a.char}{b.char}")
            continue
        total += gap.stretch
        findings.largest("gap", gap.stretch, line)
        findings.largest("squeeze", gap.squeeze, line)
        if gap.wide_pair:
            findings.add("pair", line, a.char + b.char)
    if not line.last and len(boxes) > 1:
        stretches.append((total / (len(boxes) - 1), line))
        findings.largest("worst", stretches[-1][0], line)


def _judge_edges(line, geometry, findings):
    boxes = spacing.boxes(line.glyphs, geometry.cell)
    left = geometry.left + (geometry.indent * geometry.cell if line.first else 0)
    off = [spacing.off_left(boxes[0], left)]
    if not line.last:
        off.append(spacing.off_right(boxes[-1], geometry.right))
        mark = boxes[-1]
        if mark.blank_right and abs(mark.end - mark.blank_right - geometry.right) > 0.5:
            findings.add("full", line, f"{(geometry.right - mark.start) / geometry.cell:.2f}")
    worst = max(off, key=abs)
    # Positions in a PDF are rounded to a hundredth at the coarsest.
    if abs(worst) > 0.05 + 0.01:
        findings.add("ragged", line, f"{worst:+.2f}")
    if abs(worst) > 0.5:
        findings.add("rough", line, f"{worst:+.2f}")
    if all(map(characters.is_han, line.words)):
        cells = round((geometry.right - left) / geometry.cell)
        astray = max(abs(box.start - left - index * geometry.cell) for index, box in enumerate(boxes))
        if astray > 0.1 or (not line.last and len(boxes) != cells):
            findings.add("cells", line, f"{len(boxes)}/{cells}, {astray:.2f}")


def _judge_pages(pages, lines, geometry, findings):
    by_page = defaultdict(list)
    for line in lines:
        by_page[line.page].append(line)
    for number, on_page in by_page.items():
        area = [g for g in pages[number - 1] if g.y < geometry.top + geometry.height + 2]
        top, foot = on_page[0], on_page[-1]
        if (top.kind == "paragraph" and top.last and not top.first
                and min(g.y for g in area) >= top.glyphs[0].y - 3):
            findings.add("widow", top)
        if foot.kind == "heading" and max(g.y for g in area) <= foot.glyphs[0].y + 3 and number < len(pages):
            findings.add("foot", foot)
    # The grid is where most baselines are.
    phases = [(line.glyphs[0].y - geometry.top) % geometry.pitch for line in lines]
    grid = Counter(round(phase, 1) for phase in phases).most_common(1)[0][0]
    for line, phase in zip(lines, phases):
        off = (phase - grid + geometry.pitch / 2) % geometry.pitch - geometry.pitch / 2
        if abs(off) > 0.25:
            findings.add("baseline", line, f"{off:+.2f}")


def main(path, document):
    findings = judge(path, json.loads(pathlib.Path(document).read_text("utf-8"))["blocks"])
    for key, name, in_points in ROWS:
        print(f"{findings.numbers[key]:.3f}" if in_points else findings.numbers[key], name)
        for place in findings.places[key]:
            print(f"    {place}")


if __name__ == "__main__":
    main(*sys.argv[1:])
