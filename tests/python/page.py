"""Tests the page of a plan in a real browser: python page.py LEERTEAM

LEERTEAM is the program. Chromium and its driver are those of the system; nothing here uses a network.
"""

import base64
import itertools
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import axe_core_python
from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait

ROOT = pathlib.Path(__file__).resolve().parents[2]
ROSTER = ROOT / "fixtures" / "zwolle" / "roster.json"
AXE = pathlib.Path(axe_core_python.__file__).with_name("axe.min.js")
WAIT_SECONDS = 30
WIDE, NARROW = (1400, 1000), (390, 800)
# Between the margins of an A4 sheet.
SHEET_WIDTH_MM, SHEET_HEIGHT_MM = 184, 271
PIXELS_PER_MM = 96 / 25.4
HOSTILE = "</script><img src=x onerror='window.harmed=1'>"


def check(holds, what):
    """Ends the test if `what` does not hold."""
    if not holds:
        raise AssertionError(f"this does not hold: {what}")
    print(f"ok: {what}")


class Browser:
    """Chromium with one page, for the time of a `with` block; at the end nothing may have gone wrong."""

    def __init__(self, page, size=WIDE, media=()):
        self.page = page
        self.size = size
        self.media = [{"name": name, "value": value} for name, value in media]

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory()
        self.downloads = pathlib.Path(self.folder.name) / "downloads"
        self.downloads.mkdir()
        options = webdriver.ChromeOptions()
        options.binary_location = shutil.which("chromium")
        arguments = ["headless", "disable-gpu", "disable-background-networking", "no-first-run", "disable-sync"]
        arguments += [f"user-data-dir={self.folder.name}/profile"]
        # Chromium's sandbox does not work for root.
        arguments += ["no-sandbox"] if os.geteuid() == 0 else []
        for argument in arguments:
            options.add_argument(f"--{argument}")
        options.add_experimental_option("prefs", {"download.default_directory": str(self.downloads)})
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        self.driver = webdriver.Chrome(options, Service(shutil.which("chromedriver")))
        self.driver.set_script_timeout(WAIT_SECONDS * 4)
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": self.media})
        self.resize(*self.size)
        self.driver.get(self.page.as_uri())
        return self

    def __exit__(self, kind, *_):
        try:
            if kind is None:
                self.check_logs()
        finally:
            self.driver.quit()
            self.folder.cleanup()

    def check_logs(self):
        messages = [entry["message"] for entry in self.driver.get_log("browser")]
        check(not messages, f"the browser has nothing to complain about {messages or ''}".rstrip())
        events = [json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")]
        requests = [e["params"] for e in events if e["method"] == "Network.requestWillBeSent"]
        # The browser's own first tab is none of ours.
        urls = [r["request"]["url"] for r in requests if not r["documentURL"].startswith("chrome:")]
        others = [url for url in urls if not url.startswith(("file:", "blob:", "data:"))]
        check(urls and not others, f"nothing was fetched {others or ''}".rstrip())

    def resize(self, width, height):
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)

    def run(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def find(self, selector):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def text(self, selector="body"):
        return self.run("return document.querySelector(arguments[0]).innerText", selector)

    def click(self, selector):
        self.run("document.querySelector(arguments[0]).click()", selector)

    def until(self, holds, what):
        WebDriverWait(self.driver, WAIT_SECONDS).until(lambda _: holds(), what)

    def search(self, words):
        field = self.find("[name=search]")
        field.clear()
        field.send_keys(words)
        last = words.split()[-1].lower()
        script = (
            "const term = filter.terms.at(-1);"
            "return term !== undefined && term.test(arguments[0]) && !term.test(arguments[0].slice(0, -1))"
        )
        self.until(lambda: self.run(script, last), "all that was typed is searched for")

    def key(self, *keys):
        self.driver.switch_to.active_element.send_keys(*keys)

    def focused(self):
        return self.run("const e = document.activeElement; return e.id || e.className || e.tagName")


def test_content(browser, roster, plan):
    check(browser.run("return document.documentElement.lang") == "nl", "it opens in the language asked for")
    check(len(browser.all("article.team")) == len(plan["teams"]), "every team has a card")
    sections = browser.run("return [...document.querySelectorAll('main > section')].map((of) => of.id)")
    check(sections[0] == "attention", "what needs attention comes first")
    attention = browser.text("#attention")
    for broken in plan["brokenRequirements"]:
        if broken["ruleId"] != "placed":
            team = next(team["name"] for team in plan["teams"] if team["id"] == broken["teamId"])
            check(team in attention and broken["text"] in attention, f"what {team} does not meet is shown")
    for left in plan["leftOver"]:
        shown = left["participantId"] in attention and all(r["text"] in attention for r in left["reasons"])
        check(shown, f"it is shown why {left['participantId']} is left over")
    check("bestaat niet" in browser.text("#figures"), "what is proven is shown")
    browser.click("#open-all")
    text = browser.text()
    missing = [p["id"] for p in roster["participants"] if p["id"] not in text]
    check(not missing, f"everybody is there {missing or ''}".rstrip())
    levels = browser.run("return [...document.querySelectorAll('h1,h2,h3,h4,h5')].map((of) => Number(of.tagName[1]))")
    skips = [pair for pair in itertools.pairwise(levels) if pair[1] > pair[0] + 1]
    check(levels[0] == 1 and levels.count(1) == 1 and not skips, "headings are in order")
    rows = browser.run(
        "return [...document.querySelectorAll('.attendance')].map((of) => [...of.querySelectorAll('tbody tr')]"
        ".map((row) => row.querySelectorAll('td').length).filter((cells) => cells > 0))"
    )
    people = [len(team["members"]) + len(team["supervisors"]) for team in plan["teams"]]
    meetings = [len(team["meetings"]) for team in plan["teams"]]
    check(rows == [[m] * p for m, p in zip(meetings, people)], "everybody is there at every meeting")
    rows = browser.run(
        "return [...document.querySelectorAll('.attendance')].map((of) => [...of.querySelectorAll('tfoot tr')]"
        ".map((row) => [...row.querySelectorAll('td')].map((cell) => parseInt(cell.textContent))))"
    )
    heads = [
        [[m["expected"] for m in team["meetings"]], [len(m.get("professions", [])) for m in team["meetings"]]]
        for team in plan["teams"]
    ]
    check(rows == heads, "how many come to each meeting, and of how many professions, is counted as in the plan")
    cells = browser.run("return document.querySelectorAll('.matrix .now').length")
    check(cells == len(plan["teams"]), "every team has its slot among the others")
    tables = browser.run(
        "return [...document.querySelectorAll('table')].every((of) => of.caption && of.querySelector('th[scope]'))"
    )
    check(tables, "every table has a caption and headings")


def test_filter(browser, roster, plan):
    first = plan["teams"][0]
    name = next(p["name"] for p in roster["participants"] if p["id"] == first["members"][0]["participantId"])
    count = browser.find("#count")
    check(count.get_attribute("aria-live") == "polite", "the number of teams is said")
    browser.search(name.upper())
    check(len(browser.all("article.team")) == 1, "a search for a name shows the team")
    check(count.text == f"1 van de {len(plan['teams'])} leerteams", f"the count is there ({count.text})")
    check(name in browser.text(".found"), "and the person stands out")
    browser.search("zzz")
    check(not browser.all("article.team"), "a search for nothing shows none")
    check("Er wordt geen leerteam getoond" in browser.text("#teams"), "and says so")
    browser.click("#clear")
    check(browser.run("return document.activeElement.name") == "search", "clearing goes back to the search")
    check(len(browser.all("article.team")) == len(plan["teams"]), "and shows everything")
    for name in ["organisation", "programme", "location"]:
        choice = Select(browser.find(f"[name={name}]"))
        choice.select_by_index(1)
        browser.until(lambda: "van de" in browser.find("#count").text, f"a filter by {name}")
        shown = len(browser.all("article.team"))
        check(0 < shown < len(plan["teams"]), f"a filter by {name} shows {shown} teams")
        check(len(browser.all("#week .chip")) == shown, "in the week too")
        browser.click("#clear")
    browser.click("[name=broken]")
    broken = {b["teamId"] for b in plan["brokenRequirements"] if b.get("teamId")}
    browser.until(lambda: len(browser.all("article.team")) == len(broken), "only teams with something wrong")
    browser.click("#clear")


def test_language(browser):
    check("Wat aandacht vraagt" in browser.text("main"), "it is in Dutch")
    browser.click("[data-language=en]")
    text = browser.text("main")
    check("What needs attention" in text and "Nobody else on this side" in text, "causes too change to English")
    check(browser.run("return document.documentElement.lang") == "en", "and the page says so")
    dutch = [word for word in ["leerteambegeleider", "bijeenkomst", "vast moment"] if word in text.lower()]
    check(not dutch, f"nothing is left in Dutch {dutch or ''}".rstrip())
    check(not re.search(r"page-[a-z]|\{\$|undefined|NaN", browser.text()), "every text is filled in")
    browser.click("[data-language=nl]")
    check(not re.search(r"page-[a-z]|\{\$|undefined|NaN", browser.text()), "in Dutch too")


def test_keyboard(browser):
    browser.find("body").send_keys(Keys.TAB)
    check(browser.focused() == "skip", "the first stop skips to the plan")
    browser.key(Keys.ENTER)
    check(browser.focused() == "main", "and it does")
    browser.run("document.querySelector('#attention .team-link').focus()")
    browser.key(Keys.ENTER)
    heading = browser.focused()
    check(re.fullmatch(r"team-\d+-name", heading), f"a link leads to a team ({heading})")
    outline = browser.run("return getComputedStyle(document.activeElement).outlineStyle")
    check(outline == "solid", "what has the focus is seen")
    team = f"#{heading.removesuffix('-name')}"
    check(browser.run("return !document.querySelector(arguments[0]).hidden", f"{team} .details"), "its details are open")
    browser.key(Keys.TAB)
    browser.key(Keys.SPACE)
    button = browser.find(f"{team} .details-button")
    check(button.get_attribute("aria-expanded") == "false", "and close with the keyboard")
    browser.key(Keys.ENTER)
    check(button.get_attribute("aria-expanded") == "true", "and open again")


def without_script(browser):
    """All of the page but the plan's JSON."""
    return browser.run(
        "const copy = document.documentElement.cloneNode(true); copy.querySelector('#plan').remove();"
        "return copy.outerHTML + document.title"
    )


def test_names(browser, roster):
    names = [p["name"] for p in roster["participants"] + roster["supervisors"]]
    browser.click("#open-all")
    html = without_script(browser)
    check(all(name in html for name in names), "names are there")
    browser.click("#hide-names")
    html = without_script(browser)
    left = [name for name in names if name in html]
    check(not left, f"hidden names are nowhere {left[:3] or ''}".rstrip())
    check(all(p["id"] in html for p in roster["participants"]), "ids are")
    browser.search(names[0])
    check(not browser.all("article.team"), "a hidden name is not found")
    browser.click("#clear")
    browser.click("#hide-names")
    check(names[0] in without_script(browser), "and names come back")
    browser.click("#save")
    browser.until(lambda: list(browser.downloads.glob("*.html")), "a copy is saved")
    saved = next(browser.downloads.glob("*.html"))
    copy = saved.read_text(encoding="utf-8")
    left = [name for name in names if name in copy]
    check(not left, f"the copy {saved.name} has no names {left[:3] or ''}".rstrip())
    with Browser(saved) as other:
        check(len(other.all("article.team")) == len(browser.all("article.team")), "and is whole")
        check(not other.find("#hide-names").is_displayed(), "with no names to hide")


def test_print(browser, plan):
    browser.run("drawForPrint()")
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print", "features": browser.media})
    browser.resize(round(SHEET_WIDTH_MM * PIXELS_PER_MM), 1000)
    shown = browser.run(
        "return [...document.querySelectorAll('button, input, select, summary, nav')]"
        ".filter((of) => of.getClientRects().length > 0).map((of) => of.outerHTML)"
    )
    check(not shown, f"no controls are printed {shown[:1] or ''}".rstrip())
    heights = browser.run("return [...document.querySelectorAll('.team')].map((of) => of.getBoundingClientRect().height)")
    tallest = max(heights) / PIXELS_PER_MM
    check(tallest <= SHEET_HEIGHT_MM, f"every team fits on a sheet (the tallest takes {tallest:.0f} mm)")
    check(browser.run("return document.querySelectorAll('.attendance').length") == len(plan["teams"]), "with its details")
    paper = browser.run("return getComputedStyle(document.documentElement).getPropertyValue('--surface').trim()")
    check(paper == "#ffffff", "paper is light, also for who has a dark screen")
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": browser.media})
    browser.resize(*browser.size)
    pdf = browser.driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})["data"]
    pages = len(re.findall(rb"/Type\s*/Page\b", base64.b64decode(pdf)))
    teams = len(plan["teams"])
    check(teams < pages <= teams + 8, f"{teams} teams are printed on {pages} pages")


def test_accessible(browser, what):
    # A few teams will do: all are alike.
    browser.run("for (const place of [0, 1, 5]) if (!opened.has(place)) goToTeam(place)")
    browser.run("for (const of of document.querySelectorAll('main details')) of.open = true")
    browser.run(AXE.read_text(encoding="utf-8"))
    script = "const done = arguments[0]; axe.run(document, {resultTypes: ['violations']}).then((of) => done(of.violations))"
    violations = [f"{v['id']}: {v['nodes'][0]['html']}" for v in browser.driver.execute_async_script(script)]
    check(not violations, f"axe finds nothing to correct {what} {violations or ''}".rstrip())


def test_narrow(browser):
    width = browser.run("return document.documentElement.scrollWidth")
    check(width <= NARROW[0], f"a narrow screen need not be scrolled sideways ({width})")
    check(not browser.find("[name=search]").is_displayed(), "the filter is folded")
    browser.click("#fold summary")
    check(browser.find("[name=search]").is_displayed(), "and unfolds")


def test_hostile(browser):
    text = browser.text()
    check(HOSTILE in text, "a hostile name is just text")
    check(browser.run("return window.harmed === undefined && document.images.length === 0"), "and does no harm")
    browser.click("#open-all")
    browser.click("[data-language=en]")
    check(browser.run("return window.harmed === undefined && document.images.length === 0"), "nor in details")


def make(program, folder, name, roster):
    """Plans a roster; the page and the plan."""
    file = folder / f"{name}.json"
    file.write_text(json.dumps(roster), encoding="utf-8")
    out = folder / name
    run = [program, "plan", str(file), "--out", str(out), "--lang", "nl"]
    subprocess.run(run, check=True, stdout=subprocess.DEVNULL)
    plan = json.loads((out / "plan.json").read_text(encoding="utf-8"))
    return out / "plan.html", plan


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: python page.py LEERTEAM")
    program = str(pathlib.Path(sys.argv[1]).resolve())
    roster = json.loads(ROSTER.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        page, plan = make(program, folder, "plain", roster)
        dark = [("prefers-color-scheme", "dark"), ("prefers-reduced-motion", "reduce")]
        with Browser(page) as browser:
            test_content(browser, roster, plan)
        with Browser(page) as browser:
            test_filter(browser, roster, plan)
            test_language(browser)
        with Browser(page) as browser:
            test_keyboard(browser)
            test_names(browser, roster)
        with Browser(page, media=dark) as browser:
            motion = browser.run("return getComputedStyle(document.documentElement).scrollBehavior")
            check(motion == "auto", "nothing moves for who wants less motion")
            test_print(browser, plan)
            test_accessible(browser, "in the dark")
        with Browser(page, NARROW) as browser:
            test_narrow(browser)
            test_accessible(browser, "on a narrow screen")
        for person in [roster["participants"][0], roster["supervisors"][0]]:
            person["name"] = HOSTILE
        with Browser(make(program, folder, "hostile", roster)[0]) as browser:
            test_hostile(browser)
    print("the test of the page passed")


if __name__ == "__main__":
    try:
        main()
    except (AssertionError, WebDriverException, subprocess.SubprocessError, OSError) as failure:
        sys.exit(f"the test of the page failed: {failure}")
