"""Writes a workbook with openpyxl: write-xlsx.py PLAN.json OUT.xlsx [BASE.xlsx]

The plan is a list of sheets: {"name", "hidden", "cells": {"A1": value or {"number", "format"} or {"formula"} or
{"date"}}, "merges", "hiddenRows", "hiddenColumns"}; with a base, its cells are changed.
"""
import datetime
import json
import sys

import openpyxl

plan = json.load(open(sys.argv[1], encoding="utf-8"))
book = openpyxl.load_workbook(sys.argv[3]) if len(sys.argv) > 3 else openpyxl.Workbook()
if len(sys.argv) <= 3:
    book.remove(book.active)
for entry in plan:
    sheet = book[entry["name"]] if entry["name"] in book.sheetnames else book.create_sheet(entry["name"])
    for reference, value in entry.get("cells", {}).items():
        cell = sheet[reference]
        if not isinstance(value, dict):
            cell.value = value
        elif "formula" in value:
            cell.value = value["formula"]
        elif "date" in value:
            cell.value = datetime.date.fromisoformat(value["date"])
            cell.number_format = "yyyy-mm-dd"
        else:
            cell.value = value["number"]
            cell.number_format = value["format"]
    for area in entry.get("merges", []):
        sheet.merge_cells(area)
    for row in entry.get("hiddenRows", []):
        sheet.row_dimensions[row].hidden = True
    for column in entry.get("hiddenColumns", []):
        sheet.column_dimensions[column].hidden = True
    if entry.get("hidden"):
        sheet.sheet_state = "hidden"
book.save(sys.argv[2])
