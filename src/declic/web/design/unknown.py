"""What is unknown, or not for this person, does not exist: the same page answers for both."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import Http404, HttpRequest, HttpResponseBase

from declic.records.accounts.rights import NotAllowedError


P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


def unknown_is_404(*errors: type[LookupError]) -> Callable[[View[P]], View[P]]:
    """Answer 404 where the view raises one of these errors, or one that says the person has no right to it."""
    foreseen: tuple[type[Exception], ...] = (*errors, NotAllowedError)

    def around(view: View[P]) -> View[P]:
        @wraps(view)
        def answer(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            try:
                return view(request, *args, **kwargs)
            except foreseen as error:
                raise Http404 from error

        return answer

    return around
