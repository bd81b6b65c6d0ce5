"""Puts the pages of a PDF side by side in one small picture: draw-picture.py IN.pdf OUT.png"""

import pathlib
import subprocess
import sys
import tempfile

from PIL import Image

source, target = sys.argv[1:]
with tempfile.TemporaryDirectory() as folder:
    subprocess.run(["pdftoppm", "-r", "56", "-gray", "-png", source, f"{folder}/page"], check=True)
    pages = [Image.open(path).copy() for path in sorted(pathlib.Path(folder).glob("*.png"))]
columns, gap = 3, 12
width, height = pages[0].size
rows = -(-len(pages) // columns)
sheet = Image.new("L", (columns * (width + gap) + gap, rows * (height + gap) + gap), 200)
for index, page in enumerate(pages):
    sheet.paste(page, (gap + index % columns * (width + gap), gap + index // columns * (height + gap)))
sheet.quantize(16).save(target, optimize=True)
