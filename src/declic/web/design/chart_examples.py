"""An example of every chart, with the invented sitting and axes of a small town."""

import datetime

from declic.web.design.charts.axes import AxisMeasures, axes_chart
from declic.web.design.charts.bars import Bar, bar_chart
from declic.web.design.charts.coverage import coverage_chart
from declic.web.design.charts.gauges import GaugeBar, GaugesChart, gauges_chart
from declic.web.design.charts.presence import Attendance, presence_chart
from declic.web.design.charts.sparklines import sparkline
from declic.web.design.charts.stacks import Slice, stack_chart
from declic.web.design.charts.timelines import Moment, Stretch, TimelineChart, timeline_chart
from declic.web.design.charts.trajectories import trajectory_chart
from declic.web.design.components import Cell, Link, Table
from declic.web.design.pages import Example, example


ROOMS = (((11, 3), 1), ((12, 3), 3), ((13, 2), 4), ((9, 4), 2), ((6, 4), 1), ((12, 1), 1))
"""Who was there and what they held for others, and for how many questions."""


def chart_examples() -> tuple[Example, ...]:
    """Give the examples of the charts."""
    rooms = [room for room, length in ROOMS for _question in range(length)]
    attendances = [Attendance(str(question), *room) for question, room in enumerate(rooms, start=1)]
    axes = ("Apprendre un métier", "Se déplacer", "Se soigner", "Créer", "Grandir en famille")
    return (
        example(presence_chart(attendances, quorum=8)),
        example(
            axes_chart(
                [
                    AxisMeasures(number, title, count)
                    for number, (title, count) in enumerate(zip(axes, (4, 6, 2, 3, 5), strict=True), start=1)
                ]
            )
        ),
        example(
            bar_chart(
                [
                    Bar("foyers sans voiture", "48 %", 0.48, hue=2),
                    Bar("habitants de moins de 25 ans", "36,5 %", 0.365, hue=1),
                    Bar("logements chauffés au bois", "7 %", 0.07, hue=3),
                ],
                key="shares",
                title="Des parts du quartier",
                description="Chaque barre va de 0 à 100 %.",
                heads=("Sujet", "Part"),
            )
        ),
        example(_gauges()),
        example(coverage_chart(attached=84, ignored=11, orphans=5)),
        *_examples_of_steering(),
    )


def _examples_of_steering() -> tuple[Example, ...]:
    return (
        example(
            stack_chart(
                [
                    ("Ville de Valmont", "1 500 €", [Slice(1, 1000, "1 000 €"), Slice(2, 500, "500 €")]),
                    ("Préfecture de Valmont", "700 €", [Slice(1, 0, "0 €"), Slice(2, 700, "700 €")]),
                ],
                key="stacks",
                title="Qui finance",
                description="Ce qui est acquis, puis ce qui est recherché.",
                heads=("Financeur", "Acquis", "Recherché"),
            )
        ),
        example(sparkline([4, 9, 7, 12], target=15, words="Quatre trimestres : 4, 9, 7, 12 pour 15.")),
        example(
            trajectory_chart(
                [(datetime.date(2024, 3, 31), 12, "12"), (datetime.date(2024, 6, 30), 20, "20")],
                way=[(datetime.date(2024, 1, 15), 0, "0"), (datetime.date(2024, 12, 31), 40, "40")],
                key="trajectory",
                title="Jeunes venus jouer",
                description="20 jeunes au 30 juin, pour une cible de 40.",
            )
        ),
        example(_timeline()),
    )


def _timeline() -> TimelineChart:
    chart = timeline_chart(
        [
            Stretch(
                Link("12-1 · Ouvrir un atelier de vélos", "#graphiques"),
                2,
                datetime.date(2024, 1, 15),
                datetime.date(2024, 11, 30),
                (
                    Moment(datetime.date(2024, 2, 20), "Trouver un local", "done"),
                    Moment(datetime.date(2024, 5, 2), "Recruter", "late"),
                    Moment(datetime.date(2024, 9, 1), "Ouvrir", "coming"),
                ),
            )
        ],
        today=datetime.date(2024, 6, 1),
        key="timeline",
        title="Frise chronologique",
        table=Table("Jalons", ("Jalon", "Échéance"), ((Cell("Trouver un local"), Cell("20/02/2024")),)),
    )
    if chart is None:
        raise ValueError("The example has days.")
    return chart


def _gauges() -> GaugesChart:
    return gauges_chart(
        [
            GaugeBar("Temps écoulé", 62, note="du 1er mars au 31 décembre", hue=1),
            GaugeBar("Jalons atteints", 40, note="2 jalons sur 5", hue=2),
            GaugeBar("Résultats", None, why="aucun indicateur n'est suivi", hue=3),
        ],
        key="gauges",
        title="Où en est le jardin partagé",
        gap="Les jalons ont 22 points de retard sur le temps.",
    )
