"""The page, made of the report's JSON values and of recordings."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from trainer.report_page.charts import Interval, Series, interval_chart, line_chart

AUDIO_LIMIT = 12_000_000  # bytes of recordings on the page: about ten minutes of FLAC
MOST_WORDS = 60  # of each kind in the lists


def render(report: Mapping[str, Any], recordings: Mapping[str, Path]) -> str:
    """The whole page as HTML. `recordings` are put into it for utterances that changed, up to `AUDIO_LIMIT`.

    Every text of the report is escaped; the page forbids itself scripts and any connection.
    """
    own = _own_utterances(report["utterances"])
    changed = sorted((one for one in own if one["base"] != one["candidate"]), key=_improvement)
    same = [one for one in own if one["base"] == one["candidate"]]
    return (
        _environment()
        .get_template("page.html")
        .render(
            report=report,
            style=Markup(_source("page.css")),  # noqa: S704 # our own file
            sets=_chart_of_sets(report["figures"]["sets"]),
            curves=_charts_of_curves(report["curves"]),
            changed=changed,
            unchanged_wrong=[one for one in same if one["errors"][1]],
            unchanged_right=sum(1 for one in same if not one["errors"][1]),
            audio=_embedded(changed, recordings),
            most_words=MOST_WORDS,
        )
    )


def _own_utterances(utterances: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The user's own, each once; what was done to them in the disturbed copies stays in the JSON."""
    return list({one["id"]: one for one in utterances if one["role"] in ("personal", "gold")}.values())


def _improvement(one: Mapping[str, Any]) -> tuple[int, str]:
    """What became worse comes first: it is what a user must know."""
    before, after = one["errors"]
    return before - after, one["id"]


def _chart_of_sets(sets: Sequence[Mapping[str, Any]]) -> Markup:
    rows = [
        (one["name"], _interval(one["rates"][0]["wer"]), _interval(one["rates"][1]["wer"]))
        for one in sets
        if one["rates"]
    ]
    return interval_chart("Words wrong, by set, with 95 % intervals", rows)


def _interval(estimate: Mapping[str, float]) -> Interval:
    return Interval(estimate["value"], estimate["low"], estimate["high"])


def _charts_of_curves(curves: Mapping[str, Sequence[Mapping[str, Any]]]) -> list[Markup]:
    learning, alpha, context = curves["learning"], curves["alpha"], curves["context"]
    chosen = next((one["alpha"] for one in alpha if one["chosen"]), None)
    charts = [
        line_chart("Training loss", "step", _series(learning, "step", ("loss", "loss", "after")), percent=False),
        line_chart("Words wrong while learning", "step", _series(learning, "step", ("wer", "development", "after"))),
        line_chart(
            "Words wrong by how much of the change is kept",
            "share of the change",
            _series(alpha, "alpha", ("wer", "development", "after")),
            marked=chosen,
        ),
        line_chart(
            "Forgotten of other people's speech",
            "share of the change",
            _series(alpha, "alpha", ("forgotten", "nats a token", "before")),
            percent=False,
            marked=chosen,
        ),
        line_chart(
            "Words wrong by the least audio that is encoded",
            "seconds",
            _series(context, "seconds", ("base_wer", "before", "before"), ("wer", "after", "after")),
        ),
    ]
    return [chart for chart in charts if chart]


def _series(rows: Sequence[Mapping[str, Any]], across: str, *lines: tuple[str, str, str]) -> list[Series]:
    found = (
        Series(name, style, tuple((row[across], row[key]) for row in rows if row[key] is not None))
        for key, name, style in lines
    )
    return [one for one in found if one.points]


def _embedded(utterances: Sequence[Mapping[str, Any]], recordings: Mapping[str, Path]) -> dict[str, str]:
    """FLAC recordings as data addresses, by utterance, as long as they fit."""
    found: dict[str, str] = {}
    room = AUDIO_LIMIT
    for one in utterances:
        path = recordings.get(one["id"])
        if path is None or not path.is_file() or path.stat().st_size > room:
            continue
        content = path.read_bytes()
        room -= len(content)
        found[one["id"]] = f"data:audio/flac;base64,{base64.b64encode(content).decode('ascii')}"
    return found


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("trainer.report_page", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["percent"] = lambda rate, digits=1: f"{100 * rate:.{digits}f} %"
    environment.filters["points"] = lambda rate: f"{100 * rate:+.1f}"
    environment.filters["duration"] = _duration
    return environment


def _duration(seconds: float) -> str:
    minutes = round(seconds / 60)
    if minutes < 1:
        return f"{seconds:.0f} s"
    return f"{minutes} min" if minutes < 120 else f"{minutes / 60:.1f} h"


def _source(name: str) -> str:
    return (Path(__file__).parent / name).read_text(encoding="utf-8")
