# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes the pictures of the README: pictures.py PAGE FOLDER (writes schedule.png and risk.png)."""
import os
import shutil
import sys

from playwright.sync_api import sync_playwright

path, folder = os.path.abspath(sys.argv[1]), sys.argv[2]
with sync_playwright() as playwright:
    chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
    page = chromium.new_page(viewport={"width": 1080, "height": 900}, color_scheme="light")
    page.goto("file://" + path)
    for name, start, height in (("schedule", "#decision", 1080), ("risk", "#risk", 1220)):
        top = page.evaluate("s => document.querySelector(s).getBoundingClientRect().top + scrollY", start)
        clip = {"x": 0, "y": top - 16, "width": 1080, "height": height}
        page.screenshot(path=os.path.join(folder, name + ".png"), full_page=True, clip=clip)
    chromium.close()
