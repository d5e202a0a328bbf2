"""A text checked on the spot: the same counts and checks as a sitting that is kept, with the words they stand on."""

import datetime
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from declic.records.council.choices import CheckRule
from declic.records.sources.answers import Json
from declic.records.sources.jail import JailedReading
from declic.web.clerks.checks import counted_verdicts, verdict_badge
from declic.web.clerks.sources import in_words
from declic.web.clerks.votes import Addend, Equation, equation_of, stated_votes
from declic.web.design.charts.presence import Attendance, PresenceChart, presence_chart
from declic.web.design.components import Badge, Field, Link, Message
from declic.web.design.fields import fields_of, form_message
from declic.web.design.given_text import GivenTextForm
from declic.web.design.pages import Head, head


SHOWN_QUOTES = 3
LONGEST_QUOTE = 160


@dataclass(frozen=True, slots=True)
class QuotedCheck:
    """One check with the first of the words it stands on."""

    title: str
    badge: Badge
    message: str
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QuotedVote:
    """One deliberation's vote beside its room, where the room is known."""

    title: str
    number: str
    equation: Equation | None
    stated: tuple[Addend, ...]
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CheckedText:
    """What was counted in a text."""

    title: str
    roll: str
    verdicts: tuple[Badge, ...]
    votes: tuple[QuotedVote, ...]
    chart: PresenceChart | None
    checks: tuple[QuotedCheck, ...]


@dataclass(frozen=True, slots=True)
class CheckTextPage:
    """The form, and the check of what was given; `nothing` where it holds no sitting."""

    head: Head
    refusal: Message | None
    fields: tuple[Field, ...]
    checked: CheckedText | None
    nothing: Message | None
    keep: Link


def check_text_page(form: GivenTextForm, *, reading: JailedReading | None) -> CheckTextPage:
    """Show the form, with the check of the text that was given, if one was."""
    nothing = Message(
        _("No sitting was read in this text: it names no roll of members and no vote."), tone="watch"
    )
    checked = _checked(reading) if reading else None
    return CheckTextPage(
        head=head(_("Check a text without keeping it"), Link(_("Check a deliberation"), reverse("sittings"))),
        refusal=form_message(form, title=_("The text was not checked")),
        fields=fields_of(form),
        checked=checked,
        nothing=nothing if reading and checked is None else None,
        keep=Link(_("Keep a document and review it"), reverse("read_document")),
    )


def _checked(reading: JailedReading) -> CheckedText | None:
    sitting: Json | None = reading.answer["sitting"]
    if sitting is None:
        return None
    rooms: dict[int, Json] = {question["question"]: question for question in sitting["questions"]}
    return CheckedText(
        title=_title(sitting),
        roll=_("%(members)d members named, %(proxies)d proxies, %(questions)d questions")
        % {"members": len(sitting["members"]), "proxies": len(sitting["proxies"]), "questions": len(rooms)},
        verdicts=counted_verdicts(check["verdict"] for check in sitting["checks"]),
        votes=tuple(
            _vote(act, room=rooms.get(act["question"]), text=reading.text)
            for act in sitting["deliberations"]
            if act["vote"]
        ),
        chart=_chart(sitting["questions"]),
        checks=tuple(
            QuotedCheck(
                str(CheckRule(check["rule"]).label),
                verdict_badge(check["verdict"]),
                check["message"],
                _quotes(check["spans"], text=reading.text),
            )
            for check in sitting["checks"]
        ),
    )


def _title(sitting: Json) -> str:
    said = [sitting["body"]] if sitting["body"] else []
    if sitting["date"]:
        day = datetime.date.fromisoformat(sitting["date"])
        said.append(_("Sitting of %(day)s") % {"day": in_words(day)})
    return ", ".join(said) or _("Sitting without a date")


def _vote(act: Json, *, room: Json | None, text: str) -> QuotedVote:
    vote: Json = act["vote"]
    return QuotedVote(
        title=act["title"] or _("Untitled deliberation"),
        number=act["number"] or "",
        equation=_equation(room) if room else None,
        stated=stated_votes(
            votes_for=vote["for"],
            against=vote["against"],
            abstention=vote["abstention"],
            interested=vote["interested"],
        ),
        quotes=_quotes(vote["spans"], text=text),
    )


def _equation(room: Json) -> Equation:
    return equation_of(
        present=room["present"], proxies=room["usable_proxies"], represented=room["represented"]
    )


def _chart(questions: list[Json]) -> PresenceChart | None:
    if not questions:
        return None
    points = [Attendance(str(one["question"]), one["present"], one["usable_proxies"]) for one in questions]
    quorums = {one["quorum"] for one in questions}
    return presence_chart(points, quorum=quorums.pop() if len(quorums) == 1 else None)


def _quotes(spans: list[list[int]], *, text: str) -> tuple[str, ...]:
    quotes = [" ".join(text[start:end].split()) for start, end in spans[:SHOWN_QUOTES]]
    return tuple(quote if len(quote) <= LONGEST_QUOTE else f"{quote[:LONGEST_QUOTE]}…" for quote in quotes)
