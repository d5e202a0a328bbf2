"""Every address of the site: one line per audience."""

from django.urls import include, path

from declic.config import health


urlpatterns = [
    path("sante/", health.alive, name="alive"),
    path("pret/", health.ready, name="ready"),
    path("", include("declic.web.design.urls")),
    path("", include("declic.web.members.urls")),
    path("", include("declic.web.residents.urls")),
    path("deliberations/", include("declic.web.clerks.urls")),
    path("pilotage/", include("declic.web.pilots.urls")),
]
handler404 = "declic.web.design.errors.not_found"
handler403 = "declic.web.design.errors.forbidden"
handler400 = "declic.web.design.errors.bad_request"
handler500 = "declic.web.design.errors.server_error"
