"""What is printed by a PDF file and where, as JSON on standard output: the boxes of each page, the colours of its
content, its thinnest line, every name of a colour space in the file, and what the file says of itself.

Colours are [operator, operands]. The thinnest line is in points on the page; null where there is none. The first colour
of a stream is that of its beginning where it sets none.
"""

import hashlib
import io
import json
import math
import sys

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfparser import PDFParser
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psparser import PSEOF, PSKeyword, PSLiteral, PSStackParser

COLOURS = {"g", "G", "rg", "RG", "k", "K", "cs", "CS", "sc", "SC", "scn", "SCN"}
STROKES = {"S", "s", "B", "B*", "b", "b*"}
PAINTS = STROKES | {"f", "F", "f*", "n"}


class Content(PSStackParser):
    """The operators of a stream with their operands."""

    def __init__(self, data):
        super().__init__(io.BytesIO(data))
        self.operations = []

    def do_keyword(self, position, token):
        operands = [value for _, value in self.popall()]
        self.operations.append((token.name.decode(), operands))

    def flush(self):
        pass

    def read(self):
        try:
            self.nextobject()
        except PSEOF:
            pass
        return self.operations


def multiplied(first, second):
    a, b, c, d = first
    e, f, g, h = second
    return a * e + b * g, a * f + b * h, c * e + d * g, c * f + d * h


def least(matrix, directions):
    """What becomes of the width of a line in the direction that makes it thinnest."""
    a, b, c, d = matrix
    area = abs(a * d - b * c)
    lengths = [math.hypot(a * x + c * y, b * x + d * y) / math.hypot(x, y) for x, y in directions if x or y]
    return area / max(lengths) if lengths else math.inf


# A curve may run in any.
EVERY_DIRECTION = [(math.cos(step * math.pi / 180), math.sin(step * math.pi / 180)) for step in range(180)]


def directions(name, numbers, path):
    """Those of the lines that an operator adds to a path: its first and its last point."""
    if name in ("c", "v", "y"):
        path[1] = numbers[-2:]
        return EVERY_DIRECTION
    if name == "re":
        path[:] = [numbers[:2], numbers[:2]]
        return [(numbers[2], 0), (0, numbers[3])]
    end = path[0] if name == "h" else numbers
    added = [] if name == "m" else [(end[0] - path[1][0], end[1] - path[1][1])]
    path[:] = [numbers, numbers] if name == "m" else [path[0], end]
    return added


def plain(value):
    return "/" + value.name if isinstance(value, PSLiteral) else value


def walk(data, resources, matrix, found, depth=0):
    assert depth < 20
    space, width, saved = matrix, 1, []
    path, lines = [None, None], []
    resources = resolve1(resources) or {}

    def draw(stream, matrix):
        stream = resolve1(stream)
        if stream.attrs.get("Subtype") is not None and stream.attrs["Subtype"].name == "Image":
            return
        inner = stream.attrs.get("Matrix", [1, 0, 0, 1, 0, 0])[:4]
        walk(stream.get_data(), stream.attrs.get("Resources"), multiplied(inner, matrix), found, depth + 1)

    for name, operands in Content(data).read():
        if name == "q":
            saved.append((space, width))
        elif name == "Q":
            space, width = saved.pop()
        elif name == "cm":
            space = multiplied(operands[:4], space)
        elif name == "w":
            width = operands[0]
        elif name in ("m", "l", "c", "v", "y", "re", "h"):
            lines += directions(name, operands, path)
        elif name in PAINTS:
            if name in STROKES:
                found["lines"].append(width * least(space, lines))
            lines = []
        elif name in COLOURS:
            found["colours"].append([name, [plain(value) for value in operands]])
        elif name == "Do":
            draw(resolve1(resources["XObject"])[operands[0].name], space)
        elif name == "gs":
            state = resolve1(resolve1(resources["ExtGState"])[operands[0].name])
            mask = resolve1(state.get("SMask"))
            if isinstance(mask, dict):
                draw(mask["G"], space)
        if name in ("scn", "SCN") and operands and isinstance(operands[-1], PSLiteral):
            pattern = resolve1(resolve1(resources["Pattern"])[operands[-1].name])
            if isinstance(pattern, PDFStream):
                draw(pattern, matrix)


def text(value):
    return value[2:].decode("utf-16-be") if value.startswith(b"\xfe\xff") else value.decode("ascii")


def names(value, found):
    if isinstance(value, PSLiteral):
        if value.name in ("DeviceRGB", "CalRGB", "CalGray", "Lab", "ICCBased", "DeviceCMYK", "DeviceGray", "Indexed"):
            found.add(value.name)
    elif isinstance(value, dict):
        for entry in value.values():
            names(entry, found)
    elif isinstance(value, list):
        for entry in value:
            names(entry, found)
    elif isinstance(value, PDFStream):
        names(value.attrs, found)


with open(sys.argv[1], "rb") as file:
    document = PDFDocument(PDFParser(file))
    spaces = set()
    for table in document.xrefs:
        for number in table.get_objids():
            if number:
                names(document.getobj(number), spaces)
    pages = []
    for page in PDFPage.create_pages(document):
        found = {"lines": [], "colours": []}
        data = b"\n".join(resolve1(part).get_data() for part in page.contents)
        walk(data, page.resources, (1, 0, 0, 1), found)
        unique = sorted({json.dumps(colour) for colour in found["colours"]})
        pages.append({
            "boxes": {key: page.attrs[key] for key in page.attrs if key.endswith("Box")},
            "colours": [{"name": name, "operands": [str(value) for value in operands]}
                        for name, operands in map(json.loads, unique)],
            "thinnest": min(found["lines"], default=None)})
    intents = []
    for intent in map(resolve1, resolve1(document.catalog.get("OutputIntents", []))):
        profile = resolve1(intent["DestOutputProfile"])
        intents.append({
            "kind": intent["S"].name, "identifier": text(intent["OutputConditionIdentifier"]),
            "info": text(intent["Info"]), "registry": text(intent["RegistryName"]) if "RegistryName" in intent else None,
            "components": profile.attrs["N"], "profile": hashlib.sha256(profile.get_data()).hexdigest()})
    file.seek(0)
    json.dump({
        "version": file.read(8).decode(), "pages": pages, "spaces": sorted(spaces), "intents": intents,
        "trapped": document.info[0]["Trapped"].name if "Trapped" in document.info[0] else None,
        "metadata": resolve1(document.catalog["Metadata"]).get_data().decode(),
        "identifiers": len(document.xrefs[0].get_trailer().get("ID", [])), "catalog": sorted(document.catalog)},
        sys.stdout)
