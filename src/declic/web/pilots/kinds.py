"""The kinds of values under review: their word in the address, and what is shown of each beside its name."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from declic.records.sources.choices import ItemKind


@dataclass(frozen=True, slots=True)
class KindWords:
    """A kind's word in the address (`?type=mesures`), and the fields to show beside the label of a value."""

    slug: str
    fields: tuple[str, ...]


KINDS: dict[str, KindWords] = {
    ItemKind.SITTING: KindWords(
        "seance", ("date", "opened_at", "closed_at", "chair", "secretary", "members_in_office")
    ),
    ItemKind.MEMBER: KindWords("membres", ("group", "status", "ranges")),
    ItemKind.SUBSTITUTE: KindWords("suppleants", ("replaces",)),
    ItemKind.PROXY: KindWords("procurations", ("from", "to")),
    ItemKind.DELIBERATION: KindWords("deliberations", ("question", "rapporteur", "vote", "budget_impact")),
    ItemKind.PACT: KindWords("pacte", ("date", "ends_on", "successor")),
    ItemKind.PARTY: KindWords("signataires", ("representatives",)),
    ItemKind.SIGNATURE_BLOCK: KindWords("signatures", ("organisation",)),
    ItemKind.ARTICLE: KindWords("articles", ()),
    ItemKind.AXIS: KindWords("axes", ("titles", "article", "pilot")),
    ItemKind.ROLE: KindWords("roles", ("role", "axes")),
    ItemKind.ONGOING_ACTION: KindWords("actions-en-cours", ("axis", "carrier")),
    ItemKind.MEASURE: KindWords("mesures", ("axis", "parent", "bullets", "organisations", "schemes")),
    ItemKind.FIGURE: KindWords(
        "chiffres", ("value", "low", "high", "unit", "qualifier", "place", "date", "axis")
    ),
    ItemKind.AMOUNT: KindWords(
        "montants", ("qualifier", "funder", "beneficiary", "purpose", "period", "axis")
    ),
    ItemKind.BODY: KindWords("instances", ("periodicity",)),
    ItemKind.DATE: KindWords("dates", ("value", "precision")),
    ItemKind.EVENT: KindWords("evenements", ("date",)),
    ItemKind.FINDING: KindWords("anomalies", ()),
}
BY_SLUG = {words.slug: str(kind) for kind, words in KINDS.items()}

FIELD_NAMES = {
    "abstention": _("Abstention"),
    "abstention_counts_non_voters": _("Abstention counts who did not vote"),
    "against": _("Against"),
    "appeal_court": _("Appeal before"),
    "appeal_deadline": _("Last day to appeal"),
    "appeal_months": _("Months to appeal"),
    "article": _("Article"),
    "axes": _("Axes"),
    "axis": _("Axis"),
    "beneficiary": _("Beneficiary"),
    "body": _("Council"),
    "budget_impact": _("Budget"),
    "bullets": _("Points"),
    "carrier": _("Carried by"),
    "chair": _("Chair"),
    "civility": _("Civility"),
    "closed_at": _("Closed at"),
    "commitment": _("Kind of commitment"),
    "convened_on": _("Convened on"),
    "date": _("Date"),
    "decisions": _("Decisions"),
    "declared_absent": _("Stated absent"),
    "declared_present": _("Stated present"),
    "declared_proxies": _("Stated proxies"),
    "declared_voters": _("Stated voters"),
    "diagnosis": _("Diagnosis"),
    "ends_on": _("Ends on"),
    "for": _("For"),
    "from": _("From question"),
    "function": _("Function"),
    "funder": _("Funder"),
    "giver": _("Who gives"),
    "given": _("Given name"),
    "group": _("Commune or group"),
    "high": _("Highest"),
    "holder": _("Who holds"),
    "interested": _("Interested"),
    "label": _("Words"),
    "letter": _("Letter"),
    "low": _("Lowest"),
    "members_in_office": _("Members in office"),
    "message": _("Message"),
    "name": _("Name"),
    "number": _("Number"),
    "opened_at": _("Opened at"),
    "order": _("Order of passage"),
    "organisation": _("Organisation"),
    "organisations": _("Organisations"),
    "parent": _("Under the measure"),
    "period": _("Period"),
    "periodicity": _("How often"),
    "pilot": _("Pilot"),
    "place": _("Place"),
    "precision": _("Precision"),
    "published_on": _("Published on"),
    "purpose": _("Purpose"),
    "qualifier": _("Qualifier"),
    "question": _("Question"),
    "ranges": _("Presence"),
    "rapporteur": _("Rapporteur"),
    "replaces": _("Replaces"),
    "representatives": _("Representatives"),
    "reserve": _("Reserve"),
    "role": _("Role"),
    "rule": _("Rule"),
    "schemes": _("Schemes"),
    "secondary_axes": _("Also in the axes"),
    "secretary": _("Secretary"),
    "sections": _("Sections"),
    "severity": _("Severity"),
    "signatures": _("Signatures"),
    "status": _("Status"),
    "subject": _("Subject"),
    "successor": _("Successor"),
    "summary": _("Summary"),
    "surname": _("Surname"),
    "text": _("Text"),
    "title": _("Title"),
    "titles": _("Wordings"),
    "to": _("To question"),
    "unanimous": _("Unanimous"),
    "unit": _("Unit"),
    "value": _("Value"),
    "value_eur": _("Euros"),
    "verb": _("Verb"),
    "vote": _("Vote"),
    "weekday": _("Day of the week"),
}
"""Each field of `declic-reading/1` in words."""


def field_name(field: str) -> str:
    """Say a field in words; one that is not known yet keeps its name in the format."""
    return str(FIELD_NAMES.get(field, field))


STATUSES = {
    "present": _("present"),
    "absent": _("absent"),
    "excused": _("excused"),
    "represented": _("represented"),
}
"""The statuses of a member in words."""
