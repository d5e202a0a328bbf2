"""What was done for a promise and what is left, in words that everyone reads."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _, ngettext

from declic.records.council.passages import Origin
from declic.records.deliveries.choices import DeliveryKind
from declic.records.evaluation.published import (
    Happening,
    PublishedAction,
    PublishedMeasure,
    PublishedPosts,
    PublishedValue,
)
from declic.units.french_nouns import beside
from declic.web.design.components import Badge, Figure, OriginMark
from declic.web.design.wording import day, number


@dataclass(frozen=True, slots=True)
class ActionDone:
    """An action that its institutions published."""

    title: str
    summary: str
    status: Badge
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DonePart:
    """What was done, in figures and actions; what is left, in sentences."""

    figures: tuple[Figure, ...]
    actions: tuple[ActionDone, ...]
    left: tuple[str, ...]


def done_part(done: PublishedMeasure) -> DonePart | None:
    """Say what was done and what is left; None where nothing is published."""
    figures = (*_happened(done.happenings), *_posts(done.posts), *_values(done.values))
    actions = tuple(_action(sheet) for sheet in done.sheets)
    if not figures and not actions:
        return None
    return DonePart(figures, actions, tuple(_left(done)))


def _happened(found: Iterable[Happening]) -> Iterator[Figure]:
    for one in found:
        last = _("the last on %(day)s") % {"day": day(one.last_on)}
        yield Figure(number(one.times), "", _kind(one), context=last, origin=OriginMark(Origin.COMPUTED))


def _kind(one: Happening) -> str:
    if one.kind is DeliveryKind.SESSION:
        return ngettext("session held", "sessions held", one.times)
    if one.kind is DeliveryKind.EVENT:
        return ngettext("event held", "events held", one.times)
    return ngettext("agreement signed", "agreements signed", one.times)


def _posts(posts: PublishedPosts | None) -> Iterator[Figure]:
    if posts is None:
        return
    promised = _promised(posts)
    unit = ngettext("post filled", "posts filled", posts.filled)
    yield Figure(number(posts.filled), unit, promised, origin=OriginMark(Origin.COMPUTED))


def _promised(posts: PublishedPosts) -> str:
    if not posts.most:
        return ""
    if posts.least == posts.most:
        return _("of %(count)d promised") % {"count": posts.most}
    return _("of %(least)d to %(most)d promised") % {"least": posts.least, "most": posts.most}


def _values(values: Iterable[PublishedValue]) -> Iterator[Figure]:
    for one in values:
        said = _("fewer than 5") if one.value is None else number(one.value)
        target = ""
        if one.target is not None and one.target_on is not None:
            target = _("expected: %(value)s on %(day)s") % {
                "value": number(one.target),
                "day": day(one.target_on),
            }
        until = _("until %(day)s") % {"day": day(one.until)}
        unit = one.unit if one.value is None else beside(one.value, noun=one.unit)
        yield Figure(said, unit, one.name, qualifier=until, context=target)


def _action(sheet: PublishedAction) -> ActionDone:
    facts = []
    if sheet.lead:
        facts.append(_("Carried by %(institution)s") % {"institution": sheet.lead})
    if sheet.start_on:
        facts.append(_("Starts on %(day)s") % {"day": day(sheet.start_on)})
    if sheet.end_on:
        facts.append(_("Ends on %(day)s") % {"day": day(sheet.end_on)})
    if sheet.steps:
        facts.append(_("%(done)d steps out of %(all)d") % {"done": sheet.steps_done, "all": sheet.steps})
    return ActionDone(sheet.title, sheet.summary, Badge(sheet.status), tuple(facts))


def _left(done: PublishedMeasure) -> Iterator[str]:
    if done.posts and done.posts.least > done.posts.filled:
        count = done.posts.least - done.posts.filled
        yield ngettext("%(count)d post to be filled", "%(count)d posts to be filled", count) % {
            "count": count
        }
    for sheet in done.sheets:
        if sheet.next_on:
            yield _("%(step)s, on %(day)s") % {"step": sheet.next_step, "day": day(sheet.next_on)}
    for value in done.values:
        if value.target is not None and value.value is not None and value.value < value.target:
            gap = number(value.target - value.value)
            yield _("%(name)s: %(gap)s more to reach what is expected") % {"name": value.name, "gap": gap}
