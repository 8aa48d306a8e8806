# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens pages in Chromium and prints what is wrong with them: browse.py PAGE...

No console message, no request, no sideways scroll at three widths, nothing that axe-core objects to, no text
of a drawing cut off at its edge or with a contrast below 4.5 : 1, in light and in dark."""
import shutil
import sys

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

CONTRAST = """() => {
  const parse = c => (c.match(/[\\d.]+/g) || []).map(Number);
  const light = c => { const [r, g, b] = c.map(v => { v /= 255; return v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; });
    return .2126 * r + .7152 * g + .0722 * b; };
  const page = parse(getComputedStyle(document.body).backgroundColor);
  const poor = [];
  for (const text of document.querySelectorAll('svg text')) {
    const box = text.getBoundingClientRect();
    if (!box.width) continue;
    const x = box.x + box.width / 2, y = box.y + box.height / 2;
    let ground = page;
    for (const shape of text.ownerSVGElement.querySelectorAll('rect, path, circle')) {
      const fill = getComputedStyle(shape).fill, place = shape.getBoundingClientRect();
      if (fill === 'none' || !(shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING)) continue;
      if (place.x <= x && x <= place.right && place.y <= y && y <= place.bottom) ground = parse(fill);
    }
    const [a, b] = [light(parse(getComputedStyle(text).fill)), light(ground)].sort((p, q) => q - p);
    const ratio = (a + .05) / (b + .05);
    if (ratio < 4.5) poor.push(text.textContent + ' ' + ratio.toFixed(2));
  }
  return poor;
}"""


OUTSIDE = """() => [...document.querySelectorAll('svg.chart text')].filter(text => {
  const frame = text.ownerSVGElement.getBoundingClientRect(), place = text.getBoundingClientRect();
  return place.width && (place.left < frame.left - 1 || place.right > frame.right + 1
    || place.top < frame.top - 1 || place.bottom > frame.bottom + 1);
}).map(text => text.textContent)"""


def look(browser, path, scheme, width):
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    wrong = []
    page.on("console", lambda message: wrong.append("console: " + message.text))
    page.on("pageerror", lambda error: wrong.append(f"error: {error}"))
    page.on("request", lambda request: request.url.startswith("file:") or wrong.append("request: " + request.url))
    page.goto("file://" + path)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    inner, outer = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    if inner > outer:
        wrong.append(f"scrolls sideways: {inner} of {outer} px")
    wrong += ["contrast: " + text for text in page.evaluate(CONTRAST)]
    wrong += ["cut off: " + text for text in page.evaluate(OUTSIDE)]
    if width != 768:
        for violation in Axe().run(page).response["violations"]:
            wrong.append(f"axe {violation['id']}: {violation['nodes'][0]['html'][:200]}")
    page.close()
    return [f"{path} {scheme} {width}: {text}" for text in wrong]


with sync_playwright() as playwright:
    chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
    for path in sys.argv[1:]:
        for scheme in ("light", "dark"):
            for width in (390, 768, 1440):
                print("\n".join(look(chromium, path, scheme, width)))
    chromium.close()
