"""The results for people and for programs: a table in text and CSV, plots, and one page that needs nothing else."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

import trainer.report_page
from engine.models.durable import write_json
from trainer.comparison.arms import ARMS
from trainer.comparison.figures import Figures, Mean, mean_of
from trainer.comparison.material import NEW_SENTENCES, OTHERS
from trainer.comparison.verdicts import Verdict
from trainer.report_page.charts import Series, line_chart

RESULTS, TABLE, PAGE = "results.json", "table.csv", "index.html"
STYLES = {"A": "arm-a", "B": "arm-b", "B'": "arm-held", "C": "arm-c", "D": "arm-d"}
VERSION = 1


def write(
    folder: Path, figures: Figures, verdicts: Mapping[float, Sequence[Verdict]], facts: Mapping[str, Any]
) -> None:
    """Write `results.json`, `table.csv`, the plots as SVG and `index.html` into `folder`.

    `verdicts` are those of each amount of speech; `facts` say how it was made.
    """
    plots = draw(figures)
    write_json(
        folder / RESULTS,
        {
            "version": VERSION,
            "facts": dict(facts),
            "arms": {arm: ARMS[arm] for arm in figures.arms},
            "cells": [asdict(cell) for cell in figures.cells],
            "verdicts": {f"{minutes:g}": [asdict(one) for one in found] for minutes, found in verdicts.items()},
        },
    )
    _write_csv(folder / TABLE, figures)
    style = _style()
    for name, plot in plots.items():
        (folder / f"{name}.svg").write_text(_alone(plot, style), encoding="utf-8")
    page = _environment().get_template("page.html").render(
        figures=figures, arms=ARMS, style=Markup(style), plots=list(plots.values()), facts=facts,  # noqa: S704
        tables=[(minutes, rows(figures, minutes)) for minutes in figures.minutes], verdicts=verdicts,
    )  # fmt: skip
    (folder / PAGE).write_text(page, encoding="utf-8")


def rows(figures: Figures, minutes: float) -> list[tuple[str, list[str]]]:
    """The table of one amount of speech: a set, and the word error rate of each arm with its interval."""
    return [(name, [written(figures.rate(arm, minutes, name)) for arm in figures.arms]) for name in figures.sets]


def text_table(figures: Figures) -> str:
    """The same for a terminal."""
    lines = []
    for minutes in figures.minutes:
        seeds = max(cell.seed for cell in figures.cells if cell.minutes == minutes)
        lines.append(f"{minutes:g} minutes of speech, {seeds} seeds: words wrong, mean [95 % interval over seeds]")
        lines.append(f"{'':22}" + "".join(f"{arm:>24}" for arm in figures.arms))
        lines += [f"{name:22}" + "".join(f"{cell:>24}" for cell in cells) for name, cells in rows(figures, minutes)]
        lines.append("")
    return "\n".join(lines)


def written(rate: Mean | None) -> str:
    """A rate as the tables show it."""
    if rate is None:
        return "-"
    if not rate.known:
        return f"{rate.value:.1%}"
    return f"{rate.value:.1%} [{max(0.0, rate.low):.1%} .. {rate.high:.1%}]"


def draw(figures: Figures) -> dict[str, Markup]:
    """Learning curves of each amount of speech, and errors by amount where there are several."""
    plots = {
        f"learning-{minutes:g}": line_chart(
            f"Words wrong while learning from {minutes:g} minutes", "minutes heard", _curves(figures, minutes)
        )
        for minutes in figures.minutes
    }
    if len(figures.minutes) > 1:
        for name in (NEW_SENTENCES, OTHERS):
            by_amount = [Series(arm, STYLES[arm], _by_amount(figures, arm, name)) for arm in figures.arms]
            plots[name.replace(" ", "-")] = line_chart(
                f"Words wrong on {name}", "minutes learnt from", [one for one in by_amount if one.points]
            )
    return {name: plot for name, plot in plots.items() if plot}


def _curves(figures: Figures, minutes: float) -> list[Series]:
    found = []
    for arm in figures.arms:
        curves = [cell.curve for cell in figures.cells if (cell.arm, cell.minutes) == (arm, minutes) and cell.curve]
        points = [
            (mean_of([point[0] for point in together]).value / 60, mean_of([point[1] for point in together]).value)
            for together in zip(*curves, strict=False)
        ]
        if points:
            found.append(Series(arm, STYLES[arm], tuple(points)))
    return found


def _by_amount(figures: Figures, arm: str, name: str) -> tuple[tuple[float, float], ...]:
    found = ((minutes, figures.rate(arm, minutes, name)) for minutes in figures.minutes)
    return tuple((minutes, rate.value) for minutes, rate in found if rate)


def _write_csv(path: Path, figures: Figures) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow(["minutes", "set", "arm", "seeds", "wer", "low", "high"])
        for minutes in figures.minutes:
            for name in figures.sets:
                for arm in figures.arms:
                    if rate := figures.rate(arm, minutes, name):
                        bounds = [round(rate.low, 5), round(rate.high, 5)] if rate.known else ["", ""]
                        table.writerow([minutes, name, arm, rate.seeds, round(rate.value, 5), *bounds])


def _style() -> str:
    """The report's style sheet, and a colour for each arm."""
    base = (Path(trainer.report_page.__file__).parent / "page.css").read_text(encoding="utf-8")
    colours = {"arm-a": "#b3261e", "arm-b": "#8a5a00", "arm-held": "#0a6cc4", "arm-c": "#59636e", "arm-d": "#7a3ea8"}
    return base + "".join(
        f".line.{name} {{ stroke: {colour}; }} .dot.{name} {{ fill: {colour}; }} span.{name} {{ color: {colour}; }}\n"
        for name, colour in colours.items()
    )


def _alone(plot: Markup, style: str) -> str:
    """The drawing of a figure as a file of its own."""
    drawing = str(plot)
    inner = drawing[drawing.index("<svg") : drawing.index("</svg>") + len("</svg>")]
    opened = inner.index(">") + 1
    head = inner[:opened].replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)
    return f"{head}<style>{style}</style>{inner[opened:]}"


def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("trainer.comparison", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
