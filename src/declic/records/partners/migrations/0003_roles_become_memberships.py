"""Roles that stood on the account now come from an institution: those who had some keep them."""

from django.db import migrations
from django.utils import timezone


NAME, KEY = "Institution à préciser", "institution a preciser"


def keep_roles(apps, schema_editor):
    people = apps.get_model("accounts", "User").objects.order_by("pk")
    if not people.exists():
        return
    Institution = apps.get_model("partners", "Institution")
    Membership = apps.get_model("partners", "Membership")
    institution, _ = Institution.objects.get_or_create(
        normalised_name=KEY, defaults={"name": NAME, "kind": "unknown"}
    )
    now = timezone.now()
    Membership.objects.bulk_create(
        Membership(
            user_id=person.pk,
            institution=institution,
            is_pilot=person.is_pilot,
            is_clerk=person.is_clerk,
            began_at=now,
        )
        for person in people
    )


def give_roles_back(apps, schema_editor):
    User = apps.get_model("accounts", "User")
    for row in apps.get_model("partners", "Membership").objects.filter(ended_at__isnull=True):
        held = {name: True for name in ("is_pilot", "is_clerk") if getattr(row, name)}
        if held:
            User.objects.filter(pk=row.user_id).update(**held)


class Migration(migrations.Migration):
    dependencies = [("partners", "0002_memberships"), ("accounts", "0001_initial")]
    operations = [migrations.RunPython(keep_roles, give_roles_back, elidable=False)]
