"""
It will measure how fast the site answers, beside a bare Django page and a static file in the same run.

Usage: python benchmarks/speed_of_serving.py [SECONDS]
Each page is asked in turn, several rounds, from this machine only, by `wrk`; the median of the rounds is kept. The
machine is shared by the server and the clients: ratios travel, figures do not. Needs wrk; PostgreSQL where it is here.
"""

# ruff: noqa: PLC0415 — nothing of the site is imported before its settings are said

import datetime
import json
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path


HOUSE = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(HOUSE))
RESULTS = HOUSE / "docs" / "reference" / "benchmarks.md"
PROGRAMS = Path(sys.executable).parent
CLIENTS, ROUNDS = 8, 3
START = "<!-- serving -->"

FILL = """
import json, django; django.setup()
from pathlib import Path
from declic.jobs.voice import Voice
from declic.jobs import demonstration, site
from django.contrib.auth import get_user_model
from django.test import Client
from django.conf import settings
voice = Voice("en")
demonstration.fill(tell=lambda words: None, voice=voice)
site.collect_styles()
client = Client()
client.force_login(get_user_model().objects.get(email="claire@demo.invalid"))
from declic.records.pact.models import Measure, Programme
from declic.records.council.models import Sitting
slug = Programme.objects.get().slug
assert client.get(f"/pilotage/pactes/{slug}/", headers={"host": "localhost"}).status_code == 200
manifest = json.loads((Path(settings.STATIC_ROOT) / "staticfiles.json").read_text())
print(json.dumps({
    "slug": slug, "measure": Measure.objects.order_by("pk")[0].number, "sitting": Sitting.objects.get().pk,
    "style": "/static/" + manifest["paths"]["design/declic.css"],
    "cookie": settings.SESSION_COOKIE_NAME + "=" + client.cookies[settings.SESSION_COOKIE_NAME].value,
}))
"""


@dataclass(frozen=True, slots=True)
class Asked:
    """One page under load: answers a second, 95th percentile in milliseconds, answers that were not a page."""

    per_second: float
    p95: float
    wrong: int


def main(arguments: list[str]) -> int:
    seconds = int(arguments[0]) if arguments else 5
    if shutil.which("wrk") is None:
        print("wrk is not here: sudo apt-get install wrk", file=sys.stderr)
        return 2
    lines = [START, "## Serving", "", *machine(seconds), ""]
    for name, variables, close in databases():
        try:
            lines += [f"### {name}", "", *table(measure(variables, seconds=seconds)), ""]
        finally:
            close()
    write(lines)
    print("\n".join(lines))
    return 0


def machine(seconds: int) -> list[str]:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    load = os.getloadavg()[0]
    today = datetime.datetime.now(tz=datetime.UTC).date()
    first = f"{today}, {os.cpu_count()} cores, {memory:.0f} GB; load of the machine at the start: {load:.1f} (alone: 0)."
    second = f"{CLIENTS} clients on the same machine, {ROUNDS} rounds of {seconds} s each in turn, medians;"
    third = (
        "The machine was not alone: these figures compare rows of one run, they do not say what it can do."
    )
    return [first, second + " 2 workers of 4 threads for every row.", *((third,) if load > 1 else ())]


def databases() -> Iterator[tuple[str, dict[str, str], Callable[[], None]]]:
    yield "SQLite", {}, lambda: None
    from tests.postgres import NoPostgresError, started, stop

    try:
        server = started()
    except NoPostgresError as error:
        print(error, file=sys.stderr)
        return
    yield "PostgreSQL (its disk waits turned off)", {"DATABASE_URL": server.address}, lambda: stop(server)


def measure(variables: dict[str, str], *, seconds: int) -> dict[str, list[Asked]]:
    with tempfile.TemporaryDirectory() as folder:
        around = {
            **os.environ,
            "DECLIC_DATA": folder,
            "DECLIC_DEMO": "yes",
            "DECLIC_LOG": "requests",
            **variables,
        }
        around["DJANGO_SETTINGS_MODULE"] = "declic.config.settings"
        filled = subprocess.run(
            [sys.executable, "-c", FILL], env=around, cwd=HOUSE, check=True, capture_output=True, text=True
        )
        known = json.loads(filled.stdout.splitlines()[-1])
        bare = {**os.environ, "PYTHONPATH": str(HOUSE / "benchmarks")}
        bare_command = [PROGRAMS / "granian", "--interface", "wsgi", "--factory", "--workers", "2"]
        bare_command += ["--blocking-threads", "4", "--no-log", "bare:application"]
        with served([PROGRAMS / "declic", "serve"], around) as site, served(bare_command, bare) as plain:
            pact = f"{site}/pactes/{known['slug']}/"
            pages = {
                "bare Django page": (plain + "/", ""),
                "static file": (site + known["style"], ""),
                "home": (site + "/", ""),
                "pact": (pact, ""),
                "measure": (f"{pact}mesures/{known['measure']}/", ""),
                "sitting": (f"{site}/deliberations/{known['sitting']}/", ""),
                "steering, signed in": (f"{site}/pilotage/pactes/{known['slug']}/", known["cookie"]),
            }
            found: dict[str, list[Asked]] = {name: [] for name in pages}
            for _ in range(ROUNDS):
                for name, (address, cookie) in pages.items():
                    found[name].append(asked(address, cookie=cookie, seconds=seconds))
            return found


@contextmanager
def served(command: list[object], variables: dict[str, str]) -> Iterator[str]:
    with closing(socket.socket()) as door:
        door.bind(("127.0.0.1", 0))
        port = door.getsockname()[1]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen([*map(str, command), "--port", str(port)], env=variables, cwd=HOUSE, **quiet)
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(600):
            try:
                urllib.request.urlopen(address + "/", timeout=5).close()  # noqa: S310 — an address of this machine
                break
            except OSError:
                time.sleep(0.1)
        yield address
    finally:
        process.terminate()
        process.wait(60)


def asked(address: str, *, cookie: str, seconds: int) -> Asked:
    command = ["wrk", "-t1", f"-c{CLIENTS}", f"-d{seconds}s", "-H", "Accept-Encoding: gzip"]
    command += [
        "-s",
        str(HOUSE / "benchmarks" / "percentiles.lua"),
        *(("-H", f"Cookie: {cookie}") if cookie else ()),
    ]
    said = subprocess.run([*command, address], check=True, capture_output=True, text=True).stdout
    count, lasted, p95, wrong = next(line for line in said.splitlines() if line.startswith("DONE")).split()[
        1:
    ]
    return Asked(int(count) / float(lasted), float(p95), int(wrong))


def table(found: dict[str, list[Asked]]) -> list[str]:
    bare = statistics.median(one.per_second for one in found["bare Django page"])
    lines = [
        "| page | requests/s | of the bare page | p95 ms | not answered well |",
        "|---|---:|---:|---:|---:|",
    ]
    for name, rounds in found.items():
        speed = statistics.median(one.per_second for one in rounds)
        p95 = statistics.median(one.p95 for one in rounds)
        waited = f"{p95:.0f}" if speed else "no answer in time"
        wrong = sum(one.wrong for one in rounds)
        lines.append(f"| {name} | {speed:.0f} | {speed / bare:.3f} | {waited} | {wrong} |")
    return lines


def write(lines: list[str]) -> None:
    known = RESULTS.read_text(encoding="utf-8") if RESULTS.exists() else "# Benchmarks\n\n"
    before = known.split(START)[0].rstrip() + "\n\n"
    RESULTS.write_text(before + "\n".join(lines).rstrip() + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
