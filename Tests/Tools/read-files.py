"""The files that a PDF file carries, as pdfminer reads them: JSON on standard output.

In the order of the tree of names, each with "key", "name", "relationship", "type", "modified", "size", "bytes" (base 64)
and "associated": whether the catalog's AF names it.
"""

import base64
import json
import sys

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import resolve1
from pdfminer.utils import decode_text


with open(sys.argv[1], "rb") as file:
    catalog = PDFDocument(PDFParser(file)).catalog
    associated = [reference.objid for reference in resolve1(catalog.get("AF", []))]
    tree = resolve1(resolve1(catalog.get("Names", {})).get("EmbeddedFiles", {}))
    names = resolve1(tree.get("Names", []))
    result = []
    for key, reference in zip(names[::2], names[1::2]):
        specification = resolve1(reference)
        stream = resolve1(resolve1(specification["EF"])["UF"])
        parameters = resolve1(stream["Params"])
        result.append({
            "key": decode_text(key),
            "name": decode_text(specification["UF"]),
            "relationship": specification["AFRelationship"].name,
            "type": stream["Subtype"].name,
            "modified": decode_text(parameters["ModDate"]),
            "size": parameters["Size"],
            "bytes": base64.b64encode(stream.get_data()).decode(),
            "associated": reference.objid in associated,
        })
    json.dump(result, sys.stdout, ensure_ascii=False)
