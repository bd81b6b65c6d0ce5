"""What fields a PDF file has to be signed, as JSON on standard output: the flags of its form, and each field with its
name, label, flags, page (from 1), rectangle, value, appearance, and the type of the element that its tag leads to."""

import json
import sys

import pdfplumber
from pdfminer.pdftypes import resolve1
from pdfminer.utils import decode_text

with pdfplumber.open(sys.argv[1]) as pdf:
    catalog = pdf.doc.catalog
    form = resolve1(catalog.get("AcroForm")) or {}
    parents = {}
    if "StructTreeRoot" in catalog:
        numbers = resolve1(resolve1(resolve1(catalog["StructTreeRoot"])["ParentTree"])["Nums"])
        parents = dict(zip(numbers[::2], numbers[1::2]))
    pages = {page.page_obj.pageid: page for page in pdf.pages}
    fields = []
    for reference in resolve1(form.get("Fields", [])):
        field = resolve1(reference)
        appearance = resolve1(field["AP"]["N"])
        page = pages[field["P"].objid]
        element = resolve1(parents[field["StructParent"]]) if "StructParent" in field else None
        if element:
            kid = resolve1(element["K"])
            assert kid["Type"].name == "OBJR" and kid["Obj"].objid == reference.objid
            assert element["Pg"].objid == field["P"].objid
        fields.append({
            "type": field["FT"].name,
            "subtype": field["Subtype"].name,
            "name": decode_text(field["T"]),
            "label": decode_text(field["TU"]),
            "flags": field["F"],
            "page": page.page_number,
            "listed": [annotation.objid for annotation in resolve1(page.page_obj.annots)].count(reference.objid),
            "frame": [float(side) for side in field["Rect"]],
            "box": [float(side) for side in appearance.attrs["BBox"]],
            "drawing": len(appearance.get_data()),
            "isSigned": "V" in field,
            "element": element["S"].name if element else None,
        })
    json.dump({"flags": form.get("SigFlags"), "fields": fields}, sys.stdout)
