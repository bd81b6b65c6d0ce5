"""The same document by Typst and by XeLaTeX."""

import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile

import typst

BENCHMARKS = pathlib.Path(__file__).resolve().parents[1]
FONTS = BENCHMARKS.parent / "fonts" / "free"


def compile_typst(source, output, inputs=None):
    """Compiles a Typst file, or source text as bytes, with the Fandol faces alone."""
    with tempfile.TemporaryDirectory() as faces:
        for face in FONTS.glob("Fandol*.otf"):
            os.symlink(face, os.path.join(faces, face.name))
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[faces])
        compiler = typst.Compiler(source, root="/", font_paths=fonts)
        _, warnings = compiler.compile_with_warnings(
            output=str(output), format="pdf", sys_inputs=inputs or {}, timestamp=0)
    if warnings:
        raise SystemExit(f"{output}: {warnings[0]}")


def by_typst(document, output):
    compile_typst(str(BENCHMARKS / "peers/typst/report.typ"), output, {"document": str(document)})


def by_xelatex(document, output):
    """Run twice, as LaTeX wants it."""
    if not shutil.which("xelatex"):
        raise SystemExit("没有 XeLaTeX：请用 make bench-typography · XeLaTeX is not there: use make bench-typography")
    template = (BENCHMARKS / "peers/xelatex/document.tex").read_text("utf-8")
    report = json.loads(pathlib.Path(document).read_text("utf-8"))
    source = template.replace("@FONTS@", str(FONTS)).replace("@BODY@", _body(report))
    output = pathlib.Path(output)
    folder = output.parent
    (folder / f"{output.stem}.tex").write_text(source, "utf-8")
    for _ in range(2):
        run = subprocess.run(
            ["xelatex", "-interaction=nonstopmode", "-halt-on-error", f"{output.stem}.tex"], cwd=folder,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    if run.returncode != 0:
        raise SystemExit(run.stdout.decode("utf-8", "replace")[-2000:])


URL = re.compile(r"https?://[!-~]+")
SPECIAL = {"\\": r"\textbackslash{}", "%": r"\%", "#": r"\#", "&": r"\&", "_": r"\_", "$": r"\$", "{": r"\{",
           "}": r"\}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


def _escape(text):
    result, end = "", 0
    for url in URL.finditer(text):
        result += "".join(SPECIAL.get(char, char) for char in text[end:url.start()]) + rf"\url{{{url.group()}}}"
        end = url.end()
    return result + "".join(SPECIAL.get(char, char) for char in text[end:])


def _body(report):
    # On the grid: a blank line above and below, as ours.
    title = r"\par ".join(rf"\hbox to\textwidth{{\hss {_escape(part)}\hss}}" for part in report["title"])
    lines = [r"{\setlength\parindent{0pt}\titleface\bfseries\fontsize{22bp}{1.25\pitch}\selectfont"
             rf"\vbox to\dimexpr{len(report['title']) + 1}\pitch+\topskip\relax"
             rf"{{\vskip\pitch\vbox to 0pt{{{title}\vss}}\vss}}\par}}"]
    faces = [r"\heiti\heitilatin", r"\kaiti", "", ""]
    for block in report["blocks"]:
        if block["kind"] == "heading":
            lines.append(rf"\headingline{{{faces[block['level'] - 1]}}}{{{_escape(block['text'])}}}")
        elif block["kind"] == "paragraph":
            lines.append(_escape(block["text"]) + "\n")
        elif block["kind"] == "table":
            lines.append(_table(block))
        elif block["kind"] == "signature":
            name, date = _escape("、".join(block["names"])), _escape(block["date"])
            lines.append(rf"\vskip\pitch{{\setlength\parindent{{0pt}}\settowidth\namewidth{{{name}}}\nopagebreak"
                         rf"\hbox to\textwidth{{\hfil {name}\hskip2\cell}}\nopagebreak"
                         rf"\hbox to\textwidth{{\hskip\dimexpr\textwidth-\namewidth\relax {date}\hfil}}}}")
    return "\n".join(lines)


def _table(block):
    """A tabular with merged cells; column widths by the form's weights."""
    columns = len(block["weights"])
    small = block["rows"] > 20
    size, stretch = ("7.5bp", 1.05) if small else ("9bp", 1.5) if columns > 6 else ("10.5bp", 1.9)
    total = sum(block["weights"])
    widths = [rf"\dimexpr{weight / total:.6f}\textwidth-4mm/2-0.25mm\relax" for weight in block["weights"]]
    owner = {}
    for index, cell in enumerate(block["cells"]):
        for row in range(cell["row"], cell["row"] + cell["rowspan"]):
            for column in range(cell["column"], cell["column"] + cell["colspan"]):
                owner[row, column] = index
    lines = [rf"{{\vskip 4bp\noindent\songti\setlength\tabcolsep{{1mm}}\renewcommand\arraystretch{{{stretch}}}"
             rf"\fontsize{{{size}}}{{1.2\dimexpr{size}\relax}}\selectfont\begin{{tabular}}"
             "{|" + "|".join(rf"p{{{width}}}" for width in widths) + r"|}\hline"]
    for row in range(block["rows"]):
        cells, column = [], 0
        while column < columns:
            cell = block["cells"][owner[row, column]]
            span = cell["colspan"]
            text = _escape(cell["text"]) if cell["row"] == row else ""
            width = rf"\dimexpr{'+'.join(w[8:-6] for w in widths[column:column + span])}+{span - 1}\dimexpr2mm+0.25mm\relax\relax"
            content = rf"\centering {text}" if cell["alignment"] == "center" else text
            if cell["rowspan"] > 1 and text:
                content = rf"\multirow{{{cell['rowspan']}}}{{\linewidth}}{{{content}}}"
            bar = "|" if column == 0 else ""
            cells.append(rf"\multicolumn{{{span}}}{{{bar}p{{{width}}}|}}{{{content}}}")
            column += span
        rules = "".join(
            rf"\cline{{{column + 1}-{column + 1}}}" for column in range(columns)
            if row + 1 < block["rows"] and owner[row, column] != owner[row + 1, column])
        lines.append(" & ".join(cells) + r"\\" + (rules or r"\hline" if row + 1 == block["rows"] else rules))
    lines.append(r"\end{tabular}\par\vskip 4bp}")
    return "\n".join(lines)
