"""Changes words of a Word file and saves it with python-docx: edit-docx.py FILE.docx OUT.docx OLD NEW [OLD NEW ...]"""
import sys

import docx

document = docx.Document(sys.argv[1])
tables = [cell for table in document.tables for row in table.rows for cell in row.cells]
paragraphs = document.paragraphs + [p for cell in tables for p in cell.paragraphs]
for old, new in zip(sys.argv[3::2], sys.argv[4::2]):
    runs = [run for p in paragraphs for run in p.runs if old in run.text]
    if not runs:
        sys.exit(f"{old} is nowhere in it")
    runs[0].text = runs[0].text.replace(old, new)
document.save(sys.argv[2])
