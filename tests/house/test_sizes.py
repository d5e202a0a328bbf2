"""Rooms stay small, and each says what it is for."""

import ast

import pytest

from tests.house.house import SOURCE, called, functions_of, python_files, tree_of


LARGEST_FILE_LINES = 300
LARGEST_FUNCTION_LINES = 40


@pytest.mark.parametrize("path", list(python_files()), ids=called)
def test_a_file_fits_in_a_few_screens(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LARGEST_FILE_LINES


@pytest.mark.parametrize("path", list(python_files()), ids=called)
def test_a_function_fits_in_one_screen(path):
    too_long = {
        node.name: (node.end_lineno or node.lineno) - node.lineno + 1
        for node in functions_of(path)
        if (node.end_lineno or node.lineno) - node.lineno + 1 > LARGEST_FUNCTION_LINES
    }

    assert too_long == {}


@pytest.mark.parametrize("path", list(python_files()), ids=called)
def test_a_module_opens_with_what_it_is_for(path):
    assert ast.get_docstring(tree_of(path)), f"{called(path)} does not say what it is for"


def test_no_room_is_an_attic():
    attics = {"utils", "helpers", "common", "services", "actions", "signals", "managers"}

    assert [called(path) for path in SOURCE.rglob("*") if path.stem in attics] == []
