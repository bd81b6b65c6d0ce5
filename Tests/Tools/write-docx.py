"""Writes a report as an office would, with python-docx: write-docx.py REPORT.yaml FORM.yaml FILE.docx [PICTURE.png].

Cells are merged by python-docx, lists are numbered by Word's own styles, section headings are styled, sub-headings are
styled and have no number.
"""
import sys

import docx
import yaml
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm

report = yaml.safe_load(open(sys.argv[1], encoding="utf-8"))
form = yaml.safe_load(open(sys.argv[2], encoding="utf-8"))
document = docx.Document()


def first(label):
    return label[0] if isinstance(label, list) else label


def leaves(node):
    return sum(leaves(child) for child in node["rows"]) if "rows" in node else 1


class Table:
    def __init__(self, table):
        self.figures = report["tables"][table["key"]]
        height = 0
        for band in table["bands"]:
            height += len(band["areas"]) + sum(leaves(row) for row in band.get("rows", [{}]))
        self.made = document.add_table(height, len(table["widths"]), style="Table Grid")
        self.row = 0
        for band in table["bands"]:
            self.band(band)

    def cell(self, row, column, rowspan, colspan, text):
        cell = self.made.cell(row, column)
        if rowspan > 1 or colspan > 1:
            cell = cell.merge(self.made.cell(row + rowspan - 1, column + colspan - 1))
        cell.paragraphs[0].text = text
        cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER

    def band(self, band):
        names = [line.split() for line in band["areas"]]
        seen = set()
        for row, line in enumerate(names):
            for column, name in enumerate(line):
                if name not in seen:
                    seen.add(name)
                    rowspan = sum(1 for below in names[row:] if below[column] == name)
                    self.cell(self.row + row, column, rowspan, line.count(name), first(band["labels"][name]))
        self.row += len(names)
        self.columns = []
        for column in band["columns"]:
            column = {"area": column} if isinstance(column, str) else column
            place = names[-1].index(column["area"])
            key = column.get("key", column["area"])
            self.columns.append((column.get("row"), key, place, names[-1].count(column["area"])))
        self.stub = min(place for _, _, place, _ in self.columns)
        if "rows" in band:
            for node in band["rows"]:
                self.node(node, 0)
        else:
            self.values(None)

    def node(self, node, depth):
        span = 1 if "rows" in node else self.stub - depth
        self.cell(self.row, depth, leaves(node), span, first(node["label"]))
        if "rows" in node:
            for child in node["rows"]:
                self.node(child, depth + 1)
        else:
            self.values(node["key"])

    def values(self, key):
        taken = {}
        for row, column, place, span in self.columns:
            item = row or key
            values = self.figures[item]
            index = taken.get(item, 0)
            taken[item] = index + 1
            if isinstance(values, dict):
                value = values[column]
            else:
                value = values[index] if isinstance(values, list) else values
            self.cell(self.row, place, 1, span, str(value))
        self.row += 1


def own_table(rows):
    rows = [[cell if isinstance(cell, dict) else {"text": cell} for cell in row] for row in rows]
    width = sum(cell.get("colspan", 1) for cell in rows[0])
    made = document.add_table(len(rows), width, style="Table Grid")
    taken = set()
    for row, cells in enumerate(rows):
        column = 0
        for cell in cells:
            while (row, column) in taken:
                column += 1
            rowspan, colspan = cell.get("rowspan", 1), cell.get("colspan", 1)
            taken.update((row + r, column + c) for r in range(rowspan) for c in range(colspan))
            whole = made.cell(row, column)
            if rowspan > 1 or colspan > 1:
                whole = whole.merge(made.cell(row + rowspan - 1, column + colspan - 1))
            whole.paragraphs[0].text = str(cell["text"])


def blocks(content):
    for block in content:
        if isinstance(block, str):
            document.add_paragraph(block)
        elif "heading" in block:
            document.add_paragraph(block["heading"], style="Heading 2")
        elif "table" in block:
            own_table(block["table"]["rows"])
        elif "list" in block:
            for item in block["list"]:
                document.add_paragraph(item, style="List Number")
        else:
            sys.exit(f"no such block: {block}")


document.add_paragraph(report["title"], style="Title")
blocks(report.get("lead", []))
tables = {table["key"]: table for table in form["tables"]}
for number, section in zip("一二三四五六", form["sections"]):
    document.add_paragraph(f"{number}、{first(section['heading'])}", style="Heading 1")
    blocks(report["sections"].get(section["key"]) or [])
    if "table" in section:
        Table(tables[section["table"]])
if len(sys.argv) > 4:
    document.add_picture(sys.argv[4], width=Mm(60))
    document.inline_shapes[-1]._inline.docPr.set("descr", "全年公开信息数量")
signature = report["signature"]
year, month, day = (int(part) for part in str(signature["date"]).split("-"))
for text in [signature["name"], f"{year}年{month}月{day}日"]:
    document.add_paragraph(text).alignment = WD_ALIGN_PARAGRAPH.RIGHT
document.save(sys.argv[3])
