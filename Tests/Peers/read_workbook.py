# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints a workbook as openpyxl reads it: sheets, values, formats, formulas with cached and recomputed values."""
import json
import re
import sys

import openpyxl
from openpyxl.utils import range_boundaries

path = sys.argv[1]
written = openpyxl.load_workbook(path)
cached = openpyxl.load_workbook(path, data_only=True)


def cells(sheet, reference):
    name, _, area = reference.rpartition("!")
    target = cached[name.strip("'").replace("''", "'")] if name else cached[sheet]
    left, top, right, bottom = range_boundaries(area.replace("$", ""))
    return [target.cell(row, column).value for row in range(top, bottom + 1) for column in range(left, right + 1)]


def recomputed(sheet, formula):
    """The value of the few kinds of formula that Selaras writes; cells it refers to count as cached."""
    body = formula[1:]
    if match := re.fullmatch(r"SUM\(([^,()]+)\)", body):
        return sum(value or 0 for value in cells(sheet, match[1]))
    if match := re.fullmatch(r"SUMIF\((.+),([A-Z]+\d+),(.+)\)", body):
        wanted = cells(sheet, match[2])[0]
        keys, amounts = cells(sheet, match[1]), cells(sheet, match[3])
        return sum(amount or 0 for key, amount in zip(keys, amounts) if key == wanted)
    assert re.fullmatch(r"[A-Z0-9+\-/()]+", body), formula
    return eval(re.sub(r"[A-Z]+\d+", lambda match: f"({cells(sheet, match[0])[0] or 0})", body), {})


def described(sheet, cell):
    value = cached[sheet][cell.coordinate].value
    out = {"at": cell.coordinate, "value": value if isinstance(value, (int, float, str)) else str(value)}
    if cell.number_format != "General":
        out["format"] = cell.number_format
    if cell.data_type == "f":
        out["formula"] = cell.value
        out["recomputed"] = recomputed(sheet, cell.value)
    return out


print(json.dumps({
    "title": written.properties.title,
    "sheets": [{
        "name": sheet.title, "frozen": sheet.freeze_panes, "filter": sheet.auto_filter.ref,
        "charts": len(sheet._charts),
        "cells": [described(sheet.title, cell) for row in sheet.iter_rows() for cell in row if cell.value is not None],
    } for sheet in written.worksheets]}))
