"""`make ui` as a test sees it: started over folders of its own, asked and watched in a real browser."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent
CHROMIUM = shutil.which("chromium")
SECONDS_TO_START = 180
SECONDS_TO_RUN = 300
LOCATION = "/locations/pipeline.definitions"


@dataclass(frozen=True)
class Service:
    """A running UI. address: of its web server; seeds, outputs, home: its folders."""

    address: str
    seeds: Path
    outputs: Path
    home: Path

    def ask(self, query: str, **variables: Any) -> dict[str, Any]:
        """The answer of the GraphQL interface that the UI itself uses."""
        body = json.dumps({"query": query, "variables": variables}).encode()
        request = urllib.request.Request(
            f"{self.address}/graphql", body, {"Content-Type": "application/json", "Idempotency-Key": str(time.time())}
        )
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)["data"]

    def runs(self) -> list[dict[str, Any]]:
        """Runs, the latest first: runId, status, tags."""
        query = "{ runsOrError { ... on Runs { results { runId status tags { key value } } } } }"
        return self.ask(query)["runsOrError"]["results"]

    def finished(self, count: int) -> list[dict[str, Any]]:
        """Waits until so many runs have ended, and gives them, the latest first."""

        def ended() -> list[dict[str, Any]]:
            return [run for run in self.runs() if run["status"] in ("SUCCESS", "FAILURE", "CANCELED")]

        wait(lambda: len(ended()) >= count, SECONDS_TO_RUN, f"{count} runs have ended")
        return ended()


def wait(holds: Callable[[], object], seconds: float, what: str) -> None:
    """Waits until something holds; AssertionError when it does not in time."""
    give_up = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < give_up, f"{what}: not within {seconds:.0f} s"
        time.sleep(0.5)


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


@contextmanager
def service(here: Path, settings: Mapping[str, str]) -> Iterator[Service]:
    """A UI over the folder `here/seeds`, with an instance of its own. settings: environment variables."""
    (here / "seeds").mkdir(exist_ok=True)
    port = free_port()
    places = {"PORT": port, "DAGSTER_HOME": here / "home", "SEEDS": here / "seeds", "OUTPUTS": here / "outputs"}
    command = ["make", "ui", *(f"{name}={value}" for name, value in places.items())]
    log = here / "log"
    with log.open("wb") as file:
        server = subprocess.Popen(
            command, cwd=ROOT, stdout=file, stderr=file, start_new_session=True, env={**os.environ, **settings}
        )
    found = Service(f"http://127.0.0.1:{port}", here / "seeds", here / "outputs", here / "home")
    try:
        wait(
            lambda: server.poll() is not None or answers(f"{found.address}/server_info"),
            SECONDS_TO_START,
            "the UI answers",
        )
        assert server.poll() is None, log.read_text(errors="replace")
        yield found
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait(timeout=60)


@contextmanager
def browser_page(width: int, height: int) -> Iterator[Any]:
    """A page of headless Chromium; `page.requested` collects the addresses that it asks for."""
    from playwright.sync_api import expect, sync_playwright

    with sync_playwright() as browsers:
        browser = browsers.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": width, "height": height})
        page.set_default_timeout(60_000)
        expect.set_options(timeout=60_000)
        page.requested = []
        page.on("request", lambda request: page.requested.append(request.url))
        yield page
        browser.close()


def launch_refresh(page: Any, ui: Service) -> None:
    """Starts the job `refresh` as a person does: its launchpad, the button. Ends at the page of the run."""
    page.goto(f"{ui.address}{LOCATION}/jobs/refresh/playground")
    page.get_by_role("button", name="Launch Run").click()
    page.wait_for_url("**/runs/**")
