"""The addresses of pilots."""

from django.urls import include, path

from declic.web.pilots import document_views, pact_views


urlpatterns = [
    path("", include("declic.web.pilots.sheets.urls")),
    path("", include("declic.web.pilots.committees.urls")),
    path("", pact_views.steering, name="steering"),
    path("lire/", document_views.read_document, name="read_document"),
    path("documents/<int:draft_id>/relire/", document_views.review, name="review"),
    path("documents/<int:draft_id>/relire/decider/", document_views.decide, name="decide_item"),
    path(
        "documents/<int:draft_id>/relire/valeurs/<int:item_id>/", document_views.edit_item, name="edit_item"
    ),
    path("documents/<int:draft_id>/relire/tout-accepter/", document_views.accept_all, name="accept_all"),
    path("documents/<int:draft_id>/appliquer/", document_views.apply_draft, name="apply_draft"),
    path("pactes/<slug:slug>/", pact_views.steering_pact, name="steering_pact"),
    path("", include("declic.web.pilots.money.urls")),
    path("", include("declic.web.pilots.indicators.urls")),
    path("pactes/<slug:slug>/anomalies/", pact_views.steering_findings, name="steering_findings"),
    path(
        "pactes/<slug:slug>/anomalies/<int:finding_id>/", pact_views.explain_finding, name="explain_finding"
    ),
    path("pactes/<slug:slug>/mesures/<str:number>/", pact_views.steering_measure, name="steering_measure"),
    path("pactes/<slug:slug>/signataires/", pact_views.steering_signatories, name="steering_signatories"),
    path(
        "pactes/<slug:slug>/signataires/<int:signatory_id>/",
        pact_views.record_validation,
        name="record_validation",
    ),
]
