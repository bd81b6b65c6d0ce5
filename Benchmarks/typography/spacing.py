"""Widths and gaps of a line, in terms of the character cell: the same for every program.

A Han character takes a cell. A mark takes a cell or, squeezed, half of it: the blank half beside it may go.
"""

from characters import CLOSING, DASHES, OPENING, is_western

TOLERANCE = 0.03  # of what PDF writers round to


class Box:
    def __init__(self, glyph, cell):
        self.char = glyph.char
        self.ink_left, self.ink_right = glyph.ink_left, glyph.ink_right
        self.width = glyph.advance / glyph.size * cell
        # A face set smaller or larger than its cell stands in the middle of it.
        self.start = glyph.x + glyph.advance / 2 - self.width / 2
        full = self.width > 0.9 * cell
        self.blank_left = cell / 2 if full and glyph.char in OPENING else 0.0
        self.blank_right = cell / 2 if full and glyph.char in CLOSING else 0.0
        if full and glyph.char in "·・":
            self.blank_left = self.blank_right = cell / 4

    @property
    def end(self):
        return self.start + self.width

    @property
    def is_mark(self):
        return self.blank_left + self.blank_right > 0


class Gap:
    """What is between two neighbours beyond what they need at the least and at the most."""

    def __init__(self, a, b, cell):
        room = a.blank_right + b.blank_left
        least = (b.start + b.blank_left) - (a.end - a.blank_right)
        # Two marks that meet take one and a half cells together.
        most = min(room, cell / 2) if a.is_mark and b.is_mark else room
        self.stretch = _beyond(least - most)
        self.squeeze = _beyond(-least)
        self.wide_pair = (a.is_mark and b.is_mark and room > 0 and room >= cell / 2
                          and least > cell / 2 + cell / 8)
        self.western = is_western(a.char) and is_western(b.char)
        self.whole = a.char == b.char and a.char in DASHES


def _beyond(length):
    return length if length > TOLERANCE else 0.0


def boxes(glyphs, cell):
    return [Box(glyph, cell) for glyph in glyphs]


def off_left(box, left):
    """How far a line's beginning is off: a mark may have lost its blank half, or stand with its ink at the edge."""
    return _nearest(left, [box.start, box.start + box.blank_left] + ([box.ink_left] if box.is_mark else []))


def off_right(box, right):
    return _nearest(right, [box.end, box.end - box.blank_right] + ([box.ink_right] if box.is_mark else []))


def _nearest(edge, candidates):
    return min((candidate - edge for candidate in candidates), key=abs)
