"""Long lists: which page and which words the address asks for, and where the other pages are."""

from django.http import QueryDict
from django.utils.translation import gettext as _, ngettext

from declic.web.design.choosing import Search
from declic.web.design.components import Pagination


LONGEST_WORDS, MOST_DIGITS = 100, 6


def words_asked(query: QueryDict) -> str:
    """Give the words looked for, in one line."""
    return " ".join(query.get("mots", "")[:LONGEST_WORDS].split())


def page_asked(query: QueryDict) -> int:
    """Give the page asked for; what is no number is the first."""
    said = query.get("page", "")
    return int(said) if said.isdecimal() and len(said) <= MOST_DIGITS else 1


def pact_search(*, words: str, total: int, pages: int) -> Search | None:
    """Offer to look for a pact by its name; None where all of them are in sight."""
    if not words and pages <= 1:
        return None
    found = ngettext("%(count)d pact", "%(count)d pacts", total) % {"count": total}
    return Search(_("Find a pact by its name"), words=words, found=found)


def neighbours_at(url: str, *, page: int, pages: int) -> Pagination:
    """Say where one is in a list of that address, and where the pages beside this one are."""
    before, after = (
        f"{url}?page={number}" if 1 <= number <= pages else "" for number in (page - 1, page + 1)
    )
    return Pagination(page, pages, before, after)


def pagination(*, page: int, pages: int, words: str) -> Pagination | None:
    """Say where one is, and where the neighbours are; None where everything is on one page."""
    if pages <= 1:
        return None

    def address(number: int) -> str:
        if not 1 <= number <= pages:
            return ""
        query = QueryDict(mutable=True)
        query.update({"mots": words, "page": str(number)} if words else {"page": str(number)})
        return f"?{query.urlencode()}"

    return Pagination(page, pages, address(page - 1), address(page + 1))
