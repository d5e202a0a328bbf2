"""Rows of the open data of funded posts are kept once, whatever is imported again."""

import hashlib
from collections.abc import Iterable

from django.utils import timezone

from declic.engines.funding.open_posts import FundedPost, ReadPosts, read_posts
from declic.records.accounts.viewers import Viewer
from declic.records.money.models import FundedPostRow, PostImport
from declic.records.money.values import DoubtfulLine, ImportReport, RefusedLine
from declic.records.pact.models import Programme


MOST_REFUSED_KEPT = 200
LONGEST_ID, LONGEST_NAME = 40, 300


def import_rows(
    programme: Programme, *, data: bytes, file_name: str, code: str, by: Viewer
) -> tuple[ImportReport, bool]:
    """Keep the rows of a file, and say whether it is new. Raises UnreadablePostsError."""
    digest = hashlib.sha256(data).hexdigest()
    known = PostImport.objects.filter(programme=programme, sha256=digest, code=code).first()
    if known is not None:
        return report_of(known), False
    read = read_posts(data, programme_code=code)
    added, changed, same = _keep(programme, read=read)
    row = PostImport.objects.create(
        programme=programme,
        sha256=digest,
        code=code[:LONGEST_ID],
        file_name=file_name[:200],
        added=added,
        changed=changed,
        known=same,
        elsewhere=read.elsewhere_count,
        refused=[[one.row, one.column, one.reason] for one in read.refused[:MOST_REFUSED_KEPT]],
        doubtful=[
            [one.year, str(one.euros), one.usual_year, str(one.usual), one.count] for one in read.doubtful
        ],
        imported_at=timezone.now(),
        by_id=by.user_id,
    )
    return report_of(row), True


def report_of(row: PostImport) -> ImportReport:
    """Give what an import did."""
    return ImportReport(
        file_name=row.file_name,
        imported_at=row.imported_at,
        added=row.added,
        changed=row.changed,
        known=row.known,
        elsewhere=row.elsewhere,
        refused=tuple(RefusedLine(*one) for one in row.refused),
        doubtful=tuple(DoubtfulLine(*one) for one in row.doubtful),
    )


def _keep(programme: Programme, *, read: ReadPosts) -> tuple[int, int, int]:
    doubtful = {one.year for one in read.doubtful}
    here = {(row.post_id, row.year): row for row in programme.funded_posts.all()}
    new: list[FundedPostRow] = []
    changed: list[FundedPostRow] = []
    for row in _rows(read.posts, programme=programme, doubtful=doubtful):
        known = here.get((row.post_id, row.year))
        if known is None:
            new.append(row)
        elif _said(known) != _said(row):
            row.pk = known.pk
            changed.append(row)
    FundedPostRow.objects.bulk_create(new)
    FundedPostRow.objects.bulk_update(changed, ["employer", "euros", "code", "is_doubtful"])
    return len(new), len(changed), len(read.posts) - len(new) - len(changed)


def _rows(
    posts: Iterable[FundedPost], *, programme: Programme, doubtful: set[int]
) -> Iterable[FundedPostRow]:
    for post in posts:
        yield FundedPostRow(
            programme=programme,
            post_id=post.post_id[:LONGEST_ID],
            employer=post.employer[:LONGEST_NAME],
            year=post.year,
            euros=post.euros,
            code=post.programme_code[:LONGEST_ID],
            is_doubtful=post.year in doubtful,
        )


def _said(row: FundedPostRow) -> tuple[object, ...]:
    return row.employer, row.euros, row.code, row.is_doubtful
