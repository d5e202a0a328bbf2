"""
It will attack the whole demonstration, served on this machine alone: schemathesis, then wapiti, by each kind of person.

`python audit/run.py` is the small run, that of CI; `--long` the large one, which writes docs/reference/audit.json.
Whatever cannot run makes the whole fail: an attack that was not made has found nothing.
"""

import argparse
import json
import os
import secrets
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any


HOUSE = Path(__file__).resolve().parents[1]
DECLIC = HOUSE / ".venv" / "bin" / "declic"
PYTHON = HOUSE / ".venv" / "bin" / "python"
SCHEMATHESIS = HOUSE / ".venv-audit" / "bin" / "schemathesis"
WAPITI = HOUSE / ".venv-scan" / "bin" / "wapiti"
PAGES = HOUSE / "docs" / "reference" / "pages.openapi.json"
RESULT = HOUSE / "docs" / "reference" / "audit.json"
CHECKS = "not_a_server_error,status_code_conformance"
MODULES = "sql,xss,permanentxss,file,exec,crlf,redirect,csp,cookieflags,http_headers,methods"
"""Those that need no machine elsewhere; `ssrf` calls one that belongs to the tool's authors."""
SEED = 20261128
ENDS_THE_SESSION = "/deconnexion/"
EXPLAINED = ("Secure Flag cookie: ",)
"""Beginnings of findings that stand: the attacks come by http on this machine; tests/attacks/test_https.py has the rest."""
PEOPLE = (None, "claire@demo.invalid", "jeanne@demo.invalid")
SESSION_OF = """
import sys, django
django.setup()
from importlib import import_module
from django.conf import settings
from django.contrib.auth import get_user_model, login
from django.test import RequestFactory
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import encrypt
user = get_user_model().objects.get(email=sys.argv[1])
if not Authenticator.objects.filter(user=user).exists():
    Authenticator.objects.create(user=user, type="totp", data={"secret": encrypt("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")})
request = RequestFactory().post("/")
request.session = import_module(settings.SESSION_ENGINE).SessionStore()
login(request, user, backend=settings.AUTHENTICATION_BACKENDS[0])
request.session.save()
print(request.session.session_key)
"""
"""How somebody is signed in without the form: it may ask for a second factor, which no tool has."""


class AuditError(Exception):
    """An attack could not be made, or found something; the message says which."""


@dataclass(frozen=True, slots=True)
class Size:
    """How far the attacks go."""

    examples: int
    phases: str
    scan_seconds: int
    depth: int
    asking: tuple[str | None, ...]
    scanned: tuple[str | None, ...]


SMALL = Size(examples=2, phases="fuzzing", scan_seconds=10, depth=1, asking=PEOPLE[:2], scanned=PEOPLE[:1])
LONG = Size(examples=20, phases="coverage,fuzzing", scan_seconds=60, depth=4, asking=PEOPLE, scanned=PEOPLE)


def main(arguments: list[str]) -> int:
    """Run the attacks, and say what they found; 1 where they found something or could not be made."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--long", action="store_true", help="the large run, whose result is kept")
    size = LONG if (is_long := parser.parse_args(arguments).long) else SMALL
    with tempfile.TemporaryDirectory(prefix="declic-audit-") as folder:
        try:
            demand_tools()
            found = attack(Path(folder), size=size)
        except AuditError as error:
            sys.stderr.write(f"audit: {error}\n")
            return 1
    if is_long:
        RESULT.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    sys.stdout.write(json.dumps(found, ensure_ascii=False, indent=1) + "\n")
    return 1 if any(run["found"] for run in found["runs"]) else 0


def demand_tools() -> None:
    """Raise AuditError where a tool is not there: `make audit` installs them."""
    for tool in (DECLIC, SCHEMATHESIS, WAPITI):
        if not tool.exists():
            raise AuditError(f"{tool.name} is not installed: run make audit")


def attack(folder: Path, *, size: Size) -> dict[str, Any]:
    """Serve the demonstration, and attack it."""
    with served(folder) as (url, surroundings):
        runs = [
            by_pages(url, person=one, size=size, folder=folder, surroundings=surroundings)
            for one in size.asking
        ]
        runs += [
            by_links(url, person=one, size=size, folder=folder, surroundings=surroundings)
            for one in size.scanned
        ]
        demand_alive(url)
    return {"date": time.strftime("%Y-%m-%d"), "commit": commit(), "seed": SEED, "runs": runs}


@contextmanager
def served(folder: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """Serve the demonstration on a free port of this machine, until the end."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port = door.getsockname()[1]
    surroundings = {
        "PATH": os.environ.get("PATH", ""),
        "HOME": str(folder),
        "DECLIC_DATA": str(folder / "data"),
        "DECLIC_DEMO": "yes",
        "DJANGO_SETTINGS_MODULE": "declic.config.settings",
    }
    log = (folder / "server.log").open("w")
    server = subprocess.Popen(
        [DECLIC, "demo", "--port", str(port)], cwd=HOUSE, env=surroundings, stdout=log, stderr=log
    )
    url = f"http://127.0.0.1:{port}"
    try:
        wait_for(url, seconds=90)
        yield url, surroundings
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(timeout=30)
        log.close()


def wait_for(url: str, *, seconds: int) -> None:
    """Wait until the site answers. Raises AuditError where it does not."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(url, timeout=5):  # noqa: S310 — this machine
                return
        except OSError:
            time.sleep(0.3)
    raise AuditError("the demonstration does not answer")


def demand_alive(url: str) -> None:
    """Raise AuditError where the site was brought down."""
    wait_for(url, seconds=10)


def cookies_of(person: str | None, *, url: str, surroundings: dict[str, str]) -> dict[str, str]:
    """Give the cookies of a person, who is then proved to be signed in; of a visitor, a form's."""
    token = secrets.token_hex(16)
    if person is None:
        return {"csrftoken": token}
    made = subprocess.run(
        [PYTHON, "-c", SESSION_OF, person], env=surroundings, capture_output=True, text=True, check=False
    )
    if made.returncode:
        raise AuditError(f"{person} could not be signed in: {made.stderr[-300:]}")
    kept = {"csrftoken": token, "sessionid": made.stdout.strip()}
    asked = urllib.request.Request(f"{url}/pilotage/lire/", headers={"Cookie": header(kept)})  # noqa: S310
    with urllib.request.urlopen(asked, timeout=20) as answer:  # noqa: S310
        if not answer.url.endswith("/pilotage/lire/"):
            raise AuditError(f"{person} is not signed in")
    return kept


def header(cookies: dict[str, str]) -> str:
    """Write cookies as a browser sends them."""
    return "; ".join(f"{name}={value}" for name, value in cookies.items())


def by_pages(
    url: str, *, person: str | None, size: Size, folder: Path, surroundings: dict[str, str]
) -> dict[str, Any]:
    """Attack every page and form of the description with schemathesis."""
    kept = cookies_of(person, url=url, surroundings=surroundings)
    command = [SCHEMATHESIS, "run", PAGES, "--url", url, "--checks", CHECKS, "--phases", size.phases]
    command += ["--max-examples", str(size.examples), "--seed", str(SEED), "--generation-database", "none"]
    command += ["--header", f"Cookie: {header(kept)}", "--header", f"X-CSRFToken: {kept['csrftoken']}"]
    command += ["--exclude-path", ENDS_THE_SESSION, "--max-redirects", "0", "--request-timeout", "30"]
    command += ["--continue-on-failure", "--no-color"]
    ran = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if ran.returncode not in {0, 1} or "Test cases" not in ran.stdout:
        raise AuditError(f"schemathesis could not run: {(ran.stdout + ran.stderr)[-2000:]}")
    return {
        "tool": "schemathesis",
        "person": person or "a visitor",
        "cases": cases_in(ran.stdout),
        "found": [] if ran.returncode == 0 else ran.stdout[-6000:].splitlines(),
    }


def cases_in(words: str) -> str:
    """Give the line in which schemathesis counts what it did."""
    lines = words.splitlines()
    at = next(rank for rank, line in enumerate(lines) if "Test cases" in line)
    return " ".join(" ".join(lines[at : at + 2]).split())


def by_links(
    url: str, *, person: str | None, size: Size, folder: Path, surroundings: dict[str, str]
) -> dict[str, Any]:
    """Attack what the links and the forms of the pages lead to with wapiti."""
    kept = cookies_of(person, url=url, surroundings=surroundings)
    report = folder / "links.json"
    command = [WAPITI, "--url", f"{url}/", "--scope", "folder", "--module", MODULES, "--format", "json"]
    command += ["--output", str(report), "--max-scan-time", str(size.scan_seconds), "--flush-session"]
    command += ["--max-attack-time", str(size.scan_seconds), "--depth", str(size.depth), "--tasks", "3"]
    command += [
        "--store-session",
        str(folder),
        "--store-config",
        str(folder),
        "--no-bugreport",
        "--level",
        "1",
    ]
    command += ["--header", f"Cookie: {header(kept)}", "--exclude", f"{url}{ENDS_THE_SESSION}"]
    ran = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if ran.returncode or not report.exists():
        raise AuditError(f"wapiti could not run: {(ran.stdout + ran.stderr)[-2000:]}")
    told = json.loads(report.read_text(encoding="utf-8"))
    found = [
        f"{kind}: {one['method']} {one['path']} {one['info']}"
        for kind, each in told["vulnerabilities"].items()
        for one in each
    ]
    found += [f"{kind}: {one['path']}" for kind, each in told["anomalies"].items() for one in each]
    return {
        "tool": "wapiti",
        "person": person or "a visitor",
        "cases": f"{told['infos'].get('crawled_pages_nbr', 0)} pages crawled",
        "explained": [line for line in found if line.startswith(EXPLAINED)],
        "found": [line for line in found if not line.startswith(EXPLAINED)],
    }


def commit() -> str:
    """Name the commit that was attacked."""
    told = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"],  # noqa: S607 — whichever git the path has
        cwd=HOUSE,
        capture_output=True,
        text=True,
        check=False,
    )
    return told.stdout.strip()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
