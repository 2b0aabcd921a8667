"""`make ui` in a real browser: what a maintainer sees and does there, in the order in which it happens."""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Iterator

import dagster as dg
import polars as pl
import pytest
from browser_service import CHROMIUM, LOCATION, SECONDS_TO_RUN, Service, browser_page, launch_refresh, service, wait

from pipeline.defs.serve import process_of
from pipeline.defs.tables import MERGED
from schemas import TABLES

playwright = pytest.importorskip("playwright.sync_api")

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed (Debian: apt-get install chromium)"),
]

TEXT = """---
title: {one} and {other}
published: "2021-06-04"
may_redistribute: true
---

# {one} and {other}

In May 2021 {one} granted {other} a loan of 40 million dollars for a port. The president of {other} criticised {one}.
"""


def write_source(ui: Service, name: str, one: str, other: str) -> None:
    (ui.seeds / name).write_text(TEXT.format(one=one, other=other), encoding="utf-8")


def published(ui: Service, table: str) -> pl.DataFrame:
    return pl.read_parquet(ui.outputs / "parquet" / f"{table}.parquet")


@pytest.fixture(scope="module")
def ui(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A UI over an empty folder of sources, which looks at it every few seconds."""
    here = tmp_path_factory.mktemp("ui")
    settings = {"PERU_US_LOOK_SECONDS": "3", "PERU_US_GOLD": "", "PERU_US_CACHE": str(here / "cache")}
    with service(here, settings) as running:
        yield running


@pytest.fixture(scope="module")
def page(ui: Service):
    with browser_page(1600, 1000) as page:
        yield page


def see(page, text: str) -> None:
    playwright.expect(page.get_by_text(text, exact=True).first).to_be_visible()


def test_the_lineage_shows_every_table(ui: Service, page) -> None:
    page.goto(f"{ui.address}/asset-groups")
    for group in ("sources", "text", "coding", "tables", "release"):
        see(page, group)
    page.set_viewport_size({"width": 1600, "height": 5000})  # only what is in view is drawn
    page.goto(f"{ui.address}{LOCATION}/asset-groups/tables")
    for name in MERGED:
        see(page, name)
    page.goto(f"{ui.address}{LOCATION}/asset-groups/release")
    for name in {"release", *TABLES} - set(MERGED):
        see(page, name)
    page.set_viewport_size({"width": 1600, "height": 1000})


def test_a_table_shows_its_columns(ui: Service, page) -> None:
    page.goto(f"{ui.address}/assets/event_counts")
    see(page, "comparator")
    see(page, TABLES["event_counts"].columns()["what"].en)


def test_schedule_and_sensors_are_on(ui: Service, page) -> None:
    page.goto(f"{ui.address}/automation")
    for name in ("daily", "seeds", "failed_refresh"):
        see(page, name)
    playwright.expect(page.locator("input[type=checkbox]:checked")).to_have_count(3)


def test_a_refresh_launched_here_ends_in_success(ui: Service, page) -> None:
    write_source(ui, "kenya.md", "Japan", "Kenya")
    launch_refresh(page, ui)
    playwright.expect(page.get_by_text("Success", exact=True).first).to_be_visible(timeout=SECONDS_TO_RUN * 1000)
    assert published(ui, "documents")["file_name"].to_list() == ["kenya.md"]
    page.goto(f"{ui.address}/assets/release")
    see(page, published(ui, "releases")["version"][-1])
    see(page, "Freshness policy")


def test_then_the_sensor_rests_and_names_the_version(ui: Service, page) -> None:
    page.goto(f"{ui.address}{LOCATION}/sensors/seeds")
    version = published(ui, "releases")["version"][-1]
    reason = f"Nothing has changed since release {version} was published."
    query = """{ sensorOrError(sensorSelector: {sensorName: "seeds", repositoryName: "__repository__",
                 repositoryLocationName: "pipeline.definitions"})
                 { ... on Sensor { sensorState { ticks(limit: 3) { skipReason } } } } }"""

    def told() -> bool:
        ticks = ui.ask(query)["sensorOrError"]["sensorState"]["ticks"]
        return any(tick["skipReason"] == reason for tick in ticks)

    wait(told, 60, reason)
    assert len(ui.runs()) == 1, "one run for one change"


def test_an_added_source_is_coded_without_being_asked(ui: Service, page) -> None:
    write_source(ui, "chile.md", "Norway", "Chile")
    latest = ui.finished(2)[0]
    assert latest["status"] == "SUCCESS"
    tags = {tag["key"]: tag["value"] for tag in latest["tags"]}
    assert tags["dagster/sensor_name"] == "seeds"
    assert "sources" in tags["why"]
    assert set(published(ui, "documents")["file_name"]) == {"kenya.md", "chile.md"}
    page.goto(f"{ui.address}/assets/documents")
    see(page, "2")
    playwright.expect(page.get_by_text(re.compile("1 added since release")).first).to_be_visible()


def test_a_broken_source_shows_as_a_failed_check_with_its_reason(ui: Service, page) -> None:
    (ui.seeds / "cut.md").touch()
    assert ui.finished(3)[0]["status"] == "SUCCESS", "the others are published"
    page.goto(f"{ui.address}/assets/source_texts?view=checks")
    playwright.expect(page.get_by_text("readable").first).to_be_visible()
    page.get_by_text("readable").first.click()
    playwright.expect(page.get_by_text(re.compile("cut.md: the file is empty")).first).to_be_visible()
    assert published(ui, "rejects")["reason"].to_list()[0].startswith("cut.md")


def test_a_run_that_dies_leaves_the_release_and_says_so(ui: Service, page) -> None:
    before = published(ui, "releases")["version"][-1]
    with dg.DagsterInstance.from_config(str(ui.home)) as instance:
        write_source(ui, "nepal.md", "Nepal", "Ghana")
        wait(lambda: len(ui.runs()) == 4 and ui.runs()[0]["status"] == "STARTED", SECONDS_TO_RUN, "the run has started")
        pid = process_of(instance, ui.runs()[0]["runId"])
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    assert ui.finished(4)[0]["status"] == "FAILURE"
    assert published(ui, "releases")["version"][-1] == before
    page.goto(f"{ui.address}/assets/release?view=checks")
    page.get_by_text("published").first.click()
    playwright.expect(page.get_by_text(re.compile(re.escape(f"Release {before} stays."))).first).to_be_visible()


def test_nothing_is_requested_from_elsewhere(ui: Service, page) -> None:
    assert page.requested
    assert [url for url in page.requested if not url.startswith((ui.address, "data:", "blob:"))] == []
