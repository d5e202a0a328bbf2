"""What money answers: sums where nothing is counted twice, promises beside posts, open data imported once."""

import datetime
from decimal import Decimal

import pytest

from declic.engines.funding.open_posts import UnreadablePostsError
from declic.engines.funding.stages import Stage
from declic.records.accounts.rights import NotAllowedError
from declic.records.accounts.viewers import OPERATOR, VISITOR
from declic.records.journal.reads import lines_about
from declic.records.money import reads
from declic.records.money.choices import PostState
from declic.records.money.models import FundedPostRow, PostImport
from declic.records.money.writes import (
    Move,
    add_line,
    hold_post,
    import_posts,
    move_line,
    read_promise,
    set_cost,
)
from tests.records.money.invented import POSTS, a_line, a_post, funded, line_says, posts_file
from tests.records.sheets.invented import Steered, measure


pytestmark = pytest.mark.django_db


@pytest.fixture
def pact() -> Steered:
    return funded()


def granted(pact: Steered, **more) -> int:
    line = a_line(pact, **more)
    assert line.considered_on is not None
    for to in (Stage.REQUESTED, Stage.GRANTED):
        move_line(line.pk, move=Move(to, line.considered_on), by=pact.odile)
    return line.pk


def test_money_is_summed_by_funder_axis_measure_and_year(pact):
    granted(pact, key="k1", euros=Decimal(800))
    a_line(pact, key="k2", euros=Decimal(200))
    add_line(pact.slug, key="k3", says=line_says(pact, euros=Decimal(50)), measure="10.1", by=pact.odile)
    add_line(pact.slug, key="k4", says=line_says(pact, euros=Decimal(7)), by=pact.odile)
    says = {"fiscal_year": 2024, "nature": "operating", "tax": "included", "euros": Decimal(2000)}
    set_cost(pact.sheet_id, says=says, by=pact.lina)

    page = reads.money_page(pact.slug, viewer=pact.hugo)

    assert (page.whole.included.secured, page.whole.included.sought) == (Decimal(800), Decimal(257))
    assert page.whole.included.missing == Decimal(1200)
    assert [(one.key, one.sums.included.sought) for one in page.by_axis] == [
        (1, Decimal(250)),
        (None, Decimal(7)),
    ]
    assert [one.key for one in page.by_measure] == ["10", "10.1", None]
    assert [(one.row, one.column) for one in page.cells] == [
        ("Préfecture de Valmont", 1),
        ("Préfecture de Valmont", None),
    ]
    assert (page.may_add, reads.money_page(pact.slug, viewer=pact.lina).may_add) == (False, True)


def test_the_money_of_a_sheet_is_its_own(pact):
    a_line(pact)
    add_line(pact.slug, key="k3", says=line_says(pact), measure="10", by=pact.odile)

    page = reads.sheet_money(pact.sheet_id, viewer=pact.lina)

    assert (page.code, len(page.lines), page.may_edit) == ("10-1", 1, True)
    assert reads.sheet_money(pact.sheet_id, viewer=pact.hugo).may_edit is False


def test_a_line_tells_its_history(pact):
    number = granted(pact, euros=Decimal("800.50"))

    page = reads.line_page(pact.slug, number, viewer=pact.lina)

    assert page.line.stage is Stage.GRANTED
    assert [(one.old, one.new) for one in page.history if one.field == "stage"] == [
        ("requested", "granted"),
        ("considered", "requested"),
    ]
    assert {one.who for one in page.history} == {"Odile"}


def test_posts_are_counted_beside_what_was_promised(pact):
    post = a_post(pact)
    hold_post(post.pk, state=PostState.FILLED, on=datetime.date(2024, 3, 1), by=pact.claire)
    import_posts(pact.slug, POSTS, file_name="postes.csv", code="CV99", by=pact.odile)

    ten, twenty = reads.posts_page(pact.slug, viewer=pact.lina).promised

    assert (ten.promise.number, ten.promise.least, ten.promise.most, ten.promise.is_clear) == (
        "10",
        2,
        3,
        False,
    )
    assert (ten.filled.kept, ten.filled.left_least, ten.filled.left_most) == (1, 1, 2)
    assert [(one.name, one.by_year) for one in ten.employers] == [
        ("ATELIER DES TILLEULS", ((2023, 1), (2024, 2)))
    ]
    assert (twenty.promise.most, twenty.posts, twenty.employers) == (1, (), ())


def test_a_promise_that_somebody_read_is_clear(pact):
    read_promise(measure().pk, post_count=2, why="Elle est l'une des deux.", by=pact.claire)

    ten = reads.posts_page(pact.slug, viewer=pact.lina).promised[0]

    assert (ten.promise.is_clear, ten.promise.sure, ten.promise.why) == (
        True,
        (2, 2),
        "Elle est l'une des deux.",
    )


def test_a_file_imported_twice_changes_nothing(pact):
    first = import_posts(pact.slug, POSTS, file_name="postes.csv", code="CV99", by=pact.odile)
    kept = list(FundedPostRow.objects.values())

    second = import_posts(pact.slug, POSTS, file_name="postes.csv", code="CV99", by=pact.odile)

    assert (first.added, first.changed, first.known, first.elsewhere) == (3, 0, 0, 1)
    assert [(one.row, one.column) for one in first.refused] == [(6, "id_poste")]
    assert second == first
    assert list(FundedPostRow.objects.values()) == kept
    assert PostImport.objects.count() == 1
    programme = measure().programme_id
    assert [one.verb for one in lines_about(f"programme {programme}")][-1] == "imported funded posts for"
    assert len([one for one in lines_about(f"programme {programme}") if "imported" in one.verb]) == 1


def test_a_newer_file_adds_and_corrects_and_leaves_what_it_repeats(pact):
    import_posts(pact.slug, POSTS, file_name="postes.csv", code="CV99", by=pact.odile)
    newer = posts_file(
        "P1;ATELIER DES TILLEULS;2023;20000;CV99",
        "P2;Atelier des Tilleuls;2024;21500;CV99",
        "P4;Atelier des Tilleuls;2025;22000;CV99",
    )

    report = import_posts(pact.slug, newer, file_name="postes.csv", code="CV99", by=pact.odile)

    assert (report.added, report.changed, report.known) == (1, 1, 1)
    assert FundedPostRow.objects.get(post_id="P2").euros == Decimal(21500)
    assert FundedPostRow.objects.count() == 4


def test_a_year_in_doubt_is_told_and_its_posts_are_kept(pact):
    doubtful = posts_file("P1;A;2024;21000;CV99", "P1;A;2025;7000;CV99", "P2;A;2025;7000;CV99")

    report = import_posts(pact.slug, doubtful, file_name="f.csv", code="", by=pact.odile)

    assert [(one.year, one.euros, one.usual_year) for one in report.doubtful] == [(2025, "7000.00", 2024)]
    assert FundedPostRow.objects.filter(is_doubtful=True).count() == 2


def test_a_file_that_is_none_leaves_nothing(pact):
    with pytest.raises(UnreadablePostsError):
        import_posts(pact.slug, b"a;b\n1;2", file_name="f.csv", code="", by=pact.odile)

    assert PostImport.objects.count() == 0


@pytest.mark.parametrize("who", ["lina", "hugo", "visitor"])
def test_only_who_steers_imports(pact, who):
    with pytest.raises(NotAllowedError):
        import_posts(pact.slug, POSTS, file_name="f.csv", code="", by=getattr(pact, who, VISITOR))


def test_a_form_offers_where_one_may_put_money(pact):
    def offered(viewer) -> tuple[list[str], list[str]]:
        choices = reads.money_choices(pact.slug, viewer=viewer)
        return [one.key for one in choices.measures], [one.words for one in choices.sheets]

    sheet = ["10-1 – Ouvrir la ludothèque le samedi"]
    assert offered(pact.claire) == (["10", "10.1"], sheet)
    assert offered(pact.lina) == ([], sheet)
    assert offered(pact.hugo) == ([], [])
    assert offered(pact.odile) == (["10", "10.1", "20"], sheet)


def test_a_visitor_reads_no_money_and_nobody_reads_what_is_not_there(pact):
    number, post = granted(pact), a_post(pact)

    for read in (
        lambda viewer: reads.money_page(pact.slug, viewer=viewer),
        lambda viewer: reads.sheet_money(pact.sheet_id, viewer=viewer),
        lambda viewer: reads.line_page(pact.slug, number, viewer=viewer),
        lambda viewer: reads.posts_page(pact.slug, viewer=viewer),
        lambda viewer: reads.post(pact.slug, post.pk, viewer=viewer),
        lambda viewer: reads.money_choices(pact.slug, viewer=viewer),
    ):
        assert read(pact.hugo) == read(pact.hugo)
        with pytest.raises(NotAllowedError):
            read(VISITOR)
    for unknown in (
        lambda: reads.money_page("inconnu", viewer=OPERATOR),
        lambda: reads.sheet_money(999_999, viewer=OPERATOR),
        lambda: reads.line_page(pact.slug, 999_999, viewer=OPERATOR),
        lambda: reads.post(pact.slug, 999_999, viewer=OPERATOR),
    ):
        with pytest.raises(LookupError):
            unknown()
