"""Looks at a page of `cnigen report` in Chromium as people do, and prints what is seen as JSON, for ReportPageTests."""

import json
import sys
import time

from playwright.sync_api import sync_playwright

CHROMIUM = "/usr/bin/chromium"


class Looker:
    def __init__(self, browser, path):
        self.browser = browser
        self.address = "file://" + path
        self.trouble = []
        self.requests = []

    def open(self, width=1600, scheme="light", script=True):
        context = self.browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            java_script_enabled=script,
            reduced_motion="reduce",
        )
        page = context.new_page()
        page.on("console", lambda message: self.trouble.append(message.text))
        page.on("pageerror", lambda error: self.trouble.append(str(error)))
        page.on("dialog", lambda dialog: (self.trouble.append("dialog " + dialog.message), dialog.dismiss()))
        page.on("request", lambda request: self.requests.append(request.url))
        page.goto(self.address)
        if script:
            page.wait_for_selector("html[data-ready]", state="attached", timeout=60000)
        return page


def label_of_focus(page):
    return page.evaluate("document.activeElement.getAttribute('aria-label') || document.activeElement.id")


def map_label(page):
    return page.get_attribute(".cells", "aria-label")


def search(page, text):
    page.fill("#q", text)
    page.wait_for_timeout(250 if page.evaluate("document.querySelector('.view').ariaRowCount > 20001") else 30)
    return page.inner_text("#list .found")


# The contrast of text on what is behind it, as WCAG 2 has it.
CONTRAST = """selectors => selectors.map(selector => {
  const node = document.querySelector(selector);
  if (!node) return [selector, null];
  const parse = text => (text.match(/[\\d.]+/g) || []).map(Number);
  const light = rgb => { const [r, g, b] = rgb.slice(0, 3).map(v => { v /= 255; return v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; });
    return .2126 * r + .7152 * g + .0722 * b; };
  let behind = node, ground;
  while (behind) { ground = parse(getComputedStyle(behind).backgroundColor);
    if (ground.length == 3 || ground[3] > 0) break; behind = behind.parentElement; }
  const [a, b] = [light(parse(getComputedStyle(node).color)), light(ground)].sort((x, y) => y - x);
  return [selector, Math.round((a + .05) / (b + .05) * 100) / 100];
})"""
TEXTS = ["h1", "header p", "header p a", "#hint", ".card span", ".block p", "summary", ".crumbs button",
         ".c.used b", ".c.held b", ".c.free b", ".found", ".info p", ".r button", "thead th", ".findings .warning > p > b",
         ".findings ul"]


def look(looker, wanted):
    seen = {}
    page = looker.open()
    seen["title"] = page.title()
    seen["searches"] = {text: search(page, text) for text in wanted["searches"]}
    search(page, "")
    seen["elements"] = page.evaluate("document.getElementsByTagName('*').length")
    seen["rows"] = page.locator("#list .tall .r").count()
    page.evaluate("document.querySelector('.view').scrollTop = 1e9")
    page.wait_for_timeout(200)
    seen["lastRow"] = page.locator("#list .tall .r").last.inner_text().split("\n")[0]

    page.keyboard.press("/")
    seen["slash"] = label_of_focus(page)
    page.keyboard.press("Escape")
    page.focus(".c[tabindex='0']")
    seen["map"] = map_label(page)
    seen["first"] = label_of_focus(page)
    page.keyboard.press("ArrowRight")
    seen["right"] = label_of_focus(page)
    page.keyboard.press("ArrowDown")
    seen["down"] = label_of_focus(page)
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    seen["in"] = map_label(page)
    seen["live"] = page.inner_text("[aria-live]")
    page.keyboard.press("Escape")
    seen["out"] = map_label(page)
    seen["back"] = label_of_focus(page)
    page.locator(".c").nth(2).click()
    page.locator(".c").nth(2).click()
    seen["clicked"] = map_label(page)
    page.locator(".crumbs button").first.click()
    seen["crumb"] = map_label(page)

    if page.locator(".findings > li > p > a.at").count():
        page.locator(".findings > li > p > a.at").first.click()
        seen["line"] = page.inner_text(".lines :target")
        seen["marked"] = page.inner_text(".lines :target mark")

    # Everything that can be used has a name.
    client = page.context.new_cdp_session(page)
    tree = client.send("Accessibility.getFullAXTree")["nodes"]
    named = {"button", "link", "gridcell", "grid", "table", "image", "searchbox", "region", "heading", "search"}
    nodes = [(node["role"]["value"], node.get("name", {}).get("value", "")) for node in tree
             if not node.get("ignored") and node.get("role", {}).get("value") in named]
    seen["nameless"] = sorted({role for role, name in nodes if not name and role != "search"})
    seen["roles"] = sorted({role for role, _ in nodes})
    seen["scripts"] = page.evaluate("document.scripts.length")
    seen["hacked"] = page.evaluate("'hacked' in window || document.querySelectorAll('img,iframe,object').length > 0")
    seen["slips"] = page.evaluate("(document.body.innerText.match(/\\b(null|undefined|NaN)\\b/g) || []).length")
    seen["heading"] = page.inner_text("h1")
    pdf = page.pdf(format="A4")
    seen["pdf"] = pdf[:5].decode()
    page.emulate_media(media="print")
    seen["printed"] = {part: page.locator(part).first.is_visible() for part in ["#search", "#nodes", "svg.grid"]}
    page.context.close()

    grounds = {}
    seen["contrast"] = {}
    for scheme in ["light", "dark"]:
        page = looker.open(scheme=scheme)
        grounds[scheme] = page.evaluate("getComputedStyle(document.body).backgroundColor")
        seen["contrast"][scheme] = dict(page.evaluate(CONTRAST, TEXTS))
        page.context.close()
    seen["grounds"] = grounds
    seen["overflow"] = {}
    for width in [360, 800, 1600]:
        page = looker.open(width=width)
        seen["overflow"][str(width)] = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        page.context.close()
    page = looker.open(script=False)
    seen["plain"] = page.text_content("main")[:20000]
    page.context.close()
    return seen


def measure(looker):
    """Milliseconds until the page can be used, the best of three, and its elements."""
    best = None
    for _ in range(3):
        start = time.monotonic()
        page = looker.open()
        took = time.monotonic() - start
        elements = page.evaluate("document.getElementsByTagName('*').length")
        page.context.close()
        best = took if best is None else min(best, took)
    return {"seconds": best, "elements": elements}


def main():
    order = json.load(sys.stdin)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"])
        seen = {}
        for name, path in order.get("look", {}).items():
            looker = Looker(browser, path)
            seen[name] = look(looker, order)
            seen[name]["trouble"] = looker.trouble
            seen[name]["requests"] = sorted(set(looker.requests) - {looker.address})
        for name, path in order.get("measure", {}).items():
            looker = Looker(browser, path)
            seen[name] = measure(looker)
            seen[name]["trouble"] = looker.trouble
        browser.close()
    json.dump(seen, sys.stdout)


main()
