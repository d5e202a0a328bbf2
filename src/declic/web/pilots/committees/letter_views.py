"""Questions by letter: asked by who steers, answered by who holds the link."""

from functools import partial

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from declic.records.steering import reads, writes
from declic.records.steering.choices import StatusAnswer
from declic.web.design.doors import EVERYONE, PILOTS, open_to, viewer_from
from declic.web.design.unknown import unknown_is_404
from declic.web.pilots.committees.asking_forms import AnswerForm, QuestionForm
from declic.web.pilots.committees.pages.letters import answer_page, letters_page
from declic.web.pilots.committees.parts import act_of, number_in, refused_now
from declic.web.pilots.forms import sent_with
from declic.web.pilots.pages.header import notices_of


@open_to(PILOTS, methods=("GET", "POST"))
@unknown_is_404(LookupError)
def letters(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Show the questions and the sending log, ask a question, send a letter again."""
    if request.method == "POST":
        back = redirect("letters", slug=slug)
        acts = {"ask": partial(_ask, request, slug=slug), "again": partial(_again, request, slug=slug)}
        return refused_now(request, back, lambda: act_of(request, acts))
    return _letters(request, slug=slug)


@open_to(EVERYONE, methods=("GET", "POST"))
def answer_status(request: HttpRequest, link: str) -> HttpResponseBase:
    """Show a question to who holds its link, and keep the answer by the button alone, once."""
    question = reads.question_of_link(link, now=timezone.now())
    if question is None:
        raise Http404
    form = AnswerForm(sent_with(request))
    if not form.is_valid():
        page = answer_page(question, form=form)
        status = 422 if form.is_bound and page.message is None else 200
        return render(request, "pilots/committees/answer.html", {"page": page}, status=status)
    said = form.cleaned_data
    try:
        writes.answer_status(
            link,
            answer=StatusAnswer(said["answer"]),
            comment=said["comment"],
            now=timezone.now(),
            by=viewer_from(request),
        )
    except writes.QuestionClosedError:
        messages.warning(request, _("This question was closed: nothing changed."))
    return redirect("answer_status", link=link)


def _ask(request: HttpRequest, *, slug: str) -> HttpResponseBase:
    read = reads.letters_page(slug, viewer=viewer_from(request))
    form = QuestionForm(request.POST, offers={"sheet": read.sheets})
    if not form.is_valid():
        return _letters(request, slug=slug, refused=form)
    said = form.cleaned_data
    question = writes.GivenQuestion(
        said["email"], request.build_absolute_uri("/"), said["form_key"], said["every_days"]
    )
    writes.ask_status(said["sheet"], says=question, now=timezone.now(), by=viewer_from(request))
    messages.success(request, _("The question waits to be sent."))
    return redirect("letters", slug=slug)


def _again(request: HttpRequest, *, slug: str) -> HttpResponseBase:
    writes.send_again(number_in(request, "letter"), now=timezone.now(), by=viewer_from(request))
    messages.success(request, _("The letter waits to be sent again."))
    return redirect("letters", slug=slug)


def _letters(request: HttpRequest, *, slug: str, refused: QuestionForm | None = None) -> HttpResponse:
    read = reads.letters_page(slug, viewer=viewer_from(request))
    form = refused or QuestionForm(offers={"sheet": read.sheets})
    page = letters_page(read, form=form, notices=notices_of(request))
    return render(request, "pilots/committees/letters.html", {"page": page}, status=422 if refused else 200)
