"""Writes pictures for tests into a folder: whole ones, and ones that are cut off, damaged or too large."""

import io
import pathlib
import struct
import sys
import zlib

from PIL import Image

folder = pathlib.Path(sys.argv[1])
picture = Image.new("RGB", (300, 200), "black")
for kind in ("png", "jpeg"):
    buffer = io.BytesIO()
    picture.save(buffer, kind)
    whole = buffer.getvalue()
    (folder / f"whole.{kind}").write_bytes(whole)
    (folder / f"cut.{kind}").write_bytes(whole[:-len(whole) // 3])
    (folder / f"head.{kind}").write_bytes(whole[:20])
Image.new("RGBA", (300, 200), (0, 0, 255, 128)).save(folder / "clear.png")
Image.new("L", (300, 200), 128).save(folder / "gray.jpeg")
Image.new("CMYK", (300, 200), (0, 255, 255, 0)).save(folder / "inks.jpeg")
colours = Image.linear_gradient("L").resize((300, 200))
colours = Image.merge("RGB", (colours, colours.rotate(180), colours.transpose(Image.Transpose.FLIP_LEFT_RIGHT)))
colours.save(folder / "colours.png")
colours.save(folder / "colours.jpeg")
(folder / "drawing.svg").write_text("""<svg xmlns="http://www.w3.org/2000/svg"
    width="300" height="200"><defs><linearGradient id="g"><stop stop-color="red"/><stop offset="1" stop-opacity="0.2"/>
  </linearGradient></defs><rect width="200" height="100" fill="url(#g)" opacity="0.5"/>
  <g style="mix-blend-mode: multiply"><rect x="20" y="20" width="60" height="60" fill="blue"/></g>
  <rect x="220" y="10" width="60" height="40" style="filter: blur(3px)"/>
  <a href="https://example.org"><rect x="220" y="150" width="60" height="40"/></a>
  <g opacity="0.5"><a href="https://example.org"><circle r="30" cx="200" cy="100"/></a><circle r="30" cx="220" cy="100" fill="green"/></g>
  <text x="10" y="150" font-family="serif">文字 text</text></svg>""")


def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


size = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 0, 0, 0, 0)
(folder / "bomb.png").write_bytes(
    b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size) + chunk(b"IDAT", zlib.compress(bytes(1 << 20))) + chunk(b"IEND", b""))
(folder / "text.png").write_text("no picture")
(folder / "empty.png").write_bytes(b"")
