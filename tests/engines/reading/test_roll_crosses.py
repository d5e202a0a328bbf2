"""Rolls in a table of crosses, drawn by bars or by blanks, are read as their columns say; the rest stays unsaid."""

import pytest
from hypothesis import given, strategies as st

from declic.engines.reading.drafts import Status
from declic.engines.reading.sitting import read_sitting
from declic.engines.reading.text import Layout


TITLE = "COMMUNE DE VALFLEURI\nPROCÈS-VERBAL DU CONSEIL MUNICIPAL DU MERCREDI 10 AVRIL 2024\n\n"
SURNAMES = ("AUBERTIN", "BOURGON", "CLAUDEL", "DIDELOT", "FRANOUX", "GEHIN", "HURAUX", "KLEIN")
GIVEN = ("Cyril", "Mireille", "Serge", "Anne", "Lise", "Paul", "Carine", "Roland")
HEADS = ("Présent", "Excusé", "Absent")
STATES = (Status.PRESENT, Status.EXCUSED, Status.ABSENT)


def by_bars(states: list[int], *, proxies: dict[int, int]) -> str:
    rows = ["| Nom | Prénom | Présent | Excusé | Absent | Pouvoir à |"]
    for member, state in enumerate(states):
        crosses = " | ".join("X" if state == column else "" for column in range(len(HEADS)))
        holder = proxies.get(member)
        held = f"{SURNAMES[holder]} {GIVEN[holder]}" if holder is not None else ""
        rows.append(f"| {SURNAMES[member]} | {GIVEN[member]} | {crosses} | {held} |")
    return "\n".join(rows)


def by_blanks(states: list[int], *, proxies: dict[int, int]) -> str:
    rows = [f"{'Nom et prénom':<30}" + "".join(f"{head:<12}" for head in HEADS) + "Pouvoir à"]
    for member, state in enumerate(states):
        crosses = "".join(f"{'   X' if state == column else '':<12}" for column in range(len(HEADS)))
        holder = proxies.get(member)
        held = f"{SURNAMES[holder]} {GIVEN[holder]}" if holder is not None else ""
        rows.append(f"{SURNAMES[member]} {GIVEN[member]:<20}".ljust(30) + crosses + held)
    return "\n".join(rows)


def read(table: str):
    return read_sitting(Layout(f"{TITLE}{table}\n\nLa séance est levée à 20h17.\n"))


@pytest.mark.parametrize("drawn", [by_bars, by_blanks])
@given(states=st.lists(st.sampled_from([0, 0, 0, 1, 2]), min_size=4, max_size=8), data=st.data())
def test_every_member_is_where_their_cross_is(drawn, states, data):
    states = [0, *states[1:]]
    away = [member for member, state in enumerate(states) if state]
    givers = data.draw(st.lists(st.sampled_from(away), unique=True, max_size=2)) if away else []
    proxies = dict.fromkeys(givers, 0)

    sitting = read(drawn(states, proxies=proxies))

    assert sitting is not None
    assert [(one.name, one.status) for one in sitting.members] == [
        (f"{GIVEN[member]} {SURNAMES[member]}", STATES[state]) for member, state in enumerate(states)
    ]
    assert {(one.giver, one.holder) for one in sitting.proxies} == {
        (f"{GIVEN[giver]} {SURNAMES[giver]}", f"{GIVEN[0]} {SURNAMES[0]}") for giver in givers
    }


def test_the_words_of_a_member_are_found_again_where_they_are_said():
    text = f"{TITLE}{by_bars([0, 1, 2, 0], proxies={1: 0})}\n"

    sitting = read_sitting(Layout(text))

    assert sitting is not None
    assert [[span.of(text) for span in one.spans][:2] for one in sitting.members[2:]] == [
        ["CLAUDEL", "Serge"],
        ["DIDELOT", "Anne"],
    ]


def test_a_line_with_two_crosses_or_none_says_nothing_of_its_member():
    rows = by_bars([0, 0, 0, 0, 0], proxies={}).split("\n")
    rows[2] = "| BOURGON | Mireille | X | X | | |"
    rows[3] = "| CLAUDEL | Serge | | | | |"

    sitting = read("\n".join(rows))

    assert sitting is not None
    assert [one.surname for one in sitting.members] == ["AUBERTIN", "DIDELOT", "FRANOUX"]


@pytest.mark.parametrize(
    "table",
    [
        "| Lot | Entreprise | Présent | Absent |\n| Gros œuvre | Lot 1 | X | |\n| Toiture | Lot 2 | X | |",
        "| Nom | Prénom | Présent | Absent |\n| AUBERTIN | Cyril | X | |\n| BOURGON | Mireille | X | |",
        "| Nom | Prénom | Titulaire | Suppléant |\n| AUBERTIN | Cyril | X | |\n| BOURGON | Mireille | | X |",
    ],
)
def test_what_is_no_table_of_members_seats_nobody(table):
    sitting = read(table)

    assert sitting is None or sitting.members == ()
