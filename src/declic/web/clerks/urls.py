"""The addresses of clerks."""

from django.urls import path

from declic.web.clerks import views


urlpatterns = [
    path("", views.sittings, name="sittings"),
    path("verifier/", views.check_text, name="check_text"),
    path("<int:sitting_id>/", views.sitting, name="sitting"),
    path("<int:sitting_id>/grille.csv", views.sitting_grid_csv, name="sitting_grid_csv"),
    path("<int:sitting_id>/questions/<int:number>/", views.sitting_question, name="sitting_question"),
]
