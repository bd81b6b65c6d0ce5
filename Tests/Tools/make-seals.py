"""Writes pictures of seals for tests into a folder: rings with a cross as PNG, and pictures that are no seals."""

import pathlib
import sys

from PIL import Image, ImageDraw

folder = pathlib.Path(sys.argv[1])


def ring(mode, ground, ink, size=(600, 600)):
    picture = Image.new(mode, size, ground)
    draw = ImageDraw.Draw(picture)
    width, height = size
    draw.ellipse((0, 0, width - 1, height - 1), outline=ink, width=16)
    draw.line((width // 3, height // 2, 2 * width // 3, height // 2), fill=ink, width=20)
    draw.line((width // 2, height // 3, width // 2, 2 * height // 3), fill=ink, width=20)
    return picture


clear, red = (0, 0, 0, 0), (255, 0, 0, 255)
ring("RGBA", clear, red).save(folder / "ring.png")
ring("RGBA", clear, red, (600, 240)).save(folder / "name.png")
ring("RGBA", (255, 255, 255, 255), red).save(folder / "white.png")
ring("RGB", (255, 255, 255), (255, 0, 0)).save(folder / "opaque.png")
ring("RGB", (255, 255, 255), (255, 0, 0)).save(folder / "opaque.jpeg")
ring("RGBA", clear, (0, 0, 255, 255)).save(folder / "blue.png")
Image.new("RGBA", (600, 600), clear).save(folder / "empty.png")
data = (folder / "ring.png").read_bytes()
(folder / "cut.png").write_bytes(data[: len(data) // 2])
