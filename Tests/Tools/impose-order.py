"""Where pdfimpose lays pages of a saddle-stitched booklet, as JSON on standard output: for 1 to 40 pages, without and with
the last page kept last, the numbers on the left and the right half of each side; null where a half is blank."""

import io
import json
import sys

import pymupdf
from pdfimpose.schema import saddle


def numbered(count):
    document = pymupdf.open()
    for number in range(1, count + 1):
        document.new_page(width=300, height=400).insert_text((100, 200), str(number))
    return io.BytesIO(document.tobytes())


def sides(count, last):
    imposed = io.BytesIO()
    saddle.impose([numbered(count)], imposed, folds="h", last=last)
    for side in pymupdf.open(stream=imposed.getvalue(), filetype="pdf"):
        halves = [None, None]
        for word in side.get_text("words"):
            halves[word[0] > side.rect.width / 2] = int(word[4])
        yield halves


json.dump(
    [{"pages": count, "last": last, "sides": list(sides(count, last))} for count in range(1, 41) for last in (0, 1)],
    sys.stdout)
