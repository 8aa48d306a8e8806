# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints what the JUnit schema refuses in a file, then its test cases: validate_junit.py SCHEMA FILE."""
import sys

from lxml import etree

schema = etree.XMLSchema(etree.parse(sys.argv[1]))
document = etree.parse(sys.argv[2])
if not schema.validate(document):
    for error in schema.error_log:
        print(f"{error.line}: {error.message}")
for case in document.iter("testcase"):
    print(case.get("name"), *(child.tag for child in case))
