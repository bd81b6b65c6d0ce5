"""What the solid inks of an ICC profile look like on its paper: CIELAB of paper, cyan, magenta, yellow, black and the
red of official documents (M80 Y80), as JSON on standard output."""

import json
import sys

from PIL import Image, ImageCms

INKS = {
    "paper": (0, 0, 0, 0), "cyan": (255, 0, 0, 0), "magenta": (0, 255, 0, 0), "yellow": (0, 0, 255, 0),
    "black": (0, 0, 0, 255), "red": (0, 204, 204, 0),
}

transform = ImageCms.buildTransform(
    sys.argv[1], ImageCms.createProfile("LAB"), "CMYK", "LAB", renderingIntent=ImageCms.Intent.ABSOLUTE_COLORIMETRIC)
seen = {}
for name, inks in INKS.items():
    lightness, a, b = ImageCms.applyTransform(Image.new("CMYK", (1, 1), inks), transform).tobytes()
    # Pillow keeps a and b in two's complement.
    seen[name] = [lightness / 2.55, a - 256 * (a > 127), b - 256 * (b > 127)]
json.dump(seen, sys.stdout)
