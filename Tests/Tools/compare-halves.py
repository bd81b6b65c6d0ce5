"""How far the halves of imposed sides look unlike the pages that they show, as JSON on standard output.

    compare-halves.py SOURCE.pdf IMPOSED.pdf ORDER

ORDER is a JSON list of the sides, each the pages on its left and right half; null where a half is blank. Gives a list of
[difference from its page, difference from the page after it]: means over the half, 0 … 255, of squares of 8 pixels at 144
dpi, so that a shift by a part of a pixel counts for nothing. A blank half must be white, and gives nothing."""

import json
import sys

import pymupdf
from PIL import Image, ImageChops, ImageStat


def picture(page):
    pixels = page.get_pixmap(dpi=144, colorspace=pymupdf.csGRAY)
    return Image.frombytes("L", (pixels.width, pixels.height), pixels.samples)


def difference(a, b):
    width, height = (min(sides) for sides in zip(a.size, b.size))
    assert all(max(sides) - min(sides) <= 2 for sides in zip(a.size, b.size)), (a.size, b.size)
    squares = (side.crop((0, 0, width, height)).reduce(8) for side in (a, b))
    return ImageStat.Stat(ImageChops.difference(*squares)).mean[0]


source, imposed, order = pymupdf.open(sys.argv[1]), pymupdf.open(sys.argv[2]), json.loads(sys.argv[3])
stands = source[0].rect.width < source[0].rect.height
pages = []
for page in source:
    if stands and page.rect.width > page.rect.height:
        page.set_rotation((page.rotation + 270) % 360)
    pages.append(picture(page))
assert len(imposed) == len(order), (len(imposed), len(order))
result = []
for side, halves in zip(imposed, order):
    both = picture(side)
    middle = both.width // 2
    parts = ((0, 0, middle, both.height), (both.width - middle, 0, both.width, both.height))
    for number, part in zip(halves, parts):
        half = both.crop(part)
        if number is None:
            # The page opposite may have a part of the pixels in the fold.
            assert half.crop((2, 0, half.width - 2, half.height)).getextrema()[0] == 255, "a blank half is not white"
        else:
            result.append([difference(half, pages[number - 1]), difference(half, pages[number % len(pages)])])
json.dump(result, sys.stdout)
