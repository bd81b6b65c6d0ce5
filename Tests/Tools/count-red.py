"""How many pixels of each PNG file are red, and how many are black, as JSON on standard output."""

import json
import sys

from PIL import Image


def count(path):
    red = black = 0
    for r, g, b in Image.open(path).convert("RGB").get_flattened_data():
        red += r > 180 and g < 120 and b < 120
        black += r < 90 and g < 90 and b < 90
    return {"red": red, "black": black}


json.dump([count(path) for path in sys.argv[1:]], sys.stdout)
