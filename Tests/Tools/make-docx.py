"""Writes a Word file with python-docx: make-docx.py PLAN.json FILE.docx.

The plan is a list of blocks: {"text", "style", "bold"}, {"runs": [{"text", "bold", ...}]}, {"picture", "alternative"},
{"table": {"rows", "columns", "cells": [{"row", "column", "rowspan", "colspan", "text", "table"}]}}.
"""
import json
import sys

import docx
from docx.shared import Mm


def add_table(parent, table):
    made = parent.add_table(table["rows"], table["columns"])
    if hasattr(made, "style") and table.get("style"):
        made.style = table["style"]
    for cell in table["cells"]:
        first = made.cell(cell["row"], cell["column"])
        last = made.cell(
            cell["row"] + cell.get("rowspan", 1) - 1, cell["column"] + cell.get("colspan", 1) - 1
        )
        merged = first if first._tc is last._tc else first.merge(last)
        if "table" in cell:
            add_table(merged, cell["table"])
        merged.paragraphs[0].text = cell.get("text", "")


def main():
    plan = json.load(open(sys.argv[1], encoding="utf-8"))
    document = docx.Document()
    for block in plan:
        if "table" in block:
            table = block["table"]
            add_table(document, table)
        elif "picture" in block:
            document.add_picture(block["picture"], width=Mm(60))
            shape = document.inline_shapes[-1]
            shape._inline.docPr.set("descr", block["alternative"])
        else:
            paragraph = document.add_paragraph(style=block.get("style"))
            for run in block.get("runs", [block]):
                made = paragraph.add_run(run["text"])
                made.bold = run.get("bold")
                made.font.superscript = run.get("superscript")
    document.save(sys.argv[2])


main()
