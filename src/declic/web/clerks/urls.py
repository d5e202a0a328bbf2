"""The addresses of clerks."""

from django.urls import path

from declic.web.clerks import publishing, views


urlpatterns = [
    path("", views.sittings, name="sittings"),
    path("verifier/", views.check_text, name="check_text"),
    path("<int:sitting_id>/", views.sitting, name="sitting"),
    path("<int:sitting_id>/grille.csv", views.sitting_grid_csv, name="sitting_grid_csv"),
    path("<int:sitting_id>/donnees-ouvertes/", publishing.open_acts, name="open_acts"),
    path("<int:sitting_id>/donnees-ouvertes/completer/", publishing.file_acts, name="file_acts"),
    path("<int:sitting_id>/deliberations.csv", publishing.sitting_acts_csv, name="sitting_acts_csv"),
    path("<int:sitting_id>/questions/<int:number>/", views.sitting_question, name="sitting_question"),
]
