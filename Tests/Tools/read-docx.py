"""What python-docx finds in a Word file, as JSON: read-docx.py FILE.docx"""
import json
import sys

import docx
from docx.oxml.ns import qn

document = docx.Document(sys.argv[1])
section = document.sections[0]
grid = section._sectPr.find(qn("w:docGrid"))


def footer(part):
    paragraph = part.paragraphs[0]
    fields = [run.text for run in paragraph._p.iter(qn("w:instrText"))]
    return {
        "text": "".join(t.text for t in paragraph._p.iter(qn("w:t"))),
        "fields": [field.strip() for field in fields],
        "alignment": str(paragraph.alignment),
    }


def table(item):
    rows = item._tbl.tr_lst
    header = [r for r in rows if r.trPr is not None and r.trPr.find(qn("w:tblHeader")) is not None]
    return {
        "headerRows": len(header),
        "width": sum(int(c.get(qn("w:w"))) for c in item._tbl.tblGrid.gridCol_lst),
        "cells": [[cell.text for cell in row.cells] for row in item.rows],
        "merges": len(list(item._tbl.iter(qn("w:vMerge")))) + len(list(item._tbl.iter(qn("w:gridSpan")))),
    }


def paragraph(item):
    return {
        "style": item.style.name,
        "text": item.text,
        "runs": [[run.style.name, run.text] for run in item.runs if run.text],
        "rightIndent": item.paragraph_format.right_indent.pt if item.paragraph_format.right_indent else None,
    }


print(
    json.dumps(
        {
            "page": [round(x.mm, 1) for x in (
                section.page_width, section.page_height, section.top_margin, section.right_margin,
                section.bottom_margin, section.left_margin)],
            "linePitch": int(grid.get(qn("w:linePitch"))),
            "evenAndOdd": document.settings.odd_and_even_pages_header_footer,
            "footers": [footer(section.footer), footer(section.even_page_footer)],
            "paragraphs": [paragraph(p) for p in document.paragraphs],
            "tables": [table(t) for t in document.tables],
            "pictures": [
                pic.get("descr") for pic in document.element.body.iter(qn("wp:docPr"))],
            "faces": {
                style.name: style.element.rPr.rFonts.get(qn("w:eastAsia"))
                for style in document.styles
                if style.element.rPr is not None and style.element.rPr.rFonts is not None},
            "title": document.core_properties.title,
            "created": str(document.core_properties.created),
        }
    )
)
