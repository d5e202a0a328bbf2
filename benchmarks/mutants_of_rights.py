"""
The tests of access are themselves tested: each rule is spoiled in every small way, and a test must say so.

`make mutants` builds the world of the tests once, in memory. For each spoiled place, a child process puts the spoiled
code in the place of the right one and asks, the quickest first: the table of rules, the oracle over random worlds, the
table of doors, the lives of accounts. A mutant that nothing stops is a survivor: it is equivalent, for a reason written
in EQUIVALENT, or a test is missing. The result is kept in docs/reference/access-mutants.json. Never in CI: it takes
long.
"""

# ruff: noqa: PLC0415 — nothing of the site is imported before its settings are said

import argparse
import ast
import datetime
import json
import logging
import os
import subprocess
import sys
import time
import types
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from proofs_of_access import site_in_memory


HOUSE = Path(__file__).resolve().parents[1]
RESULT = HOUSE / "docs" / "reference" / "access-mutants.json"
FILES: dict[str, set[str]] = {
    "src/declic/records/accounts/rights.py": set(),
    "src/declic/records/accounts/rules.py": set(),
    "src/declic/records/accounts/filters.py": set(),
    "src/declic/records/accounts/viewers.py": {"holds"},
    "src/declic/records/partners/held_roles.py": set(),
    "src/declic/records/partners/reads.py": {"viewer_of", "_open_memberships", "_contact_line"},
    "src/declic/web/design/doors.py": {
        "enter",
        "viewer_from",
        "lacks_second_factor",
        "doors_open_to",
        "because",
    },
}
"""What is spoiled: whole files, or these functions of them."""

EQUIVALENT: dict[str, str] = {}
"""Survivors that change nothing, by « file:line change », each with the reason."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """One spoiled place: where, what it becomes, and the whole text of the file."""

    file: str
    line: int
    change: str
    text: str

    @property
    def name(self) -> str:
        return f"{self.file}:{self.line} {self.change}"


def mutants_of(file: str, functions: set[str]) -> Iterator[Mutant]:
    """Spoil a file, one place at a time."""
    text = (HOUSE / file).read_text(encoding="utf-8")
    count = len(list(_places(ast.parse(text), functions)))
    for number in range(count):
        tree = ast.parse(text)
        node, holder, name, index = list(_places(tree, functions))[number]
        for spoiled, change in _spoiled(node):
            again = ast.parse(text)
            _node, holder, name, index = list(_places(again, functions))[number]
            if index is None:
                setattr(holder, name, spoiled)
            else:
                getattr(holder, name)[index] = spoiled
            written = ast.unparse(ast.fix_missing_locations(again))
            yield Mutant(file, node.lineno, change, written)


Place = tuple[Any, ast.AST, str, int | None]


def _places(tree: ast.Module, functions: set[str]) -> Iterator[Place]:
    """Give each expression and statement that decides something, with where it hangs."""
    for node in ast.walk(tree):
        inside = isinstance(node, ast.FunctionDef) and (not functions or node.name in functions)
        if inside and not _is_inner(node, tree, functions):
            for below in ast.walk(node):
                yield from _hung_in(below)


def _is_inner(node: ast.FunctionDef, tree: ast.Module, functions: set[str]) -> bool:
    """Say whether a function is walked already, within another one."""
    if functions:
        return False
    return any(
        isinstance(one, ast.FunctionDef) and one is not node and node in ast.walk(one)
        for one in ast.walk(tree)
    )


def _hung_in(holder: ast.AST) -> Iterator[Place]:
    for name, value in ast.iter_fields(holder):
        if name in {"decorator_list", "args", "returns", "annotation"} and not isinstance(holder, ast.Call):
            continue
        hung = enumerate(value) if isinstance(value, list) else [(None, value)]
        for index, one in hung:
            if isinstance(one, ast.AST) and any(True for _ in _spoiled(one)):
                yield one, holder, name, index


def _spoiled(node: Any) -> Iterator[tuple[Any, str]]:  # noqa: C901, PLR0912, PLR0915 — one list of changes
    """Give what a place may become."""
    said = ast.unparse(node)[:60].replace("\n", " ")
    if "__doc__" in said:
        return  # it decides nothing
    match node:
        case ast.If(test=test, body=body, orelse=orelse):
            yield ast.If(ast.UnaryOp(ast.Not(), test), body, orelse), f"if not ({ast.unparse(test)[:50]})"
            yield ast.If(ast.Constant(True), body, orelse), f"if True for ({ast.unparse(test)[:50]})"
            yield ast.If(ast.Constant(False), body, orelse), f"if False for ({ast.unparse(test)[:50]})"
        case ast.BoolOp(op=op, values=values):
            other = ast.Or() if isinstance(op, ast.And) else ast.And()
            yield ast.BoolOp(other, values), f"and ⇄ or in « {said} »"
            for n in range(len(values)):
                rest = [one for at, one in enumerate(values) if at != n]
                kept = rest[0] if len(rest) == 1 else ast.BoolOp(op, rest)
                yield kept, f"without « {ast.unparse(values[n])[:40]} » in « {said} »"
        case ast.Compare(left=left, ops=[op], comparators=comparators) if type(op) in OPPOSITE:
            yield ast.Compare(left, [OPPOSITE[type(op)]()], comparators), f"opposite of « {said} »"
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield operand, f"without not in « {said} »"
        case ast.Attribute(value=ast.Name(id="Role"), attr=attr) if attr in NEXT_ROLE:
            yield ast.Attribute(ast.Name("Role"), NEXT_ROLE[attr]), f"Role.{NEXT_ROLE[attr]} for Role.{attr}"
        case ast.Expr(value=ast.Yield() | ast.YieldFrom()):
            yield ast.Expr(ast.YieldFrom(ast.Tuple([], ast.Load()))), f"nothing for « {said} »"
        case ast.Call(func=ast.Name(id="ground"), args=args, keywords=[_, *_]):
            yield ast.Call(node.func, args, []), f"ground without facts « {said} »"
        case ast.Call(func=ast.Name(id="all" | "any" as id_), args=args):
            yield ast.Call(ast.Name("any" if id_ == "all" else "all"), args, []), f"any ⇄ all in « {said} »"
        case ast.Constant(value=bool(value)):
            yield ast.Constant(not value), f"{not value} for {value}"
        case ast.AugAssign(target=target, op=ast.BitOr(), value=value):
            yield ast.AugAssign(target, ast.BitAnd(), value), f"&= in « {said} »"
        case ast.Return(value=ast.Name(id="EVERYTHING" | "VISITOR" | "NOTHING")):
            yield ast.Return(ast.Constant(None)), f"nothing for « {said} »"
        case ast.Raise():
            yield ast.Pass(), f"nothing for « {said} »"


OPPOSITE = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
NAMES = ("MEMBER", "MANAGER", "PILOT", "COORDINATOR", "CLERK", "ADMINISTRATOR", "OPERATOR")
NEXT_ROLE = dict(zip(NAMES, (*NAMES[1:], NAMES[0]), strict=True))


# --- spoiling a running house ---------------------------------------------------------------------


def put_in(mutant: Mutant) -> None:
    """Put the code of a mutant in the place of the right one, wherever a function of the file is known by now."""
    name = mutant.file.removeprefix("src/").removesuffix(".py").replace("/", ".")
    right = sys.modules[name]
    spoiled = dict(right.__dict__)
    exec(compile(mutant.text, mutant.file, "exec", dont_inherit=True), spoiled)  # noqa: S102 — our own code, spoiled
    for key, value in list(right.__dict__.items()):
        if getattr(value, "__module__", None) == name or isinstance(value, Rule):
            _swap(value, spoiled[key])
    if name.endswith("doors"):
        view = spoiled["open_to"](spoiled["EVERYONE"])(lambda request: request)
        for page in every_page():
            page.__code__ = view.__code__


def _swap(right: Any, spoiled: Any) -> None:
    if isinstance(right, Rule):
        right.grounds_of.__code__ = spoiled.grounds_of.__code__
    elif isinstance(right, types.FunctionType):
        right.__code__ = spoiled.__code__
    elif isinstance(right, type):
        for name, value in vars(right).items():
            if isinstance(value, types.FunctionType) and value.__code__.co_filename != "<string>":
                value.__code__ = vars(spoiled)[name].__code__


def every_page() -> list[Any]:
    """Give the views that stand behind a door of people."""
    from tests.access.addresses import named_addresses

    found = [pattern.callback for patterns in named_addresses().values() for pattern in patterns]
    return [
        one for one in found if one.__code__.co_name == "enter" and "audience" in one.__code__.co_freevars
    ]


# --- what stops one ---------------------------------------------------------------------------------


def rules_are_right() -> bool:
    """Ask the table of rules."""
    from declic.records.accounts import rights
    from tests.records.accounts.test_rights import OF_NOBODY, ROLES_OF_NOBODY, TABLE, VIEWERS

    if any(getattr(rights, rule)(ROLES_OF_NOBODY, **facts) for rule, facts in OF_NOBODY):
        return False
    needing = [name for name, viewer in VIEWERS.items() if rights.needs_second_factor(viewer)]
    return needing == ["manager", "coordinator", "administrator"] and all(
        getattr(rights, rule)(VIEWERS[viewer], **facts) is expected
        for rule, facts, answers in TABLE
        for viewer, expected in zip(VIEWERS, answers, strict=True)
    )


def facts_are_demanded() -> bool:
    """Ask rules without their facts, and refuse what is refused, as tests/records/accounts do."""
    from tests.records.accounts import test_filters, test_rights

    test_rights.test_a_rule_says_why()
    test_rights.test_a_rule_that_is_asked_without_its_facts_answers_nothing()
    test_rights.test_a_manager_of_no_institution_manages_nothing()
    test_rights.test_what_is_not_allowed_is_refused()
    test_filters.test_a_fact_without_its_column_is_a_fault_of_the_caller()
    return True


def oracle_agrees() -> bool:
    """Ask the oracle, over some worlds."""
    from django.db import transaction

    from tests.access.comparing import compared
    from tests.access.random_worlds import random_world

    for seed in range(WORLDS):
        with transaction.atomic():
            tally = compared(random_world(seed), seed=seed, share=0.1)
            transaction.set_rollback(True)
        if tally.divergences:
            return False
    return True


def doors_are_right() -> bool:
    """Ask the table of doors, what people read first."""
    from tests.access.addresses import decided_triples
    from tests.access.populated import populated
    from tests.access.test_doors_table import tried

    site = populated()
    triples = sorted(decided_triples(), key=lambda one: DOORS_FIRST.index(one.method))
    asked = [one for one in triples if one.method in {"GET", "POST", "PUT"}]
    return all(tried(one, site=site) == one.decided for one in asked)


def lives_are_right() -> bool:
    """Ask the lives of accounts."""
    from tests.access.test_changes_at_once import test_what_changes_holds_from_the_very_next_request as ask

    ask()
    return True


WORLDS = 12
DOORS_FIRST = ("GET", "POST", "PUT", "HEAD", "PATCH", "DELETE", "OPTIONS")
CHECKS = (rules_are_right, facts_are_demanded, oracle_agrees, lives_are_right, doors_are_right)
OF_DOORS = (doors_are_right, lives_are_right)


def is_stopped(mutant: Mutant) -> str | None:
    """Say what stops a mutant, tried in a child process; None where nothing does."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        os.write(writing, _stopped_by(mutant).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as told:
        word = told.read()
    os.waitpid(child, 0)
    return None if word == "nothing" else word or "a crash"


def _stopped_by(mutant: Mutant) -> str:
    logging.disable(logging.CRITICAL)
    try:
        put_in(mutant)
    except Exception as error:  # noqa: BLE001 — the house does not even start
        return f"the start ({type(error).__name__})"
    for check in OF_DOORS if mutant.file.endswith("doors.py") else CHECKS:
        try:
            if not check():
                return check.__name__
        except BaseException:  # noqa: BLE001 — whatever a spoiled house raises, or a test of pytest, it was told
            return check.__name__
    return "nothing"


@contextmanager
def transaction_undone() -> Iterator[None]:
    """Build what is tried on, and take it back."""
    from django.db import transaction

    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def load_everything() -> None:
    """Load the site, so that a mutant finds all that it must be put into."""
    global Rule  # noqa: PLW0603 — the site is not importable before its settings are said
    from declic.records.accounts.rules import Rule

    every_page()


Rule: Any = None
RIGHT = (HOUSE / "src/declic/records/accounts/rights.py").read_text(encoding="utf-8")


def main() -> int:
    """Try every mutant, or as many as time allows, and keep the result."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=600, help="stop after so many minutes")
    parser.add_argument("--only", default="", help="only files whose name holds this")
    parser.add_argument("--kept-in", default=RESULT, type=Path, help="where the result is kept")
    parser.add_argument("--list", action="store_true", help="name the mutants and stop")
    asked = parser.parse_args()
    every = [
        one for file, functions in FILES.items() if asked.only in file for one in mutants_of(file, functions)
    ]
    if asked.list:
        print("\n".join(one.name for one in every))
        return 0
    started, killed, survivors = time.monotonic(), {}, []
    with site_in_memory(), transaction_undone():
        load_everything()
        if wrong := is_stopped(Mutant("src/declic/records/accounts/rights.py", 0, "", RIGHT)):
            raise SystemExit(f"The house is not right before it is spoiled: {wrong}")
        for mutant in every:
            if time.monotonic() - started > asked.minutes * 60:
                break
            by = is_stopped(mutant)
            if by is None:
                survivors.append(mutant.name)
            else:
                killed[mutant.name] = by
            print(len(killed) + len(survivors), len(every), by or "SURVIVED", mutant.name, flush=True)
    return keep(
        asked.kept_in, len(every), killed=killed, survivors=survivors, seconds=time.monotonic() - started
    )


def keep(file: Path, count: int, *, killed: dict[str, str], survivors: list[str], seconds: float) -> int:
    """Keep the result; 1 where a survivor is not explained."""
    head = subprocess.run(
        ["git", "-C", str(HOUSE), "rev-parse", "HEAD"],  # noqa: S607
        capture_output=True,
        text=True,
        check=True,
    )
    unexplained = [name for name in survivors if name not in EQUIVALENT]
    result = {
        "date": datetime.datetime.now(tz=datetime.UTC).date().isoformat(),
        "commit": head.stdout.strip(),
        "command": "make mutants",
        "seconds": round(seconds),
        "mutants": count,
        "tried": len(killed) + len(survivors),
        "killed": len(killed),
        "survivors": {name: EQUIVALENT.get(name, "unexplained: a test is missing") for name in survivors},
        "killed_first_by": {name: list(killed.values()).count(name) for name in sorted(set(killed.values()))},
    }
    file.write_text(json.dumps(result, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return 1 if unexplained else 0


if __name__ == "__main__":
    sys.exit(main())
