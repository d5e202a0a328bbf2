"""Every read of the memory, asked by a visitor over private rows alone, gives nothing of them."""

import importlib
import inspect
from dataclasses import replace

import pytest

from declic.records.accounts.viewers import VISITOR
from declic.records.partners.models import ContactPerson
from declic.records.sources.models import Document
from tests.access import oracle
from tests.access.compared_reads import compared_reads
from tests.access.random_worlds import LARGE, random_world


PUBLIC_BY_NATURE = {"partners.list_institutions", "partners.institution"}
ROOMS = ("accounts", "partners", "sources", "council", "pact", "sheets")


@pytest.mark.django_db
def test_a_visitor_meets_nothing_private_by_any_read():
    world = random_world(7, replace(LARGE, people=8, papers=4))
    Document.objects.update(public=False)
    ContactPerson.objects.update(is_public=False)
    for paper in world.papers.values():
        paper.is_public = False
    for contact in world.contacts.values():
        contact.is_public = False

    given = {one.name: one.got(VISITOR) for one in compared_reads(world)}

    assert {name for name, things in given.items() if things} == PUBLIC_BY_NATURE
    assert {one.name for one in compared_reads(world) if one.due(oracle.NOBODY)} == PUBLIC_BY_NATURE


@pytest.mark.parametrize("room", ROOMS)
def test_a_read_that_takes_a_viewer_uses_it(room):
    module = importlib.import_module(f"declic.records.{room}.reads")
    reads = [
        function
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if f"{function.__module__}.".startswith(f"{module.__name__}.")
        and not name.startswith("_")
        and "viewer" in inspect.signature(function).parameters
    ]

    assert reads
    assert [one.__name__ for one in reads if inspect.getsource(one).count("viewer") < 2] == []
