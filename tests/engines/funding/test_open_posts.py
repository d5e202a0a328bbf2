"""Open data of funded posts are read, checked against themselves and set beside promises."""

from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from declic.engines.funding.line_up import PromisedPosts, employers_of, line_up, names_are_alike
from declic.engines.funding.open_posts import FundedPost, ReadPosts, UnreadablePostsError, read_posts


HEAD = "id_poste;raison_sociale;annee;montant;code_cv"


def file_of(*rows: str, head: str = HEAD) -> bytes:
    return "\n".join((head, *rows)).encode()


def read(*rows: str, code: str = "CV99") -> ReadPosts:
    return read_posts(file_of(*rows), programme_code=code)


def test_the_posts_of_one_contract_are_read_and_the_others_counted():
    found = read("P1;Atelier des Tilleuls;2022;20 000,50 €;CV99", "P2;Ailleurs;2022;20000.50;CV12")

    assert found.posts == (FundedPost(2, "P1", "Atelier des Tilleuls", 2022, Decimal("20000.50"), "CV99"),)
    assert (found.elsewhere_count, found.refused) == (1, ())


def test_the_order_of_the_columns_and_others_between_change_nothing():
    told = (
        b'code_cv,montant,region,annee,raison_sociale,id_poste\nCV99,20000.50,BFC,2022,"Lire, compter",P1\n'
    )

    assert read_posts(told, programme_code="cv99").posts == (
        FundedPost(2, "P1", "Lire, compter", 2022, Decimal("20000.50"), "CV99"),
    )


def test_an_older_encoding_keeps_its_accents():
    told = f"{HEAD}\nP1;Médiathèque;2022;10;CV99".encode("cp1252")

    assert read_posts(told, programme_code="").posts[0].employer == "Médiathèque"


def test_a_post_said_twice_in_one_year_is_refused_the_second_time():
    found = read("P1;Atelier;2022;10;CV99", "P1;Atelier;2023;10;CV99", "P1;Atelier;2022;11;CV99")

    assert len(found.posts) == 2
    assert [(one.row, one.column, one.reason) for one in found.refused] == [
        (4, "id_poste", "le poste P1 figure déjà pour 2022")
    ]


@pytest.mark.parametrize(
    ("row", "column"),
    [
        (";Atelier;2022;10;CV99", "id_poste"),
        ("P1;;2022;10;CV99", "raison_sociale"),
        ("P1;Atelier;hier;10;CV99", "annee"),
        ("P1;Atelier;1066;10;CV99", "annee"),
        ("P1;Atelier;20222022202220222022;10;CV99", "annee"),
        ("P1;Atelier;2022;dix;CV99", "montant"),
        ("P1;Atelier;2022;0;CV99", "montant"),
        ("P1;Atelier;2022;-10;CV99", "montant"),
        ("P1;Atelier;2022;NaN;CV99", "montant"),
        ("P1;Atelier;2022;10,001;CV99", "montant"),
        ("P1;Atelier;2022;9000000;CV99", "montant"),
        ("P1;Atelier;2022", "montant"),
    ],
)
def test_a_row_that_cannot_be_believed_is_refused_with_its_place(row, column):
    found = read("", row)

    assert found.posts == ()
    assert [(one.row, one.column) for one in found.refused] == [(3, column)]


def test_a_year_whose_every_amount_is_that_of_another_aid_is_in_doubt():
    found = read(*(f"P{post};Atelier;{year};{euros};CV99" for post in range(3) for year, euros in AMOUNTS))

    assert [(one.year, one.euros, one.usual, one.usual_year, one.count) for one in found.doubtful] == [
        (2025, Decimal(7000), Decimal(22000), 2024, 3)
    ]
    assert len(found.posts) == 9


AMOUNTS = ((2023, 21000), (2024, 22000), (2025, 7000))


def test_a_smaller_share_of_one_post_puts_nothing_in_doubt():
    found = read("P1;Atelier;2022;20000;CV99", "P1;Atelier;2023;5000;CV99", "P2;Atelier;2023;20000;CV99")

    assert found.doubtful == ()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "vide"),
        (b"PK\0\0", "texte"),
        (b"a;b\n1;2", "id_poste, raison_sociale, annee, montant, code_cv"),
        (f'{HEAD}\nP1;"Atelier'.encode(), "CSV"),
    ],
)
def test_a_file_that_is_not_one_is_refused_in_a_sentence(data, words):
    with pytest.raises(UnreadablePostsError, match=words):
        read_posts(data, programme_code="")


@given(st.binary(max_size=300))
def test_no_file_breaks_the_reading(data):
    try:
        found = read_posts(HEAD.encode() + b"\n" + data, programme_code="")
    except UnreadablePostsError:
        return
    assert all(post.row > 1 for post in found.posts)
    assert all(cell.row > 1 for cell in found.refused)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(2020, 2025), st.integers(1, 30_000)), max_size=30))
def test_each_row_is_taken_refused_or_elsewhere_and_never_two_of_these(rows):
    told = [f"P{post};Atelier;{year};{euros};CV{post % 2}" for post, year, euros in rows]

    found = read_posts(file_of(*told), programme_code="CV1")

    assert len(found.posts) + len(found.refused) + found.elsewhere_count == len(rows)
    assert len({(post.post_id, post.year) for post in found.posts}) == len(found.posts)


def post(number: str, employer: str, year: int) -> FundedPost:
    return FundedPost(2, number, employer, year, Decimal(20_000), "CV99")


def test_an_employer_is_gathered_whatever_the_case_of_its_name():
    found = employers_of([post("P1", "ATELIER DES TILLEULS", 2022), post("P2", "Atelier des tilleuls", 2023)])

    assert [(one.name, one.by_year, one.new_ids) for one in found] == [
        ("Atelier des tilleuls", ((2022, 1), (2023, 1)), ((2023, ("P2",)),))
    ]


def test_a_promise_stands_beside_the_employers_that_bear_its_name():
    held = [post("P1", "ASSOCIATION ATELIER DES TILLEULS", 2023), post("P2", "Médiathèque des Quais", 2023)]
    promises = [
        PromisedPosts("33", 1, 1, ("l'Atelier des Tilleuls",)),
        PromisedPosts("54", 2, 2, ("Fabrique du Pré",)),
    ]

    lined = line_up(promises, posts=held)

    assert [(one.promise.measure, [each.name for each in one.employers]) for one in lined] == [
        ("33", ["ASSOCIATION ATELIER DES TILLEULS"]),
        ("54", []),
    ]


def test_initials_stand_for_a_name_and_empty_words_for_none():
    assert names_are_alike("MQ", "Médiathèque des Quais")
    assert not names_are_alike("Association", "Association des Quais")
    assert not names_are_alike("Fabrique du Pré", "Médiathèque des Quais")


@given(st.text(max_size=30), st.text(max_size=30))
def test_likeness_has_no_first_and_second(one, other):
    assert names_are_alike(one, other) == names_are_alike(other, one)
