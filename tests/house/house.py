"""The house as its own tests see it: folders, files, syntax trees."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path


HOUSE = Path(__file__).resolve().parents[2]
SOURCE = HOUSE / "src" / "declic"
KEPT_TEXT = {".py", ".md", ".html", ".css", ".svg", ".txt", ".json", ".toml", ".yml", ".po", ".sh", ""}


def python_files(folder: Path = SOURCE) -> Iterator[Path]:
    return (path for path in sorted(folder.rglob("*.py")) if "migrations" not in path.parts)


def templates() -> Iterator[Path]:
    return (path for path in sorted(SOURCE.rglob("templates/**/*")) if path.is_file())


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def functions_of(path: Path) -> Iterator[ast.FunctionDef]:
    return (node for node in ast.walk(tree_of(path)) if isinstance(node, ast.FunctionDef))


def public_functions(path: Path) -> Iterator[ast.FunctionDef]:
    """The functions at the top of a module whose name does not start with an underscore."""
    return (
        node
        for node in tree_of(path).body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
    )


def called(path: Path) -> str:
    return str(path.relative_to(HOUSE))


def words_of(node: ast.FunctionDef) -> set[str]:
    return {argument.arg for argument in (*node.args.args, *node.args.kwonlyargs)}
