# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints the number of pages of a PDF, then its text."""
import sys

import pypdf

pages = pypdf.PdfReader(sys.argv[1]).pages
print(len(pages))
for page in pages:
    print(page.extract_text())
