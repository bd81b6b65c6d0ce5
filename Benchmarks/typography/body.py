"""The lines of the body of a finished PDF, each with its paragraph in the source text."""

from dataclasses import dataclass

import glyphs

LOOKALIKE = {"−": "-", "‐": "-", "‑": "-", "∼": "~", "∗": "*"}
POINTS = 72 / 25.4


@dataclass(frozen=True)
class Geometry:
    """GB/T 9704: the type area and its grid, in points."""
    left: float = 28 * POINTS
    top: float = 37 * POINTS
    width: float = 156 * POINTS
    height: float = 225 * POINTS
    cell: float = 156 * POINTS / 28
    pitch: float = 156 * POINTS / 28 * 15 / 8
    indent: float = 2

    @property
    def right(self):
        return self.left + self.width


@dataclass
class BodyLine:
    page: int
    number: int
    glyphs: list
    kind: str  # heading, paragraph or signature
    paragraph: int
    text: str  # of the whole paragraph
    start: int  # of the line in it
    end: int
    first: bool
    last: bool

    @property
    def words(self):
        return "".join(glyph.char for glyph in self.glyphs)


def read(path, blocks, geometry):
    """The pages' glyphs, and the body's lines.

    Which paragraph a line belongs to is known by its text, so that no layout habit is taken for another; everything
    else is judged by positions. Stops where the PDF does not say what the source says.
    """
    pages = glyphs.read(path)
    lines = glyphs.lines(pages, 0.96 * geometry.cell, 1.04 * geometry.cell)
    sources = [(kind, text) for block in blocks for kind, text in _texts(block)]
    result, index, at = [], 0, 0
    for line in lines:
        if index == len(sources):
            raise SystemExit(f"{path}: more text than in the source, page {line.page}: {line.text}")
        kind, text = sources[index]
        start = at
        for position, glyph in enumerate(line.glyphs):
            while at < len(text) and text[at].isspace():
                at += 1
            char = LOOKALIKE.get(glyph.char, glyph.char)
            if at < len(text) and char == LOOKALIKE.get(text[at], text[at]):
                at += 1
            elif not (char == "-" and position == len(line.glyphs) - 1):
                raise SystemExit(f"{path}: page {line.page}, “{line.text}” is not “{text[start:start + 40]}”")
        last = not text[at:].strip()
        while not last and text[at].isspace():
            at += 1
        result.append(BodyLine(line.page, line.number, line.glyphs, kind, index, text, start, at, start == 0, last))
        if last:
            index, at = index + 1, 0
    if index < len(sources):
        raise SystemExit(f"{path}: not in the PDF: {sources[index][1][:40]}")
    return pages, result


def _texts(block):
    if block["kind"] in ("heading", "paragraph"):
        return [(block["kind"], block["text"])]
    if block["kind"] == "signature":
        return [("signature", text) for text in ["、".join(block["names"]), block["date"]]]
    return []
