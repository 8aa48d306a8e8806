# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints the number of pages of a PDF and their size in millimetres, then its text."""
import sys

import pypdf

pages = pypdf.PdfReader(sys.argv[1]).pages
print(len(pages))
print(" x ".join(str(round(float(side) * 25.4 / 72)) for side in (pages[0].mediabox.width, pages[0].mediabox.height)))
for page in pages:
    print(page.extract_text())
