"""The docs say what is there: generated pages fresh, links whole, commands real."""

import importlib.util
import re

import pytest

from tests.house.house import HOUSE, called


PAGES = sorted([*HOUSE.glob("*.md"), *(HOUSE / "docs").rglob("*.md"), *(HOUSE / "data").rglob("*.md")])
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
MAKE = re.compile(r"`make ([a-z-]+)")
DECLIC = re.compile(r"`declic ([a-z]+(?:-[a-z]+)*)")


def generator():
    spec = importlib.util.spec_from_file_location("generate_docs", HOUSE / "docs" / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("path", PAGES, ids=called)
def test_no_link_is_broken(path):
    targets = [target for target in LINK.findall(path.read_text(encoding="utf-8")) if "://" not in target]

    assert [target for target in targets if not (path.parent / target).exists()] == []


@pytest.mark.parametrize("path", PAGES, ids=called)
def test_a_make_command_that_is_named_exists(path):
    makefile = (HOUSE / "Makefile").read_text(encoding="utf-8")
    named = set(MAKE.findall(path.read_text(encoding="utf-8")))

    assert {name for name in named if not re.search(rf"^{name}:", makefile, re.MULTILINE)} == set()


@pytest.mark.parametrize("path", PAGES, ids=called)
def test_a_declic_command_that_is_named_exists(path):
    from declic.jobs.command_line import app  # noqa: PLC0415 — the command line is not needed by the other tests

    known = {
        command.name or command.callback.__name__ for command in app.registered_commands if command.callback
    }

    assert set(DECLIC.findall(path.read_text(encoding="utf-8"))) - known == set()


@pytest.mark.parametrize("name", sorted(generator().PAGES))
def test_a_generated_page_is_fresh(name):
    assert (HOUSE / name).read_text(encoding="utf-8") == generator().PAGES[name](), (
        f"{name} is stale: run make docs"
    )


def test_every_variable_of_the_environment_is_read_in_one_place():
    readers = [
        called(path)
        for path in sorted((HOUSE / "src").rglob("*.py"))
        if re.search(r"os\.environ|os\.getenv", path.read_text(encoding="utf-8"))
    ]

    assert readers == [
        "src/declic/config/settings.py",
        "src/declic/config/wsgi.py",
        "src/declic/jobs/command_line.py",
        "src/declic/jobs/workers.py",  # it only takes ours out
    ]
