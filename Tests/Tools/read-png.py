"""Size and ink of PNG files as JSON on standard output; `ink` is how many pixels are darker than half grey."""

import json
import sys

from PIL import Image


def read(path):
    with Image.open(path) as image:
        grey = image.convert("L")
        return {
            "width": image.width, "height": image.height, "dark": sum(grey.histogram()[:128]),
            "box": grey.point(lambda value: 255 if value < 128 else 0).getbbox()}


json.dump([read(path) for path in sys.argv[1:]], sys.stdout)
