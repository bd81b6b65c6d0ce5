"""The probe tried on pages set by hand, glyph by glyph: each fault it should see once, and none where there is none."""

import pathlib
import tempfile

import body
import characters
import peers
import probe

CELL = body.Geometry.cell
HALF = CELL / 2
# Lines of eight cells, six for a first line, so that the cases can be counted with the eye.
GEOMETRY = body.Geometry(width=8 * CELL)


class Hand:
    """A line set by hand: a character takes a cell, ASCII half of one, and beyond it what `after` says."""

    def __init__(self, text, after=None, shift=0.0, down=0.0):
        self.text, self.after, self.shift, self.down = text, after or {}, shift, down

    def places(self, x):
        x += self.shift
        for index, char in enumerate(self.text):
            yield char, x
            x += (HALF if char.isascii() else CELL) + self.after.get(index, 0.0)


PAGE = "page break"
FIRST, LAST = Hand("先说明这件事"), Hand("到此为止")

CLEAN = [
    ("heading", [Hand("总体情况")]),
    ("paragraph", [Hand("我镇坚持公开"), Hand("为常态、不公开为"), Hand("例外的原则")]),
    # Marks at half width at the edges and where they meet.
    ("paragraph", [
        Hand("收到，申请件，", {2: -HALF}), Hand("（见附表）”，都有的", {4: -HALF, 5: -HALF, 6: -HALF}, shift=-HALF),
        Hand("记录——可查。")]),
    ("paragraph", [Hand("全年共办结件"), PAGE, Hand("其中公开的共10件"), Hand("不予公开的2件")]),
]

FAULTS = [
    (["start"], [FIRST, Hand("，然后再谈别的事"), LAST]),
    (["end"], [Hand("本年公布的（"), Hand("含修订共七份整件"), LAST]),
    (["orphan"], [FIRST, Hand("了。")]),
    (["unit"], [Hand("全年共办结12"), Hand("34件都按期答复了"), LAST]),
    (["unit"], [Hand("此事由年初—"), Hand("—一直办到了年底"), LAST]),
    (["date"], [Hand("时间为2021年"), Hand("10月以后都已办结"), LAST]),
    (["inner"], [Hand("全年12件了", {2: CELL}), Hand("并且都按期答复的"), LAST]),
    (["full"], [FIRST, Hand("然后再谈别的事，"), LAST]),
    (["pair"], [FIRST, Hand("（见表）（含附件"), LAST]),
    (["ragged"], [Hand("先说明，件事", {4: -0.2}), Hand("然后再谈别的事情"), LAST]),
    (["ragged"], [FIRST, Hand("然后，再谈别的事", {2: -0.3}, shift=0.3), LAST]),
    (["ragged", "rough"], [Hand("先说明，件事", {4: 1.0}), Hand("然后再谈别的事情"), LAST]),
    (["cells"], [FIRST, Hand("然后再谈别的事", {index: CELL / 6 for index in range(6)}), LAST]),
    (["baseline"], [FIRST, Hand("然后再谈别的事情", down=1.5), LAST]),
    (["widow"], [FIRST, Hand("然后再谈别的事情"), PAGE, LAST]),
]
FAULTY = [("paragraph", lines) for _, lines in FAULTS] + [
    ("heading", [Hand("总体情况")]), ("paragraph", [PAGE, FIRST, LAST])]

# A break before the bar, and what it splits.
BREAKS = [
    ("全年发布12|86条", "unit"), ("发布1286|条信息", "unit"), ("发布1286条|信息", None), ("增长37.4|%左右", "unit"),
    ("国办函〔2021〕|30号", "unit"), ("自2022年|1月29日起", "date"), ("2022年1月29日|起", None), ("依据第二|十条规定", "unit"),
    ("第|（一）项", None), ("如此……|等等", None), ("如此…|…等等", "unit"), ("使用Of|fice软件", "word"),
    ("见http://www.example.gov.cn/|index.html", None), ("见http://www.exam|ple.gov.cn/", "word"),
    ("拨打0576-|85302210", "unit"), ("预约8：|30开始", "unit"),
]


def check():
    """Stops where the probe does not see what is there."""
    for text, kind in BREAKS:
        before, after = text.split("|")
        _expect(text, characters.split(before + after, len(before)), kind)
    with tempfile.TemporaryDirectory() as folder:
        clean = _judge(CLEAN, pathlib.Path(folder) / "clean.pdf")
        for key, _, _ in probe.ROWS:
            _expect(f"clean: {key} {clean.places[key]}", clean.numbers[key], 0)
        faulty = _judge(FAULTY, pathlib.Path(folder) / "faulty.pdf")
    wanted = [key for keys, _ in FAULTS for key in keys] + ["foot"]
    for key, _, in_points in probe.ROWS:
        if not in_points and key != "word":
            _expect(f"{key} {faulty.places[key]}", faulty.numbers[key], wanted.count(key))
    for key, value in [("worst", CELL / 6), ("gap", HALF), ("squeeze", 0.2)]:
        _expect(key, round(faulty.numbers[key], 1), round(value, 1))


def _expect(what, found, wanted):
    if found != wanted:
        raise SystemExit(f"the probe's self-test: {what}: found {found}, there is {wanted}")


def _judge(paragraphs, path):
    blocks = [{"kind": kind, "text": "".join(line.text for line in lines if line is not PAGE)}
              for kind, lines in paragraphs]
    peers.compile_typst(_source(paragraphs).encode("utf-8"), path)
    return probe.judge(str(path), blocks, GEOMETRY)


def _source(paragraphs):
    """The lines one below the other on the grid, every glyph at its place."""
    parts = [f'#set page(width: 210mm, height: 297mm, margin: 0pt)\n#set text(size: {CELL}pt, lang: "zh", font: '
             '((name: "FandolSong", covers: regex("[\\u{20}-\\u{7e}]")), "FandolFang R"), '
             'top-edge: "baseline", bottom-edge: "baseline")']
    row = 0
    for _, lines in paragraphs:
        indent = GEOMETRY.indent * CELL
        for line in lines:
            if line is PAGE:
                parts.append("#pagebreak()")
                row = 0
                continue
            y = GEOMETRY.top + 0.88 * CELL + row * GEOMETRY.pitch + line.down
            for char, x in line.places(GEOMETRY.left + indent):
                # Typst takes the blank half from a bracket that begins a line, as each of ours does.
                x += HALF if char in characters.OPENING else 0
                parts.append(f"#place(top + left, dx: {x}pt, dy: {y}pt, [{char}])")
            indent = 0
            row += 1
    return "\n".join(parts)


if __name__ == "__main__":
    check()
    print("ok")
