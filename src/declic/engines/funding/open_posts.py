"""
The open data of funded posts: one row a post and a year, read from CSV and checked against itself.

The columns are `id_poste`, `raison_sociale`, `annee`, `montant`, `code_cv`, in any order, among others. A row that
cannot be believed is refused with its place and the reason; a whole year whose amount cannot be is told as a finding.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from statistics import median

from declic.units.folding import fold


COLUMNS = ("id_poste", "raison_sociale", "annee", "montant", "code_cv")
LARGEST_FILE_BYTES = 20_000_000
FIRST_YEAR, LAST_YEAR = 1999, 2100
"""No post of this kind is older; a year beyond is a slip of the pen."""
MOST_EUROS = Decimal(200_000)
LEAST_SHARE = Decimal("0.5")
"""A flat amount under half of the year's before is that of another aid, not of these posts."""
FLAT_FROM = 2
"""How many posts of a year must bear one amount before it is a flat amount."""

_BLANKS = re.compile(r"[\s\u00a0\u202f€]+")


class UnreadablePostsError(ValueError):
    """The file cannot be read as rows of posts; the message is one French sentence."""


@dataclass(frozen=True, slots=True)
class FundedPost:
    """A post funded in a year, as the State publishes it; `row` is its row in the file, heads included."""

    row: int
    post_id: str
    employer: str
    year: int
    euros: Decimal
    programme_code: str


@dataclass(frozen=True, slots=True)
class RefusedCell:
    """Why a row was not taken: its row and column in the file, and the reason in French."""

    row: int
    column: str
    reason: str


@dataclass(frozen=True, slots=True)
class DoubtfulYear:
    """A year whose every row bears one amount that cannot be: the posts are believed, the euros are not."""

    year: int
    euros: Decimal
    usual: Decimal
    usual_year: int
    count: int


@dataclass(frozen=True, slots=True)
class ReadPosts:
    """What a file says: the posts of the programme, the rows of others, those refused, the years in doubt."""

    posts: tuple[FundedPost, ...]
    elsewhere_count: int
    refused: tuple[RefusedCell, ...]
    doubtful: tuple[DoubtfulYear, ...]


def read_posts(data: bytes, *, programme_code: str) -> ReadPosts:
    """
    Read a file of posts and keep those of one contract; a blank code keeps all. Raises UnreadablePostsError.

    Years are weighed on the whole file, so that a wrong amount shows even where the contract has one post.
    """
    believed: list[FundedPost] = []
    refused: list[RefusedCell] = []
    seen: set[tuple[str, int]] = set()
    for number, cells in _rows(data):
        read = _post(number, cells=cells)
        if isinstance(read, FundedPost) and (read.post_id, read.year) in seen:
            read = RefusedCell(number, "id_poste", f"le poste {read.post_id} figure déjà pour {read.year}")
        if isinstance(read, RefusedCell):
            refused.append(read)
            continue
        seen.add((read.post_id, read.year))
        believed.append(read)
    code = programme_code.strip().casefold()
    own = tuple(post for post in believed if not code or post.programme_code.casefold() == code)
    return ReadPosts(own, len(believed) - len(own), tuple(refused), doubtful_years(believed))


def doubtful_years(posts: Iterable[FundedPost]) -> tuple[DoubtfulYear, ...]:
    """Find the years of one flat amount that is less than half of the last believed year's."""
    by_year: dict[int, list[Decimal]] = {}
    for post in posts:
        by_year.setdefault(post.year, []).append(post.euros)
    found: list[DoubtfulYear] = []
    usual: tuple[int, Decimal] | None = None
    for year, amounts in sorted(by_year.items()):
        usually = median(amounts)
        is_flat = len(amounts) >= FLAT_FROM and len(set(amounts)) == 1
        if usual and is_flat and usually < usual[1] * LEAST_SHARE:
            found.append(DoubtfulYear(year, usually, usual[1], usual[0], len(amounts)))
        else:
            usual = (year, usually)
    return tuple(found)


def posts_by_year(posts: Iterable[FundedPost]) -> Mapping[int, int]:
    """Count the posts of each year."""
    return Counter(post.year for post in posts)


def _rows(data: bytes) -> Iterable[tuple[int, dict[str, str]]]:
    text = _decoded(data)
    first = text.split("\n", 1)[0]
    delimiter = max(";,\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        rows = list(reader)
    except csv.Error as error:
        raise UnreadablePostsError(
            f"Le fichier n'est pas un tableau CSV (ligne {reader.line_num})."
        ) from error
    heads = [fold(head).strip() for head in rows[0]]
    absent = [column for column in COLUMNS if column not in heads]
    if absent:
        raise UnreadablePostsError(f"Il manque les colonnes : {', '.join(absent)}.")
    for number, cells in enumerate(rows[1:], start=2):
        if any(cell.strip() for cell in cells):
            yield number, {head: cell.strip() for head, cell in zip(heads, cells, strict=False)}


def _decoded(data: bytes) -> str:
    if not data.strip():
        raise UnreadablePostsError("Le fichier est vide.")
    if len(data) > LARGEST_FILE_BYTES:
        raise UnreadablePostsError(
            f"Le fichier est trop grand : {LARGEST_FILE_BYTES // 1_000_000} Mo au plus."
        )
    if b"\0" in data:
        raise UnreadablePostsError("Le fichier n'est pas un texte : enregistrez le tableau au format CSV.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _post(number: int, *, cells: Mapping[str, str]) -> FundedPost | RefusedCell:
    for column in ("id_poste", "raison_sociale"):
        if not cells.get(column):
            return RefusedCell(number, column, "la cellule est vide")
    year, euros = _year(cells.get("annee", "")), _euros(cells.get("montant", ""))
    if isinstance(year, str):
        return RefusedCell(number, "annee", year)
    if isinstance(euros, str):
        return RefusedCell(number, "montant", euros)
    return FundedPost(
        number, cells["id_poste"], cells["raison_sociale"], year, euros, cells.get("code_cv", "")
    )


def _year(word: str) -> int | str:
    if not word.isascii() or not word.isdecimal() or not FIRST_YEAR <= int(word[:5]) <= LAST_YEAR:
        return f"« {word[:20]} » n'est pas une année entre {FIRST_YEAR} et {LAST_YEAR}"
    return int(word)


def _euros(word: str) -> Decimal | str:
    plain = _BLANKS.sub("", word).replace(",", ".")
    try:
        euros = Decimal(plain)
    except InvalidOperation:
        return f"« {word[:20]} » n'est pas un montant en euros"
    if not euros.is_finite() or not 0 < euros <= MOST_EUROS or euros != round(euros, 2):
        return f"« {word[:20]} » n'est pas un montant possible pour un poste et une année"
    return round(euros, 2)
