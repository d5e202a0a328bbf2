"""The addresses of money."""

from django.urls import path

from declic.web.pilots.money import file_views, post_views, views


urlpatterns = [
    path("pactes/<slug:slug>/argent/", views.money, name="money"),
    path("pactes/<slug:slug>/argent/subventions.csv", file_views.money_subsidies, name="money_subsidies"),
    path("pactes/<slug:slug>/argent.xlsx", file_views.money_xlsx, name="money_xlsx"),
    path("pactes/<slug:slug>/postes.xlsx", file_views.posts_xlsx, name="posts_xlsx"),
    path("pactes/<slug:slug>/argent/lignes/nouvelle/", views.add_line, name="add_line"),
    path("pactes/<slug:slug>/argent/lignes/<int:line_id>/", views.funding_line, name="funding_line"),
    path("pactes/<slug:slug>/argent/lignes/<int:line_id>/modifier/", views.edit_line, name="edit_line"),
    path("pactes/<slug:slug>/argent/lignes/<int:line_id>/avancer/", views.move_line, name="move_line"),
    path("pactes/<slug:slug>/argent/fiches/<int:sheet_id>/", views.sheet_money, name="sheet_money"),
    path("pactes/<slug:slug>/postes/", post_views.posts, name="posts"),
    path("pactes/<slug:slug>/postes/nouveau/", post_views.add_post, name="add_post"),
    path("pactes/<slug:slug>/postes/donnees-ouvertes/", post_views.import_posts, name="import_posts"),
    path(
        "pactes/<slug:slug>/postes/mesures/<str:number>/lecture/",
        post_views.read_promise,
        name="read_promise",
    ),
    path("pactes/<slug:slug>/postes/<int:post_id>/", post_views.post, name="post"),
    path("pactes/<slug:slug>/postes/<int:post_id>/modifier/", post_views.edit_post, name="edit_post"),
    path("pactes/<slug:slug>/postes/<int:post_id>/etat/", post_views.hold_post, name="hold_post"),
]
