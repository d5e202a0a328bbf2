"""The addresses of indicators and of what was done."""

from django.urls import path

from declic.web.pilots.indicators import delivery_views, sheet_views, views


urlpatterns = [
    path("pactes/<slug:slug>/indicateurs/", views.indicators, name="indicators"),
    path("pactes/<slug:slug>/indicateurs.xlsx", sheet_views.indicators_xlsx, name="indicators_xlsx"),
    path(
        "pactes/<slug:slug>/fiches/<str:code>/indicateurs/",
        sheet_views.sheet_indicators,
        name="sheet_indicators",
    ),
    path("pactes/<slug:slug>/indicateurs/nouveau/", views.add_indicator, name="add_indicator"),
    path("pactes/<slug:slug>/indicateurs/promesses/", views.open_promised, name="open_promised"),
    path("pactes/<slug:slug>/indicateurs/<int:indicator_id>/", views.indicator, name="indicator"),
    path(
        "pactes/<slug:slug>/indicateurs/<int:indicator_id>/modifier/",
        views.edit_indicator,
        name="edit_indicator",
    ),
    path("pactes/<slug:slug>/indicateurs/<int:indicator_id>/cible/", views.set_target, name="set_target"),
    path("pactes/<slug:slug>/indicateurs/<int:indicator_id>/saisir/", views.enter_value, name="enter_value"),
    path(
        "pactes/<slug:slug>/indicateurs/<int:indicator_id>/valider/", views.review_value, name="review_value"
    ),
    path("pactes/<slug:slug>/realisations/", delivery_views.deliveries, name="deliveries"),
    path("pactes/<slug:slug>/realisations/nouvelle/", delivery_views.record_delivery, name="record_delivery"),
    path("pactes/<slug:slug>/realisations/<int:delivery_id>/", delivery_views.delivery, name="delivery"),
    path(
        "pactes/<slug:slug>/realisations/<int:delivery_id>/retirer/",
        delivery_views.withdraw_delivery,
        name="withdraw_delivery",
    ),
]
