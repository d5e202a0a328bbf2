"""The addresses of the site itself."""

from django.urls import path

from declic.web.design import language, views, well_known


urlpatterns = [
    path("langue/", language.switch_language, name="switch_language"),
    path("accessibilite/", views.accessibility, name="accessibility"),
    path("a-propos/", views.about, name="about"),
    path("composants/", views.components, name="components"),
    path("composants/graphiques/", views.charts, name="charts"),
    path("theme/couleurs.css", views.theme_colours, name="theme_colours"),
    path("theme/logo", views.theme_logo, name="theme_logo"),
    path("robots.txt", well_known.robots, name="robots"),
    path("favicon.ico", well_known.favicon, name="favicon"),
    path(".well-known/security.txt", well_known.security, name="security_contact"),
]
