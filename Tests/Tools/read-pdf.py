"""What pdfplumber reads in a PDF file, as JSON on standard output: the characters of each page in the order of the
file, its rules, its tables with their cells, and the outline, page labels and metadata of the document.

Lengths are points from the top left corner of the page. A cell is [left, top, right, bottom, text]; null stands where
a cell from above or from the left covers the slot.
"""

import json
import sys

import pdfplumber
from pdfminer.pdftypes import resolve1
from pdfminer.psparser import PSLiteral


def color(values):
    """Red, green and blue; None where it is grey, black or a pattern."""
    return list(values) if isinstance(values, (list, tuple)) and len(values) == 3 and len(set(values)) > 1 else None


def character(char, height):
    a, b, c, d, x, y = char["matrix"]
    return {
        "text": char["text"], "font": char["fontname"].split("+")[-1], "size": round(char["size"], 4),
        "x": round(x, 4), "baseline": round(height - y, 4), "advance": round(char["adv"] * a, 4),
        "color": color(char["non_stroking_color"]),
    }


def table(found):
    texts = found.extract()
    return [
        [cell and [*(round(value, 4) for value in cell), text or ""] for cell, text in zip(row.cells, row_texts)]
        for row, row_texts in zip(found.rows, texts)
    ]


def page(read):
    return {
        "width": float(read.width), "height": float(read.height),
        "characters": [character(char, float(read.height)) for char in read.chars],
        "rules": [
            {"left": line["x0"], "top": line["top"], "right": line["x1"], "bottom": line["bottom"],
             "width": line["linewidth"], "color": color(line["stroking_color"])} for line in read.lines],
        "tables": [table(found) for found in read.find_tables()],
        "images": [[image["x0"], image["top"], image["x1"], image["bottom"]] for image in read.images],
    }


def outline(pdf):
    numbers = {read.page_obj.pageid: read.page_number for read in pdf.pages}
    entries = []
    try:
        found = list(pdf.doc.get_outlines())
    except Exception as error:  # pdfminer has a class of its own for "none", and moves it about
        if type(error).__name__ != "PDFNoOutlines":
            raise
        found = []
    for level, title, target, action, _ in found:
        if target is None:
            target = resolve1(resolve1(action)["D"])
        kind = target[1].name if isinstance(target[1], PSLiteral) else str(target[1])
        number = numbers[target[0].objid]
        entries.append({
            "level": level, "title": title, "page": number, "kind": kind,
            "top": float(pdf.pages[number - 1].height) - float(target[3])})
    return entries


def labels(pdf):
    if "PageLabels" not in pdf.doc.catalog:
        return []
    return [label for label, _ in zip(pdf.doc.get_page_labels(), pdf.pages)]


with pdfplumber.open(sys.argv[1]) as pdf:
    json.dump(
        {"pages": [page(read) for read in pdf.pages], "outline": outline(pdf), "labels": labels(pdf),
         "metadata": {key: str(value) for key, value in pdf.metadata.items()}},
        sys.stdout, ensure_ascii=False)
