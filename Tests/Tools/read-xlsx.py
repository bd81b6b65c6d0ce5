"""What openpyxl finds in a workbook, as JSON: read-xlsx.py FILE.xlsx"""
import json
import sys

import openpyxl

with_formulas = openpyxl.load_workbook(sys.argv[1])
with_values = openpyxl.load_workbook(sys.argv[1], data_only=True)
sheets = []
for sheet in with_formulas:
    values = with_values[sheet.title]
    covered = {
        (row, column)
        for area in sheet.merged_cells.ranges
        for row in range(area.min_row, area.max_row + 1)
        for column in range(area.min_col, area.max_col + 1)
        if (row, column) != (area.min_row, area.min_col)
    }
    cells = {}
    for row in sheet.iter_rows():
        for cell in row:
            if (cell.row, cell.column) in covered:
                continue
            is_formula = isinstance(cell.value, str) and cell.value.startswith("=")
            value = values[cell.coordinate].value
            cells[cell.coordinate] = {
                "value": "" if value is None else str(value),
                "isNumber": isinstance(value, (int, float)) and not isinstance(value, bool),
                "formula": cell.value if is_formula else None,
                "isLocked": cell.protection.locked,
            }
    sheets.append(
        {
            "name": sheet.title,
            "cells": cells,
            "isProtected": sheet.protection.sheet,
            "merges": sorted(str(area) for area in sheet.merged_cells.ranges),
            "checked": sorted(
                str(area) for check in sheet.data_validations.dataValidation for area in check.sqref.ranges),
        }
    )
print(json.dumps(sheets))
