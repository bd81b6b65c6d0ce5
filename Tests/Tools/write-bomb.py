"""Writes containers that burst: write-bomb.py FOLDER."""
import os
import sys
import zipfile


def write(name, parts):
    path = os.path.join(sys.argv[1], name)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for part, size in parts:
            with archive.open(part, "w") as entry:
                for _ in range(size >> 20):
                    entry.write(b" " * (1 << 20))


write("large.docx", [("word/document.xml", 65 << 20)])
write("dense.docx", [("word/document.xml", 60 << 20)])
