"""What the tags of a PDF file say, as JSON on standard output: its structure tree with the text of each element, the
text that stands outside of it on each page, and the colour profile.

An element has "type", "attributes" (of all owners together), "id", "alternative", "pages" (of its own marks) and
"content": texts and elements in their order.
"""

import base64
import json
import sys

import pdfplumber
from pdfminer.pdftypes import resolve1
from pdfminer.psparser import PSLiteral
from pdfminer.utils import decode_text


def plain(value):
    value = resolve1(value)
    if isinstance(value, PSLiteral):
        return value.name
    if isinstance(value, bytes):
        return decode_text(value)
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value


class Tree:
    def __init__(self, pdf):
        self.numbers = {page.page_obj.pageid: page.page_number for page in pdf.pages}
        self.texts = {}
        for page in pdf.pages:
            for char in page.chars:
                key = (page.page_number, char["mcid"])
                self.texts[key] = self.texts.get(key, "") + char["text"]

    def element(self, reference):
        read = resolve1(reference)
        result = {"type": plain(read["S"]), "attributes": {}, "pages": [], "content": []}
        owners = resolve1(read.get("A", []))
        for owner in owners if isinstance(owners, list) else [owners]:
            result["attributes"].update({key: str(plain(value)) for key, value in resolve1(owner).items()})
        headers = [owner["Headers"] for owner in [resolve1(read.get("A", {}))] if "Headers" in owner]
        result["headers"] = plain(headers[0]) if headers else []
        for key, name in (("ID", "id"), ("Alt", "alternative")):
            if key in read:
                result[name] = plain(read[key])
        kids = resolve1(read.get("K", []))
        for kid in kids if isinstance(kids, list) else [kids]:
            self.add(kid, read.get("Pg"), result)
        return result

    def add(self, kid, page, result):
        value = resolve1(kid)
        if isinstance(value, dict) and plain(value.get("Type")) == "OBJR":
            # A field's widget; read-fields.py looks at it.
            return
        if isinstance(value, dict) and plain(value.get("Type")) == "MCR":
            page, value = value["Pg"], value["MCID"]
        if isinstance(value, int):
            number = self.numbers[page.objid]
            result["pages"].append(number)
            result["content"].append({"text": self.texts.get((number, value), "")})
        else:
            result["content"].append({"element": self.element(kid)})


with pdfplumber.open(sys.argv[1]) as pdf:
    tree = Tree(pdf)
    catalog = pdf.doc.catalog
    root = resolve1(catalog["StructTreeRoot"])
    intent = resolve1(resolve1(catalog["OutputIntents"])[0])
    json.dump(
        {"document": tree.element(root["K"]),
         "untagged": [tree.texts.get((page.page_number, None), "") for page in pdf.pages],
         "profile": base64.b64encode(resolve1(intent["DestOutputProfile"]).get_data()).decode()},
        sys.stdout, ensure_ascii=False)
