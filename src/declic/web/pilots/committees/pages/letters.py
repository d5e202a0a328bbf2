"""Questions asked by letter and the sending log; the page on which a question is answered."""

from dataclasses import dataclass

from django.utils.translation import gettext as _, ngettext

from declic.records.steering.choices import LetterState
from declic.records.steering.letter_values import (
    LetterLine,
    LettersPage as LettersRead,
    OpenQuestion,
    RequestLine,
)
from declic.web.design.components import Badge, Empty, Field, Message, Tabs, Tone
from declic.web.design.fields import fields_of, form_message
from declic.web.design.pages import Head
from declic.web.design.wording import day
from declic.web.pilots.committees.asking_forms import AnswerForm, QuestionForm
from declic.web.pilots.committees.parts import FormPart, button, form_part
from declic.web.pilots.committees.wording import instant
from declic.web.pilots.pages.header import steering_head, steering_tabs


TONES: dict[LetterState, Tone] = {
    LetterState.WAITING: "neutral",
    LetterState.HANDING: "info",
    LetterState.SENT: "good",
    LetterState.FAILED: "bad",
    LetterState.UNCERTAIN: "watch",
}


@dataclass(frozen=True, slots=True)
class RequestPart:
    """A question and its answer."""

    sheet: str
    email: str
    facts: str
    badge: Badge
    comment: str


@dataclass(frozen=True, slots=True)
class LetterPart:
    """A line of the sending log."""

    subject: str
    email: str
    facts: str
    badge: Badge
    form: FormPart | None


@dataclass(frozen=True, slots=True)
class LettersPage:
    """Questions by letter, and every letter."""

    head: Head
    tabs: Tabs
    notices: tuple[Message, ...]
    form: FormPart
    requests: tuple[RequestPart, ...]
    letters: tuple[LetterPart, ...]
    waiting: str
    empty: Empty | None


@dataclass(frozen=True, slots=True)
class AnswerPage:
    """The page that a link opens: the question, then thanks."""

    head: Head
    pact: str
    sheet: str
    message: Message | None
    refusal: Message | None
    fields: tuple[Field, ...]
    until: str


def letters_page(read: LettersRead, *, form: QuestionForm, notices: tuple[Message, ...]) -> LettersPage:
    """Show what was asked and what was sent."""
    nothing = Empty(_("No letter yet"), _("Convocations, questions and reminders are told here, one by one."))
    return LettersPage(
        head=steering_head(read.header, _("Where do you stand?")),
        tabs=steering_tabs(read.header, current="letters"),
        notices=notices,
        form=form_part(
            form,
            act="ask",
            title=_("Ask where a sheet stands"),
            button=_("Send the question"),
            is_folded=True,
        ),
        requests=tuple(_request(one) for one in read.requests),
        letters=tuple(_letter(one) for one in read.letters),
        waiting=ngettext("%(count)d letter waits.", "%(count)d letters wait.", read.waiting)
        % {"count": read.waiting},
        empty=None if read.letters else nothing,
    )


def answer_page(question: OpenQuestion, *, form: AnswerForm) -> AnswerPage:
    """Show the question, or say that it was answered or came too late."""
    closed = None
    if question.answer is not None:
        closed = Message(
            _("It was answered: %(answer)s.") % {"answer": question.answer.label},
            _("Thank you"),
            "good",
        )
    elif question.is_over:
        closed = Message(
            _("The link was good until %(day)s.") % {"day": day(question.expires_on)}, tone="watch"
        )
    return AnswerPage(
        head=Head(_("Where do you stand?")),
        pact=question.pact,
        sheet=f"{question.sheet_code} {question.sheet}",
        message=closed,
        refusal=form_message(form, title=_("Nothing was kept")),
        fields=() if closed else fields_of(form),
        until=_("The link is good once, until %(day)s.") % {"day": day(question.expires_on)},
    )


def _request(one: RequestLine) -> RequestPart:
    facts = [_("asked on %(when)s") % {"when": instant(one.asked_at)}]
    if one.every_days:
        facts.append(
            ngettext("again after %(count)d day", "again every %(count)d days", one.every_days)
            % {"count": one.every_days}
        )
    if one.reminders:
        facts.append(
            ngettext("%(count)d reminder", "%(count)d reminders", one.reminders) % {"count": one.reminders}
        )
    badge = Badge(str(one.answer.label), "good") if one.answer else Badge(_("no answer yet"))
    return RequestPart(one.sheet, one.email, ", ".join(facts), badge, one.comment)


def _letter(one: LetterLine) -> LetterPart:
    when = (
        _("left on %(when)s") % {"when": instant(one.left_at)}
        if one.left_at
        else _("written on %(when)s") % {"when": instant(one.written_at)}
    )
    may_again = one.state in (LetterState.FAILED, LetterState.UNCERTAIN)
    return LetterPart(
        one.subject,
        one.email,
        f"{one.kind.label}, {when}",
        Badge(str(one.state.label), TONES[one.state]),
        button("again", _("Send again"), hidden={"letter": one.id}) if may_again else None,
    )
