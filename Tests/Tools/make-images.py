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


def chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


size = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 0, 0, 0, 0)
(folder / "bomb.png").write_bytes(
    b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size) + chunk(b"IDAT", zlib.compress(bytes(1 << 20))) + chunk(b"IEND", b""))
(folder / "text.png").write_text("no picture")
(folder / "empty.png").write_bytes(b"")
