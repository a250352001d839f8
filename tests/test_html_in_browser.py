"""The page as a person uses it, in headless Chromium. `make test-browser` installs what this needs; without it these
tests are skipped.
"""

import os
import shutil

import pytest

sync_api = pytest.importorskip("playwright.sync_api", reason="no browser driver: make test-browser")

from report_build import finding, report  # noqa: E402
from test_report_formats import nasty  # noqa: E402

from strategies import english  # noqa: E402

from checker.pipeline import check  # noqa: E402
from checker.reading import read_text  # noqa: E402
from checker.reporting import render  # noqa: E402
from checker.reporting.build import document_report, rule_reports  # noqa: E402
from checker.reporting.report import report_of  # noqa: E402

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CHROMIUM = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium: make test-browser")

DRAFT = """Of the 180 parks in the county, 144, or 70%, are open to the public.

<script>document.title = "owned"</script> The lake covers 12 km. Sales rose 12% to $5.6 million from $5.0 million.

The other 36 parks are closed, 20% of the total.
"""


@pytest.fixture(scope="module")
def browser():
    with sync_api.sync_playwright() as driver:
        found = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield found
        found.close()


@pytest.fixture
def opened(browser, tmp_path):
    """Opens a report; at the end, no script may have failed and nothing may have been asked for."""
    troubles = []

    def open(found, **options):
        file = tmp_path / "report.html"
        file.write_text(render(found, "html"), "utf-8")
        page = browser.new_page(viewport={"width": 1280, "height": 900}, **options)
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("console", lambda message: troubles.append(message.text) if message.type in ("error", "warning") else None)
        page.on("dialog", lambda dialog: (troubles.append("dialog"), dialog.dismiss()))
        page.on("request", lambda request: None if request.url.startswith("file:") else troubles.append(request.url))
        page.goto(file.as_uri())
        return page

    yield open
    assert troubles == []


@pytest.fixture(scope="module")
def draft():
    """A report by the whole program on a draft with a wrong share."""
    pack, rules = english()
    document = read_text("draft.txt", DRAFT.encode())
    return report_of((document_report(*check(document, pack, rules)),), (), rule_reports(rules))


def shown(page, selector: str) -> list[str]:
    return [element.inner_text() for element in page.query_selector_all(selector) if element.is_visible()]


def test_the_draft_is_shown_as_text(opened, draft):
    page = opened(draft)
    assert page.title() == "factcheck: 1 fail"
    assert '<script>document.title = "owned"</script>' in page.inner_text(".text")
    assert shown(page, ".n.fail") == ["180", "144", "70%"]


def test_a_hostile_report_does_nothing(opened):
    page = opened(nasty())
    assert page.title() == "factcheck: 1 fail, 1 warn"
    assert '⟨U+202E⟩<script>alert("1")</script>' in page.inner_text(".text")


def test_pointing_at_a_number_shows_its_check_and_the_others(opened, draft):
    page = opened(draft)
    page.hover(".n.fail >> text=144")
    assert "144 of 180 is 80%, not 70%." in page.inner_text("#pop")
    assert shown(page, ".n.linked") == ["180", "144", "70%"] and set(shown(page, ".tag")) == {"whole", "part", "share"}
    page.mouse.move(5, 5)
    page.wait_for_selector("#pop", state="hidden")
    assert shown(page, ".n.linked") == []


def test_verdicts_can_be_put_away(opened, draft):
    page = opened(draft)
    assert shown(page, ".card.fail") and shown(page, ".card.pass")
    page.click(".filter.pass")
    assert shown(page, ".card.fail") and not shown(page, ".card.pass") and not shown(page, ".n.pass")
    page.click(".filter.fail")
    assert not shown(page, ".card.fail") and not shown(page, ".n.fail")
    assert page.get_attribute(".filter.fail", "aria-pressed") == "false"
    page.click(".filter.pass")
    assert "144" in shown(page, ".n.pass"), "the number's other check shows now"


def test_one_rule_can_be_looked_at(opened, draft):
    page = opened(draft)
    page.select_option("#rule", "share-of-total")
    assert {card.get_attribute("data-rule") for card in page.query_selector_all(".card") if card.is_visible()} == {"share-of-total"}


def test_all_can_be_done_with_keys(opened, draft):
    page = opened(draft)
    page.keyboard.press("n")
    assert "144 of 180" in page.inner_text(".card.current") and shown(page, ".n.linked") == ["180", "144", "70%"]
    page.keyboard.press("Escape")
    assert page.query_selector(".card.current") is None
    page.focus(".n.fail >> text=70%")
    assert page.is_visible("#pop")
    page.keyboard.press("Enter")
    assert "144 of 180" in page.inner_text(".card.current")


def test_a_number_in_a_card_leads_to_the_text(opened, draft):
    page = opened(draft)
    page.click(".card.fail .numbers a >> text=70%")
    assert page.evaluate("document.activeElement.textContent") == "70%"


def test_a_card_tells_what_its_rule_demands(opened, draft):
    page = opened(draft)
    page.click(".card.fail .why a")
    assert "any two fix the third" in page.inner_text(".card.fail .about")
    page.click(".card.fail .why a")
    assert page.query_selector(".about") is None


def test_tabs_show_what_is_implied_and_what_was_not_checked(opened):
    page = opened(report(finding()))
    page.click("[role=tab] >> text=Implied")
    assert "closed parks" in page.inner_text(".panel") and not shown(page, ".card")
    page.click(".text .n.unchecked")
    assert "7 gates" in page.inner_text(".list li.current")


def test_the_reader_chooses_light_or_dark(opened, draft):
    page = opened(draft, color_scheme="dark")
    paper = "getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(paper)
    page.click("#theme")
    assert page.evaluate(paper) != dark
    assert page.evaluate("getComputedStyle(document.querySelector('.text')).colorScheme") == "light"


def test_several_documents_one_at_a_time(opened, draft):
    from dataclasses import replace

    both = report_of((draft.documents[0], replace(draft.documents[0], path="second.txt")), (), draft.rules)
    page = opened(both)
    assert shown(page, ".document h2") == ["draft.txt"]
    page.click(".documents a >> text=second.txt")
    assert shown(page, ".document h2") == ["second.txt"]


def test_paper_shows_everything_but_the_controls(opened, draft):
    page = opened(draft)
    page.emulate_media(media="print")
    assert shown(page, ".card") and shown(page, "section.unchecked, section.implied") and not shown(page, ".filters")
    assert page.pdf()[:5] == b"%PDF-"


def test_it_can_be_read_without_its_script(opened, draft):
    page = opened(draft, java_script_enabled=False)
    assert len(page.query_selector_all(".card")) == len(draft.documents[0].checks)
    page.click(".text .n.fail >> text=144")
    assert page.url.endswith("#" + page.get_attribute(".text .n.fail", "href").removeprefix("#"))
