"""The addresses of committees."""

from django.urls import path

from declic.web.pilots.committees import dossier_views, letter_views, meeting_views, register_views, views


urlpatterns = [
    path("pactes/<slug:slug>/comites/", views.committees, name="committees"),
    path("pactes/<slug:slug>/calendrier.ics", views.pact_calendar, name="pact_calendar"),
    path("pactes/<slug:slug>/decisions/", register_views.decisions, name="decisions"),
    path("pactes/<slug:slug>/decisions.csv", register_views.decisions_csv, name="decisions_csv"),
    path("pactes/<slug:slug>/alertes/", register_views.alerts, name="alerts"),
    path("pactes/<slug:slug>/courriers/", letter_views.letters, name="letters"),
    path("reponses/<str:link>/", letter_views.answer_status, name="answer_status"),
    path("comites/<int:committee_id>/", views.committee, name="committee"),
    path("reunions/<int:meeting_id>/", meeting_views.meeting, name="meeting"),
    path("reunions/<int:meeting_id>/reunion.ics", meeting_views.meeting_calendar, name="meeting_calendar"),
    path("dossiers/<int:dossier_id>/dossier.pdf", dossier_views.dossier_pdf, name="dossier_pdf"),
    path("dossiers/<int:dossier_id>/dossier.xlsx", dossier_views.dossier_xlsx, name="dossier_xlsx"),
    path("dossiers/<int:dossier_id>/dossier.json", dossier_views.dossier_json, name="dossier_json"),
    path("decisions/<int:decision_id>/", register_views.decision, name="decision"),
]
