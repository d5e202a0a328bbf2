"""Public events: announced, dated or named; never any gathering that the text mentions in passing."""

import pytest
from hypothesis import given, strategies as st

from declic.engines.reading.dates import read_dates
from declic.engines.reading.drafts import EventDraft
from declic.engines.reading.events import read_events
from declic.engines.reading.text import Layout


def events_of(text: str) -> tuple[EventDraft, ...]:
    layout = Layout(text)
    return read_events(layout, dates=read_dates(layout, sitting=None, pact=None))


@pytest.mark.parametrize(
    ("words", "name", "date"),
    [
        ("Nous organiserons un tournoi de football avec les clubs.", "tournoi de football", None),
        (
            "Le forum des associations aura lieu le samedi 7 septembre 2024.",
            "forum des associations",
            "2024-09-07",
        ),
        ("Une fête de la musique le 21 juin 2024 réunira les écoles.", "fête de la musique", "2024-06-21"),
        ("Un café « et si on parlait ? » a lieu chaque mois.", "café « et si on parlait ? »", None),
        (
            "Mesure 4 : nous proposerons une rencontre inédite au lycée pour les parents.",
            "rencontre inédite au lycée",
            None,
        ),
        ("L'association tiendra un grand salon du livre, sur la place.", "salon du livre", None),
    ],
)
def test_an_event_is_read_with_its_date(words, name, date):
    (event,) = events_of(words)

    assert (event.name, event.date) == (name, date)


@pytest.mark.parametrize(
    "words",
    [
        "Après les événements tragiques de l'hiver, un travail a été lancé.",
        "Des journées de formation sont organisées pour les agents.",
        "L'école travaille à la rencontre avec des œuvres.",
        "Une convention dite « à la rencontre du jazz » est signée.",
        "Le salon est meublé.",
        "",
    ],
)
def test_what_no_one_holds_is_no_event(words):
    assert events_of(words) == ()


@given(st.text(max_size=300))
def test_any_text_is_read_without_an_error(text):
    for event in events_of(text):
        assert event.spans[0].of(text).strip()
