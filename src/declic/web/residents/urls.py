"""The addresses of residents."""

from django.urls import path

from declic.web.residents import document_views, picture_views, views


urlpatterns = [
    path("", views.home, name="home"),
    path("comment-ca-marche/", views.how_it_works, name="how_it_works"),
    path("pactes/<slug:slug>/", views.pact, name="pact"),
    path("pactes/<slug:slug>/pacte.json", views.pact_as_data, name="pact_as_data"),
    path("pactes/<slug:slug>/axes/<int:number>/", views.axis, name="axis"),
    path("pactes/<slug:slug>/mesures/<str:number>/", views.measure, name="measure"),
    path("pactes/<slug:slug>/chiffres/", views.figures, name="figures"),
    path("pactes/<slug:slug>/montants/", views.amounts, name="amounts"),
    path("pactes/<slug:slug>/signataires/", views.signatories, name="signatories"),
    path("documents/<int:version_id>/", document_views.document, name="document"),
    path("documents/<int:version_id>/fichier", document_views.original, name="original_file"),
    path("documents/<int:version_id>/pages/", picture_views.document_pages, name="document_pages"),
    path("documents/<int:version_id>/pages/<int:number>", picture_views.page_picture, name="page_picture"),
]
