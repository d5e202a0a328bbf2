"""A read says who looks, a write says by whom, a page says who may enter."""

import ast
import re
from pathlib import Path

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from tests.house.house import SOURCE, called, public_functions, python_files, tree_of, words_of


def files_of(floor: str) -> list[Path]:
    """A floor of each record is a file, or a folder of them."""
    records = SOURCE / "records"
    folders = [path for path in records.glob(f"*/{floor}/*.py") if path.name != "__init__.py"]
    return sorted([*records.glob(f"*/{floor}.py"), *folders])


READS, WRITES = files_of("reads"), files_of("writes")


def public_reads(path) -> dict[str, str]:
    """The reads that say in PUBLIC why they need no viewer."""
    for node in tree_of(path).body:
        targets = [node.target] if isinstance(node, ast.AnnAssign) else getattr(node, "targets", [])
        if any(isinstance(target, ast.Name) and target.id == "PUBLIC" for target in targets):
            reasons: dict[str, str] = ast.literal_eval(node.value)  # type: ignore[attr-defined]
            return reasons
    return {}


@pytest.mark.parametrize("path", READS, ids=called)
def test_a_read_takes_its_viewer_or_says_why_it_is_public(path):
    excused = public_reads(path)
    without = {
        node.name
        for node in public_functions(path)
        if "viewer" not in words_of(node) and node.name not in excused
    }

    assert without == set()
    assert all(len(reason) > 20 for reason in excused.values()), "a reason is a sentence"


@pytest.mark.parametrize("path", WRITES, ids=called)
def test_a_write_says_by_whom(path):
    assert [node.name for node in public_functions(path) if "by" not in words_of(node)] == []


def addresses() -> list[URLPattern]:
    found: list[URLPattern] = []

    def walk(patterns):
        for pattern in patterns:
            if isinstance(pattern, URLResolver):
                walk(pattern.url_patterns)
            else:
                found.append(pattern)

    walk(get_resolver().url_patterns)
    return found


def test_every_page_declares_its_door():
    undeclared = [
        str(pattern.pattern) for pattern in addresses() if not getattr(pattern.callback, "door", None)
    ]

    assert addresses()
    assert undeclared == []


HOLDERS_OF_ROLES = {
    "records/accounts/choices.py",
    "records/accounts/rights.py",
    "records/accounts/viewers.py",
    "records/partners/held_roles.py",
    "records/partners/reads.py",
}
TESTS_A_ROLE = re.compile(r"\b(?:viewer|by)\.(?:holds|roles)\b|\.is_(?:manager|pilot|coordinator|clerk)\b")


@pytest.mark.parametrize("path", list(python_files()), ids=called)
def test_a_role_is_tested_in_the_rules_of_rights_alone(path):
    place = str(path.relative_to(SOURCE))
    if place in HOLDERS_OF_ROLES or place.startswith("records/partners/models"):
        return

    assert TESTS_A_ROLE.findall(path.read_text(encoding="utf-8")) == []
