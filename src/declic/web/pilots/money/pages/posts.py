"""The page of mediator posts: promised beside filled, with what the State's open data say."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.utils import timezone
from django.utils.translation import gettext as _, ngettext

from declic.engines.funding.line_up import Employer
from declic.records.money.choices import PostState
from declic.records.money.values import ImportReport, PostRow, PostsPage as PostsRead, PromisedPosts
from declic.web.design.charts.bars import Bar, BarChart, bar_chart
from declic.web.design.components import (
    AxisMark,
    Badge,
    Cell,
    Empty,
    Link,
    Message,
    Table,
    Tabs,
    Tone,
    hue,
)
from declic.web.design.pages import Head
from declic.web.design.wording import day, euros
from declic.web.pilots.pages.header import address, steering_head, steering_tabs


STATES: dict[PostState, Tone] = {
    PostState.OPEN: "watch",
    PostState.FILLED: "good",
    PostState.VACANT: "bad",
}


@dataclass(frozen=True, slots=True)
class PostPart:
    """A post and the way to its page."""

    title: str
    words: str
    badge: Badge
    way: Link


@dataclass(frozen=True, slots=True)
class PromisePart:
    """The posts that a measure promises, and those that are there."""

    axis: AxisMark
    title: str
    measure: Link
    words: str
    badge: Badge
    finding: Message | None
    answer: str
    read_way: Link | None
    posts: tuple[PostPart, ...]
    employers: Table | None


@dataclass(frozen=True, slots=True)
class PostsPage:
    """The posts of a pact."""

    head: Head
    tabs: Tabs
    notices: tuple[Message, ...]
    chart: BarChart | None
    empty: Empty | None
    promises: tuple[PromisePart, ...]
    others: tuple[PostPart, ...]
    employers: Table | None
    imports: tuple[Table, ...]
    doubts: tuple[Message, ...]
    refused: tuple[Table, ...]
    ways: tuple[Link, ...]


def posts_page(read: PostsRead, *, may_add: bool, notices: tuple[Message, ...]) -> PostsPage:
    """Show the posts of a pact."""
    ways = [
        Link(_("The posts as a spreadsheet (.xlsx)"), address("posts_xlsx", read.header)),
    ]
    if read.may_import:
        ways.insert(0, Link(_("Import the State’s open data"), address("import_posts", read.header)))
    if may_add:
        ways.insert(0, Link(_("Add a post"), address("add_post", read.header)))
    return PostsPage(
        head=steering_head(read.header, _("Mediator posts")),
        tabs=steering_tabs(read.header, current="posts"),
        notices=notices,
        chart=_chart(read.promised) if read.promised else None,
        empty=None if read.promised or read.others else _empty(),
        promises=tuple(_promise(one, read=read) for one in read.promised),
        others=tuple(_post(one, read=read) for one in read.others),
        employers=_employers(_("Every employer of the open data"), read.employers)
        if read.employers
        else None,
        imports=(_imports(read.imports),) if read.imports else (),
        doubts=tuple(_doubts(read.imports[:1])),
        refused=tuple(_refused(read.imports[:1])),
        ways=tuple(ways),
    )


def _empty() -> Empty:
    words = _("The text of this pact counts no mediator post, and nobody added one.")
    return Empty(_("No mediator post"), words)


def _chart(promised: Iterable[PromisedPosts]) -> BarChart:
    bars = []
    for one in promised:
        whole = one.promise.sure[1]
        words = _("%(filled)d of %(promised)s") % {"filled": one.filled.kept, "promised": _promised(one)}
        label = _("Measure %(number)s") % {"number": one.promise.number}
        bars.append(Bar(label, words, one.filled.kept / whole if whole else 0.0, hue=hue(one.axis_number)))
    return bar_chart(
        bars,
        key="posts",
        title=_("Posts promised and filled"),
        description=_("Each bar goes from none to all the posts that the measure promises."),
        heads=(_("Measure"), _("Filled of promised")),
    )


def _promised(one: PromisedPosts) -> str:
    least, most = one.promise.sure
    return str(least) if least == most else _("%(least)d, perhaps %(most)d") % {"least": least, "most": most}


def _promise(one: PromisedPosts, *, read: PostsRead) -> PromisePart:
    number = one.promise.number
    words = ngettext("%(count)s post promised", "%(count)s posts promised", one.promise.sure[1])
    done = ngettext("%(count)d filled", "%(count)d filled", one.filled.kept)
    return PromisePart(
        axis=AxisMark(one.axis_number),
        title=_("Measure %(number)s") % {"number": number},
        measure=Link(_("Read the measure"), address("measure", read.header, number=number)),
        words=f"{words % {'count': _promised(one)}}, {done % {'count': one.filled.kept}}",
        badge=_badge(one),
        finding=None if one.promise.is_clear else _finding(one),
        answer=one.promise.why,
        read_way=_read_way(one, read=read),
        posts=tuple(_post(post, read=read) for post in one.posts),
        employers=_employers(_("Posts funded, by the open data"), one.employers) if one.employers else None,
    )


def _badge(one: PromisedPosts) -> Badge:
    if one.filled.is_kept:
        return Badge(_("kept"), "good")
    if one.filled.left_least == 0:
        return Badge(_("kept, if the text means less"), "watch")
    left = ngettext("%(count)d post left", "%(count)d posts left", one.filled.left_least)
    return Badge(left % {"count": one.filled.left_least}, "watch")


def _finding(one: PromisedPosts) -> Message:
    return Message(
        _("The text counts posts twice: they may be %(least)d or %(most)d. Somebody must say which, and why.")
        % {"least": one.promise.least, "most": one.promise.most},
        title=_("A finding to explain"),
        tone="watch",
    )


def _read_way(one: PromisedPosts, *, read: PostsRead) -> Link | None:
    if not one.may_steer or one.promise.least == one.promise.most:
        return None
    words = (
        _("Change how the text is read") if one.promise.read is not None else _("Say how the text is read")
    )
    return Link(words, address("read_promise", read.header, number=one.promise.number))


def _post(post: PostRow, *, read: PostsRead) -> PostPart:
    said = [post.employer, post.agreement_reference]
    if post.starts_on and post.ends_on:
        said.append(
            _("from %(first)s to %(last)s") % {"first": day(post.starts_on), "last": day(post.ends_on)}
        )
    if post.open_data_id:
        said.append(_("open data %(number)s") % {"number": post.open_data_id})
    badge = str(post.state.label)
    if post.state_on:
        badge = _("%(state)s since %(day)s") % {"state": badge, "day": day(post.state_on)}
    return PostPart(
        title=post.mission or _("Mediator post"),
        words=" · ".join(filter(None, said)),
        badge=Badge(badge, STATES[post.state]),
        way=Link(
            _("Follow this post") if post.may_edit else _("See this post"),
            address("post", read.header, post_id=post.post_id),
        ),
    )


def _employers(caption: str, employers: Iterable[Employer]) -> Table:
    rows = list(employers)
    years = sorted({year for one in rows for year, _count in one.by_year})
    return Table(
        caption,
        (_("Employer"), *(str(year) for year in years), _("New numbers")),
        tuple(
            (
                Cell(one.name),
                *(Cell(str(dict(one.by_year).get(year, 0)), is_number=True) for year in years),
                Cell(", ".join(f"{year} : {' '.join(ids)}" for year, ids in one.new_ids)),
            )
            for one in rows
        ),
    )


def _imports(imports: Iterable[ImportReport]) -> Table:
    return Table(
        _("The files that were imported"),
        (
            _("File"),
            _("On"),
            _("Added"),
            _("Changed"),
            _("Known already"),
            _("Of other contracts"),
            _("Refused"),
        ),
        tuple(
            (
                Cell(one.file_name),
                Cell(day(timezone.localtime(one.imported_at).date())),
                *(
                    Cell(str(count), is_number=True)
                    for count in (one.added, one.changed, one.known, one.elsewhere, len(one.refused))
                ),
            )
            for one in imports
        ),
    )


def _doubts(imports: Iterable[ImportReport]) -> Iterable[Message]:
    for report in imports:
        for one in report.doubtful:
            yield Message(
                _(
                    "All %(count)d rows of %(year)d bear %(euros)s, against %(usual)s in %(before)d: "
                    "the posts are kept, the amounts cannot be believed."
                )
                % {
                    "count": one.count,
                    "year": one.year,
                    "euros": euros(Decimal(one.euros)),
                    "usual": euros(Decimal(one.usual)),
                    "before": one.usual_year,
                },
                title=_("An impossible flat amount"),
                tone="watch",
            )


def _refused(imports: Iterable[ImportReport]) -> Iterable[Table]:
    for report in imports:
        if report.refused:
            yield Table(
                _("Rows of the last file that were refused"),
                (_("Row"), _("Column"), _("Why")),
                tuple(
                    (Cell(str(one.row), is_number=True), Cell(one.column), Cell(one.reason))
                    for one in report.refused
                ),
            )
