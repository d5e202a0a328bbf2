"""On PostgreSQL too: a backup holds one instant, comes back whole, and what was there is kept beside."""

import pytest
from django.db import connection

from declic.jobs.archives import DUMP, unpack
from declic.jobs.backups import back_up
from declic.jobs.refusals import RefusedError
from declic.jobs.restoring import restore
from declic.jobs.voice import Voice
from declic.records.journal.reads import verify_chain
from declic.records.pact import reads
from declic.records.pact.writes import title_measure
from tests.people import OPERATOR
from tests.records.pact.invented import opened_small_pact
from tests.safety.tables import told


FRENCH = Voice("fr")
pytestmark = [
    pytest.mark.skipif(
        connection.vendor != "postgresql", reason="told on SQLite by tests/jobs/test_restoring.py"
    ),
    pytest.mark.django_db(transaction=True),
]


def test_a_backup_comes_back_whole_and_what_was_there_is_kept_beside(tmp_path):
    slug = opened_small_pact()
    measure = reads.measure_page(slug, number="10", viewer=OPERATOR)
    kept, before = back_up(tmp_path / "kept.zip", voice=FRENCH), told()
    title_measure(measure.measure_id, plain_title="Écrit après la sauvegarde", by=OPERATOR)

    back = restore(tmp_path / "kept.zip", replace=True, voice=FRENCH)

    report = verify_chain()
    assert told() == before
    assert (report.line_count, report.head) == (kept.line_count, kept.head) == (back.line_count, back.head)
    assert back.before is not None
    assert (back.before / DUMP).stat().st_size > 1000
    with pytest.raises(Exception, match="a line of the journal is never"):
        connection.cursor().execute("UPDATE journal_line SET who = 'nobody'")


def test_a_site_that_is_there_is_left_alone_unless_told(tmp_path):
    opened_small_pact()
    back_up(tmp_path / "kept.zip", voice=FRENCH)
    before = told()

    with pytest.raises(RefusedError, match="ajoutez --replace"):
        restore(tmp_path / "kept.zip", replace=False, voice=FRENCH)

    assert told() == before


def test_a_dump_that_cannot_be_loaded_changes_nothing(tmp_path):
    opened_small_pact()
    back_up(tmp_path / "kept.zip", voice=FRENCH)
    before = told()
    (tmp_path / "in").mkdir()
    unpack(tmp_path / "kept.zip", tmp_path / "in", voice=FRENCH)
    from tests.jobs.test_restoring import archive  # noqa: PLC0415 — it runs commands where it is imported

    whole = (tmp_path / "in" / DUMP).read_bytes()
    for number, data in enumerate((b"", b"PGDMP", whole[: len(whole) // 2], whole[:-2000])):
        wrong = archive(tmp_path / f"{number}.zip", {DUMP: data}, engine="postgresql")

        with pytest.raises(RefusedError):
            restore(wrong, replace=True, voice=FRENCH)

        assert told() == before


def test_a_backup_of_sqlite_is_refused_in_one_sentence(tmp_path):
    from tests.jobs.test_restoring import archive  # noqa: PLC0415

    wrong = archive(tmp_path / "a.zip", {"declic.sqlite3": b"x"})

    with pytest.raises(RefusedError, match="vient de SQLite, et ce site repose sur PostgreSQL"):
        restore(wrong, replace=True, voice=FRENCH)
