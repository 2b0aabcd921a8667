"""The pictures of the UI in docs/images, made anew from the committed sources: `python -m tests.browser.screens`.

Starts `make ui` over copies of seeds/, lets it refresh once, and takes a picture of the lineage and of one table.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))  # as pytest does for the tests beside this file

from browser_service import ROOT, Service, browser_page, service

IMAGES = ROOT / "docs" / "images"
SHOWN_FACETS = ("Asset checks",)
MAX_BYTES = 200_000


def main() -> None:
    """Writes lineage.png and table.png. Raises AssertionError where a picture is too large for a repository."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="peru-us-screens-") as name:
        here = Path(name)
        shutil.copytree(ROOT / "seeds", here / "seeds")
        with service(here, {"PERU_US_LOOK_SECONDS": "3", "PERU_US_GOLD": ""}) as ui:
            assert ui.finished(1)[0]["status"] == "SUCCESS"
            with browser_page(1400, 900) as page:
                lineage(page, ui)
            with browser_page(1280, 900) as page:
                table(page, ui)
    for path in sorted(IMAGES.glob("*.png")):
        print(f"{path.relative_to(ROOT)}: {path.stat().st_size:,} bytes")
        assert path.stat().st_size < MAX_BYTES, f"{path} is too large"


def lineage(page: Any, ui: Service) -> None:
    """The groups in their order, the tables opened, each with its checks."""
    page.goto(f"{ui.address}/asset-groups")
    page.get_by_text("sources", exact=True).first.wait_for()
    _facets(page)
    page.locator("foreignObject").get_by_text("tables", exact=True).first.click()
    page.wait_for_timeout(2000)
    page.reload()  # draws the whole graph into the window
    page.wait_for_timeout(12_000)  # states are asked for when nodes come into view
    page.screenshot(path=IMAGES / "lineage.png")


def _facets(page: Any) -> None:
    """Leaves only what fits on one picture on the nodes of the graph."""
    page.locator("button:has([aria-label='config'])").last.click()
    page.get_by_text("Choose Asset Facets").wait_for()
    for label in page.locator("label:has(input[type=checkbox])").all():
        if label.locator("input").is_checked() != (label.inner_text().strip() in SHOWN_FACETS):
            label.click()
    page.get_by_role("button", name="Save").click()


def table(page: Any, ui: Service) -> None:
    """The page of the table events."""
    page.goto(f"{ui.address}/assets/events")
    page.get_by_text("event_id", exact=True).first.wait_for()
    page.wait_for_timeout(8000)
    page.screenshot(path=IMAGES / "table.png")


if __name__ == "__main__":
    main()
