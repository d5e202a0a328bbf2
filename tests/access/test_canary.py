"""No page, file, header, letter or line of the log holds a word that its reader may not know."""

import pytest
from django.db import connection

from declic.records.accounts.choices import Role
from tests.access import oracle
from tests.access.canaries import WORD, Canaries, marked
from tests.access.crawling import crawl
from tests.access.oracle import Actor
from tests.access.populated import populated


MOST_ANSWERS = 160


@pytest.mark.long
@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "sqlite", reason="what a page shows is the same on both databases")
def test_nobody_meets_a_word_that_they_may_not_know():
    site = populated()
    canaries = marked()

    found = crawl(site, canaries, most_answers=MOST_ANSWERS, methods=("GET",))

    assert found.leaks == []
    assert len(canaries.allowed) > 200
    assert found.answers > 800
    assert found.words > 1000
    assert found.lines > 0


def test_a_leak_would_be_told():
    word = f"zq{'0' * 16}q"
    canaries = Canaries({word: oracle.reviews}, {word: "sources.Document.title of 1"})
    clerk = Actor(1, 1, frozenset({Role.CLERK.value}))

    assert WORD.findall(f"<h1>{word}</h1>") == [word]
    assert list(canaries.leaks(f"<h1>{word}</h1>", to=oracle.NOBODY)) == ["sources.Document.title of 1"]
    assert list(canaries.leaks(f"<h1>{word}</h1>", to=clerk)) == []
