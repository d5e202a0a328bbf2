"""Whether the database refuses a row, whoever asks."""

from django.db import IntegrityError, models, transaction


def is_refused(row: models.Model) -> bool:
    """Try to keep a row, and say whether the database refused."""
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        return True
    return False
