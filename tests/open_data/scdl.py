"""The table schemas of what French local authorities share (SCDL délibérations and subventions 2.1), as facts of our own writing."""

from typing import Any


def column(name: str, kind: str = "string", **rules: Any) -> dict[str, Any]:
    field: dict[str, Any] = {"name": name, "type": kind}
    if "format" in rules:
        field["format"] = rules.pop("format")
    return {**field, "constraints": rules}


ACTS = {
    "fields": [
        column("COLL_NOM", required=True),
        column("COLL_SIRET", required=True, pattern=r"^\d{14}$"),
        column("DELIB_ID", required=True),
        column("DELIB_DATE", "date", required=True),
        column("DELIB_MATIERE_CODE", required=True, pattern=r"^\d\.\d{1,2}$"),
        column("DELIB_MATIERE_NOM", required=True, pattern=r"^[^,()]+/[^,()/]+$"),
        column("DELIB_OBJET", required=True),
        column("BUDGET_ANNEE", pattern=r"^[0-9]{4}(\/[0-9]{4})?$"),
        column("BUDGET_NOM"),
        column("PREF_ID", pattern=r"^(PREF|SGAR)[0-9AB]{3}$|^SPREF[0-9AB]{3}[0-9]$"),
        column("PREF_DATE", "date"),
        column("VOTE_EFFECTIF", "integer", minimum=0),
        column("VOTE_REEL", "integer", minimum=0),
        column("VOTE_POUR", "integer", minimum=0),
        column("VOTE_CONTRE", "integer", minimum=0),
        column("VOTE_ABSTENTION", "integer", minimum=0),
        column("DELIB_URL", format="uri"),
    ],
}

SUBSIDIES = {
    "fields": [
        column("nomAttribuant", required=True),
        column("idAttribuant", required=True, pattern=r"^\d{14}$"),
        column("dateConvention", "date", required=True),
        column("referenceDecision"),
        column("nomBeneficiaire", required=True),
        column("idBeneficiaire", pattern=r"^\d{14}$"),
        column("rnaBeneficiaire", pattern=r"^W[0-9A-Z]{9}$"),
        column("objet", required=True, maxLength=256),
        column("montant", "number", required=True),
        column("nature", required=True, enum=["aide en numéraire", "aide en nature"]),
        column("conditionsVersement", required=True, enum=["unique", "échelonné", "autre"]),
        column("datesPeriodeVersement", required=True, pattern=r"^\d{4}-\d{2}-\d{2}(/\d{4}-\d{2}-\d{2})?$"),
        column("idRAE"),
        {**column("notificationUE", "boolean", required=True), "trueValues": ["oui"], "falseValues": ["non"]},
        column("pourcentageSubvention", "number", required=True, minimum=0, maximum=1),
        column("dispositifAide"),
    ],
}


def faults(text: str, *, schema: dict[str, Any] = ACTS) -> list[Any]:
    """What a validator of table schemas says against a file: the line, the column, the rule."""
    from frictionless import Resource, Schema  # noqa: PLC0415 — half a second, for the tests that ask

    resource = Resource(data=text.encode(), format="csv", schema=Schema.from_descriptor(schema))
    found: list[Any] = resource.validate().flatten(["rowNumber", "fieldName", "note"])
    return found
