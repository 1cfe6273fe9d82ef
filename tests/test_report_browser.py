"""A report in a real browser: Debian's Chromium, driven by Playwright; left out where there is none."""

import json
import re
import shutil
from contextlib import contextmanager
from dataclasses import replace
from importlib.resources import files
from typing import Any, NamedTuple

import numpy as np
import pytest
from tests.show.report_example import HOSTILE, THEMES, crossed, example, verbatims

from freetext.reports.report import Report, Section
from freetext.show.report_page import page as drawn

driver = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed: `pip install freetext[dev]`")

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
FLAGS = (
    *(
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
    ),
    "--disable-sync",
)
FOCUSABLE = "a[href], button, input, [tabindex='0']"

pytestmark = pytest.mark.slow


class Seen(NamedTuple):
    """A page that is open, what its console said, and what it asked for."""

    page: Any
    console: list[str]
    requests: list[str]


@pytest.fixture(scope="module")
def browser():
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        pytest.skip(f"no Chromium on this machine (looked for {', '.join(BROWSERS)}); Debian has the package chromium")
    with driver.sync_playwright() as play:
        started = play.chromium.launch(executable_path=found, chromium_sandbox=False, args=list(FLAGS))
        yield started
        started.close()


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    written = tmp_path_factory.mktemp("report") / "report.html"
    written.write_text(drawn(example()), encoding="utf-8", newline="\n")
    return written


@pytest.fixture
def opened(browser, file):
    """Open a report with the settings of a browser's context; whatever goes wrong on the way is written down."""

    @contextmanager
    def open_(path=file, width=1280, **settings):
        context = browser.new_context(viewport={"width": width, "height": 900}, **settings)
        seen = Seen(context.new_page(), [], [])
        seen.page.on("console", lambda said: seen.console.append(said.text))
        seen.page.on("pageerror", lambda fault: seen.console.append(str(fault)))
        context.on("request", lambda request: seen.requests.append(request.url))
        seen.page.goto(path.as_uri())
        yield seen
        context.close()

    return open_


def crossing(page, section=0):
    """The cross-tab of a section."""
    return page.locator(f"table[data-section='{section}'][data-banner='type']")


def names(table):
    return table.locator("tbody.rows tr:visible th").all_inner_texts()


def press(page, place, key="Enter"):
    place.focus()
    page.keyboard.press(key)


def test_nothing_is_asked_for_and_nothing_goes_wrong(opened, file):
    """A reader who sorts, filters and looks up answers causes no request, no console message, and runs no word of an answer."""
    with opened() as (page, console, requests):
        press(page, crossing(page).locator("thead button").nth(1))
        page.get_by_label("Show rows with").first.fill("risk")
        press(page, crossing(page).locator("tbody.rows tr:visible td button").first)
        page.keyboard.press("Escape")
        assert requests == [file.as_uri()]
        assert console == []
        assert page.evaluate("performance.getEntriesByType('resource').length") == 0
        assert page.evaluate("window.harmed") is None


def test_the_policy_holds(opened):
    """The browser takes the page's policy: what its hashes do not name is neither run nor applied."""
    with opened() as (page, console, _):
        page.evaluate(
            "for (const name of ['script', 'style']) { const added = document.createElement(name);"
            " added.textContent = name === 'script' ? 'window.harmed = 1' : 'body { display: none }'; document.head.append(added); }"
        )
        assert page.evaluate("window.harmed") is None
        assert page.locator("h1").is_visible()
        assert len(console) == 2


def test_the_keyboard_reaches_everything(opened):
    """Tab goes through every link, button, field and region, each once, in the order of the page, and shows where it is."""
    with opened() as (page, *_):
        expected = page.evaluate(
            f'[...document.querySelectorAll("{FOCUSABLE}")].filter(each => each.checkVisibility())'
            ".map((each, place) => each.dataset.stop = place).length"
        )
        stops = []
        for _ in range(expected):
            page.keyboard.press("Tab")
            stops.append(
                page.evaluate(
                    "(() => { const now = document.activeElement; return [Number(now.dataset.stop), getComputedStyle(now).outlineStyle]; })()"
                )
            )
        assert [place for place, _ in stops] == list(range(expected))
        assert {line for _, line in stops} == {"solid"}
        assert expected > 100


def test_the_skip_link_leads_to_the_report(opened):
    """The first stop of the keyboard is a link over the contents to the report."""
    with opened() as (page, *_):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Skip to the report"
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "main"


def test_sorting_by_a_column(opened):
    """A head sorts its table by the numbers: largest first, smallest first, as it was; children stay below their net, "other" and "none" last."""
    with opened() as (page, *_):
        table = crossing(page)
        before = names(table)
        head = table.locator("thead th").nth(2)
        press(page, head.locator("button"))
        assert head.get_attribute("aria-sort") == "descending"
        assert names(table) == [
            f"Theme {each}"
            for each in ("inside", "risk", "culture", "capability", "resource", "covid", "evidence", "other", "none")
        ]
        press(page, head.locator("button"), "Space")
        assert head.get_attribute("aria-sort") == "ascending"
        assert names(table)[:3] == ["Theme evidence", "Theme covid", "Theme resource"]
        press(page, head.locator("button"))
        assert head.get_attribute("aria-sort") is None
        assert names(table) == before == [f"Theme {each}" for each in THEMES]
        assert [row.count() for row in (table.locator("tbody.bases tr"), table.locator("tbody.mentions tr"))] == [1, 2]


def test_filtering_rows(opened):
    """What is typed keeps the rows that hold it, with their nets, in all tables of the section, and says how many."""
    with opened() as (page, *_):
        page.get_by_label("Show rows with").first.fill("RISK")
        assert names(crossing(page)) == ["Theme inside", "Theme risk"]
        assert page.locator("output").first.inner_text() == "4 of 19 rows"
        assert len(names(crossing(page, 1))) == len(THEMES)
        page.get_by_label("Show rows with").first.fill("")
        assert len(names(crossing(page))) == len(THEMES)


def test_looking_up_the_answers_of_a_number(opened):
    """A number opens the answers that it counts, with who coded them; Escape closes them and leads back to the number."""
    with opened() as (page, *_):
        number = crossing(page).locator("tbody.rows tr").nth(0).locator("td button").nth(1)
        assert number.get_attribute("aria-haspopup") == "dialog"
        press(page, number)
        dialog = page.get_by_role("dialog", name="Theme resource: local authority")
        assert dialog.is_visible()
        assert dialog.locator("#answers-count").inner_text() == "6 of 6."
        assert dialog.locator("li footer").all_inner_texts()[:2] == [
            "R000, coded by ada, ben",
            "R001, coded by model 1a2b3c",
        ]
        assert dialog.locator("li blockquote").first.inner_text() == HOSTILE[0]
        page.keyboard.press("Escape")
        assert not dialog.is_visible()
        assert number.evaluate("each => each === document.activeElement")
        press(page, crossing(page, 1).locator("tbody.rows td button").first)
        assert (
            page.locator("#answers-count")
            .inner_text()
            .startswith("23 of 23 carried. This page holds 41 of 8,312 answers")
        )


def test_many_answers_come_bit_by_bit(opened, tmp_path):
    """Of many answers 200 are shown at once, and the rest when asked for; what is withheld is counted."""
    many, table = 450, crossed()
    given = np.ones((many, len(THEMES)), dtype=np.bool_)
    found = replace(
        verbatims(),
        ids=tuple(map(str, range(many))),
        texts=("x",) * many,
        who=("",) * many,
        given=given,
        columns={},
        total=452,
        withheld=2,
    )
    cells = (replace(table.rows[0].cells[0], count=452), *table.rows[0].cells[1:])
    section = Section("s", "s", (), (replace(table, rows=(replace(table.rows[0], cells=cells),)),), verbatims=found)
    path = tmp_path / "many.html"
    path.write_text(drawn(Report("t", "", (), (section,), (), ())), encoding="utf-8")
    with opened(path) as (page, console, _):
        press(page, page.locator("tbody.rows td button").first)
        assert page.locator("dialog li").count() == 200
        assert (
            page.locator("#answers-count").inner_text()
            == "450 of 452. Of the answers to this question 2 are not shown, to protect people."
        )
        press(page, page.get_by_role("button", name="Show more (250 left)"))
        press(page, page.get_by_role("button", name="Show more (50 left)"))
        assert page.locator("dialog li").count() == many
        assert not page.get_by_role("button", name="Show more").is_visible()
        assert console == []


def test_without_its_script(opened):
    """Without JavaScript everything can be read; what would need it is not there."""
    with opened(java_script_enabled=False) as (page, *_):
        assert page.get_by_role("heading", name="Why is that?").is_visible()
        assert crossing(page).get_by_text("56 %").first.is_visible()
        assert page.get_by_role("img", name="Bars").first.is_visible()
        assert page.locator("button, input, dialog").locator("visible=true").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_accessibility(opened, scheme, width):
    """axe-core finds nothing serious or critical, in the light and in the dark, on a screen and a telephone, with the answers open too."""
    axe = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
    with opened(width=width, color_scheme=scheme) as (page, *_):
        page.evaluate(axe)
        assert violations(page) == []
        press(page, crossing(page).locator("td button").first)
        assert violations(page) == []


def violations(page):
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]
    return [
        (each["id"], [node["html"] for node in each["nodes"]][:3])
        for each in found
        if each["impact"] in {"serious", "critical"}
    ]


@pytest.mark.parametrize(("width", "kind"), [(1280, "wide"), (360, "narrow")])
def test_one_drawing_of_each_chart_is_shown(opened, tmp_path, width, kind):
    """A screen and a telephone are each shown their own drawing, in letters that can be read, and the page never scrolls sideways."""
    with opened(width=width) as (page, *_):
        shown = page.locator("svg.chart:visible")
        assert shown.count() == 5
        assert {
            each.split()[1] for each in shown.evaluate_all("all => all.map(each => each.getAttribute('class'))")
        } == {kind}
        heights = page.evaluate(
            "[...document.querySelectorAll('svg.chart text')].filter(each => each.checkVisibility()).map(each => each.getBoundingClientRect().height)"
        )
        assert min(heights) >= 11
        assert page.evaluate("document.documentElement.scrollWidth") == width
        page.screenshot(path=tmp_path / "page.png", full_page=True)
        assert (tmp_path / "page.png").stat().st_size > 50_000


def test_on_paper(opened):
    """Printed, the page is A4, in several sheets, light whatever the screen is, without fields and links."""
    with opened(color_scheme="dark") as (page, *_):
        pdf = page.pdf(prefer_css_page_size=True)
        sizes = {
            tuple(round(float(each)) for each in found.split())
            for found in re.findall(rb"/MediaBox\s*\[([^\]]+)\]", pdf)
        }
        assert sizes == {(0, 0, 595, 842)}
        assert len(re.findall(rb"/Type\s*/Page\b", pdf)) > len(example().sections)
        page.emulate_media(media="print")
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
        assert not page.locator(".tools:visible, .up:visible, .skip:visible").count()


def test_the_data_is_what_the_report_holds(opened):
    """What the browser reads of the answers is what the report carries, character for character."""
    with opened() as (page, *_):
        read = json.loads(page.evaluate("document.getElementById('verbatims').textContent"))
        assert [None if each is None else len(each["ids"]) for each in read] == [41, 41, None, None]
