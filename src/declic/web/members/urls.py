"""
The addresses of people who have an account.

Names that begin with `account_` or `mfa_` are those by which the library of accounts looks for a page. Nothing of its
own tree of addresses is here but what is listed.
"""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from declic.web.members import (
    accounts,
    confirming,
    contacts,
    describing,
    invitations,
    platform,
    protecting,
    provided,
    recovering,
    signing_in,
    teams,
)


class Base36(StringConverter):
    """A number as the library of accounts writes it in a link."""

    regex = "[0-9A-Za-z]+"


register_converter(Base36, "base36")

urlpatterns = [
    path("connexion/", signing_in.sign_in, name="sign_in"),
    path("connexion/", signing_in.sign_in, name="account_login"),
    path("connexion/", signing_in.sign_in, name="account_request_login_code"),
    path("connexion/", signing_in.sign_in, name="account_inactive"),
    path("connexion/code/", signing_in.confirm_code, name="account_confirm_login_code"),
    path("connexion/cle/", signing_in.passkey_sign_in, name="mfa_login_webauthn"),
    path("connexion/seconde-etape/", signing_in.second_step, name="mfa_authenticate"),
    path("connexion/identite/", provided.ask, name="provider_sign_in"),
    path("connexion/identite/retour/", provided.come_back, name="provider_return"),
    path("deconnexion/", signing_in.sign_out, name="sign_out"),
    path("mot-de-passe/", recovering.ask_for_link, name="account_reset_password"),
    path("mot-de-passe/envoye/", recovering.link_sent, name="account_reset_password_done"),
    path(
        "mot-de-passe/nouveau/<base36:uidb36>-<str:key>/",
        recovering.new_password,
        name="account_reset_password_from_key",
    ),
    path("confirmer/", confirming.with_password, name="account_reauthenticate"),
    path("confirmer/courriel/", confirming.ask_for_code, name="account_request_reauthentication_code"),
    path("confirmer/courriel/code/", confirming.with_code, name="account_confirm_reauthentication_code"),
    path("confirmer/seconde-etape/", confirming.with_second_factor, name="mfa_reauthenticate"),
    path("confirmer/cle/", confirming.with_passkey, name="mfa_reauthenticate_webauthn"),
    path("mon-compte/", accounts.own_account, name="own_account"),
    path("mon-compte/agir/", accounts.act_for, name="act_for"),
    path("mon-compte/sessions/", accounts.own_sessions, name="own_sessions"),
    path("mon-compte/mot-de-passe/", protecting.change_password, name="account_change_password"),
    path("mon-compte/mot-de-passe/choisir/", protecting.set_password, name="account_set_password"),
    path("mon-compte/application/", protecting.add_app, name="mfa_activate_totp"),
    path("mon-compte/application/retirer/", protecting.remove_app, name="mfa_deactivate_totp"),
    path("mon-compte/cles/", protecting.add_passkey, name="mfa_add_webauthn"),
    path("mon-compte/cles/<int:pk>/retirer/", protecting.remove_passkey, name="mfa_remove_webauthn"),
    path("mon-compte/codes/", protecting.see_codes, name="mfa_view_recovery_codes"),
    path("mon-compte/codes/nouveaux/", protecting.make_codes, name="mfa_generate_recovery_codes"),
    path("invitation/<str:link>/", invitations.invitation, name="invitation"),
    path("equipes/<int:institution_id>/", teams.team, name="team"),
    path("equipes/<int:institution_id>/membres/<int:membership_id>/", teams.member, name="member"),
    path(
        "equipes/<int:institution_id>/membres/<int:membership_id>/depart/", teams.departure, name="departure"
    ),
    path(
        "equipes/<int:institution_id>/invitations/<int:invitation_id>/", teams.withdrawal, name="withdrawal"
    ),
    path("equipes/<int:institution_id>/description/", describing.describe, name="describe_institution"),
    path("equipes/<int:institution_id>/contacts/", contacts.add_contact, name="add_contact"),
    path("equipes/<int:institution_id>/contacts/<int:contact_id>/", contacts.contact, name="contact"),
    path(
        "equipes/<int:institution_id>/contacts/<int:contact_id>/effacer/",
        contacts.erase_contact,
        name="erase_contact",
    ),
    path("plateforme/", platform.platform, name="platform"),
    path("plateforme/comptes/<int:user_id>/fermer/", platform.closing, name="close_account"),
]
