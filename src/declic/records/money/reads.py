"""Answers about money: sums where nothing is counted twice, lines, posts promised and filled."""

from collections.abc import Iterable, Sequence

from declic.engines.funding.line_up import PromisedPosts as PromisedByText, employers_of, line_up
from declic.engines.funding.lines import Tax
from declic.engines.funding.open_posts import FundedPost
from declic.engines.funding.totals import Dimension, count, count_by, cross
from declic.engines.measuring.promises import Promise, fulfil
from declic.records.accounts.rights import demand, may_edit_pact, may_read_sheet
from declic.records.accounts.viewers import Viewer
from declic.records.money.choices import PostState
from declic.records.money.facts import may_put
from declic.records.money.importing import report_of
from declic.records.money.models import FundedPostRow, MediatorPost
from declic.records.money.promises import PostPromise, promised_posts
from declic.records.money.putting import Reach, reach_of
from declic.records.money.rows import (
    costs_of,
    counted_cost,
    counted_line,
    line_row,
    lines_of,
    places_of,
    post_row,
)
from declic.records.money.values import (
    CostRow,
    LinePage,
    MoneyChoices,
    MoneyPage,
    Named,
    PostRow,
    PostsPage,
    PromisedPosts,
    SheetMoney,
    Trace,
)
from declic.records.pact.models import Measure, Programme
from declic.records.pact.queries import header, readable_programmes
from declic.records.partners.models import Institution
from declic.records.sheets.history import changes_of
from declic.records.sheets.models import ActionSheet, FieldChange
from declic.records.sources.models import HEAVY


INSTITUTIONS = ("funder_id", "beneficiary_id")


def money_page(slug: str, *, viewer: Viewer) -> MoneyPage:
    """Give the money of a programme, in a bounded number of queries. Raises LookupError, NotAllowedError."""
    programme = _programme(slug, viewer=viewer)
    places = places_of(programme.pk)
    rows = list(lines_of(programme.pk))
    lines = [counted_line(row, places=places) for row in rows]
    costs = [counted_cost(row, places=places) for row in costs_of(programme.pk)]
    reach = reach_of(programme.pk, viewer=viewer)
    return MoneyPage(
        header=header(programme, viewer=viewer),
        lines=tuple(line_row(row) for row in rows),
        whole=count(lines, costs=costs),
        by_funder=count_by(lines, by=Dimension.FUNDER),
        by_axis=count_by(lines, by=Dimension.AXIS, costs=costs),
        by_measure=count_by(lines, by=Dimension.MEASURE, costs=costs),
        by_year=count_by(lines, by=Dimension.YEAR, costs=costs),
        by_credit=count_by(lines, by=Dimension.CREDIT),
        cells=cross(lines, rows=Dimension.FUNDER, columns=Dimension.AXIS),
        axes=tuple(programme.axes.order_by("number").values_list("number", "title")),
        may_add=reach.reaches_something,
    )


def sheet_money(sheet_id: int, *, viewer: Viewer) -> SheetMoney:
    """Give the money of a sheet. Raises LookupError, NotAllowedError."""
    demand(may_read_sheet(viewer, published=False))
    version = "measure__programme__version"
    sheets = ActionSheet.objects.select_related("measure__axis", f"{version}__document")
    sheets = sheets.defer(*(f"{version}__{column}" for column in HEAVY))
    sheet = sheets.filter(pk=sheet_id, measure__programme__in=readable_programmes(viewer=viewer)).first()
    if sheet is None:
        raise LookupError(sheet_id)
    programme = sheet.measure.programme
    places = places_of(programme.pk)
    rows = list(lines_of(programme.pk).filter(sheet=sheet))
    costs = list(costs_of(programme.pk).filter(sheet=sheet))
    return SheetMoney(
        sheet_id=sheet.pk,
        code=sheet.code,
        title=sheet.title,
        header=header(programme, viewer=viewer),
        lines=tuple(line_row(row) for row in rows),
        costs=tuple(CostRow(row.fiscal_year, row.nature, Tax(row.tax), row.euros) for row in costs),
        whole=count(
            (counted_line(row, places=places) for row in rows),
            costs=[counted_cost(row, places=places) for row in costs],
        ),
        may_edit=may_put(viewer, measure=sheet.measure, sheet=sheet),
    )


def line_page(slug: str, line_id: int, *, viewer: Viewer) -> LinePage:
    """Give one funding line with its history. Raises LookupError, NotAllowedError."""
    programme = _programme(slug, viewer=viewer)
    row = lines_of(programme.pk).filter(pk=line_id).first()
    if row is None:
        raise LookupError(line_id)
    history = list(changes_of(row).select_related("person").order_by("-id"))
    names = _names(history)
    return LinePage(
        header=header(programme, viewer=viewer),
        line=line_row(row),
        history=tuple(
            Trace(
                one.field,
                names.get(one.old, one.old) if one.field in INSTITUTIONS else one.old,
                names.get(one.new, one.new) if one.field in INSTITUTIONS else one.new,
                one.at,
                one.person.name if one.person else "",
                one.why,
            )
            for one in history
        ),
        may_edit=may_put(viewer, measure=row.measure, sheet=row.sheet),
    )


def posts_page(slug: str, *, viewer: Viewer) -> PostsPage:
    """Give the posts promised, filled and funded. Raises LookupError, NotAllowedError."""
    programme = _programme(slug, viewer=viewer)
    promises = promised_posts(programme.pk)
    reach = reach_of(programme.pk, viewer=viewer)
    posts = _posts(programme, reach=reach)
    funded = _funded(programme)
    axes = dict(
        Measure.objects.filter(programme=programme, pk__in=promises).values_list("pk", "axis__number")
    )
    return PostsPage(
        header=header(programme, viewer=viewer),
        promised=tuple(
            _promised(one, posts=posts, funded=funded, axis_number=axes.get(one.measure_id), reach=reach)
            for one in promises.values()
        ),
        others=tuple(post for measure_id, post in posts if measure_id not in promises),
        employers=employers_of(funded),
        imports=tuple(report_of(row) for row in programme.post_imports.order_by("-id")[:10]),
        may_import=may_edit_pact(viewer),
    )


def post(slug: str, post_id: int, *, viewer: Viewer) -> PostRow:
    """Give one post. Raises LookupError, NotAllowedError."""
    programme = _programme(slug, viewer=viewer)
    found = _posts(programme, reach=reach_of(programme.pk, viewer=viewer))
    row = next((one for _measure, one in found if one.post_id == post_id), None)
    if row is None:
        raise LookupError(post_id)
    return row


def money_choices(slug: str, *, viewer: Viewer) -> MoneyChoices:
    """Give what a form about money offers: where this viewer may put some. Raises LookupError, NotAllowedError."""
    programme = _programme(slug, viewer=viewer)
    reach = reach_of(programme.pk, viewer=viewer)
    sheets = ActionSheet.objects.filter(pk__in=reach.sheets).select_related("measure")
    measures = Measure.objects.filter(pk__in=reach.measures).order_by("position")
    return MoneyChoices(
        header=header(programme, viewer=viewer),
        institutions=tuple(
            Named(str(one.pk), str(one)) for one in Institution.objects.order_by("name", "id")
        ),
        measures=tuple(Named(one.number, one.plain_title or one.official_text) for one in measures),
        sheets=tuple(
            Named(str(one.pk), f"{one.code} – {one.title}")
            for one in sheets.order_by("measure__position", "sequence")
        ),
    )


def _programme(slug: str, *, viewer: Viewer) -> Programme:
    demand(may_read_sheet(viewer, published=False))
    row = readable_programmes(viewer=viewer).prefetch_related("sources__citation").filter(slug=slug).first()
    if row is None:
        raise LookupError(slug)
    return row


def _names(history: Iterable[FieldChange]) -> dict[object, str]:
    """Give the names of the institutions that a history tells by their numbers."""
    numbers = {value for one in history if one.field in INSTITUTIONS for value in (one.old, one.new) if value}
    return {one.pk: str(one) for one in Institution.objects.filter(pk__in=numbers)}


def _posts(programme: Programme, *, reach: Reach) -> list[tuple[int, PostRow]]:
    rows = MediatorPost.objects.filter(measure__programme=programme).order_by("measure__position", "id")
    return [
        (row.measure_id, post_row(row, may_edit=reach.holds(row.measure_id, row.sheet_id)))
        for row in rows.select_related("measure__axis", "employer", "sheet__measure")
    ]


def _funded(programme: Programme) -> list[FundedPost]:
    rows: Iterable[FundedPostRow] = programme.funded_posts.all()
    found = [FundedPost(0, row.post_id, row.employer, row.year, row.euros, row.code) for row in rows]
    return sorted(
        found, key=lambda post: (post.employer, post.year, post.post_id)
    )  # no database's own alphabet


def _promised(
    promise: PostPromise,
    *,
    posts: Sequence[tuple[int, PostRow]],
    funded: Sequence[FundedPost],
    axis_number: int | None,
    reach: Reach,
) -> PromisedPosts:
    own = tuple(post for measure_id, post in posts if measure_id == promise.measure_id)
    names = (*promise.employers, *(post.employer for post in own))
    text = PromisedByText(promise.number, promise.least, promise.most, names)
    return PromisedPosts(
        promise=promise,
        axis_number=axis_number,
        posts=own,
        filled=fulfil(Promise(*promise.sure), done=sum(post.state == PostState.FILLED for post in own)),
        employers=line_up([text], posts=funded)[0].employers,
        may_steer=reach.holds(promise.measure_id, None),
    )
