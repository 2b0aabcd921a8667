"""`make ui` in a real browser: the graph shows every table, the job is there, schedule and sensor are on."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.defs.tables import MERGED
from schemas import TABLES

playwright = pytest.importorskip("playwright.sync_api")

ROOT = Path(__file__).parent.parent.parent
CHROMIUM = shutil.which("chromium")
SECONDS_TO_START = 120

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed (Debian: apt-get install chromium)"),
]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:
            return answer.status == 200
    except (urllib.error.URLError, OSError):
        return False


@pytest.fixture(scope="module")
def ui(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a UI over an empty folder of sources, with an instance of its own."""
    here = tmp_path_factory.mktemp("ui")
    (here / "seeds").mkdir()
    port = free_port()
    settings = {"PORT": port, "DAGSTER_HOME": here / "home", "SEEDS": here / "seeds", "OUTPUTS": here / "outputs"}
    command = ["make", "ui", *(f"{name}={value}" for name, value in settings.items())]
    with (here / "log").open("wb") as log:
        server = subprocess.Popen(command, cwd=ROOT, stdout=log, stderr=log, start_new_session=True)
    address = f"http://127.0.0.1:{port}"
    try:
        give_up = time.monotonic() + SECONDS_TO_START
        while not answers(f"{address}/server_info"):
            assert server.poll() is None and time.monotonic() < give_up, (here / "log").read_text()
            time.sleep(0.5)
        yield address
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait(timeout=60)


@pytest.fixture(scope="module")
def page(ui: str):
    with playwright.sync_playwright() as browsers:
        browser = browsers.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 1600, "height": 1000})
        page.set_default_timeout(60_000)
        playwright.expect.set_options(timeout=60_000)
        page.requested = []
        page.on("request", lambda request: page.requested.append(request.url))
        yield page
        browser.close()


def test_the_lineage_shows_every_table(ui: str, page) -> None:
    page.goto(f"{ui}/asset-groups")
    for group in ("sources", "text", "coding", "tables", "release"):
        playwright.expect(page.get_by_text(group, exact=True).first).to_be_visible()
    page.goto(f"{ui}/locations/pipeline.definitions/asset-groups/tables/list")
    for name in MERGED:
        playwright.expect(page.get_by_text(name, exact=True).first).to_be_visible()
    page.goto(f"{ui}/locations/pipeline.definitions/asset-groups/release/list")
    for name in set(TABLES) - set(MERGED):
        playwright.expect(page.get_by_text(name, exact=True).first).to_be_visible()


def test_a_table_shows_its_columns(ui: str, page) -> None:
    page.goto(f"{ui}/assets/event_counts")
    playwright.expect(page.get_by_text("comparator", exact=True).first).to_be_visible()
    playwright.expect(page.get_by_text(TABLES["event_counts"].columns()["what"].en).first).to_be_visible()


def test_the_job_is_there(ui: str, page) -> None:
    page.goto(f"{ui}/jobs")
    playwright.expect(page.locator("a[href$='/jobs/refresh']").first).to_be_visible()


def test_schedule_and_sensor_are_on(ui: str, page) -> None:
    page.goto(f"{ui}/automation")
    for name in ("daily", "seeds"):
        playwright.expect(page.get_by_text(name, exact=True).first).to_be_visible()
    playwright.expect(page.locator("input[type=checkbox]:checked")).to_have_count(2)


def test_nothing_is_requested_from_elsewhere(ui: str, page) -> None:
    assert page.requested
    assert [url for url in page.requested if not url.startswith((ui, "data:", "blob:"))] == []
